import type { Lang } from '../types.ts'

/** What a published schema says about a field beside its name. */
export interface SchemaWords {
  readonly title: (policy: string, subject: string) => string
  readonly unit: (unit: string) => string
  readonly range: (low: string | undefined, high: string | undefined) => string
  readonly decimals: (places: number) => string
  readonly ratio: string
  readonly nullable: string
  readonly yearly: string
  readonly judgement: (roles: readonly string[]) => string
  readonly channel: (channel: string) => string
  readonly same: (name: string) => string
  readonly id: string
  readonly departures: string
  readonly rechecks: string
  readonly stop: string
}

export const SCHEMA_WORDS: Readonly<Record<Lang, SchemaWords>> = {
  zh: {
    title: (policy, subject) => `${policy}：${subject}的材料`,
    unit: (unit) => `单位 ${unit}`,
    range: (low, high) => `范围 ${low ?? '不限'} 至 ${high ?? '不限'}`,
    decimals: (places) => (places === 0 ? '整数' : `至多 ${places} 位小数`),
    ratio: '比例：0 到 1 的数，或带 % 的文本',
    nullable: '可以是「无」',
    yearly: '一个值（本年度），或按年份列出',
    judgement: (roles) => `由${roles.join('、')}认定`,
    channel: (channel) => `须采自${channel}`,
    same: (name) => `即 ${name}`,
    id: '编号',
    departures: '偏离：原则上的要求，记录在案的例外',
    rechecks: '复核：暂缓情形的复核结果',
    stop: '；',
  },
  en: {
    title: (policy, subject) => `${policy}: facts of a ${subject}`,
    unit: (unit) => `in ${unit}`,
    range: (low, high) => `from ${low ?? 'any'} to ${high ?? 'any'}`,
    decimals: (places) => (places === 0 ? 'whole number' : `at most ${places} decimals`),
    ratio: 'a ratio: a number from 0 to 1, or a text with %',
    nullable: 'may be 无 (none)',
    yearly: 'one value (for the year of the decision), or values by year',
    judgement: (roles) => `found by ${roles.join(', ')}`,
    channel: (channel) => `must come from ${channel}`,
    same: (name) => `same as ${name}`,
    id: 'identifier',
    departures: 'departures from requirements that bind in principle',
    rechecks: 're-checks of situations that suspend',
    stop: '; ',
  },
}
