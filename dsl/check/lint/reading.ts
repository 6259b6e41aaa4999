import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import type { Fix, Label } from '../../diagnostics/diagnostic.ts'
import type { Span } from '../../source/span.ts'
import { bodyOf, mainValue } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import type { DeclKind } from '../../syntax/table.ts'
import { inEnglish, type Linter, note, written } from './linter.ts'
import { partsOf } from './parts.ts'
import { sitesOf } from './site.ts'

/** The choices in force around a place, with where they were made. */
type Chosen = ReadonlyMap<PolicySymbol, { readonly choice: PolicySymbol; readonly span: Span }>

/** R432: a reading divided again where one of its choices is in force. */
export function lintNestedReadings(lint: Linter, decl: Decl): void {
  nestedItems(lint, decl, new Map())
  for (const site of sitesOf(decl)) {
    if (!site.kinds.has('reading')) continue
    const chosen = site.arms.reduce<Chosen>((known, arm) => withArm(lint, known, arm), new Map())
    nestedIn(lint, site.expr, chosen)
  }
}

function withArm(lint: Linter, chosen: Chosen, arm: Decl): Chosen {
  const ref = mainValue(arm, 'arm')
  const choice = ref && lint.checked.binding.symbolOf(ref)
  return ref && choice?.parent ? new Map([...chosen, [choice.parent, { choice, span: ref.span }]]) : chosen
}

/** 按 among items, steps and lines. */
const FORKS: readonly DeclKind[] = ['by_reading', 'by_reading_steps', 'by_reading_acts']

function nestedItems(lint: Linter, holder: Decl, chosen: Chosen): void {
  for (const child of holder.children ?? []) {
    if (child.kind === 'arm' || child.kind === 'arm_steps' || child.kind === 'arm_acts') {
      nestedItems(lint, child, withArm(lint, chosen, child))
      continue
    }
    const ref = FORKS.includes(child.kind) ? mainValue(child, 'by_reading') : undefined
    const reading = ref && lint.checked.binding.symbolOf(ref)
    const outer = reading && chosen.get(reading)
    if (ref && reading && outer) report(lint, ref.span, reading, outer, [])
    else nestedItems(lint, child, chosen)
  }
}

function nestedIn(lint: Linter, expr: Expr, chosen: Chosen): void {
  if (expr.kind !== 'reading') {
    for (const part of partsOf(expr)) nestedIn(lint, part.expr, chosen)
    return
  }
  const { binding } = lint.checked
  const reading = binding.symbolOf(expr.reading)
  const outer = reading && chosen.get(reading)
  if (reading && outer) {
    const kept = expr.arms.find((arm) => binding.symbolOf(arm.choice) === outer.choice)
    const fixes: readonly Fix[] = kept ? [{ word: 'keep', edits: [{ span: expr.span, text: bracketed(lint, kept.value) }] }] : []
    report(lint, expr.reading.span, reading, outer, fixes)
    return
  }
  for (const arm of expr.arms) {
    const choice = binding.symbolOf(arm.choice)
    const inside = reading && choice ? new Map([...chosen, [reading, { choice, span: arm.choice.span }]]) : chosen
    nestedIn(lint, arm.value, inside)
  }
}

function bracketed(lint: Linter, expr: Expr): string {
  const text = written(lint, expr.span)
  if (expr.kind === 'name' || expr.kind === 'number' || expr.kind === 'boolean') return text
  return inEnglish(lint, expr.span) ? `(${text})` : `（${text}）`
}

function report(
  lint: Linter,
  span: Span,
  reading: PolicySymbol,
  outer: { readonly choice: PolicySymbol; readonly span: Span },
  fixes: readonly Fix[],
): void {
  const args = { reading: shownName(reading), choice: shownName(outer.choice) }
  const labels: readonly Label[] = [{ span: outer.span, word: 'outer' }]
  note(lint, 'R432', span, args, { labels, fixes })
}

/** R433 a reading without a default, R434 with two. */
export function lintDefaults(lint: Linter, decl: Decl): void {
  if (decl.kind !== 'reading' || !decl.name) return
  const options = bodyOf(decl, 'reading') ?? []
  const name = decl.name.zh ?? decl.name.id ?? ''
  const [first] = options
  const preset = options.filter((option) => option.isDefault === true)
  const [chosen, second] = preset
  if (chosen && second) note(lint, 'R434', second.name.span, { name }, { labels: [{ span: chosen.name.span, word: 'first' }] })
  if (preset.length > 0 || !first) return
  const { span } = first.name
  const end = { ...span, start: span.end }
  const text = inEnglish(lint, span) ? ' (default)' : '（默认）'
  const fixes = span.file.endsWith('.policy.yaml') ? [] : [{ word: 'preset', edits: [{ span: end, text }] }]
  note(lint, 'R433', decl.name.span, { name, first: first.name.zh ?? first.name.id ?? '' }, { fixes })
}
