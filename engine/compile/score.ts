import type { ExprOf, ScoreLine } from '../../dsl/lower/program.ts'
import { rationalOf } from '../run/numeric.ts'
import { aligned, compileNumber, constant, exactly, plain, type QuickNumber } from './numbers.ts'
import type { Frame, Shop } from './site.ts'
import { compileTruth } from './truths.ts'

/** The points of a score. */
export function scoreIn(shop: Shop, expr: ExprOf<'score'>, frames: readonly Frame[]): QuickNumber | undefined {
  const lines = aligned(expr.lines.map((line) => lineOf(shop, line, frames)))
  if (lines === undefined || lines.length === 0) return undefined
  const total = (end: (line: QuickNumber) => (row: number) => number) => {
    const ends = lines.map(end)
    return (row: number) => {
      let sum = 0
      for (let i = 0; i < ends.length; i++) sum += ends[i]!(row)
      return sum === Number.POSITIVE_INFINITY || sum === Number.NEGATIVE_INFINITY ? sum : exactly(sum)
    }
  }
  const sum: QuickNumber = {
    scale: lines[0]!.scale,
    nullable: false,
    point: total((line) => line.point),
    low: total((line) => line.low),
    high: total((line) => line.high),
  }
  return held(sum, expr)
}

function lineOf(shop: Shop, line: ScoreLine, frames: readonly Frame[]): QuickNumber | undefined {
  const number = plain(compileNumber(shop, line.value, frames))
  const points = number && held(number, line)
  if (points === undefined || line.when === undefined) return points
  const when = compileTruth(shop, line.when, frames)
  const counted = (row: number, known: (row: number) => number, open: (value: number) => number): number => {
    const truth = when(row)
    return truth === 1 ? known(row) : truth === 0 ? 0 : open(known(row))
  }
  return {
    scale: points.scale,
    nullable: false,
    point: (row) => counted(row, points.point, (value) => (value === 0 ? 0 : Number.NaN)),
    low: (row) => counted(row, points.low, (value) => Math.min(0, value)),
    high: (row) => counted(row, points.high, (value) => Math.max(0, value)),
  }
}

function held(number: QuickNumber, limits: { readonly cap?: string; readonly floor?: string }): QuickNumber | undefined {
  const floor = limits.floor === undefined ? undefined : constant(rationalOf(limits.floor))
  const cap = limits.cap === undefined ? undefined : constant(rationalOf(limits.cap))
  if ((limits.floor !== undefined && floor === undefined) || (limits.cap !== undefined && cap === undefined)) return undefined
  const sides = aligned([number, ...(floor ? [floor] : []), ...(cap ? [cap] : [])])
  if (sides === undefined) return undefined
  const value = sides[0]!
  const least = floor === undefined ? Number.NEGATIVE_INFINITY : sides[1]!.point(0)
  const most = cap === undefined ? Number.POSITIVE_INFINITY : sides[sides.length - 1]!.point(0)
  // Math.min and Math.max pass NaN on.
  const hold = (end: (row: number) => number) => (row: number) => Math.min(Math.max(end(row), least), most)
  return { scale: value.scale, nullable: false, point: hold(value.point), low: hold(value.low), high: hold(value.high) }
}
