import type {
  Cite,
  Definition,
  EmptyShare,
  Entity,
  Expr,
  Field,
  Item,
  ListRef,
  Literal,
  Place,
  Program,
  Standard,
  Term,
  ValueType,
} from '../../dsl/lower/program.ts'
import { NOWHERE } from '../../dsl/source/span.ts'

let nodes = 0
const node = () => ({ id: ++nodes, span: NOWHERE })

export function term(id: string, zh = `字${id}`): Term {
  return { id, zh, en: id, span: NOWHERE }
}

// ---- types
export const BOOL: ValueType = { kind: 'boolean' }
export const DATE: ValueType = { kind: 'date' }
export const YEAR: ValueType = { kind: 'year' }
export const TEXT: ValueType = { kind: 'text' }
export const MONEY: ValueType = { kind: 'number', unit: '元', decimals: 2 }
export const INT: ValueType = { kind: 'number', unit: '人', decimals: 0 }
export const NUM: ValueType = { kind: 'number', unit: '' }
export const RATIO: ValueType = { kind: 'number', unit: '', decimals: 4, ratio: true }
export const enumType = (id: string): ValueType => ({ kind: 'enum', enum: id })
export const listType = (entity: string, atMost?: number): ValueType => ({
  kind: 'list',
  entity,
  ...(atMost === undefined ? {} : { atMost }),
})
export const entityType = (entity: string): ValueType => ({ kind: 'entity', entity })

export function field(id: string, type: ValueType, more: Partial<Field> = {}): Field {
  return { ...term(id), type, nullable: false, yearly: false, ...more }
}

export function entity(id: string, ...fields: Field[]): Entity {
  return { ...term(id), fields }
}

// ---- expressions
export const SELF: Place = { kind: 'element', depth: 0 }
export const OUTER: Place = { kind: 'element', depth: 1 }
export const member = (fieldId: string, target: string, of: Place = SELF): Place => ({
  kind: 'member',
  of,
  entity: target,
  field: fieldId,
})

const literal = (value: Literal): Expr => ({ ...node(), kind: 'literal', literal: value })
export const num = (value: string | number, unit = '元') => literal({ kind: 'number', value: String(value), unit })
export const bool = (value: boolean) => literal({ kind: 'boolean', value })
export const date = (value: string) => literal({ kind: 'date', value })
export const year = (value: number) => literal({ kind: 'year', value })
export const text = (value: string) => literal({ kind: 'text', value })
export const choice = (enumeration: string, value: string) => literal({ kind: 'enum', enum: enumeration, value })
export const nothing = () => literal({ kind: 'nothing' })
export const time = (which: 'year' | 'as_of'): Expr => ({ ...node(), kind: 'time', time: which })

