import type { ListRef } from '../../../dsl/lower/program.ts'
import { type Making, type Scope, seen } from './scope.ts'

/** A list in view, unless we are two lists deep already. */
export function listIn(making: Making, scope: Scope): ListRef | undefined {
  if (scope.stack.length > 2) return undefined
  const lists = seen(making, scope).flatMap(({ place, entity }) =>
    entity.fields.flatMap((field): ListRef[] =>
      field.type.kind === 'list' ? [{ place, entity: entity.id, field: field.id, of: field.type.entity }] : [],
    ),
  )
  return lists.length === 0 ? undefined : making.draw.pick(lists)
}
