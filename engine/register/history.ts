import type { Program } from '../../dsl/lower/program.ts'
import type { Register, Transition } from '../../dsl/lower/program-register.ts'
import { parseDay, yearOf } from '../../dsl/value/date.ts'
import { TiaoliError } from '../error.ts'
import { shown } from '../facts/sink.ts'
import type { Model } from '../run/model.ts'
import { stoodBy } from './case.ts'
import { judgeChange, type Possible } from './judge.ts'
import { keptModel } from './model.ts'
import { nextOf } from './next.ts'
import { sizeOn } from './people.ts'
import { readHistory } from './read.ts'
import type {
  Change,
  History,
  HistoryAnswer,
  HistoryDay,
  HistoryOptions,
  HistoryProblem,
  JudgedChange,
  Standing,
} from './types.ts'
import { runOn, witnessOf } from './witness.ts'

/**
 * Judges a history by the register: the state on each of its days, why a change was not taken, what may be done next. Anything wrong with the file, or with the facts of
 * a change, refuses it as a whole. `registerId` may be left out where the policy has one register or the file names its own. Throws TiaoliError for what is no program,
 * for an unknown reading, and for an `on` that is no day.
 */
export function historyOf(
  program: Program,
  registerId: string | undefined,
  input: unknown,
  options: HistoryOptions = {},
): HistoryAnswer {
  const model = keptModel(program, options)
  const read = readHistory(program, input, registerId)
  if (read.kind === 'rejected') return read
  const { history } = read
  const register = program.registers.find((one) => one.id === history.register)!
  const on = dayAsked(history, options.on)
  const year = options.year ?? yearOf(parseDay(on)!)
  const problems: HistoryProblem[] = []
  const walked = walk(model, register, history, on, problems, options)
  const next = nextOf(runOn(model, on, year), register, walked.now.possible, history.facts, problems)
  if (problems.length > 0) return { kind: 'rejected', problems }
  const size = sizeOn(history, on)
  return {
    kind: 'judged',
    schema: 'tiaoli/history/1',
    policy: program.policy.id,
    register: register.id,
    ...(history.subject === undefined ? {} : { subject: history.subject }),
    on,
    readings: Object.fromEntries([...model.readings].sort(([a], [b]) => (a < b ? -1 : 1))),
    now: walked.now,
    days: walked.days,
    years: walked.years,
    ...(size === undefined ? {} : { size }),
    people: history.people
      .filter((one) => one.on <= on)
      .map(({ on: day, change, person, label }) => ({
        on: day,
        change,
        ...(person === undefined ? {} : { person }),
        ...(label === undefined ? {} : { label }),
      })),
    next,
  }
}

/** The day asked about: the one given, else the last of the file. */
function dayAsked({ start, changes, people }: History, on: string | undefined): string {
  const last = [start?.on, changes.at(-1)?.on, people.at(-1)?.on].reduce((a, b) =>
    a === undefined || (b !== undefined && b > a) ? b : a,
  )
  const day = on ?? last
  if (typeof day !== 'string' || parseDay(day) === undefined)
    throw new TiaoliError('C903', { rule: 'on: YYYY-MM-DD', found: shown(day) })
  return day
}

interface Walked {
  readonly now: Standing
  readonly days: readonly HistoryDay[]
  readonly years: Readonly<Record<string, number>>
}

const NOWHERE: Standing = { possible: [null], open: false }

function walk(
  model: Model,
  register: Register,
  history: History,
  on: string,
  problems: HistoryProblem[],
  options: HistoryOptions,
): Walked {
  const days: HistoryDay[] = []
  const years: Record<string, number> = {}
  let now = NOWHERE
  const { start } = history
  const enter = (state: string, label: string | undefined, year: number, day: string): Standing => {
    years[state] = Math.max(year, years[state] ?? year)
    return { state, possible: [state], open: false, ...(label === undefined ? {} : { label }), year, since: day }
  }
  const put = (day: string, change: JudgedChange | undefined) => {
    const last = days.at(-1)
    const changes = last?.on === day ? [...last.changes] : []
    if (last?.on === day) days.pop()
    days.push({ on: day, ...now, changes: change === undefined ? changes : [...changes, change] })
  }
  if (start !== undefined && start.on <= on) {
    if (start.state !== undefined) now = enter(start.state, labelOf(register, start.state), start.year, start.on)
    put(start.on, undefined)
  }
  for (const change of history.changes) {
    if (change.on > on) break
    const transition = register.transitions.find((one) => one.id === change.transition)!
    const judged = judgeOne(model, register, history, transition, change, now.possible, problems, options)
    if (judged.taken)
      now = enter(transition.to, transition.label ?? change.label ?? labelOf(register, transition.to), change.year, change.on)
    else if (judged.findings.every((finding) => finding.code === 'unclear')) now = opened(now, transition.to)
    put(change.on, judged)
  }
  return { now, days, years }
}

/** After a change that can not be told: in the states it may have been in, or in the one the change leads to. */
function opened(now: Standing, to: string): Standing {
  const possible = now.possible.includes(to) ? now.possible : [...now.possible, to]
  return possible.length === 1 ? now : { possible, open: true }
}

function labelOf(register: Register, state: string): string | undefined {
  return register.states.find((one) => one.id === state)?.label
}

function judgeOne(
  model: Model,
  register: Register,
  history: History,
  transition: Transition,
  change: Change,
  possible: Possible,
  problems: HistoryProblem[],
  options: HistoryOptions,
): JudgedChange {
  const run = runOn(model, change.on, change.year)
  const head = { event: change.event, transition: transition.id, to: transition.to, year: change.year }
  const witness = witnessOf(run, register, change.facts, possible, `changes[${change.event}].facts`)
  if ('problems' in witness) {
    problems.push(...witness.problems)
    return { ...head, taken: false, findings: [] }
  }
  const stood = stoodBy(model.program, transition, change, history.subject, options, problems)
  const findings = judgeChange({ register, run, witness, possible }, transition, change, stood)
  return { ...head, taken: findings.length === 0, findings }
}
