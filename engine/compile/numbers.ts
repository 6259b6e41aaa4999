import type { Expr, ExprOf, Literal } from '../../dsl/lower/program.ts'
import { dayOfMonth, fullYears, monthOf, yearOf } from '../../dsl/value/date.ts'
import { decimals, multiply, type Rational, rational } from '../../dsl/value/rational.ts'
import { rationalOf } from '../run/numeric.ts'
import { parameterValue } from '../run/parameter.ts'
import { countIn, sumIn } from './aggregates.ts'
import { arithmetic, choice } from './arithmetic.ts'
import * as OP from './op.ts'

import { roundTo } from './rounding.ts'
import { scoreIn } from './score.ts'
import { type Frame, keep, type Shop, siteOf, slotOf } from './site.ts'
import { compileDate, enumAt } from './values.ts'

/** A double for a row of the innermost region. */
export type NumberAt = (row: number) => number

/**
 * A number as whole multiples of 1/scale. `point`: NaN while it is not known, or not exactly in a double; Infinity for 无 (only if nullable).
 * `low` and `high`: where it lies; NaN when only the exact evaluator can tell.
 */
export interface QuickNumber {
  readonly scale: number
  readonly nullable: boolean
  readonly point: NumberAt
  readonly low: NumberAt
  readonly high: NumberAt
  /** set when it is the same for all facts */
  readonly constant?: Rational
}

const MINUS = Number.NEGATIVE_INFINITY
const PLUS = Number.POSITIVE_INFINITY
const LIMIT = Number.MAX_SAFE_INTEGER
/** Finer scales are left to the exact evaluator. */
export const MOST_DECIMALS = 9

/** A result only while every double up to it is exact. */
export function exactly(value: number): number {
  return value <= LIMIT && value >= -LIMIT ? value : Number.NaN
}

/** A bound: infinite ones stay, finite ones must be exact. */
export function bounded(value: number): number {
  return value === MINUS || value === PLUS ? value : exactly(value)
}

/** Compiles a number; undefined for what only the exact evaluator does. */
export function compileNumber(shop: Shop, expr: Expr, frames: readonly Frame[]): QuickNumber | undefined {
  switch (expr.kind) {
    case 'literal':
      return literalNumber(expr.literal)
    case 'time':
      return constant({ n: BigInt(shop.run.year), d: 1n })
    case 'field':
      return fieldNumber(expr, frames)
    case 'parameter':
      return parameterNumber(shop, expr, frames)
    case 'external':
      return OPEN
    case 'definition': {
      if (expr.place === undefined) return compileNumber(shop, definitionOf(shop, expr), [])
      const site = siteOf(expr.place, frames)
      if (site === undefined) return undefined
      const inner = keep(shop, site.region, `number ${expr.definition}`, () =>
        compileNumber(shop, definitionOf(shop, expr), [{ region: site.region, row: 0 }]),
      )
      if (inner === undefined || site.inner) return inner
      const { row } = site
      return { ...inner, point: (r) => inner.point(row(r)), low: (r) => inner.low(row(r)), high: (r) => inner.high(row(r)) }
    }
    case 'negate': {
      const inner = plain(compileNumber(shop, expr.operand, frames))
      return (
        inner && {
          scale: inner.scale,
          nullable: false,
          point: (r) => -inner.point(r),
          low: (r) => -inner.high(r),
          high: (r) => -inner.low(r),
        }
      )
    }
    case 'arithmetic':
      return arithmetic(shop, expr, frames)
    case 'round': {
      const inner = plain(compileNumber(shop, expr.value, frames))
      return inner && roundTo(inner, expr.mode, rationalOf(expr.to))
    }
    case 'extreme': {
      const items = aligned(expr.items.map((item) => plain(compileNumber(shop, item, frames))))
      const pick = expr.which === 'larger' ? Math.max : Math.min
      return items?.reduce((a, b) => ({
        scale: a.scale,
        nullable: false,
        point: (r) => pick(a.point(r), b.point(r)),
        low: (r) => pick(a.low(r), b.low(r)),
        high: (r) => pick(a.high(r), b.high(r)),
      }))
    }
    case 'if':
      return choice(shop, expr, frames)
    case 'reading':
      return compileNumber(
        shop,
        (expr.arms.find((arm) => arm.choice === shop.run.model.readings.get(expr.reading)) ?? expr.arms[0]!).value,
        frames,
      )
    case 'score':
      return scoreIn(shop, expr, frames)
    case 'count':
      return countIn(shop, expr, frames)
    case 'sum':
      return sumIn(shop, expr, frames)
    case 'datePart': {
      const of = compileDate(shop, expr.of, frames)
      const part = expr.part === 'year' ? yearOf : expr.part === 'month' ? monthOf : dayOfMonth
      return of && fromDates((r) => orUnknown(of.point(r), part))
    }
    case 'daysBetween':
    case 'fullYears': {
      const from = compileDate(shop, expr.from, frames)
      const to = compileDate(shop, expr.to, frames)
      if (from === undefined || to === undefined) return undefined
      const compute = expr.kind === 'fullYears' ? fullYears : (a: number, b: number) => b - a
      return fromDates((r) => {
        const a = from.point(r)
        const b = to.point(r)
        return Number.isFinite(a) && Number.isFinite(b) ? compute(a, b) : Number.NaN
      })
    }
    default:
      return undefined
  }
}

