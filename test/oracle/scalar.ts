import type { Field, Program } from '../../dsl/lower/program.ts'
import { parts } from './calendar.ts'
import { Refusal } from './problem.ts'
import { divide, exact, fits, ONE, order, parse, type Q, q, ZERO } from './rational.ts'
import { known, NOTHING, numberValue, truthValue, type Value } from './value.ts'

/** A missing key, null and an empty text. */
export const isUnknown = (json: unknown): boolean => json === undefined || json === null || json === ''

export type Json = Readonly<Record<string, unknown>>

export function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function jsonNumber(json: number, path: string): Q {
  const text = String(json)
  const digits = text
    .replace(/e.*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '')
  const value = parse(text)
  if (value === undefined) throw new Refusal('wrong-type', path)
  if (digits.length > 15) throw new Refusal('too-precise', path)
  return value
}

function decimalText(json: string): Q | undefined {
  return /^-?\d+(\.\d+)?$/.test(json) ? parse(json) : undefined
}

function readNumber(json: unknown, path: string): Q {
  if (typeof json === 'number') return jsonNumber(json, path)
  const value = typeof json === 'string' ? decimalText(json) : undefined
  if (value === undefined) throw new Refusal('wrong-type', path)
  return value
}

/** From 0 to 1, or a text with a sign. */
function readRatio(json: unknown, path: string): Q {
  const signed = typeof json === 'string' ? /^(.*)([%％‰])$/.exec(json) : null
  const value = readNumber(signed === null ? json : signed[1], path)
  if (signed === null && order(value, ZERO) < 0) throw new Refusal('out-of-range', path)
  if (signed !== null) return divide(value, q(signed[2] === '‰' ? 1000 : 100))
  if (order(value, ONE) > 0) throw new Refusal('out-of-range', path)
  return value
}

function checkRange(field: Field, value: Q, path: string): void {
  const floor = field.type.kind === 'number' && field.type.ratio === true ? (field.low ?? '0') : field.low
  const low = floor !== undefined && order(value, exact(floor)) < 0
  const high = field.high !== undefined && order(value, exact(field.high)) > 0
  if (low || high) throw new Refusal('out-of-range', path)
}

/** The plain value of a fact that is there: a number, truth, date, year, text or category, or 无. */
export function readScalar(program: Program, field: Field, json: unknown, path: string): Value {
  if (field.nullable && (json === '无' || (isObject(json) && Object.keys(json).length === 1 && json['nothing'] === true)))
    return NOTHING
  const type = field.type
  switch (type.kind) {
    case 'boolean':
      if (json === true || json === '是') return truthValue('true')
      if (json === false || json === '否') return truthValue('false')
      throw new Refusal('wrong-type', path)
    case 'number': {
      const value = type.ratio === true ? readRatio(json, path) : readNumber(json, path)
      if (type.decimals !== undefined && !fits(value, type.decimals)) throw new Refusal('too-precise', path)
      checkRange(field, value, path)
      return numberValue(value)
    }
    case 'year': {
      const value = readNumber(json, path)
      if (!fits(value, 0)) throw new Refusal('wrong-type', path)
      checkRange(field, value, path)
      return numberValue(value)
    }
    case 'date':
      if (typeof json !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(json)) throw new Refusal('wrong-type', path)
      if (parts(json) === undefined) throw new Refusal('no-such-date', path)
      return known(json)
    case 'text':
      if (typeof json !== 'string') throw new Refusal('wrong-type', path)
      return known(json)
    case 'enum': {
      const values = program.enums.find((e) => e.id === type.enum)?.values ?? []
      const found = values.find((v) => v.id === json || v.zh === json)
      if (found === undefined) throw new Refusal('wrong-type', path)
      return known(found.id)
    }
    default:
      throw new Refusal('wrong-type', path)
  }
}
