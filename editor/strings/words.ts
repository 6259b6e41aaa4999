import type { Severity } from '../../dsl/diagnostics/diagnostic.ts'
import type { TrialOutcome } from '../trial/case.ts'

/** Every word the page itself says in one language. Messages about policies come from the language worker. */
export interface PageWords {
  readonly files: {
    readonly label: string
    readonly kinds: Readonly<Record<'policy' | 'source', string>>
    readonly shared: string
    readonly edited: string
  }
  readonly tools: {
    readonly format: string
    readonly reset: string
    readonly download: string
  }
  readonly notice: {
    readonly restored: (files: readonly string[]) => string
    readonly newer: (files: readonly string[]) => string
    readonly showOriginal: string
    readonly formatted: string
    readonly alreadyFormatted: string
    readonly notFormatted: string
    readonly wasReset: string
    readonly undo: string
    readonly close: string
    readonly kept: string
    readonly fault: string
    readonly notSaved: string
    readonly fixed: (title: string) => string
  }
  readonly problems: {
    readonly checking: string
    readonly none: string
    readonly count: (errors: number, warnings: number, infos: number) => string
    readonly severity: Readonly<Record<Severity, string>>
    readonly line: (line: number) => string
    readonly more: (count: number) => string
  }
  readonly cases: {
    readonly simulated: string
    readonly simulatedNote: string
    readonly none: string
    readonly stale: string
    readonly staleNote: string
    readonly outcome: Readonly<Record<TrialOutcome, string>>
    readonly was: (outcome: string) => string
    readonly changed: (count: number) => string
    readonly unchanged: string
    readonly group: (cases: number, changed: number) => string
    readonly asOf: (date: string) => string
    readonly background: string
    readonly toRule: string
    readonly toRuleOf: (name: string) => string
    readonly turned: (name: string, from: string, to: string) => string
  }
  readonly hover: {
    readonly type: string
    readonly range: string
    readonly cites: string
    readonly note: string
    readonly roles: string
    readonly values: string
    readonly says: string
  }
  /** a label and what it labels */
  readonly labelled: (label: string, text: string) => string
  /** between sentences in a row */
  readonly stop: string
  readonly list: (items: readonly string[]) => string
}
