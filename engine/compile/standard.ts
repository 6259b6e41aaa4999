import type { Expr, Item, Standard } from '../../dsl/lower/program.ts'
import { falseUnlessApplied } from '../run/outcome.ts'
import type { Outcome } from '../types.ts'
import { compileAll, type Part } from './junction.ts'
import { conjunction, constant, disjunction, negated } from './logic.ts'
import type { Region } from './region.ts'
import { type Frame, keep, type Shop, type TruthAt } from './site.ts'
import { type Tests, testRow, testsOf } from './tests.ts'
import { compileTruth } from './truths.ts'

/** The outcome of a standard on a row. The row's element has neither departures nor re-checks: those are left to the exact reader. */
export type OutcomeAt = (row: number) => Outcome

interface QuickItem {
  readonly item: Item
  readonly truth: TruthAt
  /** place among the items in preorder */
  readonly at: number
}

/** A truth goes to its place; that of a group without more ado is worked out from its parts' places, which come first. */
interface Step {
  readonly at: number
  readonly truth: TruthAt | undefined
  readonly parts: readonly number[]
  readonly decisive: 0 | 1
}

/** A standard compiled for one region. */
export interface QuickStandard {
  readonly outcome: OutcomeAt
  readonly met: TruthAt
  readonly spell: (row: number, values: number[]) => Outcome
  readonly size: number
}

/** Whether the rows of a region meet a standard: guard ∧ ¬fail ∧ ¬hold. */
export function compileMet(shop: Shop, standard: Standard, region: Region): TruthAt {
  return compileStandard(shop, standard, region).met
}

/** Compiles a standard for the rows of a region. */
export function compileStandard(shop: Shop, standard: Standard, region: Region): QuickStandard {
  return keep(shop, region, `standard ${standard.id}`, () => make(shop, standard, [{ region, row: 0 }]))
}

function make(shop: Shop, standard: Standard, frames: readonly Frame[]): QuickStandard {
  const guard = standard.guard === undefined ? constant(1) : compileTruth(shop, standard.guard, frames)
  const sheet: Sheet = { values: [], size: 0, plain: [], steps: [] }
  const items = standard.items.filter((item) => inForce(shop, item)).map((item) => compileItem(shop, item, item, frames, sheet))
  const waits = items.filter(({ item }) => item.kind === 'suspend')
  const waiting = waits.map(({ truth }) => truth)
  const passes = compilePasses(shop, items, frames)
  const met = conjunction([guard, passes, ...waiting.map(negated)])
  const outcome: OutcomeAt = (row) => {
    const applies = guard(row)
    if (applies !== 1) return applies === 0 ? 'not-applicable' : 'undetermined'
    const passing = passes(row)
    return passing === 0 ? 'unmet' : afterFail(row, waiting, passing === 2)
  }
  const fails = items.filter(decides)
  const failsWhen = fails.map(({ item }) => (item.kind === 'must' ? 0 : 1))
  const failsAt = fails.map(({ at }) => at)
  const waitsAt = waits.map(({ at }) => at)
  const { steps } = sheet
  const fill = filler(sheet.plain)
  const spell = (row: number, values: number[]): Outcome => {
    sheet.values = values
    fill(row, values)
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i]!
      const { truth } = step
      values[step.at] = truth !== undefined ? truth(row) : gathered(values, step.parts, step.decisive)
    }
    const applies = guard(row)
    if (applies !== 1) return applies === 0 ? 'not-applicable' : 'undetermined'
    let open = false
    for (let i = 0; i < failsAt.length; i++) {
      const value = values[failsAt[i]!]!
      if (value === failsWhen[i]!) return 'unmet'
      if (value === 2) open = true
    }
    let hold = 0
    for (let i = 0; i < waitsAt.length; i++) hold = joined(hold, values[waitsAt[i]!]!)
    if (hold === 1) return 'suspended'
    return open || hold === 2 ? 'undetermined' : 'met'
  }
  return { outcome, met, spell, size: sheet.size }
}

function decides({ item }: QuickItem): boolean {
  return item.kind === 'must' || item.kind === 'bar'
}

