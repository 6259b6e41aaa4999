import type { Calendar, Chosen, DayAt, Duration } from '../../../dsl/lower/program-procedure.ts'
import { addDays, addMonths, parts } from '../calendar.ts'

/** How a procedure counts days for one subject: the 计日 lines in force taken together. */
export interface Clock {
  readonly year: number
  readonly choices: Readonly<Record<string, string>>
  readonly workingDays: boolean
  /** 首日, and 期限首日 */
  readonly postingCounts: boolean
  readonly deadlineCounts: boolean
  readonly moved: boolean
  readonly calendar: Calendar | undefined
}

/** No such day can be told: the calendar does not reach that far, or there is none. */
export const UNCLEAR = 'unclear'
export type Day = string

/** The value under the choices in force. */
export function chosen<T>(value: Chosen<T>, choices: Readonly<Record<string, string>>): T {
  if (typeof value !== 'object' || value === null || !('arms' in value)) return value as T
  const arm = value.arms.find((one) => one.choice === choices[value.reading])
  if (arm === undefined) throw new Error(`no arm for ${value.reading}`)
  return chosen(arm.value, choices)
}

/** The day a place in the year means. */
export function dayOf(clock: Clock, value: Chosen<DayAt>): Day {
  const at = chosen(value, clock.choices)
  if (at.kind === 'date') return at.value
  const two = (n: number): string => String(n).padStart(2, '0')
  const year = String(clock.year + at.year).padStart(4, '0')
  // The last day that exists is the month's end; 29 February gives way in common years.
  for (let day = at.day === 'end' ? 31 : at.day; day > 0; day--) {
    const text = `${year}-${two(at.month)}-${two(day)}`
    if (parts(text) !== undefined) return text
  }
  throw new Error(`no month ${at.month}`)
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** Whether people work that day; undefined outside the calendar's days. */
export function isWorkingDay(clock: Clock, day: Day): boolean | undefined {
  const { calendar } = clock
  if (calendar === undefined || day < calendar.from || calendar.to < day) return undefined
  const within = (spans: readonly { readonly from: string; readonly to: string }[]): boolean =>
    spans.some((span) => span.from <= day && day <= span.to)
  if (within(calendar.work)) return true
  if (within(calendar.rest)) return false
  return weekday(day) >= 1 && weekday(day) <= 5
}

function lastWorkingDay(clock: Clock, start: Day, n: number, counts: boolean): Day | typeof UNCLEAR {
  let found = 0
  for (let day = counts ? start : addDays(start, 1); ; day = addDays(day, 1)) {
    const working = isWorkingDay(clock, day)
    if (working === undefined) return UNCLEAR
    if (working) found++
    if (found === n) return day
  }
}

/** The last day of a length that begins with `start`; `counts`: its first day is one of it. */
export function lastDay(clock: Clock, start: Day, length: Chosen<Duration>, counts: boolean): Day | typeof UNCLEAR {
  const { amount, unit } = chosen(length, clock.choices)
  const back = counts ? -1 : 0
  switch (unit) {
    case 'day':
      return clock.workingDays ? lastWorkingDay(clock, start, amount, counts) : addDays(start, amount + back)
    case 'workday':
      return lastWorkingDay(clock, start, amount, counts)
    case 'week':
      return addDays(start, 7 * amount + back)
    case 'half_month':
      return addDays(start, 15 * amount + back)
    case 'month':
      return addDays(addMonths(start, amount), back)
    case 'year':
      return addDays(addMonths(start, 12 * amount), back)
    default: {
      const never: never = unit
      throw new Error(`unknown unit ${String(never)}`)
    }
  }
}

/** The last day of a deadline counted from a step, or of a reply: moved on to a working day where the procedure says so. */
export function lastDayOfDeadline(clock: Clock, start: Day, length: Chosen<Duration>): Day | typeof UNCLEAR {
  let day = lastDay(clock, start, length, clock.deadlineCounts)
  while (clock.moved && day !== UNCLEAR) {
    const working = isWorkingDay(clock, day)
    if (working === true) return day
    day = working === undefined ? UNCLEAR : addDays(day, 1)
  }
  return day
}
