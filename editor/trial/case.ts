import type { Effect, Outcome } from '../../engine/types.ts'

/** Where a rule stands in the source. */
export interface RulePlace {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One line of an explanation, linked to the rule it is about. `effect` stands on items only. */
export interface TrialLine {
  readonly text: string
  readonly effect?: Effect
  readonly cite?: string
  readonly place?: RulePlace
  readonly children: readonly TrialLine[]
}

/** rejected: the facts are wrong; failed: the policy cannot be asked (no such standard, not in force). */
export type TrialOutcome = Outcome | 'rejected' | 'failed'

/** A sample subject, decided. Plain data: it crosses from the worker to the page. */
export interface TrialCase {
  /** stable while the samples file keeps its order */
  readonly id: string
  readonly name: string
  /** the samples file */
  readonly file: string
  readonly policy: string
  readonly standard: { readonly zh: string; readonly en: string }
  readonly asOf: string
  readonly outcome: TrialOutcome
  readonly tree: TrialLine
}
