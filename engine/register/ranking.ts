import type { Expr, Program } from '../../dsl/lower/program.ts'
import type { Ranking } from '../../dsl/lower/program-register.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { isPoint } from '../../dsl/value/interval.ts'
import { compare, fromInteger, type Rational } from '../../dsl/value/rational.ts'
import { FALSE, TRUE, UNKNOWN } from '../../dsl/value/truth.ts'
import { kindOf } from '../run/kind.ts'
import { numberOf } from '../run/numeric.ts'
import type { Run } from '../run/scope.ts'
import { truthOf } from '../run/truth.ts'
import { plainOf } from '../run/values.ts'
import type { DecideOptions, Times } from '../types.ts'
import { decidedList, type Subject } from './decided.ts'
import { numberText } from './targets.ts'
import type { Decided, RankingStatus } from './types.ts'

/**
 * Orders the subjects that are met, and only those, by each ranking of the policy (docs/register.md §4). Equal values share a place, unknown ones the last; within a
 * place the order is the list's. Without an expression all share one place and the roles decide. Throws TiaoliError as `decide` does.
 */
export function ranking(
  program: Program,
  decided: readonly Decided[],
  times: Times,
  options: DecideOptions = {},
): readonly RankingStatus[] {
  const { run, subjects } = decidedList(program, decided, times, options)
  return program.rankings.map((one) => {
    const eligible = subjects.filter(({ entity, outcome }) => entity === one.entity && outcome === 'met')
    return {
      ranking: one.id,
      cites: one.cites,
      roles: one.roles,
      order: one.order,
      by: one.by === undefined ? 'roles' : 'expression',
      places: one.by === undefined ? together(eligible) : ordered(run, one, one.by, eligible),
    }
  })
}

function together(eligible: readonly Subject[]): RankingStatus['places'] {
  return eligible.length === 0 ? [] : [{ place: 1, at: eligible.map(({ at }) => at) }]
}

/** A value that orders, with its text. */
interface Rank {
  readonly key: Rational
  readonly text: string
}

function ordered(run: Run, { order }: Ranking, by: Expr, eligible: readonly Subject[]): RankingStatus['places'] {
  const ranked = eligible.map(({ at, element }) => ({ at, rank: rankOf(run, by, element) }))
  const known = ranked.flatMap(({ at, rank }) => (rank === undefined ? [] : [{ at, rank }]))
  const sign = order === 'high_first' ? -1 : 1
  // The order of the list is kept where values are equal: the sort is stable.
  known.sort((a, b) => sign * compare(a.rank.key, b.rank.key))
  const places: { place: number; at: number[]; value?: string }[] = []
  known.forEach(({ at, rank }, i) => {
    const before = known[i - 1]
    if (before !== undefined && compare(before.rank.key, rank.key) === 0) places.at(-1)!.at.push(at)
    else places.push({ place: i + 1, at: [at], value: rank.text })
  })
  const unknown = ranked.filter(({ rank }) => rank === undefined).map(({ at }) => at)
  return unknown.length === 0 ? places : [...places, { place: known.length + 1, at: unknown }]
}

/** The value a subject is ordered by: a number, a year, a day, or a truth (true above false); undefined while it is unknown or 无. */
function rankOf(run: Run, by: Expr, element: Subject['element']): Rank | undefined {
  const env = [element]
  switch (kindOf(by)) {
    case 'number': {
      const { interval, nil } = numberOf(run, by, env)
      return nil === FALSE && isPoint(interval) ? { key: interval.lo!, text: numberText(interval.lo!) } : undefined
    }
    case 'truth': {
      const truth = truthOf(run, by, env)
      return truth === UNKNOWN ? undefined : { key: fromInteger(truth), text: truth === TRUE ? 'true' : 'false' }
    }
    case 'value': {
      const value = plainOf(run, by, env)
      return typeof value === 'number' ? { key: fromInteger(value), text: formatDay(value) } : undefined
    }
    case 'nothing':
      return undefined
  }
}
