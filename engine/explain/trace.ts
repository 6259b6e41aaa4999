import type { Expr, ExprOf, Literal, ParameterEntry, ScoreLine } from '../../dsl/lower/program.ts'
import {
  ALL,
  addDays,
  addI,
  addMonths,
  and,
  compareI,
  dayOfMonth,
  daysBetween,
  divideI,
  FALSE,
  formatDay,
  fromBoolean,
  fromInteger,
  fullYears,
  hull,
  type Interval,
  isPoint,
  maximumI,
  minimumI,
  monthOf,
  multiplyI,
  negateI,
  not,
  or,
  parseDay,
  parseRational,
  point,
  type Rational,
  roundI,
  subtractI,
  TRUE,
  type Truth,
  UNKNOWN,
  yearOf,
  ZERO,
} from '../../dsl/value/index.ts'
import { elementAt, type FactSeen, factOf, fieldOf, type ListSeen } from './fact.ts'
import { entryOf } from './parameter.ts'
import { type StandardTrace, traceStandard } from './standard.ts'
import { traceCount, traceQuantifier, traceShare, traceSum } from './trace-list.ts'
import {
  compareValues,
  hasValue,
  intervalOf,
  isKnown,
  joinValues,
  NOTHING_PLAIN,
  numberValue,
  plainValue,
  truthOf,
  truthValue,
  UNKNOWN_PLAIN,
  type Value,
} from './value.ts'
import { type Element, named, type World } from './world.ts'

/** Where an expression is evaluated: the enclosing elements, innermost first. */
export interface Env {
  readonly world: World
  readonly elements: readonly Element[]
}

/** One element of a quantified list, with what was asked of it. */
export interface ElementTrace {
  readonly element: Element
  readonly filter?: Trace
  readonly body?: Trace
}

/** A share in numbers: sure hits, sure members, and how many more may be either. */
export interface Tally {
  readonly hits: number
  readonly members: number
  readonly open: number | null
}

/** A share or ratio: the interval over its non-empty outcomes and whether its denominator is zero. */
export interface Denominator {
  readonly interval: Interval
  readonly empty: 'no' | 'maybe' | 'yes'
}

/** A line of a score with the points it gave. */
export interface LineTrace {
  readonly line: ScoreLine
  readonly points: Interval
  readonly value: Trace
  readonly when?: Trace
}

/** An expression with everything that went into its value. Independent of the compiled closures: the two check each other. */
export interface Trace {
  readonly expr: Expr
  readonly value: Value
  /** operands in reading order */
  readonly parts: readonly Trace[]
  readonly fact?: FactSeen
  readonly entry?: ParameterEntry
  readonly list?: ListSeen
  readonly elements?: readonly ElementTrace[]
  /** filter and body on an element nothing is known about */
  readonly pattern?: { readonly filter?: Trace; readonly body?: Trace }
  readonly tally?: Tally
  readonly denominator?: Denominator
  /** if, table, reading: the part that gives the value, when it is known which */
  readonly branch?: Trace
  /** table rows: the truth of each */
  readonly rows?: readonly Truth[]
  readonly standard?: StandardTrace
  readonly lines?: readonly LineTrace[]
  readonly at?: Element
}

function literalValue(literal: Literal): Value {
  switch (literal.kind) {
    case 'number':
      return numberValue(point(parseRational(literal.value) ?? ZERO))
    case 'boolean':
      return truthValue(fromBoolean(literal.value))
    case 'year':
      return numberValue(point(fromInteger(literal.value)))
    case 'date':
    case 'text':
    case 'enum':
      return plainValue(literal.value)
    case 'nothing':
      return NOTHING_PLAIN
    default: {
      const unreachable: never = literal
      throw new RangeError(String(unreachable))
    }
  }
}

function unknownFor(kind: string): Value {
  return kind === 'boolean' ? truthValue(UNKNOWN) : kind === 'number' || kind === 'year' ? numberValue(ALL) : UNKNOWN_PLAIN
}

function pointOf(value: Value): Rational | undefined {
  return value.kind === 'number' && value.nothing === 'no' && isPoint(value.interval) ? value.interval.lo! : undefined
}

function dayOf(value: Value): number | undefined {
  return value.kind === 'plain' && value.state === 'known' ? parseDay(value.text) : undefined
}

/** The number of a function of known dates; every number while one is unknown. */
function ofDays(values: readonly Value[], f: (...days: number[]) => number): Value {
  const days = values.map(dayOf)
  return numberValue(days.includes(undefined) ? ALL : point(fromInteger(f(...(days as number[])))))
}

