import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { decide } from '../../engine/index.ts'
import { checkCase } from '../../engine/procedure/prepare.ts'
import { historyOf } from '../../engine/register/history.ts'
import { ranking } from '../../engine/register/ranking.ts'
import { rollUp } from '../../engine/register/roll-up.ts'
import { targets } from '../../engine/register/targets.ts'

const ZH = `政策 登记小政策/small {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」；条「二」；条「三」 }
  枚举 登记状态/state { 贫困户/poor；脱贫户/exited；返贫户/returned；不再享受/closed }
  枚举 变动/change { 出生/birth；死亡/death }
  角色 村两委/committees；
  实体 户/household {
    字段 收入/income：金额 元/人·年，范围 0 至 1000000；
    字段 家庭人口/size：整数 人，范围 1 至 30；
    字段 状态/status：登记状态；
    字段 识别年度/identified：年份；
  }
  实体 村/village {
    字段 农户/households：列表 户，至多 3000；
    字段 户籍人口/population：整数 人，范围 1 至 100000；
  }
  定义 未脱贫人口/poor_people 适用于 村：合计（农户 当 状态 属于（贫困户、返贫户）：家庭人口）；
  定义 贫困发生率/incidence 适用于 村：占比（未脱贫人口 / 户籍人口；分母为零 视为 待定）；
  标准 户退出/household_exit 适用于 户 依据「一」{ 须 收入达标/income_line 依据「一」：收入 超过 3700；}
  标准 村退出/village_exit 适用于 村 依据「二」{ 须 发生率/incidence_bar 依据「二」：贫困发生率 < 2%；}
  程序 退出程序/exit_steps 适用于 户 依据「三」{ 步骤 民主评议/vote 逐户 依据「三」{ 主体 村两委 } }
  登记册 农户登记/book 适用于 户 记于 状态 依据「三」{
    状态 贫困户；状态 脱贫户；状态 返贫户；状态 不再享受 标签「已脱贫（不再享受政策）」；
    转移 纳入/enter 到 贫困户 依据「三」；
    转移 脱贫/leave 从 贫困户、返贫户 到 脱贫户 经 退出程序 标签「脱贫」当 符合 户退出 依据「三」；
    转移 返贫/fall 从 脱贫户 到 返贫户 当 收入 不超过 3700 依据「三」；
    转移 停享/close 从 贫困户、脱贫户 到 不再享受 当 收入 不低于 9000 依据「三」；
    禁止 当年识别/new 从 贫困户 到 脱贫户 当 识别年度 = 年度 依据「三」；
    增 出生 标签「自然增加」；减 死亡 标签「自然减少」销号；
  }
  目标 减贫人数/people 适用于 户 计 家庭人口 止 2020-12-31 依据「一」：7 人；
  排序 先退/first 适用于 户 次序 低者先 由 村两委 依据「一」：收入；
}
`

function programOf(text: string): Program {
  const { program, diagnostics } = compile([{ file: 'small.policy', text }])
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (program === undefined || errors.length > 0) throw new Error(JSON.stringify(errors.map(({ code, args }) => [code, args])))
  return program
}
const PROGRAM = programOf(ZH)

const CASE = {
  程序: '退出程序',
  年度: 2018,
  对象: [{ 编号: '一号' }, { 编号: '二号' }],
  记录: [{ 步骤: '民主评议', 日期: '2018-10-13', 主体: ['村两委'], 对象: ['一号'] }],
}
const history = (subject: string, on = '2018-12-01', file: unknown = CASE) => ({
  对象: subject,
  起始: { 日期: '2016-05-01', 状态: '贫困户', 人口: 3 },
  变更: [{ 日期: on, 转移: '脱贫', 标签: '脱贫', 事实: { 收入: 4000, 识别年度: 2016 }, 案件: file }],
})
const findings = (input: unknown) => {
  const answer = historyOf(PROGRAM, '农户登记', input)
  if (answer.kind === 'rejected') return answer.problems.map(({ code, path }) => `${code} ${path}`)
  return answer.days.flatMap((day) =>
    day.changes.flatMap((one) => one.findings.map(({ code, found }) => [code, ...found].join(' '))),
  )
}

describe('a register from its text', () => {
  it('lets a household leave whose case is conformant on that day', () => {
    expect(historyOf(PROGRAM, undefined, history('一号'))).toMatchObject({
      now: { state: 'exited', label: '脱贫', year: 2018 },
      size: 3,
    })
  })

  it('and none whose case is not: of another household, too early, with the wrong actor', () => {
    expect(findings(history('二号'))).toEqual(['procedure exit_steps in-progress'])
    expect(findings(history('一号', '2018-10-12'))).toEqual(['procedure exit_steps in-progress'])
    const nobody = { ...CASE, 记录: [{ 步骤: '民主评议', 日期: '2018-10-13', 对象: ['一号'] }] }
    expect(findings(history('一号', '2018-12-01', nobody))).toEqual(['procedure exit_steps breached'])
    expect(findings(history('三号'))).toEqual(['K523 changes[0].case'])
    expect(findings(history('一号', '2018-12-01', { ...CASE, 年度: '?' }))).toEqual([
      expect.stringMatching(/^K1\d\d changes\[0\]\.case\.year$/),
    ])
  })

  it('takes a subject out of a case’s answer as well', () => {
    const checked = checkCase(PROGRAM, CASE as never, '2018-12-01')
    if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
    const [one, two] = checked.status.subjects
    expect(findings(history('一号', '2018-12-01', one))).toEqual([])
    expect(findings(history('二号', '2018-12-01', two))).toEqual(['procedure exit_steps in-progress'])
  })

  it('judges 符合 and 当年 on the facts of the change', () => {
    const change = (facts: object) => ({ ...history('一号'), 变更: [{ ...history('一号').变更[0], 事实: facts }] })
    expect(findings(change({ 收入: 3700, 识别年度: 2016 }))).toEqual(['guard'])
    expect(findings(change({ 收入: 4000, 识别年度: 2018 }))).toEqual(['forbidden poor exited'])
  })

  it('reaches targets, ranks and rolls up', () => {
    const list = [
      { 收入: 5000, 家庭人口: 4, 状态: '脱贫户' },
      { 收入: 4000, 家庭人口: 3, 状态: '脱贫户' },
      { 收入: 3000, 家庭人口: 2, 状态: '贫困户' },
    ]
    const times = { asOf: '2018-12-31', year: 2018 }
    const decided = list.map((facts) => ({
      standard: 'household_exit',
      facts,
      decision: decide(PROGRAM, 'household_exit', facts, times),
    }))
    expect(targets(PROGRAM, decided, times)).toMatchObject([
      {
        target: 'people',
        counted: { low: '7', high: '7', unit: '人' },
        goal: { low: '7' },
        state: 'reached',
        until: '2020-12-31',
        passed: false,
      },
    ])
    expect(ranking(PROGRAM, decided, times)[0]).toMatchObject({ roles: ['committees'], places: [{ at: [1] }, { at: [0] }] })
    const standards = { household: 'household_exit', village: 'village_exit' }
    const village = (population: number) => {
      const { decision } = rollUp(PROGRAM, 'village', { 农户: list, 户籍人口: population }, times, { standards })
      return decision.kind === 'decided' ? decision.record.outcome : decision
    }
    expect([village(101), village(100)]).toEqual(['met', 'unmet'])
  })
})
