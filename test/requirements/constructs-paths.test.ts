import { describe, expect, it } from 'vitest'
import { lawfulness } from '../../engine/index.ts'
import { caseOf, codes, decided, found, item, policy, shipped, standard, standing, stepOf, steps } from './small.ts'

describe('construct 30: branches, returns counted', () => {
  const program = steps(`步骤 核实/verify 逐户 依据「二」{ 主体 村两委；}
    步骤 公示/posting 整单 依据「二」{ 主体 村两委；公示 于 村栏 不少于 7 天；有异议 由 村两委 转 核实；}
    步骤 审核/audit 整单 依据「二」{ 主体 乡镇；不通过 转 核实；}`)
  const verify = (on: string) => ({ step: 'verify', on, by: ['committees'] })
  const posting = (on: string, until: string) => ({ step: 'posting', on, until, by: ['committees'], places: ['board'] })
  const objection = { kind: 'objection', on: '2019-11-05', objection: '一', subjects: ['甲'], against: 'posting' } as const
  const settled = (result: 'upheld' | 'dismissed') =>
    ({ kind: 'resolution', on: '2019-11-09', objection: '一', result, by: ['committees'] }) as const
  const audit = (on: string, failed: readonly string[] = []) => ({ step: 'audit', on, by: ['township'], failed })
  const upTo = [verify('2019-11-01'), posting('2019-11-02', '2019-11-08')]
  it('goes on without objection or when it is dismissed, back when it is upheld', () => {
    expect(standing(program, [...upTo, audit('2019-11-20')]).state).toBe('conformant')
    expect(standing(program, [...upTo, objection, settled('dismissed'), audit('2019-11-20')]).state).toBe('conformant')
    const back = standing(program, [...upTo, objection, settled('upheld')])
    expect(back.subjects[0]).toMatchObject({ returns: 1, state: 'in-progress' })
    expect(back.next.map(({ step }) => step)).toEqual(['verify'])
    expect(stepOf(standing(program, [...upTo, objection]), 'posting')).toMatchObject({ state: 'due', held: 'objection' })
  })
  it('returns who does not fit, as often as it takes', () => {
    const again = [verify('2019-11-21'), posting('2019-11-22', '2019-11-28')]
    const status = standing(program, [...upTo, audit('2019-11-20', ['甲']), ...again, audit('2019-12-01')])
    expect(status.subjects[0]).toMatchObject({ returns: 1, state: 'conformant' })
    expect(stepOf(standing(program, [...upTo, audit('2019-11-20', ['甲']), audit('2019-12-01')]), 'audit').state).toBe('breached')
  })
  it('takes national and provincial counties, and the directly administered, their own ways', () => {
    const county = policy(`标准 退出/exit 适用于 县 依据「一」{ 须 增长/up 依据「一」：增幅 高于 全省增幅；}
      程序 退出程序/steps 适用于 县 依标准 退出 依据「二」{
        步骤 申请/apply 逐户 依据「二」{ 主体 县组；送达 市组 当 非 直管；送达 省组 当 直管；}
        步骤 初审/city 逐户 当 非 直管 依据「二」{ 主体 市组；}
        步骤 评估/state 逐户 当 县别 = 国定 依据「二」{ 主体 省组；}
      }`)
    const at = (kind: string, direct: boolean, notified: string) =>
      standing(county, [{ step: 'apply', on: '2019-11-01', by: ['county'], notified: [notified] }], '2019-11-02', {
        subjects: [{ id: '甲县', facts: { 县别: kind, 直管: direct } }],
      })
    expect(codes(at('国定', true, 'province'))).toEqual([])
    expect(codes(at('国定', true, 'city'))).toEqual(['apply.notify'])
    const states = (kind: string, direct: boolean) => ['city', 'state'].map((id) => stepOf(at(kind, direct, 'city'), id).state)
    expect(states('国定', false)).toEqual(['due', 'not-yet'])
    expect(states('省定', true)).toEqual(['not-needed', 'not-needed'])
  })
})