function arithmetic(op: ExprOf<'arithmetic'>['op'], a: Interval, b: Interval): Interval {
  switch (op) {
    case '+':
      return addI(a, b)
    case '-':
      return subtractI(a, b)
    case '*':
      return multiplyI(a, b)
    case '/':
      return divideI(a, b)
    default: {
      const unreachable: never = op
      throw new RangeError(String(unreachable))
    }
  }
}

/** A comparison one side of which is a share or ratio that says what an empty denominator means. */
function compareShare(expr: ExprOf<'compare'>, share: Trace, right: Value): Truth {
  const { interval: range, empty } = share.denominator!
  const policy = (share.expr as ExprOf<'share' | 'ratio'>).empty
  const inner = compareValues(expr.op, numberValue(range), right)
  if (empty === 'no') return inner
  if (policy === 'undetermined') return UNKNOWN
  const whenEmpty = fromBoolean(policy === 'met')
  return empty === 'yes' || inner === whenEmpty ? whenEmpty : UNKNOWN
}

function traceRatio(expr: ExprOf<'ratio'>, env: Env): Trace {
  const parts = [trace(expr.part, env), trace(expr.whole, env)]
  const whole = intervalOf(parts[1]!.value)
  const holdsZero = compareI('ne', whole, point(ZERO)) !== TRUE
  const empty = !holdsZero ? 'no' : isPoint(whole) ? 'yes' : 'maybe'
  const range = divideI(intervalOf(parts[0]!.value), whole)
  return { expr, value: numberValue(empty === 'no' ? range : ALL), parts, denominator: { interval: range, empty } }
}

