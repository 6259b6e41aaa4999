import { formatDay, fromParts } from '../value/date.ts'
import { BLANK, DIGIT, fold } from './characters.ts'
import type { Literal } from './literal.ts'
import { wordMayEnd } from './unit-scan.ts'

const ISO = new RegExp(`(${DIGIT}{4})[-－‐‑](${DIGIT}{1,2})[-－‐‑](${DIGIT}{1,2})(?!${DIGIT})`, 'y')
/** What may stand behind 月: a day, 底 or 末, or a word that names no day. */
const BEHIND_MONTH = `(?:${BLANK}*(${DIGIT}{1,2})${BLANK}*[日号]|${BLANK}*(底前|[底末前初份]))`
const YEAR = new RegExp(`(${DIGIT}{4})${BLANK}*年(?:${BLANK}*(${DIGIT}{1,2})${BLANK}*月${BEHIND_MONTH}?)?`, 'y')
const MONTH_DAY = new RegExp(`(${DIGIT}{1,2})${BLANK}*月${BEHIND_MONTH}(前)?`, 'y')

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The date, year or place of a day in a year that begins at `at`: 2019-12-31, 2019年, 10月12日, 12月底; undefined when none does. */
export function calendarLiteral(text: string, at: number): Literal | undefined {
  const iso = exec(ISO, text, at)
  if (iso) return dateLiteral(iso, at)
  const year = exec(YEAR, text, at)
  if (year?.[3] !== undefined) return dateLiteral(year, at)
  if (year?.[2] !== undefined) return whichDay(year[0], at, Number(fold(year[2])), year[4], fold(year[1]!))
  if (year) {
    let end = at + year[0].length
    if (text[end] === '度' && wordMayEnd(text, end + 1)) end += 1
    return { kind: 'year', figure: fold(year[1]!), figureEnd: at + 4, end, year: Number(fold(year[1]!)) }
  }
  const month = exec(MONTH_DAY, text, at)
  return month ? positionLiteral(month, at) : undefined
}

function dateLiteral(match: RegExpExecArray, at: number): Literal {
  const [year, month, day] = [match[1]!, match[2]!, match[3]!].map((part) => Number(fold(part))) as [number, number, number]
  const end = at + match[0].length
  const base = { kind: 'date', figure: fold(match[0]), figureEnd: end, end } as const
  const found = fromParts(year, month, day)
  return found === undefined ? { ...base, problem: 'impossible_date' } : { ...base, value: formatDay(found) }
}

/** A leap year: 2月29日 is a day of some years. */
const LEAP = 2000

function positionLiteral(match: RegExpExecArray, at: number): Literal {
  const month = Number(fold(match[1]!))
  const word = match[3]
  if (word !== undefined && word !== '底' && word !== '末') return whichDay(match[0], at, month, word)
  const day = match[2] === undefined ? 'end' : Number(fold(match[2]))
  const end = at + match[0].length
  const base = { kind: 'position', figure: fold(match[0]), figureEnd: end, end } as const
  // 10月12日前: the 11th or the 12th?
  if (match[4] !== undefined && day !== 'end' && fromParts(LEAP, month, day) !== undefined) {
    const days = [...(day > 1 ? [`${month}月${day - 1}日`] : []), `${month}月${day}日`]
    return { ...base, kind: 'date', problem: 'which_day', days }
  }
  const exists = fromParts(LEAP, month, day === 'end' ? 1 : day) !== undefined
  return exists ? { ...base, month, day } : { ...base, problem: 'impossible_date' }
}

/** 12月前, 12月初, 2019年12月: a month, and no day of it. */
function whichDay(found: string, at: number, month: number, word: string | undefined, year?: string): Literal {
  const end = at + found.length
  const base = { kind: 'date', figure: fold(found), figureEnd: end, end } as const
  if (month < 1 || month > 12) return { ...base, problem: 'impossible_date' }
  return { ...base, problem: 'which_day', days: daysMeant(month, word, year) }
}

/** The days that 12月前, 12月底前, 12月初 or 12月 may mean, as one would write them. A month before January would want its year. */
export function daysMeant(month: number, word?: string, year?: string): readonly string[] {
  const last = (which: number) => `${which}月${which === 2 ? '底' : `${[4, 6, 9, 11].includes(which) ? 30 : 31}日`}`
  const days = word === '初' ? [`${month}月1日`] : word === '前' && month > 1 ? [last(month - 1), last(month)] : [last(month)]
  if (year === undefined) return days
  return days.flatMap((day) => (day.endsWith('底') ? [] : [`${year}年${day}`]))
}
