import type { Day } from '../../../dsl/value/date.ts'
import { FALSE, UNKNOWN } from '../../../dsl/value/truth.ts'
import { dayText } from '../days.ts'
import { waitsFor } from '../fold/order.ts'
import { isListed, type Standing } from '../fold/standing.ts'
import type { Layout } from '../layout.ts'
import type { CaseFinding, StepState, StepStatus, SubjectState } from '../types.ts'
import { isObjected, isRunning, lastDay, stateOf } from './step.ts'

/** The state of a subject, given those of its steps that exist. */
export function subjectState(standing: Standing, states: readonly StepState[], on: Day): SubjectState {
  const { guard, steps } = standing.profile
  let needed = false
  for (let i = 0; i < steps.length; i++) if (steps[i]!.need !== FALSE) needed = true
  if (guard === FALSE || !needed) return 'not-applicable'
  if (!isListed(standing, on)) return 'dropped'
  let conformant = true
  for (let i = 0; i < states.length; i++) {
    const state = states[i]!
    if (state === 'breached' || state === 'overdue') return 'breached'
    if (state !== 'done' && state !== 'not-needed') conformant = false
  }
  return conformant ? 'conformant' : 'in-progress'
}

/** What makes the steps of two subjects look the same. */
export function standsLike(a: Standing, b: Standing, on: Day): boolean {
  if (a.profile !== b.profile || a.notes !== b.notes || a.late !== b.late || a.open !== b.open || a.returns !== b.returns)
    return false
  if (isListed(a, on) !== isListed(b, on)) return false
  for (let i = 0; i < a.held.length; i++) if (a.held[i] !== b.held[i]) return false
  return true
}

const NONE: readonly never[] = Object.freeze([])

/** The steps that exist under the readings in force, each with its state, days, findings and what it waits for. */
export function stepsOf(
  layout: Layout,
  standing: Standing,
  on: Day,
  needs: (standing: Standing, step: number) => readonly string[],
): readonly StepStatus[] {
  const all: StepStatus[] = []
  for (const plan of standing.profile.steps) {
    if (plan.at.exists) all.push(statusOf(layout, standing, plan.at.index, on, needs))
  }
  return all
}

function statusOf(
  layout: Layout,
  standing: Standing,
  step: number,
  on: Day,
  needs: (standing: Standing, step: number) => readonly string[],
): StepStatus {
  const act = standing.held[step]
  if (
    act === undefined ||
    standing.notes !== undefined ||
    standing.late !== undefined ||
    standing.open !== undefined ||
    act.plan.deadlines.length > 0
  )
    return freshStatus(layout, standing, step, on, needs)
  // Whoever this act counts for, the step looks the same.
  act.shown ??= freshStatus(layout, standing, step, on, needs)
  return act.shown.state === 'unclear' ? freshStatus(layout, standing, step, on, needs) : act.shown
}

type Open<T> = { -readonly [K in keyof T]: T[K] }

function freshStatus(
  layout: Layout,
  standing: Standing,
  step: number,
  on: Day,
  needs: (standing: Standing, step: number) => readonly string[],
): StepStatus {
  const plan = standing.profile.steps[step]!
  const act = standing.held[step]
  const { id } = plan.at.step
  const state = stateOf(layout, standing, step, on)
  const status: Open<StepStatus> = { step: id, state, findings: act === undefined ? NONE : act.findings }
  const late = standing.late?.get(step)
  if (late !== undefined) status.findings = [...status.findings, ...late]
  if (standing.notes !== undefined) {
    const notes = standing.notes.filter((finding) => finding.step === id)
    if (notes.length > 0) status.findings = [...status.findings, ...notes]
  }
  if (act !== undefined) {
    status.on = dayText(act.act.on)
    if (isRunning(act, on)) status.running = true
    else if (act.completion !== undefined) status.completed = dayText(act.completion)
    if (act.failed) status.held = 'failed'
    else if (isObjected(standing, step)) status.held = 'objection'
  }
  if (state !== 'not-needed' && plan.need !== UNKNOWN) {
    const last = lastDay(layout, standing, step)
    if (plan.from !== undefined) status.from = dayText(plan.from)
    if (last !== undefined) status.to = dayText(last)
  }
  if (state === 'not-yet') status.waitsFor = waitsFor(standing, step, on).map((before) => layout.steps[before]!.step.id)
  if (state === 'unclear') status.needs = needs(standing, step)
  return status
}

/** Notes about no step that exists. */
export function notesOf(standing: Standing): readonly CaseFinding[] {
  if (standing.notes === undefined) return NONE
  const ids = new Set(standing.profile.steps.filter((plan) => plan.at.exists).map((plan) => plan.at.step.id))
  return standing.notes.filter((finding) => finding.step === undefined || !ids.has(finding.step))
}
