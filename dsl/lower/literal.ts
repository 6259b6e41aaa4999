import { durationAsNumber } from '../check/type/adapt.ts'
import type { Expr as Tree } from '../syntax/expression.ts'
import { negate, parseRational, toFractionText } from '../value/rational.ts'
import { formatUnit } from '../value/unit.ts'
import { idOf, type Lowerer } from './lowerer.ts'
import type { Literal } from './program.ts'

/** The literal a written value stands for; undefined for anything else. Bare figures have the unit check gave them. */
export function literalOf(lower: Lowerer, expr: Tree): Literal | undefined {
  switch (expr.kind) {
    case 'number':
      if (lower.checked.typeOf(expr).kind === 'year') return { kind: 'year', value: Number(expr.value) }
      return { kind: 'number', value: expr.value, unit: unitText(lower, expr) }
    case 'duration': {
      const number = durationAsNumber(expr)
      return number && { kind: 'number', value: String(number.value), unit: unitText(lower, expr) }
    }
    case 'negate': {
      const operand = literalOf(lower, expr.operand)
      const value = operand?.kind === 'number' ? parseRational(operand.value) : undefined
      return value && operand?.kind === 'number' ? { ...operand, value: toFractionText(negate(value)) } : undefined
    }
    case 'boolean':
      return { kind: 'boolean', value: expr.value }
    case 'date':
      return { kind: 'date', value: expr.value }
    case 'year':
      return { kind: 'year', value: expr.value }
    case 'text':
      return { kind: 'text', value: expr.value }
    case 'nothing':
      return { kind: 'nothing' }
    case 'name': {
      const symbol = lower.binding.symbolOf(expr.ref)
      return symbol?.kind === 'value' ? { kind: 'enum', enum: idOf(lower, symbol.parent), value: idOf(lower, symbol) } : undefined
    }
    default:
      return undefined
  }
}

/** A written number or year as fraction text: bounds, caps, floors, rounding steps. */
export function figureOf(lower: Lowerer, expr: Tree | undefined): string | undefined {
  const literal = expr && literalOf(lower, expr)
  if (literal?.kind === 'number') return literal.value
  return literal?.kind === 'year' ? String(literal.value) : undefined
}

function unitText(lower: Lowerer, expr: Tree): string {
  const ty = lower.checked.typeOf(expr)
  return ty.kind === 'number' ? formatUnit(ty.unit, 'zh') : ''
}
