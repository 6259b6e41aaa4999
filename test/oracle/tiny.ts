import type { Entity, Expr, Field, Item, Program, Standard, ValueType } from '../../dsl/lower/program.ts'
import type { Facts } from '../../engine/types.ts'
import { type Judgement, judge } from './index.ts'

/** Small programs by hand, for tests. */
const span = { file: '', start: 0, end: 0 }
export const AT = { asOf: '2019-06-30', year: 2019 } as const

let nextId = 1
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'span'> : never

/** A node with an id of its own. */
export const node = (rest: Bare<Expr>): Expr => ({ id: nextId++, span, ...rest }) as Expr

export const term = (id: string, zh = id) => ({ id, zh, en: id, span })
export const NUMBER: ValueType = { kind: 'number', unit: '', decimals: 2 }
export const BOOLEAN: ValueType = { kind: 'boolean' }
export const DATE: ValueType = { kind: 'date' }

export const field = (id: string, type: ValueType, more: Partial<Field> = {}): Field => ({
  ...term(id),
  type,
  nullable: false,
  yearly: false,
  ...more,
})
export const entity = (id: string, fields: readonly Field[]): Entity => ({ ...term(id), fields })

export const read = (id: string, depth = 0, type: ValueType = BOOLEAN, of = 'home'): Expr =>
  node({ kind: 'field', place: { kind: 'element', depth }, entity: of, field: id, type })
export const num = (value: string | number): Expr =>
  node({ kind: 'literal', literal: { kind: 'number', value: String(value), unit: '' } })
export const bool = (value: boolean): Expr => node({ kind: 'literal', literal: { kind: 'boolean', value } })
export const date = (value: string): Expr => node({ kind: 'literal', literal: { kind: 'date', value } })
export const nothing = (): Expr => node({ kind: 'literal', literal: { kind: 'nothing' } })
export const and = (...items: Expr[]): Expr => node({ kind: 'and', items })
export const or = (...items: Expr[]): Expr => node({ kind: 'or', items })
export const not = (operand: Expr): Expr => node({ kind: 'not', operand })
export const cmp = (op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne', left: Expr, right: Expr): Expr =>
  node({ kind: 'compare', op, word: op, left, right })
export const calc = (op: '+' | '-' | '*' | '/', left: Expr, right: Expr): Expr => node({ kind: 'arithmetic', op, left, right })
/** biome keeps objects from being thenables; the program type calls the branch so */
export const choose = (condition: Expr, yes: Expr, no: Expr, type: ValueType): Expr =>
  node({ kind: 'if', condition, then: yes, otherwise: no, type })
export const PEOPLE = { place: { kind: 'element', depth: 0 }, entity: 'home', field: 'people', of: 'person' } as const
export const unseen = (id: string, type: ValueType): Expr => node({ kind: 'external', external: id, type })

export const item = (id: string, kind: Item['kind'], condition: Expr | Item['group'], more: Partial<Item> = {}): Item => ({
  ...term(id),
  kind,
  inPrinciple: false,
  cites: [],
  ...(condition !== undefined && 'parts' in condition ? { group: condition } : { condition: condition as Expr }),
  deemed: [],
  except: [],
  reviewers: [],
  under: [],
  ...more,
})
export const must = (condition: Expr, more: Partial<Item> = {}): Item => item('must', 'must', condition, more)
export const standard = (items: readonly Item[], more: Partial<Standard> = {}): Standard => ({
  ...term('exit'),
  entity: 'home',
  cites: [],
  items,
  ...more,
})

const PERSON = entity('person', [field('f', BOOLEAN), field('p', BOOLEAN), field('n', NUMBER, { low: '0', high: '10' })])
const flags = ['a', 'b', 'c', 'd'].map((id) => field(id, BOOLEAN))
const HOME = entity('home', [
  ...flags,
  field('x', NUMBER, { low: '0', high: '10' }),
  field('y', NUMBER, { nullable: true }),
  field('z', NUMBER, { nullable: true, low: '0', high: '10' }),
  field('day', DATE, { nullable: true }),
  field('cause', { kind: 'enum', enum: 'cause' }),
  field('income', NUMBER, { yearly: true }),
  field('seen', BOOLEAN, { channel: 'register' }),
  field('stable', BOOLEAN, { judgement: { roles: ['office', 'town'] } }),
  field('people', { kind: 'list', entity: 'person', atMost: 4 }),
  field('many', { kind: 'list', entity: 'person' }),
  field('place', { kind: 'entity', entity: 'home' }),
])

/** A program about homes with people; `more` replaces what it names. */
export function programOf(standards: readonly Standard[], more: Partial<Program> = {}): Program {
  return {
    schema: 'tiaoli/program/1',
    edition: '2026.1',
    policy: { ...term('policy'), jurisdiction: '410122', supersedes: [], inForce: {}, cites: [] },
    entities: [HOME, PERSON],
    enums: [{ ...term('cause'), values: [term('ill', '因病'), term('poor', '因贫')] }],
    roles: [term('office', '扶贫办'), term('town', '乡镇'), term('village', '村两委')],
    channels: [term('register', '系统')],
    relations: [],
    parameters: [],
    readings: [],
    externals: [],
    definitions: [],
    standards,
    papers: [],
    places: [],
    calendars: [],
    procedures: [],
    effects: [],
    registers: [],
    targets: [],
    rankings: [],
    sources: [],
    units: [],
    digest: '',
    ...more,
  }
}

type Decided = Extract<Judgement, { kind: 'decided' }>

/** The decision of the standard `exit`; throws when the facts are refused. */
export function decided(program: Program, facts: Facts, readings: Record<string, string> = {}): Decided {
  const judgement = judge(program, 'exit', facts, AT, { readings })
  if (judgement.kind === 'rejected') throw new Error(JSON.stringify(judgement.problems))
  return judgement
}

/** The truth of a condition about a home. */
export const truthIn = (condition: Expr, facts: Facts, more: Partial<Program> = {}) =>
  decided(programOf([standard([must(condition)])], more), facts).items[0]!.value
