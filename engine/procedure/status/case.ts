import type { Day } from '../../../dsl/value/date.ts'
import type { Desk } from '../desk.ts'
import type { Standing } from '../fold/standing.ts'
import { type Sequence, walk } from '../fold/walk.ts'
import type { CaseRead } from '../log.ts'
import type { CaseState, CaseStatus, StepState, SubjectState, SubjectStatus } from '../types.ts'
import { dutiesOf } from './duties.ts'
import { elementsOf, profilesOf } from './facts.ts'
import { stepNeeds } from './needs.ts'
import { stateOf } from './step.ts'
import { notesOf, standsLike, stepsOf, subjectState } from './subject.ts'

/** The state of a case and of each subject, in the order of the file. */
export interface CaseStates {
  readonly state: CaseState
  readonly subjects: readonly SubjectState[]
}

/** The whole status of a case on a day. */
export function caseStatus(desk: Desk, read: CaseRead, sequence: Sequence, on: string, day: Day): CaseStatus {
  const { layout } = desk
  const plan = desk.day(on, read.year)
  const { profiles, problems } = profilesOf(plan, read)
  const standings = walk(layout, read, sequence, profiles, day)
  const element = elementsOf(plan, read)
  const subjects: SubjectStatus[] = []
  let last: Standing | undefined
  let steps: SubjectStatus['steps'] = []
  let state: SubjectState = 'in-progress'
  let clear = true
  standings.forEach((standing, i) => {
    // What an unclear step needs is asked of each subject's own facts.
    if (last === undefined || !clear || !standsLike(last, standing, day)) {
      const needs = (one: Standing, step: number) => stepNeeds(plan, one, step, (about, other) => element(about, other ?? i))
      steps = stepsOf(layout, standing, day, needs)
      state = subjectState(standing, steps.map(stateOfStep), day)
      clear = !steps.some((step) => step.state === 'unclear')
      last = standing
    }
    subjects.push({ id: read.subjects[i]!.id, state, returns: standing.returns, steps, notes: notesOf(standing) })
  })
  return {
    schema: 'tiaoli/case/1',
    policy: layout.model.program.policy.id,
    procedure: layout.procedure.id,
    year: read.year,
    on,
    readings: Object.fromEntries([...layout.model.readings].sort(([a], [b]) => (a < b ? -1 : 1))),
    state: caseState(subjects.map((subject) => subject.state)),
    subjects,
    next: dutiesOf(layout, subjects, standings),
    ...(problems.length > 0 && { problems }),
  }
}

/** The states alone: fast. Undefined where facts are refused. */
export function caseStates(desk: Desk, read: CaseRead, sequence: Sequence, on: string, day: Day): CaseStates | undefined {
  const { layout } = desk
  const { profiles, problems } = profilesOf(desk.day(on, read.year), read)
  if (problems.length > 0) return undefined
  const standings = walk(layout, read, sequence, profiles, day)
  const subjects: SubjectState[] = []
  let last: Standing | undefined
  let state: SubjectState = 'in-progress'
  for (const standing of standings) {
    if (last === undefined || !standsLike(last, standing, day)) {
      const states: StepState[] = []
      for (const { at } of standing.profile.steps) if (at.exists) states.push(stateOf(layout, standing, at.index, day))
      state = subjectState(standing, states, day)
      last = standing
    }
    subjects.push(state)
  }
  return { state: caseState(subjects), subjects }
}

function stateOfStep({ state }: { readonly state: StepState }): StepState {
  return state
}

/** Breached if a subject is; conformant if every subject it still concerns is, and there is one. */
export function caseState(subjects: readonly SubjectState[]): CaseState {
  if (subjects.includes('breached')) return 'breached'
  const concerned = subjects.filter((state) => state !== 'dropped' && state !== 'not-applicable')
  return concerned.length > 0 && concerned.every((state) => state === 'conformant') ? 'conformant' : 'in-progress'
}
