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
const BASE_WORDS = { present: ['到会', 'present'], eligible: ['应到', 'eligible'], cast: ['投票', 'cast'] } as const
const COUNTED_WORDS = { counted: ['计', 'counted'], not_counted: ['不计', 'not_counted'] } as const
const ROLLOVER_WORDS = { moved: ['顺延', 'moved'], stays: ['不顺延', 'stays'] } as const
const DAY_WORDS = { calendar: ['自然日', 'calendar_days'], working: ['工作日', 'working_days'] } as const
const ORDER_WORDS = { high_first: ['高者先', 'high_first'], low_first: ['低者先', 'low_first'] } as const

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
  // procedures: who, what, in which order
  roster: { zh: '名单', en: 'roster', yaml: 'roster', form: 'ref', place: 'head' },
  judged_by: { zh: '依标准', en: 'under_standard', yaml: 'under_standard', form: 'ref', place: 'head' },
  adopts: { zh: '沿用', en: 'adopts', yaml: 'adopts', form: 'ref', place: 'head' },
  same_as: { zh: '同', en: 'same_as', yaml: 'same_as', form: 'ref', place: 'head' },
  listwise: { zh: '整单', en: 'listwise', yaml: 'listwise', form: 'flag', place: 'head' },
  each: { zh: '逐户', en: 'each', yaml: 'each', form: 'flag', place: 'head' },
  after: { zh: '承接', en: 'after', yaml: 'after', form: 'refs', place: 'head' },
  alongside: { zh: '同时', en: 'alongside', yaml: 'alongside', form: 'refs', place: 'head' },
  given: { zh: '外来', en: 'given', yaml: 'supplied', form: 'flag', place: 'head' },
  not_supplied: { zh: '未附', en: 'not_supplied', yaml: 'not_supplied', form: 'flag', place: 'head' },
  naming: { zh: '列名', en: 'naming', yaml: 'naming', form: 'flag', place: 'head' },
  persons: { zh: '人数', en: 'persons', yaml: 'persons', form: 'number', place: 'head' },
  proxy: { zh: '可代签', en: 'proxy', yaml: 'proxy', form: 'flag', place: 'head' },
  goto: { zh: '转', en: 'goto', yaml: 'goto', form: 'ref', place: 'head' },
  drop: { zh: '移出', en: 'drop', yaml: 'drop', form: 'flag', place: 'head' },
  // how long, how many, until when
  at: { zh: '于', en: 'at', yaml: 'at', form: 'refs', place: 'head' },
  at_least: { zh: '不少于', en: 'not_less_than', yaml: 'not_less_than', form: 'expr', place: 'head' },
  exactly: { zh: '正好', en: 'exactly', yaml: 'exactly', form: 'expr', place: 'head' },
  base: { zh: '占', en: 'out_of', yaml: 'out_of', form: 'word', place: 'head', words: BASE_WORDS },
  over: { zh: '超过', en: 'over', yaml: 'over', form: 'expr', place: 'head' },
  quorum: { zh: '法定到会', en: 'quorum', yaml: 'quorum', form: 'expr', place: 'head' },
  since: { zh: '起算', en: 'since', yaml: 'since', form: 'ref', place: 'head' },
  within: { zh: '限', en: 'within', yaml: 'within', form: 'expr', place: 'head' },
  starting: { zh: '起', en: 'starting', yaml: 'starting', form: 'expr', place: 'head' },
  until: { zh: '止', en: 'until', yaml: 'until', form: 'expr', place: 'head' },
  first_day: { zh: '首日', en: 'first_day', yaml: 'first_day', form: 'word', place: 'head', words: COUNTED_WORDS },
  deadline_day: { zh: '期限首日', en: 'deadline_day', yaml: 'deadline_day', form: 'word', place: 'head', words: COUNTED_WORDS },
  rollover: { zh: '末日遇假', en: 'last_day_off', yaml: 'last_day_off', form: 'word', place: 'head', words: ROLLOVER_WORDS },
  days: { zh: '天数', en: 'days', yaml: 'days', form: 'word', place: 'head', words: DAY_WORDS },
  by_calendar: { zh: '日历', en: 'calendar', yaml: 'by_calendar', form: 'ref', place: 'head' },
  // register and lists
  label: { zh: '标签', en: 'label', yaml: 'label', form: 'text', place: 'head' },
  kept_in: { zh: '记于', en: 'kept_in', yaml: 'kept_in', form: 'ref', place: 'head' },
  leaving: { zh: '从', en: 'leaving', yaml: 'leaving', form: 'refs', place: 'head' },
  entering: { zh: '到', en: 'entering', yaml: 'entering', form: 'ref', place: 'head' },
  via: { zh: '经', en: 'via', yaml: 'via', form: 'ref', place: 'head' },
  removes: { zh: '销号', en: 'removes', yaml: 'removes', form: 'flag', place: 'head' },
  tally: { zh: '计', en: 'tally', yaml: 'tally', form: 'expr', place: 'head' },
  order: { zh: '次序', en: 'order', yaml: 'order', form: 'word', place: 'head', words: ORDER_WORDS },
  as_printed: { zh: '照录', en: 'as_printed', yaml: 'as_printed', form: 'text', place: 'head' },
  digest: { zh: '指纹', en: 'digest', yaml: 'digest', form: 'text', place: 'tail' },
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
  'paper',
  'place',
  'calendar',
] as const
const ITEMS = ['must', 'bar', 'suspend', 'weigh', 'by_reading'] as const
const STEPS = ['step', 'by_reading_steps'] as const
const TIMES = ['counting', 'window', 'due'] as const
/** What a step may say; each in a line of its own. */
const ACTS = [
  'actor',
  'attend',
  'uses',
  'produces',
  'window',
  'due',
  'posting',
  'announcement',
  'vote',
  'consent',
  'signatures',
  'consult',
  'notify',
  'sample',
  'registers',
  'archive',
  'filing',
  'on_objection',
  'on_refusal',
  'on_fail',
  'by_reading_acts',
] as const
const ACT = ['when', 'cite', 'note'] as const
const REGISTER_ACTS = { label: ['标注', 'label'], remove: ['销号', 'remove'], enter: ['录入', 'enter'] } as const

