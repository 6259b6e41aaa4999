import type { Expr as Tree } from '../syntax/expression.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import type { ListRef, Place } from './program.ts'

/** Where the element before 的 is found: an enclosing element, or an entity field of one. */
export function placeOf(lower: Lowerer, expr: Tree): Place {
  if (expr.kind === 'name') {
    const resolution = lower.binding.resolutionOf(expr.ref)
    if (resolution?.kind === 'element') return { kind: 'element', depth: resolution.depth }
    if (resolution?.kind === 'field') {
      const of: Place = { kind: 'element', depth: resolution.depth ?? 0 }
      return { kind: 'member', of, entity: idOf(lower, resolution.symbol.parent), field: idOf(lower, resolution.symbol) }
    }
  }
  if (expr.kind === 'path') {
    const symbol = lower.binding.symbolOf(expr.member)
    return { kind: 'member', of: placeOf(lower, expr.of), entity: idOf(lower, symbol?.parent), field: idOf(lower, symbol) }
  }
  // INVARIANT: check admits names and paths only where an element or a list is wanted.
  throw new RangeError(`no place: ${expr.kind}`)
}

/** The list a quantifier goes through. */
export function listOf(lower: Lowerer, expr: Tree): ListRef {
  const place = placeOf(lower, expr)
  const ty = lower.checked.typeOf(expr)
  if (place.kind !== 'member' || ty.kind !== 'list') throw new RangeError('no list')
  return { place: place.of, entity: place.entity, field: place.field, of: idOf(lower, ty.of) }
}
