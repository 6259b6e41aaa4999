import { describe, expect, it } from 'vitest'
import { parseLeaf } from '../../dsl/parse/index.ts'
import { expr, strip } from './strip.ts'

const name = (text: string) => ({ kind: 'name', ref: { text } })
const num = (value: string, unit?: string, form = 'plain') => ({ kind: 'number', value, form, ...(unit ? { unit } : {}) })

/** Tree, then every spelling that must give it. */
const CASES: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['number', num('3700'), ['3700', '3,700', '３７００', '３，７００', '3700.00']],
  [
    'unit',
    num('3700', '元/人·年'),
    ['3700 元/人·年', '3700元/人·年', '3,700元每人每年', '3700 yuan/person·year', '3700 yuan per person per year'],
  ],
  ['plain unit', num('30', '平方米'), ['30 平方米', '30平方米', '30 sqm']],
  ['percent', num('1/50', undefined, 'percent'), ['2%', '2％', '２％', '2 %']],
  ['permille', num('1/2000', undefined, 'permille'), ['0.5‰']],
  ['scale', num('11242', undefined, 'wan'), ['1.1242万', '1.1242 ten_thousand']],
  ['scale and unit', num('4300000', '元', 'wan'), ['430万元', '430 万元']],
  ['kilogram is no thousand', num('5', '公斤'), ['5千克', '5 公斤', '5 kg']],
  ['fraction word', num('2/3', undefined, 'fraction'), ['三分之二', 'two_thirds']],
  ['half', num('1/2', undefined, 'fraction'), ['半数', 'half']],
  ['boolean', { kind: 'boolean', value: true }, ['真', 'true']],
  ['nothing', { kind: 'nothing' }, ['无', 'nothing']],
  [
    'date',
    { kind: 'date', value: '2019-12-31' },
    ['2019-12-31', '2019年12月31日', '２０１９年１２月３１日', '2019 年 12 月 31 日'],
  ],
  ['year', { kind: 'year', value: 2019 }, ['2019年', '2019 年', '2019年度', 'year 2019']],
  ['days', { kind: 'duration', amount: 3, unit: 'day' }, ['3 天', '3天', '3 days']],
  ['workdays', { kind: 'duration', amount: 5, unit: 'workday' }, ['5 个工作日', '5 workdays']],
  ['weeks', { kind: 'duration', amount: 2, unit: 'week' }, ['2 周', '2 weeks']],
  ['months', { kind: 'duration', amount: 6, unit: 'month' }, ['6 个月', '6 months']],
  ['years', { kind: 'duration', amount: 1, unit: 'year' }, ['1 周年', '1 years']],
  ['text', { kind: 'text', value: '甲' }, ['“甲”', '"甲"']],
  ['quoted name', { kind: 'name', ref: { text: '附件1', quoted: true } }, ['「附件1」']],
  [
    'path',
    { kind: 'path', of: { kind: 'path', of: name('甲'), member: { text: '乙' } }, member: { text: '年' } },
    ['甲 的 乙 的 年', '甲.乙.年', '甲．乙 . 年'],
  ],
  [
    'period',
    { kind: 'period', of: name('甲'), year: { kind: 'arithmetic', op: '-', left: name('乙'), right: num('1') } },
    ['甲〔乙 − 1〕', '甲[乙 - 1]'],
  ],
  ['call', { kind: 'call', callee: { text: '甲' }, args: [name('乙'), num('1')] }, ['甲（乙，1）', '甲(乙, 1)', '甲（乙、1）']],
  ['no arguments', { kind: 'call', callee: { text: '甲' }, args: [] }, ['甲（）']],
  ['has', { kind: 'has', operand: { kind: 'path', of: name('甲'), member: { text: '乙' } } }, ['有 甲 的 乙', 'has 甲.乙']],
  ['known', { kind: 'status', status: 'known', operand: name('甲') }, ['已知 甲', 'known 甲', '已知（甲）']],
  ['unknown', { kind: 'status', status: 'unknown', operand: name('甲') }, ['未知 甲', 'unknown 甲']],
  ['meets', { kind: 'meets', standard: { text: '甲' } }, ['符合 甲', 'meets 甲']],
  [
    'not binds looser than comparison',
    { kind: 'not', operand: { kind: 'compare', word: 'eq', left: name('甲'), right: name('乙') } },
    ['非 甲 = 乙', 'not 甲 ＝ 乙', '非（甲 = 乙）'],
  ],
  [
    'and',
    { kind: 'and', items: [name('甲'), name('乙'), name('丙')] },
    ['甲 且 乙 且 丙', '甲 and 乙 and 丙', '（甲）且（乙）且（丙）'],
  ],
  [
    'or',
    { kind: 'or', items: [name('甲'), { kind: 'and', items: [name('乙'), name('丙')] }] },
    ['甲 或 （乙 且 丙）', '甲 or (乙 and 丙)'],
  ],
  [
    'precedence',
    {
      kind: 'arithmetic',
      op: '-',
      left: name('甲'),
      right: {
        kind: 'arithmetic',
        op: '/',
        left: { kind: 'arithmetic', op: '*', left: name('乙'), right: num('2') },
        right: { kind: 'negate', operand: name('丙') },
      },
    },
    ['甲 − 乙 × 2 ÷ −丙', '甲 - 乙 * 2 / -丙'],
  ],
  [
    'postfix word',
    { kind: 'compare', word: 'or_more', lead: 'at', left: name('甲'), right: num('49/50', undefined, 'percent') },
    ['甲 在 98% 以上', '甲 在98%以上', '甲 at 98% or_more'],
  ],
  [
    'lead reach',
    { kind: 'compare', word: 'within', lead: 'reach', left: name('甲'), right: num('5', '元') },
    ['甲 达到 5元以内', '甲 reaches 5 yuan within'],
  ],
  ['reaches alone', { kind: 'compare', word: 'reaches', left: name('甲'), right: num('5') }, ['甲 达到 5', '甲 reaches 5']],
  [
    'falls to',
    { kind: 'compare', word: 'or_less', lead: 'fall_to', left: name('甲'), right: num('5') },
    ['甲 降至 5 以下', '甲 falls_to 5 or_less'],
  ],
  [
    'between',
    {
      kind: 'between',
      value: name('甲'),
      low: num('1'),
      high: { kind: 'arithmetic', op: '+', left: name('乙'), right: num('2') },
      open: 'high',
    },
    ['甲 介于 1 至 乙 + 2 不含上限', '甲 between 1 to 乙 + 2 high_open'],
  ],
  [
    'in',
    { kind: 'in', value: name('甲'), items: [name('乙'), name('丙')], negated: false },
    ['甲 属于（乙、丙）', '甲 in (乙, 丙)'],
  ],
  ['not in', { kind: 'in', value: name('甲'), items: [name('乙')], negated: true }, ['甲 不属于（乙）', '甲 not_in (乙)']],
  [
    'if',
    {
      kind: 'if',
      condition: name('甲'),
      then: num('1'),
      otherwise: { kind: 'if', condition: name('乙'), then: num('2'), otherwise: num('3') },
    },
    ['若 甲 则 1 否则 若 乙 则 2 否则 3', 'if 甲 then 1 else if 乙 then 2 else 3'],
  ],
  ['if without else', { kind: 'if', condition: name('甲'), then: name('乙') }, ['若 甲 则 乙', 'if 甲 then 乙']],
  [
    'every',
    { kind: 'quantifier', quantifier: 'every', domain: name('甲'), filter: name('乙'), body: name('丙') },
    ['每个 甲 当 乙 满足 丙', 'every 甲 when 乙 satisfies 丙'],
  ],
  [
    'none',
    {
      kind: 'quantifier',
      quantifier: 'none',
      domain: { kind: 'path', of: name('甲'), member: { text: '乙' } },
      body: { kind: 'not', operand: name('丙') },
    },
    ['没有 甲 的 乙 满足 非 丙', 'none 甲.乙 satisfies not 丙'],
  ],
  ['some without body', { kind: 'quantifier', quantifier: 'some', domain: name('甲') }, ['存在 甲', 'some 甲']],
  [
    'body ends before 且',
    { kind: 'and', items: [{ kind: 'quantifier', quantifier: 'every', domain: name('甲'), body: name('乙') }, name('丙')] },
    ['每个 甲 满足 乙 且 丙'],
  ],
  [
    'count',
    { kind: 'count', domain: name('甲'), filter: { kind: 'or', items: [name('乙'), name('丙')] } },
    ['计数（甲 当 乙 或 丙）', 'count(甲 when 乙 or 丙)'],
  ],
  [
    'sum',
    { kind: 'sum', domain: name('甲'), filter: name('乙'), value: name('丙') },
    ['合计（甲 当 乙：丙）', 'sum(甲 when 乙: 丙)'],
  ],
  [
    'share of a list',
    { kind: 'share', domain: name('甲'), filter: name('乙'), part: name('丙'), empty: 'undetermined' },
    ['占比（甲 当 乙 满足 丙；分母为零 视为 待定）', 'share(甲 when 乙 satisfies 丙; empty is undetermined)'],
  ],
  [
    'share of numbers',
    { kind: 'share', part: name('甲'), whole: name('乙'), empty: 'met' },
    ['占比（甲 / 乙；分母为零 视为 达到）', '占比（甲 ÷ 乙，分母为零 视为 达到）', 'share(甲 / 乙; empty is met)'],
  ],
  ['share without the empty case', { kind: 'share', part: name('甲'), whole: name('乙') }, ['占比（甲 / 乙）']],
  ['larger', { kind: 'extreme', which: 'larger', items: [name('甲'), num('1')] }, ['较大（甲，1）', 'larger(甲, 1)']],
  [
    'round',
    { kind: 'round', mode: 'half_up', value: name('甲'), to: num('1/100', '元') },
    ['四舍五入（甲，到 0.01 元）', 'round_half_up(甲, to 0.01 yuan)'],
  ],
  [
    'round half even',
    { kind: 'round', mode: 'half_even', value: name('甲'), to: num('1') },
    ['银行家（甲，到 1）', 'round_half_even(甲, 1)'],
  ],
  [
    'reading',
    {
      kind: 'reading',
      reading: { text: '甲' },
      arms: [
        { choice: { text: '乙' }, value: num('1') },
        { choice: { text: '丙' }, value: num('2') },
      ],
    },
    ['按 甲 { 乙：1；丙：2 }', 'by 甲 { 乙: 1; 丙: 2; }', '按 甲｛乙：1；丙：2｝'],
  ],
]

