import type { ErrorCode, YAMLParseError, YAMLWarning } from 'yaml'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'
import { isKnownKey } from './keys.ts'

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
  const wide = wideColon(text, start, at)
  if (wide && (code(error) === 'P510' || code(error) === 'P513')) return wide
  const found = code(error)
  // The package points at the backslash alone.
  const stop = found === 'P511' ? end + 1 : end
  const span = at(Math.min(start, text.length), Math.min(Math.max(stop, start), text.length))
  // The package's code words are stable (its messages are not) and help whoever knows YAML.
  return finding(found, span, found === 'P512' ? { detail: error.code } : {})
}

function code(error: YAMLParseError | YAMLWarning): DiagnosticCode {
  return CODES[error.code] ?? 'P512'
}

const WIDE = /^(\s*(?:-\s+)?)([A-Za-z_]+)(\s*[：∶﹕︰]\s*)/

/** P514 when the line of an offset is a known key behind which a full-width colon stands: the YAML reader sees no key there. */
function wideColon(text: string, offset: number, at: (start: number, end: number) => Span): Diagnostic | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const [, before, key, mark] = WIDE.exec(text.slice(line).split('\n', 1)[0]!) ?? []
  if (before === undefined || key === undefined || mark === undefined || !isKnownKey(key)) return undefined
  const start = line + before.length + key.length
  const span = at(start, start + mark.length)
  return finding('P514', span, { key, mark: mark.trim() }, { fixes: [{ word: 'replace', edits: [{ span, text: ': ' }] }] })
}
