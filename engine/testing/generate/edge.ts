import type { CompareOp, Expr } from '../../../dsl/lower/program.ts'
import { isPoint } from '../../../dsl/value/interval.ts'
import { compare, multiply, type Rational } from '../../../dsl/value/rational.ts'
import { type Element, type Fact, newElement, type ScalarFact } from '../../facts/element.ts'
import type { FieldPlan } from '../../facts/plan.ts'
import { kindOf } from '../../run/kind.ts'
import { numberOf } from '../../run/numeric.ts'
import type { Env, Run } from '../../run/scope.ts'
import { plainOf } from '../../run/values.ts'
import type { Pivot } from './behind.ts'
import { type Grid, scalarOf } from './grid.ts'
import { type Random, whole } from './random.ts'
import { alongside, type Spot } from './spot.ts'
import type { Atom } from './wish.ts'

/**
 * Where a comparison turns, along the values of one field: from `from` on the left side is no longer less (or, falling, no longer more) than the right,
 * from `after` on it is past it. Equal in between.
 */
export interface Edge {
  readonly grid: Grid
  readonly from: number
  readonly after: number
  readonly rising: boolean
}

type Side = -1 | 0 | 1

/** Which side of the right the left lies on; undefined while unknown. A share is put as part − limit × whole. */
export function sideOf(run: Run, atom: Atom, env: Env): Side | undefined {
  const { left, right } = atom
  if (kindOf(left) === 'value') {
    const [a, b] = [plainOf(run, left, env), plainOf(run, right, env)]
    return typeof a === 'number' && typeof b === 'number' ? order(a - b) : undefined
  }
  if (kindOf(left) !== 'number' || kindOf(right) !== 'number') return undefined
  const limit = pointOf(run, right, env)
  if (limit === undefined) return undefined
  if (left.kind === 'ratio') {
    const [part, total] = [pointOf(run, left.part, env), pointOf(run, left.whole, env)]
    if (part === undefined || total === undefined || total.n <= 0n) return undefined
    return compare(part, multiply(limit, total))
  }
  const value = pointOf(run, left, env)
  return value && compare(value, limit)
}

function pointOf(run: Run, expr: Atom['left'], env: Env): Rational | undefined {
  const { interval, nil } = numberOf(run, expr, env)
  return nil === 0 && isPoint(interval) ? interval.lo! : undefined
}

function order(difference: number): Side {
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
}

/** Whether a comparison holds with its left side there. */
export function holdsAt(op: CompareOp, side: Side): boolean {
  switch (op) {
    case 'gt':
      return side > 0
    case 'ge':
      return side >= 0
    case 'lt':
      return side < 0
    case 'le':
      return side <= 0
    case 'eq':
      return side === 0
    case 'ne':
      return side !== 0
    default: {
      const unreachable: never = op
      return unreachable
    }
  }
}

/** Finds the edge by halving; undefined where the field does not move the comparison across its range. */
export function findEdge(grid: Grid, sideAt: (steps: number) => Side | undefined): Edge | undefined {
  let { low, high } = grid
  // A share of an empty whole is on no side.
  if (sideAt(low) === undefined) low += 1
  const [first, last] = [sideAt(low), sideAt(high)]
  if (first === undefined || last === undefined || first === last) return undefined
  const rising = last > first
  const firstWith = (past: (side: number) => boolean): number | undefined => {
    let [a, b] = [low - 1, high + 1]
    while (b - a > 1) {
      const middle = a + Math.floor((b - a) / 2)
      const side = sideAt(middle)
      if (side === undefined) return undefined
      if (past(rising ? side : -side)) b = middle
      else a = middle
    }
    return b
  }
  const from = firstWith((side) => side >= 0)
  const after = firstWith((side) => side > 0)
  return from === undefined || after === undefined ? undefined : { grid, from, after, rising }
}