function traceTable(expr: ExprOf<'table'>, env: Env): Trace {
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

function traceScore(expr: ExprOf<'score'>, env: Env): Trace {
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

/** Evaluates an expression keeping every step, as docs/semantics.md §2 says. */
export function trace(expr: Expr, env: Env): Trace {
  const { world, elements } = env
  const done = (value: Value, ...parts: Trace[]): Trace => ({ expr, value, parts })
  switch (expr.kind) {
    case 'literal':
      return done(literalValue(expr.literal))
    case 'field': {
      const element = elementAt(world, elements, expr.place)
      const year = expr.year === undefined ? undefined : trace(expr.year, env)
      const exact = year === undefined ? undefined : pointOf(year.value)
      const wanted = year === undefined ? undefined : exact === undefined ? 'unknown' : Number(exact.n)
      const fact = factOf(world, element, fieldOf(element, expr.field), wanted)
      return { expr, value: fact.value, parts: year === undefined ? [] : [year], fact, at: element }
    }
    case 'parameter': {
      const category = expr.category === undefined ? undefined : trace(expr.category, env)
      const key = category?.value.kind === 'plain' && category.value.state === 'known' ? category.value.text : undefined
      const open = category !== undefined && key === undefined
      const entry = open ? undefined : entryOf(world, named(world.parameters, expr.parameter), key)
      const value = entry === undefined ? unknownFor(expr.type.kind) : literalValue(entry.value)
      return { expr, value, parts: category === undefined ? [] : [category], ...(entry === undefined ? {} : { entry }) }
    }
    case 'external':
      return done(unknownFor(expr.type.kind))
    case 'definition': {
      const at = expr.place === undefined ? undefined : elementAt(world, elements, expr.place)
      const inner = trace(named(world.definitions, expr.definition).value, { world, elements: at === undefined ? [] : [at] })
      return { expr, value: inner.value, parts: [inner], ...(at === undefined ? {} : { at }) }
    }
    case 'meets': {
      const at = elementAt(world, elements, expr.place)
      const standard = traceStandard(named(world.standards, expr.standard), { world, elements: [at] })
      const truth = standard.outcome === 'met' ? TRUE : standard.outcome === 'undetermined' ? UNKNOWN : FALSE
      return { ...done(truthValue(truth)), standard, at }
    }
    case 'time':
      return done(expr.time === 'year' ? numberValue(point(fromInteger(world.times.year))) : plainValue(world.times.asOf))
    case 'not': {
      const operand = trace(expr.operand, env)
      return done(truthValue(not(truthOf(operand.value))), operand)
    }
    case 'and':
    case 'or': {
      const parts = expr.items.map((item) => trace(item, env))
      const [join, start] = expr.kind === 'and' ? [and, TRUE] : [or, FALSE]
      return done(truthValue(parts.map((part) => truthOf(part.value)).reduce<Truth>(join, start)), ...parts)
    }
    case 'compare': {
      const [left, right] = [trace(expr.left, env), trace(expr.right, env)]
      const direct = left.denominator !== undefined && (left.expr.kind === 'share' || left.expr.kind === 'ratio')
      const truth = direct ? compareShare(expr, left, right.value) : compareValues(expr.op, left.value, right.value)
      return done(truthValue(truth), left, right)
    }
    case 'between': {
      const parts = [expr.value, expr.low, expr.high].map((part) => trace(part, env))
      const [value, low, high] = parts.map((part) => part.value) as [Value, Value, Value]
      const above = compareValues(expr.lowOpen ? 'gt' : 'ge', value, low)
      return done(truthValue(and(above, compareValues(expr.highOpen ? 'lt' : 'le', value, high))), ...parts)
    }
    case 'in': {
      const [value, ...items] = [expr.value, ...expr.items].map((part) => trace(part, env)) as [Trace, ...Trace[]]
      const truth = items.map((item) => compareValues('eq', value.value, item.value)).reduce<Truth>(or, FALSE)
      return done(truthValue(truth), value, ...items)
    }
    case 'has': {
      const operand = trace(expr.operand, env)
      return done(truthValue(hasValue(operand.value)), operand)
    }
    case 'status': {
      const operand = trace(expr.operand, env)
      return done(truthValue(fromBoolean(isKnown(operand.value) === (expr.status === 'known'))), operand)
    }
    case 'negate': {
      const operand = trace(expr.operand, env)
      return done(numberValue(negateI(intervalOf(operand.value))), operand)
    }
    case 'arithmetic': {
      const [left, right] = [trace(expr.left, env), trace(expr.right, env)]
      return done(numberValue(arithmetic(expr.op, intervalOf(left.value), intervalOf(right.value))), left, right)
    }
    case 'round': {
      const operand = trace(expr.value, env)
      return done(numberValue(roundI(intervalOf(operand.value), expr.mode, parseRational(expr.to)!)), operand)
    }
    case 'extreme': {
      const parts = expr.items.map((item) => trace(item, env))
      const join = expr.which === 'larger' ? maximumI : minimumI
      return done(numberValue(parts.map((part) => intervalOf(part.value)).reduce((a, b) => join(a, b))), ...parts)
    }
    case 'if': {
      const parts = [expr.condition, expr.then, expr.otherwise].map((part) => trace(part, env)) as [Trace, Trace, Trace]
      const truth = truthOf(parts[0].value)
      const branch = truth === TRUE ? parts[1] : truth === FALSE ? parts[2] : undefined
      const value = branch?.value ?? joinValues(parts[1].value, parts[2].value)
      return { expr, value, parts, ...(branch === undefined ? {} : { branch }) }
    }
    case 'reading': {
      const arm = expr.arms.find((one) => one.choice === world.readings[expr.reading])
      if (arm === undefined) throw new RangeError(`no arm of ${expr.reading} for ${world.readings[expr.reading]}`)
      const branch = trace(arm.value, env)
      return { expr, value: branch.value, parts: [branch], branch }
    }
    case 'table':
      return traceTable(expr, env)
    case 'quantifier':
      return traceQuantifier(expr, env, trace)
    case 'count':
      return traceCount(expr, env, trace)
    case 'sum':
      return traceSum(expr, env, trace)
    case 'share':
      return traceShare(expr, env, trace)
    case 'ratio':
      return traceRatio(expr, env)
    case 'datePart': {
      const operand = trace(expr.of, env)
      const part = { year: yearOf, month: monthOf, day: dayOfMonth }[expr.part]
      return done(ofDays([operand.value], part), operand)
    }
    case 'dateAdd': {
      const operand = trace(expr.date, env)
      const day = dayOf(operand.value)
      const add = expr.unit === 'day' ? addDays : addMonths
      return done(day === undefined ? UNKNOWN_PLAIN : plainValue(formatDay(add(day, expr.amount))), operand)
    }
    case 'daysBetween':
    case 'fullYears': {
      const parts = [trace(expr.from, env), trace(expr.to, env)]
      const values = parts.map((part) => part.value)
      return done(ofDays(values, expr.kind === 'fullYears' ? fullYears : daysBetween), ...parts)
    }
    case 'score':
      return traceScore(expr, env)
    default: {
      const unreachable: never = expr
      throw new RangeError(String(unreachable))
    }
  }
}
