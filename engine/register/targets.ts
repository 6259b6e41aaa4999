import type { Program } from '../../dsl/lower/program.ts'
import type { Target } from '../../dsl/lower/program-register.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { ALL, addI, hull, type Interval, interval, point } from '../../dsl/value/interval.ts'
import { ONE, type Rational, toDecimalText, toFractionText, ZERO } from '../../dsl/value/rational.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { dayOf } from '../procedure/days.ts'
import { compareNum, type Num } from '../run/number.ts'
import { numberOf } from '../run/numeric.ts'
import type { Run } from '../run/scope.ts'
import { truthOf } from '../run/truth.ts'
import type { DecideOptions, Times } from '../types.ts'
import { type DecidedList, decidedList, type Subject } from './decided.ts'
import type { Amount, Decided, TargetStatus } from './types.ts'

/**
 * How far a list of decided subjects has come towards each target of the policy (docs/register.md §4); subjects of another entity are passed over. It changes no
 * decision. A refused record may count. Throws TiaoliError as `decide` does.
 */
export function targets(
  program: Program,
  decided: readonly Decided[],
  times: Times,
  options: DecideOptions = {},
): readonly TargetStatus[] {
  const list = decidedList(program, decided, times, options)
  return program.targets.map((target) => statusOf(list, target))
}

function statusOf({ run, subjects }: DecidedList, target: Target): TargetStatus {
  const concerned = subjects.filter((one) => one.entity === target.entity)
  const judged = concerned.map((subject) => ({ subject, truth: counts(run, target, subject) }))
  const counted = judged.reduce((sum, { subject, truth }) => addI(sum, share(run, target, subject, truth)), point(ZERO))
  const goal = numberOf(run, target.goal, [])
  const reached = compareNum('ge', between(counted), goal)
  const until = target.until && dayOf(target.until, run.year, run.model.readings)
  const unit = unitOf(target)
  const maybe = judged.filter(({ truth }) => truth === UNKNOWN)
  return {
    target: target.id,
    cites: target.cites,
    counted: amountOf(counted, unit),
    goal: amountOf(goal.nil === FALSE ? goal.interval : ALL, unit),
    state: reached === TRUE ? 'reached' : reached === FALSE ? 'missed' : 'open',
    ...(until === undefined ? {} : { until: formatDay(until), passed: until < run.asOf }),
    subjects: {
      sure: judged.filter(({ truth }) => truth === TRUE).length,
      maybe: maybe.length,
      no: judged.filter(({ truth }) => truth === FALSE).length,
      rejected: concerned.filter(({ outcome }) => outcome === 'rejected').length,
    },
  }
}

/** Whether a subject counts: by the guard, or without one those met. */
function counts(run: Run, target: Target, { outcome, element }: Subject): Truth {
  if (outcome === 'rejected') return UNKNOWN
  if (target.when !== undefined) return truthOf(run, target.when, [element])
  return outcome === 'met' ? TRUE : outcome === 'undetermined' ? UNKNOWN : FALSE
}

/** What a subject adds: one, or its quantity; what may not count adds that or nothing. What is or may be 无 cannot be added up. */
function share(run: Run, { tally }: Target, { element }: Subject, truth: Truth): Interval {
  if (truth === FALSE) return point(ZERO)
  const quantity = tally === undefined ? between(interval(ONE, ONE)) : numberOf(run, tally, [element])
  if (quantity.nil !== FALSE) return ALL
  return truth === TRUE ? quantity.interval : hull(point(ZERO), quantity.interval)
}

function between(value: Interval): Num {
  return { interval: value, nil: FALSE }
}

function unitOf({ tally, goal }: Target): string | undefined {
  for (const expr of [goal, tally]) {
    if (expr === undefined) continue
    if (expr.kind === 'literal' && expr.literal.kind === 'number' && expr.literal.unit !== '') return expr.literal.unit
    if ('type' in expr && expr.type.kind === 'number' && expr.type.unit !== '') return expr.type.unit
  }
  return undefined
}

const MOST_DECIMALS = 12

/** Bounds as texts. */
export function amountOf({ lo, hi }: Interval, unit: string | undefined): Amount {
  return { low: lo && numberText(lo), high: hi && numberText(hi), ...(unit === undefined ? {} : { unit }) }
}

/** A decimal, or a fraction where no decimal of twelve places is exact. */
export function numberText(value: Rational): string {
  const text = toDecimalText(value, MOST_DECIMALS)
  return text.startsWith('≈') ? toFractionText(value) : text
}
