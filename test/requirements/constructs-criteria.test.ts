import { describe, expect, it } from 'vitest'
import { checkCase, ranking, targets } from '../../engine/index.ts'
import { decided, findings, item, judged, outcome, policy, refusal, shipped, standard, TIMES } from './small.ts'

const NAMES = { x: '甲项', y: '乙项', z: '丙项' } as const
const must = (condition: string, id: keyof typeof NAMES = 'x') => `须 ${NAMES[id]}/${id} 依据「一」：${condition}；`

describe('construct 8: conditional criteria, which say whether they applied', () => {
  const program = standard('须 班车/x 依据「一」当 具备条件：通班车；', '', '村')
  it('asks for a bus only where one can run', () => {
    const at = (possible: boolean, bus: boolean) => item(program, 'x', { 具备条件: possible, 通班车: bus })
    expect(at(true, false)).toMatchObject({ effect: 'fail', applied: 'true' })
    expect(at(true, true)).toMatchObject({ effect: 'pass', applied: 'true' })
    expect(at(false, false)).toMatchObject({ effect: 'pass', applied: 'false' })
  })
  it('asks for aid only of those seriously ill', () => {
    const aid = standard(must('每个 成员 当 患大病 满足 获救助'))
    expect(outcome(aid, { 成员: [{ 患大病: false, 获救助: false }] })).toBe('met')
    expect(outcome(aid, { 成员: [{ 患大病: true, 获救助: false }] })).toBe('unmet')
  })
})

describe('construct 9: alternatives', () => {
  it('is content with either doctor, either surface', () => {
    const program = standard(
      '须 医生/x 依据「一」任一 { 项 村医项/a 依据「一」：村医；项 医师项/b 依据「一」：执业医师；}' +
        must('村路面 属于（沥青、水泥）', 'y'),
      '',
      '村',
    )
    const at = (doctor: boolean, licensed: boolean, road: string) =>
      outcome(program, { 村医: doctor, 执业医师: licensed, 村路面: road })
    expect([at(false, true, '水泥'), at(true, false, '沥青')]).toEqual(['met', 'met'])
    expect([at(false, false, '水泥'), at(true, true, '砂石')]).toEqual(['unmet', 'unmet'])
  })
  it('bars for either of two reasons', () => {
    const program = standard(
      '不得 落空/x 依据「一」任一 { 项 未享受/a 依据「一」：非 享受扶持；项 无效/b 依据「一」：非 成效显著；}',
    )
    const at = (supported: boolean, effective: boolean) => outcome(program, { 享受扶持: supported, 成效显著: judged(effective) })
    expect([at(true, true), at(false, true), at(true, false)]).toEqual(['met', 'unmet', 'unmet'])
  })
})

describe('construct 10: a list that states its number', () => {
  const list = (stated: number) =>
    `标准 退出/exit 适用于 户 依据「一」{ 须 指标/six 依据「一」共 ${stated} 项 全部 { 项 水/a 依据「一」：安全饮水；项 房/b 依据「一」：住房安全；} }`
  it('is checked against what is listed', () => {
    expect(findings(list(2))).toEqual([])
    expect(findings(list(6))).toEqual(['T343'])
  })
  it('needs all of them: C’s six indicators', () => {
    const program = standard('须 指标/six 依据「一」共 2 项 全部 { 项 水/a 依据「一」：安全饮水；项 房/b 依据「一」：住房安全；}')
    expect(outcome(program, { 安全饮水: true, 住房安全: true })).toBe('met')
    expect(outcome(program, { 安全饮水: true, 住房安全: false })).toBe('unmet')
    const six = shipped('zhang_county').standards[0]!.items.find(({ id }) => id === 'six_indicators')!
    expect(six.group?.parts.length).toBe(6)
  })
})

describe('construct 11: two layers of criteria', () => {
  const survey = (value: unknown) => ({ value, source: '入户调查' })
  const facts = {
    建档立卡状态: '贫困户',
    列入年度退出计划: true,
    年人均纯收入: survey('9000.00'),
    收入稳定超过: judged(true),
    增收渠道稳定可靠: judged(true),
    不愁吃: survey(true),
    不愁穿: survey(true),
    义务教育有保障: judged(true),
    基本医疗有保障: judged(false),
    住房安全有保障: judged(true),
    住房安全: survey(true),
    安全饮水: survey(true),
    家庭人口: 1,
    成员: [{ 辍学: survey(false), 参加新农合: survey(true) }],
  }
  it('holds both, or lets the indicators stand for the general layer, as read', () => {
    const at = (layers: string) => outcome(shipped('tieling_county'), facts, TIMES, { layers }, 'household_exit')
    expect(at('both')).toBe('unmet')
    expect(at('indicators')).toBe('met')
  })
})

describe('construct 12: judgements with judge, day and basis; unknown while absent', () => {
  const program = standard(must('收入稳定'))
  it('counts the latest of an entitled role', () => {
    expect(outcome(program, { 收入稳定: judged(true) })).toBe('met')
    expect(outcome(program, { 收入稳定: judged(false) })).toBe('unmet')
    expect(outcome(program, { 收入稳定: [judged(false), judged(true, '工作队', '2019-11-20')] })).toBe('met')
  })
  it('is unknown where nobody entitled judged, and says why', () => {
    expect(outcome(program, {})).toBe('undetermined')
    const cause = (facts: object) => item(program, 'x', { ...facts }).operands.map((operand) => operand.cause)
    expect(cause({ 收入稳定: judged(true, '户主') })).toEqual(['role'])
    expect(cause({ 收入稳定: judged(true, '村两委', '2019-12-02') })).toEqual(['later'])
    expect(cause({ 收入稳定: [judged(true), judged(false, '工作队')] })).toEqual(['tie'])
    expect(refusal(program, { 收入稳定: true })).not.toEqual([])
  })
})