describe('construct 31: the track chosen by the kind of list', () => {
  const program = steps(`步骤 评议/vote 整单 依据「二」{ 主体 村两委；}
    步骤 公告/notice 逐户 当 类别 = 退出 依据「二」{ 主体 村两委；公告 不少于 5 天；}
    步骤 比对/match 逐户 当 类别 = 纳入 承接 评议 依据「二」{ 主体 县组；}
    步骤 再议/again 逐户 当 类别 = 纳入 承接 比对 依据「二」{ 主体 村两委；}`)
  const at = (track: string) =>
    standing(program, [{ step: 'vote', on: '2019-11-11', by: ['committees'] }], '2019-11-12', {
      subjects: [{ id: '甲', facts: { 类别: track } }],
    })
  it('exit and entry go different ways after the same vote', () => {
    const states = (track: string) => ['notice', 'match', 'again'].map((id) => stepOf(at(track), id).state)
    expect(states('退出')).toEqual(['due', 'not-needed', 'not-needed'])
    expect(states('纳入')).toEqual(['not-needed', 'due', 'not-yet'])
  })
})

describe('construct 32: samples with those who must be in them', () => {
  const program = steps(
    '步骤 审查/review 整单 依据「二」{ 主体 县组；抽查 不少于 30% { 必含 低保的/on_allowance 依据「二」：低保；} }',
  )
  const subjects = ['甲', '乙', '丙', '丁'].map((id) => ({ id, facts: { 低保: id === '丁' } }))
  const at = (...sampled: readonly string[]) =>
    found(program, [{ step: 'review', on: '2019-10-20', by: ['county'], sampled }], '2019-12-31', { subjects })
  it('wants the share, and every household of the stratum', () => {
    expect(at('甲', '丁')).toEqual([])
    expect(at('甲', '乙', '丙')).toEqual(['review.stratum'])
    expect(at('丁')).toEqual(['review.sample'])
  })
})

describe('construct 33: comparison of data with other offices, and what comes back', () => {
  const program = steps('步骤 比对/match 整单 依据「二」{ 主体 县组；征询 公安、银行 限 10 天；送达 村两委；}')
  const act = (replies: readonly { role: string; on: string }[], notified = ['committees']) => ({
    step: 'match',
    on: '2019-11-25',
    by: ['county'],
    replies,
    notified,
  })
  const both = [
    { role: 'police', on: '2019-11-27' },
    { role: 'bank', on: '2019-12-04' },
  ]
  it('is done when every source has answered in time and the village was told', () => {
    expect(found(program, [act(both)])).toEqual([])
    expect(found(program, [act([both[0]!, { role: 'bank', on: '2019-12-05' }])])).toEqual(['match.reply'])
    expect(found(program, [act(both, [])])).toEqual(['match.notify'])
    expect(stepOf(standing(program, [act([both[0]!])], '2019-12-05'), 'match')).toMatchObject({ state: 'overdue', running: true })
  })
})

describe('construct 34: where it is posted, by whom, in which medium', () => {
  const program = steps('步骤 公告/notice 整单 依据「二」{ 主体 县组；公告 于 村栏、县媒体；}')
  const at = (by: string, ...places: readonly string[]) =>
    found(program, [{ step: 'notice', on: '2019-10-27', by: [by], places }])
  it('wants every place, and the right office', () => {
    expect(at('county', 'board', 'media')).toEqual([])
    expect(at('county', 'board')).toEqual(['notice.place'])
    expect(at('committees', 'board', 'media')).toEqual(['notice.actor'])
  })
})

describe('construct 35: completeness of procedure as a gate', () => {
  const program = steps(
    '步骤 评议/vote 整单 依据「二」{ 主体 村两委；} 步骤 公示/posting 整单 依据「二」{ 主体 村两委；公示 不少于 7 天；}',
  )
  const acts = (until: string) => [
    { step: 'vote', on: '2019-11-01', by: ['committees'] },
    { step: 'posting', on: '2019-11-02', until, by: ['committees'] },
  ]
  const lawful = (until: string, housing: boolean) => {
    const answer = lawfulness(program, caseOf(acts(until), { subjects: [{ id: '甲', facts: { 住房安全: housing } }] }), {
      on: '2019-12-31',
    })
    if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
    return answer.subjects.map(({ lawful, outcome, procedure }) => [lawful, outcome, procedure])
  }
  it('is lawful only with the standard met and the procedure gone through', () => {
    expect(lawful('2019-11-08', true)).toEqual([['true', 'met', 'conformant']])
    expect(lawful('2019-11-07', true)).toEqual([['false', 'met', 'breached']])
    expect(lawful('2019-11-08', false)).toEqual([['false', 'unmet', 'conformant']])
  })
  it('A sends back who did not go through it', () => {
    const audit = shipped('shanxi_county').procedures[0]!.steps.find(({ id }) => id === 'township_audit')!
    expect(audit.acts.find(({ kind }) => kind === 'on_fail')).toMatchObject({ then: { kind: 'goto', step: 'verification' } })
  })
})

