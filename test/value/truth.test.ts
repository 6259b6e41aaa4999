import { describe, expect, it } from 'vitest'
import { and, FALSE, fromBoolean, not, or, TRUE, type Truth, truthName, UNKNOWN } from '../../dsl/value/truth.ts'

const ALL_TRUTHS: readonly Truth[] = [FALSE, TRUE, UNKNOWN]

/** The classical outcomes an unknown may still have. */
function resolutions(t: Truth): readonly boolean[] {
  return t === UNKNOWN ? [false, true] : [t === TRUE]
}

function summary(outcomes: readonly boolean[]): Truth {
  return outcomes.every(Boolean) ? TRUE : outcomes.some(Boolean) ? UNKNOWN : FALSE
}

describe('Kleene logic', () => {
  it('agrees with every resolution of the unknowns', () => {
    for (const a of ALL_TRUTHS) {
      expect(not(a)).toBe(summary(resolutions(a).map((x) => !x)))
      for (const b of ALL_TRUTHS) {
        const pairs = resolutions(a).flatMap((x) => resolutions(b).map((y) => [x, y] as const))
        expect(and(a, b)).toBe(summary(pairs.map(([x, y]) => x && y)))
        expect(or(a, b)).toBe(summary(pairs.map(([x, y]) => x || y)))
        expect(not(and(a, b))).toBe(or(not(a), not(b)))
      }
    }
  })

  it('names values and takes booleans', () => {
    expect(ALL_TRUTHS.map(truthName)).toEqual(['false', 'true', 'unknown'])
    expect([fromBoolean(true), fromBoolean(false)]).toEqual([TRUE, FALSE])
  })
})
