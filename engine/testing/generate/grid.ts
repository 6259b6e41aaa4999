import type { Field } from '../../../dsl/lower/program.ts'
import { type Day, formatDay, parseDay } from '../../../dsl/value/date.ts'
import { multiply, parseRational, type Rational, rational } from '../../../dsl/value/rational.ts'
import type { Scalar } from '../../facts/element.ts'

/** The values a number, year or date field can take, as whole steps: 0.01 元 is one step, so is one day. */
export interface Grid {
  readonly field: Field
  readonly kind: 'number' | 'year' | 'date'
  /** steps in one unit */
  readonly scale: number
  readonly low: number
  readonly high: number
}

/** No figure of more digits can stand in JSON exactly. */
const MOST_STEPS = 1e14
const WIDEST = 1e9
const DAYS_BACK = 110 * 366
const DECIMALS = 2
const RATIO_DECIMALS = 4

/** The grid of a field; undefined for other kinds. Dates end on `asOf`, for nothing that was found lies after it. */
export function gridOf(field: Field, asOf: Day): Grid | undefined {
  const { type } = field
  if (type.kind === 'date') return { field, kind: 'date', scale: 1, low: asOf - DAYS_BACK, high: asOf }
  if (type.kind !== 'number' && type.kind !== 'year') return undefined
  const ratio = type.kind === 'number' && type.ratio === true
  const decimals = type.kind === 'year' ? 0 : (type.decimals ?? (ratio ? RATIO_DECIMALS : DECIMALS))
  const scale = 10 ** decimals
  const bound = (text: string | undefined, natural: number, up: boolean) => {
    const value = text === undefined ? undefined : parseRational(text)
    const steps = value === undefined ? natural * scale : stepsIn(value, scale, up)
    return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps))
  }
  const [least, most] = type.kind === 'year' ? [1900, 2200] : [0, ratio ? 1 : WIDEST]
  const low = bound(field.low, least, true)
  return {
    field,
    kind: type.kind,
    scale,
    // A share below nothing cannot be given as a fact, whatever the field's range.
    low: ratio ? Math.max(0, low) : low,
    high: bound(field.high, Math.max(most, Number(field.low ?? 0) + most), false),
  }
}

/** The steps in a value, rounded up or down where it lies between two. */
function stepsIn(value: Rational, scale: number, up: boolean): number {
  const { n, d } = multiply(value, rational(BigInt(scale)))
  const floor = n / d - (n % d < 0n ? 1n : 0n)
  return Number(up && floor * d !== n ? floor + 1n : floor)
}

/** The nearest value the grid has. */
export function within(grid: Grid, steps: number): number {
  return Math.max(grid.low, Math.min(grid.high, Math.round(steps)))
}

/** A value in the field's own unit as steps within its range. */
export function stepsOf(grid: Grid, value: number): number {
  return within(grid, value * grid.scale)
}

/** The value as the engine holds it. */
export function scalarOf(grid: Grid, steps: number): Scalar {
  return grid.kind === 'date' ? steps : rational(BigInt(steps), BigInt(grid.scale))
}

/** The steps of a value the engine read. */
export function stepsOfScalar(grid: Grid, value: Scalar | undefined): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'object' ? stepsIn(value, grid.scale, false) : undefined
}

/** The value as it stands in a facts file: a date text, a JSON number, or a percentage where a bare number would not be one. */
export function jsonOf(grid: Grid, steps: number): string | number {
  if (grid.kind === 'date') return formatDay(steps)
  const { type } = grid.field
  if (type.kind === 'number' && type.ratio === true && steps > grid.scale)
    return `${decimalText(steps * 100, grid.scale)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')}%`
  return Number(decimalText(steps, grid.scale))
}

function decimalText(steps: number, scale: number): string {
  const digits = String(scale).length - 1
  const text = String(Math.abs(steps)).padStart(digits + 1, '0')
  const sign = steps < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The steps of a value as `jsonOf` writes it. */
export function parseSteps(grid: Grid, value: unknown): number {
  if (typeof value === 'string' && grid.kind === 'date') return within(grid, parseDay(value) ?? grid.high)
  if (typeof value === 'string') return within(grid, (Number(value.replace('%', '')) / 100) * grid.scale)
  return within(grid, Number(value) * grid.scale)
}
