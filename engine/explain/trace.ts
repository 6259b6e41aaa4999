import type { Expr, ExprOf, Literal } from '../../dsl/lower/program.ts'
import {
  ALL,
  addDays,
  addI,
  addMonths,
  and,
  dayOfMonth,
  daysBetween,
  divideI,
  FALSE,
  formatDay,
  fromBoolean,
  fromInteger,
  fullYears,
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
import { elementAt, fieldOf } from './element.ts'
import { factOf } from './fact.ts'
import { entryOf } from './parameter.ts'
import { traceStandard } from './standard.ts'
import { compareShare, traceRatio, traceScore, traceTable } from './trace-branch.ts'
import { traceCount, traceQuantifier, traceShare, traceSum } from './trace-list.ts'
import type { Env, Trace } from './trace-node.ts'
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
import { named } from './world.ts'

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

/** What an expression of this type is while nothing is known about it. */
export function unknownFor(kind: string): Value {
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
      return { ...done(truthValue(standard.meets)), standard, at }
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
      return traceTable(expr, env, trace)
    case 'quantifier':
      return traceQuantifier(expr, env, trace)
    case 'count':
      return traceCount(expr, env, trace)
    case 'sum':
      return traceSum(expr, env, trace)
    case 'share':
      return traceShare(expr, env, trace)
    case 'ratio':
      return traceRatio(expr, env, trace)
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
      return traceScore(expr, env, trace)
    default: {
      const unreachable: never = expr
      throw new RangeError(String(unreachable))
    }
  }
}
