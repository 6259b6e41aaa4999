import type { Expr, ExprOf, ScoreLine } from '../../dsl/lower/program.ts'
import { addDays, addMonths, daysBetween, fullYears, partOf } from './calendar.ts'
import { ALL, held, hull, type Interval, larger, minus, over, plus, point, rounded, smaller, times } from './interval.ts'
import { countOf, quantified, ratioOf, shareOf, sumOf } from './lists.ts'
import { meetsOf } from './outcome.ts'
import { entryOf } from './parameter.ts'
import { exact, ZERO } from './rational.ts'
import { all, any, not, type Truth, truth } from './truth.ts'
import {
  agree,
  asRange,
  asText,
  asTruth,
  compareValues,
  isKnown,
  known,
  maybeNothing,
  NOTHING,
  numberValue,
  range,
  truthValue,
  unknownOf,
  type Value,
  whole,
} from './value.ts'
import { byId, elementAt, fieldOf, type Stack, standardOf, type World } from './world.ts'

/** The truth of a condition. */
export function truthOf(world: World, expr: Expr, stack: Stack): Truth {
  return asTruth(evaluate(world, expr, stack))
}

/** The value of an expression, where stack[0] is the innermost element. */
export function evaluate(world: World, expr: Expr, stack: Stack): Value {
  const value = (e: Expr): Value => evaluate(world, e, stack)
  const is = (e: Expr): Truth => truthOf(world, e, stack)
  const interval = (e: Expr): Interval => asRange(value(e))
  const dates = (from: Expr, to: Expr, f: (a: string, b: string) => number): Value => {
    const a = asText(value(from))
    const b = asText(value(to))
    return a === undefined || b === undefined ? range(ALL) : whole(f(a, b))
  }
  switch (expr.kind) {
    case 'literal':
      return literalOf(expr.literal)
    case 'time':
      return expr.time === 'year' ? whole(world.times.year) : known(world.times.asOf)
    case 'field':
      return fieldValue(world, expr, stack)
    case 'parameter': {
      const category = expr.category === undefined ? undefined : value(expr.category)
      if (category?.kind === 'unknown') return unknownOf(expr.type)
      const entry = entryOf(world, byId(world.program.parameters, expr.parameter), category && asText(category))
      return entry === undefined || category?.kind === 'nothing' ? unknownOf(expr.type) : literalOf(entry)
    }
    case 'external':
      return unknownOf(expr.type)
    case 'definition':
      return evaluate(world, byId(world.program.definitions, expr.definition).value, definitionStack(world, expr, stack))
    case 'meets':
      return truthValue(meetsOf(world, standardOf(world, expr.standard), elementAt(world, expr.place, stack)))
    case 'not':
      return truthValue(not(is(expr.operand)))
    case 'and':
      return truthValue(all(expr.items.map(is)))
    case 'or':
      return truthValue(any(expr.items.map(is)))
    case 'compare':
      return truthValue(compareOf(world, expr, stack))
    case 'between': {
      const low = compareValues(expr.lowOpen ? 'gt' : 'ge', value(expr.value), value(expr.low))
      return truthValue(all([low, compareValues(expr.highOpen ? 'lt' : 'le', value(expr.value), value(expr.high))]))
    }
    case 'in':
      return truthValue(any(expr.items.map((item) => compareValues('eq', value(expr.value), value(item)))))
    case 'has': {
      const operand = value(expr.operand)
      return truthValue(operand.kind === 'nothing' ? 'false' : maybeNothing(operand) ? 'unknown' : 'true')
    }
    case 'status':
      return truthValue(truth(isKnown(value(expr.operand)) === (expr.status === 'known')))
    case 'negate':
      return range(minus(interval(expr.operand)))
    case 'arithmetic':
      return range(arithmetic(expr.op, value(expr.left), value(expr.right)))
    case 'round':
      return range(rounded(interval(expr.value), expr.mode, exact(expr.to)))
    case 'extreme':
      return range(expr.items.map(interval).reduce(expr.which === 'larger' ? larger : smaller))
    case 'if': {
      const condition = is(expr.condition)
      if (condition === 'unknown') return agree([value(expr.then), value(expr.otherwise)])
      return value(condition === 'true' ? expr.then : expr.otherwise)
    }
    case 'reading':
      return value(armOf(world, expr))
    case 'table': {
      const open = openRows(world, expr, stack)
      return agree([
        ...open.rows.map((row) => value(row.value)),
        ...endOf(expr, open).map((end) => (end === null ? unknownOf(expr.type) : value(end))),
      ])
    }
    case 'quantifier':
      return truthValue(quantified(world, expr, stack))
    case 'count':
      return range(countOf(world, expr, stack))
    case 'sum':
      return range(sumOf(world, expr, stack))
    case 'share':
    case 'ratio': {
      // Not compared directly: while the denominator may be empty, nothing can be said.
      const { interval: outcome, empty } = expr.kind === 'share' ? shareOf(world, expr, stack) : ratioOf(world, expr, stack)
      return range(empty === 'no' ? outcome : ALL)
    }
    case 'datePart': {
      const date = asText(value(expr.of))
      return date === undefined ? range(ALL) : whole(partOf(date, expr.part))
    }
    case 'dateAdd': {
      const date = asText(value(expr.date))
      if (date === undefined) return { kind: 'unknown', maybeNothing: false }
      return known(expr.unit === 'day' ? addDays(date, expr.amount) : addMonths(date, expr.amount))
    }
    case 'daysBetween':
      return dates(expr.from, expr.to, daysBetween)
    case 'fullYears':
      return dates(expr.from, expr.to, fullYears)
    case 'score': {
      const sum = expr.lines.map((line) => lineOf(world, line, stack)).reduce(plus, point(ZERO))
      return range(within(sum, expr))
    }
    default: {
      const never: never = expr
      throw new Error(`unknown expression ${JSON.stringify(never)}`)
    }
  }
}

