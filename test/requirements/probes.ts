import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { compile } from '../../dsl/index.ts'
import { type CaseEvent, decide, type Facts, ranking, type Times, targets } from '../../engine/index.ts'
import { shipped } from './small.ts'
import { decidedUnder, type Shown, standingUnder } from './suites.ts'

/** Cases made here for ambiguities whose answer is no household of a suite: comparisons of a list, of a timetable, and postings one day long or short. */
const OF_2018: Times = { asOf: '2018-10-31', year: 2018 }
const OF_2019: Times = { asOf: '2019-12-01', year: 2019 }

const made = (policy: string, name: string, under: Shown['under']): Shown => ({ policy, name, passed: true, chooses: [], under })
const household = (policy: string, name: string, facts: Facts, times: Times) =>
  made(policy, name, decidedUnder(shipped(policy), 'household_exit', { 建档立卡状态: '贫困户', ...facts }, times))

const act = (step: string, on: string, more: object = {}): CaseEvent => ({ kind: 'act', step, on, ...more })
const exitCase = (policy: string, name: string, year: number, on: string, facts: Facts, ...events: readonly CaseEvent[]) =>
  made(
    policy,
    name,
    standingUnder(shipped(policy), { procedure: 'household_exit_steps', year, subjects: [{ id: '模拟户', facts }], events }, on),
  )
const posted = (policy: string, name: string, on: string, until: string, ...more: readonly CaseEvent[]) => {
  const posting = act('village_posting', on, {
    until,
    by: ['村两委'],
    places: ['村内公示栏'],
    papers: policy === 'shanxi_county' ? ['公示记录'] : [],
  })
  return exitCase(policy, name, Number(on.slice(0, 4)), '2020-12-31', {}, posting, ...more)
}

