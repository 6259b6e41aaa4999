import type {
  Definition,
  Entity,
  Expr,
  ExprOf,
  Field,
  Literal,
  Parameter,
  Place,
  Reading,
  Standard,
  ValueType,
} from '../../../dsl/lower/program.ts'
import type { Draw } from './draw.ts'
import { NOWHERE } from './vocabulary.ts'

/** What has been declared so far, and the next node id. */
export interface Making {
  readonly draw: Draw
  readonly entities: readonly Entity[]
  readonly parameters: readonly Parameter[]
  readonly readings: readonly Reading[]
  readonly externals: readonly { readonly id: string; readonly type: ValueType }[]
  readonly definitions: Definition[]
  readonly standards: Standard[]
  next: number
}

/** The entities in view, innermost first. `weigh`: below 统筹, where 已知 may be asked. */
export interface Scope {
  readonly stack: readonly string[]
  readonly weigh: boolean
}

/** A node with its id and place. */
export function node<K extends Expr['kind']>(making: Making, rest: Omit<ExprOf<K>, 'id' | 'span'>): Expr {
  return { id: making.next++, span: NOWHERE, ...rest } as unknown as Expr
}

/** ∧ or ∨. */
export const junction = (making: Making, kind: 'and' | 'or', items: readonly Expr[]): Expr => ({
  id: making.next++,
  span: NOWHERE,
  kind,
  items,
})

/** 若 … 则 … 否则. */
export function conditional(making: Making, condition: Expr, yes: Expr, no: Expr, type: ValueType): Expr {
  return { id: making.next++, span: NOWHERE, kind: 'if', condition, then: yes, otherwise: no, type }
}

/** The same expression once more, with node ids of its own. */
export function fresh(making: Making, expr: Expr): Expr {
  return JSON.parse(JSON.stringify(expr), (key, value: unknown) =>
    key === 'id' && typeof value === 'number' ? making.next++ : value,
  ) as Expr
}

export const literal = (making: Making, value: Literal): Expr => node<'literal'>(making, { kind: 'literal', literal: value })

/** An element in view with its entity, by way of an entity field now and then. */
export interface Seen {
  readonly place: Place
  readonly entity: Entity
}

export function seen(making: Making, scope: Scope): Seen[] {
  return scope.stack.flatMap((id, depth) => {
    const entity = entityOf(making, id)
    const place: Place = { kind: 'element', depth }
    const below = entity.fields.flatMap((field): Seen[] =>
      field.type.kind === 'entity'
        ? [
            {
              place: { kind: 'member', of: place, entity: entity.id, field: field.id },
              entity: entityOf(making, field.type.entity),
            },
          ]
        : [],
    )
    return [{ place, entity }, ...below]
  })
}

export function entityOf(making: Making, id: string): Entity {
  return making.entities.find((e) => e.id === id)!
}

/** The fields in view of the wanted kind. */
export function fieldsIn(making: Making, scope: Scope, wanted: (field: Field) => boolean): { seen: Seen; field: Field }[] {
  return seen(making, scope).flatMap((one) => one.entity.fields.filter(wanted).map((field) => ({ seen: one, field })))
}

/** One of the alternatives, the first ones as often as their weight says; an alternative may decline with undefined. */
export function oneOf<T>(making: Making, alternatives: readonly (readonly [number, () => T | undefined])[], last: () => T): T {
  let left = alternatives.filter(([weight]) => weight > 0)
  while (left.length > 0) {
    const total = left.reduce((sum, [weight]) => sum + weight, 0)
    let at = making.draw.int(1, total)
    const chosen = left.find(([weight]) => {
      at -= weight
      return at <= 0
    })!
    const made = chosen[1]()
    if (made !== undefined) return made
    left = left.filter((a) => a !== chosen)
  }
  return last()
}