describe('construct 13: in principle, with a recorded departure', () => {
  const village = (id: string, departures: readonly object[] = []) => {
    const facts =
      id === 'tieling_county'
        ? { 未脱贫人口: { value: 30, source: '行业部门' }, 农村户籍人口: { value: 1000, source: '行业部门' } }
        : { 未脱贫人口: 30, 农村户籍人口: 1000 }
    const given = { 村状态: '贫困村', ...facts, ...(departures.length === 0 ? {} : { departures }) }
    return { program: shipped(id), facts: given, times: { asOf: '2018-12-01', year: 2018 } }
  }
  const departure = { item: 'incidence', reason: '全村易地搬迁，名单待并入', by: '县领导小组', on: '2018-11-20' }
  const readings = { village_incidence_basis: 'as_reported' }
  const incidence = (id: string, departures: readonly object[] = []) => {
    const { program, facts, times } = village(id, departures)
    return item(program, 'incidence', facts, times, readings, 'village_exit')
  }
  it.each(['henan_2016', 'heilongjiang_measure'])('%s: 3% fails, and passes with a reason, a person and a day', (id) => {
    expect(incidence(id)).toMatchObject({ value: 'false', effect: 'fail' })
    expect(incidence(id, [departure])).toMatchObject({ value: 'false', effect: 'pass', exception: { reason: departure.reason } })
    const { program, facts, times } = village(id, [{ ...departure, reason: '' }])
    expect(refusal(program, facts, times, 'village_exit')).not.toEqual([])
  })
  it('Tieling says no 原则上: a departure is refused there', () => {
    const { program, facts, times } = village('tieling_county', [departure])
    expect(refusal(program, facts, times, 'village_exit')).not.toEqual([])
    expect(incidence('tieling_county').effect).toBe('fail')
  })
})

describe('construct 14: factors weighed without a threshold', () => {
  const program = standard(
    must('住房安全') + '统筹 收入情况/weighed 依据「一」：已知 家庭年收入；统筹 水情/water_weighed 依据「一」：安全饮水；',
  )
  it('are reported and decide nothing', () => {
    const without = decided(program, { 住房安全: true, 安全饮水: false })
    expect(without.outcome).toBe('met')
    expect(without.items.map(({ id, value, effect }) => [id, value, effect])).toEqual([
      ['x', 'true', 'pass'],
      ['weighed', 'false', 'none'],
      ['water_weighed', 'false', 'none'],
    ])
    expect(outcome(program, { 住房安全: false, 安全饮水: true, 家庭年收入: '1.00' })).toBe('unmet')
  })
})

describe('construct 15: ranking and targets, apart from eligibility', () => {
  const program = policy(`标准 退出/exit 适用于 户 依据「一」{ ${must('住房安全')} }
    目标 人数/goal 适用于 户 计 家庭人口 止 2019-12-31 依据「一」：6 人；
    标准 村退出/village_exit 适用于 村 依据「一」{ 须 班车/z 依据「一」：通班车；}
    目标 村数/villages_goal 适用于 村 依据「一」：1；
    排序 谁先退/order 适用于 户 由 村民代表 次序 高者先 依据「一」：年人均纯收入；`)
  const household = (id: string, housing: boolean, size: number, net: string) => {
    const facts = { id, 住房安全: housing, 家庭人口: size, 年人均纯收入: net }
    return { standard: 'exit', facts, decision: { kind: 'decided', record: decided(program, facts) } } as const
  }
  const list = [household('甲', true, 3, '4000.00'), household('乙', false, 4, '9000.00'), household('丙', true, 2, '5000.00')]
  it('orders those who are met and no others', () => {
    expect(ranking(program, list, TIMES)[0]!.places.map(({ at }) => at)).toEqual([[2], [0]])
  })
  it('counts persons against the goal, whatever the goal the same households are met', () => {
    const state = (few: typeof list) => targets(program, few, TIMES)[0]!
    expect(state(list)).toMatchObject({ counted: { low: '5', high: '5' }, state: 'missed' })
    expect(state([...list, household('丁', true, 1, '1.00')])).toMatchObject({
      counted: { low: '6', high: '6' },
      state: 'reached',
    })
    expect(list.map(({ decision }) => decision.record.outcome)).toEqual(['met', 'unmet', 'met'])
  })
  it('counts villages towards a goal of villages, households towards none of them', () => {
    const facts = { 通班车: true }
    const record = decided(program, facts, TIMES, {}, 'village_exit')
    const village = { standard: 'village_exit', facts, decision: { kind: 'decided', record } } as const
    const state = (...decided: Parameters<typeof targets>[1]) => targets(program, decided, TIMES).map((one) => one.counted.low)
    expect(state(...list)).toEqual(['5', '0'])
    expect(state(village)).toEqual(['0', '1'])
  })
  it('B leaves the order to the meeting and knows its goal of 3300 persons', () => {
    const henan = shipped('henan_county')
    expect(ranking(henan, [], TIMES)[0]).toMatchObject({ by: 'roles', roles: ['villager_reps'] })
    expect(targets(henan, [], TIMES)[0]).toMatchObject({ goal: { low: '3300', high: '3300' }, state: 'missed' })
    expect(
      'problems' in checkCase(henan, { procedure: '谁更符合谁退', year: 2019, subjects: [], events: [] }, '2019-12-31'),
    ).toBe(true)
  })
})
