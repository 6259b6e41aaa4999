/** A word of the expression language in both spellings; `also` lists further spellings that are read but not printed. */
export interface ExpressionWord {
  readonly zh: string
  readonly en: string
  readonly also?: readonly string[]
}

/** Every word of expressions, types, cells and groups, keyed by construct. Parser and printers read it here; operator words stand in compare-words.ts. */
export const EXPRESSION_WORDS = {
  // reserved: never names
  and: { zh: '且', en: 'and' },
  or: { zh: '或', en: 'or' },
  not: { zh: '非', en: 'not' },
  if: { zh: '若', en: 'if' },
  then: { zh: '则', en: 'then' },
  else: { zh: '否则', en: 'else' },
  every: { zh: '每个', en: 'every' },
  some: { zh: '存在', en: 'some' },
  none: { zh: '没有', en: 'none' },
  satisfies: { zh: '满足', en: 'satisfies' },
  // literals
  true: { zh: '真', en: 'true' },
  false: { zh: '假', en: 'false' },
  nothing: { zh: '无', en: 'nothing' },
  /** 2019年; in English `year 2019` */
  year_position: { zh: '年', en: 'year' },
  duration_day: { zh: '天', en: 'days', also: ['day'] },
  duration_workday: { zh: '个工作日', en: 'workdays', also: ['工作日', 'workday'] },
  duration_week: { zh: '周', en: 'weeks', also: ['week'] },
  /** 半个月 is a word of its own, without a figure */
  duration_half_month: { zh: '半个月', en: 'half_month' },
  duration_month: { zh: '个月', en: 'months' },
  duration_year: { zh: '周年', en: 'years' },
  // places of days in a year: 次年1月10日, 当年12月底; next_year Jan 10, this_year Dec end
  position_last: { zh: '上年', en: 'last_year' },
  position_this: { zh: '当年', en: 'this_year' },
  position_next: { zh: '次年', en: 'next_year' },
  position_end: { zh: '底', en: 'end' },
  month_1: { zh: '1月', en: 'Jan' },
  month_2: { zh: '2月', en: 'Feb' },
  month_3: { zh: '3月', en: 'Mar' },
  month_4: { zh: '4月', en: 'Apr' },
  month_5: { zh: '5月', en: 'May' },
  month_6: { zh: '6月', en: 'Jun' },
  month_7: { zh: '7月', en: 'Jul' },
  month_8: { zh: '8月', en: 'Aug' },
  month_9: { zh: '9月', en: 'Sep' },
  month_10: { zh: '10月', en: 'Oct' },
  month_11: { zh: '11月', en: 'Nov' },
  month_12: { zh: '12月', en: 'Dec' },
  // paths and prefix words
  of: { zh: '的', en: '.' },
  has: { zh: '有', en: 'has' },
  known: { zh: '已知', en: 'known' },
  unknown: { zh: '未知', en: 'unknown' },
  meets: { zh: '符合', en: 'meets' },
  // comparison
  between: { zh: '介于', en: 'between' },
  /** between the two ends of 介于 and of 范围 */
  to: { zh: '至', en: 'to' },
  low_open: { zh: '不含下限', en: 'low_open' },
  high_open: { zh: '不含上限', en: 'high_open' },
  both_open: { zh: '不含两端', en: 'both_open' },
  in: { zh: '属于', en: 'in' },
  not_in: { zh: '不属于', en: 'not_in' },
  // functions with a grammar of their own
  when: { zh: '当', en: 'when' },
  count: { zh: '计数', en: 'count' },
  sum: { zh: '合计', en: 'sum' },
  share: { zh: '占比', en: 'share' },
  /** 分母为零 视为 待定, `empty is undetermined` */
  empty: { zh: '分母为零', en: 'empty' },
  empty_as: { zh: '视为', en: 'is' },
  empty_met: { zh: '达到', en: 'met' },
  empty_unmet: { zh: '未达', en: 'unmet' },
  empty_undetermined: { zh: '待定', en: 'undetermined' },
  larger: { zh: '较大', en: 'larger' },
  smaller: { zh: '较小', en: 'smaller' },
  round_half_up: { zh: '四舍五入', en: 'round_half_up' },
  round_up: { zh: '进一', en: 'round_up' },
  round_down: { zh: '舍去', en: 'round_down' },
  round_half_even: { zh: '银行家', en: 'round_half_even' },
  /** before the rounding's target: 到 0.01 元 */
  round_to: { zh: '到', en: 'to' },
  by: { zh: '按', en: 'by' },
  // types
  type_money: { zh: '金额', en: 'money' },
  type_ratio: { zh: '比例', en: 'ratio' },
  type_integer: { zh: '整数', en: 'integer' },
  type_number: { zh: '数', en: 'number' },
  type_boolean: { zh: '真假', en: 'boolean' },
  type_date: { zh: '日期', en: 'date' },
  type_year: { zh: '年份', en: 'year' },
  type_text: { zh: '文本', en: 'text' },
  type_list: { zh: '列表', en: 'list' },
  /** 数 2 位 */
  places: { zh: '位', en: 'places' },
  // groups, tables, options
  combine_all: { zh: '全部', en: 'all' },
  combine_any: { zh: '任一', en: 'any' },
  combine_at_least: { zh: '至少', en: 'at_least' },
  /** the cell that any value matches */
  cell_any: { zh: '任意', en: 'anything' },
  default: { zh: '默认', en: 'default' },
} as const satisfies Record<string, ExpressionWord>

export type ExpressionWordId = keyof typeof EXPRESSION_WORDS

/** The words that can never be names. */
export const RESERVED_WORD_IDS = ['and', 'or', 'not', 'if', 'then', 'else', 'every', 'some', 'none', 'satisfies'] as const
export type ReservedWordId = (typeof RESERVED_WORD_IDS)[number]
