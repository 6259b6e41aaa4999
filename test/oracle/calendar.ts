/** Dates are texts YYYY-MM-DD; days are counted with Date.UTC on whole days. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function lengthOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The parts of a date that exists, else undefined. */
export function parts(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return undefined
  return { year, month, day }
}

function known(text: string): Day {
  const day = parts(text)
  if (day === undefined) throw new Error(`no such date: ${text}`)
  return day
}

function write(year: number, month: number, day: number): string {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

function number(text: string): number {
  const { year, month, day } = known(text)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / 86_400_000)
}

export const partOf = (text: string, part: 'year' | 'month' | 'day'): number => known(text)[part]

/** The date `days` later. */
export function addDays(text: string, days: number): string {
  const date = new Date((number(text) + days) * 86_400_000)
  return write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** The date `months` later, clamped to the month's end. */
export function addMonths(text: string, months: number): string {
  const from = known(text)
  const count = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return write(year, month, Math.min(from.day, lengthOfMonth(year, month)))
}

export const daysBetween = (from: string, to: string): number => number(to) - number(from)

/** Full years: one more on every anniversary; one born on 29 February turns on 1 March of common years. Negative when `to` is earlier. */
export function fullYears(from: string, to: string): number {
  const a = known(from)
  const b = known(to)
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}
