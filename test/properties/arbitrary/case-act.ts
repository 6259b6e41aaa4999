import type { Program } from '../../../dsl/lower/program.ts'
import type { Act, ActKind, Procedure, Step } from '../../../dsl/lower/program-procedure.ts'
import type { ActEvent } from '../../../engine/procedure/types.ts'
import { addDays } from '../../oracle/calendar.ts'
import { type Clock, dayOf, lastDay, UNCLEAR } from '../../oracle/procedure/days.ts'
import { type Draw, shuffle } from './draw.ts'

/** What events of a case are made from. */
export interface Log {
  readonly draw: Draw
  readonly program: Program
  readonly procedure: Procedure
  readonly clock: Clock
  readonly subjects: readonly string[]
  /** the last day of what was done towards a step */
  readonly done: Map<string, string>
}

/** A log of a program's procedure, days counted as most lines of it say. */
export function logOf(draw: Draw, program: Program, subjects: readonly string[], year: number, choice: string): Log {
  const procedure = program.procedures[0]!
  const counting = procedure.counting.filter((one) => one.under.every((u) => u.choice === choice))
  const first = counting.find((one) => one.firstDay)?.firstDay !== 'not_counted'
  const clock: Clock = {
    year,
    choices: { mode: choice },
    workingDays: counting.some((one) => one.days === 'working'),
    postingCounts: first,
    deadlineCounts: (counting.find((one) => one.deadlineDay)?.deadlineDay ?? (first ? 'counted' : 'not_counted')) === 'counted',
    moved: counting.some((one) => one.rollover === 'moved'),
    calendar: program.calendars[0],
  }
  return { draw, program, procedure, clock, subjects, done: new Map() }
}

const linesOf = <K extends ActKind>(step: Step, kind: K) =>
  step.acts.filter((line): line is Act & { readonly kind: K } => line.kind === kind)

/** The last day of a length, or a good guess; a day too early or too late now and then. */
function about(log: Log, from: string, length: Parameters<typeof lastDay>[2], counts: boolean): string {
  const last = lastDay(log.clock, from, length, counts)
  return addDays(last === UNCLEAR ? addDays(from, 7) : last, log.draw.pick([0, 0, 0, 0, 0, 0, 1, 3, -1]))
}

/** A day to do the step on: after what comes before, at or near the ends of its windows and deadlines. */
export function dayFor(log: Log, step: Step, cursor: string): string {
  const { draw, clock, procedure } = log
  const after =
    step.after
      .flatMap((id) => log.done.get(id) ?? [])
      .sort()
      .at(-1) ?? cursor
  let day = addDays(after, draw.pick([0, 1, 1, 1, 2, 4]))
  const phase = procedure.phases.find((one) => one.id === step.phase)
  for (const line of [...step.acts, ...(phase?.acts ?? [])]) {
    if (line.kind === 'window') {
      const [from, to] = [dayOf(clock, line.window.from), dayOf(clock, line.window.to)]
      if (day < from) day = addDays(from, draw.pick([0, 0, 0, 0, 1, 1, 2, 3, 5, -1]))
      if (day > to && draw.chance(80)) day = addDays(to, draw.pick([0, 0, 0, -1, -1, -2, 1]))
    }
    if (line.kind === 'due' && line.deadline.kind === 'after') {
      const anchor = log.done.get(line.deadline.step)
      const last = anchor === undefined ? undefined : about(log, anchor, line.deadline.length, clock.deadlineCounts)
      if (last !== undefined && (day > last ? draw.chance(80) : draw.chance(25))) day = last
    }
    if (line.kind === 'due' && line.deadline.kind === 'on') {
      const to = dayOf(clock, line.deadline.day)
      if (day > to && draw.chance(60)) day = addDays(to, draw.pick([0, 0, 0, -1, -1, -2, 1]))
    }
  }
  return day
}

function votes(log: Log, step: Step, covered: readonly string[]): Partial<ActEvent> {
  const { draw } = log
  if (linesOf(step, 'vote').length === 0) return {}
  const eligible = draw.pick([3, 6, 10, 10, 15])
  const present = draw.chance(80) ? eligible - draw.int(0, 2) : draw.int(0, eligible)
  const ballots = covered.map((id) => {
    const yes = draw.chance(75) ? present - draw.int(0, Math.min(1, present)) : Math.floor(present / 2)
    const no = draw.int(0, present - yes)
    const abstain = draw.chance(30) ? { abstain: present - yes - no } : {}
    return [id, { yes, no, ...abstain }] as const
  })
  return { present, eligible, ballots: Object.fromEntries(ballots) }
}

