import type { Expr } from '../../syntax/expression.ts'
import { fromInteger, parseRational } from '../../value/rational.ts'
import { sameUnit } from '../../value/unit.ts'
import { type NumberTy, type Ty, YEAR } from './ty.ts'
import type { Typer } from './typer.ts'

/** A bare figure takes the unit of what it stands beside, through signs, sums and branches. */
export function adapt(typer: Typer, expr: Expr, ty: NumberTy): void {
  const own = typer.types.get(expr)
  if (own?.kind !== 'number' || !own.free) return
  const { free: _, quotient: __, ...rest } = ty
  typer.types.set(expr, { ...rest, ...(own.decimals === undefined ? {} : { decimals: own.decimals }) })
  for (const part of valueParts(expr)) adapt(typer, part, ty)
}

function valueParts(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'negate':
      return [expr.operand]
    case 'arithmetic':
      return expr.op === '+' || expr.op === '-' ? [expr.left, expr.right] : []
    case 'extreme':
      return expr.items
    case 'round':
      return [expr.value]
    case 'if':
      return expr.otherwise ? [expr.then, expr.otherwise] : [expr.then]
    case 'reading':
      return expr.arms.map((arm) => arm.value)
    default:
      return []
  }
}

/** A whole figure beside a year is a year: 年度 = 2019. Gives whether it could be one. */
export function adaptToYear(typer: Typer, expr: Expr): boolean {
  if (expr.kind !== 'number' || expr.form !== 'plain' || parseRational(expr.value)?.d !== 1n) return false
  if (expr.unit !== undefined && expr.unit !== '年') return false
  typer.types.set(expr, YEAR)
  return true
}

/** 3 天, 2 周, 6 个月, 1 周年 as a number of days, months or years; workdays are none. */
export function durationAsNumber(expr: Expr): { readonly ty: NumberTy; readonly value: bigint } | undefined {
  if (expr.kind !== 'duration') return undefined
  const { unit } = expr
  const amount = fromInteger(expr.amount).n
  const of = (base: string, value = amount) => ({
    ty: { kind: 'number', unit: { [base]: 1 }, said: 'integer', decimals: 0 } as const,
    value,
  })
  switch (unit) {
    case 'day':
      return of('day')
    case 'week':
      return of('day', amount * 7n)
    case 'half_month':
      return of('day', amount * 15n)
    case 'month':
      return of('month')
    case 'year':
      return of('year')
    case 'workday':
      return undefined
    default:
      return unit satisfies never
  }
}

/** Turns a duration beside a number into a number; 16 周年 beside a plain count of years drops its unit. Gives the type it has then. */
export function adaptDuration(typer: Typer, expr: Expr, beside: Ty): Ty | undefined {
  const number = durationAsNumber(expr)
  if (!number || beside.kind !== 'number') return undefined
  const ty = beside.free && !sameUnit(beside.unit, number.ty.unit) ? beside : number.ty
  typer.types.set(expr, ty)
  return ty
}
