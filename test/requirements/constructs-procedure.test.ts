import { describe, expect, it } from 'vitest'
import { found, shipped, standing, stepFindings, stepOf, steps } from './small.ts'

const PAPERS = '文书 初步名单/first_list；文书 核实名单/verified_list；'

describe('construct 21: ordered steps with actors, papers needed and made', () => {
  const program = steps(
    `步骤 评议/vote 整单 依据「二」{ 主体 村两委；参加 村民代表；产出 初步名单；}
     步骤 核实/verify 逐户 依据「二」{ 主体 村两委、工作队；凭 初步名单；产出 核实名单；}
     步骤 审批/approve 整单 依据「二」{ 主体 县组；凭 核实名单；}`,
    PAPERS,
  )
  const vote = { step: 'vote', on: '2019-10-12', by: ['committees'], attended: ['reps'], papers: ['初步名单'] }
  const verify = { step: 'verify', on: '2019-10-13', by: ['committees', 'team'], papers: ['核实名单'] }
  const approve = { step: 'approve', on: '2019-10-20', by: ['county'] }
  it('is conformant in order, by everyone named, with every paper', () => {
    expect(standing(program, [vote, verify, approve]).state).toBe('conformant')
    expect(program.procedures[0]!.steps.map(({ scope }) => scope)).toEqual(['list', 'each', 'list'])
  })
  it('says what is out of order, who is missing, which paper', () => {
    expect(found(program, [vote, { ...verify, on: '2019-10-11' }, approve])).toContain('verify.order')
    expect(found(program, [{ ...vote, attended: [] }, verify, approve])).toContain('vote.attend')
    expect(found(program, [vote, { ...verify, by: ['committees'] }, approve])).toContain('verify.actor')
    expect(found(program, [{ ...vote, papers: [] }, verify, approve])).toEqual(
      expect.arrayContaining(['vote.output', 'verify.paper']),
    )
  })
  it('finds a paper nobody makes before anyone runs a case', () => {
    expect(stepFindings('步骤 核实/verify 依据「二」{ 主体 村两委；凭 初步名单；}', PAPERS)).toContain('W716')
  })
})

describe('construct 22: other actors where the village has no team', () => {
  const program = steps(`步骤 核实/verify 逐户 依据「二」{
    主体 村两委、工作队、第一书记 当 所在村 的 有工作队 或 所在村 的 有书记；主体 村两委 当 非 所在村 的 有工作队 且 非 所在村 的 有书记；}`)
  const at = (team: boolean, by: readonly string[]) =>
    found(program, [{ step: 'verify', on: '2019-10-13', by }], '2019-12-31', { list: { 有工作队: team, 有书记: team } })
  it('asks for all three where they are, for the committees alone where they are not', () => {
    expect(at(true, ['committees', 'team', 'secretary'])).toEqual([])
    expect(at(true, ['committees'])).toEqual(['verify.actor'])
    expect(at(false, ['committees'])).toEqual([])
  })
  it('is unclear while nobody says whether there is a team', () => {
    expect(stepOf(standing(program, [{ step: 'verify', on: '2019-10-13', by: ['committees'] }]), 'verify').state).toBe('unclear')
  })
})

describe('construct 23: consent and signatures', () => {
  const program = steps(`步骤 认可/agree 逐户 依据「二」{ 主体 村两委；同意 户主、帮扶人；不同意 移出；}
    步骤 验收/accept 逐户 依据「二」{ 主体 乡镇；签字 共 4 方 { 方 户主 可代签；方 帮扶人；方 村支书、村主任；方 乡镇；} }`)
  const agree = (head: boolean) => ({
    step: 'agree',
    on: '2019-10-12',
    by: ['committees'],
    consents: [
      { role: 'head', given: head },
      { role: 'helper', given: true },
    ],
  })
  const accept = (...roles: readonly string[]) => ({
    step: 'accept',
    on: '2019-10-13',
    by: ['township'],
    signatures: roles.map((role) => (role.startsWith('~') ? { role: role.slice(1), proxy: '邻居' } : { role })),
  })
  const all = ['head', 'helper', 'party', 'director', 'township']
  it('wants every consent, and drops who refuses', () => {
    expect(standing(program, [agree(true), accept(...all)]).state).toBe('conformant')
    expect(standing(program, [agree(false), accept(...all)]).subjects[0]!.state).toBe('dropped')
    expect(found(program, [{ ...agree(true), consents: [{ role: 'head', given: true }] }])).toEqual(['agree.consent'])
  })
  it('wants every party, both people of the party of two, and no proxy but for the household', () => {
    const at = (...roles: readonly string[]) => found(program, [agree(true), accept(...roles)])
    expect(at('head', 'helper', 'party', 'township')).toEqual(['accept.signature'])
    expect(at('~head', 'helper', 'party', 'director', 'township')).toEqual([])
    expect(at('head', '~helper', 'party', 'director', 'township')).toEqual(['accept.proxy'])
  })
  it('checks the number of parties that is stated', () => {
    expect(stepFindings('步骤 验收/accept 依据「二」{ 主体 乡镇；签字 共 3 方 { 方 户主；方 帮扶人；} }')).toEqual(['T357'])
  })
})

