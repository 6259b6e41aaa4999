import type { Entity, Field, Item, Program, Term } from '../../dsl/lower/program.ts'
import { formatUnit, parseRational, parseUnit, toDecimalText } from '../../dsl/value/index.ts'
import type { Lang } from '../types.ts'
import { anyOf, BLANK, DATE, type Schema, scalarSchema, spellings } from './scalar-schema.ts'
import { SCHEMA_WORDS, type SchemaWords } from './words.ts'

/**
 * Facts as JSON Schema (draft 2020-12), generated from the same program the fact checker is made from and held to it by a property test.
 *
 * The checker is stricter in what a schema cannot say:
 * - 约束 (relations between facts);
 * - how exact a JSON number is: more than 15 significant digits, or more decimals than the field has (a schema's `multipleOf` is reckoned in doubles by its
 *   readers and would refuse good figures; figures written as text are checked exactly);
 * - the range of a figure written as text, its sign apart;
 * - size as a whole: nesting deeper than 32, more than two million elements.
 * In nothing is the schema stricter than the checker.
 */
type Properties = Record<string, Schema>

const STRING_OR_BLANK: Schema = { type: ['string', 'null'] }
const FILLED: Schema = { type: 'string', minLength: 1 }
const YEAR_KEY = '^(?!0000)[0-9]{4}$'

/** Both spellings of the keys of wrapped values and acts. */
const SPELLINGS = {
  value: '值',
  source: '来源',
  role: '角色',
  on: '日期',
  by: '经办人',
  basis: '依据',
  item: '条目',
  reason: '理由',
  result: '结果',
  items: '项',
  partial: '不全',
} as const

type Key = keyof typeof SPELLINGS

/** An object whose keys may be spelt either way, not both ways at once. */
function spelt(entries: Partial<Record<Key, Schema>>, required: readonly Key[]): Schema {
  const properties: Properties = {}
  const allOf: Schema[] = []
  for (const [key, schema] of Object.entries(entries) as [Key, Schema][]) {
    const zh = SPELLINGS[key]
    properties[key] = schema
    properties[zh] = schema
    allOf.push(required.includes(key) ? { oneOf: [{ required: [key] }, { required: [zh] }] } : { not: { required: [key, zh] } })
  }
  return { type: 'object', properties, allOf, additionalProperties: false }
}

function definitionName(id: string): string {
  return `entity.${id}`
}

function refTo(id: string, ...path: readonly string[]): Schema {
  return pointTo(definitionName(id), ...path)
}

function pointTo(...path: readonly string[]): Schema {
  const pointer = path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  return { $ref: `#/$defs/${pointer.join('/')}` }
}

function listSchema(field: Field): Schema {
  if (field.type.kind !== 'list') return false
  const { atMost } = field.type
  const items: Schema = { type: 'array', items: refTo(field.type.entity), ...(atMost === undefined ? {} : { maxItems: atMost }) }
  return anyOf([
    BLANK,
    items,
    spelt({ items: anyOf([BLANK, items]), partial: { type: 'boolean' }, source: STRING_OR_BLANK }, ['items']),
  ])
}

const DATE_REF = pointTo('date')
const ROLE_REF = pointTo('role')

function valueName(entity: Entity, field: Field): string {
  return `value.${entity.id}.${field.id}`
}

function judgementSchema(value: Schema): Schema {
  const one = spelt(
    { value, source: STRING_OR_BLANK, role: ROLE_REF, on: DATE_REF, by: STRING_OR_BLANK, basis: STRING_OR_BLANK },
    ['value', 'role', 'on'],
  )
  return anyOf([one, { type: 'array', items: one }])
}

/** A value that stands for itself or comes as {value, source}. */
function sourcedSchemas(value: Schema): Schema[] {
  return [value, spelt({ value: anyOf([BLANK, value]), source: STRING_OR_BLANK }, ['value'])]
}

function yearly(one: readonly Schema[]): Schema {
  return { type: 'object', patternProperties: { [YEAR_KEY]: anyOf([BLANK, ...one]) }, additionalProperties: false }
}

function valueSchema(entity: Entity, field: Field): Schema {
  if (field.type.kind === 'list') return listSchema(field)
  if (field.type.kind === 'entity') return anyOf([BLANK, refTo(field.type.entity)])
  const value = pointTo(valueName(entity, field))
  if (field.judgement !== undefined) {
    const judged = judgementSchema(value)
    return anyOf([BLANK, judged, ...(field.yearly ? [yearly([judged])] : [])])
  }
  const one = sourcedSchemas(value)
  if (!field.yearly) return anyOf([BLANK, ...one])
  const inner = anyOf([BLANK, ...one, yearly(one)])
  return anyOf([BLANK, value, yearly(one), spelt({ value: inner, source: STRING_OR_BLANK }, ['value'])])
}

function name(term: Pick<Term, 'zh' | 'en'>, lang: Lang): string {
  return term[lang]
}

function decimalText(fraction: string): string {
  const number = parseRational(fraction)
  return number === undefined ? fraction : toDecimalText(number, 12)
}

