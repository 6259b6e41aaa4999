import { addDays, addMonths, type Day, fromParts, isLeapYear } from './date.ts'

/** Days off and days worked instead, both ends included; knows nothing outside [from, to]. */
export interface DayCalendar {
  readonly from: Day
  readonly to: Day
  readonly rest: readonly (readonly [Day, Day])[]
  readonly work: readonly (readonly [Day, Day])[]
}

export type LengthUnit = 'day' | 'workday' | 'week' | 'half_month' | 'month' | 'year'
export interface Length {
  readonly amount: number
  readonly unit: LengthUnit
}

/** How lengths are counted: whether the first day is one of them, whether a plain day means a working day, and by which calendar. */
export interface DayCount {
  readonly firstCounted: boolean
  readonly working: boolean
  readonly calendar?: DayCalendar
}

/** A place in a year: `shift` −1 上年, 0 当年, 1 次年. */
export interface YearPosition {
  readonly shift: -1 | 0 | 1
  readonly month: number
  readonly day: number | 'end'
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** Longer than any length of working days within a year's list of holidays. */
const FARTHEST = 4000

/** The day a position means in a year; 29 February is the last of February where there is none. */
export function positionDay(at: YearPosition, year: number): Day | undefined {
  const y = year + at.shift
  const length = at.month === 2 && isLeapYear(y) ? 29 : MONTHS[at.month - 1]
  if (length === undefined) return undefined
  return fromParts(y, at.month, at.day === 'end' ? length : Math.min(at.day, at.month === 2 ? length : at.day))
}

/** Whether people work on a day; undefined where the calendar does not say. */
export function isWorkingDay(day: Day, calendar: DayCalendar | undefined): boolean | undefined {
  if (!calendar || day < calendar.from || day > calendar.to) return undefined
  if (calendar.work.some(([from, to]) => day >= from && day <= to)) return true
  if (calendar.rest.some(([from, to]) => day >= from && day <= to)) return false
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7 < 5
}

/** The last day of a length that begins on `start`, both ends included; undefined where working days are asked for and the calendar does not know them. */
export function lastOf(start: Day, length: Length, count: DayCount): Day | undefined {
  const { amount, unit } = length
  const off = count.firstCounted ? 1 : 0
  switch (unit) {
    case 'day':
      return count.working ? lastWorking(start, amount, count) : addDays(start, amount - off)
    case 'workday':
      return lastWorking(start, amount, count)
    case 'week':
      return addDays(start, amount * 7 - off)
    case 'half_month':
      return addDays(start, amount * 15 - off)
    case 'month':
      return addDays(addMonths(start, amount), -off)
    case 'year':
      return addDays(addMonths(start, amount * 12), -off)
    default:
      return unit satisfies never
  }
}

function lastWorking(start: Day, amount: number, count: DayCount): Day | undefined {
  let left = amount
  for (let day = count.firstCounted ? start : addDays(start, 1); day < start + FARTHEST; day = addDays(day, 1)) {
    const working = isWorkingDay(day, count.calendar)
    if (working === undefined) return undefined
    if (working) left -= 1
    if (left <= 0) return day
  }
  return undefined
}

/** The first working day not before `day`; undefined where the calendar does not know. */
export function nextWorking(day: Day, calendar: DayCalendar | undefined): Day | undefined {
  for (let at = day; at < day + FARTHEST; at = addDays(at, 1)) {
    const working = isWorkingDay(at, calendar)
    if (working !== false) return working === undefined ? undefined : at
  }
  return undefined
}