describe('construct 24: votes', () => {
  const vote = (line: string) => steps(`步骤 评议/vote 整单 依据「二」{ 主体 村两委；参加 村民代表；${line} 不通过 移出；}`)
  const act = (yes: number, no: number, present: number, more: object = {}) => ({
    step: 'vote',
    on: '2019-10-12',
    by: ['committees'],
    attended: ['reps'],
    present,
    ballots: { 甲: { yes, no } },
    ...more,
  })
  const state = (line: string, ...given: Parameters<typeof act>) => standing(vote(line), [act(...given)]).subjects[0]!.state
  it('counts per household, out of those present, over half or half', () => {
    const over = '表决 由 村民代表 占 到会 超过 半数；'
    expect([state(over, 16, 14, 30), state(over, 15, 15, 30)]).toEqual(['conformant', 'dropped'])
    expect(state('表决 由 村民代表 占 到会 不少于 半数；', 15, 15, 30)).toBe('conformant')
  })
  it('knows its denominator and its quorum', () => {
    expect(state('表决 由 村民代表 占 投票 超过 半数；', 15, 5, 40)).toBe('conformant')
    expect(state('表决 由 村民代表 占 到会 超过 半数；', 15, 5, 40)).toBe('dropped')
    const quorum = '表决 由 村民代表 占 到会 超过 半数 法定到会 三分之二；'
    expect(found(vote(quorum), [act(16, 4, 20, { eligible: 30 })])).toEqual([])
    expect(found(vote(quorum), [act(16, 3, 19, { eligible: 30 })])).toEqual(['vote.quorum'])
  })
  it('wants the counts and the body', () => {
    const over = '表决 由 村民代表 占 到会 超过 半数；'
    expect(found(vote(over), [{ ...act(16, 14, 30), ballots: {} }])).toEqual(['vote.ballot'])
    expect(found(vote(over), [{ ...act(16, 14, 30), attended: [] }])).toEqual(expect.arrayContaining(['vote.body']))
    expect(stepFindings('步骤 评议/vote 依据「二」{ 主体 村两委；表决 由 村民代表 超过 半数；}')).toContain('W714')
  })
})

describe('construct 25: minimum durations, counted by a declared rule', () => {
  const calendar = `日历 假日/days_off 自 2019-01-01 至 2019-12-31 { 休 自 2019-10-01 至 2019-10-07；班 自 2019-10-12 至 2019-10-12；}`
  const posting = (counting: string, days = '7 天') =>
    steps(`${counting} 步骤 公示/posting 整单 依据「二」{ 主体 村两委；公示 于 村栏 不少于 ${days}；}`, calendar)
  const until = (counting: string, last: string, days?: string) =>
    found(posting(counting, days), [{ step: 'posting', on: '2019-10-08', until: last, by: ['committees'], places: ['board'] }])
  it('counts the first day, unless told otherwise', () => {
    expect([until('', '2019-10-14'), until('', '2019-10-13')]).toEqual([[], ['posting.short']])
    const not = '计日 首日 不计；'
    expect([until(not, '2019-10-15'), until(not, '2019-10-14')]).toEqual([[], ['posting.short']])
  })
  it('counts calendar or working days; the calendar says which Saturday was worked', () => {
    const working = '计日 天数 工作日，日历 假日；'
    expect([until(working, '2019-10-15'), until(working, '2019-10-14')]).toEqual([[], ['posting.short']])
    expect([until('计日 日历 假日；', '2019-10-15', '7 个工作日'), until('', '2019-10-17', '10 天')]).toEqual([[], []])
  })
  it('may demand exactly so long', () => {
    const exactly = steps('步骤 公示/posting 整单 依据「二」{ 主体 村两委；公示 于 村栏 正好 5 天；}')
    const at = (last: string) =>
      found(exactly, [{ step: 'posting', on: '2019-10-04', until: last, by: ['committees'], places: ['board'] }])
    expect([at('2019-10-07'), at('2019-10-08'), at('2019-10-09')]).toEqual([['posting.short'], [], ['posting.long']])
  })
})

describe('construct 26: 下同, a definition inherited by the steps after it', () => {
  const program = steps(`步骤 一示/first 整单 依据「二」{ 主体 村两委；公示 于 村栏 不少于 7 天；}
    步骤 二示/second 整单 同 一示 依据「二」{ 主体 乡镇；}`)
  it('holds the second posting to the seven days of the first', () => {
    const first = { step: 'first', on: '2019-12-01', until: '2019-12-07', by: ['committees'], places: ['board'] }
    const second = { step: 'second', on: '2019-12-08', until: '2019-12-14', by: ['township'], places: ['board'] }
    expect(found(program, [first, second])).toEqual([])
    expect(found(program, [first, { ...second, until: '2019-12-13' }])).toEqual(['second.short'])
    expect(found(program, [first, { ...second, by: ['committees'] }])).toEqual(['second.actor'])
  })
})

