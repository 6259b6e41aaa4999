import type { Item, Standard } from '../../dsl/lower/program.ts'
import { and, FALSE, not, or, TRUE, type Truth, UNKNOWN } from '../../dsl/value/index.ts'
import type { Effect, Outcome } from '../types.ts'
import { entry, idOf, objects, textEntry } from './fact.ts'
import { trace } from './trace.ts'
import type { Env, Trace } from './trace-node.ts'
import { truthOf } from './value.ts'
import type { Element, World } from './world.ts'

/** A recorded departure (偏离) from an item that binds in principle. */
export interface Departure {
  readonly reason: string
  readonly by: string
  readonly on: string
}

/** The re-check (复核) of a suspending situation that counts. */
export interface Recheck {
  readonly passed: boolean
  readonly role: string
  readonly on: string
}

/** An item with the traces of all its conditions. */
export interface ItemTrace {
  readonly item: Item
  readonly own?: Trace
  readonly parts: readonly ItemTrace[]
  readonly deemed: readonly Trace[]
  readonly except: readonly Trace[]
  readonly when?: Trace
  readonly value: Truth
  readonly effect: Effect
  readonly applied?: Truth
  readonly departure?: Departure
  readonly recheck?: Recheck
}

/** A standard decided on one element, step by step (docs/semantics.md §3). */
export interface StandardTrace {
  readonly standard: Standard
  readonly element: Element
  readonly guard?: Trace
  readonly items: readonly ItemTrace[]
  readonly outcome: Outcome
  /** 符合: guard ∧ ¬fail ∧ ¬hold, which may be known where the outcome is not */
  readonly meets: Truth
}

const truthsOf = (traces: readonly Trace[]): Truth[] => traces.map((one) => truthOf(one.value))

function departureOf(world: World, element: Element, item: Item): Departure | undefined {
  if (!item.inPrinciple || element.facts === undefined) return undefined
  const found = objects(entry(element.facts, 'departures')).find((act) => {
    return idOf([item], textEntry(act, 'item') ?? '') === item.id && (textEntry(act, 'on') ?? '') <= world.times.asOf
  })
  if (found === undefined) return undefined
  return { reason: textEntry(found, 'reason') ?? '', by: textEntry(found, 'by') ?? '', on: textEntry(found, 'on') ?? '' }
}

function recheckOf(world: World, element: Element, item: Item): Recheck | undefined {
  if (element.facts === undefined) return undefined
  const counted = objects(entry(element.facts, 'rechecks'))
    .filter((act) => idOf([item], textEntry(act, 'item') ?? '') === item.id)
    .map((act) => ({
      passed: ['pass', '符合'].includes(textEntry(act, 'result') ?? ''),
      role: idOf(world.program.roles, textEntry(act, 'role') ?? ''),
      on: textEntry(act, 'on') ?? '',
    }))
    .filter((one) => one.on <= world.times.asOf && (item.reviewers.length === 0 || item.reviewers.includes(one.role)))
  if (counted.length === 0) return undefined
  const day = counted
    .map((one) => one.on)
    .sort()
    .at(-1)
  const last = counted.filter((one) => one.on === day)
  return last.every((one) => one.passed === last[0]!.passed) ? last[0] : undefined
}

function groupTruth(group: NonNullable<Item['group']>, parts: readonly ItemTrace[]): Truth {
  const truths = parts.map((part) => part.value)
  if (group.mode === 'all') return truths.reduce<Truth>(and, TRUE)
  const needed = group.mode === 'any' ? 1 : (group.n ?? 1)
  const sure = truths.filter((truth) => truth === TRUE).length
  const possible = truths.filter((truth) => truth !== FALSE).length
  return sure >= needed ? TRUE : possible < needed ? FALSE : UNKNOWN
}

/** What a truth does for a requirement; the reverse of what it does for a bar. */
function passing(value: Truth): Effect {
  return value === TRUE ? 'pass' : value === FALSE ? 'fail' : 'open'
}

function effectOf(kind: Item['kind'], value: Truth, departed: boolean, recheck: Recheck | undefined): Effect {
  switch (kind) {
    case 'must':
      return departed ? 'pass' : passing(value)
    case 'bar':
      return departed ? 'pass' : passing(not(value))
    case 'suspend':
      if (recheck?.passed === true) return 'pass'
      if (recheck !== undefined) return passing(not(value))
      return value === TRUE ? 'hold' : value === FALSE ? 'pass' : 'open'
    case 'weigh':
    case 'part':
      return 'none'
    default: {
      const unreachable: never = kind
      throw new RangeError(String(unreachable))
    }
  }
}