describe('construct 36: what comes out: lists, annexes, labels, deregistration, archives, filing', () => {
  const program = steps(
    `步骤 标注/label 逐户 依据「二」{ 主体 县组；产出「附件1」；登记 标注 标签「脱贫」于 系统；归档 村两委、乡镇；备案 省组、市组；}
     步骤 销号/remove 逐户 依据「二」{ 主体 县组；登记 销号；}`,
    '文书「附件1」/annex_1 未附 依据「二」；',
  )
  const full = {
    step: 'label',
    on: '2019-12-01',
    by: ['county'],
    papers: ['附件1'],
    registered: { act: 'label', label: '脱贫', place: 'system' },
    archived: ['committees', 'township'],
    filed: ['province', 'city'],
  } as const
  const remove = { step: 'remove', on: '2019-12-02', by: ['county'], registered: { act: 'remove' } } as const
  const at = (change: object) => found(program, [{ ...full, ...change }, remove])
  it('wants each of them', () => {
    expect(at({})).toEqual([])
    expect(at({ papers: [] })).toContain('label.output')
    expect(at({ archived: ['committees'] })).toContain('label.archive')
    expect(at({ filed: ['city'] })).toContain('label.filing')
  })
  it('keeps the label and the striking off apart', () => {
    expect(at({ registered: { act: 'label', label: '脱贫户', place: 'system' } })).toContain('label.register')
    expect(at({ registered: { act: 'remove' } })).toContain('label.register')
    expect(found(program, [full, { ...remove, registered: { act: 'label', label: '脱贫' } }])).toEqual(['remove.register'])
  })
})

describe('construct 37: a plan filed beforehand that names the household', () => {
  const program = steps('步骤 评议/vote 整单 依据「二」{ 主体 村两委；凭 年度计划 列名；}')
  const at = (...names: readonly string[]) =>
    codes(
      standing(
        program,
        [
          { kind: 'paper', on: '2019-09-01', paper: 'plan', names },
          { step: 'vote', on: '2019-10-12', by: ['committees'], subjects: ['甲'] },
        ],
        '2019-12-31',
        { subjects: [{ id: '甲' }, { id: '乙' }] },
      ),
    )
  it('is wanted, and wanted with the name in it', () => {
    expect(at('甲')).toEqual([])
    expect(at('乙')).toEqual(['vote.naming'])
    expect(found(program, [{ step: 'vote', on: '2019-10-12', by: ['committees'] }])).toEqual(['vote.paper'])
  })
  it('D: a household outside the filed plan does not exit', () => {
    const planned = (inPlan: boolean) =>
      item(
        shipped('tieling_county'),
        'planned',
        { 建档立卡状态: '贫困户', 列入年度退出计划: inPlan },
        { asOf: '2018-12-01', year: 2018 },
        {},
        'household_exit',
      )
    expect([planned(true).effect, planned(false).effect]).toEqual(['pass', 'fail'])
  })
})

describe('construct 38: where a fact must come from', () => {
  const program = standard('须 饮水/x 依据「一」：调查饮水；')
  it('does not count what came from elsewhere, and says so', () => {
    expect(decided(program, { 调查饮水: { value: true, source: '入户调查' } }).outcome).toBe('met')
    for (const fact of [true, { value: true, source: '行业部门' }]) {
      const record = decided(program, { 调查饮水: fact })
      expect(record.outcome).toBe('undetermined')
      expect(record.items[0]!.operands[0]).toMatchObject({ cause: 'source' })
    }
  })
  it('D: households by survey, villages by the offices', () => {
    const { entities } = shipped('tieling_county')
    const channel = (entity: string, field: string) =>
      entities.find(({ id }) => id === entity)!.fields.find(({ id }) => id === field)!.channel
    expect([channel('household', 'safe_water'), channel('village', 'water_safe_households')]).toEqual([
      'household_survey',
      'sector_departments',
    ])
  })
})
