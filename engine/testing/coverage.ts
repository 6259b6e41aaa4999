import type { Item, Program, Standard } from '../../dsl/lower/program.ts'
import type { TruthName } from '../types.ts'
import { failing, forces, itemsInForce } from './skeleton.ts'
import type { CaseResult } from './suite.ts'

/** What the cases of one standard have shown of one item. */
export interface ItemCoverage {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly kind: Item['kind']
  readonly seen: Readonly<Record<TruthName, number>>
  /** the case in which this item, with those it forces, was the only thing that stopped the exit; 统筹 never decides */
  readonly decisiveIn?: string
  /** items that stop the exit whenever this one does: it can never be the sole reason */
  readonly forces: readonly string[]
  readonly complete: boolean
}

export interface StandardCoverage {
  readonly policy: string
  readonly standard: string
  readonly items: readonly ItemCoverage[]
  readonly complete: boolean
}

/**
 * Each item seen true, false and unknown, and decisive within its cluster: some case is stopped (or held) by it and by nothing but items it forces. Cases run under
 * other readings count for what was seen; clusters are those of the readings the policy chose.
 */
export function coverage(program: Program, standard: Standard, results: readonly CaseResult[]): StandardCoverage {
  const records = results.flatMap((r) => (r.record ? [{ name: r.name, record: r.record }] : []))
  const deciding = itemsInForce(program, standard).filter((item) => item.kind !== 'weigh')
  const shapes = new Map(deciding.map((item) => [item.id, failing(program, item)]))
  const items = standard.items.map((item): ItemCoverage => {
    const seen = { true: 0, false: 0, unknown: 0 }
    for (const { record } of records) {
      const found = record.items.find((i) => i.id === item.id)
      if (found) seen[found.value]++
    }
    const shape = shapes.get(item.id)
    const forced = shape ? deciding.filter((other) => other.id !== item.id && forces(shape, shapes.get(other.id)!) === true).map((other) => other.id) : []
    const cluster = new Set([item.id, ...forced])
    const decisive = records.find(({ record }) => {
      const stopping = record.items.filter((i) => i.parent === undefined && (i.effect === 'fail' || i.effect === 'hold'))
      const open = record.items.some((i) => i.parent === undefined && i.effect === 'open' && !cluster.has(i.id))
      return !open && stopping.some((i) => i.id === item.id) && stopping.every((i) => cluster.has(i.id))
    })
    const decides = item.kind === 'weigh' || decisive !== undefined || !shapes.has(item.id)
    return {
      id: item.id,
      label: { zh: item.zh, en: item.en },
      kind: item.kind,
      seen,
      ...(decisive ? { decisiveIn: decisive.name } : {}),
      forces: forced,
      complete: seen.true > 0 && seen.false > 0 && (seen.unknown > 0 || item.kind === 'weigh') && decides,
    }
  })
  return { policy: program.policy.id, standard: standard.id, items, complete: items.every((i) => i.complete) }
}
