import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { absent, type Element } from './element.ts'
import { evaluate, truthOf } from './evaluate.ts'
import { ALL, hull, type Interval, isPoint, over, plus, point, times } from './interval.ts'
import { ONE, q, same, ZERO } from './rational.ts'
import { all, any, not, type Truth } from './truth.ts'
import { asRange, maybeNothing } from './value.ts'
import { type Given, listAt, type Stack, type World } from './world.ts'

/** F of an element: true where no filter is written. */
export function filterOf(world: World, filter: Expr | undefined, element: Element, stack: Stack): Truth {
  return filter === undefined ? 'true' : truthOf(world, filter, [element, ...stack])
}

/** every ∧(¬F ∨ P), some ∨(F ∧ P), none ¬some; a partial list adds one unknown. */
export function quantified(world: World, expr: ExprOf<'quantifier'>, stack: Stack): Truth {
  const list = listAt(world, expr.list, stack)
  if (list.state === 'unknown') return 'unknown'
  const more: Truth[] = list.state === 'partial' ? ['unknown'] : []
  const f = list.elements.map((e) => filterOf(world, expr.filter, e, stack))
  const p = list.elements.map((e) => filterOf(world, expr.body, e, stack))
  if (expr.quantifier === 'every') return all([...f.map((t, i) => any([not(t), p[i]!])), ...more])
  const some = any([...f.map((t, i) => all([t, p[i]!])), ...more])
  return expr.quantifier === 'some' ? some : not(some)
}

const whole = (n: number): Interval => point(q(BigInt(n)))
const upTo = (n: number | null): Interval => ({ lo: ZERO, hi: n === null ? null : q(BigInt(n)) })

/** [F true, F not false + what the list may still hold]. */
export function countOf(world: World, expr: ExprOf<'count'>, stack: Stack): Interval {
  const list = listAt(world, expr.list, stack)
  const f = list.elements.map((e) => filterOf(world, expr.filter, e, stack))
  const sure = f.filter((t) => t === 'true').length
  const open = f.filter((t) => t === 'unknown').length
  return plus(whole(sure), plus(upTo(open), upTo(list.room)))
}

/** Element by element: v, 0, or the hull of both; then what the list may still hold. */
export function sumOf(world: World, expr: ExprOf<'sum'>, stack: Stack): Interval {
  const list = listAt(world, expr.list, stack)
  const valueFor = (element: Element): Interval | undefined => {
    const value = evaluate(world, expr.value, [element, ...stack])
    return maybeNothing(value) ? undefined : asRange(value)
  }
  let sum = whole(0)
  for (const element of list.elements) {
    const f = filterOf(world, expr.filter, element, stack)
    if (f === 'false') continue
    const value = valueFor(element)
    if (value === undefined) return ALL
    sum = plus(sum, f === 'true' ? value : hull(whole(0), value))
  }
  if (list.room === 0) return sum
  const unseen = valueFor(absent(expr.list.of, `${list.path}[*]`))
  return unseen === undefined ? ALL : plus(sum, times(upTo(list.room), hull(whole(0), unseen)))
}

/** An outcome as if the denominator were not empty, and whether it is. */
export interface Quotient {
  readonly interval: Interval
  readonly empty: 'no' | 'perhaps' | 'yes'
}

/** T, N the sure hits and misses, T⁺, N⁺ the possible ones. */
export function shareOf(world: World, expr: ExprOf<'share'>, stack: Stack): Quotient {
  const list: Given = listAt(world, expr.list, stack)
  const pairs = list.elements.map((e) => [filterOf(world, expr.filter, e, stack), filterOf(world, expr.body, e, stack)] as const)
  const hits = pairs.filter(([f, p]) => f === 'true' && p === 'true').length
  const misses = pairs.filter(([f, p]) => f === 'true' && p === 'false').length
  const sure = pairs.some(([f]) => f === 'true')
  if (list.room === null) return { interval: { lo: ZERO, hi: ONE }, empty: sure ? 'no' : 'perhaps' }
  const possibleHits = pairs.filter(([f, p]) => f !== 'false' && p !== 'false').length + list.room
  const possibleMisses = pairs.filter(([f, p]) => f !== 'false' && p !== 'true').length + list.room
  const possible = pairs.some(([f]) => f !== 'false') || list.room > 0
  // With no possible miss every outcome that is not empty is all hits, and with no possible hit all misses.
  const lo = hits + possibleMisses === 0 ? ONE : q(BigInt(hits), BigInt(hits + possibleMisses))
  const hi = possibleHits + misses === 0 ? ZERO : q(BigInt(possibleHits), BigInt(possibleHits + misses))
  if (!possible) return { interval: ALL, empty: 'yes' }
  return { interval: { lo, hi }, empty: sure ? 'no' : 'perhaps' }
}

/** part ÷ whole; everything while the whole may be 0. */
export function ratioOf(world: World, expr: ExprOf<'ratio'>, stack: Stack): Quotient {
  const part = evaluate(world, expr.part, stack)
  const bottom = asRange(evaluate(world, expr.whole, stack))
  if (isPoint(bottom) && same(bottom.lo!, ZERO)) return { interval: ALL, empty: 'yes' }
  const mayBeZero = (bottom.lo === null || bottom.lo.n <= 0n) && (bottom.hi === null || bottom.hi.n >= 0n)
  return { interval: mayBeZero ? ALL : over(asRange(part), bottom), empty: mayBeZero ? 'perhaps' : 'no' }
}
