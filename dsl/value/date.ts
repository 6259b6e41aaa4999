/**
 * A date: whole days since 1970-01-01 in the proleptic Gregorian calendar. Texts and parts are years 0001 to 9999; arithmetic may
 * leave that range, and such days still compare correctly.
 */
export type Day = number

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const CYCLE_DAYS = 146_097
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_DAYS[month - 1]!
}

// Years are counted from March, so that the leap day is the last day of its year, in cycles of 400 years.
function dayNumber({ year, month, day }: Parts): Day {
  const marchYear = month <= 2 ? year - 1 : year
  const cycle = Math.floor(marchYear / 400)
  const yearOfCycle = marchYear - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * CYCLE_DAYS + dayOfCycle - EPOCH
}

function partsOf(date: Day): Parts {
  const shifted = date + EPOCH
  const cycle = Math.floor(shifted / CYCLE_DAYS)
  const dayOfCycle = shifted - cycle * CYCLE_DAYS
  const leapDays = Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096)
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365)
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 }
}

/** The date of a year 1–9999, month 1–12 and day; undefined when there is no such day. */
export function fromParts(year: number, month: number, day: number): Day | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayNumber({ year, month, day })
}

/** Reads 'YYYY-MM-DD', strictly; undefined for another shape or a day that never was (2019-02-30). */
export function parseDay(text: string): Day | undefined {
  const match = DATE.exec(text)
  return match === null ? undefined : fromParts(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** 'YYYY-MM-DD'. Days that arithmetic brought outside 0001–9999 get ISO 8601's signed six-digit year, which `parseDay` refuses. */
export function formatDay(date: Day): string {
  const { year, month, day } = partsOf(date)
  const plain = year >= 1 && year <= 9999
  const digits = String(Math.abs(year)).padStart(plain ? 4 : 6, '0')
  const sign = plain ? '' : year < 0 ? '-' : '+'
  return `${sign}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The calendar year. */
export function yearOf(date: Day): number {
  return partsOf(date).year
}

/** The month, 1–12. */
export function monthOf(date: Day): number {
  return partsOf(date).month
}

/** The day of the month, 1–31. */
export function dayOfMonth(date: Day): number {
  return partsOf(date).day
}

/** The date n calendar days later (earlier when negative). */
export function addDays(date: Day, n: number): Day {
  return date + n
}

/** The same day n months later (earlier when negative), or that month's last day when it has no such day. */
export function addMonths(date: Day, n: number): Day {
  const { year, month, day } = partsOf(date)
  const months = year * 12 + (month - 1) + n
  const newYear = Math.floor(months / 12)
  const newMonth = months - newYear * 12 + 1
  return dayNumber({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) })
}

/** Days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return b - a
}

/**
 * Completed years from a birthday (or other start) on a date: the age. One born on 29 February turns on 1 March in common years.
 * Negative when `on` lies before `from`.
 */
export function fullYears(from: Day, on: Day): number {
  const start = partsOf(from)
  const end = partsOf(on)
  const reached = end.month > start.month || (end.month === start.month && end.day >= start.day)
  return end.year - start.year - (reached ? 0 : 1)
}
