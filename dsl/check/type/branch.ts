import type { Expr, IfExpr, ReadingExpr } from '../../syntax/expression.ts'
import { adapt } from './adapt.ts'
import { agree, type Side } from './agree.ts'
import { condition, infer } from './infer.ts'
import { presentIf } from './presence.ts'
import { type Ty, UNKNOWN, withNullable } from './ty.ts'
import { type At, report, type Typer, withPresent } from './typer.ts'

/** 若 c 则 a 否则 b. Without 否则 only in a relation (T325), where a is a condition. */
export function inferIf(typer: Typer, expr: IfExpr, at: At): Ty {
  condition(typer, expr.condition, at)
  const yes = withPresent(at, presentIf(typer, expr.condition, true, at.level))
  if (!expr.otherwise) {
    if (at.relation) condition(typer, expr.then, yes)
    else {
      infer(typer, expr.then, yes)
      report(typer, 'T325', expr.span)
      return UNKNOWN
    }
    return { kind: 'boolean' }
  }
  const no = withPresent(at, presentIf(typer, expr.condition, false, at.level))
  const sides = [
    { expr: expr.then, ty: infer(typer, expr.then, yes) },
    { expr: expr.otherwise, ty: infer(typer, expr.otherwise, no) },
  ]
  return unify(typer, sides, expr)
}

/** 按 R { 甲：a；乙：b }: all arms of one type. */
export function inferReading(typer: Typer, expr: ReadingExpr, at: At): Ty {
  const sides = expr.arms.map((arm) => ({ expr: arm.value, ty: infer(typer, arm.value, at) }))
  return unify(typer, sides, expr)
}

function unify(typer: Typer, sides: readonly Side[], whole: Expr): Ty {
  const values = sides.filter((side) => side.ty.kind !== 'nothing')
  const nullable = values.length < sides.length || values.some((side) => side.ty.nullable === true)
  const [first, ...others] = values
  if (!first) return { kind: 'nothing' }
  let common: Side = first
  for (const side of others) {
    const ty = agree(typer, common, side, whole.span)
    if (!ty || ty.kind === 'unknown') return UNKNOWN
    // The side whose unit won leads on.
    common = ty === side.ty ? side : { expr: common.expr, ty }
  }
  if (common.ty.kind === 'number') for (const side of values) adapt(typer, side.expr, common.ty)
  return common.ty.kind === 'unknown' ? UNKNOWN : withNullable(common.ty, nullable)
}
