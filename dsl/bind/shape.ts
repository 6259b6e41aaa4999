import { bodyOf } from '../syntax/access.ts'
import type { TypeExpr } from '../syntax/declaration.ts'
import type { Expr } from '../syntax/expression.ts'
import type { Binder, Context } from './binder.ts'
import { scopeOf } from './binder.ts'
import { lookupMember, lookupName } from './lookup.ts'
import { find } from './scope.ts'
import { subjectContext } from './subject.ts'
import type { PolicySymbol, Resolution } from './symbol.ts'

/** As much of a type as names need: whose members a path may have, which enumeration the other side speaks of. */
export type Shape =
  | { readonly kind: 'entity'; readonly entity: PolicySymbol }
  | { readonly kind: 'list'; readonly entity: PolicySymbol }
  | { readonly kind: 'enum'; readonly enum: PolicySymbol }
  | { readonly kind: 'date' }
  | { readonly kind: 'other' }
  /** something below could not be resolved */
  | { readonly kind: 'unknown' }

const OTHER: Shape = { kind: 'other' }
const UNKNOWN: Shape = { kind: 'unknown' }

/** The shape of a written type in the eyes of `context`. */
export function shapeOfType(binder: Binder, type: TypeExpr | undefined, context: Context): Shape {
  if (!type) return UNKNOWN
  if (type.kind === 'date') return { kind: 'date' }
  if (type.kind !== 'list' && type.kind !== 'named') return OTHER
  const found = type.ref ? find(scopeOf(binder, context.unit), type.ref.text, ['entity', 'enum']) : undefined
  if (found?.kind !== 'one') return UNKNOWN
  if (found.symbol.kind === 'enum') return { kind: 'enum', enum: found.symbol }
  return { kind: type.kind === 'list' ? 'list' : 'entity', entity: found.symbol }
}

/** The shape of what a resolution stands for. */
export function shapeOfResolution(binder: Binder, resolution: Resolution, seen: ReadonlySet<PolicySymbol>): Shape {
  switch (resolution.kind) {
    case 'element':
      return { kind: 'entity', entity: resolution.symbol }
    case 'builtin':
      return resolution.builtin.id === 'as_of' ? { kind: 'date' } : OTHER
    case 'standard':
      return OTHER
    case 'field':
    case 'definition':
    case 'symbol':
      return shapeOfSymbol(binder, resolution.symbol, seen)
    default:
      return resolution satisfies never
  }
}

function shapeOfSymbol(binder: Binder, symbol: PolicySymbol, seen: ReadonlySet<PolicySymbol>): Shape {
  const outside: Context = { unit: symbol.unit, elements: [] }
  if (symbol.kind === 'field') return shapeOfType(binder, bodyOf(symbol.decl, 'field'), outside)
  if (symbol.kind === 'parameter') return shapeOfType(binder, bodyOf(symbol.decl, 'parameter'), outside)
  if (symbol.kind === 'external') return shapeOfType(binder, bodyOf(symbol.decl, 'external'), outside)
  if (symbol.kind === 'table') return shapeOfType(binder, bodyOf(symbol.decl, 'table'), outside)
  if (symbol.kind === 'value' && symbol.parent) return { kind: 'enum', enum: symbol.parent }
  if (symbol.kind !== 'definition') return OTHER
  const body = bodyOf(symbol.decl, 'definition')
  if (!body || seen.has(symbol)) return UNKNOWN
  return shapeOf(binder, body, subjectContext(binder, symbol), new Set([...seen, symbol]))
}

/** The shape of an expression, without reporting anything. */
export function shapeOf(binder: Binder, expr: Expr, context: Context, seen: ReadonlySet<PolicySymbol> = new Set()): Shape {
  switch (expr.kind) {
    case 'name': {
      const found = lookupName(binder, expr.ref.text, context)
      return found.kind === 'found' ? shapeOfResolution(binder, found.resolution, seen) : UNKNOWN
    }
    case 'call': {
      const found = find(scopeOf(binder, context.unit), expr.callee.text, ['parameter'])
      return found.kind === 'one' ? shapeOfSymbol(binder, found.symbol, seen) : OTHER
    }
    case 'path': {
      const of = shapeOf(binder, expr.of, context, seen)
      if (of.kind === 'unknown') return UNKNOWN
      const member = of.kind === 'entity' ? lookupMember(binder, expr.member.text, of.entity, context) : undefined
      return member ? shapeOfResolution(binder, member, seen) : of.kind === 'entity' ? UNKNOWN : OTHER
    }
    case 'period':
      return shapeOf(binder, expr.of, context, seen)
    case 'if':
      return firstKnown([expr.then, ...(expr.otherwise ? [expr.otherwise] : [])], binder, context, seen)
    case 'reading':
      return firstKnown(
        expr.arms.map((arm) => arm.value),
        binder,
        context,
        seen,
      )
    case 'date':
      return { kind: 'date' }
    case 'error':
      return UNKNOWN
    default:
      return OTHER
  }
}

function firstKnown(exprs: readonly Expr[], binder: Binder, context: Context, seen: ReadonlySet<PolicySymbol>): Shape {
  const shapes = exprs.map((expr) => shapeOf(binder, expr, context, seen))
  return shapes.find((shape) => shape.kind !== 'unknown' && shape.kind !== 'other') ?? shapes[0] ?? UNKNOWN
}

/** The enumeration an expression's value is of, if any: what a bare word on the other side is looked up in first. */
export function enumOf(binder: Binder, expr: Expr, context: Context): PolicySymbol | undefined {
  const shape = shapeOf(binder, expr, context)
  return shape.kind === 'enum' ? shape.enum : undefined
}
