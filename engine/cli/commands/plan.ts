import { describe } from '../../../dsl/diagnostics/describe.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import { dayFindings } from '../../../dsl/timetable/days-that-bind.ts'
import { type Schedule, schedule } from '../../../dsl/timetable/schedule.ts'
import { settingOf } from '../../../dsl/timetable/terms.ts'
import { formatDay, parseDay, yearOf } from '../../../dsl/value/date.ts'
import { readingsFrom } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { failure } from '../failure.ts'
import { type PlanStep, planSteps } from '../plan-steps.ts'
import { planText } from '../plan-text.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { policiesAt } from '../workspace.ts'
import { procedureNamed } from './case.ts'

export interface PlanOptions {
  readonly procedure?: string
  readonly policy?: string
  readonly start?: string
  readonly year?: string
  readonly reading: readonly string[]
  readonly format: 'text' | 'json'
}

/** `tiaoli plan`: the earliest timetable of a procedure, the room each step leaves, and first of all what nobody can keep. */
export function plan(terminal: Terminal, paths: readonly string[], options: PlanOptions): ExitCode {
  const { compilation, programs, incomplete } = policiesAt(terminal, paths)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  if (programs.length === 0 || (incomplete && options.policy === undefined)) return EXIT.wrong
  const start = startOf(options)
  const year = yearGiven(options)
  const choose = policyChooser(terminal, programs, options.policy, 'procedures')
  const day = options.start ?? `${year ?? firstYear(programs[0]!)}-01-01`
  const program = choose(day, options.procedure)
  const procedure = procedureNamed(program, options.procedure)
  const decided = year ?? (start === undefined ? firstYear(program) : yearOf(start))
  const timetable = schedule(settingOf(program, procedure, decided, readingsFrom(program, options.reading)), start)
  const steps = planSteps(timetable)
  if (options.format === 'json') terminal.out(json(program, procedure, options.start, timetable, steps, terminal.lang))
  else terminal.out(planText({ program, procedure, timetable, steps, ...(options.start && { start: options.start }) }, terminal))
  return EXIT.answered
}

function startOf({ start }: PlanOptions): number | undefined {
  if (start === undefined) return undefined
  const day = parseDay(start)
  if (day === undefined) throw failure('C808', { option: '--start', value: start, wanted: 'YYYY-MM-DD' })
  return day
}

function yearGiven({ year }: PlanOptions): number | undefined {
  if (year === undefined) return undefined
  if (!/^\d{4}$/.test(year)) throw failure('C808', { option: '--year', value: year, wanted: 'YYYY' })
  return Number(year)
}

/** The first year a policy decides. */
function firstYear({ policy }: Program): number {
  const day = policy.inForce.from ?? policy.inForce.to
  if (day === undefined) throw failure('C808', { option: '--year', value: '', wanted: 'YYYY' })
  return Number(day.slice(0, 4))
}

function json(
  program: Program,
  procedure: Procedure,
  start: string | undefined,
  timetable: Schedule,
  steps: readonly PlanStep[],
  lang: Terminal['lang'],
): string {
  const { year, readings } = timetable.setting
  const findings = dayFindings(timetable).map((found) => ({
    code: found.code,
    severity: found.severity,
    args: found.args,
    title: describe(found, lang).title,
    why: describe(found, lang).why,
  }))
  const rows = steps.map(({ from, to, latest, limits, ...step }) => ({
    ...step,
    from: formatDay(from),
    to: formatDay(to),
    limits: limits.map(({ day, ...limit }) => ({ ...limit, day: formatDay(day) })),
    ...(latest === undefined ? {} : { latest: formatDay(latest) }),
  }))
  const plan = {
    policy: program.policy.id,
    procedure: procedure.id,
    year,
    ...(start && { start }),
    readings,
    findings,
    steps: rows,
  }
  return `${JSON.stringify({ schema: 'tiaoli/plan/1', ...plan }, null, 2)}\n`
}
