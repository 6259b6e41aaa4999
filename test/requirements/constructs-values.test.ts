import { describe, expect, it } from 'vitest'
import { targets } from '../../engine/index.ts'
import { decided, findings, found, item, judged, outcome, shipped, standard, steps } from './small.ts'

const NAMES = { x: '甲项', y: '乙项', z: '丙项' } as const
const must = (condition: string, id: keyof typeof NAMES = 'x') => `须 ${NAMES[id]}/${id} 依据「一」：${condition}；`
const truth = (condition: string, facts: Record<string, unknown>, more = '') =>
  item(standard(must(condition), more), 'x', facts).value

describe('construct 1: typed quantities with units and per what', () => {
  it('compares the same units only: a household’s total is no income per head', () => {
    expect(findings(`标准 退出/exit 适用于 户 依据「一」{ ${must('家庭年收入 超过 3700 元/人·年')} }`)).toEqual(['T304'])
    expect(truth('家庭年收入 ÷ 家庭人口 超过 3700 元/人·年', { 家庭年收入: '7400.02', 家庭人口: 2 })).toBe('true')
    expect(truth('家庭年收入 ÷ 家庭人口 超过 3700 元/人·年', { 家庭年收入: '7400.00', 家庭人口: 2 })).toBe('false')
  })
  it('counts 万 as ten thousand: 1.1242万 persons, 430万 persons', () => {
    const goal = (id: string, target: string, year: number) =>
      targets(shipped(id), [], { asOf: `${year}-10-31`, year }).find((one) => one.target === target)!.goal
    expect(goal('zhang_county', 'exit_target', 2018)).toMatchObject({ low: '11242', high: '11242', unit: '人' })
    expect(goal('henan_2016', 'persons_target', 2018)).toMatchObject({ low: '4300000', high: '4300000', unit: '人' })
  })
})

describe('construct 2: operator words, each one operator, recorded with the word', () => {
  it.each<[string, string, string]>([
    ['超过 3700 元/人·年', '- - +', 'exceeds'],
    ['高于 3700 元/人·年', '- - +', 'above'],
    ['不少于 3700 元/人·年', '- + +', 'at_least'],
    ['达到 3700 元/人·年', '- + +', 'reaches'],
    ['在 3700 元/人·年 以上', '- + +', 'or_more'],
    ['低于 3700 元/人·年', '+ - -', 'below'],
    ['不超过 3700 元/人·年', '+ + -', 'not_exceeding'],
    ['在 3700 元/人·年 以内', '+ + -', 'within'],
  ])('年人均纯收入 %s at 3699.99, 3700.00, 3700.01: %s', (words, signs, word) => {
    const program = standard(must(`年人均纯收入 ${words}`))
    const values = ['3699.99', '3700.00', '3700.01'].map((net) => item(program, 'x', { 年人均纯收入: net }).value)
    expect(values.map((value) => (value === 'true' ? '+' : '-')).join(' ')).toBe(signs)
    expect(JSON.stringify(program.standards[0]!.items)).toContain(`"word":"${word}"`)
  })
  it('asks for a reading of 以下, on which lawyers disagree', () => {
    const below = (condition: string) => findings(`标准 退出/exit 适用于 户 依据「一」{ ${must(condition)} }`)
    expect(below('年人均纯收入 在 3700 以下')).toEqual(['R403'])
    expect(below('年人均纯收入 ≤ 3700')).toEqual([])
  })
  it('keeps 2人以上 and 超过半数 in procedures', () => {
    const program = steps('步骤 采集/survey 逐户 依据「二」{ 主体 工作队 人数 2；}')
    const at = (persons: number) => found(program, [{ step: 'survey', on: '2019-11-01', by: ['team'], persons }])
    expect([at(1), at(2)]).toEqual([['survey.persons'], []])
  })
})

