import type { Day } from '../../dsl/value/date.ts'
import type { Layout, LineAt } from './layout.ts'
import type { ActRead } from './log.ts'
import type { StepPlan } from './profile.ts'
import type { CaseFinding, FindingCode, StepStatus } from './types.ts'

/** Why something is unclear: an unknown guard or number, a calendar that does not know, a step whose need is unknown. */
export type Doubt =
  | { readonly kind: 'guard' | 'number' | 'step'; readonly at: number; readonly subject?: number }
  | { readonly kind: 'calendar' | 'unsaid' }

/** What judging an act has come to so far. */
export interface Verdict {
  readonly findings: CaseFinding[]
  readonly doubts: Doubt[]
  /** a breach that a later act cures */
  curable: boolean
  failed: boolean
  refused: boolean
}

/** What lines are judged on: an act, what its step demands of some subjects, and how far one sees. */
export interface Scene {
  readonly layout: Layout
  readonly plan: StepPlan
  readonly act: ActRead
  /** the day asked about */
  readonly on: Day
  /** of the act; undefined while not known */
  readonly completion: Day | undefined
  /** subjects the act covers; only where the step has samples */
  readonly covered: readonly number[]
  readonly idOf: (subject: number) => string
  /** truth of a guard about a subject, for strata */
  readonly truthFor: (guard: number, subject: number) => number
}

/** An act as it counts for some subjects. */
export interface Instance {
  readonly act: ActRead
  readonly plan: StepPlan
  readonly findings: readonly CaseFinding[]
  readonly doubts: readonly Doubt[]
  readonly curable: boolean
  readonly failed: boolean
  readonly completion: Day | undefined
  /** the status of the step on the day asked about, once somebody has asked; the walk that made the act ends with that day */
  shown: StepStatus | undefined
}

/** Notes a breach of a line. */
export function breach(
  verdict: Verdict,
  { act, plan }: Scene,
  line: LineAt,
  code: FindingCode,
  found: readonly string[],
  required: readonly string[],
): void {
  const curable = code !== 'late' && code !== 'reply'
  const { id, cites } = line.act
  const step = plan.at.step.id
  verdict.findings.push({ code, breach: true, curable, step, line: id, event: act.index, cites, found, required })
  if (curable) verdict.curable = true
}

/** A verdict with nothing in it. */
export function noVerdict(): Verdict {
  return { findings: [], doubts: [], curable: false, failed: false, refused: false }
}
