import type { Program } from '../../../dsl/lower/program.ts'
import type { CaseEvent, CaseInput, CaseSubject } from '../../../engine/procedure/types.ts'
import type { Facts } from '../../../engine/types.ts'
import { addDays } from '../../oracle/calendar.ts'
import { actFor, dayFor, type Log, logOf } from './case-act.ts'
import { disturb, spoil, withoutStrangers } from './case-change.ts'
import { type Draw, shuffle } from './draw.ts'
import { CHOICES } from './procedure-draft.ts'

/** A procedure, a case of it and days to ask about. */
export interface ProcedureCase {
  readonly program: Program
  readonly input: CaseInput
  readonly readings: Readonly<Record<string, string>>
  readonly days: readonly string[]
}

/** `ofVillage`: how often a household's own facts tell of its village. */
function someFacts(draw: Draw, entity: 'household' | 'village', holes: number, ofVillage = 0): Facts {
  const facts: Record<string, unknown> = {}
  const put = (id: string, zh: string, value: unknown): void => {
    if (!draw.chance(holes)) facts[draw.chance(80) ? id : zh] = value
  }
  if (entity === 'village') {
    put('p', '有队', draw.chance(60))
    put('m', '户数', draw.int(0, 8))
    return facts
  }
  put('a', '甲', draw.chance(60))
  put('b', '乙', draw.chance(50))
  put('n', '数', draw.int(0, 8))
  if (draw.chance(ofVillage)) put('village', '所在村', someFacts(draw, 'village', holes))
  return facts
}

function paperEvents(log: Log, start: string): CaseEvent[] {
  const { draw, procedure, subjects } = log
  const used = [
    ...new Set(procedure.steps.flatMap((step) => step.acts.flatMap((line) => (line.kind === 'uses' ? line.papers : [])))),
  ]
  return used
    .filter(() => draw.chance(50))
    .map((paper) => ({
      kind: 'paper',
      on: addDays(start, draw.int(-3, 10)),
      paper,
      ...(draw.chance(80) ? { names: draw.chance(75) ? subjects : [draw.pick(subjects)] } : {}),
    }))
}

/** The events of a case that goes as the procedure wants it, more or less, up to some step. */
function follow(log: Log, start: string): CaseEvent[] {
  const { draw, procedure, subjects } = log
  const events: CaseEvent[] = paperEvents(log, start)
  const upTo = draw.chance(60) ? procedure.steps.length : draw.int(1, procedure.steps.length)
  let cursor = start
  for (const step of procedure.steps.slice(0, upTo)) {
    const exists = step.under.every((one) => one.choice === log.clock.choices[one.reading])
    if (!exists && draw.chance(80)) continue
    const alone = step.scope === 'each' || draw.chance(15)
    const groups = !alone ? [subjects] : draw.chance(50) ? [subjects] : subjects.map((id) => [id])
    const day = dayFor(log, step, cursor)
    for (const group of groups) {
      const on = draw.chance(85) ? day : addDays(day, draw.int(0, 2))
      const event = actFor(log, step, on, group, group.length < subjects.length || draw.chance(30))
      events.push(event)
      const ends = [event.until ?? on, ...(event.replies ?? []).map((reply) => reply.on)].sort()
      log.done.set(step.id, ends.at(-1)!)
      cursor = on
    }
  }
  return events
}

/** Days worth asking about: those of events and of their ends, the days around them, and one long after. */
function daysToAsk(draw: Draw, events: readonly CaseEvent[], start: string): string[] {
  const told = events.flatMap((event) =>
    event.kind === 'act'
      ? [event.on, ...(event.until === undefined ? [] : [event.until]), ...(event.replies ?? []).map((r) => r.on)]
      : [event.on],
  )
  const known = told.filter((day) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(day))
  const near = (day: string): string => addDays(day, draw.pick([0, 0, 0, 1, -1, 7]))
  const last = [...known, start].sort().at(-1)!
  const picked = Array.from({ length: 3 }, () => near(known.length > 0 ? draw.pick(known) : start))
  return [...new Set([...picked, last, addDays(last, draw.pick([1, 30, 400]))])].sort()
}

/** A case of the program's procedure: mostly as it should be, with something out of order now and then. */
export function buildCase(draw: Draw, program: Program): ProcedureCase {
  const year = draw.pick([2019, 2019, 2019, 2020])
  // Long lists are kept otherwise than short ones.
  const count = draw.chance(3) ? 14 : draw.pick([1, 2, 2, 3, 4])
  const ids = Array.from({ length: count }, (_, i) => `h${i + 1}`)
  const readings: Readonly<Record<string, string>> = draw.chance(30) ? { mode: draw.pick(CHOICES) } : {}
  const log = logOf(draw, program, ids, year, readings['mode'] ?? 'strict')
  const holes = draw.pick([0, 0, 0, 10, 30])
  const hasRoster = program.procedures[0]!.roster !== undefined
  const start = addDays(`${year}-09-10`, draw.int(0, 20))
  const subjects = ids.map(
    (id): CaseSubject => ({
      id,
      ...(draw.chance(12) ? { joined: addDays(start, draw.int(-5, 25)) } : {}),
      ...(draw.chance(95) ? { facts: someFacts(draw, 'household', holes, hasRoster ? 15 : 70) } : {}),
    }),
  )
  let events = follow(log, start)
  for (let i = draw.pick([0, 0, 0, 1, 1, 2, 4]); i > 0; i--) events = disturb(log, events)
  events = withoutStrangers(subjects, events)
  if (draw.chance(20)) events = shuffle(draw, events)
  const list = hasRoster && draw.chance(90) ? { list: someFacts(draw, 'village', holes) } : {}
  const opened = draw.chance(20) ? { opened: addDays(start, draw.pick([-40, -40, -40, -3])) } : {}
  const input: CaseInput = { procedure: 'exit', year, ...opened, ...list, subjects, events }
  return { program, input: draw.chance(4) ? spoil(draw, input) : input, readings, days: daysToAsk(draw, events, start) }
}
