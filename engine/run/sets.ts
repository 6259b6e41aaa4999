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
  const bit = 1n << BigInt(ledger.bits.size)
  ledger.bits.set(path, bit)
  return bit
}

/** Either: the minimal sets of the union. */
export function either(ledger: Ledger, a: Masks, b: Masks): Masks {
  if (a.length === 0) return b
  if (b.length === 0) return a
  return minimal(ledger, [...a, ...b])
}

/** Both: the minimal pairwise unions. */
export function both(ledger: Ledger, a: Masks, b: Masks): Masks {
  if (a.length === 0 || b.length === 0) return NEVER
  if (a.length === 1 && a[0] === 0n) return b
  if (b.length === 1 && b[0] === 0n) return a
  return minimal(
    ledger,
    a.flatMap((x) => b.map((y) => x | y)),
  )
}

function minimal(ledger: Ledger, masks: readonly Mask[]): Masks {
  const sorted = [...new Set(masks)].map((mask) => ({ mask, size: sizeOf(mask) })).sort((a, b) => a.size - b.size)
  const kept: Mask[] = []
  for (const { mask } of sorted) {
    if (kept.some((smaller) => (smaller & mask) === smaller)) continue
    if (kept.length === MOST_BETWEEN) {
      ledger.cut = true
      break
    }
    kept.push(mask)
  }
  return kept
}

function sizeOf(mask: Mask): number {
  let size = 0
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) size++
  return size
}

/** The sets by path, each sorted, smallest first and then by text; at most sixteen. */
export function shownSets(ledger: Ledger, masks: Masks): { readonly sets: readonly FactSet[]; readonly cut: boolean } {
  const paths = [...ledger.bits]
  const sets = masks.map((mask) =>
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