/** A value on the wanted side, some way past the edge; undefined where the range holds none. */
export function valueFor(edge: Edge, op: CompareOp, wanted: boolean, random: Random): number | undefined {
  const { grid, from, after, rising } = edge
  const good = (side: Side) => holdsAt(op, side) === wanted
  const reach = Math.max(3, Math.abs(grid.kind === 'date' ? 400 : grid.kind === 'year' ? 5 : from) * 0.5)
  const beyond = rising ? good(1) : good(-1)
  const before = rising ? good(-1) : good(1)
  const up = after <= grid.high && beyond
  const down = from > grid.low && before
  const above = () => whole(random, after, Math.floor(Math.min(grid.high, after + reach)))
  const below = () => whole(random, Math.ceil(Math.max(grid.low, from - 1 - reach)), from - 1)
  // What is no year yet cannot have been recorded.
  if (up && down) return grid.kind === 'year' ? below() : above()
  if (up) return above()
  if (down) return below()
  return good(0) && after > from ? from : undefined
}

/** The values at the edge: on it where there is one, the nearest below and above; within the range. */
export function valuesAt(edge: Edge): readonly number[] {
  const values = [edge.from, edge.from - 1, edge.after, edge.after - 1]
  return [...new Set(values)].filter((value) => value >= edge.grid.low && value <= edge.grid.high)
}

/** Sets a number, year or date of an element for as long as `look` runs. */
export function probed<T>(element: Element, plan: FieldPlan, year: number | undefined, fact: ScalarFact, look: () => T): T {
  const kept = element.facts[plan.index]
  element.facts[plan.index] = factWith(element, plan, year, fact)
  const seen = look()
  element.facts[plan.index] = kept
  return seen
}

/** A field's fact with one value put in: the other years of a yearly one stay. */
export function factWith(element: Element, plan: FieldPlan, year: number | undefined, fact: ScalarFact): Fact {
  if (!plan.field.yearly || year === undefined) return fact
  const kept = element.facts[plan.index]
  return { kind: 'yearly', years: new Map(kept?.kind === 'yearly' ? kept.years : []).set(year, fact) }
}

/** The known fact a pivot is tried with. */
export function factAt(grid: Grid, steps: number): ScalarFact {
  const value = scalarOf(grid, steps)
  return { kind: 'scalar', value, given: value }
}

/** An element at the spot of which nothing is known, with its ancestors. */
export function blankAt(run: Run, spot: Spot): Element {
  const plan = run.model.schema.entities.get(spot.entity)!
  if (spot.parent === undefined) return newElement(plan, undefined)
  const owner = blankAt(run, spot.parent)
  const field = owner.plan.byId.get(spot.field!)!
  const element = newElement(plan, { element: owner, field, ...(spot.kind === 'list' ? { index: 0 } : {}) })
  owner.facts[field.index] =
    spot.kind === 'list' ? { kind: 'list', elements: [element], partial: false, unsourced: false } : { kind: 'entity', element }
  return element
}

/** The elements a comparison sees when its innermost spot is this element; undefined where one is missing. */
export function envAt(atom: Atom, element: Element): Env | undefined {
  const innermost = atom.env[atom.env.length - 1]!
  const env = atom.env.map((spot) => alongside(element, innermost, spot))
  return env.every((one) => one !== undefined) ? (env as Element[]) : undefined
}

/** The year a pivot reads, where its field is yearly; undefined where that hangs on other facts. */
export function yearOf(run: Run, pivot: Pivot): number | undefined {
  if (!pivot.field.yearly) return undefined
  return pivot.expr.year === undefined ? run.year : yearIn(pivot.expr.year, run.year)
}

/** A year counted from 年度, or named. */
export function yearIn(expr: Expr, year: number): number | undefined {
  if (expr.kind === 'time' && expr.time === 'year') return year
  if (expr.kind === 'literal' && expr.literal.kind === 'year') return expr.literal.value
  if (expr.kind === 'literal' && expr.literal.kind === 'number') return Number(expr.literal.value)
  if (expr.kind !== 'arithmetic' || (expr.op !== '+' && expr.op !== '-')) return undefined
  const [left, right] = [yearIn(expr.left, year), yearIn(expr.right, year)]
  if (left === undefined || right === undefined) return undefined
  return expr.op === '+' ? left + right : left - right
}