/** Fills in items that are plain tests: those of the first word, which are most, without a call each. */
function filler(plain: readonly Plain[]): (row: number, values: number[]) => void {
  const first = plain[0]?.tests.word
  if (first === undefined) return () => undefined
  const near = plain.filter(({ tests }) => tests.word === first && tests.more === undefined)
  const far = plain.filter((entry) => !near.includes(entry))
  const places = Int32Array.from(near, ({ at }) => at)
  const yes = Int32Array.from(near, ({ tests }) => tests.yes)
  const no = Int32Array.from(near, ({ tests }) => tests.no)
  const whenFalse = Int32Array.from(near, ({ negate }) => (negate ? 1 : 0))
  return (row, values) => {
    const trues = first.trues[row]!
    const falses = first.falses[row]!
    for (let i = 0; i < places.length; i++) {
      const y = yes[i]!
      const n = no[i]!
      const failed = whenFalse[i]!
      values[places[i]!] = ((trues & n) | (falses & y)) !== 0 ? failed : ((trues & y) | (falses & n)) === (y | n) ? 1 - failed : 2
    }
    for (let i = 0; i < far.length; i++) {
      const { at, tests, negate } = far[i]!
      const truth = testRow(tests, row)
      values[at] = truth === 2 || !negate ? truth : 1 - truth
    }
  }
}

/** Whether no item fails. Bare items are taken apart and their conditions put together, so that what is plain in them is tested in one go and first. */
function compilePasses(shop: Shop, items: readonly QuickItem[], frames: readonly Frame[]): TruthAt {
  const bare: Part[] = []
  const others: TruthAt[] = []
  for (const { item, truth } of items.filter(decides)) {
    const parts = passParts(shop, item, item.kind === 'bar')
    if (parts !== undefined) bare.push(...parts)
    else others.push(item.kind === 'must' ? truth : negated(truth))
  }
  return conjunction([compileAll(shop, bare, frames), ...others])
}

/** Conditions (or their negations) that together mean that an item is true, or with `negate` false; undefined where it is not so simple. */
function passParts(shop: Shop, item: Item, negate: boolean): readonly Part[] | undefined {
  const { group, condition } = item
  if (!isBare(item)) return undefined
  if (group === undefined) return condition === undefined ? undefined : [[condition, negate]]
  if (group.mode !== (negate ? 'any' : 'all')) return undefined
  const parts = group.parts.filter((part) => inForce(shop, part)).map((part) => passParts(shop, part, negate))
  const known = parts.filter((part) => part !== undefined)
  return known.length === parts.length ? known.flat() : undefined
}

/** An item that is plain tests, or the negation of some. */
interface Plain {
  readonly at: number
  readonly tests: Tests
  readonly negate: boolean
}

/** The items' truths of one record, and the steps that fill them in. */
interface Sheet {
  values: number[]
  size: number
  /** items that are plain tests, which are filled in first */
  readonly plain: Plain[]
  readonly steps: Step[]
}

function gathered(values: readonly number[], parts: readonly number[], decisive: 0 | 1): number {
  let value = 1 - decisive
  for (let i = 0; i < parts.length; i++) {
    const part = values[parts[i]!]!
    if (part === decisive) return decisive
    if (part === 2) value = 2
  }
  return value
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

function compileItem(shop: Shop, item: Item, root: Item, frames: readonly Frame[], sheet: Sheet): QuickItem {
  const at = sheet.size++
  const step: Step = { at, truth: undefined, parts: [], decisive: 0 }
  const straight = testsOf(shop, passParts(shop, item, false) ?? [], frames)
  const tests = straight ?? testsOf(shop, passParts(shop, item, true) ?? [], frames)
  if (tests !== undefined) sheet.plain.push({ at, tests, negate: straight === undefined })
  const compile = (expr: Expr) => compileTruth(shop, expr, frames)
  const deemed = item.deemed.map(compile)
  const except = item.except.map((expr) => negated(compile(expr)))
  const when = item.when && compile(item.when)
  const wrap = (own: TruthAt): TruthAt => {
    const value = conjunction([disjunction([own, ...deemed]), ...except])
    if (when === undefined) return value
    return falseUnlessApplied(root) ? conjunction([when, value]) : disjunction([negated(when), value])
  }
  const { group } = item
  if (group === undefined) {
    const truth = wrap(item.condition === undefined ? constant(1) : compile(item.condition))
    if (tests === undefined) sheet.steps.push({ ...step, truth })
    return { item, truth, at }
  }
  const parts = group.parts.filter((part) => inForce(shop, part)).map((part) => compileItem(shop, part, root, frames, sheet))
  const places = parts.map((part) => part.at)
  const bare = isBare(item)
  if (bare && group.mode !== 'at_least') {
    if (tests === undefined) sheet.steps.push({ ...step, parts: places, decisive: group.mode === 'all' ? 0 : 1 })
  } else
    sheet.steps.push({
      ...step,
      truth: wrap(
        grouped(
          group,
          places.map((place) => () => sheet.values[place]!),
        ),
      ),
    })
  return {
    item,
    truth: wrap(
      grouped(
        group,
        parts.map((part) => part.truth),
      ),
    ),
    at,
  }
}

function isBare(item: Item): boolean {
  return item.when === undefined && item.deemed.length === 0 && item.except.length === 0
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
