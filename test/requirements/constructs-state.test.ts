import { describe, expect, it } from 'vitest'
import { type ChangeInput, decide, type Facts, rollUp, sizeAtEnd, sizeOn } from '../../engine/index.ts'
import { readHistory } from '../../engine/register/read.ts'
import { inForce } from '../../engine/versions/in-force.ts'
import { compileTexts, decided, history, item, outcome, page, policy, policyText, shipped, standing, TIMES } from './small.ts'

const REGISTER = `标准 退出/exit 适用于 户 依据「一」{ 须 住房/housing_item 依据「一」：住房安全；}
  程序 退出程序/steps 适用于 户 依标准 退出 依据「二」{ 步骤 审定/approve 逐户 依据「二」{ 主体 县组；} }
  登记册 户册/book 适用于 户 记于 状态 依据「二」{
    状态 贫困户；状态 新纳入户；状态 拟退出户；状态 脱贫户 标签「脱贫」；状态 返贫户；状态 已脱贫不享受政策 标签「已脱贫（不再享受政策）」；
    转移 纳入/enter 到 新纳入户 依据「二」；
    转移 列入/propose 从 贫困户、新纳入户、返贫户 到 拟退出户 依据「二」；
    转移 退出一/leave 从 拟退出户 到 脱贫户 经 退出程序 标签「脱贫」当 符合 退出 依据「二」；
    转移 返贫/fall_back 从 脱贫户 到 返贫户 当 非 住房安全 依据「二」；
    转移 不再享受/close 从 脱贫户 到 已脱贫不享受政策 标签「已脱贫（不再享受政策）」依据「二」；
    禁止 当年不退/not_this_year 到 脱贫户 当 首次识别 = 年度 依据「一」；
    增 出生、嫁入 标签「自然增加」；
    减 死亡、迁出 标签「自然减少」销号；
  }`

describe('construct 39: states with labels and years, forbidden transitions, re-entry', () => {
  const program = policy(REGISTER)
  const start = { on: '2018-01-01', state: 'poor' } as const
  const propose: ChangeInput = { on: '2018-10-01', transition: 'propose' }
  const leave = (more: Partial<ChangeInput> = {}): ChangeInput => ({
    on: '2018-12-01',
    transition: 'leave',
    label: '脱贫',
    facts: { 住房安全: true, 首次识别: 2014 },
    case: 'conformant',
    ...more,
  })
  const told = (...changes: readonly ChangeInput[]) => {
    const status = history(program, { start, changes })
    const findings = status.days.flatMap((day) => day.changes.flatMap((one) => one.findings.map(({ code }) => code)))
    return { now: status.now, years: status.years, findings }
  }
  it('goes through, with the label and the year it was entered', () => {
    expect(told(propose, leave())).toMatchObject({ now: { state: 'exited', label: '脱贫', year: 2018 }, findings: [] })
    expect(told(propose, leave({ on: '2019-01-15', year: 2018 })).now).toMatchObject({ state: 'exited', year: 2018 })
  })
  it('does not skip a state, a guard, a label or the procedure', () => {
    expect(told(leave()).findings).toEqual(['from'])
    expect(told(propose, leave({ facts: { 住房安全: false, 首次识别: 2014 } })).findings).toEqual(['guard'])
    expect(told(propose, leave({ label: '脱贫户' })).findings).toEqual(['label'])
    expect(told(propose, leave({ case: 'breached' })).findings).toEqual(['procedure'])
    expect(told(propose, leave({ case: 'breached' })).now.state).toBe('candidate')
  })
  it('never in the year a household was first identified', () => {
    expect(told(propose, leave({ facts: { 住房安全: true, 首次识别: 2018 } })).findings).toEqual(['forbidden'])
  })
  it('lets back in who falls back, and closes with its own label', () => {
    const back = { on: '2019-11-01', transition: 'fall_back', facts: { 住房安全: false } }
    expect(told(propose, leave(), back)).toMatchObject({
      now: { state: 'returned', year: 2019 },
      years: { exited: 2018, returned: 2019 },
    })
    expect(told(propose, leave(), { ...back, facts: { 住房安全: true } }).findings).toEqual(['guard'])
    const close = { on: '2019-11-01', transition: 'close', label: '已脱贫（不再享受政策）' }
    expect(told(propose, leave(), close).now).toMatchObject({ state: 'closed', label: '已脱贫（不再享受政策）' })
  })
})

