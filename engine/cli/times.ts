import { parseDay, yearOf } from '../../dsl/value/date.ts'
import type { Times } from '../types.ts'
import { failure } from './failure.ts'

/** The times of a call: the options first, else what the sample carries. */
export function timesFrom(options: { readonly asOf?: string; readonly year?: string }, carried: Times | undefined): Times {
  const asOf = options.asOf ?? carried?.asOf
  if (asOf === undefined) throw failure('C807', { option: '--as-of' })
  const day = parseDay(asOf)
  if (day === undefined) throw failure('C808', { option: '--as-of', value: asOf, wanted: 'YYYY-MM-DD' })
  if (options.year !== undefined && !/^\d{4}$/.test(options.year))
    throw failure('C808', { option: '--year', value: options.year, wanted: 'YYYY' })
  const year =
    options.year !== undefined ? Number(options.year) : options.asOf === undefined && carried ? carried.year : yearOf(day)
  return { asOf, year, ...(carried?.incomePeriod ? { incomePeriod: carried.incomePeriod } : {}) }
}