describe('construct 3: named reference values by year, place and kind', () => {
  const line = `参数 扶贫线/line_of：金额 元/人·年 按 年度 分 标准类别 依据「一」 {
    值 自 2018年 至 2018年 类别 国家：3500 元/人·年；
    值 自 2019年 至 2019年 类别 国家：3600 元/人·年；
    值 自 2019年 至 2019年 地区 410000 类别 国家：3700 元/人·年；
    值 自 2019年 至 2019年 地区 140100 类别 国家：9999 元/人·年；
  }`
  const program = standard(must('年人均纯收入 超过 扶贫线（线别）'), line)
  const at = (year: number, facts: Record<string, unknown>) => decided(program, facts, { asOf: `${year}-12-01`, year })
  it('takes the row of the year, of the nearest place and of the kind', () => {
    expect(at(2019, { 年人均纯收入: '3700.01', 线别: '国家' }).outcome).toBe('met')
    expect(at(2019, { 年人均纯收入: '3700.00', 线别: '国家' }).outcome).toBe('unmet')
    expect(at(2018, { 年人均纯收入: '3500.01', 线别: '国家' }).outcome).toBe('met')
    expect(at(2018, { 年人均纯收入: '3500.00', 线别: '国家' }).outcome).toBe('unmet')
  })
  it('is blocked, never false, where no row says the value', () => {
    for (const record of [at(2020, { 年人均纯收入: '1.00', 线别: '国家' }), at(2019, { 年人均纯收入: '1.00', 线别: '省' })]) {
      expect(record.outcome).toBe('undetermined')
      expect(record.missing.blocked).toEqual([{ kind: 'parameter', id: 'line_of' }])
    }
  })
})

describe('construct 4: the reference chosen by a property of the subject', () => {
  const heilongjiang = shipped('heilongjiang_measure')
  const facts = (kind: string, net: string) => ({
    建档立卡状态: '贫困户',
    贫困标准类别: kind,
    年人均纯收入: net,
    收入稳定超过: judged(true, '村两委', '2018-10-01'),
  })
  const line = (kind: string, net: string) =>
    item(heilongjiang, 'income_line', facts(kind, net), { asOf: '2018-12-01', year: 2018 }, {}, 'household_exit')
  it('measures a national household by the national line, a provincial one by the provincial, which nobody supplied', () => {
    expect(line('国家', '2995.01').value).toBe('true')
    expect(line('国家', '2995.00').value).toBe('false')
    expect(line('省', '9999.00').value).toBe('unknown')
    const times = { asOf: '2018-12-01', year: 2018 }
    expect(decided(heilongjiang, facts('省', '9999.00'), times, {}, 'household_exit').missing.blocked).toContainEqual({
      kind: 'parameter',
      id: 'poverty_line',
    })
  })
  it('takes either line in one text', () => {
    const two = `参数 扶贫线/line_of：金额 元/人·年 按 年度 分 标准类别 依据「一」 {
      值 自 2019年 类别 国家：3000 元/人·年；值 自 2019年 类别 省：4000 元/人·年；}`
    const program = standard(must('年人均纯收入 超过 扶贫线（线别）'), two)
    expect(['国家', '省'].map((kind) => outcome(program, { 年人均纯收入: '3500.00', 线别: kind }))).toEqual(['met', 'unmet'])
  })
})

describe('construct 5: comparison with another’s aggregate', () => {
  it('sets a county’s growth against the province’s: higher, not equal', () => {
    const growth = (own: string, province: string) =>
      item(
        shipped('henan_2016'),
        'growth',
        { 贫困县类型: '省定贫困县', 农民收入增幅: own, 全省农民收入增幅: province },
        { asOf: '2018-12-01', year: 2018 },
        {},
        'county_exit',
      ).value
    expect([growth('8.1%', '8%'), growth('8%', '8%'), growth('-1%', '-2%')]).toEqual(['true', 'false', 'true'])
  })
  it('sets a household against the local farmers’ average: 达到 includes it', () => {
    const program = standard(must('年人均纯收入 达到 当地人均'))
    const at = (own: string) => outcome(program, { 年人均纯收入: own, 当地人均: '12000.00' })
    expect([at('12000.00'), at('11999.99')]).toEqual(['met', 'unmet'])
  })
})