describe('construct 40: events of members change the size of the household', () => {
  const program = policy(REGISTER)
  const start = { on: '2018-01-01', state: 'poor', size: 3, members: ['甲', '乙', '丙'] } as const
  const people = [
    { on: '2018-03-01', change: '出生', person: '丁' },
    { on: '2018-08-01', change: '死亡', person: '甲' },
    { on: '2018-11-01', change: '嫁入', person: '戊' },
  ]
  it('counts who came and who left, with label, day by day', () => {
    const read = readHistory(program, { start, people })
    if (read.kind === 'rejected') throw new Error(JSON.stringify(read.problems))
    expect(['2018-02-28', '2018-03-01', '2018-08-01', '2018-12-31'].map((day) => sizeOn(read.history, day))).toEqual([3, 4, 3, 4])
    expect(history(program, { start, people }).people.map(({ label }) => label)).toEqual(['自然增加', '自然减少', '自然增加'])
  })
  it('strikes off who died: nobody of that name changes again', () => {
    const again = readHistory(program, { start, people: [...people, { on: '2018-12-01', change: '迁出', person: '甲' }] })
    expect(again.kind === 'rejected' && again.problems.map(({ code }) => code)).toEqual(['K520'])
    const stranger = readHistory(program, { start, people: [{ on: '2018-12-01', change: '离婚', person: '甲' }] })
    expect(stranger.kind).toBe('rejected')
  })
})

describe('construct 41: the period incomes are counted in, apart from the year of exit', () => {
  it('takes the people at its last day, not at the year’s', () => {
    const program = policy(REGISTER)
    const read = readHistory(program, {
      start: { on: '2018-01-01', state: 'poor', size: 3 },
      people: [{ on: '2018-10-01', change: '出生', person: '丁' }],
    })
    if (read.kind === 'rejected') throw new Error('rejected')
    const times = (to: string) => ({ asOf: '2018-12-01', year: 2018, incomePeriod: { from: '2017-10-01', to } })
    expect([sizeAtEnd(read.history, times('2018-09-30')), sizeAtEnd(read.history, times('2018-12-31'))]).toEqual([3, 4])
  })
  it('E: a death counts in the period 10-01 to 09-30, both days included', () => {
    const at = (day: string) =>
      item(
        shipped('street_plan'),
        'decrease_in_period',
        { 人口变动情况: [{ 变动: '死亡', 变动日期: day }] },
        { asOf: '2017-12-01', year: 2017 },
        {},
        'natural_decrease',
      ).value
    expect(['2016-09-30', '2016-10-01', '2017-09-30', '2017-10-01'].map(at)).toEqual(['false', 'true', 'true', 'false'])
  })
  it('stands in the record of the decision', () => {
    const times = { ...TIMES, incomePeriod: { from: '2018-10-01', to: '2019-09-30' } }
    expect(decided(policy(REGISTER), { 住房安全: true }, times).times).toEqual(times)
  })
})

describe('construct 42: days in force, supersession, precedence', () => {
  const of = (id: string, head: string, line: number) =>
    policyText(`标准 退出/exit 适用于 户 依据「一」{ 须 收入/x 依据「一」：年人均纯收入 超过 ${line} 元/人·年；}`, head).replace(
      '试行办法/trial',
      id,
    )
  const { programs } = compileTexts(
    of('征求意见稿/draft', '地区 130000；施行 自 2018-01-01；', 3000),
    of('正式文件/formal', '地区 130000；施行 自 2018-07-01；替代 征求意见稿 自 2018-07-01 依据「一」；', 4000),
    of('某县方案/county', '地区 130700；施行 自 2018-09-01；', 3500),
  )
  const all = [...programs.values()]
  const chosen = (day: string, jurisdiction = '130000') => {
    const answer = inForce(all, day, { jurisdiction })
    return answer.kind === 'one' ? answer.program.policy.id : answer.kind
  }
  it('lets the formal text prevail from its day on', () => {
    expect(['2017-12-31', '2018-06-30', '2018-07-01'].map((day) => chosen(day))).toEqual(['none', 'draft', 'formal'])
    const facts = { 年人均纯收入: '3800.00' }
    const at = (id: string, asOf: string) => outcome(programs.get(id)!, facts, { asOf, year: 2018 })
    expect([at('draft', '2018-06-30'), at('formal', '2018-07-01')]).toEqual(['met', 'unmet'])
  })
  it('prefers the nearer of two levels', () => {
    expect([chosen('2018-08-31', '130700'), chosen('2018-09-01', '130700')]).toEqual(['formal', 'county'])
  })
  it('refuses to decide by what is not in force, as D before 27 June 2017', () => {
    const at = (asOf: string) => decide(shipped('tieling_county'), 'household_exit', {}, { asOf, year: 2017 })
    expect(at('2017-06-26')).toMatchObject({ kind: 'rejected', problems: [{ code: 'F626' }] })
    expect(at('2017-06-27').kind).toBe('decided')
  })
  it('C: under its draft until the formal text is there, and then waits for it', () => {
    const six = (governing_text: string) =>
      item(
        shipped('zhang_county'),
        'six_indicators',
        { 建档立卡状态: '贫困户' },
        { asOf: '2018-10-31', year: 2018 },
        { governing_text },
        'household_exit',
      )
    expect(
      [six('draft').operands, six('formal').operands].map((list) => list.some(({ name }) => name === 'formal_measure')),
    ).toEqual([false, true])
  })
})

