import type { Cite } from '../../dsl/lower/program.ts'
import type { CaseInput, SubjectState } from '../procedure/types.ts'
import type { DecideOptions, Decision, FactProblem, Facts, Operand, Outcome, TruthName } from '../types.ts'

/** One subject's history as it stands in a file. Days are YYYY-MM-DD; states, transitions and kinds of change by id or Chinese name; every key in either language. */
export interface HistoryInput {
  /** id or Chinese name; may be left out where the policy has one register */
  readonly register?: string
  readonly subject?: string
  readonly start?: StartInput
  readonly changes?: readonly ChangeInput[]
  /** who joined or left the household */
  readonly people?: readonly PersonChangeInput[]
  /** the subject's facts on the day asked about: what may be done next is judged on them */
  readonly facts?: Facts
}

/** The first day: the state (absent: not on the register yet) and who belonged to the household. */
export interface StartInput {
  readonly on: string
  readonly state?: string
  /** absent: the day's */
  readonly year?: number
  readonly size?: number
  readonly members?: readonly string[]
}

export interface ChangeInput {
  readonly on: string
  readonly transition: string
  /** the year of its label; absent: the day's */
  readonly year?: number
  readonly label?: string
  readonly facts?: Facts
  readonly case?: CaseInput | CaseStanding
}

/** How the subject stood in its case on the day of the change. `procedure` absent: the one the transition asks for. A subject's status out of a case's answer will do. */
export type CaseStanding =
  | SubjectState
  | { readonly procedure?: string; readonly state: SubjectState; readonly id?: string; readonly [more: string]: unknown }

export interface PersonChangeInput {
  readonly on: string
  readonly change: string
  readonly person?: string
}

/** Something wrong with a history file. `path` as in `changes[3].on`; code K5xx, of facts F6xx, of a case K1xx. */
export type HistoryProblem = FactProblem

/** A history that has been read: ids for names, everything in order of date, then of the file. */
export interface History {
  readonly register: string
  readonly subject?: string
  readonly start?: {
    readonly on: string
    readonly state?: string
    readonly year: number
    readonly size?: number
    readonly members?: readonly string[]
  }
  readonly changes: readonly Change[]
  readonly people: readonly PersonChange[]
  readonly facts?: unknown
}

export interface Change {
  /** position in the file */
  readonly event: number
  readonly on: string
  readonly transition: string
  readonly year: number
  readonly label?: string
  readonly facts?: unknown
  readonly case?: ReadCase
}

export type ReadCase =
  | { readonly kind: 'standing'; readonly procedure?: string; readonly state: SubjectState }
  | { readonly kind: 'file'; readonly input: unknown }

export interface PersonChange {
  readonly event: number
  readonly on: string
  readonly change: string
  readonly person?: string
  readonly direction: 1 | -1
  readonly removes: boolean
  readonly label?: string
}

export type ReadHistory =
  | { readonly kind: 'read'; readonly history: History }
  | { readonly kind: 'rejected'; readonly problems: readonly HistoryProblem[] }

/** from: leaves another state; state: the facts say another state; forbidden, guard, procedure, label: as the register demands; unclear: one of these cannot be told yet. */
export type HistoryCode = 'from' | 'state' | 'forbidden' | 'guard' | 'procedure' | 'label' | 'unclear'

/** Why a change was not taken. Values are ids, days and texts; words come from the message tables. */
export interface HistoryFinding {
  readonly code: HistoryCode
  /** of an unclear one: what is unclear */
  readonly about?: 'from' | 'forbidden' | 'guard' | 'procedure'
  /** id of the transition or of the 禁止 */
  readonly rule: string
  readonly cites: readonly Cite[]
  readonly found: readonly string[]
  readonly required: readonly string[]
  /** the figures a condition was judged on */
  readonly operands?: readonly Operand[]
  /** facts it would take to tell */
  readonly needs?: readonly string[]
}

export interface JudgedChange {
  readonly event: number
  readonly transition: string
  readonly to: string
  readonly year: number
  readonly taken: boolean
  readonly findings: readonly HistoryFinding[]
}