describe('construct 6: ratios that name numerator, denominator and what an empty one means', () => {
  const households = (empty: string) => must(`占比（饮水达标户 / 贫困户数；分母为零 视为 ${empty}）在 98% 以上`)
  const persons = must('占比（参保人数 / 贫困人口；分母为零 视为 待定）在 98% 以上', 'y')
  it('does not mix households with persons', () => {
    const program = standard(households('待定') + persons, '', '村')
    const facts = { 贫困户数: 50, 饮水达标户: 49, 贫困人口: 100, 参保人数: 97 }
    expect(decided(program, facts).items.map(({ id, value }) => [id, value])).toEqual([
      ['x', 'true'],
      ['y', 'false'],
    ])
    expect(
      findings(`标准 退出/exit 适用于 村 依据「一」{ ${must('占比（饮水达标户 / 贫困人口；分母为零 视为 待定）在 98% 以上')} }`),
    ).toEqual(['T303'])
  })
  it('says what an empty denominator means', () => {
    const at = (empty: string) => outcome(standard(households(empty), '', '村'), { 贫困户数: 0, 饮水达标户: 0 })
    expect([at('达到'), at('未达'), at('待定')]).toEqual(['met', 'unmet', 'undetermined'])
    const facts = {
      村状态: '贫困村',
      贫困户数: { value: 0, source: '行业部门' },
      饮水安全贫困户数: { value: 0, source: '行业部门' },
    }
    const times = { asOf: '2018-12-01', year: 2018 }
    expect(item(shipped('tieling_county'), 'water_share', facts, times, {}, 'village_exit').value).toBe('unknown')
  })
})

describe('construct 7: quantifiers over members and over a set, with a cause', () => {
  const school = standard(
    must('每个 成员 当 适龄 满足 在校') +
      must('没有 成员 满足（辍学 且 辍学原因 = 因贫）', 'y') +
      must('没有 成员 满足 辍学', 'z'),
  )
  const values = (members: readonly object[]) => decided(school, { 成员: members }).items.map(({ value }) => value)
  const at = (dropout: boolean, cause: string) => ({ 适龄: true, 在校: !dropout, 辍学: dropout, 辍学原因: cause })
  it('looks at every school-age child, and at why one left school', () => {
    expect(values([at(false, '无'), { 适龄: false, 在校: false, 辍学: false, 辍学原因: '无' }])).toEqual(['true', 'true', 'true'])
    expect(values([at(true, '因病'), at(false, '无')])).toEqual(['false', 'true', 'false'])
    expect(values([at(true, '因贫')])).toEqual(['false', 'false', 'false'])
    expect(values([])).toEqual(['true', 'true', 'true'])
  })
  it('looks at every household of a village: 户户通 is all of them', () => {
    const program = standard(must('每个 农户 满足 安全饮水'), '', '村')
    expect(outcome(program, { 农户: [{ 安全饮水: true }, { 安全饮水: true }] })).toBe('met')
    expect(outcome(program, { 农户: [{ 安全饮水: true }, { 安全饮水: false }] })).toBe('unmet')
    expect(outcome(program, { 农户: { items: [{ 安全饮水: true }], partial: true } })).toBe('undetermined')
    const tv = (own: number, all: number) =>
      item(
        shipped('henan_2016'),
        'tv',
        { 村状态: '贫困村', 通广播电视户数: own, 总户数: all },
        { asOf: '2018-12-01', year: 2018 },
        {},
        'village_exit',
      ).value
    expect([tv(300, 300), tv(299, 300)]).toEqual(['true', 'false'])
  })
})
