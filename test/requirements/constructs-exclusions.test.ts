import { describe, expect, it } from 'vitest'
import type { DecisionRecord, Facts } from '../../engine/index.ts'
import { decided, findings, item, judged, outcome, page, reasons, shipped, standard, TIMES } from './small.ts'

const failing = (record: DecisionRecord) => record.items.filter(({ effect }) => effect === 'fail').map(({ id }) => id)

describe('construct 16: a list of exclusions, any of which overrides the criteria', () => {
  const program = standard(`须 住房/housing_item 依据「一」：住房安全；
    不得 当年识别/new_one 依据「一」：首次识别 = 年度；不得 低保户/on_allowance 依据「一」：低保；`)
  const at = (facts: Facts) => decided(program, { 住房安全: true, 首次识别: 2015, 低保: false, ...facts })
  it('bars though every criterion holds, and says which by its id and clause', () => {
    expect(at({}).outcome).toBe('met')
    expect(at({ 首次识别: 2019 }).outcome).toBe('unmet')
    expect(failing(at({ 首次识别: 2019 }))).toEqual(['new_one'])
    expect(failing(at({ 首次识别: 2019, 低保: true }))).toEqual(['new_one', 'on_allowance'])
    expect(item(program, 'new_one', { 首次识别: 2019 }).cite).toEqual([{ source: 'measure', article: '一' }])
  })
  it('names the situation in the explanation', () => {
    expect(reasons(program, { 住房安全: true, 首次识别: 2019, 低保: false })).toContain('✗ 有此情形 当年识别')
    expect(reasons(program, { 住房安全: true, 首次识别: 2018, 低保: false })).not.toContain('✗')
  })
  it('B has three and C four', () => {
    const bars = (id: string) =>
      shipped(id).standards[0]!.items.filter(
        ({ kind, under }) => kind === 'bar' && !under.some(({ choice }) => choice === 'all_lack'),
      )
    expect([bars('henan_county').length, bars('zhang_county').length, bars('shanxi_county').length]).toEqual([4, 4, 0])
  })
})

describe('construct 17: situations that suspend until the entitled level has looked again', () => {
  const program = standard(
    '须 住房/housing_item 依据「一」：住房安全；暂缓 有异议/objected 依据「一」由 县组：存在 异议 满足 非 已撤回；',
  )
  const objected = { 住房安全: true, 异议: [{ 已撤回: false }] }
  const recheck = (result: string, role = '县组') => ({ 复核: [{ item: '有异议', result, role, on: '2019-11-20' }] })
  it('is neither met nor unmet, until the county group says which', () => {
    expect(outcome(program, objected)).toBe('suspended')
    expect(outcome(program, { ...objected, ...recheck('符合') })).toBe('met')
    expect(outcome(program, { ...objected, ...recheck('不符合') })).toBe('unmet')
  })
  it('does not listen to a level that may not decide', () => {
    expect(outcome(program, { ...objected, ...recheck('符合', '村两委') })).toBe('suspended')
    expect(outcome(program, { 住房安全: true, 异议: [{ 已撤回: true }] })).toBe('met')
    expect(outcome(program, { ...objected, 住房安全: false })).toBe('unmet')
  })
  it('C has its four, each for the county group to re-check', () => {
    const held = shipped('zhang_county').standards[0]!.items.filter(({ kind }) => kind === 'suspend')
    expect(held.map(({ id, reviewers }) => [id, reviewers])).toEqual(
      ['objected', 'wrong_exit', 'appealed', 'inconsistent'].map((id) => [id, ['county_group']]),
    )
  })
})

