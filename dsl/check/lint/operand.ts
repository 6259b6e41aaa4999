import { isField, type PolicySymbol } from '../../bind/symbol.ts'
import { clause } from '../../syntax/access.ts'
import type { Expr } from '../../syntax/expression.ts'
import { ONE, type Rational, rational } from '../../value/rational.ts'
import type { Checked } from '../check.ts'
import { decides } from '../type/infer.ts'
import type { Universe } from './domain.ts'
import { symbolKey } from './key.ts'
import { rangeOf } from './range.ts'

/** The field an operand reads as it stands; undefined for anything computed. */
export function fieldOf(checked: Checked, expr: Expr): PolicySymbol | undefined {
  const ref = expr.kind === 'name' ? expr.ref : expr.kind === 'path' ? expr.member : undefined
  if (expr.kind === 'period') return fieldOf(checked, expr.of)
  const symbol = ref && checked.binding.symbolOf(ref)
  return symbol && isField(symbol) ? symbol : undefined
}

/** Whether 无 may come out, whatever has been asked before. */
export function mayBeNothing(checked: Checked, expr: Expr): boolean {
  const field = fieldOf(checked, expr)
  if (field) return clause(field.decl, 'nullable') === true
  if (expr.kind === 'name') {
    const symbol = checked.binding.symbolOf(expr.ref)
    return symbol !== undefined && checked.typeOfSymbol(symbol).nullable === true
  }
  if (expr.kind === 'path') return mayBeNothing(checked, expr.of) || checked.typeOf(expr).nullable === true
  return checked.typeOf(expr).nullable === true
}

/** What a condition that is not looked into can be. */
export const TRUTH: Universe = { kind: 'values', values: ['true', 'false'], nothing: false }
const TRUTH_OR_NOTHING: Universe = { ...TRUTH, nothing: true }

/** All a value can be, from its type and what is declared of it; undefined for lists, elements and what has no type. */
export function universeOf(checked: Checked, expr: Expr): Universe | undefined {
  const ty = checked.typeOf(expr)
  const nothing = mayBeNothing(checked, expr)
  switch (ty.kind) {
    case 'number':
    case 'year':
    case 'date': {
      const step = stepOf(checked, expr)
      const empty = expr.kind === 'share' && decides(expr)
      return { kind: 'number', range: rangeOf(checked, expr), ...(step ? { step } : {}), nothing, empty }
    }
    case 'boolean':
      return nothing ? TRUTH_OR_NOTHING : TRUTH
    case 'enum':
      return { kind: 'values', values: ty.enum.members.map(symbolKey), nothing }
    case 'text':
      return { kind: 'values', nothing }
    case 'duration':
    case 'nothing':
    case 'entity':
    case 'list':
    case 'unknown':
      return undefined
    default:
      return ty satisfies never
  }
}

/** Decimals beyond which a grid is of no use to anybody. */
const FINEST = 18

/** What every value is a whole multiple of, where facts are refused otherwise. */
function stepOf(checked: Checked, expr: Expr): Rational | undefined {
  const field = fieldOf(checked, expr)
  const ty = field ? checked.typeOfSymbol(field) : checked.typeOf(expr)
  if (ty.kind === 'year' || ty.kind === 'date') return ONE
  if (expr.kind === 'count') return ONE
  const fine = field && ty.kind === 'number' ? ty.decimals : undefined
  return fine !== undefined && fine <= FINEST ? rational(1n, 10n ** BigInt(fine)) : undefined
}
