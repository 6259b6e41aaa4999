import type { Field, Term } from '../../dsl/lower/program.ts'
import {
  ALL,
  FALSE,
  fromInteger,
  interval,
  parseRational,
  point,
  readFactNumber,
  readFactRatio,
  TRUE,
  UNKNOWN,
} from '../../dsl/value/index.ts'
import { compareValues, NOTHING_PLAIN, numberValue, plainValue, truthValue, UNKNOWN_PLAIN, type Value } from './value.ts'
import { type Element, named, type World } from './world.ts'

/** Why something that was given does not count. `given` are the ids of roles or the sources as written. */
export interface FactCause {
  readonly kind: 'role' | 'later' | 'tie' | 'source'
  readonly given: readonly string[]
}

/** A fact as it was found: its path, its value, and where it came from. */
export interface FactSeen {
  readonly element: Element
  readonly field: Field
  readonly path: string
  readonly year?: number
  readonly value: Value
  readonly source?: string
  readonly judged?: { readonly role: string; readonly on: string; readonly by?: string; readonly basis?: string }
  readonly cause?: FactCause
}

/** Both spellings of the keys a wrapped value, an act or a partial list may have. */
export const KEYS = {
  value: ['value', '值'],
  source: ['source', '来源'],
  role: ['role', '角色'],
  on: ['on', '日期'],
  by: ['by', '经办人'],
  basis: ['basis', '依据'],
  items: ['items', '项'],
  partial: ['partial', '不全'],
  nothing: ['nothing', '无'],
  item: ['item', '条目'],
  reason: ['reason', '理由'],
  result: ['result', '结果'],
  departures: ['departures', '偏离'],
  rechecks: ['rechecks', '复核'],
} as const

const YEAR = /^[0-9]{4}$/

type JsonObject = Readonly<Record<string, unknown>>

/** Whether something is a JSON object. */
export function isObject(x: unknown): x is JsonObject {
  return typeof x === 'object' && x !== null && !Array.isArray(x)
}

/** The entry of an object under either spelling of a key. */
export function entry(object: JsonObject, key: keyof typeof KEYS): unknown {
  return KEYS[key].map((spelling) => object[spelling]).find((x) => x !== undefined)
}