export const DECLS = {
  // files
  policy: {
    zh: '政策',
    en: 'policy',
    yaml: 'policy',
    name: 'required',
    clauses: [],
    block: [
      'title',
      'jurisdiction',
      'level',
      'version',
      'in_force',
      'document',
      'parent',
      'supersedes',
      'use',
      'note',
      ...TERMS,
      'standard',
      'procedure',
      'effects',
      'register',
      'target',
      'ranking',
    ],
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
  supersedes: { zh: '替代', en: 'supersedes', yaml: 'supersedes', value: 'refs', clauses: ['from', 'cite', 'note'] },
  use: { zh: '采用', en: 'use', yaml: 'use', value: 'ref', clauses: [], block: ['choose'], blockOptional: true },
  choose: { zh: '取', en: 'choose', yaml: 'choose', value: 'ref', assigns: true, clauses: [], body: 'ref' },
  article: { zh: '条', en: 'article', yaml: 'article', value: 'text', clauses: ['summary', 'no_rule', 'digest'] },
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
    clauses: ['for', 'adopts', 'when', 'cite', 'note'],
    block: [...ITEMS, 'omit'],
    blockOptional: true,
  },
  omit: { zh: '删去', en: 'omit', yaml: 'omit', value: 'ref', clauses: ['cite', 'note'] },
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
  // what procedures handle
  paper: {
    zh: '文书',
    en: 'paper',
    yaml: 'paper',
    name: 'required',
    clauses: ['summary', 'given', 'not_supplied', 'cite', 'note'],
  },
  place: { zh: '场所', en: 'place', yaml: 'place', name: 'required', clauses: ['note'] },
  calendar: {
    zh: '日历',
    en: 'calendar',
    yaml: 'calendar',
    name: 'required',
    clauses: ['from', 'to', 'origin', 'note'],
    block: ['rest', 'work'],
    blockOptional: true,
  },
  rest: { zh: '休', en: 'rest', yaml: 'rest', clauses: ['from', 'to', 'note'] },
  work: { zh: '班', en: 'work', yaml: 'work', clauses: ['from', 'to', 'note'] },
  // procedures
  procedure: {
    zh: '程序',
    en: 'procedure',
    yaml: 'procedure',
    name: 'required',
    clauses: ['for', 'roster', 'judged_by', 'adopts', 'when', 'cite', 'note'],
    block: [...TIMES, 'phase', ...STEPS, 'omit'],
    blockOptional: true,
  },
  phase: {
    zh: '阶段',
    en: 'phase',
    yaml: 'phase',
    name: 'required',
    clauses: ['when', 'cite', 'note'],
    block: ['window', 'due', ...STEPS],
  },
  step: {
    zh: '步骤',
    en: 'step',
    yaml: 'step',
    name: 'required',
    clauses: ['listwise', 'each', 'same_as', 'after', 'alongside', 'when', 'cite', 'as_printed', 'note'],
    block: [...ACTS, 'omit'],
    blockOptional: true,
  },
  by_reading_steps: { zh: '按', en: 'by_reading', yaml: 'by_reading', value: 'ref', clauses: [], block: ['arm_steps'] },
  arm_steps: { zh: '取', en: 'choose', yaml: 'arm', value: 'ref', clauses: [], block: [...TIMES, ...STEPS] },
  by_reading_acts: { zh: '按', en: 'by_reading', yaml: 'by_reading', value: 'ref', clauses: [], block: ['arm_acts'] },
  arm_acts: { zh: '取', en: 'choose', yaml: 'arm', value: 'ref', clauses: [], block: [...ACTS] },
  counting: {
    zh: '计日',
    en: 'counting',
    yaml: 'counting',
    clauses: ['days', 'first_day', 'deadline_day', 'rollover', 'by_calendar', 'cite', 'note'],
  },
  window: { zh: '时段', en: 'window', yaml: 'window', value: 'range', clauses: ACT },
  due: { zh: '期限', en: 'due', yaml: 'due', value: 'expr', clauses: ['since', ...ACT] },
  actor: { zh: '主体', en: 'actor', yaml: 'actor', value: 'refs', clauses: ['combine', 'persons', ...ACT] },
  attend: { zh: '参加', en: 'attended_by', yaml: 'attended_by', value: 'refs', clauses: ['combine', ...ACT] },
  uses: { zh: '凭', en: 'uses', yaml: 'uses', value: 'refs', clauses: ['naming', ...ACT] },
  produces: { zh: '产出', en: 'produces', yaml: 'produces', value: 'refs', clauses: ACT },
  posting: { zh: '公示', en: 'posting', yaml: 'posting', clauses: ['at', 'at_least', 'exactly', ...ACT] },
  announcement: { zh: '公告', en: 'announcement', yaml: 'announcement', clauses: ['at', 'at_least', 'exactly', ...ACT] },
  vote: { zh: '表决', en: 'vote', yaml: 'vote', clauses: ['by', 'base', 'over', 'at_least', 'quorum', ...ACT] },
  consent: { zh: '同意', en: 'consent', yaml: 'consent', value: 'refs', clauses: ACT },
  signatures: { zh: '签字', en: 'signatures', yaml: 'signatures', clauses: ['stated', ...ACT], block: ['party'] },
  party: { zh: '方', en: 'party', yaml: 'party', value: 'refs', clauses: ['combine', 'proxy', 'note'] },
  consult: { zh: '征询', en: 'consult', yaml: 'consult', value: 'refs', clauses: ['within', ...ACT] },
  notify: { zh: '送达', en: 'notify', yaml: 'notify', value: 'refs', clauses: ACT },
  sample: { zh: '抽查', en: 'sample', yaml: 'sample', clauses: ['at_least', ...ACT], block: ['stratum'], blockOptional: true },
  stratum: { zh: '必含', en: 'stratum', yaml: 'stratum', name: 'required', clauses: ['cite', 'note'], body: 'expr' },
  registers: {
    zh: '登记',
    en: 'registers',
    yaml: 'registers',
    value: 'word',
    valueWords: REGISTER_ACTS,
    clauses: ['label', 'at', ...ACT],
  },
  archive: { zh: '归档', en: 'archive', yaml: 'archive', value: 'refs', clauses: ACT },
  filing: { zh: '备案', en: 'filing', yaml: 'filing', value: 'refs', clauses: ACT },
  on_objection: { zh: '有异议', en: 'on_objection', yaml: 'on_objection', clauses: ['by', 'goto', 'drop', ...ACT] },
  on_refusal: { zh: '不同意', en: 'on_refusal', yaml: 'on_refusal', clauses: ['goto', 'drop', ...ACT] },
  on_fail: { zh: '不通过', en: 'on_fail', yaml: 'on_fail', clauses: ['goto', 'drop', ...ACT] },
  // what follows an exit, and never decides it
  effects: {
    zh: '效果',
    en: 'effects',
    yaml: 'effects',
    name: 'required',
    clauses: ['for', 'via', 'when', 'cite', 'note'],
    block: ['shall', 'may', 'ceases'],
  },
  shall: { zh: '应', en: 'shall', yaml: 'shall', name: 'required', clauses: ['by', 'starting', 'until', ...ACT], body: 'text' },
  may: { zh: '可', en: 'may', yaml: 'may', name: 'required', clauses: ['by', 'starting', 'until', ...ACT], body: 'text' },
  ceases: {
    zh: '停',
    en: 'ceases',
    yaml: 'ceases',
    name: 'required',
    clauses: ['by', 'starting', 'until', ...ACT],
    body: 'text',
  },
  // the register and lists
  register: {
    zh: '登记册',
    en: 'register',
    yaml: 'register',
    name: 'required',
    clauses: ['for', 'kept_in', 'cite', 'note'],
    block: ['state', 'transition', 'forbid', 'gain', 'loss'],
  },
  state: { zh: '状态', en: 'state', yaml: 'state', value: 'ref', clauses: ['label', 'cite', 'note'] },
  transition: {
    zh: '转移',
    en: 'transition',
    yaml: 'transition',
    name: 'required',
    clauses: ['leaving', 'entering', 'via', 'label', ...ACT],
  },
  forbid: { zh: '禁止', en: 'forbid', yaml: 'forbid', name: 'required', clauses: ['leaving', 'entering', ...ACT] },
  gain: { zh: '增', en: 'gain', yaml: 'gain', value: 'refs', clauses: ['label', 'cite', 'note'] },
  loss: { zh: '减', en: 'loss', yaml: 'loss', value: 'refs', clauses: ['label', 'removes', 'cite', 'note'] },
  target: {
    zh: '目标',
    en: 'target',
    yaml: 'target',
    name: 'required',
    clauses: ['for', 'tally', 'until', ...ACT],
    body: 'expr',
  },
  ranking: {
    zh: '排序',
    en: 'ranking',
    yaml: 'ranking',
    name: 'required',
    clauses: ['for', 'by', 'order', 'cite', 'note'],
    body: 'expr',
    bodyOptional: true,
  },
} as const satisfies Record<string, DeclSpec>

export type DeclKind = keyof typeof DECLS

/** The table entry of a kind, widened for readers that walk the table. */
export function declSpec(kind: DeclKind): DeclSpec {
  return DECLS[kind]
}
export function clauseSpec(name: ClauseName): ClauseSpec {
  return CLAUSES[name]
}
