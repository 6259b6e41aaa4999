import type { DurationUnit, NumberForm } from '../syntax/expression.ts'
import { parseNumberText, SCALE_WORDS, type ScaleWord } from '../value/number-words.ts'
import { multiply, toFractionText } from '../value/rational.ts'
import { calendarLiteral } from './calendar-literal.ts'
import { DIGIT, fold } from './characters.ts'
import { asciiEnd, canonicalUnit, skipBlanks, unitEnd, wordMayEnd } from './unit-scan.ts'

/** What is wrong with a figure; each is a lexical code of its own. */
export type LiteralProblem = 'malformed_number' | 'impossible_date' | 'which_day' | 'unknown_unit' | 'part_of_duration'

/** What a figure and the words joined to it say. `figure` is the figure as written, folded to ASCII: 410000, 1.10. */
export interface Literal {
  readonly kind: 'number' | 'date' | 'year' | 'position' | 'duration' | 'code'
  readonly figure: string
  readonly end: number
  /** where the figure ends and its words begin */
  readonly figureEnd: number
  readonly value?: string
  readonly year?: number
  readonly form?: NumberForm
  readonly unit?: string
  readonly duration?: DurationUnit
  readonly month?: number
  readonly day?: number | 'end'
  /** the days that may be meant where none is said */
  readonly days?: readonly string[]
  readonly problem?: LiteralProblem
}

const FIGURE = new RegExp(`${DIGIT}+(?:[,，]${DIGIT}+)*(?:[.．]${DIGIT}+)*`, 'y')
const PLAIN = new RegExp(`${DIGIT}+(?:[.．]${DIGIT}+)*`, 'y')
const DURATIONS: readonly (readonly [string, DurationUnit])[] = [
  ['个工作日', 'workday'],
  ['工作日', 'workday'],
  ['周年', 'year'],
  ['个月', 'month'],
  ['天', 'day'],
  ['周', 'week'],
]
const EN_DURATIONS: Readonly<Record<string, DurationUnit>> = {
  day: 'day',
  days: 'day',
  workday: 'workday',
  workdays: 'workday',
  week: 'week',
  weeks: 'week',
  months: 'month',
  years: 'year',
}
const SCALES: readonly (readonly [string, ScaleWord])[] = SCALE_WORDS.flatMap((word) =>
  [word.zh, word.en, ...word.also].map((spelling) => [spelling, word] as const),
).sort((a, b) => b[0].length - a[0].length)

const SCALE_STARTS: ReadonlySet<string> = new Set(SCALES.map(([spelling]) => spelling[0]!))
const DURATION_STARTS: ReadonlySet<string> = new Set([
  ...DURATIONS.map(([word]) => word[0]!),
  ...Object.keys(EN_DURATIONS).map((word) => word[0]!),
])

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether a group behind a comma looks like a number's and not like a list item: 37,000 and 3,7000, but not 1,2. */
function grouped(figure: string): boolean {
  return figure
    .split('.')[0]!
    .split(',')
    .slice(1)
    .some((group) => group.length >= 3)
}

function figureAt(text: string, at: number): string {
  const whole = exec(FIGURE, text, at)![0]
  if (WHOLE.test(whole)) return whole
  // A full-width comma joins digits only in a figure that is full-width throughout.
  const joined = !whole.includes('，') || !/[0-9,]/.test(whole)
  return joined && grouped(fold(whole)) ? whole : exec(PLAIN, text, at)![0]
}

/** Figures that are their own fraction text. */
const WHOLE = /^(?:0|[1-9][0-9]{0,59})$/
const DIGIT_HERE = new RegExp(DIGIT, 'y')

/** Reads the literal whose first digit stands at `at`: figure, scale, unit, calendar or duration words; undefined when no digit stands there. */
export function readLiteral(text: string, at: number): Literal | undefined {
  if (exec(DIGIT_HERE, text, at) === null) return undefined
  return calendarLiteral(text, at) ?? figureLiteral(text, at)
}

