import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Fix, Label } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Unit } from '../../link/unit.ts'
import type { Span } from '../../source/span.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Checked } from '../check.ts'
import { newSpace, type Space } from './formula.ts'

/** What the lints gather. */
export interface Linter {
  readonly checked: Checked
  /** findings of severity error so far: where something is broken, lints say nothing */
  readonly errors: readonly Diagnostic[]
  readonly found: Diagnostic[]
  /** what has been read of conditions, tables aside */
  readonly space: Space
}

/** A linter over everything checked. */
export function linter(checked: Checked): Linter {
  const all = [...checked.binding.linked.diagnostics, ...checked.binding.diagnostics, ...checked.diagnostics]
  return { checked, errors: all.filter((one) => one.severity === 'error'), found: [], space: newSpace(checked) }
}

/** Notes a finding. */
export function note(
  lint: Linter,
  code: DiagnosticCode,
  span: Span,
  args: DiagnosticArgs = {},
  more: { readonly labels?: readonly Label[]; readonly fixes?: readonly Fix[] } = {},
): void {
  lint.found.push(finding(code, span, args, more))
}

/** Whether nothing in the declaration is broken, so that what is said about it is not a second word about one mistake. */
export function isSound(lint: Linter, decl: Decl): boolean {
  return !lint.errors.some(({ span }) => span.file === decl.span.file && span.start < decl.span.end && span.end > decl.span.start)
}

/** Whether one span lies inside another. */
export function within(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end
}

/** The declarations of a unit in which nothing is broken. */
export function soundDeclarations(lint: Linter, unit: Unit): readonly Decl[] {
  return (unit.decl.children ?? []).filter((decl) => isSound(lint, decl))
}

/** The text of a span as written, in one line. Brackets around its first or last part, which spans leave out, are put back. */
export function written(lint: Linter, span: Span): string {
  const text = (lint.checked.binding.linked.texts.get(span.file)?.slice(span.start, span.end) ?? '').replace(/\s+/g, ' ')
  let open = 0
  let missing = 0
  for (const character of text) {
    if (character === '（' || character === '(') open++
    else if (character !== '）' && character !== ')') continue
    else if (open > 0) open--
    else missing++
  }
  const [before, after] = /[（）]/.test(text) ? ['（', '）'] : ['(', ')']
  return before.repeat(missing) + text + after.repeat(open)
}

/** Whether the text there is English: what a fix is worded in. */
export function inEnglish(lint: Linter, span: Span): boolean {
  return !/\p{Script=Han}/u.test(written(lint, span))
}
