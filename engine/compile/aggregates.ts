import type { Expr, ExprOf, ListRef } from '../../dsl/lower/program.ts'
import { compileNumber, exactly, type QuickNumber } from './numbers.ts'
import * as OP from './op.ts'
import type { Region } from './region.ts'
import { type Frame, type Shop, slotOf, type TruthAt } from './site.ts'
import { compileTruth } from './truths.ts'

/** A list's rows: where the owner keeps them and where they are. */
export interface Rows {
  readonly owner: Region
  readonly elements: Region
  /** index of the list's three entries for an innermost row */
  readonly at: (row: number) => number
  readonly frames: readonly Frame[]
  readonly enclosing: Frame
}

/** Finds a list; undefined when it is left to the exact reader. */
export function rowsOf(ref: ListRef, frames: readonly Frame[]): Rows | undefined {
  const found = slotOf(ref.place, ref.field, frames)
  if (found === undefined || found.reader.op !== OP.list) return undefined
  const owner = found.site.region
  const { width } = owner
  const { slot } = found.reader
  const { row, inner } = found.site
  const start = slot * 3
  const at =
    owner.kind === 'root'
      ? () => start
      : inner
        ? (r: number) => (r * width + slot) * 3
        : (r: number) => (row(r) * width + slot) * 3
  const elements = found.reader.child!
  return { owner, elements, at, frames: [...frames, { region: elements, row: 0 }], enclosing: frames[frames.length - 1]! }
}

/** A condition over a list's rows, or always true. */
export function overRows(shop: Shop, condition: Expr | undefined, rows: Rows): TruthAt | undefined {
  return condition && compileTruth(shop, condition, rows.frames)
}

/** How many elements there are, or are in F. */
export function countIn(shop: Shop, expr: ExprOf<'count'>, frames: readonly Frame[]): QuickNumber | undefined {
  const rows = rowsOf(expr.list, frames)
  if (rows === undefined) return undefined
  const filter = overRows(shop, expr.filter, rows)
  const most = mostOf(rows)
  const { owner, at, enclosing } = rows
  const tally = (row: number, open: number, unknown: number): number => {
    const start = at(row)
    const { lists } = owner
    if (lists[start + 2] !== 0) return unknown
    const first = lists[start]!
    const end = lists[start + 1]!
    if (filter === undefined) return end - first
    enclosing.row = row
    let total = 0
    for (let r = first; r < end; r++) {
      const truth = filter(r)
      total += truth === 2 ? open : truth
    }
    return total
  }
  return {
    scale: 1,
    nullable: false,
    point: (row) => tally(row, Number.NaN, most === 0 ? 0 : Number.NaN),
    low: (row) => tally(row, 0, 0),
    high: (row) => tally(row, 1, most),
  }
}

function mostOf({ owner, elements }: Rows): number {
  return owner.byField.get(elements.link!.field.id)!.atMost
}

/** The sum of a value over the elements in F. */
export function sumIn(shop: Shop, expr: ExprOf<'sum'>, frames: readonly Frame[]): QuickNumber | undefined {
  const rows = rowsOf(expr.list, frames)
  const value = rows && compileNumber(shop, expr.value, rows.frames)
  if (rows === undefined || value === undefined || value.nullable) return undefined
  const filter = overRows(shop, expr.filter, rows)
  const { owner, at, enclosing } = rows
  const total = (row: number, end: (r: number) => number, open: (x: number) => number): number => {
    const start = at(row)
    const { lists } = owner
    // What an unknown list may still add is left to the exact evaluator.
    if (lists[start + 2] !== 0) return Number.NaN
    enclosing.row = row
    let sum = 0
    for (let r = lists[start]!; r < lists[start + 1]!; r++) {
      const truth = filter === undefined ? 1 : filter(r)
      if (truth !== 0) sum += truth === 1 ? end(r) : open(end(r))
    }
    return sum === Number.POSITIVE_INFINITY || sum === Number.NEGATIVE_INFINITY ? sum : exactly(sum)
  }
  return {
    scale: value.scale,
    nullable: false,
    point: (row) => total(row, value.point, () => Number.NaN),
    low: (row) => total(row, value.low, (x) => Math.min(0, x)),
    high: (row) => total(row, value.high, (x) => Math.max(0, x)),
  }
}