describe('construct 43: one instrument over another: taken over, changed, left out', () => {
  const PROVINCE = `标准 省标准/base 适用于 户 依据「一」{ 须 水/water_item 依据「一」：安全饮水；须 房/home_item 依据「一」：住房安全；}
    程序 省程序/base_steps 适用于 户 依标准 省标准 依据「二」{ 步骤 公示/posting 依据「二」{ 主体 村两委；公示 不少于 7 天；} 步骤 销号/remove 依据「二」{ 主体 县组；} }`
  const program = policy(`${PROVINCE}
    标准 县标准/own 适用于 户 沿用 省标准 依据「一」{ 删去 水；须 房/home_item 依据「一」：住房安全 且 非 低保；须 扶持/support_item 依据「一」：享受扶持；}
    程序 县程序/own_steps 沿用 省程序 依据「二」{ 删去 销号；步骤 公示/posting 依据「二」{ 主体 村两委；公示 不少于 10 天；} }`)
  const at = (id: string, facts: Facts) =>
    outcome(program, { 安全饮水: true, 住房安全: true, 低保: false, 享受扶持: true, ...facts }, TIMES, {}, id)
  it('is stricter where it added and changed, laxer where it left out', () => {
    expect([at('base', {}), at('own', {})]).toEqual(['met', 'met'])
    expect([at('base', { 低保: true }), at('own', { 低保: true })]).toEqual(['met', 'unmet'])
    expect([at('base', { 享受扶持: false }), at('own', { 享受扶持: false })]).toEqual(['met', 'unmet'])
    expect([at('base', { 安全饮水: false }), at('own', { 安全饮水: false })]).toEqual(['unmet', 'met'])
  })
  it('posts longer than its province, and need not strike off', () => {
    const acts = [{ step: 'posting', on: '2019-11-01', until: '2019-11-07', by: ['committees'] }]
    const state = (procedure: string) => standing(program, acts, '2019-12-31', { procedure }).subjects[0]!.state
    expect([state('base_steps'), state('own_steps')]).toEqual(['in-progress', 'breached'])
  })
  it('leaves out nothing the other does not have', () => {
    expect(() =>
      policy(
        `${PROVINCE} 标准 县标准/own 适用于 户 沿用 省标准 依据「一」{ 删去 电；须 扶持/support_item 依据「一」：享受扶持；}`,
      ),
    ).toThrow()
  })
})

