import type { Item, Standard } from '../../dsl/lower/program.ts'
import type { Effect, Outcome } from '../../engine/types.ts'
import type { Element } from './element.ts'
import { truthOf } from './evaluate.ts'
import { all, any, atLeast, not, type Truth } from './truth.ts'
import { exists, type Stack, type World } from './world.ts'

/** What stands on the record for one top-level item: a departure, or the re-check that counts. */
export type Act = 'none' | 'departed' | 'pass' | 'fail'

export function actOf(item: Item, element: Element): Act {
  if (item.kind === 'must' || item.kind === 'bar') {
    return item.inPrinciple && element.departures.some((d) => d.item === item.id) ? 'departed' : 'none'
  }
  if (item.kind !== 'suspend') return 'none'
  const counting = element.rechecks.filter(
    (r) => r.item === item.id && (item.reviewers.length === 0 || item.reviewers.includes(r.role)),
  )
  const latest = counting
    .map((r) => r.on)
    .sort()
    .at(-1)
  const results = new Set(counting.filter((r) => r.on === latest).map((r) => r.result))
  return results.size === 1 ? [...results][0]! : 'none'
}

type Kind = Item['kind']

/** How `when` joins: ¬C ∨ that where the item asks for something (and under 统筹), C ∧ that where it stands in the way. */
export const asksFor = (root: Kind): boolean => root === 'must' || root === 'weigh'

/** e: the condition, or the group of the parts that exist. */
function ownTruth(world: World, item: Item, root: Kind, stack: Stack): Truth {
  if (item.group === undefined) {
    if (item.condition === undefined) throw new Error(`${item.id} has neither condition nor group`)
    return truthOf(world, item.condition, stack)
  }
  const parts = item.group.parts.filter((p) => exists(world, p)).map((p) => itemTruth(world, p, root, stack))
  if (item.group.mode === 'all') return all(parts)
  return item.group.mode === 'any' ? any(parts) : atLeast(item.group.n ?? 1, parts)
}

/** The item's value: deemed, except and when included. `root` is the kind of the item at the top. */
export function itemTruth(world: World, item: Item, root: Kind, stack: Stack): Truth {
  const is = (e: Parameters<typeof truthOf>[1]): Truth => truthOf(world, e, stack)
  const deemed = any([ownTruth(world, item, root, stack), ...item.deemed.map(is)])
  const left = all([deemed, ...item.except.map((e) => not(is(e)))])
  if (item.when === undefined) return left
  const when = is(item.when)
  return asksFor(root) ? any([not(when), left]) : all([when, left])
}

/** What the item, or a part of it, does to the exit. */
export function effectOf(root: Kind, value: Truth, act: Act, isPart: boolean): Effect {
  const worded = (t: Truth): Effect => (t === 'true' ? 'pass' : t === 'false' ? 'fail' : 'open')
  switch (root) {
    case 'must':
      return act === 'departed' && !isPart ? 'pass' : worded(value)
    case 'bar':
      return act === 'departed' && !isPart ? 'pass' : worded(not(value))
    case 'suspend':
      if (act === 'pass') return 'pass'
      if (act === 'none' && value === 'true') return 'hold'
      return worded(not(value))
    case 'weigh':
    case 'part':
      return 'none'
    default: {
      const never: never = root
      throw new Error(`unknown kind ${String(never)}`)
    }
  }
}

/** The standard's items under the readings in force. */
export const itemsOf = (world: World, standard: Standard): Item[] => standard.items.filter((item) => exists(world, item))

/** guard, fail and hold of a standard for an element. */
function standardTruths(world: World, standard: Standard, element: Element): Readonly<Record<'guard' | 'fail' | 'hold', Truth>> {
  const stack = [element]
  const fails: Truth[] = []
  const holds: Truth[] = []
  for (const item of itemsOf(world, standard)) {
    const value = itemTruth(world, item, item.kind, stack)
    const act = actOf(item, element)
    if (item.kind === 'must' && act !== 'departed') fails.push(not(value))
    if (item.kind === 'bar' && act !== 'departed') fails.push(value)
    if (item.kind === 'suspend' && act === 'fail') fails.push(value)
    if (item.kind === 'suspend' && act === 'none') holds.push(value)
  }
  const guard = standard.guard === undefined ? 'true' : truthOf(world, standard.guard, stack)
  return { guard, fail: any(fails), hold: any(holds) }
}

/** 符合: guard ∧ ¬fail ∧ ¬hold, which may be false while the guard is unknown. */
export function meetsOf(world: World, standard: Standard, element: Element): Truth {
  const { guard, fail, hold } = standardTruths(world, standard, element)
  return all([guard, not(fail), not(hold)])
}

/** Outcome of a standard for an element. */
export function outcomeOf(world: World, standard: Standard, element: Element): Outcome {
  const { guard, fail, hold } = standardTruths(world, standard, element)
  if (guard === 'false') return 'not-applicable'
  if (guard === 'unknown') return 'undetermined'
  if (fail === 'true') return 'unmet'
  if (hold === 'true') return 'suspended'
  return fail === 'false' && hold === 'false' ? 'met' : 'undetermined'
}
