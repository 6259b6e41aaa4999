import type { Step } from '../../../dsl/lower/program-procedure.ts'
import type { CaseState, FindingCode, StepState, SubjectState } from '../../../engine/procedure/types.ts'
import { dayOf, UNCLEAR } from './days.ts'
import { deadline, isLateness } from './judge.ts'
import { before, isNeeded, isTrue, linesOf, type Setting, stepIsThere } from './setting.ts'
import { breachesOn, counting, inOrder, isComplete, isSettled, type Taken, type Walk, walkOf } from './walk.ts'

export interface FoundBreach {
  readonly code: FindingCode
  readonly line?: string
  readonly event: number
}

export interface JudgedStep {
  readonly step: string
  readonly state: StepState
  readonly on?: string
  readonly completed?: string
  readonly running?: true
  readonly held?: 'failed' | 'objection'
  /** the latest first day of its windows, the earliest last day known */
  readonly from?: string
  readonly to?: string
  /** what comes before it and is not settled, of a step that is not yet to be done */
  readonly waitsFor?: readonly string[]
  /** 主体 in force */
  readonly roles: readonly string[]
  readonly breaches: readonly FoundBreach[]
}

export interface JudgedSubject {
  readonly id: string
  readonly state: SubjectState
  readonly returns: number
  readonly steps: readonly JudgedStep[]
  readonly notes: readonly { readonly code: FindingCode; readonly event: number }[]
}

const shown = (taken: Taken, breaches: readonly { code: FindingCode; line?: string }[]): FoundBreach[] =>
  breaches.map((breach) => ({ ...breach, event: taken.at }))

/** The breaches of the counting act and what lateness of earlier acts repeating does not cure. */
function breachesOf(walk: Walk, step: Step, act: Taken, on: string): FoundBreach[] {
  const earlier = walk.taken.filter((one) => one.step === step.id && !one.void && one !== act)
  const late = earlier.flatMap((one) => shown(one, breachesOn(one, on).filter(isLateness)))
  return [...late, ...shown(act, breachesOn(act, on))]
}

/** The last days of a step, as far as they are known on the day asked about. */
function limitsOf(setting: Setting, walk: Walk, step: Step): string[] {
  const windows = linesOf(setting, step, 'window').map((line) => dayOf(setting.clock, line.window.to))
  const deadlines = linesOf(setting, step, 'due').flatMap((line) => {
    const day = deadline(setting, line, (id) => counting(walk, id)?.judged.completion)
    return day === undefined || day === UNCLEAR ? [] : [day]
  })
  return [...windows, ...deadlines]
}

function daysOf(setting: Setting, walk: Walk, step: Step): { readonly from?: string; readonly to?: string } {
  const firsts = linesOf(setting, step, 'window').map((line) => dayOf(setting.clock, line.window.from))
  const from = firsts.sort().at(-1)
  const to = limitsOf(setting, walk, step).sort()[0]
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** The first of the five rules that applies. */
function stateOf(setting: Setting, walk: Walk, step: Step): JudgedStep {
  const { on } = setting
  const needed = isNeeded(setting, step)
  const bare = { step: step.id, roles: linesOf(setting, step, 'actor').flatMap((line) => line.roles), breaches: [] }
  if (needed === 'false') return { ...bare, state: 'not-needed' }
  const days = needed === 'unknown' ? {} : daysOf(setting, walk, step)
  const plain = (state: StepState): JudgedStep => ({ ...bare, state, ...days })
  const act = counting(walk, step.id)
  const breaches = act === undefined ? [] : breachesOf(walk, step, act, on)
  const facts = act === undefined ? {} : { on: act.act.on, ...(isComplete(act, on) ? { completed: act.judged.completion! } : {}) }
  const answer = (state: StepState, more: Partial<JudgedStep> = {}): JudgedStep => ({
    ...plain(state),
    ...facts,
    ...more,
    breaches,
  })
  if (needed === 'unknown') return answer('unclear')
  if (act !== undefined) {
    if (breaches.length > 0) return answer('breached')
    if (act.unclear || (act.judged.unclearOnCompletion && isComplete(act, on))) return answer('unclear')
    if (!isComplete(act, on)) {
      const limits = [...limitsOf(setting, walk, step), ...act.judged.limits]
      return answer(limits.some((day) => day < on) ? 'overdue' : 'due', { running: true })
    }
    if (act.failed) return answer('due', { held: 'failed' })
    if (walk.open.some((one) => one.step === step.id)) return answer('due', { held: 'objection' })
    return answer('done')
  }
  if (!walk.onList) return { ...bare, state: 'not-needed' }
  if (limitsOf(setting, walk, step).some((day) => day < on)) return plain('overdue')
  const open = linesOf(setting, step, 'window').every((line) => dayOf(setting.clock, line.window.from) <= on)
  if (open && inOrder(setting, walk, step, on) === 'true') return plain('due')
  const waitsFor = before(setting, step).filter((earlier) => !isSettled(walk, earlier, on))
  return { ...plain('not-yet'), waitsFor: [...new Set(waitsFor.map((one) => one.id))] }
}

function subjectState(setting: Setting, walk: Walk, steps: readonly JudgedStep[]): SubjectState {
  const needed = setting.procedure.steps.filter((step) => isNeeded(setting, step) !== 'false')
  if (isTrue(setting, undefined, setting.procedure.guard) === 'false' || needed.length === 0) return 'not-applicable'
  if (!walk.onList) return 'dropped'
  if (steps.some((step) => step.state === 'breached' || step.state === 'overdue')) return 'breached'
  return steps.every((step) => step.state === 'done' || step.state === 'not-needed') ? 'conformant' : 'in-progress'
}

/** Where one subject stands on the day asked about. */
export function subjectOf(setting: Setting, everybody: readonly Setting[]): JudgedSubject {
  const walk = walkOf(setting, everybody)
  const existing = setting.procedure.steps.filter((step) => stepIsThere(setting, step))
  const steps = existing.map((step) => stateOf(setting, walk, step))
  return {
    id: setting.id,
    state: subjectState(setting, walk, steps),
    returns: walk.returns,
    steps,
    notes: walk.notes.map(({ code, at }) => ({ code, event: at })),
  }
}

/** Where the whole list stands. */
export function caseOf(subjects: readonly JudgedSubject[]): CaseState {
  if (subjects.some((one) => one.state === 'breached')) return 'breached'
  const judged = subjects.filter((one) => one.state !== 'dropped' && one.state !== 'not-applicable')
  return judged.length > 0 && judged.every((one) => one.state === 'conformant') ? 'conformant' : 'in-progress'
}
