import type { Value } from './value.ts'

/** A fact of one field after reading. A field that is not in the map is unknown. */
export type Fact =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'years'; readonly years: ReadonlyMap<number, Value> }
  | { readonly kind: 'list'; readonly elements: readonly Element[]; readonly partial: boolean }
  | { readonly kind: 'entity'; readonly element: Element }

export interface Departure {
  readonly item: string
  readonly reason: string
  readonly by: string
  readonly on: string
}

export interface Recheck {
  readonly item: string
  readonly result: 'pass' | 'fail'
  readonly role: string
  readonly on: string
}

/** One node of the tree of facts; `path` is '' for the subject. */
export interface Element {
  readonly entity: string
  readonly path: string
  readonly facts: ReadonlyMap<string, Fact>
  readonly departures: readonly Departure[]
  readonly rechecks: readonly Recheck[]
}

/** An element of which nothing is known. */
export function absent(entity: string, path: string): Element {
  return { entity, path, facts: new Map(), departures: [], rechecks: [] }
}

export const pathOf = (element: Element, field: string): string => (element.path === '' ? field : `${element.path}.${field}`)

/** Every element of the tree, parents first. */
export function everyElement(element: Element): Element[] {
  const below = [...element.facts.values()].flatMap((fact) =>
    fact.kind === 'list' ? fact.elements.flatMap(everyElement) : fact.kind === 'entity' ? everyElement(fact.element) : [],
  )
  return [element, ...below]
}
