import { isField, type PolicySymbol } from '../bind/symbol.ts'
import type { NameExpr, PathExpr } from '../syntax/expression.ts'
import { type Bare, lowerExpr } from './expression.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import { placeOf } from './place.ts'
import type { Place } from './program.ts'
import { valueType } from './value-type.ts'

/** A bare name: a field of an element around, a definition, parameter, external, or a time. */
export function lowerName(lower: Lowerer, expr: NameExpr): Bare {
  const resolution = lower.binding.resolutionOf(expr.ref)
  if (resolution?.kind === 'builtin') return { kind: 'time', time: resolution.builtin.id === 'as_of' ? 'as_of' : 'year' }
  if (!resolution) throw new RangeError(`unresolved: ${expr.ref.text}`)
  const { symbol } = resolution
  const place: Place | undefined =
    'depth' in resolution && resolution.depth !== undefined ? { kind: 'element', depth: resolution.depth } : undefined
  if (isField(symbol)) return fieldNode(lower, symbol, place ?? { kind: 'element', depth: 0 })
  const type = valueType(lower, lower.checked.typeOfSymbol(symbol))
  if (resolution.kind === 'definition')
    return { kind: 'definition', definition: idOf(lower, symbol), ...(place ? { place } : {}), type }
  if (symbol.kind === 'external') return { kind: 'external', external: idOf(lower, symbol), type }
  return { kind: 'parameter', parameter: idOf(lower, symbol), type }
}

/** `of` 的 `member`: a field or definition of another element, or a part of a date. */
export function lowerPath(lower: Lowerer, expr: PathExpr): Bare {
  const resolution = lower.binding.resolutionOf(expr.member)
  if (resolution?.kind === 'builtin') {
    const part = resolution.builtin.id === 'date_year' ? 'year' : resolution.builtin.id === 'date_month' ? 'month' : 'day'
    return { kind: 'datePart', part, of: lowerExpr(lower, expr.of) }
  }
  const symbol = lower.binding.symbolOf(expr.member)
  if (!symbol) throw new RangeError(`unresolved: ${expr.member.text}`)
  const place = placeOf(lower, expr.of)
  if (isField(symbol)) return fieldNode(lower, symbol, place)
  return {
    kind: 'definition',
    definition: idOf(lower, symbol),
    place,
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
  }
}

function fieldNode(lower: Lowerer, symbol: PolicySymbol, place: Place): Bare {
  const type = valueType(lower, lower.checked.typeOfSymbol(symbol))
  return { kind: 'field', place, entity: idOf(lower, symbol.parent), field: idOf(lower, symbol), type }
}
