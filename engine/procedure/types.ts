import type { Cite } from '../../dsl/lower/program.ts'
import type { FactProblem, Facts, Outcome } from '../types.ts'

/** A case: one list (a village's, say) of one year. Days are YYYY-MM-DD; roles, steps, papers and places by id or Chinese name. */
export interface CaseInput {
  readonly procedure: string
  readonly year: number
  /** no event may be dated before it */
  readonly opened?: string
  /** facts of the list's own record (the village), for procedures with a roster */
  readonly list?: Facts
  readonly subjects: readonly CaseSubject[]
  readonly events: readonly CaseEvent[]
}
export interface CaseSubject {
  readonly id: string
  /** on the list from this day (absent: from the beginning) */
  readonly joined?: string
  readonly facts?: Facts
}

export type CaseEvent =
  | ActEvent
  | {
      readonly kind: 'objection'
      readonly on: string
      readonly objection: string
      readonly subjects: readonly string[]
      readonly against: string
    }
  | {
      readonly kind: 'resolution'
      readonly on: string
      readonly objection: string
      readonly result: 'upheld' | 'dismissed' | 'withdrawn'
      readonly by?: readonly string[]
    }
  | { readonly kind: 'return'; readonly on: string; readonly subjects: readonly string[]; readonly to: string }
  | { readonly kind: 'drop' | 'relist'; readonly on: string; readonly subjects: readonly string[] }
  /** a paper that comes from outside; `names`: the subjects it names */
  | { readonly kind: 'paper'; readonly on: string; readonly paper: string; readonly names?: readonly string[] }

/** Something done towards a step, for the whole list or for the subjects named. */
export interface ActEvent {
  readonly kind: 'act'
  readonly step: string
  readonly on: string
  /** last day of a posting or of work that lasts */
  readonly until?: string
  readonly subjects?: readonly string[]
  /** roles that did it, and who else was there */
  readonly by?: readonly string[]
  readonly attended?: readonly string[]
  readonly persons?: number
  /** lists, forms and notices this act produced or filled in */
  readonly papers?: readonly string[]
  readonly places?: readonly string[]
  /** subjects for whom the act came out badly; the rest passed */
  readonly failed?: readonly string[]
  readonly present?: number
  readonly eligible?: number
  readonly ballots?: Readonly<Record<string, { readonly yes: number; readonly no: number; readonly abstain?: number }>>
  /** without `subjects`: for all the act covers */
  readonly consents?: readonly { readonly role: string; readonly given: boolean; readonly subjects?: readonly string[] }[]
  readonly signatures?: readonly { readonly role: string; readonly proxy?: string; readonly subjects?: readonly string[] }[]
  readonly replies?: readonly { readonly role: string; readonly on: string }[]
  readonly notified?: readonly string[]
  readonly archived?: readonly string[]
  readonly filed?: readonly string[]
  readonly sampled?: readonly string[]
  readonly registered?: { readonly act: 'label' | 'remove' | 'enter'; readonly label?: string; readonly place?: string }
}

export type StepState = 'done' | 'due' | 'overdue' | 'breached' | 'not-yet' | 'not-needed' | 'unclear'
export type SubjectState = 'conformant' | 'in-progress' | 'breached' | 'dropped' | 'not-applicable'
export type CaseState = 'conformant' | 'in-progress' | 'breached'

export type FindingCode =
  | 'duplicate'
  | 'not-on-list'
  | 'not-needed'
  | 'resolver'
  /** a resolution of an objection that is closed already */
  | 'closed'
  | 'return'
  | 'order'
  | 'early'
  | 'late'
  | 'actor'
  | 'attend'
  | 'persons'
  | 'paper'
  | 'naming'
  | 'output'
  | 'short'
  | 'long'
  | 'place'
  | 'ballot'
  | 'quorum'
  | 'body'
  | 'consent'
  | 'signature'
  | 'proxy'
  | 'reply'
  | 'notify'
  | 'archive'
  | 'filing'
  | 'sample'
  | 'stratum'
  | 'register'

/** What was found and what the clause requires, as plain values (days, counts, ids); words come from the message tables. */
export interface CaseFinding {
  readonly code: FindingCode
  /** notes report; breaches break */
  readonly breach: boolean
  /** lateness stays, the rest is cured by repeating */
  readonly curable: boolean
  readonly step?: string
  /** id of the line of the step; absent for order and for what no line demands */
  readonly line?: string
  /** position of the event in the file */
  readonly event: number
  readonly cites: readonly Cite[]
  readonly found: readonly string[]
  readonly required: readonly string[]
}

export interface StepStatus {
  readonly step: string
  readonly state: StepState
  /** day of the counting act, and of its completion once it is complete */
  readonly on?: string
  readonly completed?: string
  /** a posting or a consultation under way */
  readonly running?: true
  readonly held?: 'failed' | 'objection'
  /** first and last day to do it in, where known */
  readonly from?: string
  readonly to?: string
  /** not yet: the steps it waits for; unclear: the facts needed */
  readonly waitsFor?: readonly string[]
  readonly needs?: readonly string[]
  readonly findings: readonly CaseFinding[]
}

export interface SubjectStatus {
  readonly id: string
  readonly state: SubjectState
  /** how often it was sent back */
  readonly returns: number
  readonly steps: readonly StepStatus[]
  /** findings that belong to no step in force (notes) */
  readonly notes: readonly CaseFinding[]
}

/** What may or must be done now. */
export interface Duty {
  readonly step: string
  readonly state: 'due' | 'overdue'
  readonly subjects: readonly string[]
  readonly roles: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly cites: readonly Cite[]
}

export interface CaseStatus {
  readonly schema: 'tiaoli/case/1'
  readonly policy: string
  readonly procedure: string
  readonly year: number
  readonly on: string
  readonly readings: Readonly<Record<string, string>>
  readonly state: CaseState
  readonly subjects: readonly SubjectStatus[]
  readonly next: readonly Duty[]
  /** facts that break a relation in force on that day; guards that read them are left unknown */
  readonly problems?: readonly CaseProblem[]
}

/** Whether an exit is lawful: the standard met and the case conformant. */
export interface Lawfulness {
  readonly id: string
  readonly lawful: 'true' | 'false' | 'unknown'
  readonly procedure: SubjectState
  /** absent where the facts are rejected */
  readonly outcome?: Outcome
  readonly problems?: readonly CaseProblem[]
}

/** Something wrong with the case file itself. `path` as in `events[3].on`; code K… of the catalogue. */
export type CaseProblem = FactProblem
