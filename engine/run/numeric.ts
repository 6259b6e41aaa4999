import type { Expr, ExprOf, Literal } from '../../dsl/lower/program.ts'
import { type Day, dayOfMonth, daysBetween, fullYears, monthOf, yearOf } from '../../dsl/value/date.ts'
import {
  ALL,
  addI,
  divideI,
  type Interval,
  isPoint,
  maximumI,
  minimumI,
  multiplyI,
  negateI,
  roundI,
  subtractI,
} from '../../dsl/value/interval.ts'
import { fromInteger, ONE, parseRational, type Rational, ZERO } from '../../dsl/value/rational.ts'
import { FALSE, UNKNOWN } from '../../dsl/value/truth.ts'
import { NIL } from '../facts/element.ts'
import { armOf, type Branches, branchesOfIf, branchesOfTable } from './branches.ts'
import { readField } from './field.ts'
import { countOf, shareOf, sumOf } from './lists.ts'
import { ALL_NUMBERS, between, hullOf, known, NOTHING, type Num, whole } from './number.ts'
import type { Env, Run } from './scope.ts'
import { scoreOf } from './score.ts'
import { parameterOf } from './truth.ts'
import { definitionEnv, plainOf } from './values.ts'

/** The number an expression of a number kind comes to. */
export function numberOf(run: Run, expr: Expr, env: Env): Num {
  switch (expr.kind) {
    case 'literal':
      return literalNumber(expr.literal)
    case 'time':
      return whole(run.year)
    case 'field': {
      const { field, fact } = readField(run, expr, env)
      const value = fact?.value
      if (value === NIL) return NOTHING
      if (typeof value === 'object') return known(value)
      return { interval: { lo: field.low, hi: field.high }, nil: field.field.nullable ? UNKNOWN : FALSE }
    }
    case 'parameter': {
      const literal = parameterOf(run, expr, env)
      return literal === undefined ? ALL_NUMBERS : literalNumber(literal)
    }
    case 'external':
      return ALL_NUMBERS
    case 'definition':
      return numberOf(run, run.model.definitions.get(expr.definition)!.value, definitionEnv(run, expr, env))
    case 'negate':
      return between(negateI(spanOf(run, expr.operand, env)))
    case 'arithmetic':
      return arithmetic(expr.op, numberOf(run, expr.left, env), numberOf(run, expr.right, env))
    case 'round':
      return between(roundI(spanOf(run, expr.value, env), expr.mode, rationalOf(expr.to)))
    case 'extreme': {
      const spans = expr.items.map((item) => spanOf(run, item, env))
      return between(spans.reduce(expr.which === 'larger' ? maximumI : minimumI))
    }
    case 'if':
      return hullOfBranches(run, branchesOfIf(run, expr, env), env)
    case 'reading':
      return numberOf(run, armOf(run, expr), env)
    case 'table':
      return hullOfBranches(run, branchesOfTable(run, expr, env), env)
    case 'count':
      return between(countOf(run, expr, env))
    case 'sum':
      return between(sumOf(run, expr, env))
    case 'share': {
      const { interval, empty } = shareOf(run, expr, env)
      return empty === 'no' ? between(interval) : ALL_NUMBERS
    }
    case 'ratio':
      return between(ratioOf(run, expr, env).interval)
    case 'datePart':
      return ofDates(run, [expr.of], env, ([date]) => partOf(expr.part, date!))
    case 'daysBetween':
      return ofDates(run, [expr.from, expr.to], env, ([from, to]) => daysBetween(from!, to!))
    case 'fullYears':
      return ofDates(run, [expr.from, expr.to], env, ([from, to]) => fullYears(from!, to!))
    case 'score':
      return between(scoreOf(run, expr, env))
    default:
      throw new RangeError(`not a number: ${expr.kind}`)
  }
}

/** The interval of a number for arithmetic: ALL for what is or may be 无. */
export function spanOf(run: Run, expr: Expr, env: Env): Interval {
  const { interval, nil } = numberOf(run, expr, env)
  return nil === FALSE ? interval : ALL
}

/** A ratio, and whether its whole is zero. The interval is ALL while it may be. */
export function ratioOf(
  run: Run,
  expr: ExprOf<'ratio'>,
  env: Env,
): { readonly interval: Interval; readonly empty: 'no' | 'maybe' | 'yes' } {
  const whole = spanOf(run, expr.whole, env)
  const interval = divideI(spanOf(run, expr.part, env), whole)
  if (isZero(whole)) return { interval: ALL, empty: 'yes' }
  return { interval, empty: holdsZero(whole) ? 'maybe' : 'no' }
}

/** Whether an interval is the point 0. */
export function isZero(a: Interval): boolean {
  return isPoint(a) && a.lo!.n === 0n
}

function holdsZero(a: Interval): boolean {
  return (a.lo === null || a.lo.n <= 0n) && (a.hi === null || a.hi.n >= 0n)
}

function literalNumber(literal: Literal): Num {
  switch (literal.kind) {
    case 'number':
      return known(rationalOf(literal.value))
    case 'year':
      return whole(literal.value)
    case 'nothing':
      return NOTHING
    default:
      return ALL_NUMBERS
  }
}

const RATIONALS = new Map<string, Rational>([
  ['0', ZERO],
  ['1', ONE],
])
const MOST_KEPT = 10_000

/** The rational a program's number text stands for. Throws RangeError for a text that is no number. */
export function rationalOf(text: string): Rational {
  const kept = RATIONALS.get(text)
  if (kept !== undefined) return kept
  const value = parseRational(text)
  if (value === undefined) throw new RangeError(`not a number: ${text}`)
  if (RATIONALS.size < MOST_KEPT) RATIONALS.set(text, value)
  return value
}

function arithmetic(op: '+' | '-' | '*' | '/', left: Num, right: Num): Num {
  // Also 0 × 无: what is not there cannot be counted with.
  return left.nil === FALSE && right.nil === FALSE ? between(combined(op, left.interval, right.interval)) : ALL_NUMBERS
}

function combined(op: '+' | '-' | '*' | '/', a: Interval, b: Interval): Interval {
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
      return unreachable
    }
  }
}

function hullOfBranches(run: Run, { candidates, gap }: Branches, env: Env): Num {
  const numbers = candidates.map((candidate) =>
    candidate.kind === 'literal' ? literalNumber(candidate.literal) : numberOf(run, candidate, env),
  )
  return (gap ? [...numbers, ALL_NUMBERS] : numbers).reduce(hullOf)
}

function partOf(part: 'year' | 'month' | 'day', date: Day): number {
  return part === 'year' ? yearOf(date) : part === 'month' ? monthOf(date) : dayOfMonth(date)
}

function ofDates(run: Run, exprs: readonly Expr[], env: Env, compute: (days: readonly Day[]) => number): Num {
  const days = exprs.map((expr) => plainOf(run, expr, env))
  const all = days.filter((date) => typeof date === 'number')
  return all.length === days.length ? known(fromInteger(compute(all))) : ALL_NUMBERS
}
