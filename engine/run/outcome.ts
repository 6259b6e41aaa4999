import type { Item, Standard } from '../../dsl/lower/program.ts'
import { and, FALSE, not, or, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import type { Departure, Element, Recheck } from '../facts/element.ts'
import type { Outcome } from '../types.ts'
import { type Env, exists, type Run } from './scope.ts'
import { truthOf } from './truth.ts'

/** An item evaluated on an element. `root` is the item it is a part of, or itself. */
export interface Judged {
  readonly item: Item
  readonly root: Item
  readonly parent: Item | undefined
  /** the condition or group alone */
  readonly own: Truth
  /** with 视为 */
  readonly deemed: Truth
  /** with 除外 and 当 as well */
  readonly value: Truth
  readonly when: Truth | undefined
  readonly parts: readonly Judged[]
}

export interface Judgement {
  readonly outcome: Outcome
  readonly guard: Truth
  readonly fail: Truth
  readonly hold: Truth
  readonly items: readonly Judged[]
}

/** Decides a standard on an element. */
export function outcomeOf(run: Run, standard: Standard, element: Element): Judgement {
  const env = [element]
  const guard = standard.guard === undefined ? TRUE : truthOf(run, standard.guard, env)
  const items = standard.items.filter((item) => exists(run, item)).map((item) => judge(run, item, item, undefined, env))
  const fail = items.reduce<Truth>((truth, judged) => or(truth, failOf(run, judged, element)), FALSE)
  const hold = items.reduce<Truth>((truth, judged) => or(truth, holdOf(run, judged, element)), FALSE)
  return { outcome: outcomeBy(guard, fail, hold), guard, fail, hold, items }
}

/** The five outcomes, in their order. */
export function outcomeBy(guard: Truth, fail: Truth, hold: Truth): Outcome {
  if (guard === FALSE) return 'not-applicable'
  if (guard === UNKNOWN) return 'undetermined'
  if (fail === TRUE) return 'unmet'
  if (hold === TRUE) return 'suspended'
  return fail === FALSE && hold === FALSE ? 'met' : 'undetermined'
}

/** Whether an element meets a standard: guard ∧ ¬fail ∧ ¬hold. */
export function metBy(run: Run, standard: Standard, element: Element): Truth {
  const { guard, fail, hold } = outcomeOf(run, standard, element)
  return and(guard, and(not(fail), not(hold)))
}

function judge(run: Run, item: Item, root: Item, parent: Item | undefined, env: Env): Judged {
  const parts = (item.group?.parts ?? []).filter((part) => exists(run, part)).map((part) => judge(run, part, root, item, env))
  const when = item.when && truthOf(run, item.when, env)
  const own = item.group === undefined ? conditionOf(run, item, env) : grouped(item.group, parts)
  const deemed = item.deemed.reduce<Truth>((truth, expr) => (truth === TRUE ? TRUE : or(truth, truthOf(run, expr, env))), own)
  const value = item.except.reduce<Truth>(
    (truth, expr) => (truth === FALSE ? FALSE : and(truth, not(truthOf(run, expr, env)))),
    deemed,
  )
  return { item, root, parent, own, deemed, value: when === undefined ? value : conditional(root, when, value), when, parts }
}

function conditionOf(run: Run, item: Item, env: Env): Truth {
  return item.condition === undefined ? TRUE : truthOf(run, item.condition, env)
}

/** Whether a condition that does not apply leaves an item false (a bar, a suspension) rather than true. */
export function falseUnlessApplied(root: Item): boolean {
  return root.kind === 'bar' || root.kind === 'suspend'
}

function conditional(root: Item, when: Truth, value: Truth): Truth {
  return falseUnlessApplied(root) ? and(when, value) : or(not(when), value)
}

function grouped(group: NonNullable<Item['group']>, parts: readonly Judged[]): Truth {
  const truths = parts.map((part) => part.value)
  switch (group.mode) {
    case 'all':
      return truths.reduce<Truth>(and, TRUE)
    case 'any':
      return truths.reduce<Truth>(or, FALSE)
    case 'at_least': {
      const needed = group.n ?? 1
      if (truths.filter((truth) => truth === TRUE).length >= needed) return TRUE
      return truths.filter((truth) => truth !== FALSE).length < needed ? FALSE : UNKNOWN
    }
    default: {
      const unreachable: never = group.mode
      return unreachable
    }
  }
}

/** The departure recorded for an in-principle item that is seen on 评定日: the latest. */
export function departureFor(run: Run, item: Item, element: Element): Departure | undefined {
  if (!item.inPrinciple) return undefined
  return element.departures
    .filter((entry) => entry.item === item.id && entry.on <= run.asOf)
    .reduce<Departure | undefined>((last, entry) => (last === undefined || entry.on > last.on ? entry : last), undefined)
}

/** The result of the re-check that counts; undefined for none, or for two that cancel each other. */
export function recheckOf(run: Run, item: Item, element: Element): boolean | undefined {
  const counts = (entry: Recheck) =>
    entry.item === item.id && entry.on <= run.asOf && (item.reviewers.length === 0 || item.reviewers.includes(entry.role))
  const seen = element.rechecks.filter(counts)
  const latest = seen.reduce((day, entry) => Math.max(day, entry.on), Number.NEGATIVE_INFINITY)
  const results = new Set(seen.filter((entry) => entry.on === latest).map((entry) => entry.pass))
  return results.size === 1 ? results.has(true) : undefined
}

/** What an item adds to *fail*: its value as it stands, negated, or nothing. */
export function failRole(run: Run, item: Item, element: Element): 'value' | 'negated' | 'never' {
  switch (item.kind) {
    case 'must':
      return departureFor(run, item, element) === undefined ? 'negated' : 'never'
    case 'bar':
      return departureFor(run, item, element) === undefined ? 'value' : 'never'
    case 'suspend':
      return recheckOf(run, item, element) === false ? 'value' : 'never'
    case 'weigh':
    case 'part':
      return 'never'
    default: {
      const unreachable: never = item.kind
      return unreachable
    }
  }
}

/** Whether an item's value is what *hold* waits on. */
export function holds(run: Run, item: Item, element: Element): boolean {
  return item.kind === 'suspend' && recheckOf(run, item, element) === undefined
}

function failOf(run: Run, { item, value }: Judged, element: Element): Truth {
  const role = failRole(run, item, element)
  return role === 'never' ? FALSE : role === 'value' ? value : not(value)
}

function holdOf(run: Run, { item, value }: Judged, element: Element): Truth {
  return holds(run, item, element) ? value : FALSE
}
