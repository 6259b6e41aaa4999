import {
  compare,
  decimals,
  fromJsonNumber,
  ONE,
  parseRational,
  type Rational,
  rational,
  toDecimalText,
  ZERO,
} from './rational.ts'

/** Why a value is not the number a field asks for. */
export type NumberRefusal = 'not-a-number' | 'too-precise' | 'inexact' | 'not-finite'

export type FactNumber = { readonly ok: true; readonly value: Rational } | { readonly ok: false; readonly why: NumberRefusal }

export type FactRatio =
  | FactNumber
  | { readonly ok: false; readonly why: 'out-of-range' }
  | { readonly ok: false; readonly why: 'ambiguous-ratio'; readonly readings: readonly [string, string] }

/** Longer texts are no figure anybody typed, and reading them would cost time quadratic in their length. */
const MAX_LENGTH = 400
const PERCENT = /^(-?[0-9]+(?:\.[0-9]+)?)([%％‰])$/

function readExact(value: unknown): FactNumber {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { ok: false, why: 'not-finite' }
    const exact = fromJsonNumber(value)
    return exact === undefined ? { ok: false, why: 'inexact' } : { ok: true, value: exact }
  }
  if (typeof value !== 'string' || value.length > MAX_LENGTH || value.includes('/')) return { ok: false, why: 'not-a-number' }
  const exact = parseRational(value)
  return exact === undefined ? { ok: false, why: 'not-a-number' } : { ok: true, value: exact }
}

function limited(value: Rational, allowed: number | undefined): FactNumber {
  const needed = decimals(value)
  const fits = allowed === undefined || (needed !== undefined && needed <= allowed)
  return fits ? { ok: true, value } : { ok: false, why: 'too-precise' }
}

/**
 * The number in a fact: a decimal string ("3700.01") or a JSON number of at most 15 significant digits. `allowed` is how many decimals
 * the field has (2 for 0.01 元), undefined for any number; a finer value is refused, never rounded. Trailing zeros do not count.
 */
export function readFactNumber(value: unknown, allowed: number | undefined): FactNumber {
  const read = readExact(value)
  return read.ok ? limited(read.value, allowed) : read
}

/**
 * The ratio in a fact: a number from 0 to 1, or a text with its sign ("2.5%", "5‰", "250%", "-3.18%"). A bare number above 1 is refused with both
 * readings, a bare negative one as out of range. `allowed` is how many decimals the ratio itself may have (4 for 0.01%).
 */
export function readFactRatio(value: unknown, allowed?: number): FactRatio {
  const signed = typeof value === 'string' && value.length <= MAX_LENGTH ? PERCENT.exec(value) : null
  const read = readExact(signed === null ? value : signed[1]!)
  if (!read.ok) return read
  if (signed === null && compare(read.value, ZERO) < 0) return { ok: false, why: 'out-of-range' }
  if (signed !== null) return limited(rational(read.value.n, read.value.d * (signed[2] === '‰' ? 1000n : 100n)), allowed)
  if (compare(read.value, ONE) <= 0) return limited(read.value, allowed)
  const percent = (hundredths: Rational): string => `${toDecimalText(hundredths, MAX_LENGTH)}%`
  return {
    ok: false,
    why: 'ambiguous-ratio',
    readings: [percent(read.value), percent(rational(read.value.n * 100n, read.value.d))],
  }
}
