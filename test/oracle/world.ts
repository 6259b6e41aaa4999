import type { Field, Item, ListRef, Place, Program, Standard } from '../../dsl/lower/program.ts'
import type { Times } from '../../engine/types.ts'
import { absent, type Element, pathOf } from './element.ts'
import { entityOf } from './facts.ts'

/** What is given for one decision. */
export interface World {
  readonly program: Program
  readonly times: Times
  /** reading → choice in force */
  readonly choices: Readonly<Record<string, string>>
}

/** The enclosing elements, innermost first. */
export type Stack = readonly Element[]

export function byId<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

export function fieldOf(world: World, entity: string, field: string): Field {
  return byId(entityOf(world.program, entity).fields, field)
}

export const standardOf = (world: World, id: string): Standard => byId(world.program.standards, id)

/** The element a place means; an entity field nobody filled in gives an absent element. */
export function elementAt(world: World, place: Place, stack: Stack): Element {
  if (place.kind === 'element') {
    const element = stack[place.depth]
    if (element === undefined) throw new Error(`no element at depth ${place.depth}`)
    return element
  }
  const owner = elementAt(world, place.of, stack)
  const fact = owner.facts.get(place.field)
  if (fact?.kind === 'entity') return fact.element
  const type = fieldOf(world, owner.entity, place.field).type
  if (type.kind !== 'entity') throw new Error(`${place.field} is no entity`)
  return absent(type.entity, pathOf(owner, place.field))
}

/** A list as the facts give it. `room` is how many more elements there may be, null for any number. */
export interface Given {
  readonly path: string
  readonly elements: readonly Element[]
  readonly state: 'complete' | 'partial' | 'unknown'
  readonly room: number | null
}

export function listAt(world: World, ref: ListRef, stack: Stack): Given {
  const owner = elementAt(world, ref.place, stack)
  const type = fieldOf(world, owner.entity, ref.field).type
  const atMost = type.kind === 'list' ? type.atMost : undefined
  const path = pathOf(owner, ref.field)
  const fact = owner.facts.get(ref.field)
  if (fact?.kind !== 'list') return { path, elements: [], state: 'unknown', room: atMost ?? null }
  if (!fact.partial) return { path, elements: fact.elements, state: 'complete', room: 0 }
  return { path, elements: fact.elements, state: 'partial', room: atMost === undefined ? null : atMost - fact.elements.length }
}

/** Whether an item is part of the standard under the choices in force. */
export function exists(world: World, item: Item): boolean {
  return item.under.every((u) => world.choices[u.reading] === u.choice)
}
