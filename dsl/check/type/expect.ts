import type { Expr } from '../../syntax/expression.ts'
import { compare, ONE, parseRational } from '../../value/rational.ts'
import { adapt, adaptDuration, adaptToYear } from './adapt.ts'
import { infer } from './infer.ts'
import { declaredLabels } from './operand-label.ts'
import { sameTy, type Ty, tyArgs } from './ty.ts'
import { type At, report, type Typer } from './typer.ts'

/** Infers an expression that must have the declared type; T326 otherwise. Bare figures take its unit. */
export function expectTy(typer: Typer, expr: Expr, wanted: Ty, at: At): void {
  const found = infer(typer, expr, at)
  if (fits(typer, expr, found, wanted)) return
  report(
    typer,
    'T326',
    expr.span,
    { ...tyArgs('wanted', wanted), ...tyArgs('found', found) },
    { labels: declaredLabels(typer, expr) },
  )
}

function fits(typer: Typer, expr: Expr, found: Ty, wanted: Ty): boolean {
  if (found.kind === 'unknown' || wanted.kind === 'unknown') return true
  if (wanted.kind === 'year' && found.kind === 'number') return adaptToYear(typer, expr)
  if (wanted.kind !== 'number') return sameTy(found, wanted)
  const ty = found.kind === 'duration' ? adaptDuration(typer, expr, wanted) : found
  if (ty?.kind !== 'number') return false
  if (ty.free) {
    if (wanted.said === 'ratio' && !isShareOfOne(expr)) return false
    adapt(typer, expr, wanted)
    return true
  }
  const ratios = (ty.said === 'ratio') === (wanted.said === 'ratio') || ty.quotient === true
  return sameTy(ty, wanted) && ratios
}

function isShareOfOne(expr: Expr): boolean {
  if (expr.kind !== 'number') return true
  const value = parseRational(expr.value)
  return value !== undefined && compare(value, ONE) <= 0
}

/** A value written out (a figure, date, year, truth, text or enumeration value) of the wanted type; T332 for anything computed. */
export function expectLiteral(typer: Typer, expr: Expr, wanted: Ty, at: At): void {
  if (!isWritten(typer, expr)) {
    report(typer, 'T332', expr.span)
    return
  }
  expectTy(typer, expr, wanted, at)
}

function isWritten(typer: Typer, expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'year':
    case 'text':
    case 'duration':
    case 'error':
      return true
    case 'negate':
      return expr.operand.kind === 'number'
    case 'name': {
      const resolution = typer.binding.resolutionOf(expr.ref)
      return resolution === undefined || (resolution.kind === 'symbol' && resolution.symbol.kind === 'value')
    }
    default:
      return false
  }
}
