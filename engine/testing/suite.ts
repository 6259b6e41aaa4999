import type { DecisionRecord, Effect, Facts, Outcome, Times, TruthName } from '../types.ts'

/** A file of policy tests: a policy, one of its standards, and cases. */
export interface Suite {
  readonly file: string
  readonly policy: string
  readonly standard: string
  readonly cases: readonly Case[]
}

/** One household, village or county, its facts already worked out from `like` and `change`. */
export interface Case {
  readonly name: string
  readonly line: number
  readonly facts: Facts
  readonly times: Times
  readonly readings: Readonly<Record<string, string>>
  readonly expect: Expectation
  /** run once per fact, with that fact removed */
  readonly sweep?: 'missing'
}

export interface Expectation {
  readonly outcome?: Outcome
  readonly items?: Readonly<Record<string, ItemExpectation>>
  readonly missing?: {
    readonly met?: readonly (readonly string[])[]
    readonly unmet?: readonly (readonly string[])[]
    readonly blocked?: readonly string[]
  }
  /** codes of the fact problems, in any order */
  readonly rejected?: readonly string[]
  /** with `sweep`: facts whose absence leaves the outcome of the whole record as it is */
  readonly except?: readonly string[]
}

export interface ItemExpectation {
  readonly value?: TruthName
  readonly effect?: Effect
  readonly applied?: TruthName
  readonly exception?: boolean
}

/** One thing that came out otherwise than expected. */
export interface Difference {
  readonly what:
    | 'outcome'
    | 'item'
    | 'missing'
    | 'rejected'
    | 'sweep'
    | 'case'
    | 'subject'
    | 'step'
    | 'findings'
    | 'next'
    | 'lawful'
  /** item id, `missing.met`, or the fact removed */
  readonly name: string
  readonly expected: string
  readonly actual: string
}

/** How one test came out. */
export interface TestResult {
  readonly suite: string
  readonly name: string
  readonly line: number
  readonly status: 'passed' | 'failed'
  readonly differences: readonly Difference[]
}

export interface CaseResult extends TestResult {
  /** of the case itself (not of a sweep's variants); absent when the facts were refused */
  readonly record?: DecisionRecord
  readonly facts: Facts
}
