import type { FormName } from './declaration.ts'

/**
 * THE node table: each kind of declaration with its Chinese and English keyword, its YAML key, its parts and their forms.
 * Parser, both printers, the YAML reader with its schema, completion and the reference manual read this and nothing else.
 *
 * Shape of every declaration:  [flags] keyword [name | value] clause* [： body] clause* [{ children }] ；
 * Clauses may come in any order and stand before or after the body; `place` says where the printer puts them. ， between clauses is optional.
 */
export interface ClauseSpec {
  readonly zh: string
  readonly en: string
  readonly yaml: string
  readonly form: FormName
  /** where the printer puts it; `prefix` flags stand before the keyword (原则上 须) */
  readonly place: 'prefix' | 'head' | 'tail'
  /** may be written several times, values collected (视为, 除外) */
  readonly repeat?: true
  /** for `word` forms: id → [zh, en] */
  readonly words?: Readonly<Record<string, readonly [string, string]>>
}

const TIME_WORDS = { year: ['年度', 'year'], as_of: ['评定日', 'as_of'] } as const
const HIT_WORDS = { unique: ['唯一', 'unique'], first: ['首中', 'first'] } as const

export const CLAUSES = {
  in_principle: { zh: '原则上', en: 'in_principle', yaml: 'in_principle', form: 'flag', place: 'prefix' },
  cite: { zh: '依据', en: 'per', yaml: 'cite', form: 'cites', place: 'head' },
  for: { zh: '适用于', en: 'for', yaml: 'for', form: 'ref', place: 'head' },
  when: { zh: '当', en: 'when', yaml: 'given', form: 'expr', place: 'head' },
  from: { zh: '自', en: 'from', yaml: 'from', form: 'moment', place: 'head' },
  to: { zh: '至', en: 'to', yaml: 'to', form: 'moment', place: 'head' },
  stated: { zh: '共', en: 'stating', yaml: 'stating', form: 'number', place: 'head' },
  combine: { zh: '', en: '', yaml: 'of', form: 'combine', place: 'head' },
  by: { zh: '由', en: 'by', yaml: 'by', form: 'refs', place: 'head' },
  area: { zh: '地区', en: 'area', yaml: 'area', form: 'code', place: 'head' },
  category: { zh: '类别', en: 'category', yaml: 'category', form: 'ref', place: 'head' },
  keyed: { zh: '分', en: 'keyed', yaml: 'keyed', form: 'ref', place: 'head' },
  timed: { zh: '按', en: 'timed', yaml: 'timed', form: 'word', place: 'head', words: TIME_WORDS },
  hit: { zh: '命中', en: 'hit', yaml: 'hit', form: 'word', place: 'head', words: HIT_WORDS },
  summary: { zh: '概要', en: 'about', yaml: 'about', form: 'text', place: 'head' },
  no_rule: { zh: '无规则', en: 'no_rule', yaml: 'no_rule', form: 'text', place: 'head' },
  deemed: { zh: '视为', en: 'deemed', yaml: 'deemed', form: 'exprs', place: 'tail', repeat: true },
  except: { zh: '除外', en: 'except', yaml: 'except', form: 'exprs', place: 'tail', repeat: true },
  range: { zh: '范围', en: 'range', yaml: 'range', form: 'range', place: 'tail' },
  at_most: { zh: '至多', en: 'at_most', yaml: 'at_most', form: 'number', place: 'tail' },
  nullable: { zh: '可无', en: 'nullable', yaml: 'nullable', form: 'flag', place: 'tail' },
  yearly: { zh: '逐年', en: 'yearly', yaml: 'yearly', form: 'flag', place: 'tail' },
  channel: { zh: '采自', en: 'taken_from', yaml: 'taken_from', form: 'ref', place: 'tail' },
  origin: { zh: '出处', en: 'origin', yaml: 'origin', form: 'text', place: 'tail' },
  cap: { zh: '封顶', en: 'cap', yaml: 'cap', form: 'expr', place: 'tail' },
  floor: { zh: '保底', en: 'floor', yaml: 'floor', form: 'expr', place: 'tail' },
  note: { zh: '说明', en: 'note', yaml: 'note', form: 'text', place: 'tail' },
} as const satisfies Record<string, ClauseSpec>

