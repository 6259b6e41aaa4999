import type { ErrorCode, YAMLParseError, YAMLWarning } from 'yaml'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'

const CODES: Readonly<Partial<Record<ErrorCode, DiagnosticCode>>> = {
  TAB_AS_INDENT: 'P508',
  BAD_INDENT: 'P509',
  MISSING_CHAR: 'P510',
  BAD_DQ_ESCAPE: 'P511',
  BLOCK_AS_IMPLICIT_KEY: 'P513',
  MULTILINE_IMPLICIT_KEY: 'P513',
  KEY_OVER_1024_CHARS: 'P513',
  NON_STRING_KEY: 'P513',
  MULTIPLE_DOCS: 'P507',
}

/** An error of the YAML reader as one of ours, at its own place. */
export function yamlProblem(
  error: YAMLParseError | YAMLWarning,
  text: string,
  at: (start: number, end: number) => Span,
): Diagnostic {
  const [start, end] = error.pos
  const code = CODES[error.code] ?? 'P512'
  // The package points at the backslash alone.
  const stop = code === 'P511' ? end + 1 : end
  const span = at(Math.min(start, text.length), Math.min(Math.max(stop, start), text.length))
  // The package's code words are stable (its messages are not) and help whoever knows YAML.
  return finding(code, span, code === 'P512' ? { detail: error.code } : {})
}
