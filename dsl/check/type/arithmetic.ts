import type { ArithmeticExpr, Expr, ExtremeExpr, RoundExpr } from '../../syntax/expression.ts'
import { compare, parseRational, ZERO } from '../../value/rational.ts'
import { divideUnits, multiplyUnits, sameUnit } from '../../value/unit.ts'
import { adapt, adaptDuration } from './adapt.ts'
import { agree } from './agree.ts'
import { infer } from './infer.ts'
import { declaredLabels } from './operand-label.ts'
import { COUNT, DATE, FREE, type NumberTy, type Ty, tyArgs, UNKNOWN, withNullable, YEAR } from './ty.ts'
import { type At, isEnglish, report, type Typer, textOf } from './typer.ts'

/** a + b, a − b, a × b, a ÷ b: numbers with their units, dates with spans of time, years with whole numbers. */
export function inferArithmetic(typer: Typer, expr: ArithmeticExpr, at: At): Ty {
  const left = infer(typer, expr.left, at)
  const right = infer(typer, expr.right, at)
  const nullable = left.nullable === true || right.nullable === true
  const ty = expr.op === '+' || expr.op === '-' ? sum(typer, expr, left, right) : product(typer, expr, left, right)
  return ty.kind === 'unknown' ? ty : withNullable(ty, nullable)
}

function notNumber(typer: Typer, expr: Expr, ty: Ty): Ty {
  report(typer, 'T320', expr.span, tyArgs('found', ty), { labels: declaredLabels(typer, expr) })
  return UNKNOWN
}

function notTogether(typer: Typer, expr: ArithmeticExpr, left: Ty, right: Ty): Ty {
  const args = { ...tyArgs('left', left), ...tyArgs('right', right) }
  report(typer, 'T302', expr.span, args, { labels: declaredLabels(typer, expr.left, expr.right) })
  return UNKNOWN
}

function sum(typer: Typer, expr: ArithmeticExpr, left: Ty, right: Ty): Ty {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN
  if (left.kind === 'date') return dateSum(typer, expr, right)
  if (left.kind === 'year') return yearSum(typer, expr, right)
  if (left.kind === 'number' && right.kind === 'duration') {
    const ty = adaptDuration(typer, expr.right, left)
    if (ty) return sum(typer, expr, left, ty)
  }
  if (left.kind === 'duration' && right.kind === 'number') {
    const ty = adaptDuration(typer, expr.left, right)
    if (ty) return sum(typer, expr, ty, right)
  }
  if (left.kind !== 'number') return notNumber(typer, expr.left, left)
  if (right.kind !== 'number') return notNumber(typer, expr.right, right)
  const common = agree(typer, { expr: expr.left, ty: left }, { expr: expr.right, ty: right }, expr.span)
  if (common?.kind !== 'number') return UNKNOWN
  return computed(common, left, right)
}

/** A sum keeps the unit; its decimals are known only when both are. */
function computed(common: NumberTy, left: NumberTy, right: NumberTy): NumberTy {
  const { decimals: _, ...rest } = common
  const counted =
    left.decimals !== undefined && right.decimals !== undefined ? { decimals: Math.max(left.decimals, right.decimals) } : {}
  return { ...rest, ...counted }
}

function dateSum(typer: Typer, expr: ArithmeticExpr, right: Ty): Ty {
  if (right.kind === 'duration' && expr.right.kind === 'duration') {
    if (expr.right.unit === 'workday') {
      report(typer, 'T322', expr.span)
      return UNKNOWN
    }
    return DATE
  }
  if (right.kind !== 'date' || expr.op === '+') return notTogether(typer, expr, DATE, right)
  const [from, until] = [textOf(typer, expr.right.span), textOf(typer, expr.left.span)]
  const to = isEnglish(typer, expr.span) ? `days(${from}, ${until})` : `天数（${from}，${until}）`
  report(typer, 'T321', expr.span, {}, { fixes: [{ word: 'days', args: { to }, edits: [{ span: expr.span, text: to }] }] })
  return UNKNOWN
}

