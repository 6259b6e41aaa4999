import type { Day } from '../../dsl/value/date.ts'
import type { Rational } from '../../dsl/value/rational.ts'
import type { EntityPlan, FieldPlan } from './plan.ts'

/** 无: known not to exist. */
export const NIL = Symbol('nothing')

/** A known plain value: numbers and years as rationals, dates as days, enumeration values by id. */
export type Scalar = boolean | Rational | Day | string | typeof NIL

/** Why a fact that was given does not count. */
export type Cause = 'source' | 'role' | 'later' | 'tie'

export interface Judgement {
  readonly value: Scalar
  readonly role: string
  readonly on: Day
  readonly by?: string
  readonly basis?: string
  readonly source?: string
}

/** A plain fact as read. `value` undefined: unknown. */
export interface ScalarFact {
  readonly kind: 'scalar'
  readonly value: Scalar | undefined
  readonly cause?: Cause
  readonly source?: string
  /** the value as given, also where it does not count */
  readonly given: Scalar | undefined
  readonly judgements?: readonly Judgement[]
}

export type Fact =
  | ScalarFact
  | { readonly kind: 'yearly'; readonly years: ReadonlyMap<number, ScalarFact> }
  | { readonly kind: 'list'; readonly elements: readonly Element[]; readonly partial: boolean; readonly unsourced: boolean }
  | { readonly kind: 'entity'; readonly element: Element }

export interface Departure {
  readonly item: string
  readonly reason: string
  readonly by: string
  readonly on: Day
}

export interface Recheck {
  readonly item: string
  readonly pass: boolean
  readonly role: string
  readonly on: Day
  readonly by?: string
  readonly basis?: string
}

/** Where an element hangs in the tree of facts; undefined for the subject. `index` −1 stands for any further element: `members[*]`. */
export interface Parent {
  readonly element: Element
  readonly field: FieldPlan
  readonly index?: number
}

export interface Element {
  readonly plan: EntityPlan
  readonly parent: Parent | undefined
  /** by field index; undefined is unknown */
  readonly facts: (Fact | undefined)[]
  id: string | undefined
  departures: readonly Departure[]
  rechecks: readonly Recheck[]
}

const NONE: readonly never[] = Object.freeze([])

/** An element of which nothing is known yet. */
export function newElement(plan: EntityPlan, parent: Parent | undefined): Element {
  return { plan, parent, facts: [], id: undefined, departures: NONE, rechecks: NONE }
}

/** `members[2]`, `village`; '' for the subject. */
export function pathOf(element: Element): string {
  const parent = element.parent
  if (parent === undefined) return ''
  const own = fieldPath(parent.element, parent.field)
  return parent.index === undefined ? own : `${own}[${parent.index < 0 ? '*' : parent.index}]`
}

/** `members[2].birth`. */
export function fieldPath(element: Element, field: FieldPlan): string {
  return joinPath(pathOf(element), field.field.id)
}

/** Puts a key behind a path. */
export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** The element an entity field leads to; one without facts where the field is unknown. */
export function memberOf(element: Element, field: FieldPlan, plan: EntityPlan): Element {
  const fact = element.facts[field.index]
  return fact?.kind === 'entity' ? fact.element : newElement(plan, { element, field })
}
