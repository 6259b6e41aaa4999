import type { Expr } from '../../dsl/lower/program.ts'
import { addMonths, parseDay } from '../../dsl/value/date.ts'
import type { NumberAt } from './numbers.ts'
import * as OP from './op.ts'

import { type Frame, type Shop, slotOf } from './site.ts'

/** A date (days) or enumeration value (index): NaN unknown, Infinity 无. */
export interface QuickValue {
  readonly nullable: boolean
  readonly point: NumberAt
  readonly constant?: number
}

/** Compiles a date; undefined for what only the exact evaluator does. */
export function compileDate(shop: Shop, expr: Expr, frames: readonly Frame[]): QuickValue | undefined {
  switch (expr.kind) {
    case 'literal':
      return expr.literal.kind === 'date' ? constant(parseDay(expr.literal.value) ?? Number.NaN) : undefined
    case 'time':
      return constant(shop.run.asOf)
    case 'field':
      return expr.year === undefined ? slotValue(expr, OP.date, frames) : undefined
    case 'dateAdd': {
      const date = compileDate(shop, expr.date, frames)
      if (date === undefined) return undefined
      const { amount } = expr
      const later = expr.unit === 'day' ? (day: number) => day + amount : (day: number) => addMonths(day, amount)
      return {
        nullable: false,
        point: (r) => {
          const day = date.point(r)
          return Number.isFinite(day) ? later(day) : Number.NaN
        },
      }
    }
    default:
      return undefined
  }
}

function constant(value: number): QuickValue {
  return { nullable: false, point: () => value, constant: value }
}

function slotValue(expr: Expr & { kind: 'field' }, op: number, frames: readonly Frame[]): QuickValue | undefined {
  const found = slotOf(expr.place, expr.field, frames)
  if (found === undefined || found.reader.op !== op) return undefined
  const { site, reader } = found
  const { region, row } = site
  const { slot } = reader
  const { width } = region
  const point: NumberAt = site.inner ? (r) => region.numbers[r * width + slot]! : (r) => region.numbers[row(r) * width + slot]!
  return { nullable: reader.nullable, point }
}

/** An enumeration value as its index, with the ids in the order of the indices. */
export function enumAt(
  shop: Shop,
  expr: Expr,
  frames: readonly Frame[],
): (QuickValue & { readonly values: readonly string[] }) | undefined {
  const type = expr.kind === 'literal' ? expr.literal : expr.kind === 'field' ? expr.type : undefined
  if (type?.kind !== 'enum') return undefined
  const indices = shop.enums.get(type.enum)
  if (indices === undefined) return undefined
  const values = [...indices.keys()]
  if (expr.kind === 'literal') {
    const index = expr.literal.kind === 'enum' ? indices.get(expr.literal.value) : undefined
    return index === undefined ? undefined : { ...constant(index), values }
  }
  const slot = expr.kind === 'field' && expr.year === undefined ? slotValue(expr, OP.choice, frames) : undefined
  return slot && { ...slot, values }
}
