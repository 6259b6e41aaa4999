import type { Item, Program, Standard } from '../../dsl/lower/program.ts'
import type { DecisionRecord, TruthName } from '../types.ts'
import { adverse, failing, forces, itemsInForce, type Skeleton } from './skeleton.ts'
import type { CaseResult } from './suite.ts'

/** What the cases of one standard have shown of one item or part. */
export interface ItemCoverage {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly kind: Item['kind']
  /** groups it stands in; 0 for the standard's own items */
  readonly depth: number
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

interface Run {
  readonly name: string
  readonly record: DecisionRecord
}

/**
 * Each item and part seen true, false and unknown, and decisive within its cluster: some case is stopped (or held) by it and by nothing but items it forces; a part is
 * decisive where its group is and turning the part alone turns the group. Cases run under other readings count for what was seen; clusters are those of the readings
 * in force in the case.
 */
export function coverage(program: Program, standard: Standard, results: readonly CaseResult[]): StandardCoverage {
  const runs = results.flatMap((r): Run[] => (r.record ? [{ name: r.name, record: r.record }] : []))
  const covered = (top: Item, item: Item, depth: number, within: (run: Run) => boolean): ItemCoverage[] => {
    const clusters = new Map<string, ReadonlySet<string> | undefined>()
    const clusterOf = (readings: Readonly<Record<string, string>>) => {
      const key = JSON.stringify(readings)
      if (!clusters.has(key)) clusters.set(key, cluster(program, standard, top, item, readings))
      return clusters.get(key)
    }
    const decisive = runs.find((run) => within(run) && stopsAlone(run.record, top.id, clusterOf(run.record.readings)))
    const forced = [...(clusterOf({}) ?? [])].filter((id) => id !== top.id)
    const parts = (item.group?.parts ?? []).flatMap((part) =>
      covered(top, part, depth + 1, (run) => within(run) && turns(run.record, item, part)),
    )
    return [shown(item, depth, runs, decisive, forced), ...parts]
  }
  const items = standard.items.flatMap((item) => covered(item, item, 0, () => true))
  return { policy: program.policy.id, standard: standard.id, items, complete: items.every((i) => i.complete) }
}

/** The standard's item with the items that stop the exit whenever `item` (itself or a part of it) speaks against it; undefined when the reading leaves it out or it decides nothing. */
function cluster(
  program: Program,
  standard: Standard,
  top: Item,
  item: Item,
  readings: Readonly<Record<string, string>>,
): ReadonlySet<string> | undefined {
  const deciding = itemsInForce(program, standard, readings).filter((i) => i.kind !== 'weigh')
  if (!deciding.includes(top)) return undefined
  const stopping = failing(program, top, readings)
  const shape: Skeleton =
    item === top ? stopping : { kind: 'and', items: [stopping, adverse(program, item, top.kind !== 'must', readings)] }
  const forced = deciding.filter((other) => other !== top && forces(shape, failing(program, other, readings)) === true)
  return new Set([top.id, ...forced.map((other) => other.id)])
}

function stopsAlone(record: DecisionRecord, id: string, cluster: ReadonlySet<string> | undefined): boolean {
  if (!cluster) return false
  const top = record.items.filter((i) => i.parent === undefined)
  const stopping = top.filter((i) => i.effect === 'fail' || i.effect === 'hold')
  return (
    stopping.some((i) => i.id === id) &&
    stopping.every((i) => cluster.has(i.id)) &&
    !top.some((i) => i.effect === 'open' && !cluster.has(i.id))
  )
}

function shown(
  item: Item,
  depth: number,
  runs: readonly Run[],
  decisive: Run | undefined,
  forced: readonly string[],
): ItemCoverage {
  const seen = { true: 0, false: 0, unknown: 0 }
  for (const { record } of runs) {
    const found = record.items.find((i) => i.id === item.id)
    if (found) seen[found.value]++
  }
  return {
    id: item.id,
    label: { zh: item.zh, en: item.en },
    kind: item.kind,
    depth,
    seen,
    ...(decisive ? { decisiveIn: decisive.name } : {}),
    forces: forced,
    complete: seen.true > 0 && seen.false > 0 && (item.kind === 'weigh' || (seen.unknown > 0 && decisive !== undefined)),
  }
}

/** Whether the group comes out otherwise when this part's recorded value is turned and the others stay. */
function turns(record: DecisionRecord, item: Item, part: Item): boolean {
  const value = (id: string) => record.items.find((i) => i.id === id)?.value ?? 'unknown'
  const parts = item.group?.parts.map((p) => ({ id: p.id, value: value(p.id) })) ?? []
  const turned = parts.map((p) => (p.id === part.id ? { ...p, value: p.value === 'true' ? 'false' : 'true' } : p))
  const fold = (list: readonly { value: string }[]) => {
    const n = item.group?.mode === 'all' ? list.length : item.group?.mode === 'any' ? 1 : (item.group?.n ?? list.length)
    const sure = list.filter((p) => p.value === 'true').length
    const possible = list.filter((p) => p.value !== 'false').length
    return sure >= n ? 'true' : possible < n ? 'false' : 'unknown'
  }
  return value(part.id) !== 'unknown' && fold(parts) !== fold(turned)
}