describe('construct 27: absolute windows and relative deadlines, anchored on events', () => {
  const program = steps(`步骤 申请/apply 整单 依据「二」{ 主体 县组；时段 10月12日 至 12月底；}
    步骤 初审/review 整单 依据「二」{ 主体 市组；期限 1 周 起算 申请；期限 次年1月10日；}
    步骤 核查/check 整单 依据「二」{ 主体 省组；期限 半个月 起算 初审；}`)
  const acts = (apply: string, review: string, check: string) => [
    { step: 'apply', on: apply, by: ['county'] },
    { step: 'review', on: review, by: ['city'] },
    { step: 'check', on: check, by: ['province'] },
  ]
  const at = (...days: readonly [string, string, string]) => found(program, acts(...days), '2020-12-31')
  it('knows first and last day, a week and half a month from what was done', () => {
    expect(at('2019-10-12', '2019-10-18', '2019-11-01')).toEqual([])
    expect(at('2019-10-11', '2019-10-17', '2019-10-31')).toContain('apply.early')
    expect(at('2019-10-12', '2019-10-19', '2019-11-02')).toEqual(['review.late'])
    expect(at('2019-10-12', '2019-10-18', '2019-11-02')).toEqual(['check.late'])
  })
  it('keeps both deadlines: the tenth of January of the year after as well', () => {
    expect(at('2019-12-31', '2020-01-06', '2020-01-20')).toEqual([])
    const only = steps('步骤 初审/review 整单 依据「二」{ 主体 市组；期限 次年1月10日；}')
    const on = (day: string) => found(only, [{ step: 'review', on: day, by: ['city'] }], '2020-12-31')
    expect([on('2020-01-10'), on('2020-01-11')]).toEqual([[], ['review.late']])
  })
  it('says who is overdue, and by when', () => {
    const status = standing(program, acts('2019-10-12', '', '').slice(0, 1), '2019-10-19')
    expect(status.next).toMatchObject([{ step: 'review', state: 'overdue', roles: ['city'], to: '2019-10-18' }])
  })
  it('does not guess 次年1月前', () => {
    expect(stepFindings('步骤 初审/review 依据「二」{ 主体 市组；期限 次年1月前；}').length).toBeGreaterThan(0)
  })
})

describe('construct 28: parallel steps and joins', () => {
  const program = steps(`步骤 公示/posting 整单 依据「二」{ 主体 村两委；公示 于 村栏 不少于 7 天；}
    步骤 上报/report 整单 同时 公示 依据「二」{ 主体 村两委；送达 乡镇；}
    步骤 核查/check 整单 承接 公示、上报 依据「二」{ 主体 乡镇；}`)
  const posting = { step: 'posting', on: '2019-12-01', until: '2019-12-07', by: ['committees'], places: ['board'] }
  const report = { step: 'report', on: '2019-12-01', by: ['committees'], notified: ['township'] }
  const check = (on: string) => ({ step: 'check', on, by: ['township'] })
  it('may be done side by side, and the join waits for both', () => {
    expect(found(program, [posting, report, check('2019-12-08')])).toEqual([])
    expect(found(program, [posting, report, check('2019-12-07')])).toEqual(['check.order'])
    expect(found(program, [posting, check('2019-12-08')])).toContain('check.order')
    expect(stepOf(standing(program, [posting], '2019-12-08'), 'check')).toMatchObject({ state: 'not-yet', waitsFor: ['report'] })
  })
})

describe('construct 29: one kind of step twice, each with its own parameters', () => {
  const program = steps(`步骤 一示/first 整单 依据「二」{ 主体 村两委；公示 于 村栏 不少于 7 天；}
    步骤 二示/second 整单 同 一示 依据「二」{ 主体 乡镇；公示 于 各村 不少于 5 天；}
    步骤 再议/again 整单 依据「二」{ 主体 村两委；表决 由 村民代表 占 到会 超过 半数；}`)
  it('keeps seven and five days apart, here and there', () => {
    const acts = (days: readonly [string, string]) => [
      { step: 'first', on: '2019-11-01', until: days[0], by: ['committees'], places: ['board'] },
      { step: 'second', on: '2019-11-10', until: days[1], by: ['township'], places: ['villages'] },
    ]
    expect(found(program, acts(['2019-11-07', '2019-11-14']))).toEqual([])
    expect(found(program, acts(['2019-11-05', '2019-11-14']))).toContain('first.short')
    expect(found(program, acts(['2019-11-07', '2019-11-13']))).toEqual(['second.short'])
    expect(
      found(program, [{ step: 'second', on: '2019-11-10', until: '2019-11-14', by: ['township'], places: ['villages'] }]),
    ).toContain('second.order')
  })
  it('B posts twice for ten days each', () => {
    const lengths = shipped('henan_county').procedures[0]!.steps.flatMap(({ id, acts }) =>
      acts.flatMap((act) => (act.kind === 'posting' ? [[id, act.length]] : [])),
    )
    expect(lengths).toEqual([
      ['village_posting', { kind: 'duration', amount: 10, unit: 'day' }],
      ['township_posting', { kind: 'duration', amount: 10, unit: 'day' }],
    ])
  })
})
