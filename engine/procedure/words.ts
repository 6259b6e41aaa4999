import type { Lang, Outcome } from '../types.ts'
import type { CaseState, FindingCode, Lawfulness, StepState, StepStatus, SubjectState } from './types.ts'
import { EN } from './words.en.ts'
import { ZH } from './words.zh.ts'

/** What was found and what is required, ids already replaced by names. */
export interface FindingWords {
  readonly title: string
  readonly said: (found: readonly string[], required: readonly string[]) => string
}

/** Words about cases in one language. */
export interface CaseWords {
  readonly caseState: Readonly<Record<CaseState, string>>
  readonly subjectState: Readonly<Record<SubjectState, string>>
  readonly stepState: Readonly<Record<StepState, string>>
  readonly held: Readonly<Record<NonNullable<StepStatus['held']>, string>>
  readonly running: string
  readonly lawful: Readonly<Record<Lawfulness['lawful'], string>>
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly refusedFacts: string
  readonly finding: Readonly<Record<FindingCode, FindingWords>>
  /** a breach that repeating cures, one that nothing cures, and what is no breach */
  readonly curable: string
  readonly lasting: string
  readonly note: string
  readonly registerAct: Readonly<Record<string, string>>
  readonly base: Readonly<Record<string, string>>
  readonly name: (name: string) => string
  readonly list: (names: readonly string[]) => string
  /** put behind in brackets */
  readonly aside: (text: string) => string
  /** how many of what follows are enough */
  readonly enough: (n: string) => string
  readonly event: (position: number) => string
  readonly cite: (source: string | undefined, article: string) => string
  readonly citing: (cites: readonly string[]) => string
  readonly days: (from: string | undefined, to: string | undefined) => string
  readonly duty: (state: 'due' | 'overdue', step: string, roles: readonly string[], days: string) => string
  /** lawful or not, with both reasons */
  readonly reasons: (lawful: string, standard: string | undefined, procedure: string) => string
}

export const CASE_WORDS: Readonly<Record<Lang, CaseWords>> = { zh: ZH, en: EN }