function describe(program: Program, field: Field, lang: Lang, w: SchemaWords): string {
  const { type } = field
  const said: string[] = field.note === undefined ? [] : [field.note]
  if (type.kind === 'number' && type.ratio === true) said.push(w.ratio)
  else if (type.kind === 'number') {
    const unit = parseUnit(type.unit)
    if (type.unit !== '') said.push(w.unit(unit === undefined || lang === 'zh' ? type.unit : formatUnit(unit, 'en')))
    if (type.decimals !== undefined) said.push(w.decimals(type.decimals))
  }
  if (field.low !== undefined || field.high !== undefined) {
    const [low, high] = [field.low, field.high].map((bound) => (bound === undefined ? undefined : decimalText(bound)))
    said.push(w.range(low, high))
  }
  if (field.nullable) said.push(w.nullable)
  if (field.yearly) said.push(w.yearly)
  if (field.judgement !== undefined) {
    said.push(
      w.judgement(program.roles.filter((role) => field.judgement?.roles.includes(role.id)).map((role) => name(role, lang))),
    )
  }
  const channel = program.channels.find((one) => one.id === field.channel)
  if (channel !== undefined) said.push(w.channel(name(channel, lang)))
  return said.join(w.stop)
}

function preorder(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...preorder(item.group?.parts ?? [])])
}

function acts(one: Schema, possible: boolean): Schema {
  return anyOf([BLANK, { type: 'array', items: one, ...(possible ? {} : { maxItems: 0 }) }])
}

/** 偏离 and 复核, on entities some standard is about. */
function actProperties(program: Program, entity: Entity, w: SchemaWords): [string, string, Schema][] {
  const standards = program.standards.filter((standard) => standard.entity === entity.id)
  if (standards.length === 0) return []
  const items = standards.flatMap((standard) => preorder(standard.items))
  const departable = items.filter((item) => item.inPrinciple)
  const suspending = items.filter((item) => item.kind === 'suspend')
  const departure = spelt({ item: spellings(departable), reason: FILLED, by: FILLED, on: DATE_REF }, [
    'item',
    'reason',
    'by',
    'on',
  ])
  const recheck = spelt(
    {
      item: spellings(suspending),
      result: { enum: ['pass', '符合', 'fail', '不符合'] },
      role: ROLE_REF,
      on: DATE_REF,
      by: STRING_OR_BLANK,
      basis: STRING_OR_BLANK,
    },
    ['item', 'result', 'role', 'on'],
  )
  return [
    ['departures', '偏离', { title: w.departures, ...(acts(departure, departable.length > 0) as object) }],
    ['rechecks', '复核', { title: w.rechecks, ...(acts(recheck, suspending.length > 0) as object) }],
  ]
}

function entitySchema(program: Program, entity: Entity, lang: Lang): Schema {
  const w = SCHEMA_WORDS[lang]
  const properties: Properties = { id: { title: w.id, ...(STRING_OR_BLANK as object) } }
  const pairs: [string, string][] = []
  for (const [key, zh, schema] of actProperties(program, entity, w)) {
    properties[key] = schema
    properties[zh] = schema
    pairs.push([key, zh])
  }
  // An id wins over another field's Chinese name, as in the checker.
  const ids = new Set(entity.fields.map((field) => field.id))
  for (const field of entity.fields) {
    if (field.zh === field.id || ids.has(field.zh)) continue
    properties[field.zh] = {
      title: field.zh,
      description: w.same(field.id),
      ...(refTo(entity.id, 'properties', field.id) as object),
    }
    pairs.push([field.id, field.zh])
  }
  for (const field of entity.fields) {
    const description = describe(program, field, lang, w)
    properties[field.id] = {
      title: name(field, lang),
      ...(description === '' ? {} : { description }),
      ...(valueSchema(entity, field) as object),
    }
  }
  return {
    title: name(entity, lang),
    ...(entity.note === undefined ? {} : { description: entity.note }),
    type: 'object',
    properties,
    ...(pairs.length === 0 ? {} : { allOf: pairs.map((pair) => ({ not: { required: pair } })) }),
    additionalProperties: false,
  }
}

/** The plain values of an entity's fields, said once. */
function valueDefinitions(program: Program, entity: Entity): [string, Schema][] {
  const plain = entity.fields.filter((field) => field.type.kind !== 'list' && field.type.kind !== 'entity')
  return plain.map((field) => [valueName(entity, field), scalarSchema(program, field)])
}

/** Entities a subject's facts can hold, itself first. */
function reachable(program: Program, id: string): Entity[] {
  const found = new Map<string, Entity>()
  const visit = (at: string): void => {
    const entity = program.entities.find((one) => one.id === at)
    if (entity === undefined || found.has(at)) return
    found.set(at, entity)
    for (const { type } of entity.fields) if (type.kind === 'list' || type.kind === 'entity') visit(type.entity)
  }
  visit(id)
  return [...found.values()]
}

/**
 * JSON Schema of the facts accepted for the subject of a standard, or for an entity; titles and descriptions in `lang`.
 * Throws RangeError for an id that names neither.
 */
export function factsSchema(program: Program, standardOrEntity: string, lang: Lang = 'zh'): object {
  const standard = program.standards.find((one) => one.id === standardOrEntity)
  const id = standard?.entity ?? standardOrEntity
  const entities = reachable(program, id)
  const subject = entities[0]
  if (subject === undefined) throw new RangeError(`no standard or entity called ${standardOrEntity}`)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: SCHEMA_WORDS[lang].title(name(program.policy, lang), name(subject, lang)),
    ...(refTo(id) as object),
    $defs: {
      ...Object.fromEntries(entities.map((entity) => [definitionName(entity.id), entitySchema(program, entity, lang)])),
      ...Object.fromEntries(entities.flatMap((entity) => valueDefinitions(program, entity))),
      date: DATE,
      role: spellings(program.roles),
    },
  }
}
