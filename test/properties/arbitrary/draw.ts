import fc from 'fast-check'

/** Choices made one after another from a seed: the same seed, the same choices. */
export interface Draw {
  /** a whole number from low to high, both included */
  int(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** true in `percent` of cases */
  chance(percent: number): boolean
}

/** A small generator of good enough numbers (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    int,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[int(0, items.length - 1)]!
    },
    chance: (percent) => next() * 100 < percent,
  }
}

/** What `build` makes of random choices; fast-check's seed decides which. Shrinking is left to reduce.ts, which knows programs. */
export function drawn<T>(build: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 }))).map((seed) => build(drawFrom(seed)))
}

/** The items in another order. */
export function shuffle<T>(draw: Draw, items: readonly T[]): T[] {
  const left = [...items]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(draw.int(0, left.length - 1), 1))
  return out
}
