import type { CaseInput, CaseState, CaseStatus, Lawfulness, StepState, StepStatus, SubjectState } from '../../procedure/types.ts'
import type { Times } from '../../types.ts'
import type { TestResult } from '../suite.ts'

/** A file of tests of a procedure: lists with their events, each looked at on a day. */
export interface ProcedureSuite {
  readonly file: string
  readonly policy: string
  readonly procedure: string
  readonly cases: readonly ListCase[]
}

/** One list, already worked out from `like` and `change`. The case may be wrong on purpose (`rejected`). */
export interface ListCase {
  readonly name: string
  readonly line: number
  readonly input: CaseInput
  readonly on: string
  readonly incomePeriod?: NonNullable<Times['incomePeriod']>
  readonly readings: Readonly<Record<string, string>>
  readonly expect: CaseExpectation
}

export interface CaseExpectation {
  readonly state?: CaseState
  /** by id; `*`: everyone not named */
  readonly subjects?: Readonly<Record<string, SubjectExpectation>>
  /** of every subject */
  readonly steps?: Readonly<Record<string, StepExpectation>>
  /** all there are in the case, and no others: `short`, or with its step `village_posting.short` */
  readonly findings?: readonly string[]
  readonly next?: readonly DutyExpectation[]
  readonly lawful?: Readonly<Record<string, Lawfulness['lawful']>>
  /** codes of what is wrong with the case, in any order */
  readonly rejected?: readonly string[]
}

export interface SubjectExpectation {
  readonly state?: SubjectState
  readonly steps?: Readonly<Record<string, StepExpectation>>
  readonly findings?: readonly string[]
  readonly returns?: number
}

export type StepExpectation = {
  readonly state?: StepState
  readonly needs?: readonly string[]
  readonly waitsFor?: readonly string[]
} & Partial<Pick<StepStatus, 'on' | 'completed' | 'from' | 'to' | 'running' | 'held'>>

export interface DutyExpectation {
  readonly step: string
  readonly state?: 'due' | 'overdue'
  readonly subjects?: readonly string[]
  readonly roles?: readonly string[]
  readonly from?: string
  readonly to?: string
}

export interface ListResult extends TestResult {
  readonly case: ListCase
  /** absent when the case was refused */
  readonly standing?: CaseStatus
}
