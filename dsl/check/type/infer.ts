import { COMPARE_WORDS } from '../../syntax/compare-words.ts'
import type { Expr, NumberExpr } from '../../syntax/expression.ts'
import { inferAggregate } from './aggregate.ts'
import { checkComparison } from './agree.ts'
import { inferArithmetic, inferExtreme, inferNegate, inferRound } from './arithmetic.ts'
import { inferIf, inferReading } from './branch.ts'
import { inferCall, inferName, inferPath, inferPeriod } from './operand.ts'
import { declaredLabels, mainRef } from './operand-label.ts'
import { presentIf } from './presence.ts'
import { BOOLEAN, DATE, FREE, RATIO, type Ty, tyArgs, UNKNOWN, unitOf, YEAR } from './ty.ts'
import { type At, report, type Typer, textOf, withPresent } from './typer.ts'

/**
 * The type of an expression, noted for lowering. Whatever does not fit is reported once where it stands and types as unknown, which fits everywhere.
 */
export function infer(typer: Typer, expr: Expr, at: At): Ty {
  const ty = inferKind(typer, expr, at.compared && expr.kind !== 'share' ? { ...at, compared: false } : at)
  // INVARIANT: an expression is inferred once, so that one mistake gives one finding.
  typer.types.set(expr, ty)
  return ty
}

function inferKind(typer: Typer, expr: Expr, at: At): Ty {
  switch (expr.kind) {
    case 'number':
      return numberTy(expr)
    case 'boolean':
      return BOOLEAN
    case 'date':
      return DATE
    case 'year':
      return YEAR
    case 'duration':
      return { kind: 'duration' }
    case 'position':
      // Only where a day is wanted has it a year of its own; there nobody infers it.
      report(typer, 'T333', expr.span)
      return UNKNOWN
    case 'text':
      return { kind: 'text' }
    case 'nothing':
      return { kind: 'nothing' }
    case 'error':
      return UNKNOWN
    case 'name':
      return inferName(typer, expr, at)
    case 'path':
      return inferPath(typer, expr, at)
    case 'period':
      return inferPeriod(typer, expr, at)
    case 'call':
      return inferCall(typer, expr, at)
    case 'not':
      condition(typer, expr.operand, at)
      return BOOLEAN
    case 'negate':
      return inferNegate(typer, expr, at)
    case 'status':
      if (!at.weigh) report(typer, 'T309', expr.span)
      infer(typer, expr.operand, at)
      return BOOLEAN
    case 'has':
      askPresence(typer, expr.operand, at)
      return BOOLEAN
    case 'meets':
      return BOOLEAN
    case 'and':
    case 'or': {
      let inner = at
      for (const item of expr.items) {
        condition(typer, item, inner)
        inner = withPresent(inner, presentIf(typer, item, expr.kind === 'and', at.level))
      }
      return BOOLEAN
    }
    case 'compare':
      return inferCompare(typer, expr, at)
    case 'between': {
      const value = infer(typer, expr.value, at)
      const low = infer(typer, expr.low, at)
      const high = infer(typer, expr.high, at)
      const before = typer.diagnostics.length
      checkComparison(typer, { expr: expr.value, ty: value }, { expr: expr.low, ty: low }, 'ge', expr.span, at)
      // What is wrong with the lower end is mostly wrong with the upper one too.
      if (typer.diagnostics.length > before) return BOOLEAN
      const again = typer.types.get(expr.value) ?? value
      checkComparison(typer, { expr: expr.value, ty: again }, { expr: expr.high, ty: high }, 'le', expr.span, at)
      return BOOLEAN
    }
    case 'in': {
      const value = infer(typer, expr.value, at)
      for (const item of expr.items) {
        const ty = infer(typer, item, at)
        checkComparison(
          typer,
          { expr: expr.value, ty: typer.types.get(expr.value) ?? value },
          { expr: item, ty },
          'eq',
          item.span,
          at,
        )
      }
      return BOOLEAN
    }
    case 'arithmetic':
      return inferArithmetic(typer, expr, at)
    case 'round':
      return inferRound(typer, expr, at)
    case 'extreme':
      return inferExtreme(typer, expr, at)
    case 'if':
      return inferIf(typer, expr, at)
    case 'reading':
      return inferReading(typer, expr, at)
    case 'quantifier':
    case 'count':
    case 'sum':
    case 'share':
      return inferAggregate(typer, expr, at)
    default:
      return expr satisfies never
  }
}

/** Infers an expression that must be true or false; T301 otherwise. */
export function condition(typer: Typer, expr: Expr, at: At): void {
  const ty = infer(typer, expr, at)
  if (ty.kind === 'boolean' || ty.kind === 'unknown') return
  report(typer, 'T301', expr.span, tyArgs('found', ty), { labels: declaredLabels(typer, expr) })
}

function numberTy(expr: NumberExpr): Ty {
  if (expr.unit !== undefined)
    return { kind: 'number', unit: unitOf(expr.unit), said: expr.unit.startsWith('元') ? 'money' : 'plain' }
  return expr.form === 'percent' || expr.form === 'permille' ? RATIO : FREE
}

function inferCompare(typer: Typer, expr: Extract<Expr, { kind: 'compare' }>, at: At): Ty {
  const op = COMPARE_WORDS[expr.word].op
  const nothing = expr.left.kind === 'nothing' || expr.right.kind === 'nothing'
  if (nothing && (op === 'eq' || op === 'ne')) {
    const other = expr.left.kind === 'nothing' ? expr.right : expr.left
    infer(typer, expr.left.kind === 'nothing' ? expr.left : expr.right, at)
    if (other.kind === 'nothing') infer(typer, other, at)
    else askPresence(typer, other, at)
    return BOOLEAN
  }
  // A met or unmet share stands on one side only; the other side is an ordinary value then.
  const rightShare = expr.right.kind === 'share' && !(expr.left.kind === 'share' && decides(expr.left))
  const left = infer(typer, expr.left, comparing(at, expr.left.kind === 'share'))
  const right = infer(typer, expr.right, comparing(at, rightShare))
  checkComparison(typer, { expr: expr.left, ty: left }, { expr: expr.right, ty: right }, op, expr.span, at)
  return BOOLEAN
}

function comparing(at: At, compared: boolean): At {
  return at.compared === compared ? at : { ...at, compared }
}

/** Whether a share says that an empty one meets, or fails, its comparison. */
export function decides(expr: Extract<Expr, { kind: 'share' }>): boolean {
  return expr.empty === 'met' || expr.empty === 'unmet'
}

/** 有 X, X = 无: X must be able to be 无 (T324). What is already known to be present may be asked again. */
function askPresence(typer: Typer, operand: Expr, at: At): void {
  const ty = infer(typer, operand, { ...at, present: new Set() })
  if (ty.kind === 'unknown' || ty.nullable) return
  const ref = mainRef(operand)
  report(
    typer,
    'T324',
    operand.span,
    { name: ref?.text ?? textOf(typer, operand.span) },
    { labels: declaredLabels(typer, operand) },
  )
}
