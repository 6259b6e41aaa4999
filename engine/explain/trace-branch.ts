import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import {
  ALL,
  addI,
  and,
  compareI,
  divideI,
  FALSE,
  fromBoolean,
  hull,
  type Interval,
  isPoint,
  maximumI,
  minimumI,
  parseRational,
  point,
  TRUE,
  type Truth,
  UNKNOWN,
  ZERO,
} from '../../dsl/value/index.ts'
import { unknownFor } from './trace.ts'
import type { Env, LineTrace, Trace } from './trace-node.ts'
import { compareValues, intervalOf, joinValues, numberValue, truthOf, type Value } from './value.ts'

type Tracer = (expr: Expr, env: Env) => Trace

/** A comparison one side of which is a share or ratio that says what an empty denominator means. */
export function compareShare(expr: ExprOf<'compare'>, share: Trace, right: Value): Truth {
  const { interval: range, empty } = share.denominator!
  const policy = (share.expr as ExprOf<'share' | 'ratio'>).empty
  const inner = compareValues(expr.op, numberValue(range), right)
  if (empty === 'no') return inner
  if (policy === 'undetermined') return UNKNOWN
  const whenEmpty = fromBoolean(policy === 'met')
  return empty === 'yes' || inner === whenEmpty ? whenEmpty : UNKNOWN
}

/** part ÷ whole, and whether the whole is or may be zero. */
export function traceRatio(expr: ExprOf<'ratio'>, env: Env, trace: Tracer): Trace {
  const parts = [trace(expr.part, env), trace(expr.whole, env)]
  const whole = intervalOf(parts[1]!.value)
  const holdsZero = compareI('ne', whole, point(ZERO)) !== TRUE
  const empty = !holdsZero ? 'no' : isPoint(whole) ? 'yes' : 'maybe'
  const range = divideI(intervalOf(parts[0]!.value), whole)
  return { expr, value: numberValue(empty === 'no' ? range : ALL), parts, denominator: { interval: range, empty } }
}

/** The value of the row that holds, or what the rows that may hold agree on. */
export function traceTable(expr: ExprOf<'table'>, env: Env, trace: Tracer): Trace {
  const parts: Trace[] = []
  const rows: Truth[] = []
  let candidates: Trace[] = []
  let ended = false
  for (const row of expr.rows) {
    const tests = row.tests.map((test) => trace(test, env))
    const value = trace(row.value, env)
    const truth = tests.map((test) => truthOf(test.value)).reduce(and, TRUE)
    rows.push(truth)
    parts.push(...tests, value)
    if (ended || truth === FALSE) continue
    if (truth === TRUE && expr.hit === 'unique') candidates = []
    candidates.push(value)
    ended = truth === TRUE
  }
  let value: Value | undefined
  if (!ended && expr.otherwise !== undefined) candidates.push(trace(expr.otherwise, env))
  for (const candidate of candidates) value = value === undefined ? candidate.value : joinValues(value, candidate.value)
  if (!ended && expr.otherwise === undefined) value = unknownFor(expr.type.kind)
  return { expr, value: value!, parts, rows, ...(candidates.length === 1 ? { branch: candidates[0]! } : {}) }
}

/** The sum of the lines, each between its floor and its cap. */
export function traceScore(expr: ExprOf<'score'>, env: Env, trace: Tracer): Trace {
  const bound = (text: string | undefined) => (text === undefined ? null : (parseRational(text) ?? null))
  const held = (value: Interval, floor: string | undefined, cap: string | undefined): Interval => {
    const [low, high] = [bound(floor), bound(cap)]
    const above = low === null ? value : maximumI(value, point(low))
    return high === null ? above : minimumI(above, point(high))
  }
  let sum = point(ZERO)
  const lines: LineTrace[] = []
  for (const line of expr.lines) {
    const value = trace(line.value, env)
    const points = held(intervalOf(value.value), line.floor, line.cap)
    const when = line.when === undefined ? undefined : trace(line.when, env)
    const holds = when === undefined ? TRUE : truthOf(when.value)
    const range = holds === TRUE ? points : holds === FALSE ? point(ZERO) : hull(points, point(ZERO))
    sum = addI(sum, range)
    lines.push({ line, points: range, value, ...(when === undefined ? {} : { when }) })
  }
  const parts = lines.flatMap(({ when, value }) => (when === undefined ? [value] : [when, value]))
  return { expr, value: numberValue(held(sum, expr.floor, expr.cap)), parts, lines }
}