function yearSum(typer: Typer, expr: ArithmeticExpr, right: Ty): Ty {
  if (right.kind === 'year') return expr.op === '-' ? COUNT : notTogether(typer, expr, YEAR, right)
  if (right.kind === 'duration') {
    const ty = adaptDuration(typer, expr.right, COUNT)
    return ty?.kind === 'number' && expr.right.kind === 'duration' && expr.right.unit === 'year'
      ? YEAR
      : notNumber(typer, expr.right, right)
  }
  if (right.kind !== 'number') return notTogether(typer, expr, YEAR, right)
  const whole = expr.right.kind === 'number' ? parseRational(expr.right.value)?.d === 1n : right.decimals === 0
  const inYears = right.free || sameUnit(right.unit, { year: 1 }) || Object.keys(right.unit).length === 0
  return whole && inYears ? YEAR : notTogether(typer, expr, YEAR, right)
}

function product(typer: Typer, expr: ArithmeticExpr, left: Ty, right: Ty): Ty {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN
  const a = left.kind === 'duration' ? adaptDuration(typer, expr.left, right) : left
  const b = right.kind === 'duration' ? adaptDuration(typer, expr.right, left) : right
  if (a?.kind !== 'number') return notNumber(typer, expr.left, left)
  if (b?.kind !== 'number') return notNumber(typer, expr.right, right)
  if (expr.op === '/' && expr.right.kind === 'number' && parseRational(expr.right.value)?.n === 0n) {
    report(typer, 'T329', expr.right.span)
    return UNKNOWN
  }
  const unit = expr.op === '*' ? multiplyUnits(a.unit, b.unit) : divideUnits(a.unit, b.unit)
  if (a.free && b.free) return FREE
  const bare = Object.keys(unit).length === 0
  return {
    kind: 'number',
    unit,
    said: a.said === 'ratio' && b.said === 'ratio' ? 'ratio' : 'plain',
    ...(bare ? { quotient: true as const } : {}),
  }
}

/** − a: numbers only. */
export function inferNegate(typer: Typer, expr: Extract<Expr, { kind: 'negate' }>, at: At): Ty {
  const ty = infer(typer, expr.operand, at)
  return ty.kind === 'number' || ty.kind === 'unknown' ? ty : notNumber(typer, expr.operand, ty)
}

/** 四舍五入（a，到 step）: the step is a written figure above zero in the unit of a (T317). */
export function inferRound(typer: Typer, expr: RoundExpr, at: At): Ty {
  const ty = infer(typer, expr.value, at)
  const step = infer(typer, expr.to, at)
  if (ty.kind === 'unknown' || step.kind === 'unknown') return UNKNOWN
  if (ty.kind !== 'number') return notNumber(typer, expr.value, ty)
  const value = expr.to.kind === 'number' ? parseRational(expr.to.value) : undefined
  const fits = step.kind === 'number' && (step.free || sameUnit(step.unit, ty.unit) || ty.free)
  if (!value || compare(value, ZERO) <= 0 || !fits) {
    report(typer, 'T317', expr.to.span)
    return UNKNOWN
  }
  adapt(typer, expr.to, ty)
  if (ty.free && step.kind === 'number') adapt(typer, expr.value, step)
  const { decimals: _, ...rest } = ty.free && step.kind === 'number' && !step.free ? step : ty
  return withNullable(rest, ty.nullable === true)
}

/** 较大（…）, 较小（…）: numbers of one unit, or years. */
export function inferExtreme(typer: Typer, expr: ExtremeExpr, at: At): Ty {
  const types = expr.items.map((item) => infer(typer, item, at))
  let common: Ty | undefined = types[0]
  let holder = expr.items[0]
  if (!common || !holder) return UNKNOWN
  for (const [i, item] of expr.items.entries()) {
    const ty = types[i]!
    if (ty.kind === 'unknown') return UNKNOWN
    if (ty.kind !== 'number' && ty.kind !== 'year') return notNumber(typer, item, ty)
    if (i === 0) continue
    common = agree(typer, { expr: holder, ty: common }, { expr: item, ty }, expr.span)
    if (!common || common.kind === 'unknown') return UNKNOWN
    if (common === ty) holder = item
  }
  if (common.kind === 'number') for (const item of expr.items) adapt(typer, item, common)
  return withNullable(
    common,
    types.some((ty) => ty.nullable === true),
  )
}
