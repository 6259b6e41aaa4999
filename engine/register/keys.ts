/** Every key of a history file, in both spellings: record → Chinese → English. */
export const HISTORY_KEYS = {
  history: { 登记册: 'register', 对象: 'subject', 起始: 'start', 变更: 'changes', 人口变动: 'people', 事实: 'facts' },
  start: { 日期: 'on', 状态: 'state', 年度: 'year', 人口: 'size', 成员: 'members' },
  change: { 日期: 'on', 转移: 'transition', 年度: 'year', 标签: 'label', 事实: 'facts', 案件: 'case' },
  person: { 日期: 'on', 变动: 'change', 人员: 'person' },
  standing: { 程序: 'procedure', 状态: 'state', 编号: 'id' },
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type HistoryRecord = keyof typeof HISTORY_KEYS

/** How a subject may stand in its case, in both spellings. */
export const CASE_STATES = {
  合规: 'conformant',
  办理中: 'in-progress',
  违规: 'breached',
  移出: 'dropped',
  不适用: 'not-applicable',
} as const

const CHINESE: ReadonlyMap<string, string> = new Map(
  Object.values(HISTORY_KEYS).flatMap((keys) => Object.entries(keys).map(([zh, en]) => [en, zh] as const)),
)

/** A step of a path in Chinese: `changes[2]` is 变更[2]. Steps that are no keys stay. */
export function chineseStep(step: string): string {
  const [, name = step, index = ''] = /^([^[\]]+)(.*)$/.exec(step) ?? []
  return `${CHINESE.get(name) ?? name}${index}`
}
