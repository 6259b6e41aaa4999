import type { Timed } from '../lower/lower.ts'
import type { Calendar, Chosen, DayAt, Duration, Line, Procedure, Under } from '../lower/program-procedure.ts'
import { type DayCalendar, type DayCount, lastOf, nextWorking, positionDay } from '../value/calendar.ts'
import { type Day, parseDay } from '../value/date.ts'

/** One procedure of one year under one choice of readings. */
export interface Setting {
  readonly program: Timed
  readonly procedure: Procedure
  readonly year: number
  readonly readings: Readonly<Record<string, string>>
  readonly posting: DayCount
  readonly deadline: DayCount & { readonly moves: boolean }
}

/** The procedure's terms in a year; `readings` override what the policy chose. */
export function settingOf(
  program: Timed,
  procedure: Procedure,
  year: number,
  readings: Readonly<Record<string, string>> = {},
): Setting {
  const chosen = Object.fromEntries(program.readings.map((reading) => [reading.id, readings[reading.id] ?? reading.chosen]))
  const lines = procedure.counting.filter((line) => inForce(line.under, chosen))
  const said = <K extends 'days' | 'firstDay' | 'deadlineDay' | 'rollover' | 'calendar'>(key: K) =>
    lines.find((line) => line[key] !== undefined)?.[key]
  const calendar = program.calendars.find((one) => one.id === said('calendar'))
  const base = { working: said('days') === 'working', ...(calendar ? { calendar: dayCalendar(calendar) } : {}) }
  const firstCounted = said('firstDay') !== 'not_counted'
  const deadlineCounted = (said('deadlineDay') ?? said('firstDay')) !== 'not_counted'
  return {
    program,
    procedure,
    year,
    readings: chosen,
    posting: { ...base, firstCounted },
    deadline: { ...base, firstCounted: deadlineCounted, moves: said('rollover') === 'moved' },
  }
}

function dayCalendar(calendar: Calendar): DayCalendar {
  const span = ({ from, to }: { readonly from: string; readonly to: string }) => [parseDay(from) ?? 0, parseDay(to) ?? 0] as const
  const [from, to] = span(calendar)
  return { from, to, rest: calendar.rest.map(span), work: calendar.work.map(span) }
}

/** Whether something under these choices exists. */
export function inForce(under: readonly Under[], readings: Readonly<Record<string, string>>): boolean {
  return under.every(({ reading, choice }) => readings[reading] === choice)
}

/** The lines that exist under the setting's readings, whatever their guards. */
export function linesInForce<L extends Line>(setting: Setting, lines: readonly L[]): readonly L[] {
  return lines.filter((line) => inForce(line.under, setting.readings))
}

/** The value a choice of readings gives. */
export function chosen<T extends { readonly kind: string }>(setting: Setting, value: Chosen<T>): T {
  let at = value as ByReading<T> | T
  while (at.kind === 'reading') {
    const { reading, arms } = at as ByReading<T>
    const arm = arms.find(({ choice }) => choice === setting.readings[reading])
    // INVARIANT: bind asks for an arm for every choice.
    if (!arm) throw new RangeError(`no arm for ${reading}`)
    at = arm.value as ByReading<T> | T
  }
  return at as T
}

type ByReading<T> = Exclude<Chosen<T>, T> & {
  readonly kind: 'reading'
  readonly reading: string
  readonly arms: readonly { readonly choice: string; readonly value: Chosen<T> }[]
}

/** The day a written day means in the setting's year. */
export function dayOf(setting: Setting, at: Chosen<DayAt>): Day | undefined {
  const day = chosen(setting, at)
  return day.kind === 'date'
    ? parseDay(day.value)
    : positionDay({ shift: day.year, month: day.month, day: day.day }, setting.year)
}

/** The last day of a posting that begins on `start`. */
export function postingEnd(setting: Setting, start: Day, length: Chosen<Duration>): Day | undefined {
  return lastOf(start, chosen(setting, length), setting.posting)
}

/** The last day of a deadline counted from the day its anchor was complete. */
export function deadlineEnd(setting: Setting, anchor: Day, length: Chosen<Duration>): Day | undefined {
  const last = lastOf(anchor, chosen(setting, length), setting.deadline)
  return last !== undefined && setting.deadline.moves ? nextWorking(last, setting.deadline.calendar) : last
}
