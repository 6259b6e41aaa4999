import type { Program } from '../../dsl/lower/program.ts'
import type { CaseFinding, CaseInput, CaseStatus } from '../../engine/procedure/types.ts'
import type { DecideOptions } from '../../engine/types.ts'
import { type JudgedCase, type JudgedSubject, judgeCase } from '../oracle/procedure/index.ts'
import type { ProcedureCase } from './arbitrary/case.ts'
import { buildCase } from './arbitrary/case.ts'
import { drawFrom } from './arbitrary/draw.ts'
import { buildProcedure } from './arbitrary/procedure.ts'

/** As much of the engine as the reference interpreter is held against. */
export interface CaseEngine {
  readonly checkCase: (
    program: Program,
    input: CaseInput,
    on: string,
    options?: DecideOptions,
  ) => { readonly status: CaseStatus } | { readonly problems: unknown }
}

/** The case made from a seed: the same seed, the same case. */
export function caseFrom(seed: number): ProcedureCase {
  const draw = drawFrom(seed)
  return buildCase(draw, buildProcedure(draw))
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()
const found = (code: string, line: string | undefined, event: number): string => `${code} ${line ?? ''}@${event}`

/** What is compared of a step; the same of both sides. */
interface Shown {
  readonly step: string
  readonly state: string
  readonly on?: string
  readonly completed?: string
  readonly running?: true
  readonly held?: string
  readonly from?: string
  readonly to?: string
  readonly waitsFor?: readonly string[]
}

function shown(one: Shown, breaches: readonly string[]): unknown {
  const { step, state, on, completed, running, held, from, to, waitsFor } = one
  const waits = state === 'due' || state === 'overdue'
  const how = waits ? { running, ...(running ? {} : { held }) } : {}
  return { step, state, on, completed, ...how, from, to, waitsFor, breaches: unique(breaches) }
}

const duty = (subject: string, one: Shown, roles: readonly string[]): string =>
  [subject, one.step, one.state, one.from ?? '', one.to ?? '', ...unique(roles)].join(' ')

/** What is compared of a status. `at`: where an event stands in the file both sides speak of. */
export function ofStatus(status: CaseStatus, at: (event: number) => number = (event) => event): unknown {
  const textOf = (one: CaseFinding): string => found(one.code, one.breach ? one.line : undefined, at(one.event))
  const subjects = status.subjects.map(({ id, state, returns, steps, notes }) => {
    const all = [...steps.flatMap((step) => step.findings), ...notes]
    return {
      id,
      state,
      returns,
      steps: steps.map((step) => shown(step, step.findings.filter((one) => one.breach).map(textOf))),
      notes: unique(all.filter((one) => !one.breach).map(textOf)),
    }
  })
  const next = unique(status.next.flatMap((one) => one.subjects.map((id) => duty(id, one, one.roles))))
  return { state: status.state, subjects, next }
}

const isConcerned = ({ state }: JudgedSubject): boolean => state !== 'dropped' && state !== 'not-applicable'

function ofSubject({ id, state, returns, steps, notes }: JudgedSubject): unknown {
  return {
    id,
    state,
    returns,
    steps: steps.map((one) =>
      shown(
        one,
        one.breaches.map((breach) => found(breach.code, breach.line, breach.event)),
      ),
    ),
    notes: unique(notes.map((one) => found(one.code, undefined, one.event))),
  }
}

/** What is compared of the reference interpreter's judgement. */
export function ofJudged(judged: JudgedCase): unknown {
  if (judged.kind === 'refused') return 'refused'
  const next = judged.subjects.filter(isConcerned).flatMap((subject) => {
    const waiting = subject.steps.filter((step) => step.state === 'due' || step.state === 'overdue')
    return waiting.map((step) => duty(subject.id, step, step.roles))
  })
  return { state: judged.state, subjects: judged.subjects.map(ofSubject), next: unique(next) }
}

/** What the reference interpreter says of a case, day by day. */
export function sayings({ program, input, days, readings }: ProcedureCase): readonly unknown[] {
  return days.map((on) => ofJudged(judgeCase(program, input, on, readings)))
}

/** What the engine says of a case, day by day. */
export function answers(engine: CaseEngine, { program, input, days, readings }: ProcedureCase): readonly unknown[] {
  return days.map((on) => {
    const answer = engine.checkCase(program, input, on, { readings })
    return 'status' in answer ? ofStatus(answer.status) : 'refused'
  })
}
