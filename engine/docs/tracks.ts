/** A stretch of a channel that one line needs for itself. Lines with the same key run together. */
export interface Stretch {
  readonly channel: number
  readonly key: string
  readonly low: number
  readonly high: number
}

/** The track of each key in each channel, and how many tracks a channel has. */
export interface Tracks {
  readonly of: (channel: number, key: string) => number
  readonly count: (channel: number) => number
}

/** Gives stretches tracks so that two of one track never touch, taking the first free track in the order they begin. */
export function assignTracks(stretches: readonly Stretch[]): Tracks {
  const merged = new Map<string, { channel: number; key: string; low: number; high: number }>()
  for (const one of stretches) {
    const id = `${one.channel} ${one.key}`
    const known = merged.get(id)
    if (known === undefined) {
      merged.set(id, { ...one })
      continue
    }
    known.low = Math.min(known.low, one.low)
    known.high = Math.max(known.high, one.high)
  }
  const ends = new Map<number, number[]>()
  const track = new Map<string, number>()
  const inOrder = [...merged].sort(([, a], [, b]) => a.channel - b.channel || a.low - b.low || a.high - b.high)
  for (const [id, { channel, low, high }] of inOrder) {
    const taken = ends.get(channel) ?? []
    ends.set(channel, taken)
    const free = taken.findIndex((end) => end < low)
    const at = free < 0 ? taken.length : free
    taken[at] = high
    track.set(id, at)
  }
  return {
    of: (channel, key) => track.get(`${channel} ${key}`) ?? 0,
    count: (channel) => ends.get(channel)?.length ?? 0,
  }
}
