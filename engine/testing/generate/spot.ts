import type { Place } from '../../../dsl/lower/program.ts'
import type { Element } from '../../facts/element.ts'
import type { Model } from '../../run/model.ts'

/** Where elements stand in the tree of facts, seen from the subject: itself, an element of a list, or what an entity field leads to. */
export interface Spot {
  /** `` for the subject, else `members[]`, `village`, `households[].members[]` */
  readonly key: string
  readonly entity: string
  readonly kind: 'subject' | 'list' | 'member'
  readonly parent?: Spot
  readonly field?: string
  readonly depth: number
}

/** The subject's own spot. */
export function subjectSpot(entity: string): Spot {
  return { key: '', entity, kind: 'subject', depth: 0 }
}

/** The spot a list or entity field leads to; undefined for any other field. */
export function spotBelow(model: Model, parent: Spot, field: string): Spot | undefined {
  const type = model.schema.entities.get(parent.entity)?.byId.get(field)?.field.type
  if (type?.kind !== 'list' && type?.kind !== 'entity') return undefined
  const own = type.kind === 'list' ? `${field}[]` : field
  const key = parent.key === '' ? own : `${parent.key}.${own}`
  return { key, entity: type.entity, kind: type.kind === 'list' ? 'list' : 'member', parent, field, depth: parent.depth + 1 }
}

/** The spot a place names among the enclosing ones, outermost first. */
export function spotAt(model: Model, place: Place, env: readonly Spot[]): Spot | undefined {
  if (place.kind === 'element') return env[env.length - 1 - place.depth]
  const owner = spotAt(model, place.of, env)
  return owner && spotBelow(model, owner, place.field)
}

/** Every element that stands at the spot. */
export function elementsAt(root: Element, spot: Spot): readonly Element[] {
  if (spot.parent === undefined) return [root]
  return elementsAt(root, spot.parent).flatMap((owner) => {
    const fact = owner.facts[owner.plan.byId.get(spot.field!)!.index]
    if (fact?.kind === 'list') return fact.elements
    return fact?.kind === 'entity' ? [fact.element] : []
  })
}

/** The element at `wanted` that goes with `element` at `spot`: an ancestor, itself, or what an entity field of those leads to. */
export function alongside(element: Element, spot: Spot, wanted: Spot): Element | undefined {
  let at: Spot | undefined = spot
  let found: Element | undefined = element
  while (at !== undefined && found !== undefined) {
    if (at.key === wanted.key) return found
    at = at.parent
    found = found.parent?.element
  }
  if (wanted.kind !== 'member' || wanted.parent === undefined) return undefined
  const owner = alongside(element, spot, wanted.parent)
  const fact = owner?.facts[owner.plan.byId.get(wanted.field!)!.index]
  return fact?.kind === 'entity' ? fact.element : undefined
}

/** Facts as they are built: plain JSON objects keyed by field ids. */
export type Raw = Record<string, unknown>

/** The JSON object an element was read from. */
export function rawOf(root: Raw, element: Element): Raw {
  const { parent } = element
  if (parent === undefined) return root
  const value = rawOf(root, parent.element)[parent.field.field.id]
  if (parent.index === undefined) return value as Raw
  return itemsOf(value)[parent.index]!
}

/** The elements of a list as built, be it complete or partial. */
export function itemsOf(value: unknown): readonly Raw[] {
  if (Array.isArray(value)) return value as Raw[]
  const items = (value as { items?: unknown } | undefined)?.items
  return Array.isArray(items) ? (items as Raw[]) : []
}
