import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALL,
  addI,
  type CompareOp,
  compareI,
  divideI,
  hull,
  type Interval,
  interval,
  isPoint,
  maximumI,
  minimumI,
  multiplyI,
  NON_NEGATIVE,
  negateI,
  point,
  roundI,
  subtractI,
} from '../../dsl/value/interval.ts'
import {
  add,
  compare,
  divide,
  equals,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../dsl/value/rational.ts'
import { round } from '../../dsl/value/rounding.ts'
import { FALSE, TRUE, UNKNOWN } from '../../dsl/value/truth.ts'
import { anyInterval, anyRational, intervalWithMember } from './arbitraries.ts'

const q = (text: string) => parseRational(text)!
const span = (lo: string | null, hi: string | null) => interval(lo === null ? null : q(lo), hi === null ? null : q(hi))
const holds = (i: Interval, x: Rational) => (i.lo === null || compare(i.lo, x) <= 0) && (i.hi === null || compare(x, i.hi) <= 0)

describe('interval arithmetic', () => {
  it('contains every pointwise result', () => {
    fc.assert(
      fc.property(intervalWithMember, intervalWithMember, ([a, x], [b, y]) => {
        expect(holds(addI(a, b), add(x, y))).toBe(true)
        expect(holds(subtractI(a, b), subtract(x, y))).toBe(true)
        expect(holds(multiplyI(a, b), multiply(x, y))).toBe(true)
        expect(holds(negateI(a), negate(x))).toBe(true)
        expect(holds(minimumI(a, b), minimum(x, y))).toBe(true)
        expect(holds(maximumI(a, b), maximum(x, y))).toBe(true)
        expect(holds(hull(a, b), x) && holds(hull(a, b), y)).toBe(true)
        expect(holds(roundI(a, 'half_even', rational(2n, 3n)), round(x, 'half_even', rational(2n, 3n)))).toBe(true)
        if (!equals(y, ZERO)) expect(holds(divideI(a, b), divide(x, y))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('is no wider than its corner results when bounded', () => {
    const bounded = anyInterval.filter((i) => i.lo !== null && i.hi !== null)
    const corners = (a: Interval, b: Interval, f: (x: Rational, y: Rational) => Rational) =>
      [a.lo!, a.hi!].flatMap((x) => [b.lo!, b.hi!].map((y) => f(x, y)))
    fc.assert(
      fc.property(bounded, bounded, (a, b) => {
        const zeroFree = !holds(b, ZERO)
        const cases = [
          [addI(a, b), corners(a, b, add)],
          [subtractI(a, b), corners(a, b, subtract)],
          [multiplyI(a, b), corners(a, b, multiply)],
          [minimumI(a, b), corners(a, b, minimum)],
          [maximumI(a, b), corners(a, b, maximum)],
          ...(zeroFree ? [[divideI(a, b), corners(a, b, divide)] as const] : []),
        ] as const
        for (const [got, ends] of cases) expect(got).toEqual({ lo: ends.reduce(minimum), hi: ends.reduce(maximum) })
      }),
    )
  })

  it('is exact on points', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (x, y) => {
        expect(addI(point(x), point(y))).toEqual(point(add(x, y)))
        expect(multiplyI(point(x), point(y))).toEqual(point(multiply(x, y)))
        if (!equals(y, ZERO)) expect(divideI(point(x), point(y))).toEqual(point(divide(x, y)))
      }),
    )
  })

  it('handles infinity', () => {
    expect(multiplyI(point(ZERO), ALL)).toEqual(point(ZERO))
    expect(multiplyI(NON_NEGATIVE, NON_NEGATIVE)).toEqual(NON_NEGATIVE)
    expect(multiplyI(ALL, span('-1', '-1'))).toEqual(ALL)
    expect(multiplyI(span('-2', '3'), span('1', null))).toEqual(ALL)
    expect(multiplyI(span(null, '-1'), span('2', null))).toEqual(span(null, '-2'))
    expect(divideI(span('1', '2'), span('4', null))).toEqual(span('0', '1/2'))
    expect(divideI(span('1', null), span('-4', '-2'))).toEqual(span(null, '-1/4'))
    expect(divideI(span('1', '2'), span(null, '-1'))).toEqual(span('-2', '0'))
    expect(addI(NON_NEGATIVE, span(null, '1'))).toEqual(ALL)
    expect(minimumI(NON_NEGATIVE, span('-1', '5'))).toEqual(span('-1', '5'))
    expect(maximumI(ALL, NON_NEGATIVE)).toEqual(NON_NEGATIVE)
    expect(hull(point(ONE), span('3', null))).toEqual(span('1', null))
  })

  it('knows nothing of a quotient whose divisor may be zero', () => {
    for (const divisor of [point(ZERO), span('0', '1'), span('-1', '0'), NON_NEGATIVE, ALL]) {
      expect(divideI(point(ONE), divisor)).toEqual(ALL)
    }
  })

  it('refuses an empty interval and tells points', () => {
    expect(() => span('2', '1')).toThrow(RangeError)
    expect([isPoint(point(ONE)), isPoint(span('1', '2')), isPoint(NON_NEGATIVE)]).toEqual([true, false, false])
  })
})

describe('compareI', () => {
  const OPS: readonly CompareOp[] = ['gt', 'ge', 'lt', 'le', 'eq', 'ne']
  const test = (op: CompareOp, x: number, y: number): boolean =>
    ({ gt: x > y, ge: x >= y, lt: x < y, le: x <= y, eq: x === y, ne: x !== y })[op]

  it('agrees with brute force on a grid', () => {
    const whole = (n: number) => rational(BigInt(n))
    const grid = [0, 1, 2, 3, null] as const
    // INVARIANT: −1 and 4 lie outside every finite bound, so they stand for all that an infinite bound adds.
    const members = (lo: number | null, hi: number | null) => [-1, 0, 1, 2, 3, 4].filter((x) => x >= (lo ?? -1) && x <= (hi ?? 4))
    const intervals = grid
      .flatMap((lo) => grid.map((hi) => [lo, hi] as const))
      .filter(([lo, hi]) => lo === null || hi === null || lo <= hi)
    for (const [alo, ahi] of intervals) {
      for (const [blo, bhi] of intervals) {
        for (const op of OPS) {
          const outcomes = members(alo, ahi).flatMap((x) => members(blo, bhi).map((y) => test(op, x, y)))
          const expected = outcomes.every(Boolean) ? TRUE : outcomes.some(Boolean) ? UNKNOWN : FALSE
          const a = interval(alo === null ? null : whole(alo), ahi === null ? null : whole(ahi))
          const b = interval(blo === null ? null : whole(blo), bhi === null ? null : whole(bhi))
          expect([op, alo, ahi, blo, bhi, compareI(op, a, b)]).toEqual([op, alo, ahi, blo, bhi, expected])
        }
      }
    }
  })

  it('decides at the boundary', () => {
    expect(compareI('le', span('1/100', '1/50'), point(q('0.02')))).toBe(TRUE)
    expect(compareI('lt', span('1/100', '1/50'), point(q('0.02')))).toBe(UNKNOWN)
    expect(compareI('gt', point(q('3700')), point(q('3700')))).toBe(FALSE)
    expect(compareI('ge', NON_NEGATIVE, point(ZERO))).toBe(TRUE)
    expect(compareI('eq', point(ONE), span('1', '2'))).toBe(UNKNOWN)
    expect(compareI('ne', point(ONE), span('2', null))).toBe(TRUE)
  })
})
