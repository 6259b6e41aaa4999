import type { Day } from '../../../dsl/value/date.ts'
import { FALSE, TRUE, UNKNOWN } from '../../../dsl/value/truth.ts'
import { lastOfDeadline } from '../days.ts'
import { isInOrder } from '../fold/order.ts'
import { isListed, type Standing } from '../fold/standing.ts'
import type { Layout } from '../layout.ts'
import type { StepState } from '../types.ts'
import type { Instance } from '../verdict.ts'

/** The state of a step on a day: the first of the five rules that applies. */
export function stateOf(layout: Layout, standing: Standing, step: number, on: Day): StepState {
  const plan = standing.profile.steps[step]!
  if (plan.need === FALSE) return 'not-needed'
  if (plan.need === UNKNOWN) return 'unclear'
  const act = standing.held[step]
  if (act !== undefined) return stateOfAct(layout, standing, step, act, on)
  if (!isListed(standing, on)) return 'not-needed'
  const last = lastDay(layout, standing, step)
  if (last !== undefined && last < on) return 'overdue'
  return (plan.from === undefined || plan.from <= on) && isInOrder(standing, step, on) === TRUE ? 'due' : 'not-yet'
}

function stateOfAct(layout: Layout, standing: Standing, step: number, act: Instance, on: Day): StepState {
  if (act.findings.length > 0 || standing.late?.has(step)) return 'breached'
  if (act.doubts.length > 0) return 'unclear'
  if (isRunning(act, on)) {
    const last = lastDay(layout, standing, step)
    return (last !== undefined && last < on) || isReplyOverdue(layout, act, on) ? 'overdue' : 'due'
  }
  return act.failed || isObjected(standing, step) ? 'due' : 'done'
}

/** Whether an act is not complete on a day. */
export function isRunning({ completion }: Instance, on: Day): boolean {
  return completion === undefined || completion > on
}

/** Whether an objection against the step is open. */
export function isObjected({ open }: Standing, step: number): boolean {
  return open !== undefined && open[step]! > 0
}

function isReplyOverdue({ days }: Layout, { act, plan }: Instance, on: Day): boolean {
  return plan.lines.some((line) => {
    if (line.kind !== 'consult' || line.length === undefined) return false
    const last = lastOfDeadline(days, act.on, line.length)
    const lacking = line.roles.some((role) => !act.replies.some((reply) => reply.role === role && reply.on <= on))
    return lacking && last !== undefined && last < on
  })
}

/** The earliest known last day of a step: of its windows, its deadlines, and those counted from acts that are complete or will be. */
export function lastDay({ days }: Layout, standing: Standing, step: number): Day | undefined {
  const plan = standing.profile.steps[step]!
  let last = plan.to
  for (let i = 0; i < plan.deadlines.length; i++) {
    const line = plan.deadlines[i]!
    const start = standing.held[line.other]?.completion
    const day = start === undefined || line.length === undefined ? undefined : lastOfDeadline(days, start, line.length)
    if (day !== undefined && (last === undefined || day < last)) last = day
  }
  return last
}
