import type { CompareOp, Expr } from '../../dsl/lower/program.ts'
import { multiply, type Rational, rational } from '../../dsl/value/rational.ts'
import { overRows, rowsOf } from './aggregates.ts'
import { aligned, compileNumber, plain, type QuickNumber } from './numbers.ts'
import type { Frame, Shop, TruthAt } from './site.ts'
import { compileTruth } from './truths.ts'

/** The comparison of two known numbers. */
export function tester(op: CompareOp): (a: number, b: number) => boolean {
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

/** Scales of numbers that are decimals. */
export const DECIMAL_SCALES: Readonly<Record<number, true>> = Object.fromEntries(
  Array.from({ length: 10 }, (_, i) => [10 ** i, true]),
)

/** A constant like 2/3, which no decimal holds, as so many multiples of 1/3. */
export function fraction(expr: Expr): QuickNumber | undefined {
  const value = literalFraction(expr)
  if (value === undefined || value.d > 1_000_000n) return undefined
  const n = Number(value.n)
  const at = () => n
  return Number.isSafeInteger(n) ? { scale: Number(value.d), nullable: false, point: at, low: at, high: at } : undefined
}

/** A quotient compared directly, so that nothing need be divided. */
export interface Quotient {
  readonly part: QuickNumber
  readonly whole: QuickNumber
  readonly whenEmpty: number
}

/** The quotient an expression is; undefined for others. */
export function quotientOf(shop: Shop, expr: Expr, frames: readonly Frame[]): Quotient | undefined {
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
export function compareQuotient(
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

/** A share of a list compared directly, counted in whole elements. */
export function compareShare(
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
