import { baseOf, type Held } from '../../bind/adoption.ts'
import { amended, linesOf, models, stepScope, type View, viewOf } from '../../bind/step-lines.ts'
import { rosterOf } from '../../bind/subject.ts'
import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import { TYPE_WORDS } from '../../diagnostics/codes/types.ts'
import { clause } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { CLAUSES } from '../../syntax/table.ts'
import { checkLine } from './act.ts'
import { declaredTy } from './declared-type.ts'
import { condition } from './infer.ts'
import { presentIf } from './presence.ts'
import { tyArgs } from './ty.ts'
import { type At, report, type Typer, withPresent } from './typer.ts'

/** Checks a procedure: its list, its standard and what it adopts, then every condition, day, length and share in its steps. */
export function checkProcedure(typer: Typer, procedure: PolicySymbol, at: At): void {
  const { decl } = procedure
  checkRoster(typer, procedure)
  checkStandard(typer, procedure)
  checkBase(typer, procedure)
  checkSteps(typer, decl, guarded(typer, decl, at))
  const view = viewOf(typer.binding, procedure)
  for (const held of view.layout.steps) if (held.symbol.parent === procedure) checkStep(typer, view, held)
}

/** Checks the guard of a declaration; inside it what the guard asked for is known to be present. */
export function guarded(typer: Typer, decl: Decl, at: At): At {
  const when = clause(decl, 'when')
  if (!when) return at
  condition(typer, when, at)
  return withPresent(at, presentIf(typer, when, true, at.level))
}

/** Checks phases, steps and their lines. */
export function checkSteps(typer: Typer, holder: Decl, at: At): void {
  for (const child of holder.children ?? []) {
    switch (child.kind) {
      case 'phase':
      case 'step':
        checkSteps(typer, child, guarded(typer, child, at))
        break
      case 'by_reading_steps':
      case 'arm_steps':
      case 'by_reading_acts':
      case 'arm_acts':
        checkSteps(typer, child, at)
        break
      default:
        checkLine(typer, child, at)
        break
    }
  }
}

/** T361: the list's own record is one element, reached through a field of the subject. */
function checkRoster(typer: Typer, procedure: PolicySymbol): void {
  const ref = clause(procedure.decl, 'roster')
  const field = ref && typer.binding.symbolOf(ref)
  const ty = field && declaredTy(typer.binding, field)
  if (ref && field && ty && ty.kind !== 'entity' && ty.kind !== 'unknown') {
    const { zh, en } = CLAUSES.roster
    const wanted = { wanted: TYPE_WORDS.entity.zh, wantedEn: TYPE_WORDS.entity.en }
    const args = { clause: zh, clauseEn: en, ...wanted, name: ref.text, ...tyArgs('found', ty) }
    report(typer, 'T361', ref.span, args, { labels: [{ span: field.name.span, word: 'declared', args }] })
  }
}

/** T358: the standard an exit must meet is about the same element. */
function checkStandard(typer: Typer, procedure: PolicySymbol): void {
  const ref = clause(procedure.decl, 'judged_by')
  const standard = ref && typer.binding.symbolOf(ref)
  if (ref && standard) sameElement(typer, ref.span, standard, procedure)
}

/** T358: what is adopted is about the same element, and its list belongs to the same kind of record. */
export function checkBase(typer: Typer, symbol: PolicySymbol): void {
  const ref = clause(symbol.decl, 'adopts')
  const base = baseOf(typer.binding, symbol)
  if (!ref || !base || !sameElement(typer, ref.span, base, symbol)) return
  const roster = clause(symbol.decl, 'roster')
  if (!roster) return
  const record = (procedure: PolicySymbol) => {
    const field = rosterOf(typer.binding, procedure)
    const ty = field && declaredTy(typer.binding, field)
    return ty?.kind === 'entity' ? ty.entity : undefined
  }
  const theirs = record(base) ?? typer.binding.subjectOf(base)
  const ours = record(symbol)
  if (theirs && ours && theirs !== ours) reportElements(typer, roster.span, base, theirs, ours)
}

/** Whether two declarations are about one element; T358 at `span` where they are not. */
export function sameElement(typer: Typer, span: Decl['span'], other: PolicySymbol, own: PolicySymbol): boolean {
  const theirs = typer.binding.subjectOf(other)
  const ours = typer.binding.subjectOf(own)
  if (!theirs || !ours || theirs === ours) return true
  reportElements(typer, span, other, theirs, ours)
  return false
}

function reportElements(typer: Typer, span: Decl['span'], other: PolicySymbol, theirs: PolicySymbol, ours: PolicySymbol): void {
  const args = { name: shownName(other), theirs: shownName(theirs), ours: shownName(ours) }
  report(typer, 'T358', span, args, { labels: [{ span: other.name.span, word: 'declared', args }] })
}

/** T359 neither 整单 nor 逐户 where there is a list; T362 a condition copied to where it would read other facts. */
function checkStep(typer: Typer, view: View, held: Held): void {
  const { symbol } = held
  if (!rosterOf(typer.binding, view.procedure)) return
  const scope = stepScope(view, held)
  const name = shownName(symbol)
  if (!scope) {
    const known = models(view, held).every(
      (one) => !clause(one.symbol.decl, 'same_as') || typer.binding.symbolOf(clause(one.symbol.decl, 'same_as')!),
    )
    if (known) report(typer, 'T359', symbol.name.span, { name })
    return
  }
  const others = models(view, held).slice(1)
  const foreign = (from: PolicySymbol) => {
    const model = others.find((one) => one.symbol === from)
    return model !== undefined && stepScope(view, model) !== scope
  }
  const lines = linesOf(view, held).flatMap(({ decl, from }) => ({ when: clause(decl, 'when'), from }))
  const guards = amended(view, held).map((one) => ({ when: clause(one.symbol.decl, 'when'), from: one.symbol }))
  const guard = guards.filter(({ when }) => when).slice(0, 1)
  const copied = [...guard, ...lines].find(({ when, from }) => when && foreign(from))
  const when = copied?.when
  const ref = clause(symbol.decl, 'same_as')
  if (!copied || !when || !ref) return
  const labels = [{ span: when.span, word: 'guard' }]
  report(typer, 'T362', ref.span, { name, model: shownName(copied.from) }, { labels })
}