export const get = (id: string, type: ValueType = BOOL, place: Place = SELF, owner = 'household', at?: Expr): Expr => ({
  ...node(),
  kind: 'field',
  place,
  entity: owner,
  field: id,
  type,
  ...(at === undefined ? {} : { year: at }),
})
export const param = (id: string, type: ValueType = MONEY, category?: Expr): Expr => ({
  ...node(),
  kind: 'parameter',
  parameter: id,
  type,
  ...(category === undefined ? {} : { category }),
})
export const external = (id: string, type: ValueType = BOOL): Expr => ({ ...node(), kind: 'external', external: id, type })
export const use = (id: string, type: ValueType, place: Place | undefined = SELF): Expr => ({
  ...node(),
  kind: 'definition',
  definition: id,
  type,
  ...(place === undefined ? {} : { place }),
})
export const meets = (standard: string, place: Place = SELF): Expr => ({ ...node(), kind: 'meets', standard, place })
export const not = (operand: Expr): Expr => ({ ...node(), kind: 'not', operand })
export const and = (...items: Expr[]): Expr => ({ ...node(), kind: 'and', items })
export const or = (...items: Expr[]): Expr => ({ ...node(), kind: 'or', items })
export const cmp = (left: Expr, op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne', right: Expr): Expr => ({
  ...node(),
  kind: 'compare',
  op,
  word: op,
  left,
  right,
})
export const between = (value: Expr, low: Expr, high: Expr, lowOpen = false, highOpen = false): Expr => ({
  ...node(),
  kind: 'between',
  value,
  low,
  high,
  lowOpen,
  highOpen,
})
export const oneOf = (value: Expr, ...items: Expr[]): Expr => ({ ...node(), kind: 'in', value, items })
export const has = (operand: Expr): Expr => ({ ...node(), kind: 'has', operand })
export const status = (which: 'known' | 'unknown', operand: Expr): Expr => ({ ...node(), kind: 'status', status: which, operand })
export const negate = (operand: Expr): Expr => ({ ...node(), kind: 'negate', operand })
export const arith = (left: Expr, op: '+' | '-' | '*' | '/', right: Expr): Expr => ({
  ...node(),
  kind: 'arithmetic',
  op,
  left,
  right,
})
export const round = (value: Expr, mode: 'half_up' | 'up' | 'down' | 'half_even', to: string): Expr => ({
  ...node(),
  kind: 'round',
  mode,
  value,
  to,
})
export const extreme = (which: 'larger' | 'smaller', ...items: Expr[]): Expr => ({ ...node(), kind: 'extreme', which, items })
export const when = (condition: Expr, then: Expr, otherwise: Expr, type: ValueType = MONEY): Expr => ({
  ...node(),
  kind: 'if',
  condition,
  then,
  otherwise,
  type,
})
export const reading = (id: string, arms: Record<string, Expr>, type: ValueType = BOOL): Expr => ({
  ...node(),
  kind: 'reading',
  reading: id,
  arms: Object.entries(arms).map(([name, value]) => ({ choice: name, value })),
  type,
})
export const table = (hit: 'unique' | 'first', rows: [Expr[], Expr][], otherwise: Expr | undefined, type: ValueType): Expr => ({
  ...node(),
  kind: 'table',
  hit,
  rows: rows.map(([tests, value]) => ({ tests, value, cites: [] })),
  ...(otherwise === undefined ? {} : { otherwise }),
  type,
})
export const listOf = (id: string, of: string, place: Place = SELF, owner = 'household'): ListRef => ({
  place,
  entity: owner,
  field: id,
  of,
})
const filtered = (filter: Expr | undefined) => (filter === undefined ? {} : { filter })
export const quant = (quantifier: 'every' | 'some' | 'none', list: ListRef, body?: Expr, filter?: Expr): Expr => ({
  ...node(),
  kind: 'quantifier',
  quantifier,
  list,
  ...filtered(filter),
  ...(body === undefined ? {} : { body }),
})
export const count = (list: ListRef, filter?: Expr): Expr => ({ ...node(), kind: 'count', list, ...filtered(filter) })
export const sum = (list: ListRef, value: Expr, filter?: Expr, type: ValueType = MONEY): Expr => ({
  ...node(),
  kind: 'sum',
  list,
  value,
  type,
  ...filtered(filter),
})
export const share = (list: ListRef, body: Expr, empty: EmptyShare, filter?: Expr): Expr => ({
  ...node(),
  kind: 'share',
  list,
  body,
  empty,
  ...filtered(filter),
})
export const ratio = (part: Expr, whole: Expr, empty: EmptyShare): Expr => ({ ...node(), kind: 'ratio', part, whole, empty })
export const datePart = (part: 'year' | 'month' | 'day', of: Expr): Expr => ({ ...node(), kind: 'datePart', part, of })
export const dateAdd = (of: Expr, amount: number, unit: 'day' | 'month'): Expr => ({
  ...node(),
  kind: 'dateAdd',
  date: of,
  amount,
  unit,
})
export const days = (from: Expr, to: Expr): Expr => ({ ...node(), kind: 'daysBetween', from, to })
export const age = (from: Expr, to: Expr = time('as_of')): Expr => ({ ...node(), kind: 'fullYears', from, to })
export interface Line {
  readonly id: string
  readonly value: Expr
  readonly when?: Expr
  readonly cap?: string
  readonly floor?: string
}
export const score = (lines: Line[], limits: { cap?: string; floor?: string } = {}): Expr => ({
  ...node(),
  kind: 'score',
  lines: lines.map(({ id, ...line }) => ({ ...term(id), cites: [], ...line })),
  ...limits,
})

// ---- standards
export const CITE: Cite = { source: 'law', article: '一' }

export function item(kind: Item['kind'], id: string, condition: Expr | undefined, more: Partial<Item> = {}): Item {
  return {
    ...term(id),
    kind,
    inPrinciple: false,
    cites: [CITE],
    deemed: [],
    except: [],
    reviewers: [],
    under: [],
    ...(condition === undefined ? {} : { condition }),
    ...more,
  }
}
export const must = (id: string, condition: Expr, more: Partial<Item> = {}) => item('must', id, condition, more)
export const part = (id: string, condition: Expr, more: Partial<Item> = {}) => item('part', id, condition, more)
export const group = (
  kind: Item['kind'],
  id: string,
  mode: 'all' | 'any' | 'at_least',
  parts: Item[],
  n?: number,
  more: Partial<Item> = {},
) => item(kind, id, undefined, { group: { mode, parts, ...(n === undefined ? {} : { n }) }, ...more })

export function standard(id: string, items: Item[], more: Partial<Standard> = {}): Standard {
  return { ...term(id), entity: 'household', cites: [CITE], items, ...more }
}

export function definition(id: string, value: Expr, type: ValueType, of: string | undefined = 'household'): Definition {
  return { ...term(id), value, type, cites: [], form: 'definition', ...(of === undefined ? {} : { entity: of }) }
}

export function program(parts: Partial<Program>): Program {
  return {
    schema: 'tiaoli/program/1',
    edition: '2026.1',
    policy: { ...term('policy'), supersedes: [], inForce: {}, cites: [] },
    entities: [],
    enums: [],
    roles: [],
    channels: [],
    relations: [],
    parameters: [],
    readings: [],
    externals: [],
    definitions: [],
    standards: [],
    papers: [],
    places: [],
    calendars: [],
    procedures: [],
    effects: [],
    registers: [],
    targets: [],
    rankings: [],
    sources: [],
    units: [{ id: 'policy', digest: 'u' }],
    digest: 'p',
    ...parts,
  }
}

export const TIMES = { asOf: '2019-12-01', year: 2019 } as const
