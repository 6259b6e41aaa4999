import type { Span } from '../source/span.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Lang = 'zh' | 'en'

/** Values put into a message's words; lists are joined in the reader's language. */
export type DiagnosticArgs = Readonly<Record<string, string | number | readonly string[]>>

/** Another place the reader should look at; `word` is a key of the code's own `labels` table. */
export interface Label {
  readonly span: Span
  readonly word: string
  readonly args?: DiagnosticArgs
}

/** Replace the text of `span` by `text`. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** A mechanical repair; after it the same mistake is gone. `word` is a key of the code's own `fixes` table. */
export interface Fix {
  readonly word: string
  readonly args?: DiagnosticArgs
  readonly edits: readonly Edit[]
}

/** A finding as data. Words are made by `describe` from the code's message table, never by a phase. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  readonly args: DiagnosticArgs
  readonly labels?: readonly Label[]
  readonly fixes?: readonly Fix[]
}

/** One language's words for one code. `{name}` is replaced by the argument of that name. */
export interface Words {
  /** What is wrong, one sentence. */
  readonly title: string
  /** Why it matters to a household or a reader. */
  readonly why: string
  /** What to do. */
  readonly help: string
  readonly labels?: Readonly<Record<string, string>>
  readonly fixes?: Readonly<Record<string, string>>
}

/** A row of the catalogue: codes are stable and grouped by phase (L lexical, P syntax, N names, T types, R rules, D dates, F facts, S suites, C call). */
export interface CodeEntry {
  readonly severity: Severity
  readonly zh: Words
  readonly en: Words
}

export type CodeTable = Readonly<Record<string, CodeEntry>>
