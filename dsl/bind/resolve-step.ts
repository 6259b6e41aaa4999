import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { clause } from '../syntax/access.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Held } from './adoption.ts'
import { type Binder, resolve } from './binder.ts'
import { isDoubtful } from './doubt.ts'
import { declaredLabel, replacements } from './report.ts'
import { modelOf, stepsMeant, type View } from './step-lines.ts'
import { shownName, typedNames } from './symbol.ts'

/** Resolves what a step is 同, what it 承接 and what runs 同时 with it. */
export function resolveStepClauses(binder: Binder, view: View, held: Held): void {
  const { decl } = held.symbol
  const model = clause(decl, 'same_as')
  if (model) resolveModel(binder, view, held, model)
  for (const ref of [...(clause(decl, 'after') ?? []), ...(clause(decl, 'alongside') ?? [])])
    resolveStepRef(binder, view, ref, held, 'earlier')
}

/** The step of the procedure a reference means: N225 when there is none, N226 when it must come before `held` and does not. */
export function resolveStepRef(binder: Binder, view: View, ref: Ref, held: Held | undefined, must?: 'earlier'): void {
  const found = stepsMeant(view, ref.text, held)
  const [first] = found
  if (!first) {
    reportUnknownStep(binder, view, ref, held)
    return
  }
  resolve(binder, ref, { kind: 'symbol', symbol: first.symbol })
  if (must !== 'earlier' || !held) return
  const { steps } = view.layout
  if (found.every((other) => steps.indexOf(other) < steps.indexOf(held))) return
  const labels = first === held ? [] : [declaredLabel(first.symbol, 'declared')]
  binder.diagnostics.push(finding('N226', ref.span, { name: ref.text, step: shownName(held.symbol) }, { labels }))
}

function reportUnknownStep(binder: Binder, view: View, ref: Ref, held: Held | undefined): void {
  if (isDoubtful(binder, view.procedure.unit, ref.text)) return
  const others = view.layout.steps.filter((other) => other !== held)
  const near = nearest(
    ref.text,
    others.flatMap((other) => typedNames(other.symbol)),
  )
  const args = { name: ref.text, procedure: shownName(view.procedure), near }
  binder.diagnostics.push(finding('N225', ref.span, args, { fixes: replacements(ref, near) }))
}

/** N229 for steps that copy one another in a circle. */
function resolveModel(binder: Binder, view: View, held: Held, ref: Ref): void {
  const model = modelOf(view, held)
  if (!model) {
    if (typedNames(held.symbol).includes(ref.text) && !isDoubtful(binder, view.procedure.unit, ref.text))
      reportCircle(binder, ref, [held, held])
    else reportUnknownStep(binder, view, ref, held)
    return
  }
  resolve(binder, ref, { kind: 'symbol', symbol: model.held.symbol })
  const path = [held]
  for (let next: typeof model | undefined = model; next; next = modelOf(next.view, next.held)) {
    const again = path.some((known) => known.symbol === next?.held.symbol)
    path.push(next.held)
    if (!again) continue
    if (path.at(-1)?.symbol === held.symbol) reportCircle(binder, ref, path)
    return
  }
}

function reportCircle(binder: Binder, ref: Ref, path: readonly Held[]): void {
  binder.diagnostics.push(finding('N229', ref.span, { path: path.map((held) => shownName(held.symbol)).join(' → ') }))
}