function definitionOf(shop: Shop, expr: ExprOf<'definition'>): Expr {
  return shop.run.model.definitions.get(expr.definition)!.value
}

function orUnknown(day: number, part: (day: number) => number): number {
  return Number.isFinite(day) ? part(day) : Number.NaN
}

function fromDates(point: NumberAt): QuickNumber {
  return { scale: 1, nullable: false, point, low: (r) => orBound(point(r), MINUS), high: (r) => orBound(point(r), PLUS) }
}

function orBound(value: number, otherwise: number): number {
  return !Number.isNaN(value) ? value : otherwise
}

const OPEN: QuickNumber = { scale: 1, nullable: false, point: () => Number.NaN, low: () => MINUS, high: () => PLUS }

/** A number that is the same for all facts; undefined when no double holds it exactly. */
export function constant(value: Rational): QuickNumber | undefined {
  const places = decimals(value)
  if (places === undefined || places > MOST_DECIMALS) return undefined
  const scale = 10 ** places
  const scaled = Number(multiply(value, rational(BigInt(scale))).n)
  if (!(Math.abs(scaled) <= LIMIT)) return undefined
  const at = () => scaled
  return { scale, nullable: false, point: at, low: at, high: at, constant: value }
}

function literalNumber(literal: Literal): QuickNumber | undefined {
  if (literal.kind === 'number') return constant(rationalOf(literal.value))
  return literal.kind === 'year' ? constant({ n: BigInt(literal.value), d: 1n }) : undefined
}

function fieldNumber(expr: ExprOf<'field'>, frames: readonly Frame[]): QuickNumber | undefined {
  const found = expr.year === undefined ? slotOf(expr.place, expr.field, frames) : undefined
  if (found === undefined || !(found.reader.op === OP.number || found.reader.op === OP.year)) return undefined
  const { site, reader } = found
  const { region } = site
  const { slot, scale, nullable } = reader
  const { width } = region
  const row = site.row
  const point: NumberAt = site.inner ? (r) => region.numbers[r * width + slot]! : (r) => region.numbers[row(r) * width + slot]!
  const [lo, hi] = wholeBounds(reader.plan!, scale) ?? [Number.NaN, Number.NaN]
  return { scale, nullable, point, low: (r) => orBound(point(r), lo), high: (r) => orBound(point(r), hi) }
}

/** The declared range in multiples; undefined when a bound is none. */
function wholeBounds(
  plan: { readonly low: Rational | null; readonly high: Rational | null },
  scale: number,
): readonly [number, number] | undefined {
  const at = (value: Rational | null, open: number): number => {
    if (value === null) return open
    const scaled = multiply(value, rational(BigInt(scale)))
    return scaled.d === 1n ? exactly(Number(scaled.n)) : Number.NaN
  }
  const lo = at(plan.low, MINUS)
  const hi = at(plan.high, PLUS)
  return !Number.isNaN(lo) && !Number.isNaN(hi) ? [lo, hi] : undefined
}

function parameterNumber(shop: Shop, expr: ExprOf<'parameter'>, frames: readonly Frame[]): QuickNumber | undefined {
  const parameter = shop.run.model.parameters.get(expr.parameter)!
  const valueFor = (category: string | undefined) => {
    const literal = parameterValue(shop.run, parameter, category)
    return literal === undefined ? OPEN : literalNumber(literal)
  }
  if (expr.category === undefined) return valueFor(undefined)
  const category = enumAt(shop, expr.category, frames)
  if (category === undefined) return undefined
  const values = aligned(category.values.map(valueFor))
  if (values === undefined || values.length === 0) return undefined
  const { scale } = values[0]!
  const points = values.map((value) => value.point(0))
  const at: NumberAt = (r) => {
    const index = category.point(r)
    return Number.isFinite(index) ? points[index]! : Number.NaN
  }
  return { ...fromDates(at), scale }
}

/** A number as operand of arithmetic: anything that may be 无 is then anything at all. */
export function plain(number: QuickNumber | undefined): QuickNumber | undefined {
  if (number === undefined || !number.nullable) return number
  const { point } = number
  const there: NumberAt = (r) => {
    const value = point(r)
    return value === PLUS ? Number.NaN : value
  }
  return {
    scale: number.scale,
    nullable: false,
    point: there,
    low: (r) => orBound(there(r), MINUS),
    high: (r) => orBound(there(r), PLUS),
  }
}

/** The numbers on one scale; undefined if one is missing or the scale grows too fine. */
export function aligned(numbers: readonly (QuickNumber | undefined)[]): readonly QuickNumber[] | undefined {
  const all = numbers.filter((number) => number !== undefined)
  if (all.length < numbers.length) return undefined
  const scale = all.reduce((most, number) => Math.max(most, number.scale), 1)
  return scale > 10 ** MOST_DECIMALS ? undefined : all.map((number) => scaledTo(number, scale))
}

function scaledTo(number: QuickNumber, scale: number): QuickNumber {
  const factor = scale / number.scale
  if (factor === 1) return number
  const { point, low, high } = number
  if (number.constant !== undefined) {
    const value = exactly(point(0) * factor)
    const at = () => value
    return { ...number, scale, point: at, low: at, high: at }
  }
  return {
    ...number,
    scale,
    point: (r) => {
      const value = point(r) * factor
      return value === PLUS ? value : exactly(value)
    },
    low: (r) => bounded(low(r) * factor),
    high: (r) => bounded(high(r) * factor),
  }
}
