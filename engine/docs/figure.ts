import type { Expr, Literal, ValueType } from '../../dsl/lower/program.ts'
import { decimals, formatUnit, parseRational, parseUnit } from '../../dsl/value/index.ts'
import type { Figure } from '../explain/explanation.ts'
import { figureText } from '../explain/phrase.ts'
import type { Names } from './names.ts'

/** A literal value with its unit. */
export function literalText(literal: Literal, type: ValueType, names: Names): string {
  if (literal.kind === 'nothing') return names.words.nothing
  return figureText(figureOfLiteral(literal, type, names), names.words)
}

/** A share as a percentage; one that no percentage can say as it stands: 2/3. */
export function ratioText(value: string, names: Names): string {
  const number = parseRational(value)
  return number !== undefined && decimals(number) === undefined ? value : figureText(ratio(value), names.words)
}

const ratio = (value: string): Figure => ({ kind: 'ratio', state: 'known', value })

const TRUTHS: ReadonlySet<string> = new Set([
  'not',
  'and',
  'or',
  'compare',
  'between',
  'in',
  'has',
  'status',
  'quantifier',
  'meets',
])

/** The type of an expression as far as writing a number beside it needs. */
export function typeOf(expr: Expr): ValueType {
  switch (expr.kind) {
    case 'literal':
      if (expr.literal.kind === 'number') return { kind: 'number', unit: expr.literal.unit }
      if (expr.literal.kind === 'enum') return { kind: 'enum', enum: expr.literal.enum }
      return expr.literal.kind === 'nothing' ? { kind: 'text' } : { kind: expr.literal.kind }
    case 'field':
    case 'parameter':
    case 'external':
    case 'definition':
    case 'if':
    case 'reading':
    case 'table':
    case 'sum':
      return expr.type
    case 'share':
    case 'ratio':
      return { kind: 'number', unit: '', ratio: true }
    case 'round':
      return typeOf(expr.value)
    case 'negate':
      return typeOf(expr.operand)
    case 'extreme':
      return expr.items[0] === undefined ? { kind: 'boolean' } : typeOf(expr.items[0])
    case 'time':
      return expr.time === 'year' ? { kind: 'year' } : { kind: 'date' }
    case 'datePart':
      return expr.part === 'year' ? { kind: 'year' } : { kind: 'number', unit: '' }
    case 'arithmetic': {
      const [left, right] = [typeOf(expr.left), typeOf(expr.right)]
      return left.kind === 'number' && left.unit === '' && left.ratio !== true ? right : left
    }
    case 'count':
    case 'daysBetween':
    case 'fullYears':
    case 'score':
      return { kind: 'number', unit: '' }
    case 'dateAdd':
      return { kind: 'date' }
    default:
      return { kind: 'boolean' }
  }
}

/** Whether an expression is a condition. */
export function isTruth(expr: Expr): boolean {
  return TRUTHS.has(expr.kind) || typeOf(expr).kind === 'boolean'
}

/** A number of a type, its unit in both languages. */
export function figureOfNumber(value: string, type: ValueType): Figure {
  if (type.kind === 'year') return { kind: 'year', state: 'known', value }
  if (type.kind !== 'number') return { kind: 'number', state: 'known', value }
  if (type.ratio === true) return ratio(value)
  const unit = type.unit === '' ? undefined : parseUnit(type.unit)
  return {
    kind: 'number',
    state: 'known',
    value,
    ...(type.decimals === undefined ? {} : { decimals: type.decimals }),
    ...(type.unit === '' ? {} : { unit: { zh: type.unit, en: unit === undefined ? type.unit : formatUnit(unit, 'en') } }),
  }
}

/** A value that stands for itself. */
export function figureOfLiteral(literal: Literal, type: ValueType, names: Names): Figure {
  switch (literal.kind) {
    case 'number':
      return figureOfNumber(literal.value, type)
    case 'boolean':
      return { kind: 'truth', state: 'known', value: String(literal.value) }
    case 'date':
      return { kind: 'date', state: 'known', value: literal.value }
    case 'year':
      return { kind: 'year', state: 'known', value: String(literal.value) }
    case 'text':
      return { kind: 'text', state: 'known', value: literal.value }
    case 'enum': {
      const value = names.enumOf(literal.enum)?.values.find((one) => one.id === literal.value)
      return {
        kind: 'enum',
        state: 'known',
        value: literal.value,
        ...(value === undefined ? {} : { label: { zh: value.zh, en: value.en } }),
      }
    }
    case 'nothing':
      return { kind: 'text', state: 'nothing' }
    default: {
      const unreachable: never = literal
      throw new RangeError(String(unreachable))
    }
  }
}