describe('expressions', () => {
  it.each(CASES.flatMap(([title, tree, spellings]) => spellings.map((text) => ({ title, text, tree }))))(
    '$title: $text',
    ({ text, tree }) => {
      expect(expr(text)).toEqual(tree)
    },
  )

  it('takes contextual keywords as names where a value stands', () => {
    for (const word of ['有', '按', '计数', '介于', '以上', '地区', '在', '的', 'by', 'has', 'at', 'year']) {
      expect(expr(`${word} 且 甲`)).toEqual({ kind: 'and', items: [name(word), name('甲')] })
      expect(expr(`甲 > ${word}`)).toEqual({ kind: 'compare', word: 'gt', left: name('甲'), right: name(word) })
    }
  })

  it('knows every operator sign in both widths', () => {
    const of = (text: string) => (expr(text) as { word: string }).word
    expect(['>', '＞', '≥', '>=', '＞＝', '<', '＜', '≤', '<=', '=', '＝', '≠', '!='].map((sign) => of(`甲 ${sign} 乙`))).toEqual(
      ['gt', 'gt', 'ge', 'ge', 'ge', 'lt', 'lt', 'le', 'le', 'eq', 'eq', 'ne', 'ne'],
    )
  })

  it('shifts spans by the offset and keeps them exact', () => {
    const { value } = parseLeaf('expr', ' 甲 超过 3元', 'f', 100)
    expect(value).toMatchObject({
      span: { file: 'f', start: 101, end: 108 },
      wordSpan: { start: 103, end: 105 },
      right: { span: { start: 106, end: 108 } },
    })
  })

  it('reads every leaf form', () => {
    const leaf = (...args: Parameters<typeof parseLeaf>) => strip(parseLeaf(...args).value)
    expect(leaf('type', '数 2 位 平方米', 'f', 0)).toEqual({ kind: 'number', decimals: 2, unit: '平方米' })
    expect(leaf('type', '列表 成员', 'f', 0)).toEqual({ kind: 'list', ref: { text: '成员' } })
    expect(leaf('type', 'money yuan/person·year', 'f', 0)).toEqual({ kind: 'money', unit: '元/人·年' })
    expect(leaf('type', '成员', 'f', 0)).toEqual({ kind: 'named', ref: { text: '成员' } })
    expect(leaf('moment', '2019年', 'f', 0)).toEqual({ kind: 'year', value: '2019' })
    expect(leaf('moment', '2019', 'f', 0)).toEqual({ kind: 'year', value: '2019' })
    expect(leaf('moment', '2016-05-01', 'f', 0)).toEqual({ kind: 'date', value: '2016-05-01' })
    expect(leaf('range', '0 至 100', 'f', 0)).toEqual({ low: num('0'), high: num('100') })
    expect(leaf('range', '自 0', 'f', 0)).toEqual({ low: num('0') })
    expect(leaf('range', '0 to', 'f', 0)).toEqual({ low: num('0') })
    expect(leaf('range', '至 5', 'f', 0)).toEqual({ high: num('5') })
    expect(leaf('combine', '至少 2', 'f', 0)).toEqual({ mode: 'at_least', n: 2 })
    expect(leaf('exprs', '甲，乙、丙', 'f', 0)).toEqual([name('甲'), name('乙'), name('丙')])
    expect(leaf('cites', '「四」、河南办法「五」', 'f', 0)).toEqual([
      { article: '四' },
      { source: { text: '河南办法' }, article: '五' },
    ])
    expect(leaf('cells', '> 3，任意，介于 1 至 2，3 元 以上，甲 或 乙', 'f', 0)).toEqual([
      { kind: 'compare', word: 'gt', value: num('3') },
      { kind: 'any' },
      { kind: 'between', low: num('1'), high: num('2'), open: 'none' },
      { kind: 'compare', word: 'or_more', value: num('3', '元') },
      { kind: 'oneOf', values: [name('甲'), name('乙')] },
    ])
    expect(leaf('options', '{ 甲（默认）；乙/b }', 'f', 0)).toEqual([
      { name: { zh: '甲' }, isDefault: true },
      { name: { zh: '乙', id: 'b' } },
    ])
  })
})
