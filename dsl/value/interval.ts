import { add, compare, divide, equals, maximum, minimum, multiply, negate, ONE, type Rational, ZERO } from './rational.ts'
import { type RoundingMode, round } from './rounding.ts'
import { FALSE, not, TRUE, type Truth, UNKNOWN } from './truth.ts'

/** A closed interval of numbers; null stands for −∞ as `lo` and for +∞ as `hi`. */
export interface Interval {
  readonly lo: Rational | null
  readonly hi: Rational | null
}
// INVARIANT: lo <= hi when both are given; an interval is never empty.

/** The six comparisons. */
export type CompareOp = 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne'

export const ALL: Interval = Object.freeze({ lo: null, hi: null })
export const NON_NEGATIVE: Interval = Object.freeze({ lo: ZERO, hi: null })

/** The interval from lo to hi. Throws RangeError when lo > hi. */
export function interval(lo: Rational | null, hi: Rational | null): Interval {
  if (lo !== null && hi !== null && compare(lo, hi) > 0) throw new RangeError('an interval cannot be empty')
  return { lo, hi }
}

/** The interval of one known number. */
export function point(r: Rational): Interval {
  return { lo: r, hi: r }
}

/** Whether the interval holds exactly one number. */
export function isPoint(a: Interval): boolean {
  return a.lo !== null && a.hi !== null && equals(a.lo, a.hi)
}

/** Every x + y. */
export function addI(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null || b.lo === null ? null : add(a.lo, b.lo),
    hi: a.hi === null || b.hi === null ? null : add(a.hi, b.hi),
  }
}

/** Every −x. */
export function negateI(a: Interval): Interval {
  return { lo: a.hi === null ? null : negate(a.hi), hi: a.lo === null ? null : negate(a.lo) }
}

/** Every x − y. */
export function subtractI(a: Interval, b: Interval): Interval {
  return addI(a, negateI(b))
}

type Bound = Rational | '+∞' | '-∞'

function signOf(x: Bound): -1 | 0 | 1 {
  return x === '+∞' ? 1 : x === '-∞' ? -1 : compare(x, ZERO)
}

/** 0 × ∞ is 0: an infinite bound means "any number whatever", and each of those times 0 is 0. */
function multiplyBounds(x: Bound, y: Bound): Bound {
  if (typeof x === 'object' && typeof y === 'object') return multiply(x, y)
  const sign = signOf(x) * signOf(y)
  return sign === 0 ? ZERO : sign > 0 ? '+∞' : '-∞'
}

function lessBound(x: Bound, y: Bound): boolean {
  if (x === '-∞' || y === '+∞') return x !== y
  if (x === '+∞' || y === '-∞') return false
  return compare(x, y) < 0
}

/** Every x × y. */
export function multiplyI(a: Interval, b: Interval): Interval {
  const ends = (i: Interval): readonly [Bound, Bound] => [i.lo ?? '-∞', i.hi ?? '+∞']
  const products = ends(a).flatMap((x) => ends(b).map((y) => multiplyBounds(x, y)))
  const lo = products.reduce((x, y) => (lessBound(y, x) ? y : x))
  const hi = products.reduce((x, y) => (lessBound(x, y) ? y : x))
  return { lo: typeof lo === 'object' ? lo : null, hi: typeof hi === 'object' ? hi : null }
}

/** Every x ÷ y; ALL when y may be zero. An unbounded divisor brings the quotient's bound to its limit 0. */
export function divideI(a: Interval, b: Interval): Interval {
  const positive = b.lo !== null && compare(b.lo, ZERO) > 0
  const negative = b.hi !== null && compare(b.hi, ZERO) < 0
  if (!positive && !negative) return ALL
  const inverse = {
    lo: b.hi === null ? ZERO : divide(ONE, b.hi),
    hi: b.lo === null ? ZERO : divide(ONE, b.lo),
  }
  return multiplyI(a, inverse)
}

const lower = (x: Rational | null, y: Rational | null): Rational | null => (x === null || y === null ? null : minimum(x, y))
const upper = (x: Rational | null, y: Rational | null): Rational | null => (x === null || y === null ? null : maximum(x, y))

/** Every smaller one of x and y. */
export function minimumI(a: Interval, b: Interval): Interval {
  return { lo: lower(a.lo, b.lo), hi: a.hi === null ? b.hi : b.hi === null ? a.hi : minimum(a.hi, b.hi) }
}

/** Every larger one of x and y. */
export function maximumI(a: Interval, b: Interval): Interval {
  return { lo: a.lo === null ? b.lo : b.lo === null ? a.lo : maximum(a.lo, b.lo), hi: upper(a.hi, b.hi) }
}

/** The smallest interval holding both. */
export function hull(a: Interval, b: Interval): Interval {
  return { lo: lower(a.lo, b.lo), hi: upper(a.hi, b.hi) }
}

/** The interval of the rounded numbers; every mode keeps order, so the bounds are rounded. Throws RangeError unless `to` > 0. */
export function roundI(a: Interval, mode: RoundingMode, to: Rational): Interval {
  return { lo: a.lo === null ? null : round(a.lo, mode, to), hi: a.hi === null ? null : round(a.hi, mode, to) }
}

function greater(a: Interval, b: Interval): Truth {
  if (a.lo !== null && b.hi !== null && compare(a.lo, b.hi) > 0) return TRUE
  if (a.hi !== null && b.lo !== null && compare(a.hi, b.lo) <= 0) return FALSE
  return UNKNOWN
}

function equal(a: Interval, b: Interval): Truth {
  if (greater(a, b) === TRUE || greater(b, a) === TRUE) return FALSE
  return isPoint(a) && isPoint(b) ? TRUE : UNKNOWN
}

/** TRUE when the comparison holds for every x of a and y of b, FALSE when for none, else UNKNOWN. */
export function compareI(op: CompareOp, a: Interval, b: Interval): Truth {
  switch (op) {
    case 'gt':
      return greater(a, b)
    case 'le':
      return not(greater(a, b))
    case 'lt':
      return greater(b, a)
    case 'ge':
      return not(greater(b, a))
    case 'eq':
      return equal(a, b)
    case 'ne':
      return not(equal(a, b))
    default: {
      const unreachable: never = op
      throw new RangeError(`not a comparison: ${String(unreachable)}`)
    }
  }
}
