import type { Expr, ValueType } from '../../dsl/lower/program.ts'
import {
  decimals,
  divideUnits,
  formatUnit,
  isPoint,
  multiplyUnits,
  parseRational,
  parseUnit,
  toFractionText,
  UNKNOWN,
} from '../../dsl/value/index.ts'
import type { Figure, Label } from './explanation.ts'
import type { Value } from './value.ts'
import { named, type World } from './world.ts'

const BARE: ValueType = { kind: 'number', unit: '' }

function combined(op: '*' | '/', a: ValueType, b: ValueType): ValueType {
  const [x, y] = [a, b].map((type) => (type.kind === 'number' ? parseUnit(type.unit) : undefined))
  if (x === undefined || y === undefined) return BARE
  return { kind: 'number', unit: formatUnit(op === '*' ? multiplyUnits(x, y) : divideUnits(x, y), 'zh') }
}

/** The type of an expression, as far as showing its value needs: the kind, the unit, the decimals of a figure. */
export function typeOf(world: World, expr: Expr): ValueType {
  switch (expr.kind) {
    case 'literal':
      switch (expr.literal.kind) {
        case 'number': {
          const places = decimals(parseRational(expr.literal.value)!)
          return { kind: 'number', unit: expr.literal.unit, ...(places === undefined ? {} : { decimals: places }) }
        }
        case 'enum':
          return { kind: 'enum', enum: expr.literal.enum }
        case 'nothing':
          return { kind: 'text' }
        default:
          return { kind: expr.literal.kind }
      }
    case 'field':
    case 'parameter':
    case 'external':
    case 'definition':
    case 'if':
    case 'reading':
    case 'table':
      return expr.type
    case 'sum':
      return typeOf(world, expr.value)
    case 'time':
      return expr.time === 'year' ? { kind: 'year' } : { kind: 'date' }
    case 'negate':
      return typeOf(world, expr.operand)
    case 'arithmetic': {
      const [left, right] = [typeOf(world, expr.left), typeOf(world, expr.right)]
      if (expr.op === '*' || expr.op === '/') return combined(expr.op, left, right)
      return left.kind === 'year' || right.kind !== 'number' ? left : left.kind === 'number' && left.unit === '' ? right : left
    }
    case 'round':
      return typeOf(world, expr.value)
    case 'extreme':
      return typeOf(world, expr.items[0]!)
    case 'count':
      return { kind: 'number', unit: '', decimals: 0 }
    case 'share':
    case 'ratio':
      return { kind: 'number', unit: '', ratio: true }
    case 'datePart':
      return expr.part === 'year' ? { kind: 'year' } : { kind: 'number', unit: expr.part === 'month' ? '月' : '天', decimals: 0 }
    case 'dateAdd':
      return { kind: 'date' }
    case 'daysBetween':
      return { kind: 'number', unit: '天', decimals: 0 }
    case 'fullYears':
      return { kind: 'number', unit: '年', decimals: 0 }
    case 'score':
      return expr.lines[0] === undefined ? BARE : typeOf(world, expr.lines[0].value)
    default:
      return { kind: 'boolean' }
  }
}

function unitLabel(unit: string): Label | undefined {
  if (unit === '') return undefined
  const parsed = parseUnit(unit)
  return { zh: unit, en: parsed === undefined ? unit : formatUnit(parsed, 'en') }
}

function numberFigure(value: Extract<Value, { kind: 'number' }>, type: ValueType): Figure {
  const unit = type.kind === 'number' ? unitLabel(type.unit) : undefined
  const places = type.kind === 'number' ? type.decimals : undefined
  const base = {
    kind:
      type.kind === 'year'
        ? ('year' as const)
        : type.kind === 'number' && type.ratio === true
          ? ('ratio' as const)
          : ('number' as const),
    ...(unit === undefined ? {} : { unit }),
    ...(places === undefined ? {} : { decimals: places }),
  }
  if (value.nothing === 'yes') return { ...base, state: 'nothing' }
  const { lo, hi } = value.interval
  if (value.nothing === 'no' && isPoint(value.interval)) return { ...base, state: 'known', value: toFractionText(lo!) }
  return {
    ...base,
    state: 'unknown',
    ...(lo === null ? {} : { low: toFractionText(lo) }),
    ...(hi === null ? {} : { high: toFractionText(hi) }),
  }
}

/** The figure of a value of a type. */
export function figureOf(world: World, value: Value, type: ValueType): Figure {
  switch (value.kind) {
    case 'number':
      return numberFigure(value, type)
    case 'truth':
      if (value.nothing === true) return { kind: 'truth', state: 'nothing' }
      return value.truth === UNKNOWN
        ? { kind: 'truth', state: 'unknown' }
        : { kind: 'truth', state: 'known', value: value.truth === 1 ? 'true' : 'false' }
    case 'plain': {
      const kind = type.kind === 'date' ? 'date' : type.kind === 'enum' ? 'enum' : 'text'
      if (value.state !== 'known') return { kind, state: value.state }
      const label = type.kind === 'enum' ? named(world.enums, type.enum).values.find((one) => one.id === value.text) : undefined
      return {
        kind,
        state: 'known',
        value: value.text,
        ...(label === undefined ? {} : { label: { zh: label.zh, en: label.en } }),
      }
    }
    default: {
      const unreachable: never = value
      throw new RangeError(String(unreachable))
    }
  }
}
