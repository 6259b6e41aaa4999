import type { Field, Program, Term, ValueType } from '../../dsl/lower/program.ts'
import { compare, equals, fromJsonNumber, ONE, parseRational, type Rational, toNumber, ZERO } from '../../dsl/value/index.ts'

/** A JSON Schema, or part of one. */
export type Schema = { readonly [keyword: string]: unknown } | boolean

/** Longer texts are no figures. */
const MAX_DIGITS = 400
const LEAP_YEAR = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
const LONG_MONTHS = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])'
const SHORT_MONTHS = '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)'

/** Dates that exist, years 0001 to 9999. The pattern is exact, so `format` adds nothing where it is not checked. */
export const DATE: Schema = {
  type: 'string',
  format: 'date',
  pattern: `^(?!0000)(?:[0-9]{4}-(?:${LONG_MONTHS}|${SHORT_MONTHS}|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP_YEAR}-02-29)$`,
}

/** Not known: null or an empty text (a missing key is the same). */
export const BLANK: Schema = { enum: [null, ''] }

/** 无: known not to exist. */
const NOTHING: readonly Schema[] = [{ const: '无' }, { enum: [{ nothing: true }, { 无: true }] }]

/** Ids and Chinese names of declared things. */
export function spellings(terms: readonly Term[]): Schema {
  const names = [...new Set(terms.flatMap((term) => [term.id, term.zh]))]
  return names.length === 0 ? false : { enum: names }
}

/** The bound as a JSON number, where one says it exactly. */
function exact(text: string | undefined): number | undefined {
  const bound = text === undefined ? undefined : parseRational(text)
  if (bound === undefined) return undefined
  const number = toNumber(bound)
  const back = fromJsonNumber(number)
  return back !== undefined && equals(back, bound) ? number : undefined
}

function bounds(low: string | undefined, high: string | undefined): Schema {
  const [minimum, maximum] = [exact(low), exact(high)]
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

/** Places after the point, trailing zeros not counted; none: any. */
function fraction(places: number | undefined): string {
  return places === undefined ? '(?:\\.[0-9]+)?' : `(?:\\.(?=[0-9])[0-9]{0,${places}}0*)?`
}

function isNotNegative(low: string | undefined): boolean {
  const bound = low === undefined ? undefined : parseRational(low)
  return bound !== undefined && compare(bound, ZERO) >= 0
}

function numberSchemas(field: Field, places: number | undefined): Schema[] {
  const any = `[0-9]+${fraction(places)}`
  const pattern = isNotNegative(field.low) ? `^(?:${any}|-0+(?:\\.0+)?)$` : `^-?${any}$`
  return [
    { type: places === 0 ? 'integer' : 'number', ...(bounds(field.low, field.high) as object) },
    { type: 'string', maxLength: MAX_DIGITS, pattern },
  ]
}

/** `shift` places of the number before its sign are places of the ratio: 2 for %, 3 for ‰. */
function percentPattern(sign: string, places: number | undefined, shift: number, minus: string): string {
  const negativeZero = `-0+(?:\\.0+)?${sign}`
  if (places === undefined || places >= shift) {
    return `${minus}[0-9]+${fraction(places === undefined ? undefined : places - shift)}${sign}|${negativeZero}`
  }
  const zeros = '0'.repeat(shift - places)
  return `${minus}(?:0+|[0-9]*${zeros})(?:\\.0+)?${sign}|${negativeZero}`
}

function ratioSchemas(field: Field, places: number | undefined): Schema[] {
  const tighter = (text: string | undefined, limit: Rational, sign: 1 | -1): string => {
    const bound = text === undefined ? undefined : parseRational(text)
    return bound !== undefined && compare(bound, limit) === sign ? text! : limit === ONE ? '1' : '0'
  }
  const number = { type: 'number', ...(bounds(tighter(field.low, ZERO, 1), tighter(field.high, ONE, -1)) as object) }
  const plain = `0+${fraction(places)}|0*1(?:\\.0+)?|-0+(?:\\.0+)?`
  const minus = field.low !== undefined && compare(parseRational(field.low) ?? ZERO, ZERO) < 0 ? '-?' : ''
  const signs = `${percentPattern('[%％]', places, 2, minus)}|${percentPattern('‰', places, 3, minus)}`
  return [number, { type: 'string', maxLength: MAX_DIGITS, pattern: `^(?:${plain}|${signs})$` }]
}

function plainSchemas(program: Program, field: Field, type: ValueType): readonly Schema[] {
  switch (type.kind) {
    case 'boolean':
      return [{ enum: [true, false, '是', '否'] }]
    case 'number':
      return type.ratio === true ? ratioSchemas(field, type.decimals) : numberSchemas(field, type.decimals)
    case 'year': {
      const limits = bounds(field.low, field.high) as { minimum?: number; maximum?: number }
      return [
        { type: 'integer', minimum: Math.max(1, limits.minimum ?? 1), maximum: Math.min(9999, limits.maximum ?? 9999) },
        { type: 'string', pattern: '^(?!0000)[0-9]{4}$' },
      ]
    }
    case 'date':
      return [DATE]
    case 'text':
      return [{ type: 'string', minLength: 1 }]
    case 'enum':
      return [spellings(program.enums.find((one) => one.id === type.enum)?.values ?? [])]
    case 'entity':
    case 'list':
      return []
    default: {
      const unreachable: never = type
      throw new RangeError(String(unreachable))
    }
  }
}

/** One of the schemas. */
export function anyOf(schemas: readonly Schema[]): Schema {
  return schemas.length === 1 ? schemas[0]! : { anyOf: schemas }
}

/** A plain value of a field that is known: a number, a text, 是, 无 where the field may be. */
export function scalarSchema(program: Program, field: Field): Schema {
  return anyOf([...plainSchemas(program, field, field.type), ...(field.nullable ? NOTHING : [])])
}
