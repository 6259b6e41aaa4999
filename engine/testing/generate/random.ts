/** A stream of numbers from 0 (included) to 1 (excluded). Only integer arithmetic and products, so every machine draws the same. */
export type Random = () => number

/** The stream that belongs to the keys (sfc32, seeded with their text); other keys, another stream. */
export function randomOf(...keys: readonly (string | number)[]): Random {
  const word = seeding(keys.join('\u0000'))
  let [a, b, c, d] = [word(), word(), word(), word()]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** 32-bit words from a text (xmur3). */
function seeding(text: string): () => number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h | 0
  }
}

/** A whole number from low to high, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** True in `share` of the draws. */
export function chance(random: Random, share: number): boolean {
  return random() < share
}

/** One of the list. Throws RangeError for an empty one. */
export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('nothing to pick from')
  return list[Math.floor(random() * list.length)]!
}

/** An index by weight. */
export function weighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!
    if (left < 0) return i
  }
  return weights.length - 1
}

/** Roughly normal, mean 0 and deviation 1, between −3 and 3: six draws, no logarithm that differs by machine. */
export function bell(random: Random): number {
  let sum = -3
  for (let i = 0; i < 6; i++) sum += random()
  return sum * Math.SQRT2
}

/** A factor around 1, skewed as incomes are: about e^(spread · bell). */
export function skewed(random: Random, spread: number): number {
  let factor = 1 + (spread * bell(random)) / 64
  for (let i = 0; i < 6; i++) factor *= factor
  return factor
}

/** The list in another order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = whole(random, 0, i)
    const kept = out[i]!
    out[i] = out[j]!
    out[j] = kept
  }
  return out
}