function literalOf(literal: ExprOf<'literal'>['literal']): Value {
  switch (literal.kind) {
    case 'number':
      return numberValue(exact(literal.value))
    case 'boolean':
      return truthValue(truth(literal.value))
    case 'year':
      return whole(literal.value)
    case 'nothing':
      return NOTHING
    case 'date':
    case 'text':
    case 'enum':
      return known(literal.value)
    default: {
      const never: never = literal
      throw new Error(`unknown literal ${JSON.stringify(never)}`)
    }
  }
}

/** The year a field is read for; undefined while it is unknown. */
export function yearRead(world: World, expr: ExprOf<'field'>, stack: Stack): number | undefined {
  if (expr.year === undefined) return world.times.year
  const year = evaluate(world, expr.year, stack)
  if (year.kind !== 'number' || !isKnown(year)) return undefined
  return Number(year.range.lo!.n / year.range.lo!.d)
}

function fieldValue(world: World, expr: ExprOf<'field'>, stack: Stack): Value {
  const element = elementAt(world, expr.place, stack)
  const fact = element.facts.get(expr.field)
  const year = yearRead(world, expr, stack)
  if (fact?.kind === 'value') return fact.value
  const ofYear = fact?.kind === 'years' && year !== undefined ? fact.years.get(year) : undefined
  if (ofYear !== undefined) return ofYear
  const field = fieldOf(world, element.entity, expr.field)
  if (field.type.kind === 'boolean' && !field.nullable) return truthValue('unknown')
  if (field.type.kind !== 'number' && field.type.kind !== 'year') return { kind: 'unknown', maybeNothing: field.nullable }
  const lo = field.low === undefined ? null : exact(field.low)
  const hi = field.high === undefined ? null : exact(field.high)
  return { kind: 'number', range: { lo, hi }, maybeNothing: field.nullable }
}

/** A definition sees its own element and nothing around it. */
export function definitionStack(world: World, expr: ExprOf<'definition'>, stack: Stack): Stack {
  return expr.place === undefined ? [] : [elementAt(world, expr.place, stack)]
}

function compareOf(world: World, expr: ExprOf<'compare'>, stack: Stack): Truth {
  const right = evaluate(world, expr.right, stack)
  const { left } = expr
  if (left.kind !== 'share' && left.kind !== 'ratio') return compareValues(expr.op, evaluate(world, left, stack), right)
  const { interval, empty } = left.kind === 'share' ? shareOf(world, left, stack) : ratioOf(world, left, stack)
  const nonEmpty = compareValues(expr.op, range(interval), right)
  if (empty === 'no') return nonEmpty
  if (left.empty === 'undetermined') return 'unknown'
  const whenEmpty = truth(left.empty === 'met')
  return empty === 'yes' || nonEmpty === whenEmpty ? whenEmpty : 'unknown'
}

function arithmetic(op: '+' | '-' | '*' | '/', left: Value, right: Value): Interval {
  if (maybeNothing(left) || maybeNothing(right)) return ALL
  const a = asRange(left)
  const b = asRange(right)
  return op === '+' ? plus(a, b) : op === '-' ? plus(a, minus(b)) : op === '*' ? times(a, b) : over(a, b)
}

/** The arm of the choice in force. */
export function armOf(world: World, expr: ExprOf<'reading'>): Expr {
  const arm = expr.arms.find((a) => a.choice === world.choices[expr.reading])
  if (arm === undefined) throw new Error(`no arm for ${expr.reading}`)
  return arm.value
}

type Row = ExprOf<'table'>['rows'][number]
/** The rows that may still give the value, and whether the walk came to the end. */
export interface OpenRows {
  readonly rows: readonly Row[]
  readonly ended: boolean
}

export function openRows(world: World, expr: ExprOf<'table'>, stack: Stack): OpenRows {
  const truthOfRow = (row: Row): Truth => all(row.tests.map((test) => truthOf(world, test, stack)))
  const sure = expr.rows.find((row) => truthOfRow(row) === 'true')
  if (expr.hit === 'unique' && sure !== undefined) return { rows: [sure], ended: false }
  const upTo = sure === undefined ? expr.rows : expr.rows.slice(0, expr.rows.indexOf(sure) + 1)
  return { rows: upTo.filter((row) => truthOfRow(row) !== 'false'), ended: sure === undefined }
}

/** What the end of the table adds: nothing, 其余, or null for unknown. */
export function endOf(expr: ExprOf<'table'>, open: OpenRows): (Expr | null)[] {
  return open.ended ? [expr.otherwise ?? null] : []
}

function within(value: Interval, bounds: { readonly floor?: string; readonly cap?: string }): Interval {
  const bound = (text: string | undefined) => (text === undefined ? undefined : exact(text))
  return held(value, bound(bounds.floor), bound(bounds.cap))
}

function lineOf(world: World, line: ScoreLine, stack: Stack): Interval {
  const value = within(asRange(evaluate(world, line.value, stack)), line)
  const when = line.when === undefined ? 'true' : truthOf(world, line.when, stack)
  return when === 'true' ? value : when === 'false' ? point(ZERO) : hull(value, point(ZERO))
}
