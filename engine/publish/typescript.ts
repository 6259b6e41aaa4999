import type { Entity, Field, Item, Program, Term } from '../../dsl/lower/program.ts'

const PRELUDE = `/** Not known. A missing key is the same. */
export type Blank = null | ''
/** Known not to exist. */
export type Nothing = '无' | { readonly nothing: true } | { readonly 无: true }
/** Exact: a number of at most 15 significant digits, or a decimal text. */
export type Figure = number | string
/** A number from 0 to 1, or a text such as "2.5%". */
export type Ratio = number | string
export type Truth = boolean | '是' | '否'
/** YYYY-MM-DD */
export type DateText = string
export type Year = number | string

export type Sourced<T> = T | { readonly value: T | Blank; readonly source?: string | null }
export interface Judgement<T> {
  readonly value: T
  readonly role: Role
  readonly on: DateText
  readonly by?: string | null
  readonly basis?: string | null
  readonly source?: string | null
}
export type Judged<T> = Judgement<T> | readonly Judgement<T>[]
/** One value for the year of the decision, or values by year. */
export type Yearly<T> = T | { readonly [year: number]: T | Blank }
/** An array is complete. */
export type Listed<T> = readonly T[] | { readonly items: readonly T[] | Blank; readonly partial?: boolean; readonly source?: string | null }
export interface Departure<Item extends string> {
  readonly item: Item
  readonly reason: string
  readonly by: string
  readonly on: DateText
}
export interface Recheck<Item extends string> {
  readonly item: Item
  readonly result: 'pass' | 'fail' | '符合' | '不符合'
  readonly role: Role
  readonly on: DateText
  readonly by?: string | null
  readonly basis?: string | null
}
export type Outcome = 'not-applicable' | 'unmet' | 'suspended' | 'met' | 'undetermined'
`

const IDENTIFIER = /^[A-Za-z_$\p{Script=Han}][\w$\p{Script=Han}]*$/u

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : [...new Set(names)].map(quote).join(' | ')
}

function spelt(terms: readonly Term[]): string {
  return union(terms.flatMap((term) => [term.id, term.zh]))
}

function comment(text: string, indent = ''): string {
  return `${indent}/** ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\n`
}

function key(id: string): string {
  return IDENTIFIER.test(id) ? id : quote(id)
}

/** Type names for ids: net_income → NetIncome; every one of its own, and none of the prelude's. */
function typeNames(ids: readonly string[], suffix: string, taken: Set<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const id of ids) {
    const words = id.split(/[^\w\p{Script=Han}]+|_+/u).filter((word) => word !== '')
    const base = `${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}${suffix}`
    const start = IDENTIFIER.test(base) ? base : `_${base}`
    let name = start
    for (let n = 2; taken.has(name); n++) name = `${start}${n}`
    taken.add(name)
    names.set(id, name)
  }
  return names
}

interface Names {
  readonly entities: ReadonlyMap<string, string>
  readonly enums: ReadonlyMap<string, string>
}

function plain(field: Field, names: Names): string {
  const { type } = field
  switch (type.kind) {
    case 'boolean':
      return 'Truth'
    case 'number':
      return type.ratio === true ? 'Ratio' : 'Figure'
    case 'year':
      return 'Year'
    case 'date':
      return 'DateText'
    case 'text':
      return 'string'
    case 'enum':
      return names.enums.get(type.enum) ?? 'string'
    case 'entity':
      return names.entities.get(type.entity)!
    case 'list':
      return `Listed<${names.entities.get(type.entity)!}>`
    default: {
      const unreachable: never = type
      throw new RangeError(String(unreachable))
    }
  }
}

function fieldType(field: Field, names: Names): string {
  const base = plain(field, names)
  if (field.type.kind === 'list' || field.type.kind === 'entity') return base
  const value = field.nullable ? `${base} | Nothing` : base
  const one = field.judgement === undefined ? `Sourced<${value}>` : `Judged<${value}>`
  if (!field.yearly) return one
  return field.judgement === undefined ? `Sourced<Yearly<${one}>>` : `Yearly<${one}>`
}

function about(field: Field): string {
  const { type } = field
  const unit = type.kind === 'number' && type.unit !== '' ? `（${type.unit}）` : ''
  return `${field.zh}${unit}${field.note === undefined ? '' : `：${field.note}`}`
}

function preorder(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...preorder(item.group?.parts ?? [])])
}

function entityText(program: Program, entity: Entity, names: Names): string {
  const standards = program.standards.filter((standard) => standard.entity === entity.id)
  const items = standards.flatMap((standard) => preorder(standard.items))
  const own = new Set(entity.fields.map((field) => field.id))
  const lines: string[] = []
  if (!own.has('id')) lines.push('  readonly id?: string | null\n')
  for (const field of entity.fields)
    lines.push(`${comment(about(field), '  ')}  readonly ${key(field.id)}?: ${fieldType(field, names)} | Blank\n`)
  if (standards.length > 0 && !own.has('departures')) {
    lines.push(`  readonly departures?: readonly Departure<${spelt(items.filter((item) => item.inPrinciple))}>[] | Blank\n`)
  }
  if (standards.length > 0 && !own.has('rechecks')) {
    lines.push(`  readonly rechecks?: readonly Recheck<${spelt(items.filter((item) => item.kind === 'suspend'))}>[] | Blank\n`)
  }
  return `${comment(entity.zh)}export interface ${names.entities.get(entity.id)!} {\n${lines.join('')}}\n`
}

function standardsText(program: Program, names: Names): string {
  const facts = program.standards.map(
    (standard) => `${comment(standard.zh, '  ')}  readonly ${key(standard.id)}: ${names.entities.get(standard.entity)!}\n`,
  )
  const items = program.standards.map(
    (standard) => `  readonly ${key(standard.id)}: ${union(preorder(standard.items).map((item) => item.id))}\n`,
  )
  return `export type StandardId = ${union(program.standards.map((standard) => standard.id))}
/** The facts each standard is decided on. */
export interface FactsOf {\n${facts.join('')}}
/** The items of each standard. */
export interface ItemsOf {\n${items.join('')}}
`
}

/** Declarations (.d.ts) of the facts a program reads: one interface per entity, its enumerations, its standards and their outcomes. Keys are ids. */
export function factsTypes(program: Program): string {
  const taken = new Set([
    ...[...PRELUDE.matchAll(/export (?:type|interface) (\w+)/g)].map((match) => match[1]!),
    'Role',
    'Channel',
    'StandardId',
    'FactsOf',
    'ItemsOf',
  ])
  const names: Names = {
    entities: typeNames(
      program.entities.map((entity) => entity.id),
      'Facts',
      taken,
    ),
    enums: typeNames(
      program.enums.map((one) => one.id),
      '',
      taken,
    ),
  }
  const enums = program.enums.map((one) => `${comment(one.zh)}export type ${names.enums.get(one.id)!} = ${spelt(one.values)}\n`)
  return [
    comment(`${program.policy.zh} (${program.policy.id})`),
    PRELUDE,
    `export type Role = ${spelt(program.roles)}\n`,
    `export type Channel = ${spelt(program.channels)}\n`,
    ...enums,
    ...program.entities.map((entity) => entityText(program, entity, names)),
    standardsText(program, names),
  ].join('\n')
}
