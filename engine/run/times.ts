import { type Day, parseDay } from '../../dsl/value/date.ts'
import { TiaoliError } from '../error.ts'
import { shown } from '../facts/sink.ts'
import type { Times } from '../types.ts'

/** The times of a decision, validated. */
export interface Clock {
  readonly times: Times
  readonly asOf: Day
}

/** Validates the times of a call. Throws TiaoliError unless asOf is a date, year a year and the income period two dates in order. */
export function clockOf(times: Times): Clock {
  if (typeof times !== 'object' || times === null) throw new TiaoliError('C903', { rule: '{asOf, year}', found: shown(times) })
  const asOf = day(times.asOf, 'asOf: YYYY-MM-DD')
  const { year } = times
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1 || year > 9999) {
    throw new TiaoliError('C903', { rule: 'year: 1–9999', found: shown(year) })
  }
  const period = times.incomePeriod
  if (period === undefined) return { times: { asOf: times.asOf, year }, asOf }
  if (typeof period !== 'object' || period === null)
    throw new TiaoliError('C903', { rule: 'incomePeriod: {from, to}', found: shown(period) })
  if (day(period.from, 'incomePeriod.from: YYYY-MM-DD') > day(period.to, 'incomePeriod.to: YYYY-MM-DD')) {
    throw new TiaoliError('C903', { rule: 'incomePeriod: from ≤ to', found: `${period.from}…${period.to}` })
  }
  return { times: { asOf: times.asOf, year, incomePeriod: { from: period.from, to: period.to } }, asOf }
}

function day(text: unknown, rule: string): Day {
  const found = typeof text === 'string' ? parseDay(text) : undefined
  if (found === undefined) throw new TiaoliError('C903', { rule, found: shown(text) })
  return found
}

/** Whether two calls give the same times. */
export function sameTimes(a: Times, b: Times): boolean {
  return (
    a.asOf === b.asOf &&
    a.year === b.year &&
    a.incomePeriod?.from === b.incomePeriod?.from &&
    a.incomePeriod?.to === b.incomePeriod?.to
  )
}

/** Whether a period, both ends included and open where absent, holds a day. Texts compare as dates do. */
export function holds(period: { readonly from?: string; readonly to?: string }, day: string): boolean {
  return (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to)
}
