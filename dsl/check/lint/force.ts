import type { Unit } from '../../link/unit.ts'
import { childrenOf, clause } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { yearOf } from '../../value/date.ts'
import { type Axis, firstDayOf, isEmptyPeriod, lastDayOf, type Period, period } from './period.ts'

/** When a policy is in force, with its 施行; undefined without a first day or with ends the wrong way round. */
export interface Force {
  readonly decl: Decl
  readonly days: Period
}

/** The days a policy is in force. */
export function forceOf(unit: Unit): Force | undefined {
  const decl = childrenOf(unit.decl, 'in_force')[0]
  const from = decl && firstDayOf(clause(decl, 'from'))
  if (!decl || from === undefined) return undefined
  const days = period(from, lastDayOf(clause(decl, 'to')))
  return isEmptyPeriod(days) ? undefined : { decl, days }
}

/** Days as an axis counts them. */
export function onAxis(days: Period, axis: Axis): Period {
  if (axis === 'day') return days
  return period(days.from === undefined ? undefined : yearOf(days.from), days.to === undefined ? undefined : yearOf(days.to))
}