function figureLiteral(text: string, at: number): Literal {
  const raw = figureAt(text, at)
  const figure = fold(raw)
  const figureEnd = at + raw.length
  const whole = WHOLE.test(figure)
  const number = whole || figure.length > 60 ? undefined : parseNumberText(figure)
  const scale = scaleAfter(text, figureEnd)
  const joined = unitAfter(text, scale.end)
  const base = { figure, figureEnd }
  if (number === undefined && !whole)
    return {
      ...base,
      kind: 'code',
      end: joined.end,
      ...(figure.includes(',') || figure.length > 60 ? { problem: 'malformed_number' as const } : {}),
    }
  if (!scale.word) {
    const duration = durationAfter(text, figureEnd)
    if (duration && (number === undefined || number.d === 1n)) {
      return {
        ...base,
        kind: 'duration',
        value: number ? toFractionText(number) : figure,
        duration: duration.unit,
        end: duration.end,
      }
    }
    if (duration && duration.unit !== 'day' && duration.unit !== 'month' && duration.unit !== 'year') {
      return {
        ...base,
        kind: 'number',
        value: number ? toFractionText(number) : figure,
        form: 'plain',
        end: duration.end,
        problem: 'part_of_duration',
      }
    }
  }
  const scaled = number ?? (scale.word ? parseNumberText(figure) : undefined)
  const value = scaled ? toFractionText(scale.word ? multiply(scaled, scale.word.factor) : scaled) : figure
  const { unit, end } = joined
  const read = { kind: 'number', figure, figureEnd, end, value, form: scale.word?.id ?? 'plain' } as const
  if (unit !== undefined) return { ...read, unit }
  return joined.unknown ? { ...read, problem: 'unknown_unit' } : read
}

function scaleAfter(text: string, at: number): { word?: ScaleWord; end: number } {
  const start = skipBlanks(text, at)
  if (!SCALE_STARTS.has(text[start] ?? '')) return { end: at }
  // 千克 and 千瓦时 are units, not thousands of something.
  const unit = unitEnd(text, start)
  for (const [spelling, word] of SCALES) {
    if (!text.startsWith(spelling, start)) continue
    const end = start + spelling.length
    if (/^[a-z]/.test(spelling)) {
      if (asciiEnd(text, start) === end) return { word, end }
      continue
    }
    const further = unitEnd(text, end)
    if (unit > start && unit >= further) return { end: at }
    if (/^[%％‰]/.test(spelling) || further > end || wordMayEnd(text, end)) return { word, end }
  }
  return { end: at }
}

function unitAfter(text: string, at: number): { unit?: string; end: number; unknown?: true } {
  const blank = skipBlanks(text, at)
  // 个 is a measure word: 3 个村.
  const start = text[blank] === '个' && unitEnd(text, blank) === blank && unitEnd(text, blank + 1) > blank + 1 ? blank + 1 : blank
  const end = unitEnd(text, start)
  if (end > start) {
    const unit = canonicalUnit(text.slice(start, end))
    return unit === undefined ? { end, unknown: true } : unit === '' ? { end } : { unit, end }
  }
  return { end: at }
}

function durationAfter(text: string, at: number): { unit: DurationUnit; end: number } | undefined {
  const start = skipBlanks(text, at)
  if (!DURATION_STARTS.has(text[start] ?? '')) return undefined
  const ascii = asciiEnd(text, start)
  // 7 天/户 is a unit.
  const compound = unitEnd(text, start)
  if (ascii > start) {
    const unit = EN_DURATIONS[text.slice(start, ascii)]
    return unit !== undefined && compound <= ascii ? { unit, end: ascii } : undefined
  }
  for (const [word, unit] of DURATIONS) {
    const end = start + word.length
    if (text.startsWith(word, start) && wordMayEnd(text, end) && compound <= end) return { unit, end }
  }
  return undefined
}
