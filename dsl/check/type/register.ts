import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import { TYPE_WORDS } from '../../diagnostics/codes/types.ts'
import { bodyOf, clause, mainValue } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr, Ref } from '../../syntax/expression.ts'
import { CLAUSES, type DeclKind } from '../../syntax/table.ts'
import { expectTime } from './day.ts'
import { declaredTy } from './declared-type.ts'
import { expectTy } from './expect.ts'
import { infer } from './infer.ts'
import { declaredLabels, mainRef } from './operand-label.ts'
import { guarded, sameElement } from './procedure.ts'
import { COUNT, tyArgs, withNullable } from './ty.ts'
import { type At, atTop, report, type Typer, textOf } from './typer.ts'

/** Checks 效果: its guard, the conditions and days of its lines, and that its procedure is about the same element. */
export function checkEffects(typer: Typer, decl: Decl, at: At): void {
  checkVia(typer, decl, typer.binding.declared.ofDecl.get(decl))
  const inside = guarded(typer, decl, at)
  for (const line of decl.children ?? []) {
    const here = guarded(typer, line, inside)
    for (const day of [clause(line, 'starting'), clause(line, 'until')]) if (day) expectTime(typer, day, 'day', here)
  }
}

function checkVia(typer: Typer, decl: Decl, own: PolicySymbol | undefined): void {
  const via = clause(decl, 'via')
  const procedure = via && typer.binding.symbolOf(via)
  if (via && procedure && own) sameElement(typer, via.span, procedure, own)
}

/** Checks 登记册: states are kept in a field of an enumeration (T361), procedures and conditions are about its subject. */
export function checkRegister(typer: Typer, decl: Decl, at: At): void {
  const own = typer.binding.declared.ofDecl.get(decl)
  const kept = clause(decl, 'kept_in')
  const field = kept && typer.binding.symbolOf(kept)
  const ty = field && declaredTy(typer.binding, field)
  if (kept && field && ty && ty.kind !== 'enum' && ty.kind !== 'unknown') {
    const { zh, en } = CLAUSES.kept_in
    const wanted = { wanted: TYPE_WORDS.enum.zh, wantedEn: TYPE_WORDS.enum.en }
    const args = { clause: zh, clauseEn: en, ...wanted, name: shownName(field), ...tyArgs('found', ty) }
    report(typer, 'T361', kept.span, args, { labels: [{ span: field.name.span, word: 'declared', args }] })
  }
  for (const line of decl.children ?? []) {
    checkVia(typer, line, own)
    guarded(typer, line, at)
  }
  checkTwice(typer, decl, ['state'])
  checkTwice(typer, decl, ['gain', 'loss'])
}

/** T348: a state listed twice, or a change that is said twice or both ways. */
function checkTwice(typer: Typer, decl: Decl, kinds: readonly DeclKind[]): void {
  const first = new Map<PolicySymbol, Ref>()
  for (const line of decl.children ?? []) {
    if (!kinds.includes(line.kind)) continue
    const refs = line.kind === 'state' ? [mainValue(line, 'state')] : ((line.value ?? []) as readonly Ref[])
    for (const ref of refs) {
      const value = ref && typer.binding.symbolOf(ref)
      if (!ref || !value) continue
      const earlier = first.get(value)
      const name = { what: shownName(value), whatEn: value.name.id ?? shownName(value) }
      if (earlier) report(typer, 'T348', ref.span, name, { labels: [{ span: earlier.span, word: 'first' }] })
      else first.set(value, ref)
    }
  }
}

/** Checks 目标: the figure is in the unit of what is tallied, or a plain count; it is about no single element. */
export function checkTarget(typer: Typer, decl: Decl, at: At): void {
  const inside = guarded(typer, decl, at)
  const tally = clause(decl, 'tally')
  const until = clause(decl, 'until')
  if (until) expectTime(typer, until, 'day', atTop(0))
  const ty = tally ? infer(typer, tally, inside) : COUNT
  const goal = bodyOf(decl, 'target')
  if (tally && ty.kind !== 'number' && ty.kind !== 'unknown') {
    report(typer, 'T320', tally.span, tyArgs('found', ty), { labels: declaredLabels(typer, tally) })
    return
  }
  if (tally && ty.nullable) reportNothing(typer, tally)
  if (!goal) return
  expectTy(typer, goal, withNullable(ty, false), atTop(0))
  const found = typer.types.get(goal)
  const counted = found?.kind === 'number' && (found.said === 'money' || Object.keys(found.unit).length > 1)
  if (!tally && found && counted) {
    report(
      typer,
      'T326',
      goal.span,
      { ...tyArgs('wanted', COUNT), ...tyArgs('found', found) },
      { labels: declaredLabels(typer, goal) },
    )
  }
}

/** Checks 排序: what it goes by has an order, and is there for everyone. */
export function checkRanking(typer: Typer, decl: Decl, at: At): void {
  const by = bodyOf(decl, 'ranking')
  if (!by) return
  const ty = infer(typer, by, at)
  if (ty.kind === 'unknown') return
  if (ty.kind !== 'number' && ty.kind !== 'date' && ty.kind !== 'year') {
    const { zh, en } = TYPE_WORDS.orderable
    report(typer, 'T326', by.span, { wanted: zh, wantedEn: en, ...tyArgs('found', ty) }, { labels: declaredLabels(typer, by) })
    return
  }
  if (ty.nullable) reportNothing(typer, by)
}

/** T306: nothing is neither counted nor put in order. A guard cannot be put into a value, so there is no fix to offer. */
function reportNothing(typer: Typer, expr: Expr): void {
  const name = mainRef(expr)?.text ?? textOf(typer, expr.span)
  report(typer, 'T306', expr.span, { name }, { labels: declaredLabels(typer, expr) })
}
