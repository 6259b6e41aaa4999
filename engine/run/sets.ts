import type { FactSet } from '../types.ts'

/** Sets of facts as bit masks over the paths met so far. */
export type Mask = bigint

/** Minimal sets, smallest first. */
export type Masks = readonly Mask[]

/** The paths met while looking for what is missing, and whether anything was cut. */
export interface Ledger {
  readonly bits: Map<string, Mask>
  cut: boolean
}

const MOST_BETWEEN = 256
/** Kept once sets have been left out anyway. */
const MOST_WHEN_CUT = 32
const MOST_PATHS = 1000
/** Stands for every path after that many: sets that hold it are left out, and the ledger says so. */
const BEYOND: Mask = 1n << BigInt(MOST_PATHS)
const MOST_SHOWN = 16

export const NEVER: Masks = Object.freeze([])
export const ALWAYS: Masks = Object.freeze([0n])

/** A ledger without paths. */
export function newLedger(): Ledger {
  return { bits: new Map(), cut: false }
}

/** The bit of a path. */
export function bitOf(ledger: Ledger, path: string): Mask {
  const known = ledger.bits.get(path)
  if (known !== undefined) return known
  if (ledger.bits.size >= MOST_PATHS) {
    ledger.cut = true
    return BEYOND
  }
  const bit = 1n << BigInt(ledger.bits.size)
  ledger.bits.set(path, bit)
  return bit
}

/** Either: the minimal sets of the union. */
export function either(ledger: Ledger, some: Masks, others: Masks): Masks {
  const a = within(some)
  const b = within(others)
  if (a.length === 0) return b
  if (b.length === 0) return a
  return minimal(ledger, [...a, ...b])
}

/** Both: the minimal pairwise unions. */
export function both(ledger: Ledger, some: Masks, others: Masks): Masks {
  const a = within(some)
  const b = within(others)
  if (a.length === 0 || b.length === 0) return NEVER
  if (a.length === 1 && a[0] === 0n) return b
  if (b.length === 1 && b[0] === 0n) return a
  return minimal(
    ledger,
    a.flatMap((x) => b.map((y) => x | y)),
  )
}

function within(masks: Masks): Masks {
  return masks.some((mask) => mask >= BEYOND) ? masks.filter((mask) => mask < BEYOND) : masks
}

function minimal(ledger: Ledger, masks: readonly Mask[]): Masks {
  // As texts, because a Set tells big integers apart by their low digits alone and counting bits one by one is slow.
  const unique = new Map(masks.map((mask) => [mask.toString(2), mask] as const))
  const sorted = [...unique]
    .map(([bits, mask]) => ({ mask, size: bits.replaceAll('0', '').length }))
    .sort((a, b) => a.size - b.size)
  const kept: { readonly mask: Mask; readonly size: number }[] = []
  const most = ledger.cut ? MOST_WHEN_CUT : MOST_BETWEEN
  for (const one of sorted) {
    if (kept.some((smaller) => smaller.size < one.size && (smaller.mask & one.mask) === smaller.mask)) continue
    if (kept.length === most) {
      ledger.cut = true
      break
    }
    kept.push(one)
  }
  return kept.map(({ mask }) => mask)
}

/** The sets by path, each sorted, smallest first and then by text; at most sixteen. */
export function shownSets(ledger: Ledger, masks: Masks): { readonly sets: readonly FactSet[]; readonly cut: boolean } {
  const paths = [...ledger.bits]
  const sets = within(masks).map((mask) =>
    paths
      .filter(([, bit]) => (mask & bit) !== 0n)
      .map(([path]) => path)
      .sort(),
  )
  sets.sort((a, b) => a.length - b.length || compareText(a, b))
  return { sets: sets.slice(0, MOST_SHOWN), cut: sets.length > MOST_SHOWN }
}

function compareText(a: FactSet, b: FactSet): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1
  return 0
}