const inForce = (world: World, item: Item): boolean => item.under.every((one) => world.readings[one.reading] === one.choice)

/** What parts take from the item they stand in: its kind, and the re-check that counts for it. */
interface Top {
  readonly kind: Item['kind']
  readonly recheck?: Recheck
}

function traceItem(item: Item, above: Top | undefined, env: Env): ItemTrace {
  const { world } = env
  const element = env.elements[0]!
  const recheck = above !== undefined ? above.recheck : item.kind === 'suspend' ? recheckOf(world, element, item) : undefined
  const top: Top = { kind: above?.kind ?? item.kind, ...(recheck === undefined ? {} : { recheck }) }
  const own = item.condition === undefined ? undefined : trace(item.condition, env)
  const parts = (item.group?.parts ?? []).filter((part) => inForce(world, part)).map((part) => traceItem(part, top, env))
  const deemed = item.deemed.map((one) => trace(one, env))
  const except = item.except.map((one) => trace(one, env))
  const when = item.when === undefined ? undefined : trace(item.when, env)
  const e = item.group === undefined ? (own === undefined ? TRUE : truthOf(own.value)) : groupTruth(item.group, parts)
  const held = and([e, ...truthsOf(deemed)].reduce<Truth>(or, FALSE), not(truthsOf(except).reduce<Truth>(or, FALSE)))
  const applied = when === undefined ? undefined : truthOf(when.value)
  const required = top.kind === 'must' || top.kind === 'weigh'
  const value = applied === undefined ? held : required ? or(not(applied), held) : and(applied, held)
  const departure =
    above === undefined && (item.kind === 'must' || item.kind === 'bar') ? departureOf(world, element, item) : undefined
  return {
    item,
    parts,
    deemed,
    except,
    value,
    effect: effectOf(top.kind, value, departure !== undefined, recheck),
    ...(own === undefined ? {} : { own }),
    ...(when === undefined ? {} : { when }),
    ...(applied === undefined ? {} : { applied }),
    ...(departure === undefined ? {} : { departure }),
    ...(recheck === undefined || above !== undefined ? {} : { recheck }),
  }
}

function failsOf(one: ItemTrace): Truth {
  const departed = one.departure !== undefined
  if (one.item.kind === 'must') return departed ? FALSE : not(one.value)
  if (one.item.kind === 'bar') return departed ? FALSE : one.value
  return one.item.kind === 'suspend' && one.recheck?.passed === false ? one.value : FALSE
}

/** What stops the exit, and what holds it. */
function stopping(items: readonly ItemTrace[]): { readonly fail: Truth; readonly hold: Truth } {
  const held = items.filter((one) => one.item.kind === 'suspend' && one.recheck === undefined)
  return {
    fail: items.map(failsOf).reduce<Truth>(or, FALSE),
    hold: held.map((one) => one.value).reduce<Truth>(or, FALSE),
  }
}

function outcomeOf(guard: Truth, fail: Truth, hold: Truth): Outcome {
  if (guard === FALSE) return 'not-applicable'
  if (guard === UNKNOWN) return 'undetermined'
  if (fail === TRUE) return 'unmet'
  if (hold === TRUE) return 'suspended'
  return fail === FALSE && hold === FALSE ? 'met' : 'undetermined'
}

/** Decides a standard on the innermost element of `env`, keeping every step. */
export function traceStandard(standard: Standard, env: Env): StandardTrace {
  const guard = standard.guard === undefined ? undefined : trace(standard.guard, env)
  const items = standard.items.filter((item) => inForce(env.world, item)).map((item) => traceItem(item, undefined, env))
  const applies = guard === undefined ? TRUE : truthOf(guard.value)
  const { fail, hold } = stopping(items)
  const meets = and(applies, and(not(fail), not(hold)))
  return {
    standard,
    element: env.elements[0]!,
    ...(guard === undefined ? {} : { guard }),
    items,
    outcome: outcomeOf(applies, fail, hold),
    meets,
  }
}