describe('construct 18: tests on history, relative to the year', () => {
  const program = standard('不得 当年识别/a 依据「一」：首次识别 = 年度；不得 当年返贫/b 依据「一」：返贫年度 = 年度；')
  const in2019 = (facts: Facts, year = 2019) => failing(decided(program, facts, { asOf: `${year}-12-01`, year }))
  it('moves with the year decided', () => {
    expect(in2019({ 首次识别: 2019, 返贫年度: '无' })).toEqual(['a'])
    expect(in2019({ 首次识别: 2019, 返贫年度: '无' }, 2020)).toEqual([])
    expect(in2019({ 首次识别: 2015, 返贫年度: 2019 })).toEqual(['b'])
    expect(in2019({ 首次识别: 2015, 返贫年度: 2018 })).toEqual([])
  })
  it('B: this year’s effect is asked of this year', () => {
    const facts = { 建档立卡状态: '贫困户', 享受扶持政策: true, 扶贫成效显著: { 2018: judged(false), 2019: judged(true) } }
    expect(item(shipped('henan_county'), 'no_effect', facts, TIMES, {}, 'household_exit').value).toBe('false')
    const other = { ...facts, 扶贫成效显著: { 2018: judged(true), 2019: judged(false) } }
    expect(item(shipped('henan_county'), 'no_effect', other, TIMES, {}, 'household_exit').value).toBe('true')
  })
})

describe('construct 19: a text referred to and not supplied', () => {
  const program = standard(
    '须 水质/x 依据「一」：水质体系；须 住房/y 依据「一」：住房安全；',
    '外部 水质体系/water_index「饮用水安全卫生评价指标体系」依据「一」：真假；',
  )
  it('cannot be decided, and is blocked by that text', () => {
    const record = decided(program, { 住房安全: true })
    expect(record.outcome).toBe('undetermined')
    expect(record.missing.blocked).toEqual([{ kind: 'external', id: 'water_index' }])
    expect(record.missing.met).toEqual([])
  })
  it('is still unmet where something else fails', () => expect(outcome(program, { 住房安全: false })).toBe('unmet'))
  it('the street plan waits for the eight situations, Tieling for the water index where its text is what counts', () => {
    const blocked = (id: string, asOf: string, readings: Record<string, string>) =>
      decided(shipped(id), { 建档立卡状态: '贫困户' }, { asOf, year: 2017 }, readings, 'household_exit').missing.blocked
    expect(blocked('street_plan', '2017-12-01', {})).toContainEqual({ kind: 'external', id: 'exit_situations' })
    expect(blocked('street_plan', '2017-12-01', { situation_basis: 'as_reviewed' })).not.toContainEqual({
      kind: 'external',
      id: 'exit_situations',
    })
    expect(blocked('tieling_county', '2017-12-01', { water_basis: 'index_text' })).toContainEqual({
      kind: 'external',
      id: 'water_index',
    })
  })
  it('must be declared', () => {
    expect(findings('标准 退出/exit 适用于 户 依据「一」{ 须 水质/x 依据「一」：水质体系；}')).not.toEqual([])
  })
})

describe('construct 20: a criterion that stands only among the exclusions is still shown', () => {
  const facts = { 建档立卡状态: '贫困户', 安全饮水: true }
  const henan = shipped('henan_county')
  it('B’s water blocks, and stands in the record either way', () => {
    const water = (safe: boolean) => item(henan, 'lack_water', { ...facts, 安全饮水: safe }, TIMES, {}, 'household_exit')
    expect(water(false)).toMatchObject({ parent: 'unsecured', value: 'true', effect: 'fail' })
    expect(water(true)).toMatchObject({ value: 'false' })
    expect(
      henan.standards[0]!.items.filter(
        ({ kind, condition }) => kind === 'must' && JSON.stringify(condition)?.includes('safe_water'),
      ),
    ).toEqual([])
  })
  it('and in the explanation and on the instrument’s page', () => {
    expect(reasons(henan, facts, TIMES, 'household_exit')).toContain('饮水有缺')
    expect(page(henan)).toContain('饮水有缺')
    expect(page(shipped('henan_2016'))).not.toContain('饮水有缺')
  })
})
