import type { Cite } from '../dsl/lower/program.ts'

/** One language for the reader: Chinese or English. */
export type Lang = 'zh' | 'en'

/** The three times, all given, never read from a clock. Dates YYYY-MM-DD; the income period both ends included. */
export interface Times {
  readonly asOf: string
  readonly year: number
  readonly incomePeriod?: { readonly from: string; readonly to: string }
}

export type Outcome = 'not-applicable' | 'unmet' | 'suspended' | 'met' | 'undetermined'

export interface DecideOptions {
  /** reading id → choice id; overrides what the policy chose */
  readonly readings?: Readonly<Record<string, string>>
}

/**
 * Facts of one subject: a JSON object keyed by field ids or Chinese names (one spelling per fact). Beside the entity's fields every element may carry
 * `id` (text); the subject may carry `departures`/偏离 [{item, reason, by, on}] and `rechecks`/复核 [{item, result: pass|符合 | fail|不符合, role, on, by?, basis?}].
 * A value is plain, or {value, source} (来源), for a judgement {value, role, on, by?, basis?} or a list of those; "无" or {nothing: true} on a 可无 field;
 * null or absent = unknown; a list is an array (complete) or {items: [...], partial: true} ({项: [...], 不全: true}); a yearly field {"2018": v, "2019": v} or v (= the decision's year).
 */
export type Facts = Readonly<Record<string, unknown>>

/** Something wrong with the facts themselves. `path` as in `members[2].birth`; code F6xx of the catalogue. */
export interface FactProblem {
  readonly code: string
  readonly path: string
  readonly args: Readonly<Record<string, string | number | readonly string[]>>
}

export type TruthName = 'true' | 'false' | 'unknown'
/** pass: helps the exit; fail: stops it; hold: waits for a re-check; open: still unknown; none: decides nothing */
export type Effect = 'pass' | 'fail' | 'hold' | 'open' | 'none'

/** Version 1 of the record of a decision: replayable, stable, plain JSON. */
export interface DecisionRecord {
  readonly schema: 'tiaoli/decision/1'
  readonly engine: string
  readonly edition: string
  readonly policy: string
  /** sha-256, hex: canonical program, units it rests on, parameters, and the canonical facts */
  readonly digests: {
    readonly program: string
    readonly facts: string
    readonly parameters: string
    readonly units: Readonly<Record<string, string>>
  }
  readonly standard: string
  readonly subject: { readonly entity: string; readonly id?: string }
  readonly times: Times
  readonly readings: Readonly<Record<string, string>>
  readonly outcome: Outcome
  readonly items: readonly ItemRecord[]
  readonly missing: Missing
}

export interface ItemRecord {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly cite: readonly Cite[]
  readonly kind: 'must' | 'bar' | 'suspend' | 'weigh' | 'part'
  /** id of the group it stands in */
  readonly parent?: string
  /** truth of the text's own condition */
  readonly value: TruthName
  readonly effect: Effect
  /** conditional items: whether the condition held */
  readonly applied?: TruthName
  /** a recorded departure made a failing in-principle item pass */
  readonly exception?: { readonly reason: string; readonly by: string; readonly on: string }
  readonly operands: readonly Operand[]
}

/** A figure put into a condition. `name` a fact path, parameter, definition or external id; value display-ready text in canonical form (3700.00, 2019-05-01, true, unknown, 无). */
export interface Operand {
  readonly name: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly value: string
  readonly unit?: string
  readonly source?: string
  /** why a fact that was given does not count: another source, no entitled role, dated later, or two values on one day */
  readonly cause?: 'source' | 'role' | 'later' | 'tie'
}

/** A set of fact paths that would suffice together. */
export type FactSet = readonly string[]

export interface Missing {
  /** smallest first, then by path; at most 16 */
  readonly met: readonly FactSet[]
  readonly unmet: readonly FactSet[]
  readonly blocked: readonly Blocked[]
  readonly truncated: boolean
}

/** What no fact about the subject can mend. */
export interface Blocked {
  readonly kind: 'parameter' | 'external' | 'empty-share' | 'division-by-zero' | 'table-gap'
  /** id of the parameter or external; else the node's item id */
  readonly id: string
}

export type Decision =
  | { readonly kind: 'decided'; readonly record: DecisionRecord }
  | { readonly kind: 'rejected'; readonly problems: readonly FactProblem[] }
