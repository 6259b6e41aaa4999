/** The oracle's own exact numbers: n/d in lowest terms, d > 0. */
export interface Q {
  readonly n: bigint
  readonly d: bigint
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b)
}

/** n/d in lowest terms; throws on d = 0. */
export function q(n: bigint | number, d: bigint | number = 1n): Q {
  const top = BigInt(n)
  const bottom = BigInt(d)
  if (bottom === 0n) throw new RangeError('denominator zero')
  const sign = bottom < 0n ? -1n : 1n
  const g = gcd(top, bottom) || 1n
  return { n: (sign * top) / g, d: (sign * bottom) / g }
}

export const ZERO = q(0)
export const ONE = q(1)

export const add = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d)
export const negate = (a: Q): Q => q(-a.n, a.d)
export const multiply = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d)
export const divide = (a: Q, b: Q): Q => q(a.n * b.d, a.d * b.n)

/** −1, 0 or 1. */
export function order(a: Q, b: Q): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const same = (a: Q, b: Q): boolean => order(a, b) === 0

/** "3", "-1/3", "2.50" or "1e-7"; undefined for any other text. */
export function parse(text: string): Q | undefined {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text)
  if (fraction !== null) return q(BigInt(fraction[1]!), BigInt(fraction[2]!))
  const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text)
  if (decimal === null) return undefined
  const [, sign, whole, part = '', exponent = '0'] = decimal
  const digits = q(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length))
  const shift = Number(exponent)
  return shift >= 0 ? multiply(digits, q(10n ** BigInt(shift))) : divide(digits, q(10n ** BigInt(-shift)))
}

/** parse for texts of a program, which are well formed. */
export function exact(text: string): Q {
  const value = parse(text)
  if (value === undefined) throw new Error(`not a number: ${text}`)
  return value
}

/** Whether the value has at most `places` decimals. */
export function fits(value: Q, places: number): boolean {
  return (value.n * 10n ** BigInt(places)) % value.d === 0n
}

function floor(a: Q): bigint {
  const quotient = a.n / a.d
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient
}

export type Mode = 'half_up' | 'up' | 'down' | 'half_even'

/** Rounded to a multiple of `to`; half_up goes away from zero, up away from zero, down toward it. */
export function round(value: Q, mode: Mode, to: Q): Q {
  const scaled = divide(value, to)
  const positive = scaled.n < 0n ? negate(scaled) : scaled
  const below = floor(positive)
  const rest = order(add(positive, q(-below)), q(1, 2))
  const isWhole = positive.d === 1n
  let size: bigint
  if (isWhole || mode === 'down') size = below
  else if (mode === 'up') size = below + 1n
  else if (rest !== 0) size = rest < 0 ? below : below + 1n
  else if (mode === 'half_up') size = below + 1n
  else size = below % 2n === 0n ? below : below + 1n
  return multiply(q(scaled.n < 0n ? -size : size), to)
}
