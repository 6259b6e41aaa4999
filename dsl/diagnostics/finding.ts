import type { Span } from '../source/span.ts'
import { codeEntry, type DiagnosticCode } from './catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Fix, Label } from './diagnostic.ts'

/** A diagnostic of a catalogued code; the severity is the catalogue's. */
export function finding(
  code: DiagnosticCode,
  span: Span,
  args: DiagnosticArgs = {},
  more: { readonly labels?: readonly Label[]; readonly fixes?: readonly Fix[] } = {},
): Diagnostic {
  const severity = codeEntry(code)?.severity ?? 'error'
  const labels = more.labels?.length ? { labels: more.labels } : {}
  const fixes = more.fixes?.length ? { fixes: more.fixes } : {}
  return { code, severity, span, args, ...labels, ...fixes }
}
