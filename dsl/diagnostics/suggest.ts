/**
 * The names nearest to what was typed, best first, at most `most`. Counts one edit per changed, missing, extra or swapped character; a name is near when
 * the edits are at most a third of its length (at least one), or when one contains the other and both have two characters or more.
 */
export function nearest(typed: string, names: Iterable<string>, most = 3): readonly string[] {
  const found: { name: string; distance: number }[] = []
  const wanted = typed.toLowerCase()
  for (const name of new Set(names)) {
    const candidate = name.toLowerCase()
    if (candidate === '') continue
    const contains = Math.min(wanted.length, candidate.length) >= 2 && (candidate.includes(wanted) || wanted.includes(candidate))
    const distance = edits(wanted, candidate)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3))
    const whollyNew = distance >= Math.max(wanted.length, candidate.length)
    if (!whollyNew && (distance <= allowed || contains)) found.push({ name, distance })
  }
  found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  return found.slice(0, most).map((entry) => entry.name)
}

function edits(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 64) return a === b ? 0 : Number.POSITIVE_INFINITY
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, beforeLast[j - 2]! + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
