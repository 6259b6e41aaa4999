import type { CountExpr, Expr, QuantifierExpr, ShareExpr, SumExpr } from '../../syntax/expression.ts'
import { agree } from './agree.ts'
import { condition, decides, infer } from './infer.ts'
import { reportNotPresent } from './nullable.ts'
import { inferPlace } from './operand.ts'
import { declaredLabels } from './operand-label.ts'
import { presentIf } from './presence.ts'
import { BOOLEAN, COUNT, RATIO, type Ty, tyArgs, UNKNOWN } from './ty.ts'
import { type At, isEnglish, report, type Typer, textOf, withPresent } from './typer.ts'

/** 每个, 存在, 没有, 计数, 合计, 占比. The domain must be a list (T310); filter and body see one element more. */
export function inferAggregate(typer: Typer, expr: QuantifierExpr | CountExpr | SumExpr | ShareExpr, at: At): Ty {
  if (expr.kind === 'share') checkEmpty(typer, expr, at)
  const plain: At = { ...at, compared: false }
  if (expr.kind === 'share' && expr.domain === undefined) return inferRatio(typer, expr, plain)
  const domain = expr.domain
  if (!domain) return UNKNOWN
  const list = inferPlace(typer, domain, plain)
  if (list.kind !== 'list') {
    if (list.kind !== 'unknown')
      report(typer, 'T310', domain.span, tyArgs('found', list), { labels: declaredLabels(typer, domain) })
    return expr.kind === 'quantifier' ? BOOLEAN : UNKNOWN
  }
  let inside: At = { ...plain, level: plain.level + 1 }
  if (expr.filter) {
    condition(typer, expr.filter, inside)
    inside = withPresent(inside, presentIf(typer, expr.filter, true, inside.level))
  }
  switch (expr.kind) {
    case 'quantifier':
      if (expr.body) condition(typer, expr.body, inside)
      return BOOLEAN
    case 'count':
      return COUNT
    case 'sum':
      return inferSum(typer, expr.value, inside)
    case 'share':
      condition(typer, expr.part, inside)
      return RATIO
    default:
      return expr satisfies never
  }
}

function inferSum(typer: Typer, value: Expr, at: At): Ty {
  const ty = infer(typer, value, at)
  if (ty.kind === 'unknown') return ty
  if (ty.kind !== 'number') {
    report(typer, 'T320', value.span, tyArgs('found', ty), { labels: declaredLabels(typer, value) })
    return UNKNOWN
  }
  // One element without a value would leave the whole sum unknown for good.
  if (ty.nullable) reportNotPresent(typer, value, value.span, at)
  const { nullable: _, ...rest } = ty
  return rest
}

function inferRatio(typer: Typer, expr: ShareExpr, at: At): Ty {
  const part = infer(typer, expr.part, at)
  const whole = expr.whole ? infer(typer, expr.whole, at) : UNKNOWN
  if (part.kind === 'unknown' || whole.kind === 'unknown') return RATIO
  for (const [side, ty] of [
    [expr.part, part],
    [expr.whole, whole],
  ] as const) {
    if (!side || ty.kind === 'number') continue
    report(typer, 'T320', side.span, tyArgs('found', ty), { labels: declaredLabels(typer, side) })
    return RATIO
  }
  if (expr.whole) agree(typer, { expr: expr.part, ty: part }, { expr: expr.whole, ty: whole }, expr.span)
  return RATIO
}

/** T307 without an empty case; T308 when it is met or unmet and the share is no side of a comparison. */
function checkEmpty(typer: Typer, expr: ShareExpr, at: At): void {
  const english = isEnglish(typer, expr.span)
  if (expr.empty === undefined) {
    const end = { ...expr.span, start: expr.span.end - 1, end: expr.span.end - 1 }
    const text = english ? '; empty is undetermined' : '；分母为零 视为 待定'
    report(typer, 'T307', expr.span, {}, { fixes: [{ word: 'undetermined', edits: [{ span: end, text }] }] })
    return
  }
  if (!decides(expr) || at.compared) return
  const text = textOf(typer, expr.span)
  const word = /(达到|未达|met|unmet)\s*[)）]\s*$/.exec(text)
  const start = expr.span.start + (word?.index ?? 0)
  const edits = word
    ? [{ span: { ...expr.span, start, end: start + word[1]!.length }, text: english ? 'undetermined' : '待定' }]
    : []
  report(typer, 'T308', expr.span, {}, { fixes: edits.length ? [{ word: 'undetermined', edits }] : [] })
}