/** Where a subject stands. `state` is absent while it is open and while it is not on the register. */
export interface Standing {
  readonly state?: string
  /** the states it may be in; null: not on the register */
  readonly possible: readonly (string | null)[]
  readonly open: boolean
  readonly label?: string
  readonly year?: number
  /** the day it came into that state */
  readonly since?: string
}

export interface HistoryDay extends Standing {
  readonly on: string
  readonly changes: readonly JudgedChange[]
}

/** A transition that leaves the state the subject is in, or may be in. */
export interface NextChange {
  readonly transition: string
  readonly to: string
  readonly label?: string
  readonly via?: string
  readonly cites: readonly Cite[]
  /** true: the guard holds and nothing forbids it. A procedure it goes by is still to be gone through */
  readonly possible: TruthName
  readonly leaves: TruthName
  readonly guard: TruthName
  readonly forbidden: readonly { readonly rule: string; readonly truth: TruthName; readonly cites: readonly Cite[] }[]
  readonly needs: readonly string[]
}

export interface HistoryStatus {
  readonly kind: 'judged'
  readonly schema: 'tiaoli/history/1'
  readonly policy: string
  readonly register: string
  readonly subject?: string
  readonly on: string
  readonly readings: Readonly<Record<string, string>>
  readonly now: Standing
  readonly days: readonly HistoryDay[]
  /** latest year in which each state was surely entered */
  readonly years: Readonly<Record<string, number>>
  /** people on that day; absent where the file gives no number to start from */
  readonly size?: number
  readonly people: readonly { readonly on: string; readonly change: string; readonly person?: string; readonly label?: string }[]
  readonly next: readonly NextChange[]
}

export type HistoryAnswer = HistoryStatus | { readonly kind: 'rejected'; readonly problems: readonly HistoryProblem[] }

export interface HistoryOptions extends DecideOptions {
  /** changes after this day are unseen; absent: the last day of the file */
  readonly on?: string
  /** 年度 of what may be done next; absent: the day's */
  readonly year?: number
}

/** One subject of a list, as it was decided. */
export interface Decided {
  readonly standard: string
  readonly facts: Facts
  readonly decision: Decision
}

/** A number as far as it is known; null: no bound. Texts as decimals, or fractions where there is no decimal. */
export interface Amount {
  readonly low: string | null
  readonly high: string | null
  readonly unit?: string
}

export interface TargetStatus {
  readonly target: string
  readonly cites: readonly Cite[]
  readonly counted: Amount
  readonly goal: Amount
  readonly state: 'reached' | 'missed' | 'open'
  /** the day it is to be reached by, and whether that day has passed */
  readonly until?: string
  readonly passed?: boolean
  /** subjects that count, may count, do not count; refused records may count */
  readonly subjects: { readonly sure: number; readonly maybe: number; readonly no: number; readonly rejected: number }
}

export interface RankingStatus {
  readonly ranking: string
  readonly cites: readonly Cite[]
  /** who decides, or is heard */
  readonly roles: readonly string[]
  readonly order: 'high_first' | 'low_first'
  /** expression: by its figures; roles: the order is theirs to make */
  readonly by: 'expression' | 'roles'
  /** `at`: positions in the list handed in */
  readonly places: readonly { readonly place: number; readonly at: readonly number[]; readonly value?: string }[]
}

/** A level of a roll-up: the element decided, with what its list became. */
export interface RolledUp {
  readonly entity: string
  readonly id?: string
  readonly standard: string
  readonly decision: Decision
  /** the facts it was decided on, states put in, refused records left out */
  readonly facts: Facts
  /** by history, where one was handed in */
  readonly state?: Standing
  readonly counts: Readonly<Record<Outcome | 'rejected', number>>
  readonly parts: readonly RolledUp[]
}

export interface RollUpOptions extends DecideOptions {
  /** entity → the standard its elements are decided by; entities without one are left as they are */
  readonly standards: Readonly<Record<string, string>>
  /** entity → subject id → history */
  readonly histories?: Readonly<Record<string, Readonly<Record<string, HistoryInput>>>>
}
