import type { Binding } from '../../bind/bind.ts'
import { isField, type PolicySymbol } from '../../bind/symbol.ts'
import { bodyOf, clause } from '../../syntax/access.ts'
import type { TypeExpr } from '../../syntax/declaration.ts'
import { BOOLEAN, DATE, RATIO, type Ty, UNKNOWN, unitOf, withNullable, YEAR } from './ty.ts'

/** The type a written type means. 金额 without unit is 元 and has two decimals. */
export function tyOfTypeExpr(binding: Binding, type: TypeExpr | undefined): Ty {
  if (!type) return UNKNOWN
  switch (type.kind) {
    case 'money':
      return { kind: 'number', unit: type.unit === undefined ? { yuan: 1 } : unitOf(type.unit), said: 'money', decimals: 2 }
    case 'ratio':
      return RATIO
    case 'integer':
      return { kind: 'number', unit: unitOf(type.unit), said: 'integer', decimals: 0 }
    case 'number':
      return {
        kind: 'number',
        unit: unitOf(type.unit),
        said: 'plain',
        ...(type.decimals === undefined ? {} : { decimals: type.decimals }),
      }
    case 'boolean':
      return BOOLEAN
    case 'date':
      return DATE
    case 'year':
      return YEAR
    case 'text':
      return { kind: 'text' }
    case 'list':
    case 'named': {
      const symbol = type.ref && binding.symbolOf(type.ref)
      if (!symbol) return UNKNOWN
      if (symbol.kind === 'enum') return { kind: 'enum', enum: symbol }
      return type.kind === 'list' ? { kind: 'list', of: symbol } : { kind: 'entity', entity: symbol }
    }
    default:
      return type.kind satisfies never
  }
}

/** The declared type of a field, judgement, parameter, external, table or score; undefined for a definition, whose type is inferred. */
export function declaredTy(binding: Binding, symbol: PolicySymbol): Ty | undefined {
  const known = KNOWN.get(symbol)
  if (known) return known
  const ty = readTy(binding, symbol)
  if (ty) KNOWN.set(symbol, ty)
  return ty
}

/** A symbol belongs to one binding, and its declaration never changes. */
const KNOWN = new WeakMap<PolicySymbol, Ty>()

function readTy(binding: Binding, symbol: PolicySymbol): Ty | undefined {
  const { decl } = symbol
  if (symbol.kind === 'judgement') return BOOLEAN
  if (isField(symbol)) {
    const ty = tyOfTypeExpr(binding, bodyOf(decl, 'field'))
    const atMost = clause(decl, 'at_most')?.value
    const sized: Ty = ty.kind === 'list' && atMost !== undefined ? { ...ty, atMost } : ty
    // 可无 on 真假 is reported where it stands.
    return withNullable(sized, clause(decl, 'nullable') === true && sized.kind !== 'boolean')
  }
  switch (symbol.kind) {
    case 'parameter':
      return tyOfTypeExpr(binding, bodyOf(decl, 'parameter'))
    case 'external':
      return tyOfTypeExpr(binding, bodyOf(decl, 'external'))
    case 'table':
      return tyOfTypeExpr(binding, bodyOf(decl, 'table'))
    case 'value':
      return symbol.parent ? { kind: 'enum', enum: symbol.parent } : UNKNOWN
    case 'score':
      return { kind: 'number', unit: { point: 1 }, said: 'plain' }
    default:
      return undefined
  }
}