export type ClauseName = keyof typeof CLAUSES

export interface DeclSpec {
  readonly zh: string
  readonly en: string
  /** the YAML key that says the kind; its value is the name (named kinds) or the value (attributes) */
  readonly yaml: string
  /** `choice`: the name is a reference to something declared elsewhere, held in `value` as a ref */
  readonly name?: 'required'
  readonly value?: FormName
  readonly valueWords?: Readonly<Record<string, readonly [string, string]>>
  /** ref = ref after the value: 取 R = v (held in `body`) */
  readonly assigns?: true
  readonly clauses: readonly ClauseName[]
  /** clauses that must be there; the parser does not ask, check/ does */
  readonly body?: FormName
  readonly bodyOptional?: true
  readonly block?: readonly string[]
  readonly blockOptional?: true
}

const LEVEL_WORDS = {
  nation: ['国家', 'nation'],
  province: ['省', 'province'],
  city: ['市', 'city'],
  county: ['县', 'county'],
  township: ['乡', 'township'],
  village: ['村', 'village'],
} as const

const TERMS = [
  'enum',
  'role',
  'channel',
  'relation',
  'entity',
  'parameter',
  'definition',
  'external',
  'score',
  'table',
  'reading',
  'source',
] as const
const ITEMS = ['must', 'bar', 'suspend', 'weigh', 'by_reading'] as const

