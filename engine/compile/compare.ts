import type { CompareOp, Expr } from '../../dsl/lower/program.ts'
import { multiply, type Rational, rational } from '../../dsl/value/rational.ts'
import { commonKind, kindOf } from '../run/kind.ts'
import { overRows, rowsOf } from './aggregates.ts'
import { aligned, compileNumber, plain, type QuickNumber } from './numbers.ts'
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

function tester(op: CompareOp): (a: number, b: number) => boolean {
  switch (op) {
    case 'gt':
      return (a, b) => a > b
    case 'ge':
      return (a, b) => a >= b
    case 'lt':
      return (a, b) => a < b
    case 'le':
      return (a, b) => a <= b
    case 'eq':
      return (a, b) => a === b
    case 'ne':
      return (a, b) => a !== b
    default: {
      const unreachable: never = op
      return unreachable
    }
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

const DECIMAL_SCALES: Readonly<Record<number, true>> = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [10 ** i, true]))

/** A constant like 2/3, which no decimal holds, as so many multiples of 1/3. */
function fraction(expr: Expr): QuickNumber | undefined {
  const value = literalFraction(expr)
  if (value === undefined || value.d > 1_000_000n) return undefined
  const n = Number(value.n)
  const at = () => n
  return Number.isSafeInteger(n) ? { scale: Number(value.d), nullable: false, point: at, low: at, high: at } : undefined
}

/** A quotient compared directly, so that nothing need be divided. */
interface Quotient {
  readonly part: QuickNumber
  readonly whole: QuickNumber
  readonly whenEmpty: number
}

function quotientOf(shop: Shop, expr: Expr, frames: readonly Frame[]): Quotient | undefined {
  const [part, whole, whenEmpty] =
    expr.kind === 'ratio'
      ? [expr.part, expr.whole, expr.empty === 'met' ? 1 : expr.empty === 'unmet' ? 0 : 2]
      : expr.kind === 'arithmetic' && expr.op === '/'
        ? [expr.left, expr.right, 2]
        : []
  if (part === undefined || whole === undefined || whenEmpty === undefined) return undefined
  const sides = aligned([plain(compileNumber(shop, part, frames)), plain(compileNumber(shop, whole, frames))])
  return sides && { part: sides[0]!, whole: sides[1]!, whenEmpty }
}

/** p ÷ q against y, where q is positive: p × scale against y × q. */
function compareQuotient(
  op: CompareOp,
  { part, whole, whenEmpty }: Quotient,
  other: QuickNumber,
  nullable: boolean,
  exact: TruthAt,
): TruthAt {
  const test = tester(op)
  return (r) => {
    const p = part.point(r) * other.scale
    const q = whole.point(r)
    const y = other.point(r) * q
    const safe =
      p <= Number.MAX_SAFE_INTEGER &&
      p >= -Number.MAX_SAFE_INTEGER &&
      y <= Number.MAX_SAFE_INTEGER &&
      y >= -Number.MAX_SAFE_INTEGER
    if (q > 0 && safe) return test(p, y) ? 1 : 0
    return q === 0 && !nullable ? whenEmpty : exact(r)
  }
}

function compareShare(
  shop: Shop,
  op: CompareOp,
  share: Expr & { kind: 'share' },
  right: Expr,
  frames: readonly Frame[],
  exact: TruthAt,
): TruthAt | undefined {
  const rows = rowsOf(share.list, frames)
  const constant = compileNumber(shop, right, frames)?.constant ?? literalFraction(right)
  if (rows === undefined || constant === undefined) return undefined
  const filter = overRows(shop, share.filter, rows)
  const body = compileTruth(shop, share.body, rows.frames)
  const test = tester(op)
  const whenEmpty = share.empty === 'met' ? 1 : share.empty === 'unmet' ? 0 : 2
  const n = Number(constant.n)
  const d = Number(constant.d)
  if (!Number.isSafeInteger(n * 1e6) || !Number.isSafeInteger(d * 1e6)) return undefined
  const { owner, at, enclosing } = rows
  return (row) => {
    const start = at(row)
    const { lists } = owner
    if (lists[start + 2] !== 0) return exact(row)
    enclosing.row = row
    let hits = 0
    let members = 0
    for (let r = lists[start]!; r < lists[start + 1]!; r++) {
      const inside = filter === undefined ? 1 : filter(r)
      if (inside === 0) continue
      const hit = body(r)
      if (inside === 2 || hit === 2) return exact(row)
      members++
      hits += hit
    }
    if (members === 0) return whenEmpty
    return members > 1e6 ? exact(row) : test(hits * d, n * members) ? 1 : 0
  }
}

function literalFraction(expr: Expr): Rational | undefined {
  if (expr.kind !== 'literal' || expr.literal.kind !== 'number') return undefined
  const [n, d] = expr.literal.value.split('/')
  return n !== undefined && d !== undefined ? multiply(rational(BigInt(n)), rational(1n, BigInt(d))) : undefined
}
