import type { Binding } from '../../bind/bind.ts'
import type { PolicySymbol } from '../../bind/symbol.ts'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Fix, Label } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'
import type { Expr } from '../../syntax/expression.ts'
import type { Ty } from './ty.ts'

/** What the type checker gathers. */
export interface Typer {
  readonly binding: Binding
  readonly types: Map<Expr, Ty>
  readonly definitions: Map<PolicySymbol, Ty>
  /** definitions being inferred: one met again is part of a cycle, which bind has reported */
  readonly open: Set<PolicySymbol>
  readonly diagnostics: Diagnostic[]
}

/** Where an expression stands. */
export interface At {
  /** how many elements are around it */
  readonly level: number
  /** keys of what is known not to be 无 here (presence.ts) */
  readonly present: ReadonlySet<string>
  readonly weigh: boolean
  readonly relation: boolean
  /** directly one side of a comparison: the only place for shares that are met or unmet when empty */
  readonly compared: boolean
}

export function atTop(level: number, more: Partial<At> = {}): At {
  return { level, present: new Set(), weigh: false, relation: false, compared: false, ...more }
}

/** The place with more things known to be present. */
export function withPresent(at: At, keys: readonly string[]): At {
  let any = false
  for (const key of keys) any ||= !at.present.has(key)
  if (!any) return at
  const present = new Set(at.present)
  for (const key of keys) present.add(key)
  return { ...at, present }
}

export function report(
  typer: Typer,
  code: DiagnosticCode,
  span: Span,
  args: DiagnosticArgs = {},
  more: { labels?: readonly Label[]; fixes?: readonly Fix[] } = {},
): void {
  typer.diagnostics.push(finding(code, span, args, more))
}

/** The text of a span as written. */
export function textOf(typer: Typer, span: Span): string {
  return typer.binding.linked.texts.get(span.file)?.slice(span.start, span.end) ?? ''
}

/** Whether the text there is English: what a fix is worded in. */
export function isEnglish(typer: Typer, span: Span): boolean {
  return !/\p{Script=Han}/u.test(textOf(typer, span))
}