export const DECLS = {
  // files
  policy: {
    zh: '政策',
    en: 'policy',
    yaml: 'policy',
    name: 'required',
    clauses: [],
    block: ['title', 'jurisdiction', 'level', 'version', 'in_force', 'document', 'parent', 'use', 'note', ...TERMS, 'standard'],
  },
  vocabulary: {
    zh: '词汇',
    en: 'vocabulary',
    yaml: 'vocabulary',
    name: 'required',
    clauses: [],
    block: ['title', 'version', 'use', 'note', ...TERMS],
  },
  source: {
    zh: '来源',
    en: 'source',
    yaml: 'source',
    name: 'required',
    clauses: ['summary'],
    block: ['article'],
    blockOptional: true,
  },
  // attributes
  title: { zh: '标题', en: 'title', yaml: 'title', value: 'text', clauses: [] },
  jurisdiction: { zh: '地区', en: 'jurisdiction', yaml: 'jurisdiction', value: 'code', clauses: [] },
  level: { zh: '层级', en: 'level', yaml: 'level', value: 'word', valueWords: LEVEL_WORDS, clauses: [] },
  version: { zh: '版本', en: 'version', yaml: 'version', value: 'code', clauses: [] },
  in_force: { zh: '施行', en: 'in_force', yaml: 'in_force', clauses: ['from', 'to', 'cite'] },
  document: { zh: '文号', en: 'document', yaml: 'document', value: 'text', clauses: [] },
  parent: { zh: '上位', en: 'parent', yaml: 'parent', value: 'ref', clauses: [] },
  note: { zh: '说明', en: 'note', yaml: 'note', value: 'text', clauses: [] },
  use: { zh: '采用', en: 'use', yaml: 'use', value: 'ref', clauses: [], block: ['choose'], blockOptional: true },
  choose: { zh: '取', en: 'choose', yaml: 'choose', value: 'ref', assigns: true, clauses: [], body: 'ref' },
  article: { zh: '条', en: 'article', yaml: 'article', value: 'text', clauses: ['summary', 'no_rule'] },
  // vocabulary
  entity: { zh: '实体', en: 'entity', yaml: 'entity', name: 'required', clauses: ['note'], block: ['field', 'judgement'] },
  field: {
    zh: '字段',
    en: 'field',
    yaml: 'field',
    name: 'required',
    clauses: ['range', 'at_most', 'nullable', 'yearly', 'channel', 'note'],
    body: 'type',
  },
  judgement: { zh: '认定', en: 'judgement', yaml: 'judgement', name: 'required', clauses: ['by', 'yearly', 'note'] },
  enum: { zh: '枚举', en: 'enum', yaml: 'enum', name: 'required', clauses: ['note'], body: 'options' },
  role: { zh: '角色', en: 'role', yaml: 'role', name: 'required', clauses: ['note'] },
  channel: { zh: '渠道', en: 'channel', yaml: 'channel', name: 'required', clauses: ['note'] },
  relation: {
    zh: '约束',
    en: 'relation',
    yaml: 'relation',
    name: 'required',
    clauses: ['for', 'from', 'to', 'cite', 'origin'],
    body: 'expr',
  },
  parameter: {
    zh: '参数',
    en: 'parameter',
    yaml: 'parameter',
    name: 'required',
    clauses: ['timed', 'keyed', 'cite', 'note'],
    body: 'type',
    block: ['entry'],
    blockOptional: true,
  },
  entry: { zh: '值', en: 'value', yaml: 'value', clauses: ['from', 'to', 'area', 'category', 'origin'], body: 'expr' },
  definition: { zh: '定义', en: 'define', yaml: 'define', name: 'required', clauses: ['for', 'cite', 'note'], body: 'expr' },
  reading: { zh: '解释', en: 'reading', yaml: 'reading', name: 'required', clauses: ['cite', 'note'], body: 'options' },
  external: { zh: '外部', en: 'external', yaml: 'external', name: 'required', clauses: ['summary', 'cite'], body: 'type' },
  score: {
    zh: '计分',
    en: 'score',
    yaml: 'score',
    name: 'required',
    clauses: ['for', 'cite', 'cap', 'floor'],
    block: ['points'],
  },
  points: { zh: '得分', en: 'points', yaml: 'points', name: 'required', clauses: ['cite', 'when', 'cap', 'floor'], body: 'expr' },
  table: {
    zh: '表',
    en: 'table',
    yaml: 'table',
    name: 'required',
    clauses: ['for', 'cite', 'hit'],
    body: 'type',
    block: ['inputs', 'row', 'otherwise'],
  },
  inputs: { zh: '输入', en: 'inputs', yaml: 'inputs', value: 'exprs', clauses: [] },
  row: { zh: '行', en: 'row', yaml: 'row', value: 'cells', clauses: ['cite'], body: 'expr' },
  otherwise: { zh: '其余', en: 'otherwise', yaml: 'otherwise', clauses: ['cite'], body: 'expr' },
  // standards
  standard: {
    zh: '标准',
    en: 'standard',
    yaml: 'standard',
    name: 'required',
    clauses: ['for', 'when', 'cite', 'note'],
    block: [...ITEMS],
  },
  must: {
    zh: '须',
    en: 'must',
    yaml: 'must',
    name: 'required',
    clauses: ['in_principle', 'cite', 'when', 'stated', 'combine', 'deemed', 'except', 'note'],
    body: 'expr',
    bodyOptional: true,
    block: ['part'],
    blockOptional: true,
  },
  bar: {
    zh: '不得',
    en: 'bar',
    yaml: 'bar',
    name: 'required',
    clauses: ['in_principle', 'cite', 'when', 'stated', 'combine', 'deemed', 'except', 'note'],
    body: 'expr',
    bodyOptional: true,
    block: ['part'],
    blockOptional: true,
  },
  suspend: {
    zh: '暂缓',
    en: 'suspend',
    yaml: 'suspend',
    name: 'required',
    clauses: ['cite', 'when', 'by', 'note'],
    body: 'expr',
  },
  weigh: { zh: '统筹', en: 'weigh', yaml: 'weigh', name: 'required', clauses: ['cite', 'note'], body: 'expr' },
  part: {
    zh: '项',
    en: 'part',
    yaml: 'part',
    name: 'required',
    clauses: ['cite', 'when', 'stated', 'combine', 'deemed', 'except', 'note'],
    body: 'expr',
    bodyOptional: true,
    block: ['part'],
    blockOptional: true,
  },
  by_reading: { zh: '按', en: 'by_reading', yaml: 'by_reading', value: 'ref', clauses: [], block: ['arm'] },
  arm: { zh: '取', en: 'choose', yaml: 'arm', value: 'ref', clauses: [], block: [...ITEMS] },
} as const satisfies Record<string, DeclSpec>

export type DeclKind = keyof typeof DECLS

/** The table entry of a kind, widened for readers that walk the table. */
export function declSpec(kind: DeclKind): DeclSpec {
  return DECLS[kind]
}
export function clauseSpec(name: ClauseName): ClauseSpec {
  return CLAUSES[name]
}
