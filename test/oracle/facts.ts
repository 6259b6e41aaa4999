import type { Entity, Field, Program } from '../../dsl/lower/program.ts'
import type { Facts, Times } from '../../engine/types.ts'
import { readDepartures, readJudgement, readRechecks } from './acts.ts'
import type { Element, Fact } from './element.ts'
import { Refusal } from './problem.ts'
import { isObject, isUnknown, type Json, readScalar } from './scalar.ts'
import type { Value } from './value.ts'

/** Everything reading needs to know. */
interface Reading {
  readonly program: Program
  readonly times: Times
}

const ACTS = { departures: '偏离', rechecks: '复核' } as const

/** Reads one JSON object as an element of the entity; throws Refusal. */
export function readElement(reading: Reading, entity: Entity, json: unknown, path: string): Element {
  if (!isObject(json)) throw new Refusal('wrong-type', path)
  const isSubject = reading.program.standards.some((s) => s.entity === entity.id)
  const spellings = [['id', 'id'], ...entity.fields.map((f) => [f.id, f.zh]), ...(isSubject ? Object.entries(ACTS) : [])] as [
    string,
    string,
  ][]
  const written = new Map<string, unknown>()
  for (const key of Object.keys(json)) {
    const canonical = spellings.find(([id]) => id === key)?.[0] ?? spellings.find(([, zh]) => zh === key)?.[0]
    if (canonical === undefined) throw new Refusal('unknown-key', below(path, key))
    if (written.has(canonical)) throw new Refusal('both-spellings', below(path, canonical))
    written.set(canonical, json[key])
  }
  const id = written.get('id')
  if (!isUnknown(id) && typeof id !== 'string') throw new Refusal('wrong-type', below(path, 'id'))
  const facts = new Map<string, Fact>()
  for (const field of entity.fields) {
    const fact = readFact(reading, field, written.get(field.id), below(path, field.id))
    if (fact !== undefined) facts.set(field.id, fact)
  }
  const { program, times } = reading
  return {
    entity: entity.id,
    path,
    facts,
    departures: readDepartures(program, entity, written.get('departures'), times.asOf, below(path, 'departures')),
    rechecks: readRechecks(program, entity, written.get('rechecks'), times.asOf, below(path, 'rechecks')),
  }
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

function readFact(reading: Reading, field: Field, json: unknown, path: string): Fact | undefined {
  if (isUnknown(json)) return undefined
  if (field.type.kind === 'list') return readList(reading, field, json, path)
  if (field.type.kind === 'entity') {
    return { kind: 'entity', element: readElement(reading, entityOf(reading.program, field.type.entity), json, path) }
  }
  if (field.yearly) return readYears(reading, field, json, path)
  const value = readSingle(reading, field, json, path)
  return value === undefined ? undefined : { kind: 'value', value }
}

/** The entity of that id. */
export function entityOf(program: Program, id: string): Entity {
  const entity = program.entities.find((e) => e.id === id)
  if (entity === undefined) throw new Error(`no entity ${id}`)
  return entity
}

function readList(reading: Reading, field: Field, json: unknown, path: string): Fact | undefined {
  if (field.type.kind !== 'list') throw new Error('not a list')
  const entity = entityOf(reading.program, field.type.entity)
  const wrapped = isObject(json) ? readWrapper(json, { items: '项', partial: '不全' }, path) : undefined
  const array = wrapped === undefined ? json : wrapped['items']
  const partial = wrapped === undefined ? false : (wrapped['partial'] ?? false)
  if (isUnknown(array) && typeof partial === 'boolean') return undefined
  if (!Array.isArray(array) || typeof partial !== 'boolean') throw new Refusal('wrong-type', path)
  if (field.type.atMost !== undefined && array.length > field.type.atMost) throw new Refusal('too-many', path)
  return { kind: 'list', elements: array.map((one, i) => readElement(reading, entity, one, `${path}[${i}]`)), partial }
}

/** An object whose keys are all of these, by either spelling; keyed by the first. */
function readWrapper(json: Json, keys: Readonly<Record<string, string>>, path: string): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(json)) {
    const canonical = Object.keys(keys).find((k) => k === key || keys[k] === key)
    if (canonical === undefined) throw new Refusal('unknown-key', `${path}.${key}`)
    if (Object.hasOwn(out, canonical)) throw new Refusal('both-spellings', `${path}.${canonical}`)
    out[canonical] = json[key]
  }
  return out
}

function readYears(reading: Reading, field: Field, json: unknown, path: string): Fact {
  const keyed = isObject(json) && Object.keys(json).every((key) => /^\d{4}$/.test(key))
  const entries: [number, unknown, string][] = keyed
    ? Object.keys(json).map((key) => [Number(key), json[key], `${path}@${key}`])
    : [[reading.times.year, json, path]]
  const years = new Map<number, Value>()
  for (const [year, one, where] of entries) {
    const value = isUnknown(one) ? undefined : readSingle(reading, field, one, where)
    if (value !== undefined) years.set(year, value)
  }
  return { kind: 'years', years }
}

/** A value, undefined while it counts as unknown (nothing written, no judgement that counts, not from its channel). */
function readSingle(reading: Reading, field: Field, json: unknown, path: string): Value | undefined {
  const { program } = reading
  if (field.judgement !== undefined) return readJudgement(program, field, json, reading.times.asOf, path)
  const isWrapped = isObject(json) && !Object.hasOwn(json, 'nothing')
  const wrapped = isWrapped ? readWrapper(json, { value: '值', source: '来源' }, path) : { value: json, source: undefined }
  if (isWrapped && !Object.hasOwn(wrapped, 'value')) throw new Refusal('wrong-type', path)
  if (!isUnknown(wrapped.source) && typeof wrapped.source !== 'string') throw new Refusal('wrong-type', path)
  const value = isUnknown(wrapped.value) ? undefined : readScalar(program, field, wrapped.value, path)
  if (field.channel === undefined) return value
  const channel = program.channels.find((c) => c.id === field.channel)
  const named = wrapped.source === field.channel || (channel !== undefined && wrapped.source === channel.zh)
  return named ? value : undefined
}

/** Reads the facts of a subject. */
export function readFacts(program: Program, entity: string, facts: Facts, times: Times): Element {
  return readElement({ program, times }, entityOf(program, entity), facts, '')
}
