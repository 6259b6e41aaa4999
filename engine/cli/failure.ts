import type { DiagnosticCode } from '../../dsl/diagnostics/catalogue.ts'
import type { Diagnostic, DiagnosticArgs } from '../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import type { Span } from '../../dsl/source/span.ts'

/** The input or the call is wrong: told to the person as diagnostics, exit code 2. */
export class Failure extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.code).join(', '))
    this.diagnostics = diagnostics
  }
}

/** A failure with one code, without a place in a file unless given. */
export function failure(code: DiagnosticCode, args: DiagnosticArgs = {}, span?: Span): Failure {
  const file = span?.file ?? 'tiaoli'
  return new Failure([finding(code, span ?? { file, start: 0, end: 0 }, args)])
}
