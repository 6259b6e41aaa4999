import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { ALL, addI, hull, type Interval, interval, multiplyI, point } from '../../dsl/value/interval.ts'
import { fromInteger, maximum, minimum, ONE, ZERO } from '../../dsl/value/rational.ts'
import { shareInterval } from '../../dsl/value/share.ts'
import { and, FALSE, not, or, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { numberOf } from './numeric.ts'
import { type Env, listAt, type Run, unseen } from './scope.ts'
import { truthOf } from './truth.ts'

/** Whether an optional condition holds; TRUE where there is none. */
export function heldBy(run: Run, condition: Expr | undefined, env: Env): Truth {
  return condition === undefined ? TRUE : truthOf(run, condition, env)
}

/** 每个, 存在, 没有. */
export function quantified(run: Run, expr: ExprOf<'quantifier'>, env: Env): Truth {
  const list = listAt(run, expr.list, env)
  if (list.state === 'unknown') return UNKNOWN
  // 每个 F 满足 P is the negation of 存在 F 满足 非 P.
  const every = expr.quantifier === 'every'
  let found: Truth = list.state === 'partial' ? UNKNOWN : FALSE
  for (const element of list.elements) {
    const inner = [...env, element]
    const filter = heldBy(run, expr.filter, inner)
    if (filter === FALSE) continue
    const body = heldBy(run, expr.body, inner)
    found = or(found, and(filter, every ? not(body) : body))
    if (found === TRUE) break
  }
  return expr.quantifier === 'some' ? found : not(found)
}

/** How many elements there are, or are in F. */
export function countOf(run: Run, expr: ExprOf<'count'>, env: Env): Interval {
  const list = listAt(run, expr.list, env)
  let sure = 0
  let possible = 0
  for (const element of list.elements) {
    const filter = heldBy(run, expr.filter, [...env, element])
    if (filter === TRUE) sure++
    if (filter !== FALSE) possible++
  }
  return interval(fromInteger(sure), list.more === null ? null : fromInteger(possible + list.more))
}

const NONE: Interval = point(ZERO)

/** The sum of a value over the elements in F. */
export function sumOf(run: Run, expr: ExprOf<'sum'>, env: Env): Interval {
  const list = listAt(run, expr.list, env)
  let total = NONE
  for (const element of list.elements) {
    const inner = [...env, element]
    const filter = heldBy(run, expr.filter, inner)
    if (filter === FALSE) continue
    const value = numberOf(run, expr.value, inner)
    if (value.nil !== FALSE) return ALL
    total = addI(total, filter === TRUE ? value.interval : hull(NONE, value.interval))
  }
  if (list.more === 0) return total
  const other = numberOf(run, expr.value, [...env, unseen(run, list)])
  if (other.nil !== FALSE) return ALL
  const each = hull(NONE, other.interval)
  const most = { lo: each.lo && minimum(ZERO, each.lo), hi: each.hi && maximum(ZERO, each.hi) }
  return addI(total, multiplyI({ lo: ZERO, hi: list.more === null ? null : fromInteger(list.more) }, most))
}

/** The share of P in F. The interval is over the outcomes in which F has an element. */
export function shareOf(
  run: Run,
  expr: ExprOf<'share'>,
  env: Env,
): { readonly interval: Interval; readonly empty: 'no' | 'maybe' | 'yes' } {
  const list = listAt(run, expr.list, env)
  let [hits, misses, possibleHits, possibleMisses, members] = [0, 0, 0, 0, 0]
  for (const element of list.elements) {
    const inner = [...env, element]
    const filter = heldBy(run, expr.filter, inner)
    if (filter === FALSE) continue
    const body = truthOf(run, expr.body, inner)
    if (filter === TRUE) {
      members++
      if (body === TRUE) hits++
      if (body === FALSE) misses++
    }
    if (body !== FALSE) possibleHits++
    if (body !== TRUE) possibleMisses++
  }
  if (list.more === null) return { interval: { lo: ZERO, hi: ONE }, empty: members > 0 ? 'no' : 'maybe' }
  const share = shareInterval(hits, misses, possibleHits + list.more, possibleMisses + list.more, members)
  return { interval: share.interval ?? ALL, empty: share.empty }
}
