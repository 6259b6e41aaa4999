import { policy, VOCABULARY_ZH } from '../fixture.ts'
import type { LintCase } from './rule-cases.ts'

const standard = '标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定 }'
const table = (inputs: string, rows: string, hit = '唯一') =>
  policy(`表 补助/grant 适用于 户：金额 元 依据「一」命中 ${hit} { 输入 ${inputs}；${rows} }\n${standard}`)
/** The name of the table is marked. */
const marked = (inputs: string, rows: string, hit = '唯一') => {
  const source = table(inputs, rows, hit)
  return { ...source, text: source.text.replace('补助/grant', '«补助/grant»') }
}

export const TABLE_CASES: readonly LintCase[] = [
  {
    code: 'R421',
    what: 'a stretch between two rows',
    bad: marked('年人均纯收入', '行 < 3700：500 元；行 ≥ 5000：0 元'),
    good: table('年人均纯收入', '行 < 3700：500 元；行 ≥ 3700：0 元'),
    args: { name: '补助', where: '3700 ≤ 年人均纯收入 < 5000', whereEn: '3700 ≤ net_income_pc < 5000' },
  },
  {
    code: 'R421',
    what: 'the figure itself',
    bad: marked('年人均纯收入', '行 < 3700：500 元；行 > 3700：0 元'),
    good: table('年人均纯收入', '行 < 3700：500 元；行 ≥ 3700.01：0 元；行 介于 3700 至 3700：1 元'),
    args: { where: '年人均纯收入 = 3700' },
  },
  {
    code: 'R421',
    what: 'a stretch of one cause',
    bad: marked(
      '年人均纯收入，原因',
      '行 < 3700，任意：500 元；行 介于 3700 至 5000 不含上限，因病 或 因学：200 元；行 ≥ 5000，任意：0 元',
    ),
    good: table(
      '年人均纯收入，原因',
      '行 < 3700，任意：500 元；行 介于 3700 至 5000 不含上限，任意：200 元；行 ≥ 5000，任意：0 元',
    ),
    args: { where: '3700 ≤ 年人均纯收入 < 5000 且 原因 = 因残', whereEn: '3700 ≤ net_income_pc < 5000 and reason = disability' },
  },
  {
    code: 'R421',
    what: 'two separate combinations',
    bad: marked('增收稳定，原因', '行 真，因病：500 元；行 假，因残 或 因学：0 元'),
    good: table('增收稳定，原因', '行 真，任意：500 元；行 假，任意：0 元'),
    args: { where: '增收稳定 且 原因 属于（因残、因学）；非 增收稳定 且 原因 = 因病' },
  },
  {
    code: 'R421',
    what: 'nothing',
    bad: marked('返贫年度', '行 = 2018年：1 元；行 ≠ 2018年：2 元'.replace('≠ 2018年', '2017年')),
    good: table('返贫年度', '行 2018年：1 元；行 ≠ 2018年：2 元'),
    args: { where: '返贫年度 < 2017年 或 返贫年度 > 2018年 或 返贫年度 是 无' },
  },
  {
    code: 'R421',
    what: 'exactly on a parameter',
    bad: marked('年人均纯收入', '行 < 国家扶贫标准：500 元；行 > 国家扶贫标准：0 元'),
    good: table('年人均纯收入', '行 < 国家扶贫标准：500 元；行 ≥ 国家扶贫标准：0 元'),
    args: { where: '年人均纯收入 = 国家扶贫标准' },
  },
  {
    code: 'R422',
    what: 'rows that share their bound',
    bad: table('年人均纯收入', '行 ≤ 3700：500 元；行 «≥ 3700»：0 元'),
    good: table('年人均纯收入', '行 ≤ 3700：500 元；行 ≥ 3700：0 元', '首中'),
    args: { name: '补助', where: '年人均纯收入 = 3700' },
    labels: ['row'],
  },
  {
    code: 'R422',
    what: 'rows of one result may overlap',
    bad: table('年人均纯收入，原因', '行 < 3700，因病 或 因残：500 元；行 «< 4000，因残 或 因学»：200 元；其余：0 元'),
    good: table('年人均纯收入，原因', '行 < 3700，因病 或 因残：500 元；行 < 4000，因残 或 因学：500 元；其余：0 元'),
    args: { where: '年人均纯收入 < 3700 且 原因 = 因残' },
  },
  {
    code: 'R423',
    what: 'a row behind a wider one',
    bad: table('年人均纯收入', '行 < 5000：500 元；行 «< 3700»：900 元；其余：0 元', '首中'),
    good: table('年人均纯收入', '行 < 3700：900 元；行 < 5000：500 元；其余：0 元', '首中'),
    labels: ['row'],
  },
  {
    code: 'R423',
    what: 'a row behind two',
    bad: table('年人均纯收入', '行 < 5000：500 元；行 ≥ 4000：200 元；行 «介于 3700 至 6000»：900 元', '首中'),
    good: table('年人均纯收入', '行 < 5000：500 元；行 ≥ 6000：200 元；行 介于 3700 至 6000：900 元', '首中'),
  },
  {
    code: 'R423',
    what: 'a row outside the range',
    bad: table('年人均纯收入', '行 «< 0»：500 元；其余：0 元'),
    good: table('年人均纯收入', '行 ≤ 0：500 元；其余：0 元'),
  },
  {
    code: 'R424',
    what: 'a computed input',
    bad: marked('计数（成员 当 患大病）', '行 < 1：0 元；行 > 1：500 元'),
    good: table('计数（成员 当 患大病）', '行 < 1：0 元；行 ≥ 1：500 元'),
    args: { what: '缺口', whatEn: 'gaps' },
  },
  {
    code: 'R424',
    what: 'two parameters against one fact',
    bad: table('年人均纯收入', '行 < 国家扶贫标准：500 元；行 «> 分类标准（省）»：0 元；其余：1 元'),
    good: table('年人均纯收入', '行 < 国家扶贫标准：500 元；行 > 分类标准（省）：0 元；其余：1 元', '首中'),
    args: { what: '重叠', whatEn: 'overlaps' },
  },
]

/** A vocabulary in which the register excludes the gap a table leaves. */
export const BOUND_VOCABULARY = VOCABULARY_ZH.replace(
  '约束 工作队',
  '约束 有工作队才有贫困/team_if_poor 适用于 村 出处「约定」：若 未脱贫人口 > 100 则 有驻村工作队；\n  约束 工作队',
)