describe('construct 44: what follows an exit, with an end', () => {
  it('holds support to the end of the period, lifts limits, ends assessment from the year after', () => {
    const lines = (id: string) => shipped(id).effects.flatMap(({ lines }) => lines)
    const kept = lines('shanxi_county').find(({ id }) => id === 'policies_kept')
    expect(kept).toMatchObject({ force: 'shall', to: { kind: 'date', value: '2020-12-31' } })
    expect(lines('shanxi_county').find(({ id }) => id === 'may_keep')).toMatchObject({ force: 'may' })
    expect(lines('henan_2016').find(({ id }) => id === 'limits_lifted')).toMatchObject({ force: 'ceases' })
    expect(lines('heilongjiang_measure').find(({ id }) => id === 'assessment_ends')).toMatchObject({
      force: 'ceases',
      from: { kind: 'position', year: 1, month: 1, day: 1 },
    })
    expect(page(shipped('henan_2016'))).toContain('2020年12月31日')
  })
  const base = '标准 退出/exit 适用于 户 依据「一」{ 须 住房/x 依据「一」：住房安全；}'
  const after =
    '效果 以后/after 适用于 户 依据「二」{ 应 不变/kept 由 县组 起 次年1月1日 止 2020-12-31 依据「二」：「帮扶不变」；}'
  it('never decides: the same outcome with and without', () => {
    const [without, within] = [policy(base), policy(base + after)]
    for (const housing of [true, false])
      expect(outcome(within, { 住房安全: housing })).toBe(outcome(without, { 住房安全: housing }))
    expect(page(within)).toContain('帮扶不变')
    expect(page(without)).not.toContain('帮扶不变')
  })
  it('does not end before it begins', () => {
    expect(() => policy(base + after.replace('2020-12-31', '当年2月30日'))).toThrow()
  })
})

describe('construct 45: accountability, rewards and loss of standing are written and decide nothing', () => {
  it.each([
    ['shanxi_county', 'sanctions', '第七条（二）'],
    ['henan_county', 'sanctions', '五（四）'],
    ['henan_2016', 'early_reward', '六之二'],
    ['heilongjiang_measure', 'commendation', '二之四'],
  ])('%s: %s', (id, line, article) => {
    const program = shipped(id)
    const found = program.effects.flatMap(({ lines }) => lines).find((one) => one.id === line)!
    expect(found.cites.map((cite) => cite.article)).toContain(article)
    expect(page(program)).toContain(found.text)
    expect(JSON.stringify(program.standards)).not.toContain(`"${line}"`)
  })
  it('G rewards the exits of 2016 to 2018 only', () => {
    const reward = shipped('henan_2016')
      .effects.flatMap(({ lines }) => lines)
      .find(({ id }) => id === 'early_reward')!
    expect(JSON.stringify(reward.when)).toContain('2018')
    expect(JSON.stringify(reward.when)).not.toContain('2019')
  })
})

describe('construct 46: villages from households, counties from villages', () => {
  const program = policy(`标准 退出/exit 适用于 户 依据「一」{ 须 住房/x 依据「一」：住房安全；}
    定义 未退人数/left 适用于 村：合计（农户 当 状态 ≠ 脱贫户 且 非 符合 退出：家庭人口）；
    标准 村退出/village_exit 适用于 村 依据「一」{ 须 发生率/incidence 依据「一」：占比（未退人数 / 户籍人口；分母为零 视为 待定）≤ 2%；}
    标准 县退出/county_exit 适用于 县 依据「一」{ 须 各村/villages_out 依据「一」：每个 行政村 满足 符合 村退出；}`)
  const household = (id: string, housing: boolean | null, size: number) => ({
    id,
    住房安全: housing,
    家庭人口: size,
    状态: '拟退出户',
  })
  const village = (rural: number, ...households: readonly object[]) => ({ id: `村${rural}`, 户籍人口: rural, 农户: households })
  const rolled = (...villages: readonly object[]) =>
    rollUp(program, 'county', { 行政村: villages }, TIMES, {
      standards: { household: 'exit', village: 'village_exit', county: 'county_exit' },
    })
  const result = (up: ReturnType<typeof rolled>) => {
    const outcomes = [up, ...up.parts].map(({ decision }) => (decision.kind === 'decided' ? decision.record.outcome : 'rejected'))
    return outcomes
  }
  it('counts in the village who is not out, and in the county which village is', () => {
    expect(result(rolled(village(200, household('甲', true, 3), household('乙', false, 4))))).toEqual(['met', 'met'])
    expect(result(rolled(village(200, household('甲', false, 1), household('乙', false, 4))))).toEqual(['unmet', 'unmet'])
  })
  it('is an interval while a household is undecided, and lets a refused one leave a gap', () => {
    expect(result(rolled(village(200, household('甲', null, 3), household('乙', false, 4))))).toEqual([
      'undetermined',
      'undetermined',
    ])
    expect(result(rolled(village(200, { ...household('甲', true, 3), 不存在: 1 })))).toEqual(['undetermined', 'undetermined'])
    expect(result(rolled(village(200, household('甲', true, 3)), village(100, household('丙', false, 3))))).toEqual([
      'unmet',
      'met',
      'unmet',
    ])
  })
})
