import type { Expr, Program } from '../../../dsl/lower/program.ts'
import type { Act, ActKind, Phase, Procedure, Step } from '../../../dsl/lower/program-procedure.ts'
import type { CaseInput, CaseSubject } from '../../../engine/procedure/types.ts'
import type { Facts } from '../../../engine/types.ts'
import { absent, type Element } from '../element.ts'
import { evaluate, truthOf } from '../evaluate.ts'
import { readFacts } from '../facts.ts'
import { isPoint } from '../interval.ts'
import type { Q } from '../rational.ts'
import { all, type Truth } from '../truth.ts'
import { byId, type World } from '../world.ts'
import type { Placed } from './case.ts'
import type { Clock } from './days.ts'

/** One subject of a case on the day asked about. */
export interface Setting {
  readonly world: World
  readonly procedure: Procedure
  readonly input: CaseInput
  /** what has been seen by the day asked about, in order, duplicates among it */
  readonly events: readonly Placed[]
  readonly on: string
  readonly id: string
  readonly joined: string | undefined
  readonly subject: Element
  readonly list: Element
  readonly clock: Clock
}

/** The subject's facts, with the list's own record where they say nothing of it. */
function factsOf(program: Program, procedure: Procedure, input: CaseInput, subject: CaseSubject): Facts {
  const given = subject.facts ?? {}
  if (procedure.roster === undefined || input.list === undefined) return given
  const field = byId(byId(program.entities, procedure.entity).fields, procedure.roster.field)
  const has = (key: string): boolean => given[key] !== undefined && given[key] !== null && given[key] !== ''
  return has(field.id) || has(field.zh) ? given : { ...given, [field.id]: input.list }
}

/** Reads a subject's record; throws where it cannot be read. */
export function settingOf(
  world: World,
  procedure: Procedure,
  input: CaseInput,
  events: readonly Placed[],
  one: CaseSubject,
): Setting {
  const { program, times } = world
  const subject = readFacts(program, procedure.entity, factsOf(program, procedure, input, one), times)
  const listEntity = procedure.roster?.entity ?? procedure.entity
  const list =
    procedure.roster === undefined || input.list === undefined
      ? absent(listEntity, '')
      : readFacts(program, listEntity, input.list, times)
  const bare = { world, procedure, input, events, on: times.asOf, id: one.id, joined: one.joined, subject, list }
  return { ...bare, clock: clockOf({ ...bare, clock: undefined as never }) }
}

type Under = { readonly under: readonly { readonly reading: string; readonly choice: string }[] }

/** Whether a line, step or phase exists under the choices in force. */
export const isThere = (setting: Setting, one: Under): boolean =>
  one.under.every((u) => setting.world.choices[u.reading] === u.choice)

/** The element a step's guards and figures are about; without a step the subject. */
export function elementFor(setting: Setting, step: Step | undefined): Element {
  return step?.scope === 'list' && setting.procedure.roster !== undefined ? setting.list : setting.subject
}

export function isTrue(setting: Setting, step: Step | undefined, condition: Expr | undefined): Truth {
  return condition === undefined ? 'true' : truthOf(setting.world, condition, [elementFor(setting, step)])
}

/** The known number of a figure, undefined where it is not known. */
export function figureOf(setting: Setting, step: Step, figure: Expr): Q | undefined {
  const value = evaluate(setting.world, figure, [elementFor(setting, step)])
  return value.kind === 'number' && !value.maybeNothing && isPoint(value.range) ? value.range.lo! : undefined
}

function clockOf(setting: Setting): Clock {
  const { procedure, world } = setting
  const inForce = procedure.counting.filter((c) => isThere(setting, c))
  const first = inForce.find((c) => c.firstDay !== undefined)?.firstDay ?? 'counted'
  const calendar = inForce.find((c) => c.calendar !== undefined)?.calendar
  return {
    year: setting.input.year,
    choices: world.choices,
    workingDays: inForce.find((c) => c.days !== undefined)?.days === 'working',
    postingCounts: first === 'counted',
    deadlineCounts: (inForce.find((c) => c.deadlineDay !== undefined)?.deadlineDay ?? first) === 'counted',
    moved: inForce.find((c) => c.rollover !== undefined)?.rollover === 'moved',
    calendar: calendar === undefined ? undefined : byId(world.program.calendars, calendar),
  }
}

export const stepOf = (setting: Setting, id: string): Step => byId(setting.procedure.steps, id)

function phaseOf(setting: Setting, step: Step): Phase | undefined {
  return step.phase === undefined ? undefined : byId(setting.procedure.phases, step.phase)
}

/** Whether a step exists; one of a phase that does not exist does not either. */
export function stepIsThere(setting: Setting, step: Step): boolean {
  const phase = phaseOf(setting, step)
  return isThere(setting, step) && (phase === undefined || isThere(setting, phase))
}

/** Whether the procedure's guard, the phase's and the step's let the step be needed; a step that does not exist is not. */
export function isNeeded(setting: Setting, step: Step): Truth {
  if (!stepIsThere(setting, step)) return 'false'
  const { guard } = setting.procedure
  const phase = phaseOf(setting, step)?.when
  return all([isTrue(setting, undefined, guard), isTrue(setting, undefined, phase), isTrue(setting, step, step.when)])
}

/** A line that exists and whose guard is not false. */
export interface Demand {
  readonly line: Act
  readonly guard: Truth
}

/** The step's own lines and its phase's. */
export function demandsOf(setting: Setting, step: Step): Demand[] {
  const own = step.acts.map((line): Demand => ({ line, guard: isTrue(setting, step, line.when) }))
  const phase = (phaseOf(setting, step)?.acts ?? []).map(
    (line): Demand => ({ line, guard: isTrue(setting, undefined, line.when) }),
  )
  return [...own, ...phase].filter(({ line, guard }) => isThere(setting, line) && guard !== 'false')
}

/** The lines of one kind, also of those that share their shape with another. */
export type LineOf<K extends ActKind> = Act & { readonly kind: K }

/** The lines of a kind that do demand something. */
export function linesOf<K extends ActKind>(setting: Setting, step: Step, kind: K): LineOf<K>[] {
  const lines = demandsOf(setting, step).filter(({ guard }) => guard === 'true')
  return lines.flatMap(({ line }) => (line.kind === kind ? [line as LineOf<K>] : []))
}

/** Whether `earlier` is among the predecessors of `step`, directly or not. */
export function comesAfter(setting: Setting, step: Step, earlier: string): boolean {
  return step.after.some((id) => id === earlier || comesAfter(setting, stepOf(setting, id), earlier))
}

/** The steps that come right before one: what is not needed is replaced by what comes before it. */
export function before(setting: Setting, step: Step): Step[] {
  return step.after
    .map((id) => stepOf(setting, id))
    .flatMap((earlier) => (isNeeded(setting, earlier) === 'false' ? before(setting, earlier) : [earlier]))
}
