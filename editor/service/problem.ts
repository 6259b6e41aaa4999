import type { Severity } from '../../dsl/diagnostics/diagnostic.ts'

/** A stretch of one file, in UTF-16 code units, end exclusive. */
export interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
}

export interface TextEdit extends Place {
  readonly text: string
}

/** A diagnostic in the words of one language, ready to be shown. */
export interface Problem extends Place {
  readonly code: string
  readonly severity: Severity
  /** from 1, of the text that was checked */
  readonly line: number
  readonly column: number
  readonly title: string
  readonly why: string
  readonly help: string
  readonly labels: readonly (Place & { readonly message: string })[]
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[]
}
