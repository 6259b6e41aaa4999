/** Chinese spelling of every key. */
const CHINESE = new Map<string, string>()

/**
 * Both spellings of every key of a case file. What an event is, its key tells: step/步骤 an act, objection/异议, resolves/处理, returns/退回, drops/移出,
 * relists/重新列入, paper/文书; the typed form with `kind` is read as well.
 */
export const CASE_KEYS = keys({
  procedure: '程序',
  year: '年度',
  opened: '立案',
  list: '名单',
  subjects: '对象',
  events: '记录',
})

export const SUBJECT_KEYS = keys({ id: '编号', joined: '列入', facts: '事实' })

const EVENT = {
  kind: '类别',
  on: '日期',
  step: '步骤',
  until: '至',
  subjects: '对象',
  by: '主体',
  attended: '参加',
  persons: '人数',
  papers: '材料',
  places: '场所',
  failed: '未通过',
  present: '到会',
  eligible: '应到',
  ballots: '票数',
  consents: '同意',
  signatures: '签字',
  replies: '答复',
  notified: '送达',
  archived: '归档',
  filed: '备案',
  sampled: '抽中',
  registered: '登记',
  objection: '异议',
  against: '针对',
  resolves: '处理',
  result: '结果',
  returns: '退回',
  to: '退至',
  drops: '移出',
  relists: '重新列入',
  paper: '文书',
  names: '列名',
} as const

export type EventKey = keyof typeof EVENT
export const EVENT_KEYS = keys(EVENT)
/** Where the value of each key of an event is put. */
export const AT = Object.fromEntries(EVENT_KEYS.names.map((name, i) => [name, i])) as Readonly<Record<EventKey, number>>

export const BALLOT_KEYS = keys({ yes: '赞成', no: '反对', abstain: '弃权' })
export const CONSENT_KEYS = keys({ role: '角色', given: '答复', subjects: '对象' })
export const SIGNATURE_KEYS = keys({ role: '角色', proxy: '代签', subjects: '对象' })
export const REPLY_KEYS = keys({ role: '角色', on: '日期' })
export const REGISTERED_KEYS = keys({ act: '动作', label: '标签', place: '场所' })

/** Words for values, in both languages. */
export const RESULTS = words({ upheld: '成立', dismissed: '不成立', withdrawn: '撤回' })
export const REGISTER_ACTS = words({ label: '标注', remove: '销号', enter: '录入' })
export const ANSWERS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['是', true],
  [false, false],
  ['否', false],
])

/** The keys that tell what an event is. */
export const KINDS = {
  step: 'act',
  objection: 'objection',
  resolves: 'resolution',
  returns: 'return',
  drops: 'drop',
  relists: 'relist',
  paper: 'paper',
} as const
export type EventKind = (typeof KINDS)[keyof typeof KINDS]

/** What each kind of event may hold beside its day. */
export const HOLDS: Readonly<Record<EventKind, Held>> = {
  act: held(
    'step until subjects by attended persons papers places failed present eligible ballots consents signatures replies notified archived filed sampled registered',
  ),
  objection: held('objection subjects against'),
  resolution: held('resolves objection result by'),
  return: held('returns to subjects'),
  drop: held('drops subjects'),
  relist: held('relists subjects'),
  paper: held('paper names'),
}

/** Names of keys in Chinese. */
export function inChinese(names: readonly string[]): readonly string[] {
  return names.map((name) => CHINESE.get(name) ?? name)
}

/** A key with its number among those of its object. */
export interface Key<K extends string> {
  readonly name: K
  readonly slot: number
  readonly bit: number
}

/** A place among the sequences of keys seen before: the key that led here, and the one that mostly comes next. */
export interface Trail {
  readonly spelling: string
  readonly key: Key<string>
  next: Trail | undefined
  others: Map<string, Trail> | undefined
}

/** The keys an object may have, by either spelling; at most 32. */
export interface Keys<K extends string = string> {
  readonly bySpelling: ReadonlyMap<string, Key<K>>
  readonly names: readonly K[]
  /** an object with every key, none of them given: what is read is put into a copy */
  readonly blank: Readonly<Record<K, undefined>>
  /** where the sequences of keys seen so far begin, and how many steps they have */
  readonly trails: { readonly start: Trail; count: number }
}

function keys<K extends string>(table: Readonly<Record<K, string>>): Keys<K> {
  const names = Object.keys(table) as K[]
  const bySpelling = new Map<string, Key<K>>()
  names.forEach((name, i) => {
    const key = { name, slot: i, bit: 1 << i }
    bySpelling.set(table[name], key)
    bySpelling.set(name, key)
    CHINESE.set(name, table[name])
  })
  return {
    bySpelling,
    names,
    blank: Object.fromEntries(names.map((name) => [name, undefined])) as Record<K, undefined>,
    trails: { start: { spelling: '', key: { name: '', slot: -1, bit: 0 }, next: undefined, others: undefined }, count: 0 },
  }
}

function words<K extends string>(table: Readonly<Record<K, string>>): ReadonlyMap<unknown, K> {
  return new Map((Object.keys(table) as K[]).flatMap((word) => [[word, word] as const, [table[word], word] as const]))
}

/** Keys of one kind of event, and their bits together. */
interface Held {
  readonly names: readonly string[]
  readonly bits: number
}

function held(list: string): Held {
  const names = ['on', ...list.split(' ')]
  return { names, bits: ['kind', ...names].reduce((bits, name) => bits | EVENT_KEYS.bySpelling.get(name)!.bit, 0) }
}
