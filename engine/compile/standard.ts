import type { Item, Standard } from '../../dsl/lower/program.ts'
import { falseUnlessApplied } from '../run/outcome.ts'
import type { Outcome } from '../types.ts'
import type { Region } from './region.ts'
import { type Frame, keep, type Shop, type TruthAt } from './site.ts'
import { compileTruth, conjunction, constant, disjunction, negated } from './truths.ts'

/** The outcome of a standard on a row. The row's element has neither departures nor re-checks: those are left to the exact reader. */
export type OutcomeAt = (row: number) => Outcome

interface QuickItem {
  readonly item: Item
  readonly truth: TruthAt
  /** writes the truths of the item and its parts from `at` on and gives the item's */
  readonly spell: (row: number, values: number[], at: number) => number
  readonly size: number
}

/** A standard compiled for one region. */
export interface QuickStandard {
  readonly outcome: OutcomeAt
  readonly spell: (row: number, values: number[]) => Outcome
  readonly size: number
}

/** The outcome of a standard on the rows of a region. */
export function compileOutcome(shop: Shop, standard: Standard, region: Region): OutcomeAt {
  return compileStandard(shop, standard, region).outcome
}

/** Compiles a standard for the rows of a region. */
export function compileStandard(shop: Shop, standard: Standard, region: Region): QuickStandard {
  return keep(shop, region, `standard ${standard.id}`, () => make(shop, standard, [{ region, row: 0 }]))
}

function make(shop: Shop, standard: Standard, frames: readonly Frame[]): QuickStandard {
  const guard = standard.guard === undefined ? constant(1) : compileTruth(shop, standard.guard, frames)
  const items = standard.items.filter((item) => inForce(shop, item)).map((item) => compileItem(shop, item, item, frames))
  const fails = items.filter(({ item }) => item.kind === 'must' || item.kind === 'bar')
  const waits = items.filter(({ item }) => item.kind === 'suspend')
  const failing = fails.map(({ item, truth }) => (item.kind === 'must' ? negated(truth) : truth))
  const waiting = waits.map(({ truth }) => truth)
  const outcome: OutcomeAt = (row) => {
    const applies = guard(row)
    if (applies !== 1) return applies === 0 ? 'not-applicable' : 'undetermined'
    let open = false
    for (let i = 0; i < failing.length; i++) {
      const fail = failing[i]!(row)
      if (fail === 1) return 'unmet'
      if (fail === 2) open = true
    }
    return afterFail(row, waiting, open)
  }
  const spell = (row: number, values: number[]): Outcome => {
    let at = 0
    let fail = 0
    let hold = 0
    for (let i = 0; i < items.length; i++) {
      const { item, spell: write, size } = items[i]!
      const value = write(row, values, at)
      at += size
      if (item.kind === 'must') fail = joined(fail, value === 2 ? 2 : 1 - value)
      else if (item.kind === 'bar') fail = joined(fail, value)
      else if (item.kind === 'suspend') hold = joined(hold, value)
    }
    const applies = guard(row)
    if (applies !== 1) return applies === 0 ? 'not-applicable' : 'undetermined'
    if (fail === 1) return 'unmet'
    if (hold === 1) return 'suspended'
    return fail === 0 && hold === 0 ? 'met' : 'undetermined'
  }
  return { outcome, spell, size: items.reduce((sum, { size }) => sum + size, 0) }
}

function joined(a: number, b: number): number {
  return a === 1 || b === 1 ? 1 : a === 0 ? b : 2
}

function afterFail(row: number, waiting: readonly TruthAt[], failOpen: boolean): Outcome {
  let open = failOpen
  for (let i = 0; i < waiting.length; i++) {
    const hold = waiting[i]!(row)
    if (hold === 1) return 'suspended'
    if (hold === 2) open = true
  }
  return open ? 'undetermined' : 'met'
}

function inForce(shop: Shop, item: Item): boolean {
  return item.under.every((entry) => shop.run.model.readings.get(entry.reading) === entry.choice)
}

function compileItem(shop: Shop, item: Item, root: Item, frames: readonly Frame[]): QuickItem {
  const compile = (expr: Parameters<typeof compileTruth>[1]) => compileTruth(shop, expr, frames)
  const deemed = item.deemed.map(compile)
  const except = item.except.map((expr) => negated(compile(expr)))
  const when = item.when && compile(item.when)
  const wrap = (own: TruthAt): TruthAt => {
    const value = conjunction([disjunction([own, ...deemed]), ...except])
    if (when === undefined) return value
    return falseUnlessApplied(root) ? conjunction([when, value]) : disjunction([negated(when), value])
  }
  if (item.group === undefined) {
    const truth = wrap(item.condition === undefined ? constant(1) : compile(item.condition))
    const spell = (row: number, values: number[], at: number): number => {
      const value = truth(row)
      values[at] = value
      return value
    }
    return { item, truth, spell, size: 1 }
  }
  const parts = item.group.parts.filter((part) => inForce(shop, part)).map((part) => compileItem(shop, part, root, frames))
  const combine = (truths: readonly TruthAt[]) => wrap(grouped(item.group!, truths))
  // The parts' truths have been written by the time the group's is worked out.
  let written: number[] = []
  let offset = 0
  let place = 1
  const spelt = combine(
    parts.map((part) => {
      const own = place
      place += part.size
      return () => written[offset + own]!
    }),
  )
  const size = place
  const { mode } = item.group
  const bare = item.when === undefined && deemed.length === 0 && except.length === 0 && mode !== 'at_least'
  const decisive = mode === 'all' ? 0 : 1
  const spell = (row: number, values: number[], at: number): number => {
    let next = at + 1
    if (bare) {
      let value = 1 - decisive
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!.spell(row, values, next)
        next += parts[i]!.size
        if (part === decisive) value = part
        else if (part === 2 && value !== decisive) value = 2
      }
      values[at] = value
      return value
    }
    for (let i = 0; i < parts.length; i++) {
      parts[i]!.spell(row, values, next)
      next += parts[i]!.size
    }
    written = values
    offset = at
    const value = spelt(row)
    values[at] = value
    return value
  }
  return { item, truth: combine(parts.map((part) => part.truth)), spell, size }
}

function grouped(group: NonNullable<Item['group']>, truths: readonly TruthAt[]): TruthAt {
  switch (group.mode) {
    case 'all':
      return conjunction(truths)
    case 'any':
      return disjunction(truths)
    case 'at_least': {
      const needed = group.n ?? 1
      return (row) => {
        let sure = 0
        let possible = 0
        for (let i = 0; i < truths.length; i++) {
          const truth = truths[i]!(row)
          if (truth === 1) sure++
          if (truth !== 0) possible++
        }
        return sure >= needed ? 1 : possible < needed ? 0 : 2
      }
    }
    default: {
      const unreachable: never = group.mode
      return unreachable
    }
  }
}
