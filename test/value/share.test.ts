import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interval, point } from '../../dsl/value/interval.ts'
import { compare, maximum, minimum, ONE, type Rational, rational, ZERO } from '../../dsl/value/rational.ts'
import { shareInterval } from '../../dsl/value/share.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'

interface Element {
  readonly inF: Truth
  readonly p: Truth
}

const truth = fc.constantFrom<Truth>(FALSE, TRUE, UNKNOWN)
const elements = fc.array(fc.record({ inF: truth, p: truth }), { maxLength: 6 })

/** Every [members, hits] that resolving all the unknowns can give. */
function resolve(list: readonly Element[]): readonly (readonly [number, number])[] {
  const options = (t: Truth) => (t === UNKNOWN ? [0, 1] : [t === TRUE ? 1 : 0])
  return list.reduce<readonly (readonly [number, number])[]>(
    (sofar, e) =>
      sofar.flatMap(([members, hits]) =>
        options(e.inF).flatMap((f) => options(e.p).map((p) => [members + f, hits + f * p] as const)),
      ),
    [[0, 0]],
  )
}

function counts(list: readonly Element[]) {
  const count = (test: (e: Element) => boolean) => list.filter(test).length
  return {
    hits: count((e) => e.inF === TRUE && e.p === TRUE),
    misses: count((e) => e.inF === TRUE && e.p === FALSE),
    possibleHits: count((e) => e.inF !== FALSE && e.p !== FALSE),
    possibleMisses: count((e) => e.inF !== FALSE && e.p !== TRUE),
    sure: count((e) => e.inF === TRUE),
  }
}

describe('shareInterval', () => {
  it('is exactly the hull of all resolutions', () => {
    fc.assert(
      fc.property(elements, (list) => {
        const c = counts(list)
        const outcomes = resolve(list)
        const shares = outcomes
          .filter(([members]) => members > 0)
          .map(([members, hits]) => rational(BigInt(hits), BigInt(members)))
        const empties = outcomes.filter(([members]) => members === 0).length
        const expected = shares.length === 0 ? null : { lo: shares.reduce(minimum), hi: shares.reduce(maximum) }
        const empty = empties === 0 ? 'no' : empties === outcomes.length ? 'yes' : 'maybe'
        expect(shareInterval(c.hits, c.misses, c.possibleHits, c.possibleMisses, c.sure)).toEqual({ interval: expected, empty })
        // Without the count of sure members it may say 'maybe' for 'no', and nothing else changes.
        const guessed = shareInterval(c.hits, c.misses, c.possibleHits, c.possibleMisses)
        expect(guessed.interval).toEqual(expected)
        expect(guessed.empty === empty || (guessed.empty === 'maybe' && empty === 'no')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('only narrows when an unknown is resolved', () => {
    const within = (inner: Rational, lo: Rational | null, hi: Rational | null) =>
      compare(lo!, inner) <= 0 && compare(inner, hi!) <= 0
    fc.assert(
      fc.property(elements, fc.nat(), fc.boolean(), (list, at, yes) => {
        const open = list.findIndex((e, i) => i >= at % (list.length + 1) && (e.inF === UNKNOWN || e.p === UNKNOWN))
        if (open < 0) return
        const value: Truth = yes ? TRUE : FALSE
        const next = list.map((e, i) => (i !== open ? e : e.inF === UNKNOWN ? { ...e, inF: value } : { ...e, p: value }))
        const [before, after] = [list, next].map((l) => {
          const c = counts(l)
          return shareInterval(c.hits, c.misses, c.possibleHits, c.possibleMisses, c.sure)
        })
        if (before!.empty !== 'maybe') expect(after!.empty).toBe(before!.empty)
        const narrowed = after!.interval
        if (narrowed === null) return
        expect(within(narrowed.lo!, before!.interval!.lo, before!.interval!.hi)).toBe(true)
        expect(within(narrowed.hi!, before!.interval!.lo, before!.interval!.hi)).toBe(true)
      }),
    )
  })

  it('settles the edges', () => {
    expect(shareInterval(0, 0, 0, 0)).toEqual({ interval: null, empty: 'yes' })
    expect(shareInterval(0, 0, 2, 0)).toEqual({ interval: point(ONE), empty: 'maybe' })
    expect(shareInterval(0, 0, 0, 2)).toEqual({ interval: point(ZERO), empty: 'maybe' })
    expect(shareInterval(0, 0, 1, 1)).toEqual({ interval: interval(ZERO, ONE), empty: 'maybe' })
    expect(shareInterval(0, 0, 1, 1, 1)).toEqual({ interval: interval(ZERO, ONE), empty: 'no' })
    expect(shareInterval(1, 49, 1, 49)).toEqual({ interval: point(rational(1n, 50n)), empty: 'no' })
    expect(shareInterval(3, 1, 4, 2)).toEqual({ interval: interval(rational(3n, 5n), rational(4n, 5n)), empty: 'no' })
  })

  it.each([
    [2, 0, 1, 0],
    [0, 2, 0, 1],
    [-1, 0, 0, 0],
    [0.5, 0, 1, 0],
    [1, 0, 1, 0, 0],
    [0, 0, 1, 0, 2],
  ] as const)('refuses contradictory counts %j', (...args: readonly number[]) => {
    expect(() => shareInterval(args[0]!, args[1]!, args[2]!, args[3]!, ...args.slice(4, 5))).toThrow(RangeError)
  })
})
