import type { Forms } from '../../syntax/declaration.ts'
import { type Day, formatDay, fromParts, parseDay } from '../../value/date.ts'

/** A stretch of whole days or whole years, both ends included; an absent end is open. */
export interface Period {
  readonly from?: number
  readonly to?: number
}

/** What a stretch counts. */
export type Axis = 'day' | 'year'

/** The first day a written moment stands for. */
export function firstDayOf(moment: Forms['moment'] | undefined): Day | undefined {
  if (!moment) return undefined
  return moment.kind === 'year' ? fromParts(Number(moment.value), 1, 1) : parseDay(moment.value)
}

/** The last day a written moment stands for. */
export function lastDayOf(moment: Forms['moment'] | undefined): Day | undefined {
  if (!moment) return undefined
  return moment.kind === 'year' ? fromParts(Number(moment.value), 12, 31) : parseDay(moment.value)
}

/** A period with these ends. */
export function period(from: number | undefined, to: number | undefined): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

const MIN = Number.NEGATIVE_INFINITY
const MAX = Number.POSITIVE_INFINITY

/** Whether the period holds nothing. */
export function isEmptyPeriod(one: Period): boolean {
  return (one.from ?? MIN) > (one.to ?? MAX)
}

/** What two periods share; undefined when nothing. */
export function shared(a: Period, b: Period): Period | undefined {
  const from = Math.max(a.from ?? MIN, b.from ?? MIN)
  const to = Math.min(a.to ?? MAX, b.to ?? MAX)
  return from > to ? undefined : period(finite(from), finite(to))
}

const finite = (value: number) => (Number.isFinite(value) ? value : undefined)

/** What of `whole` none of the periods covers, in order. */
export function uncovered(whole: Period, covers: readonly Period[]): readonly Period[] {
  const inside = covers.flatMap((cover) => shared(whole, cover) ?? [])
  const found: Period[] = []
  let next = whole.from ?? MIN
  for (const cover of [...inside].sort((a, b) => (a.from ?? MIN) - (b.from ?? MIN))) {
    const from = cover.from ?? MIN
    if (from > next) found.push(period(finite(next), from - 1))
    next = Math.max(next, (cover.to ?? MAX) + 1)
  }
  if (next !== MAX && next <= (whole.to ?? MAX)) found.push(period(finite(next), whole.to))
  return found
}

/** A period in words: 2016年至2018年, 2020年起; 2016 to 2018, from 2020. */
export function periodText(one: Period, axis: Axis, lang: 'zh' | 'en'): string {
  const { from, to } = one
  const at = (value: number) => (axis === 'day' ? formatDay(value) : lang === 'zh' ? `${value}年` : `${value}`)
  if (from !== undefined && from === to) return at(from)
  if (from !== undefined && to !== undefined) return lang === 'zh' ? `${at(from)} 至 ${at(to)}` : `${at(from)} to ${at(to)}`
  if (from !== undefined) return lang === 'zh' ? `${at(from)} 起` : `from ${at(from)}`
  if (to !== undefined) return lang === 'zh' ? `${at(to)} 及以前` : `until ${at(to)}`
  return lang === 'zh' ? '全部时间' : 'all the time'
}

/** Several periods in words. */
export function periodTexts(all: readonly Period[], axis: Axis, lang: 'zh' | 'en'): string {
  return all.map((one) => periodText(one, axis, lang)).join(lang === 'zh' ? '、' : ', ')
}