/** The village posting with the days printed before it instead of those after it. */
const LEADING = [/(村内公示\/village_posting[^{]*\{\s*时段) 10月4日 至 10月8日/, '$1 10月1日 至 10月3日'] as const

/** What check says about the Zhang guidance with these words in place of those. */
function zhangWith(...changes: readonly (readonly [RegExp, string])[]): Shown['under'] {
  return () => {
    const folders = ['vocabulary', 'zhang-county'].map((name) => join('policies', name))
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.policy'))
        .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') })),
    )
    const changed = files.map(({ file, text }) => ({
      file,
      text: changes.reduce((now, [from, to]) => now.replace(from, to), text),
    }))
    const { diagnostics } = compile(changed)
    return diagnostics.flatMap(({ code, args }) => (/^W70[13]$/.test(code) ? [`${code} ${args['stepEn']}`] : [])).join()
  }
}

/** The household of B's samples that is met. */
const { subjects } = parse(readFileSync(join('policies', 'henan-county', 'samples.yaml'), 'utf8')) as {
  readonly subjects: readonly { readonly facts: Facts }[]
}
const zhao = subjects[0]!.facts
const members = zhao['成员'] as readonly Facts[]
const oneMore: Facts = { ...zhao, 家庭人口: members.length + 1, 成员: [...members, members[0]] }

/** B's ranking, or what is counted towards its target, over one household. */
function listOf(facts: Facts, told: 'ranking' | 'target'): Shown['under'] {
  const program = shipped('henan_county')
  return (readings) => {
    const decision = decide(program, 'household_exit', facts, OF_2019, { readings })
    const list = [{ standard: 'household_exit', facts, decision }]
    if (told === 'ranking') return JSON.stringify(ranking(program, list, OF_2019)[0]!.places)
    const [target] = targets(program, list, OF_2019)
    return `${JSON.stringify(target!.counted)} ${target!.state} ${decision.kind === 'decided' ? decision.record.outcome : ''}`
  }
}

/** The days G’s county targets are to be reached by. */
const untilDays: Shown['under'] = (readings) =>
  targets(shipped('henan_2016'), [], OF_2018, { readings })
    .map(({ target, until }) => `${target} ${until ?? ''}`)
    .join()

const ill = { 家庭人口: 1, 成员: [{ 辍学: true, 辍学原因: '疾病' }] }
const atSchool = { 家庭人口: 1, 成员: [{ 辍学: false, 辍学原因: '无' }] }
const street = (net: string) => ({
  年人均纯收入: net,
  案卷所载省标准: '3600.00',
  收入稳定超过: { value: true, role: '村两委', on: '2017-11-05' },
})
const STREET: Times = { asOf: '2017-11-20', year: 2017 }
const onFile = (policy: string, name: string, net: string): Shown => {
  const shown = household(policy, name, street(net), STREET)
  return { ...shown, under: (readings) => shown.under({ line_basis: 'on_file', ...readings }) }
}
const sampled = (names: readonly string[]) =>
  act('county_review', '2018-10-20', { by: ['县领导小组', '县相关部门'], papers: ['县审定结果'], sampled: names })

/** Fifteen for, nine against in B's meeting of so many. */
const voted = (name: string, present: number) =>
  exitCase(
    'henan_county',
    name,
    2019,
    '2019-10-12',
    {},
    { kind: 'paper', on: '2019-09-20', paper: '年度退出计划', names: ['模拟户'] },
    act('village_vote', '2019-10-12', {
      by: ['村两委'],
      attended: ['村民代表'],
      present,
      ballots: { 模拟户: { yes: 15, no: 9 } },
      papers: ['附件1', '附件2', '附件3'],
    }),
  )

const objection: CaseEvent = {
  kind: 'objection',
  on: '2019-11-05',
  objection: '一',
  subjects: ['模拟户'],
  against: 'village_posting',
}
const upheld: CaseEvent = { kind: 'resolution', on: '2019-11-06', objection: '一', result: 'upheld', by: ['县领导小组'] }
const signed = (...roles: readonly string[]) =>
  act('acceptance', '2018-10-10', {
    by: ['乡镇人民政府', '村两委', '驻村工作队'],
    papers: ['验收表'],
    signatures: roles.map((role) => ({ role })),
  })

export const PROBES: readonly Shown[] = [
  onFile('street_plan', 'AMB-03 恰好等于标准', '3600.00'),
  onFile('street_plan', 'AMB-03 高出一分', '3600.01'),
  voted('AMB-06 弃权的人算到会，不过半', 30),
  voted('AMB-06 弃权的人没有到会，过半', 24),
  posted('shanxi_county', 'AMB-07、AMB-08 七个自然日，首日计入', '2019-11-01', '2019-11-07'),
  posted('zhang_county', 'AMB-07、AMB-08、AMB-27、AMB-29 五个自然日，首日计入', '2018-10-04', '2018-10-08'),
  posted('zhang_county', 'AMB-27 多贴一天', '2018-10-04', '2018-10-09'),
  household('zhang_county', 'AMB-12 因病辍学', ill, OF_2018),
  household('zhang_county', 'AMB-12 没有辍学', atSchool, OF_2018),
  household('henan_county', 'AMB-18 饮水不安全', { 安全饮水: false }, OF_2019),
  household('henan_county', 'AMB-18 饮水安全', { 安全饮水: true }, OF_2019),
  posted('shanxi_county', 'AMB-21 异议成立', '2019-11-01', '2019-11-07', objection, upheld),
  made('henan_2016', 'AMB-24 各县何时摘帽', untilDays),
  made('zhang_county', 'AMB-28 日期归它所结束的那一步', zhangWith()),
  made('zhang_county', 'AMB-28 日期写在步骤之前', zhangWith(LEADING)),
  exitCase(
    'zhang_county',
    'AMB-30 五方之中书记签了、主任没有签',
    2018,
    '2018-10-31',
    {},
    signed('户主', '帮扶责任人', '村党支部书记', '驻村工作队队长', '乡镇人民政府'),
  ),
  household(
    'henan_county',
    'AMB-36 当年返贫',
    { 返贫年度: 2019, 首次识别时间: { value: 2014, source: '全国扶贫开发信息系统' } },
    OF_2019,
  ),
  household(
    'henan_county',
    'AMB-36 上年返贫',
    { 返贫年度: 2018, 首次识别时间: { value: 2014, source: '全国扶贫开发信息系统' } },
    OF_2019,
  ),
  exitCase(
    'zhang_county',
    'AMB-36 当年返贫的户不在重点审查之内',
    2018,
    '2018-10-31',
    { 返贫年度: 2018, 低保户: false, 五保户: false },
    sampled([]),
  ),
  exitCase(
    'zhang_county',
    'AMB-36 当年返贫的户在重点审查之内',
    2018,
    '2018-10-31',
    { 返贫年度: 2018, 低保户: false, 五保户: false },
    sampled(['模拟户']),
  ),
  made('henan_county', 'AMB-19 达标的户排先后', listOf(zhao, 'ranking')),
  made('henan_county', 'AMB-19 不达标的户排不进去，也不因排序而达标', listOf({ ...zhao, 安全饮水: false }, 'ranking')),
  made('henan_county', 'AMB-48 计人不计户', listOf(zhao, 'target')),
  made('henan_county', 'AMB-48 多一口人就多计一人，任务没完成也照样达标', listOf(oneMore, 'target')),
]
