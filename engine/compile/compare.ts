import type { CompareOp, Expr } from '../../dsl/lower/program.ts'
import { commonKind, kindOf } from '../run/kind.ts'
import { aligned, compileNumber, plain, type QuickNumber } from './numbers.ts'
import { compareQuotient, compareShare, DECIMAL_SCALES, fraction, quotientOf, tester } from './quotient.ts'
import type { Frame, Shop, TruthAt } from './site.ts'
import { compileTruth } from './truths.ts'
import { compileDate, enumAt, type QuickValue } from './values.ts'

const NOTHING = Number.POSITIVE_INFINITY

/** Compiles a comparison; undefined for what only the exact evaluator does. `exact` answers where doubles cannot. */
export function compileCompare(
  shop: Shop,
  op: CompareOp,
  left: Expr,
  right: Expr,
  frames: readonly Frame[],
  exact: TruthAt,
  indirect: boolean,
): TruthAt | undefined {
  switch (commonKind(left, right)) {
    case 'truth':
      return compareTruths(shop, op, left, right, frames)
    case 'number':
      if (left.kind === 'share') return indirect ? undefined : compareShare(shop, op, left, right, frames, exact)
      if (left.kind === 'ratio' && indirect) return undefined
      if (kindOf(left) === 'nothing' || kindOf(right) === 'nothing') {
        const other = compileNumber(shop, kindOf(left) === 'nothing' ? right : left, frames)
        return other && againstNothing(op, other)
      }
      return compareNumbers(shop, op, left, right, frames, exact)
    case 'value':
      return compareValues(shop, op, left, right, frames)
    case 'nothing':
      return undefined
  }
}

function compareTruths(shop: Shop, op: CompareOp, left: Expr, right: Expr, frames: readonly Frame[]): TruthAt | undefined {
  if (kindOf(left) === 'nothing' || kindOf(right) === 'nothing') return undefined
  const a = compileTruth(shop, left, frames)
  const b = compileTruth(shop, right, frames)
  const same = op === 'eq' ? 1 : 0
  return (r) => {
    const x = a(r)
    const y = b(r)
    return x === 2 || y === 2 ? 2 : x === y ? same : 1 - same
  }
}

function againstNothing(op: CompareOp, { point, nullable }: Pick<QuickValue, 'point' | 'nullable'>): TruthAt | undefined {
  if (op !== 'eq' && op !== 'ne') return () => 0
  const whenNothing = op === 'eq' ? 1 : 0
  return (r) => {
    const value = point(r)
    if (value === NOTHING && nullable) return whenNothing
    return !Number.isNaN(value) || !nullable ? 1 - whenNothing : 2
  }
}

function compareValues(shop: Shop, op: CompareOp, left: Expr, right: Expr, frames: readonly Frame[]): TruthAt | undefined {
  const compile = (expr: Expr) => enumAt(shop, expr, frames) ?? compileDate(shop, expr, frames)
  const nothing = kindOf(left) === 'nothing' ? right : kindOf(right) === 'nothing' ? left : undefined
  if (nothing !== undefined) {
    const other = compile(nothing)
    return other && againstNothing(op, other)
  }
  const a = compile(left)
  const b = compile(right)
  if (a === undefined || b === undefined) return undefined
  const test = tester(op)
  const { point: x } = a
  const { point: y } = b
  // 无 is kept as Infinity: equal to itself, and without order.
  if (op === 'eq' || op === 'ne') {
    const unequal = op === 'ne' ? 1 : 0
    return (r) => {
      const p = x(r)
      const q = y(r)
      if (!Number.isNaN(p) && !Number.isNaN(q)) return p === q ? 1 - unequal : unequal
      return (p === NOTHING && !b.nullable) || (q === NOTHING && !a.nullable) ? unequal : 2
    }
  }
  return (r) => {
    const p = x(r)
    const q = y(r)
    if (p === NOTHING || q === NOTHING) return 0
    return !Number.isNaN(p) && !Number.isNaN(q) ? (test(p, q) ? 1 : 0) : 2
  }
}