function people(log: Log, step: Step): Partial<ActEvent> {
  const { draw } = log
  const vote = linesOf(step, 'vote').flatMap((line) => line.bodies)
  const by = [...linesOf(step, 'actor').flatMap((line) => line.roles), ...(draw.chance(50) ? vote : [])]
  const attended = [...linesOf(step, 'attend').flatMap((line) => line.roles), ...(draw.chance(90) ? vote : [])]
  const persons = [...linesOf(step, 'actor'), ...linesOf(step, 'attend')].flatMap((line) => line.persons ?? [])
  return {
    ...(by.length > 0 || draw.chance(30) ? { by: [...new Set(by)] } : {}),
    ...(attended.length > 0 ? { attended: [...new Set(attended)] } : {}),
    ...(persons.length > 0 ? { persons: Math.max(...persons) - (draw.chance(12) ? 1 : 0) } : {}),
  }
}

const each = <T, R>(items: readonly T[], make: (item: T) => R): { readonly length: number; readonly made: R[] } => ({
  length: items.length,
  made: items.map(make),
})

function answers(log: Log, step: Step, on: string): Partial<ActEvent> {
  const { draw, clock } = log
  const consents = each([...new Set(linesOf(step, 'consent').flatMap((line) => line.roles))], (role) => ({
    role,
    given: !draw.chance(4),
  }))
  const parties = linesOf(step, 'signatures').flatMap((line) => line.parties)
  const signatures = each([...new Set(parties.flatMap((party) => party.roles))], (role) => ({
    role,
    ...(draw.chance(15) ? { proxy: '代签人' } : {}),
  }))
  const replies = linesOf(step, 'consult').flatMap((line) =>
    line.roles.map((role) => ({
      role,
      on: line.within === undefined ? addDays(on, draw.int(0, 5)) : about(log, on, line.within, clock.deadlineCounts),
    })),
  )
  return {
    ...(consents.length > 0 ? { consents: consents.made } : {}),
    ...(signatures.length > 0 ? { signatures: signatures.made } : {}),
    ...(replies.length > 0 ? { replies: replies.map((one) => (one.on < on ? { ...one, on } : one)) } : {}),
  }
}

function writings(log: Log, step: Step): Partial<ActEvent> {
  const { draw } = log
  const rolesOf = (kind: 'notify' | 'archive' | 'filing') =>
    linesOf(step, kind).flatMap((line) => (draw.chance(85) ? line.roles : line.roles.slice(1)))
  const papers = [
    ...linesOf(step, 'produces').flatMap((line) => line.papers),
    ...linesOf(step, 'uses').flatMap((line) => (draw.chance(25) ? line.papers : [])),
  ]
  const places = [...linesOf(step, 'posting'), ...linesOf(step, 'announcement')].flatMap((line) => line.places)
  const [register] = linesOf(step, 'registers')
  const label = register?.label === undefined ? {} : { label: register.label }
  const place = register === undefined || register.places.length === 0 ? {} : { place: draw.pick(register.places) }
  return {
    ...(papers.length > 0 ? { papers: [...new Set(papers)] } : {}),
    ...(places.length > 0 ? { places: [...new Set(places)] } : {}),
    ...(rolesOf('notify').length > 0 ? { notified: rolesOf('notify') } : {}),
    ...(rolesOf('archive').length > 0 ? { archived: rolesOf('archive') } : {}),
    ...(rolesOf('filing').length > 0 ? { filed: rolesOf('filing') } : {}),
    ...(register === undefined ? {} : { registered: { act: register.act, ...label, ...place } }),
  }
}

function lasting(log: Log, step: Step, on: string): Partial<ActEvent> {
  const { draw, clock } = log
  const lengths = [...linesOf(step, 'posting'), ...linesOf(step, 'announcement')].flatMap((line) => line.length ?? [])
  const ends = lengths.map((length) => about(log, on, length, clock.postingCounts)).sort()
  const until = ends.at(-1)
  if (until !== undefined && until >= on) return { until }
  return draw.chance(8) ? { until: addDays(on, draw.int(0, 4)) } : {}
}

/** An act of a step that has nearly everything its lines ask for. `covered`: whom it is about; `named`: whether it says so. */
export function actFor(log: Log, step: Step, on: string, covered: readonly string[], named: boolean): ActEvent {
  const { draw } = log
  const sampled = linesOf(step, 'sample').length > 0 ? shuffle(draw, covered).slice(draw.chance(70) ? 0 : 1) : undefined
  const failed = covered.filter(() => draw.chance(4))
  return {
    kind: 'act',
    step: step.id,
    on,
    ...(named ? { subjects: covered } : {}),
    ...lasting(log, step, on),
    ...people(log, step),
    ...writings(log, step),
    ...votes(log, step, covered),
    ...answers(log, step, on),
    ...(sampled === undefined ? {} : { sampled }),
    ...(failed.length > 0 ? { failed } : {}),
  }
}
