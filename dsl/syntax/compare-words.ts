/** Every operator word maps to one operator and to one English word of its own (requirements §0.3, construct 2). */
export interface CompareWord {
  readonly op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne'
  readonly zh: string
  readonly en: string
  /** postfix words follow the figure: 在 98% 以上. */
  readonly place: 'infix' | 'postfix'
  /** the law's readers disagree about the boundary: wants an 解释. */
  readonly ambiguous?: true
}

export const COMPARE_WORDS = {
  gt: { op: 'gt', zh: '>', en: '>', place: 'infix' },
  ge: { op: 'ge', zh: '≥', en: '>=', place: 'infix' },
  lt: { op: 'lt', zh: '<', en: '<', place: 'infix' },
  le: { op: 'le', zh: '≤', en: '<=', place: 'infix' },
  eq: { op: 'eq', zh: '=', en: '=', place: 'infix' },
  ne: { op: 'ne', zh: '≠', en: '!=', place: 'infix' },
  exceeds: { op: 'gt', zh: '超过', en: 'exceeds', place: 'infix' },
  above: { op: 'gt', zh: '高于', en: 'above', place: 'infix' },
  greater_than: { op: 'gt', zh: '大于', en: 'greater_than', place: 'infix' },
  more_than: { op: 'gt', zh: '多于', en: 'more_than', place: 'infix' },
  later_than: { op: 'gt', zh: '晚于', en: 'later_than', place: 'infix' },
  below: { op: 'lt', zh: '低于', en: 'below', place: 'infix' },
  less_than: { op: 'lt', zh: '小于', en: 'less_than', place: 'infix' },
  fewer_than: { op: 'lt', zh: '少于', en: 'fewer_than', place: 'infix' },
  short_of: { op: 'lt', zh: '不足', en: 'short_of', place: 'infix' },
  under: { op: 'lt', zh: '不满', en: 'under', place: 'infix' },
  earlier_than: { op: 'lt', zh: '早于', en: 'earlier_than', place: 'infix' },
  at_least: { op: 'ge', zh: '不少于', en: 'at_least', place: 'infix' },
  not_below: { op: 'ge', zh: '不低于', en: 'not_below', place: 'infix' },
  not_less_than: { op: 'ge', zh: '不小于', en: 'not_less_than', place: 'infix' },
  not_earlier_than: { op: 'ge', zh: '不早于', en: 'not_earlier_than', place: 'infix' },
  reaches: { op: 'ge', zh: '达到', en: 'reaches', place: 'infix' },
  not_above: { op: 'le', zh: '不高于', en: 'not_above', place: 'infix' },
  not_exceeding: { op: 'le', zh: '不超过', en: 'not_exceeding', place: 'infix' },
  at_most: { op: 'le', zh: '不多于', en: 'at_most', place: 'infix' },
  not_greater_than: { op: 'le', zh: '不大于', en: 'not_greater_than', place: 'infix' },
  not_later_than: { op: 'le', zh: '不晚于', en: 'not_later_than', place: 'infix' },
  is: { op: 'eq', zh: '是', en: 'is', place: 'infix' },
  be: { op: 'eq', zh: '为', en: 'be', place: 'infix' },
  equals: { op: 'eq', zh: '等于', en: 'equals', place: 'infix' },
  is_not: { op: 'ne', zh: '不是', en: 'is_not', place: 'infix' },
  be_not: { op: 'ne', zh: '不为', en: 'be_not', place: 'infix' },
  not_equal: { op: 'ne', zh: '不等于', en: 'not_equal', place: 'infix' },
  or_more: { op: 'ge', zh: '以上', en: 'or_more', place: 'postfix' },
  or_less: { op: 'le', zh: '以下', en: 'or_less', place: 'postfix', ambiguous: true },
  within: { op: 'le', zh: '以内', en: 'within', place: 'postfix' },
} as const satisfies Record<string, CompareWord>

export type CompareWordId = keyof typeof COMPARE_WORDS

/** The verb before a postfix word. 达到 without one is the infix word `reaches`. */
export const COMPARE_LEADS = {
  at: { zh: '在', en: 'at' },
  reach: { zh: '达到', en: 'reaches' },
  fall_to: { zh: '降至', en: 'falls_to' },
} as const
