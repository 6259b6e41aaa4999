import type { Program } from '../../../dsl/lower/program.ts'
import type { Times } from '../../types.ts'

const MOST_YEARS = 60
const FALLBACK = 2019

/** A date the policy is in force on, in the year for which it has most of its yearly figures, the first of those years: never today. */
export function timesLike(program: Program): Times {
  const { from, to } = program.policy.inForce
  const entries = program.parameters.filter((parameter) => parameter.timed === 'year').flatMap((parameter) => parameter.entries)
  const named = entries
    .flatMap((entry) => [entry.from, entry.to])
    .flatMap((year) => (year === undefined ? [] : [Number(year.slice(0, 4))]))
  const first =
    from === undefined ? Math.min(...named, to === undefined ? FALLBACK : Number(to.slice(0, 4))) : Number(from.slice(0, 4))
  const last = to === undefined ? Math.max(...named, first) : Number(to.slice(0, 4))
  const years = Array.from({ length: Math.min(MOST_YEARS, Math.max(1, last - first + 1)) }, (_, i) => first + i)
  const figures = (year: number) =>
    entries.filter((entry) => Number(entry.from ?? 0) <= year && year <= Number(entry.to ?? 9999)).length
  const year = years.reduce((best, one) => (figures(one) > figures(best) ? one : best), years[0]!)
  const wanted = `${String(year).padStart(4, '0')}-12-01`
  const asOf = from !== undefined && wanted < from ? from : to !== undefined && wanted > to ? to : wanted
  return { asOf, year }
}
