import type { Expr, ExprOf, ListRef } from '../../dsl/lower/program.ts'
import {
  ALL,
  addI,
  and,
  FALSE,
  fromInteger,
  hull,
  type Interval,
  interval,
  multiplyI,
  not,
  ONE,
  or,
  point,
  shareInterval,
  TRUE,
  type Truth,
  UNKNOWN,
  ZERO,
} from '../../dsl/value/index.ts'
import { absentElement, elementAt, fieldOf, type ListSeen, listOf } from './element.ts'
import type { ElementTrace, Env, Trace } from './trace-node.ts'
import { intervalOf, numberValue, truthOf, truthValue } from './value.ts'
import type { Element } from './world.ts'

type Tracer = (expr: Expr, env: Env) => Trace

interface Walk {
  readonly list: ListSeen
  readonly elements: readonly ElementTrace[]
  readonly pattern: { readonly filter?: Trace; readonly body?: Trace }
}

function walk(ref: ListRef, filter: Expr | undefined, body: Expr | undefined, env: Env, tracer: Tracer): Walk {
  const holder = elementAt(env.world, env.elements, ref.place)
  const field = fieldOf(holder, ref.field)
  const list = listOf(env.world, holder, field)
  const on = (element: Element): ElementTrace => {
    const inner = { world: env.world, elements: [element, ...env.elements] }
    return {
      element,
      ...(filter === undefined ? {} : { filter: tracer(filter, inner) }),
      ...(body === undefined ? {} : { body: tracer(body, inner) }),
    }
  }
  return { list, elements: list.elements.map(on), pattern: on(absentElement(env.world, holder, field)) }
}

/** Whether an element is in F, and whether it is P; without filter or body: yes. */
export function inFilter(element: Pick<ElementTrace, 'filter'>): Truth {
  return element.filter === undefined ? TRUE : truthOf(element.filter.value)
}

/** The truth of the body on an element; TRUE where there is none. */
export function ofBody(element: Pick<ElementTrace, 'body'>): Truth {
  return element.body === undefined ? TRUE : truthOf(element.body.value)
}

/** 每个 ∧(¬F ∨ P), 存在 ∨(F ∧ P), 没有 ¬存在; what a list may still hold is unknown. */
export function traceQuantifier(expr: ExprOf<'quantifier'>, env: Env, tracer: Tracer): Trace {
  const { list, elements, pattern } = walk(expr.list, expr.filter, expr.body, env, tracer)
  const every = expr.quantifier === 'every'
  const truths = elements.map((one) => (every ? or(not(inFilter(one)), ofBody(one)) : and(inFilter(one), ofBody(one))))
  if (list.state === 'partial') truths.push(UNKNOWN)
  const over = every ? truths.reduce<Truth>(and, TRUE) : truths.reduce<Truth>(or, FALSE)
  const truth = list.state === 'unknown' ? UNKNOWN : expr.quantifier === 'none' ? not(over) : over
  return { expr, value: truthValue(truth), parts: [], list, elements, pattern }
}

/** [number of F true, number of F not false + what the list may still hold]. */
export function traceCount(expr: ExprOf<'count'>, env: Env, tracer: Tracer): Trace {
  const { list, elements, pattern } = walk(expr.list, expr.filter, undefined, env, tracer)
  const sure = elements.filter((one) => inFilter(one) === TRUE).length
  const possible = elements.filter((one) => inFilter(one) !== FALSE).length
  const hi = list.rest === null ? null : fromInteger(possible + list.rest)
  const open = list.rest === null ? null : possible - sure + list.rest
  const tally = { hits: sure, members: elements.length, open }
  return { expr, value: numberValue(interval(fromInteger(sure), hi)), parts: [], list, elements, pattern, tally }
}

/** The sum of v over F, with what doubtful and unlisted elements may add. */
export function traceSum(expr: ExprOf<'sum'>, env: Env, tracer: Tracer): Trace {
  const { list, elements, pattern } = walk(expr.list, expr.filter, expr.value, env, tracer)
  const zero = point(ZERO)
  let sum: Interval = zero
  for (const one of elements) {
    const truth = inFilter(one)
    if (truth === FALSE) continue
    const value = intervalOf(one.body!.value)
    sum = addI(sum, truth === TRUE ? value : hull(zero, value))
  }
  if (list.rest !== 0) {
    const more = { lo: ZERO, hi: list.rest === null ? null : fromInteger(list.rest) }
    const each = hull(zero, intervalOf(pattern.body!.value))
    sum = addI(sum, multiplyI(more, each))
  }
  return { expr, value: numberValue(sum), parts: [], list, elements, pattern }
}

/** The share of P in F with the counts it rests on. */
export function traceShare(expr: ExprOf<'share'>, env: Env, tracer: Tracer): Trace {
  const { list, elements, pattern } = walk(expr.list, expr.filter, expr.body, env, tracer)
  const count = (test: (f: Truth, p: Truth) => boolean): number =>
    elements.filter((one) => test(inFilter(one), ofBody(one))).length
  const members = count((f) => f === TRUE)
  const hits = count((f, p) => f === TRUE && p === TRUE)
  const misses = count((f, p) => f === TRUE && p === FALSE)
  const possibleHits = count((f, p) => f !== FALSE && p !== FALSE)
  const possibleMisses = count((f, p) => f !== FALSE && p !== TRUE)
  const doubtful = count((f) => f !== FALSE) - hits - misses
  const k = list.rest
  const outcome =
    k === null
      ? { interval: interval(ZERO, ONE), empty: members > 0 ? ('no' as const) : ('maybe' as const) }
      : shareInterval(hits, misses, possibleHits + k, possibleMisses + k, members)
  const range = outcome.interval ?? ALL
  const value = numberValue(outcome.empty === 'no' ? range : ALL)
  const tally = { hits, members, open: k === null ? null : doubtful + k }
  return { expr, value, parts: [], list, elements, pattern, tally, denominator: { interval: range, empty: outcome.empty } }
}
