import { parseDay } from '../../dsl/value/date.ts'

const MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Days before the first of a month, counted from 1 March. */
const BEFORE = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275]

/** The day a YYYY-MM-DD text of an ordinary day names; the exact reader decides on days 29 to 31; NaN for none. */
export function dayOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const y = digits(text, 0) * 100 + digits(text, 2)
  const m = digits(text, 5)
  const d = digits(text, 8)
  // Comparisons with NaN are false.
  if (!(y >= 1 && m >= 1 && m <= 12 && d >= 1)) return Number.NaN
  if (d > 28) return d <= MONTHS[m]! ? plain(y, m, d) : (parseDay(text) ?? Number.NaN)
  return plain(y, m, d)
}

function plain(y: number, m: number, d: number): number {
  const years = m <= 2 ? y - 1 : y
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + BEFORE[m]! + d - 1 - 719_468
}

function digits(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48
  const b = text.charCodeAt(at + 1) - 48
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN
}