/** The entry as text; undefined when there is none. */
export function textEntry(object: JsonObject, key: keyof typeof KEYS): string | undefined {
  const found = entry(object, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** The objects of a list of acts (偏离, 复核, 认定), one alone included. */
export function objects(x: unknown): readonly JsonObject[] {
  return (Array.isArray(x) ? x : [x]).filter(isObject)
}

function isUnknown(x: unknown): boolean {
  return x === undefined || x === null || x === ''
}

/** The field's value as written in the element, under its id or its Chinese name. */
export function written(element: Element, field: Field): unknown {
  return element.facts?.[field.id] ?? element.facts?.[field.zh]
}

/** The path of a fact about an element: `members[2].dropout`. */
export function pathOf(element: Element, field: Term, year?: number): string {
  return `${element.path === '' ? '' : `${element.path}.`}${field.id}${year === undefined ? '' : `@${year}`}`
}

/** The id of what is written as an id or as a Chinese name, an id first; the text itself when it names nothing. */
export function idOf(terms: readonly Term[], name: string): string {
  const found = terms.find((term) => term.id === name) ?? terms.find((term) => term.zh === name)
  return found?.id ?? name
}

function unknownOf(field: Field): Value {
  switch (field.type.kind) {
    case 'boolean':
      return truthValue(UNKNOWN)
    case 'number':
    case 'year': {
      const bound = (text: string | undefined) => (text === undefined ? null : (parseRational(text) ?? null))
      const range = field.low === undefined && field.high === undefined ? ALL : interval(bound(field.low), bound(field.high))
      return { kind: 'number', interval: range, nothing: field.nullable ? 'maybe' : 'no' }
    }
    default:
      return { kind: 'plain', state: 'unknown', nothing: field.nullable ? 'maybe' : 'no' }
  }
}

function nothingValue(field: Field): Value {
  switch (field.type.kind) {
    case 'boolean':
      return { kind: 'truth', truth: FALSE, nothing: true }
    case 'number':
    case 'year':
      return { kind: 'number', interval: ALL, nothing: 'yes' }
    default:
      return NOTHING_PLAIN
  }
}

/** A plain value of the field's type. What the fact checker would refuse reads as unknown here. */
function read(world: World, field: Field, raw: unknown): Value {
  if (isUnknown(raw)) return unknownOf(field)
  if (field.nullable && (raw === '无' || (isObject(raw) && entry(raw, 'nothing') === true))) return nothingValue(field)
  const type = field.type
  switch (type.kind) {
    case 'boolean':
      if (raw === true || raw === '是') return truthValue(1)
      return raw === false || raw === '否' ? truthValue(0) : unknownOf(field)
    case 'number': {
      const number = type.ratio === true ? readFactRatio(raw, type.decimals) : readFactNumber(raw, type.decimals)
      return number.ok ? numberValue(point(number.value)) : unknownOf(field)
    }
    case 'year': {
      const year = Number(raw)
      return Number.isSafeInteger(year) ? numberValue(point(fromInteger(year))) : unknownOf(field)
    }
    case 'enum':
      return plainValue(idOf(named(world.enums, type.enum).values, String(raw)))
    default:
      return typeof raw === 'string' ? plainValue(raw) : UNKNOWN_PLAIN
  }
}

type Read = Pick<FactSeen, 'value' | 'judged' | 'source' | 'cause'>

/** A list of ids without repeats. */
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

function judged(world: World, field: Field, raw: unknown): Read {
  const given = objects(raw).map((act) => ({
    act,
    role: idOf(world.program.roles, textEntry(act, 'role') ?? ''),
    on: textEntry(act, 'on') ?? '',
    source: sourceOf(world, textEntry(act, 'source')),
  }))
  if (given.length === 0) return { value: unknownOf(field) }
  const nothing = (kind: FactCause['kind'], ids: readonly string[]): Read => ({
    value: unknownOf(field),
    cause: { kind, given: distinct(ids) },
  })
  const entitled = given.filter((one) => field.judgement?.roles.includes(one.role) === true)
  if (entitled.length === 0)
    return nothing(
      'role',
      given.map((one) => one.role),
    )
  const sourced = entitled.filter((one) => field.channel === undefined || one.source === field.channel)
  if (sourced.length === 0)
    return nothing(
      'source',
      entitled.flatMap((one) => one.source ?? []),
    )
  const counted = sourced.filter((one) => one.on <= world.times.asOf)
  if (counted.length === 0) return nothing('later', [])
  const day = counted
    .map((one) => one.on)
    .sort()
    .at(-1)
  const last = counted.filter((one) => one.on === day)
  const values = last.map((one) => read(world, field, entry(one.act, 'value')))
  if (values.some((value) => compareValues('eq', value, values[0]!) !== TRUE)) {
    return nothing(
      'tie',
      last.map((one) => one.role),
    )
  }
  const first = last[0]!
  const by = textEntry(first.act, 'by')
  const basis = textEntry(first.act, 'basis')
  return {
    value: values[0]!,
    judged: { role: first.role, on: first.on, ...(by === undefined ? {} : { by }), ...(basis === undefined ? {} : { basis }) },
  }
}

/** The channel a source names. */
export function sourceOf(world: World, text: string | undefined): string | undefined {
  return text === undefined ? undefined : idOf(world.program.channels, text)
}

/** Whether it is {value, source}. */
export function isWrapped(x: unknown): x is JsonObject {
  return isObject(x) && entry(x, 'value') !== undefined
}

function isYearTable(x: unknown): x is JsonObject {
  return isObject(x) && Object.keys(x).every((key) => YEAR.test(key))
}

function plain(world: World, field: Field, raw: unknown, inherited: string | undefined): Read {
  const inner = isWrapped(raw) ? entry(raw, 'value') : raw
  const source = isWrapped(raw) ? (sourceOf(world, textEntry(raw, 'source')) ?? inherited) : inherited
  if (field.channel !== undefined && source !== field.channel) {
    const given = source === undefined ? [] : [source]
    return { value: unknownOf(field), ...(isUnknown(inner) ? {} : { cause: { kind: 'source' as const, given } }) }
  }
  return { value: read(world, field, inner), ...(source === undefined ? {} : { source }) }
}

/** What an element's field holds; `year` for a yearly field ('unknown': in a year that is not known). */
export function factOf(world: World, element: Element, field: Field, year?: number | 'unknown'): FactSeen {
  const at = field.yearly && typeof year === 'number' && year !== world.times.year ? year : undefined
  const base = { element, field, path: pathOf(element, field, at), ...(typeof year === 'number' ? { year } : {}) }
  if (year === 'unknown') return { ...base, value: unknownOf(field) }
  let raw = written(element, field)
  let inherited: string | undefined
  if (field.yearly) {
    const wanted = year ?? world.times.year
    const table = field.judgement === undefined && isWrapped(raw) ? entry(raw, 'value') : raw
    if (isYearTable(table)) {
      if (isWrapped(raw)) inherited = sourceOf(world, textEntry(raw, 'source'))
      raw = table[String(wanted)]
    } else if (wanted !== world.times.year) raw = undefined
  }
  return { ...base, ...(field.judgement === undefined ? plain(world, field, raw, inherited) : judged(world, field, raw)) }
}
