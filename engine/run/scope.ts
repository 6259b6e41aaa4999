import type { Place, Standard } from '../../dsl/lower/program.ts'
import type { Day } from '../../dsl/value/date.ts'
import { type Element, memberOf, newElement } from '../facts/element.ts'
import type { EntityPlan, FieldPlan } from '../facts/plan.ts'
import type { Model } from './model.ts'

/** What is the same for the whole of one decision. */
export interface Run {
  readonly model: Model
  readonly asOf: Day
  readonly asOfText: string
  readonly year: number
}

/** The elements an expression can name, outermost (the standard's subject) first. */
export type Env = readonly Element[]

/** The element at a place. */
export function elementAt(run: Run, place: Place, env: Env): Element {
  if (place.kind === 'element') return env[env.length - 1 - place.depth]!
  const owner = elementAt(run, place.of, env)
  const field = owner.plan.byId.get(place.field)!
  return memberOf(owner, field, targetOf(run, field))
}

/** The entity a list or entity field leads to. */
export function targetOf(run: Run, field: FieldPlan): EntityPlan {
  const type = field.field.type
  if (type.kind !== 'list' && type.kind !== 'entity')
    throw new RangeError(`not a field that leads to elements: ${field.field.id}`)
  return run.model.schema.entities.get(type.entity)!
}

/** A list as far as it is known. */
export interface Listed {
  readonly owner: Element
  readonly field: FieldPlan
  readonly state: 'complete' | 'partial' | 'unknown'
  readonly elements: readonly Element[]
  /** how many more elements there may be; null without bound */
  readonly more: number | null
}

const NO_ELEMENTS: readonly Element[] = Object.freeze([])

/** The list a reference names. */
export function listAt(run: Run, ref: { readonly place: Place; readonly field: string }, env: Env): Listed {
  const owner = elementAt(run, ref.place, env)
  const field = owner.plan.byId.get(ref.field)!
  const fact = owner.facts[field.index]
  const type = field.field.type
  const most = type.kind === 'list' ? type.atMost : undefined
  if (fact?.kind !== 'list' || fact.unsourced) {
    return { owner, field, state: 'unknown', elements: NO_ELEMENTS, more: most ?? null }
  }
  const { elements, partial } = fact
  const more = partial ? (most === undefined ? null : most - elements.length) : 0
  return { owner, field, state: partial ? 'partial' : 'complete', elements, more }
}

/** An element of a list of which nothing is known: `members[*]`. */
export function unseen(run: Run, list: Listed): Element {
  return newElement(targetOf(run, list.field), { element: list.owner, field: list.field, index: -1 })
}

/** Whether an item is part of the standard under the readings in force. */
export function exists(run: Run, item: Standard['items'][number]): boolean {
  return item.under.every((entry) => run.model.readings.get(entry.reading) === entry.choice)
}
