import fc from 'fast-check'
import { type Interval, interval } from '../../dsl/value/interval.ts'
import { compare, type Rational, rational } from '../../dsl/value/rational.ts'

/** Rationals from small to several hundred bits. */
export const anyRational: fc.Arbitrary<Rational> = fc
  .oneof(
    fc.tuple(fc.bigInt(-50n, 50n), fc.bigInt(1n, 12n)),
    fc.tuple(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 10n ** 20n)),
  )
  .map(([n, d]) => rational(n, d))

/** Rationals that collide often. */
export const smallRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt(-6n, 6n), fc.bigInt(1n, 3n))
  .map(([n, d]) => rational(n, d))

const bound = fc.option(smallRational, { nil: null, freq: 4 })

export const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(bound, bound)
  .map(([a, b]) => (a !== null && b !== null && compare(a, b) > 0 ? interval(b, a) : interval(a, b)))

/** An interval and a number in it. */
export const intervalWithMember: fc.Arbitrary<readonly [Interval, Rational]> = fc
  .tuple(smallRational, fc.option(smallRational), fc.option(smallRational))
  .map(([member, a, b]) => {
    const lo = a !== null && compare(a, member) > 0 ? member : a
    const hi = b !== null && compare(b, member) < 0 ? member : b
    return [interval(lo, hi), member] as const
  })
