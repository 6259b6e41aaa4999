import { add, divide, type Mode, multiply, negate, ONE, order, type Q, round, same, ZERO } from './rational.ts'
import { not, type Truth } from './truth.ts'

/** A closed interval; null is −∞ as lo and +∞ as hi. */
export interface Interval {
  readonly lo: Q | null
  readonly hi: Q | null
}

export const ALL: Interval = { lo: null, hi: null }
export const point = (x: Q): Interval => ({ lo: x, hi: x })
export const isPoint = (a: Interval): boolean => a.lo !== null && a.hi !== null && same(a.lo, a.hi)

/** Whether x lies in a. */
export function holds(a: Interval, x: Q): boolean {
  return (a.lo === null || order(a.lo, x) <= 0) && (a.hi === null || order(x, a.hi) <= 0)
}

export function plus(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null || b.lo === null ? null : add(a.lo, b.lo),
    hi: a.hi === null || b.hi === null ? null : add(a.hi, b.hi),
  }
}

export function minus(a: Interval): Interval {
  return { lo: a.hi === null ? null : negate(a.hi), hi: a.lo === null ? null : negate(a.lo) }
}

type End = Q | 'high' | 'low'

function sign(x: End): number {
  return x === 'high' ? 1 : x === 'low' ? -1 : order(x, ZERO)
}

/** 0 × ∞ = 0: every number times 0 is 0. */
function timesEnd(x: End, y: End): End {
  if (typeof x === 'object' && typeof y === 'object') return multiply(x, y)
  const s = sign(x) * sign(y)
  return s === 0 ? ZERO : s > 0 ? 'high' : 'low'
}

export function times(a: Interval, b: Interval): Interval {
  const ends: End[] = []
  for (const x of [a.lo ?? ('low' as const), a.hi ?? ('high' as const)]) {
    for (const y of [b.lo ?? ('low' as const), b.hi ?? ('high' as const)]) ends.push(timesEnd(x, y))
  }
  const finite = ends.filter((e) => typeof e === 'object').sort(order)
  return {
    lo: ends.includes('low') ? null : (finite[0] ?? null),
    hi: ends.includes('high') ? null : (finite.at(-1) ?? null),
  }
}

/** Every x ÷ y; everything when y may be 0. An infinite divisor brings the quotient to its limit 0. */
export function over(a: Interval, b: Interval): Interval {
  if (holds(b, ZERO)) return ALL
  return times(a, { lo: b.hi === null ? ZERO : divide(ONE, b.hi), hi: b.lo === null ? ZERO : divide(ONE, b.lo) })
}

export function hull(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null || b.lo === null ? null : order(a.lo, b.lo) < 0 ? a.lo : b.lo,
    hi: a.hi === null || b.hi === null ? null : order(a.hi, b.hi) > 0 ? a.hi : b.hi,
  }
}

/** Every larger one of x and y. */
export function larger(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo === null ? b.lo : b.lo === null ? a.lo : order(a.lo, b.lo) > 0 ? a.lo : b.lo,
    hi: a.hi === null || b.hi === null ? null : order(a.hi, b.hi) > 0 ? a.hi : b.hi,
  }
}

export const smaller = (a: Interval, b: Interval): Interval => minus(larger(minus(a), minus(b)))

export function rounded(a: Interval, mode: Mode, to: Q): Interval {
  return { lo: a.lo === null ? null : round(a.lo, mode, to), hi: a.hi === null ? null : round(a.hi, mode, to) }
}

/** a held between floor and cap, either of which may be missing. */
export function held(a: Interval, floor: Q | undefined, cap: Q | undefined): Interval {
  const raised = floor === undefined ? a : larger(a, point(floor))
  return cap === undefined ? raised : smaller(raised, point(cap))
}

function greater(a: Interval, b: Interval): Truth {
  if (a.lo !== null && b.hi !== null && order(a.lo, b.hi) > 0) return 'true'
  if (a.hi !== null && b.lo !== null && order(a.hi, b.lo) <= 0) return 'false'
  return 'unknown'
}

function equal(a: Interval, b: Interval): Truth {
  if (greater(a, b) === 'true' || greater(b, a) === 'true') return 'false'
  return isPoint(a) && isPoint(b) ? 'true' : 'unknown'
}

/** true if the comparison holds for every pair of points, false if for none. */
export function compare(op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne', a: Interval, b: Interval): Truth {
  if (op === 'gt') return greater(a, b)
  if (op === 'lt') return greater(b, a)
  if (op === 'le') return not(greater(a, b))
  if (op === 'ge') return not(greater(b, a))
  return op === 'eq' ? equal(a, b) : not(equal(a, b))
}
