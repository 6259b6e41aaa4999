import type { Calendar, Chosen, DayAt, Duration, Procedure } from '../../dsl/lower/program-procedure.ts'
import { type DayCalendar, type DayCount, lastOf, nextWorking, positionDay } from '../../dsl/value/calendar.ts'
import { type Day, formatDay, parseDay } from '../../dsl/value/date.ts'
import { type Readings, taken, underHolds } from './chosen.ts'

/** How a procedure counts days under the readings in force. */
export interface DayRules {
  /** of postings and announcements */
  readonly posting: DayCount
  /** of deadlines and replies */
  readonly deadline: DayCount
  /** whether the last day of what is counted from a step moves on to a working day */
  readonly moved: boolean
  readonly calendar: DayCalendar | undefined
  /** the calendar's id, for whoever asks what is missing */
  readonly calendarId: string | undefined
}

/** The first line in force that says a thing counts for that thing. */
export function dayRulesOf(procedure: Procedure, calendars: readonly Calendar[], readings: Readings): DayRules {
  const lines = procedure.counting.filter((line) => underHolds(line.under, readings))
  const first = lines.find((line) => line.firstDay !== undefined)?.firstDay ?? 'counted'
  const deadline = lines.find((line) => line.deadlineDay !== undefined)?.deadlineDay ?? first
  const working = lines.find((line) => line.days !== undefined)?.days === 'working'
  const moved = lines.find((line) => line.rollover !== undefined)?.rollover === 'moved'
  const calendarId = lines.find((line) => line.calendar !== undefined)?.calendar
  const declared = calendars.find((entry) => entry.id === calendarId)
  const calendar = declared && calendarOf(declared)
  const count = (firstCounted: boolean): DayCount => ({ firstCounted, working, ...(calendar && { calendar }) })
  return { posting: count(first === 'counted'), deadline: count(deadline === 'counted'), moved, calendar, calendarId }
}

function calendarOf(calendar: Calendar): DayCalendar {
  const span = ({ from, to }: { readonly from: string; readonly to: string }) => [parseDay(from)!, parseDay(to)!] as const
  const [from, to] = span(calendar)
  return { from, to, rest: calendar.rest.map(span), work: calendar.work.map(span) }
}

/** A day of the case's year; undefined for one there is not. */
export function dayOf(at: Chosen<DayAt>, year: number, readings: Readings): Day | undefined {
  const day = taken(at, readings)
  return day.kind === 'date' ? parseDay(day.value) : positionDay({ shift: day.year, month: day.month, day: day.day }, year)
}

/** The last day of a posting; undefined while the calendar does not know. */
export function lastOfPosting(rules: DayRules, start: Day, length: Duration): Day | undefined {
  return lastOf(start, length, rules.posting)
}

/** The last day for something due a while after `start`, moved on where the procedure says so; undefined while the calendar does not know. */
export function lastOfDeadline(rules: DayRules, start: Day, length: Duration): Day | undefined {
  const last = lastOf(start, length, rules.deadline)
  return last === undefined || !rules.moved ? last : nextWorking(last, rules.calendar)
}

const TEXTS = new Map<Day, string>()
const DAYS = new Map<string, Day>()
const MOST_KEPT = 20_000

/** 'YYYY-MM-DD', remembered. */
export function dayText(day: Day): string {
  let text = TEXTS.get(day)
  if (text === undefined) {
    text = formatDay(day)
    if (TEXTS.size >= MOST_KEPT) TEXTS.clear()
    TEXTS.set(day, text)
  }
  return text
}

/** The day a text names, remembered; undefined for another shape or a day that never was. */
export function dayFrom(text: string): Day | undefined {
  let day = DAYS.get(text)
  if (day === undefined) {
    day = parseDay(text)
    if (day === undefined) return undefined
    if (DAYS.size >= MOST_KEPT) DAYS.clear()
    DAYS.set(text, day)
  }
  return day
}
