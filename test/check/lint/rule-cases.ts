import type { DiagnosticArgs } from '../../../dsl/diagnostics/diagnostic.ts'
import type { SourceFile } from '../../../dsl/source/source-file.ts'
import { household, must, policy } from '../fixture.ts'

/** A text with one mistake between « », what is said of it, and a text like it without the mistake. */
export interface LintCase {
  readonly code: string
  readonly what: string
  readonly bad: SourceFile
  readonly good: SourceFile
  readonly args?: DiagnosticArgs
  /** how many fixes are offered; each must mend it */
  readonly fixes?: number
  readonly labels?: readonly string[]
}

const standard = '标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定 }'
const items = (...conditions: readonly string[]) =>
  household(conditions.map((condition, i) => `须 ${'甲乙丙丁'[i]}/i${i} 依据「一」：${condition}；`).join('\n'))

export const RULE_CASES: readonly LintCase[] = [
  {
    code: 'R403',
    what: '以下',
    bad: must('自付比例 在 10% «以下»'),
    good: must('自付比例 在 10% 以内'),
    args: { word: '以下', wordEn: 'or_less' },
    fixes: 2,
  },
  {
    code: 'R403',
    what: '以下 in a quantifier',
    bad: must('每个 成员 满足 年收入 达到 3000 元 «以下»'),
    good: must('每个 成员 满足 年收入 达到 3000 元 以上'),
    fixes: 2,
  },
  {
    code: 'R403',
    what: '以下 in a cell',
    bad: policy(
      `表 补助/grant 适用于 户：金额 元 依据「一」{ 输入 年人均纯收入；行 «3700 以下»：500 元；其余：0 元 }\n${standard}`,
    ),
    good: policy(
      `表 补助/grant 适用于 户：金额 元 依据「一」{ 输入 年人均纯收入；行 不超过 3700：500 元；其余：0 元 }\n${standard}`,
    ),
    fixes: 2,
  },
  {
    code: 'R403',
    what: 'or_less in English',
    bad: must('own_share at 10% «or_less»'),
    good: must('own_share not_exceeding 10%'),
    fixes: 2,
  },
  {
    code: 'R403',
    what: '以下 outside the reading beside it',
    bad: policy(
      `解释 百分之二/two { 含（默认）；不含 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：自付比例 在 10% «以下»；须 乙/b 依据「一」：按 百分之二 { 含：自付比例 在 20% 以下；不含：增收稳定 } }`,
    ),
    good: policy(
      `解释 百分之二/two { 含（默认）；不含 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定；按 百分之二 { 取 含 { 须 乙/b 依据「一」：自付比例 在 20% 以下 } 取 不含 { 须 乙/b 依据「一」：自付比例 < 20% } } }`,
    ),
  },
  {
    code: 'R404',
    what: 'a figure below the declared range',
    bad: must('«年人均纯收入 ≥ −5»'),
    good: must('年人均纯收入 ≥ 5'),
    args: { text: '年人均纯收入 ≥ −5', outcome: '成立', outcomeEn: 'holds' },
    labels: ['range'],
  },
  {
    code: 'R404',
    what: 'a figure above the declared range',
    bad: must('«年人均纯收入 > 10000000»'),
    good: must('年人均纯收入 ≥ 10000000'),
    args: { outcome: '不成立', outcomeEn: 'fails' },
  },
  {
    code: 'R404',
    what: 'a share over one',
    bad: must('«占比（成员 满足 患大病；分母为零 视为 待定） > 100%»'),
    good: must('占比（成员 满足 患大病；分母为零 视为 待定） ≥ 100%'),
  },
  {
    code: 'R404',
    what: 'no share below zero; an empty one may be unmet',
    bad: must('«占比（成员 满足 患大病；分母为零 视为 达到） ≥ 0%»'),
    good: must('占比（成员 满足 患大病；分母为零 视为 未达） ≥ 0%'),
  },
  { code: 'R404', what: 'a count over its list', bad: must('«计数（成员） > 30»'), good: must('计数（成员） ≥ 30') },
  { code: 'R404', what: 'figures against figures', bad: must('«3 > 2»'), good: must('计数（成员） > 2') },
  { code: 'R404', what: 'every entry of a parameter', bad: must('«国家扶贫标准 > 3000»'), good: must('国家扶贫标准 > 3600') },
  { code: 'R404', what: 'a month', bad: must('«首次识别日 的 月 > 12»'), good: must('首次识别日 的 月 ≥ 12') },
  { code: 'R404', what: 'the whole condition is 真', bad: must('«真»'), good: must('若 有 欠款 则 欠款 < 3000 元 否则 真') },
  {
    code: 'R404',
    what: 'a body that is constant',
    bad: must('每个 成员 满足（患大病 或 «真»）'),
    good: must('每个 成员 满足 患大病'),
  },
  {
    code: 'R404',
    what: '介于 all that can be',
    bad: must('«年人均纯收入 介于 0 至 10000000»'),
    good: must('年人均纯收入 介于 0 至 10000000 不含下限'),
  },
  {
    code: 'R404',
    what: 'all values of an enumeration',
    bad: must('«原因 属于（因病、因残、因学）»'),
    good: must('原因 属于（因病、因残）'),
  },
  {
    code: 'R404',
    what: 'a fact against itself',
    bad: must('«年人均纯收入 = 年人均纯收入»'),
    good: must('年人均纯收入 = 国家扶贫标准'),
  },
  {
    code: 'R404',
    what: 'settled by its own 当',
    bad: household('须 甲/a 依据「一」当 年人均纯收入 > 5000：«年人均纯收入 > 3000»；'),
    good: household('须 甲/a 依据「一」当 年人均纯收入 > 3000：年人均纯收入 > 5000；'),
    args: { outcome: '成立' },
    labels: ['given', 'range'],
  },
  {
    code: 'R404',
    what: 'excluded by the 当 of the standard',
    bad: policy('标准 户退出/exit 适用于 户 当 原因 = 因病 依据「一」{ 不得 甲/a 依据「一」：«原因 = 因残» }'),
    good: policy('标准 户退出/exit 适用于 户 当 原因 ≠ 因病 依据「一」{ 不得 甲/a 依据「一」：原因 = 因残 }'),
    args: { outcome: '不成立' },
    labels: ['given'],
  },
  {
    code: 'R405',
    what: 'above and below',
    bad: must('年人均纯收入 > 5000 且 «年人均纯收入 < 3000»'),
    good: must('年人均纯收入 > 3000 且 年人均纯收入 < 5000'),
    args: { text: '年人均纯收入 > 5000 且 年人均纯收入 < 3000' },
    labels: ['first'],
  },
  {
    code: 'R405',
    what: 'no hundredth lies between',
    bad: must('年人均纯收入 > 3000 且 «年人均纯收入 < 3000.01»'),
    good: must('年人均纯收入 > 3000 且 年人均纯收入 < 3000.02'),
  },
  {
    code: 'R405',
    what: 'two values of one fact',
    bad: must('原因 = 因病 且 «原因 是 因残»'),
    good: must('原因 = 因病 或 原因 是 因残'),
  },
  { code: 'R405', what: 'a fact and its negation', bad: must('增收稳定 且 «非 增收稳定»'), good: must('增收稳定 且 非 有 欠款') },
  {
    code: 'R405',
    what: '存在 and 没有',
    bad: must('存在 成员 满足 患大病 且 «没有 成员 满足 患大病»'),
    good: must('存在 成员 满足 患大病 且 没有 成员 满足 辍学'),
  },
  {
    code: 'R405',
    what: 'nothing and a year',
    bad: must('返贫年度 是 无 且 «返贫年度 = 2018年»'),
    good: must('返贫年度 是 无 或 返贫年度 = 2018年'),
  },
  {
    code: 'R405',
    what: 'more than and at most the same line',
    bad: must('年人均纯收入 > 国家扶贫标准 且 «国家扶贫标准 ≥ 年人均纯收入»'),
    good: must('年人均纯收入 > 国家扶贫标准 且 分类标准（省） ≥ 年人均纯收入'),
  },
  {
    code: 'R405',
    what: 'three together, no two of them',
    bad: must('«原因 ≠ 因病 且 （原因 = 因病 或 增收稳定） 且 非 （增收稳定 且 原因 ≠ 因病»）'),
    good: must('（原因 = 因病 或 增收稳定） 且 原因 ≠ 因病'),
  },
  {
    code: 'R406',
    what: 'at least or below',
    bad: must('年人均纯收入 ≥ 3000 或 «年人均纯收入 < 5000»'),
    good: must('年人均纯收入 ≥ 5000 或 年人均纯收入 < 3000'),
    labels: ['first'],
  },
  {
    code: 'R406',
    what: 'or with what may be nothing',
    bad: must('有 返贫年度 或 «返贫年度 是 无»'),
    good: must('返贫年度 = 2018年 或 返贫年度 是 无'),
  },
  {
    code: 'R407',
    what: 'said twice',
    bad: must('增收稳定 且 没有 异议 且 «增收稳定»'),
    good: must('增收稳定 且 没有 异议 且 没有 成员 满足 辍学'),
    args: { text: '增收稳定' },
    fixes: 1,
    labels: ['first'],
  },
  {
    code: 'R407',
    what: 'in other words',
    bad: must('年人均纯收入 > 3000 或 增收稳定 或 «3000 < net_income_pc»'),
    good: must('年人均纯收入 > 3000 或 增收稳定'),
    fixes: 1,
  },
  {
    code: 'R407',
    what: 'no more than and not above, whole persons',
    bad: must('所在村 的 未脱贫人口 < 20 且 «所在村 的 未脱贫人口 ≤ 19»'),
    good: must('所在村 的 未脱贫人口 < 20 且 所在村 的 农村户籍人口 ≤ 190'),
    fixes: 1,
  },
  {
    code: 'R408',
    what: 'the weaker bound',
    bad: must('«年人均纯收入 > 3000» 且 年人均纯收入 > 5000'),
    good: must('年人均纯收入 > 3000 且 年人均纯收入 < 5000'),
    args: { text: '年人均纯收入 > 3000' },
    fixes: 1,
    labels: ['stronger'],
  },
  {
    code: 'R408',
    what: 'the stronger of two alternatives',
    bad: must('年人均纯收入 > 3000 或 «年人均纯收入 > 5000»'),
    good: must('年人均纯收入 > 5000 或 增收稳定'),
    fixes: 1,
  },
  {
    code: 'R408',
    what: 'in brackets',
    bad: must('（增收稳定 或 没有 异议） 且 («增收稳定 或 没有 异议 或 没有 成员 满足 辍学») 且 没有 成员 满足 患大病'),
    good: must('（增收稳定 或 没有 异议） 且 没有 成员 满足 患大病'),
    fixes: 1,
  },
  {
    code: 'R408',
    what: 'a value is another than one it is not',
    bad: must('原因 = 因病 且 «原因 ≠ 因残»'),
    good: must('有 返贫年度 且 返贫年度 ≥ 2017年'),
    fixes: 1,
  },
  {
    code: 'R409',
    what: 'two items',
    bad: household('须 甲/a 依据「一」：年人均纯收入 > 3000；须 «乙/b» 依据「二（1）」：3000 < 年人均纯收入；'),
    good: items('年人均纯收入 > 3000', '自付比例 < 30%'),
    args: { name: '乙', other: '甲' },
    labels: ['first'],
  },
  {
    code: 'R409',
    what: 'an item and a part of a group',
    bad: household(
      '须 甲/a 依据「一」：增收稳定；须 乙/b 依据「一」全部 { 项 «丙/c» 依据「一」：增收稳定；项 丁/d 依据「一」：没有 异议 }',
    ),
    good: household(
      '须 甲/a 依据「一」：增收稳定；须 乙/b 依据「一」任一 { 项 丙/c 依据「一」：没有 成员 满足 患大病；项 丁/d 依据「一」：没有 异议 }',
    ),
  },
  {
    code: 'R409',
    what: 'two alternatives of a group',
    bad: household('须 乙/b 依据「一」任一 { 项 丙/c 依据「一」：增收稳定；项 «丁/d» 依据「一」：增收稳定 }'),
    good: household('须 乙/b 依据「一」任一 { 项 丙/c 依据「一」：增收稳定；项 丁/d 依据「一」：没有 异议 }'),
  },
  {
    code: 'R409',
    what: 'arms of different readings do not meet',
    bad: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 宽 { 须 甲/a 依据「一」：增收稳定；须 «乙/b» 依据「一」：增收稳定 } 取 严 { 须 丙/c 依据「一」：没有 异议 } } }',
    ),
    good: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 宽 { 须 甲/a 依据「一」：增收稳定 } 取 严 { 须 丙/c 依据「一」：增收稳定 } } }',
    ),
  },
  {
    code: 'R410',
    what: 'the weaker item',
    bad: household('须 «甲/a» 依据「一」：年人均纯收入 > 3000；须 乙/b 依据「一」：年人均纯收入 > 5000；'),
    good: items('年人均纯收入 > 3000', '自付比例 < 30%'),
    args: { name: '甲', other: '乙' },
  },
  {
    code: 'R410',
    what: 'a must and the bar of its contrary',
    bad: household('须 甲/a 依据「一」：增收稳定；不得 «乙/b» 依据「一」：非 增收稳定；'),
    good: household('须 甲/a 依据「一」：增收稳定；不得 乙/b 依据「一」：存在 异议；'),
  },
  {
    code: 'R410',
    what: 'not by an item that may be departed from',
    bad: household('原则上 须 «甲/a» 依据「一」：年人均纯收入 > 3000；须 乙/b 依据「一」：年人均纯收入 > 5000；'),
    good: household('须 甲/a 依据「一」：年人均纯收入 > 3000；原则上 须 乙/b 依据「一」：年人均纯收入 > 5000；'),
  },
  {
    code: 'R411',
    what: 'two items nobody passes',
    bad: household('须 甲/a 依据「一」：年人均纯收入 > 5000；须 «乙/b» 依据「一」：年人均纯收入 < 3000；'),
    good: household('须 甲/a 依据「一」：年人均纯收入 > 5000；须 乙/b 依据「一」当 增收稳定：年人均纯收入 < 6000；'),
    args: { name: '乙', other: '甲' },
  },
  {
    code: 'R411',
    what: 'a must and a bar',
    bad: household('须 甲/a 依据「一」：增收稳定；不得 «乙/b» 依据「一」：增收稳定 视为 存在 异议；'),
    good: household('须 甲/a 依据「一」：增收稳定；不得 乙/b 依据「一」：增收稳定 除外 存在 异议；'),
  },
  {
    code: 'R431',
    what: 'all parts',
    bad: household('须 甲/a 依据「一」 «至少 2» { 项 乙/b 依据「一」：增收稳定；项 丙/c 依据「一」：没有 异议 }'),
    good: household(
      '须 甲/a 依据「一」 至少 2 { 项 乙/b 依据「一」：增收稳定；项 丙/c 依据「一」：没有 异议；项 丁/d 依据「一」：没有 成员 满足 辍学 }',
    ),
    args: { n: 2, parts: 2, word: '全部', wordEn: 'all' },
    fixes: 1,
  },
  {
    code: 'R431',
    what: 'one part',
    bad: household('must a per 「一」 «at_least 1» { part b per 「一」: steady; part c per 「一」: none objections }'),
    good: household('must a per 「一」 any { part b per 「一」: steady; part c per 「一」: none objections }'),
    args: { n: 1, parts: 2, word: '任一', wordEn: 'any' },
    fixes: 1,
  },
  {
    code: 'R432',
    what: 'within its own arm',
    bad: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定 且 按 «宽严» { 宽：没有 异议；严：没有 成员 满足 辍学 }；严：没有 异议 } }',
    ),
    good: policy(
      '解释 宽严/how { 宽（默认）；严 } 解释 快慢/pace { 快（默认）；慢 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定 且 按 快慢 { 快：没有 异议；慢：没有 成员 满足 辍学 }；严：没有 异议 } }',
    ),
    args: { reading: '宽严', choice: '宽' },
    fixes: 1,
    labels: ['outer'],
  },
  {
    code: 'R432',
    what: 'an expression in an arm of items',
    bad: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 严 { 须 甲/a 依据「一」：按 «宽严» { 宽：没有 异议；严：增收稳定 } } } }',
    ),
    good: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 严 { 须 甲/a 依据「一」：增收稳定 } } }',
    ),
    args: { choice: '严' },
    fixes: 1,
  },
  {
    code: 'R432',
    what: 'items in an arm of items',
    bad: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 严 { 按 «宽严» { 取 严 { 须 甲/a 依据「一」：增收稳定 } } } } }',
    ),
    good: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 按 宽严 { 取 严 { 须 甲/a 依据「一」：增收稳定 } } 按 宽严 { 取 宽 { 须 乙/b 依据「一」：增收稳定 } } }',
    ),
  },
  {
    code: 'R433',
    what: 'no default',
    bad: policy(
      '解释 «宽严/how» { 宽；严 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定；严：没有 异议 } }',
    ),
    good: policy(
      '解释 宽严/how { 宽；严（默认） } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定；严：没有 异议 } }',
    ),
    args: { name: '宽严', first: '宽' },
    fixes: 1,
  },
  {
    code: 'R434',
    what: 'two defaults',
    bad: policy(
      '解释 宽严/how { 宽（默认）；«严»（默认） } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定；严：没有 异议 } }',
    ),
    good: policy(
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定；严：没有 异议 } }',
    ),
    labels: ['first'],
  },
  {
    code: 'R441',
    what: 'a field whose range begins at zero',
    bad: must('家庭年纯收入 ÷ «年人均纯收入» > 3 人'),
    good: must('若 年人均纯收入 > 0 则 家庭年纯收入 ÷ 年人均纯收入 > 3 人 否则 假'),
    args: { text: '年人均纯收入' },
    labels: ['range'],
  },
  {
    code: 'R441',
    what: 'a count',
    bad: must('计数（成员） ≠ 1 且 家庭年纯收入 ÷ «计数（成员）» > 3000 元/年'),
    good: must('计数（成员） = 0 或 家庭年纯收入 ÷ 计数（成员） > 3000 元/年'),
  },
  {
    code: 'R441',
    what: 'guarded by the 当 of its item',
    bad: household('须 甲/a 依据「一」当 增收稳定：家庭年纯收入 ÷ «年人均纯收入» > 3 人；'),
    good: household('须 甲/a 依据「一」当 年人均纯收入 ≥ 100：家庭年纯收入 ÷ 年人均纯收入 > 3 人；'),
  },
]
