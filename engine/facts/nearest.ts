const MAX_LENGTH = 64

/**
 * The names nearest to what was typed, best first, at most three: those within a third of their length in edits (at least one), and
 * those that contain it or are contained in it. Empty when nothing is near.
 */
export function nearest(typed: string, names: Iterable<string>): readonly string[] {
  const wanted = typed.toLowerCase()
  if (wanted === '' || wanted.length > MAX_LENGTH) return []
  const found: { readonly name: string; readonly distance: number }[] = []
  for (const name of new Set(names)) {
    const candidate = name.toLowerCase()
    const length = Math.max(wanted.length, candidate.length)
    if (candidate === '' || length > MAX_LENGTH) continue
    const distance = edits(wanted, candidate)
    const within = Math.min(wanted.length, candidate.length) >= 2 && (candidate.includes(wanted) || wanted.includes(candidate))
    if (distance < length && (within || distance <= Math.max(1, Math.floor(length / 3)))) found.push({ name, distance })
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return found.slice(0, 3).map((entry) => entry.name)
}

/** Changed, missing and extra characters. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
