import type { Field, Place } from '../../dsl/lower/program.ts'
import { entry, isObject, isWrapped, pathOf, sourceOf, textEntry, written } from './fact.ts'
import { type Element, named, type World } from './world.ts'

/** A list as it was found. `rest`: how many more it may still hold; null: any number. */
export interface ListSeen {
  readonly path: string
  readonly field: Field
  readonly state: 'complete' | 'partial' | 'unknown'
  readonly elements: readonly Element[]
  readonly rest: number | null
}

/** The elements of a list field. */
export function listOf(world: World, element: Element, field: Field): ListSeen {
  const path = pathOf(element, field)
  if (field.type.kind !== 'list') throw new RangeError(`${path} is no list`)
  const { atMost } = field.type
  const entity = named(world.entities, field.type.entity)
  const raw = written(element, field)
  const parted = isObject(raw) && entry(raw, 'partial') === true
  const items = isObject(raw) ? entry(raw, 'items') : raw
  const source = isObject(raw) ? sourceOf(world, textEntry(raw, 'source')) : undefined
  const counts = field.channel === undefined || source === field.channel
  const list = Array.isArray(items) && counts ? items : undefined
  const elements = (list ?? []).map((facts, index) => ({
    entity,
    path: `${path}[${index}]`,
    facts: isObject(facts) ? facts : undefined,
    parent: element,
    via: field,
    index,
  }))
  const state = list === undefined ? 'unknown' : parted ? 'partial' : 'complete'
  const rest = state === 'complete' ? 0 : atMost === undefined ? null : Math.max(0, atMost - elements.length)
  return { path, field, state, elements, rest }
}

/** An element nothing is known about: what a list may still hold. */
export function absentElement(world: World, parent: Element, field: Field): Element {
  if (field.type.kind !== 'list') throw new RangeError(`${field.id} is no list`)
  return {
    entity: named(world.entities, field.type.entity),
    path: `${pathOf(parent, field)}[*]`,
    facts: undefined,
    parent,
    via: field,
  }
}

/** The field of an element's entity. */
export function fieldOf(element: Element, id: string): Field {
  const field = element.entity.fields.find((one) => one.id === id)
  if (field === undefined) throw new RangeError(`${element.entity.id} has no field ${id}`)
  return field
}

/** The element a place stands for; `elements` innermost first. */
export function elementAt(world: World, elements: readonly Element[], place: Place): Element {
  if (place.kind === 'element') {
    const found = elements[place.depth]
    if (found === undefined) throw new RangeError(`no element at depth ${place.depth}`)
    return found
  }
  const of = elementAt(world, elements, place.of)
  const field = fieldOf(of, place.field)
  if (field.type.kind !== 'entity') throw new RangeError(`${field.id} holds no element`)
  const raw = written(of, field)
  const inner = isObject(raw) && isWrapped(raw) ? entry(raw, 'value') : raw
  return {
    entity: named(world.entities, field.type.entity),
    path: pathOf(of, field),
    facts: isObject(inner) ? inner : undefined,
    parent: of,
    via: field,
  }
}
