const DECIMAL = /^(-?)([0-9]+)(?:\.([0-9]+))?$/
const FRACTION = /^(-?[0-9]+)\/([0-9]+)$/
const SHORTEST = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:e([+-][0-9]+))?$/
/** Every decimal of this many significant digits survives the way into a double and back. */
const SAFE_DIGITS = 15
/** More significant digits than any double or midpoint of two doubles has (767). */
const DECIDING_DIGITS = 800

/** An exact rational number. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}
// INVARIANT: d > 0 and gcd(|n|, d) = 1, so equal numbers have equal fields. Only `rational` builds one.

const magnitude = (x: bigint): bigint => (x < 0n ? -x : x)

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** n/d in lowest terms with a positive denominator. Throws RangeError when d is 0. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  const common = gcd(magnitude(n), magnitude(d))
  const divisor = d < 0n ? -common : common
  return { n: n / divisor, d: d / divisor }
}

export const ZERO: Rational = Object.freeze(rational(0n))
export const ONE: Rational = Object.freeze(rational(1n))

/** The rational of a whole number. Throws RangeError for a number that is not a safe integer. */
export function fromInteger(n: number | bigint): Rational {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`not a safe integer: ${n}`)
  return rational(BigInt(n))
}

/** The exact sum. */
export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d)
}

/** The exact difference a − b. */
export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n - b.n, a.d) : rational(a.n * b.d - b.n * a.d, a.d * b.d)
}

/** The exact product. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d)
}

/** The exact quotient a ÷ b; never rounds. Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n)
}

/** The number with the opposite sign. */
export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

/** −1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether two rationals are the same number. */
export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d
}

/** The smaller of two. */
export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

/** The larger of two. */
export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** Whether the number is whole. */
export function isInteger(r: Rational): boolean {
  return r.d === 1n
}

/** How many decimal places write the number exactly; undefined when no finite number does (1/3). */
export function decimals(r: Rational): number | undefined {
  let rest = r.d
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}

function decimalOf(sign: string, whole: string, fraction: string, exponent: number): Rational {
  const digits = BigInt(sign + whole + fraction)
  const shift = exponent - fraction.length
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift))
}

/**
 * Reads "-12.30", "1.1242" or "3/7". Strict: ASCII digits, digits on both sides of a point, no exponent, blanks, commas or plus
 * sign; a zero denominator is refused. Anything else gives undefined.
 */
export function parseRational(text: string): Rational | undefined {
  const decimal = DECIMAL.exec(text)
  if (decimal !== null) return decimalOf(decimal[1]!, decimal[2]!, decimal[3] ?? '', 0)
  const fraction = FRACTION.exec(text)
  if (fraction === null) return undefined
  const d = BigInt(fraction[2]!)
  return d === 0n ? undefined : rational(BigInt(fraction[1]!), d)
}

/** The canonical text of serialised programs: "3700" or "1/50". */
export function toFractionText(r: Rational): string {
  return r.d === 1n ? r.n.toString() : `${r.n}/${r.d}`
}

/** How a number is shown. */
export interface DecimalTextOptions {
  /** Commas between groups of three digits before the point. */
  readonly grouping?: boolean
}

/**
 * The number in decimals for people: exact when at most `maxDecimals` places suffice, else rounded half away from zero to that many
 * places and marked with a leading "≈". No trailing zeros, no negative zero.
 */
export function toDecimalText(r: Rational, maxDecimals = 6, options: DecimalTextOptions = {}): string {
  if (!Number.isSafeInteger(maxDecimals) || maxDecimals < 0) throw new RangeError(`not a number of decimals: ${maxDecimals}`)
  const needed = decimals(r)
  const exact = needed !== undefined && needed <= maxDecimals
  const places = exact ? needed : maxDecimals
  const size = (r.n < 0n ? -r.n : r.n) * 10n ** BigInt(places)
  const scaled = (2n * size + r.d) / (2n * r.d)
  const digits = scaled.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  const shown = options.grouping === true ? whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',') : whole
  const sign = r.n < 0n && scaled !== 0n ? '-' : ''
  return (exact ? '' : '≈') + sign + shown + (fraction === '' ? '' : `.${fraction}`)
}

/** The nearest double, ties to even; ±Infinity beyond the range of doubles, never −0. */
export function toNumber(r: Rational): number {
  const size = r.n < 0n ? -r.n : r.n
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  // Both operands are exact doubles here, and IEEE division rounds correctly.
  if (size <= limit && r.d <= limit) return size === 0n ? 0 : Number(r.n) / Number(r.d)
  const shift = DECIDING_DIGITS - size.toString().length + r.d.toString().length
  const top = shift >= 0 ? size * 10n ** BigInt(shift) : size
  const bottom = shift >= 0 ? r.d : r.d * 10n ** BigInt(-shift)
  // A final 1 stands for whatever was cut off: no double and no midpoint lies between the cut number and the true one.
  const digits = `${top / bottom}${top % bottom === 0n ? '0' : '1'}`
  const value = Number(`${digits}e${-shift - 1}`)
  return r.n < 0n && value !== 0 ? -value : value
}

/**
 * A JSON number read as the shortest decimal that names its double, exponent forms included. Undefined when not finite, or when that
 * decimal has more than 15 significant digits, for then the text it came from can no longer be told.
 */
export function fromJsonNumber(x: number): Rational | undefined {
  const parts = SHORTEST.exec(String(x))
  if (parts === null) return undefined
  const whole = parts[2]!
  const fraction = parts[3] ?? ''
  const significant = (whole + fraction).replace(/^0+/, '').replace(/0+$/, '')
  if (significant.length > SAFE_DIGITS) return undefined
  return decimalOf(parts[1]!, whole, fraction, Number(parts[4] ?? '0'))
}
