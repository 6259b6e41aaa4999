import type { ExprOf } from '../../dsl/lower/program.ts'
import { aligned, bounded, compileNumber, exactly, MOST_DECIMALS, plain, type QuickNumber } from './numbers.ts'
import type { Frame, Shop } from './site.ts'
import { compileTruth } from './truths.ts'

/** + − ×; quotients only compare. */
export function arithmetic(shop: Shop, expr: ExprOf<'arithmetic'>, frames: readonly Frame[]): QuickNumber | undefined {
  const a0 = compileNumber(shop, expr.left, frames)
  const b0 = compileNumber(shop, expr.right, frames)
  const left = plain(a0)
  const right = plain(b0)
  if (left === undefined || right === undefined || expr.op === '/') return undefined
  // 0 × 无 is no 0: left to the exact evaluator.
  if (expr.op === '*') return a0?.nullable === true || b0?.nullable === true ? undefined : product(left, right)
  const sides = aligned([left, right])
  if (sides === undefined) return undefined
  const [a, b] = sides as readonly [QuickNumber, QuickNumber]
  return expr.op === '+'
    ? {
        scale: a.scale,
        nullable: false,
        point: (r) => exactly(a.point(r) + b.point(r)),
        low: (r) => bounded(a.low(r) + b.low(r)),
        high: (r) => bounded(a.high(r) + b.high(r)),
      }
    : {
        scale: a.scale,
        nullable: false,
        point: (r) => exactly(a.point(r) - b.point(r)),
        low: (r) => bounded(a.low(r) - b.high(r)),
        high: (r) => bounded(a.high(r) - b.low(r)),
      }
}

function product(a: QuickNumber, b: QuickNumber): QuickNumber | undefined {
  const scale = a.scale * b.scale
  if (scale > 10 ** MOST_DECIMALS) return undefined
  // An infinite bound means any number whatever: times 0 it is 0.
  const times = (x: number, y: number) => (x === 0 || y === 0 ? 0 : bounded(x * y))
  const ends = (r: number, pick: (...values: number[]) => number) => {
    const [al, ah, bl, bh] = [a.low(r), a.high(r), b.low(r), b.high(r)]
    if (Number.isNaN(al) || Number.isNaN(ah) || Number.isNaN(bl) || Number.isNaN(bh)) return Number.NaN
    return pick(times(al, bl), times(al, bh), times(ah, bl), times(ah, bh))
  }
  return {
    scale,
    nullable: false,
    point: (r) => exactly(a.point(r) * b.point(r)),
    low: (r) => ends(r, Math.min),
    high: (r) => ends(r, Math.max),
  }
}

/** The branches of an if. */
export function choice(shop: Shop, expr: ExprOf<'if'>, frames: readonly Frame[]): QuickNumber | undefined {
  const then = compileNumber(shop, expr.then, frames)
  const otherwise = compileNumber(shop, expr.otherwise, frames)
  const sides = then?.nullable === true || otherwise?.nullable === true ? undefined : aligned([then, otherwise])
  if (sides === undefined) return undefined
  const [a, b] = sides as readonly [QuickNumber, QuickNumber]
  const condition = compileTruth(shop, expr.condition, frames)
  const branch = (r: number, known: (side: QuickNumber) => number, open: (x: number, y: number) => number): number => {
    const truth = condition(r)
    return truth === 1 ? known(a) : truth === 0 ? known(b) : open(known(a), known(b))
  }
  return {
    scale: a.scale,
    nullable: false,
    point: (r) =>
      branch(
        r,
        (side) => side.point(r),
        (x, y) => (x === y ? x : Number.NaN),
      ),
    low: (r) => branch(r, (side) => side.low(r), Math.min),
    high: (r) => branch(r, (side) => side.high(r), Math.max),
  }
}