function compareNumbers(
  shop: Shop,
  op: CompareOp,
  left: Expr,
  right: Expr,
  frames: readonly Frame[],
  exact: TruthAt,
): TruthAt | undefined {
  const quotient = quotientOf(shop, left, frames)
  const b = compileNumber(shop, right, frames) ?? fraction(right)
  if (b === undefined) return undefined
  if (quotient !== undefined) return compareQuotient(op, quotient, plain(b)!, b.nullable, exact)
  const a = compileNumber(shop, left, frames)
  if (a === undefined) return undefined
  if (!(b.scale in DECIMAL_SCALES)) {
    const one = { ...a, point: () => a.scale }
    return a.nullable ? undefined : compareQuotient(op, { part: a, whole: one, whenEmpty: 2 }, b, false, exact)
  }
  const sides = aligned([a, b])
  if (sides === undefined) return undefined
  const [x, y] = sides as readonly [QuickNumber, QuickNumber]
  if (x.nullable && y.nullable) return undefined
  return y.constant !== undefined && !x.nullable ? againstConstant(op, x, y.point(0), exact) : pointwise(op, x, y, exact)
}

/** One closure per operator, so that the engine's compiler sees a plain comparison. */
function againstConstant(op: CompareOp, a: QuickNumber, c: number, exact: TruthAt): TruthAt {
  const { point } = a
  if (Number.isNaN(c)) return exact
  const open: TruthAt = (r) => intervals(op, a.low(r), a.high(r), c, c) ?? exact(r)
  switch (op) {
    case 'gt':
      return (r) => {
        const x = point(r)
        return x > c ? 1 : x <= c ? 0 : open(r)
      }
    case 'ge':
      return (r) => {
        const x = point(r)
        return x >= c ? 1 : x < c ? 0 : open(r)
      }
    case 'lt':
      return (r) => {
        const x = point(r)
        return x < c ? 1 : x >= c ? 0 : open(r)
      }
    case 'le':
      return (r) => {
        const x = point(r)
        return x <= c ? 1 : x > c ? 0 : open(r)
      }
    case 'eq':
      return (r) => {
        const x = point(r)
        return x === c ? 1 : !Number.isNaN(x) ? 0 : open(r)
      }
    case 'ne':
      return (r) => {
        const x = point(r)
        return x === c ? 0 : !Number.isNaN(x) ? 1 : open(r)
      }
    default: {
      const unreachable: never = op
      return unreachable
    }
  }
}

function pointwise(op: CompareOp, a: QuickNumber, b: QuickNumber, exact: TruthAt): TruthAt {
  const test = tester(op)
  const whenNothing = op === 'ne' ? 1 : 0
  // What a value that may be 无 leaves open.
  const doubted = op === 'ne' ? 0 : 1
  const nullable = a.nullable || b.nullable
  return (r) => {
    const x = a.point(r)
    const y = b.point(r)
    if (nullable && ((a.nullable && x === NOTHING) || (b.nullable && y === NOTHING))) return whenNothing
    if (!Number.isNaN(x) && !Number.isNaN(y)) return test(x, y) ? 1 : 0
    const truth = intervals(op, a.low(r), a.high(r), b.low(r), b.high(r)) ?? exact(r)
    const maybe = (a.nullable && Number.isNaN(x)) || (b.nullable && Number.isNaN(y))
    return maybe && truth === doubted ? 2 : truth
  }
}

/** Compares two intervals; undefined when a bound is NaN. */
function intervals(op: CompareOp, al: number, ah: number, bl: number, bh: number): number | undefined {
  if (Number.isNaN(al) || Number.isNaN(ah) || Number.isNaN(bl) || Number.isNaN(bh)) return undefined
  switch (op) {
    case 'gt':
      return above(al, ah, bl, bh)
    case 'le':
      return flip(above(al, ah, bl, bh))
    case 'lt':
      return above(bl, bh, al, ah)
    case 'ge':
      return flip(above(bl, bh, al, ah))
    case 'eq':
      return same(al, ah, bl, bh)
    case 'ne':
      return flip(same(al, ah, bl, bh))
    default: {
      const unreachable: never = op
      return unreachable
    }
  }
}

function above(al: number, ah: number, bl: number, bh: number): number {
  // Infinite bounds are never reached: −∞ as a low end is below no high end for sure.
  if (al > bh) return 1
  return ah <= bl && Number.isFinite(ah) && Number.isFinite(bl) ? 0 : 2
}

function same(al: number, ah: number, bl: number, bh: number): number {
  if (al > bh || bl > ah) return 0
  return al === ah && bl === bh && al === bl ? 1 : 2
}

function flip(truth: number): number {
  return truth === 2 ? 2 : 1 - truth
}
