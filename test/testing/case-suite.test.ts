import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { changeCase } from '../../engine/testing/case/change.ts'
import type { ProcedureCoverage } from '../../engine/testing/case/coverage.ts'
import { procedureCoverageText } from '../../engine/testing/case/words.ts'
import { junitReport } from '../../engine/testing/report-junit.ts'
import { coverageOf, reasonsOf, runSuiteFile, type SuiteRun } from '../../engine/testing/run-file.ts'
import { SUITE_SCHEMA } from '../../engine/testing/suite-schema.ts'
import { differenceText } from '../../engine/testing/words.ts'

const POLICY = `政策 小政策/tiny {
  施行 自 2016-01-01；来源 办法/measure { 条「一」 }
  角色 村两委/committees；角色 户主/head；角色 乡镇/township；
  文书 名册/roll；
  场所 公示栏/board；
  实体 村/village { 字段 有工作队/team：真假 }
  实体 户/household { 字段 收入/income：金额 元/人·年，范围 0 至 1000000；字段 所在村/village：村 }
  标准 退出/exit 适用于 户 依据「一」{ 须 收入达标/income_line 依据「一」：收入 超过 3700；}
  程序 退出程序/steps 适用于 户 名单 所在村 依标准 退出 依据「一」{
    步骤 评议/vote 整单 依据「一」{ 主体 村两委；产出 名册；不通过 转 评议；}
    步骤 入户/visit 逐户 当 所在村 的 有工作队 依据「一」{ 主体 村两委；同意 户主；不同意 移出；}
    步骤 公示/posting 整单 依据「一」{ 公示 于 公示栏 不少于 7 天；期限 当年12月底；有异议 由 乡镇；主体 村两委；}
  }
}
`
const program: Program = compile(POLICY).program!

const HEAD = 'policy: tiny\nprocedure: steps\n'
const BASE = `cases:
  - name: 走完
    on: "2019-11-30"
    case:
      year: 2019
      list: {有工作队: true}
      subjects: [{id: H1, facts: {收入: 4000}}, H2]
      events:
        - {on: "2019-11-01", step: vote, by: committees, papers: roll}
        - {on: "2019-11-02", step: visit, subjects: [H1], by: committees, consents: [{role: head, given: true}]}
        - {on: "2019-11-03", step: visit, subjects: [H2], by: committees, consents: [{role: head, given: true}]}
        - {on: "2019-11-04", until: "2019-11-10", step: posting, places: board, by: committees}
    expect: {state: conformant, findings: [], next: [], subjects: {"*": conformant}, lawful: {H1: true, H2: unknown}}
`
const read = (text: string) =>
  runSuiteFile(text, 'a.test.yaml', (name) => (['tiny', '小政策'].includes(name) ? program : undefined), ['tiny', '小政策'])
function runs(cases = ''): SuiteRun & { kind: 'procedure' } {
  const { run, diagnostics } = read(HEAD + BASE + cases)
  expect(diagnostics).toEqual([])
  if (run?.kind !== 'procedure') throw new Error('not a suite of a procedure')
  return run
}
/** Differences of the last case. */
function differs(cases: string): string[] {
  return runs(cases)
    .results.at(-1)!
    .differences.map((d) => differenceText(d, 'en'))
}
const codes = (text: string) => read(text).diagnostics.map(({ code }) => code)
const like = (rest: string) => `  - {name: 另一个, like: 走完, ${rest}}\n`

describe('cases take over and change', () => {
  it('runs a whole case', () => expect(runs().results.map(({ status }) => status)).toEqual(['passed']))

  it.each([
    ['drops the acts of a step', 'change: {vote: null}, on: "2019-11-01", expect: {steps: {评议: due}, findings: []}'],
    [
      'replaces fields of every act of a step',
      'change: {入户: {by: [乡镇]}}, on: "2019-11-03", expect: {findings: [visit.actor], subjects: {"*": breached}}',
    ],
    [
      'replaces fields of one act of a step',
      'change: {"入户[1]": {by: [乡镇]}}, on: "2019-11-03", expect: {subjects: {H1: in-progress, H2: breached}}',
    ],
    ['takes a field away', 'change: {vote: {papers: null}}, on: "2019-11-01", expect: {findings: [output]}'],
    ['appends to a list', 'change: {posting: {+subjects: H1}}, expect: {subjects: {H1: conformant, H2: in-progress}}'],
    [
      'changes an event by its place',
      'change: {"events[3]": {until: "2019-11-09"}}, on: "2019-11-30", expect: {findings: [posting.short]}',
    ],
    ['adds events', 'change: {+events: {on: "2019-11-05", drops: [H2]}}, expect: {subjects: {H1: conformant, H2: dropped}}'],
    ['changes a subject’s facts', 'change: {H1: {facts: {income: 3700}}}, expect: {lawful: {H1: false}}'],
    [
      'lets a subject join',
      'change: {H2: {joined: "2019-11-03"}}, expect: {subjects: {H1: conformant, H2: breached}, findings: [visit.order, posting.order]}',
    ],
    ['takes a subject away', 'change: {H2: null, "入户[1]": null}, expect: {state: conformant}'],
    ['adds a subject', 'change: {+subjects: H3}, expect: {subjects: {H3: breached}}'],
    [
      'changes the list’s own facts',
      'change: {名单: {team: false}, 入户: null}, expect: {state: conformant, steps: {visit: not-needed}}',
    ],
    ['changes the year', 'change: {year: 2018}, expect: {findings: [posting.late]}'],
    ['refuses what is wrong', 'change: {posting: {until: "2019-02-30"}}, expect: {rejected: [K109]}'],
    [
      'holds an objection open',
      'change: {+events: {on: "2019-11-05", objection: A, subjects: [H2], against: posting}}, expect: {subjects: {H2: {steps: {posting: {state: due, held: objection}}}}, next: [{step: posting, subjects: [H2], state: due, to: "2019-12-31"}]}',
    ],
    [
      'says what it needs',
      'change: {名单: null}, on: "2019-11-03", expect: {steps: {visit: {state: unclear, needs: [village.team]}}}',
    ],
  ])('%s', (_what, rest) => expect(differs(like(rest))).toEqual([]))

  it('takes over from what is itself like another, with its day', () => {
    const cases = `${like('on: "2019-11-09", change: {vote: {on: "2019-10-01"}}, expect: {state: in-progress}')}  - {name: 三, like: 另一个, expect: {steps: {vote: {on: "2019-10-01"}, posting: {running: true}}}}\n`
    expect(differs(cases)).toEqual([])
  })

  it('crosses New Year in a posting', () => {
    const rest =
      'on: "2020-01-03", change: {posting: {on: "2019-12-28", until: "2020-01-03"}}, expect: {findings: [posting.late], steps: {posting: {completed: "2020-01-03"}}}'
    expect(differs(like(rest))).toEqual([])
  })
})

describe('differences', () => {
  it.each([
    ['expect: {state: breached}', 'case state: expected breached, actual conformant'],
    ['expect: {subjects: {H1: breached}}', 'subject H1: expected breached, actual conformant'],
    ['expect: {subjects: {H9: breached}}', 'subject H9: expected exists, actual absent'],
    ['expect: {subjects: {H1: {returns: 1}}}', 'subject H1.returns: expected 1, actual 0'],
    ['expect: {subjects: {H1: {steps: {vote: due}}}}', 'step H1 vote: expected due, actual done'],
    ['expect: {subjects: {H1: {steps: {vote: {on: "2019-01-01"}}}}}', 'step H1 vote.on: expected 2019-01-01, actual 2019-11-01'],
    ['expect: {findings: [short]}', 'findings findings: expected [short], actual []'],
    [
      'on: "2019-11-10", change: {posting: {until: "2019-11-09"}}, expect: {findings: []}',
      'findings findings: expected [], actual [posting.short]',
    ],
    ['expect: {next: [posting]}', 'next next: expected posting, actual —'],
    ['expect: {lawful: {H1: false}}', 'lawful H1: expected false, actual true (met, conformant)'],
    ['expect: {rejected: [K109]}', 'fact check: expected K109, actual conformant'],
    [
      'change: {posting: {until: "2019-02-30"}}, expect: {state: conformant}',
      'fact check: expected conformant, actual K109 events[3].until',
    ],
  ])('%s', (rest, wanted) => expect(differs(like(rest))[0]).toBe(wanted))

  it('come with reasons, and go into JUnit', () => {
    const run = runs(like('on: "2019-11-10", change: {posting: {until: "2019-11-09"}}, expect: {state: conformant}'))
    const last = run.results.at(-1)!
    expect(reasonsOf(run, last, 'zh')).toEqual(['「公示」 公示天数不足 只到 2019-11-09，至少要到 2019-11-10 依据一（H1、H2）'])
    const report = junitReport(run.results, (d) => differenceText(d, 'zh'))
    expect(report).toContain('<testsuites tests="2" failures="1">')
    expect(report).toContain('期望 conformant, 实际 breached')
  })
})

describe('suites that cannot be read', () => {
  it.each([
    ['S701', `${HEAD}cases: [`],
    ['S702', `${HEAD}cases: [{name: 甲, facts: {}}]`],
    ['S702', `${HEAD}on: 昨天\ncases: [{name: 甲, expect: {state: breached}}]`],
    ['S702', HEAD + BASE + like('on: "2019-02-30", expect: {state: breached}')],
    ['S702', HEAD + BASE + like('income_period: {from: "2019-13-01", to: "2019-12-31"}, expect: {state: breached}')],
    ['S707', HEAD.replace('tiny', 'tinny') + BASE],
    ['S714', HEAD.replace('steps', 'stops') + BASE],
    ['S715', `${HEAD}cases: [{name: 甲, case: {}, expect: {state: breached}}]`],
    ['S703', HEAD + BASE + like('on: "2019-11-30"')],
    ['S704', `${HEAD}cases: [{name: 甲, like: 乙, on: "2019-01-01", expect: {state: breached}}]`],
    ['S705', `${HEAD}cases: [{name: 甲, like: 甲, on: "2019-01-01", expect: {state: breached}}]`],
    ['S706', HEAD + BASE + '  - {name: 走完, case: {}, on: "2019-01-01", expect: {state: breached}}\n'],
    ['S708', HEAD + BASE + like('change: {没有: null}, expect: {state: breached}')],
    ['S708', HEAD + BASE + like('change: {vote: {untill: "2019-01-01"}}, expect: {state: breached}')],
    ['S708', HEAD + BASE + like('change: {"vote[4]": null}, expect: {state: breached}')],
    ['S708', HEAD + BASE + like('change: {H1: {facts: {"收入.甲": 1}}}, expect: {state: breached}')],
    ['S708', HEAD + BASE + like('change: {+steps: {}}, expect: {state: breached}')],
    ['S712', HEAD + BASE + like('readings: {甲: 乙}, expect: {state: breached}')],
    ['S716', HEAD + BASE + like('expect: {steps: {没有: done}}')],
    ['S716', HEAD + BASE + like('expect: {next: [没有]}')],
  ])('%s', (code, text) => expect(codes(text)).toEqual([code]))

  it('places what is wrong', () => {
    const text = HEAD + BASE + like('change: {没有: {by: [乡镇]}}, expect: {state: breached}')
    const [found] = read(text).diagnostics
    expect(text.slice(found!.span.start, found!.span.end)).toBe('没有')
  })
})

describe('the schema of suites', () => {
  const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false }).compile(SUITE_SCHEMA)
  it('takes both kinds', () => {
    expect(valid({ policy: 'a', procedure: 'b', cases: [{ name: 'c', case: {}, expect: { state: 'breached' } }] })).toBe(true)
    expect(valid({ policy: 'a', standard: 'b', cases: [{ name: 'c', facts: {}, expect: { outcome: 'met' } }] })).toBe(true)
    expect(valid({ policy: 'a', procedure: 'b', cases: [{ name: 'c', facts: {} }] })).toBe(false)
  })
})

describe('coverage of a procedure', () => {
  const covered = (cases = '') => coverageOf([runs(cases)])[0] as ProcedureCoverage
  const open = (found: ProcedureCoverage) =>
    found.steps.flatMap(({ step, line, aims }) =>
      aims.filter((one) => one.cases === 0).map(({ aim }) => `${step}${line ? `/${line}` : ''} ${aim}`),
    )

  it('asks for every step done and broken, every line kept and broken, every branch taken', () => {
    const found = covered()
    expect(found.complete).toBe(false)
    expect(open(found)).toEqual([
      'vote broken',
      'vote/actor.1 broken',
      'vote/produces.1 broken',
      'vote/on_fail.1 taken',
      'visit broken',
      'visit not-needed',
      'visit/actor.1 broken',
      'visit/consent.1 broken',
      'visit/on_refusal.1 taken',
      'posting broken',
      'posting/posting.1 broken',
      'posting/due.1 broken',
      'posting/on_objection.1 taken',
      'posting/actor.1 broken',
    ])
    expect(procedureCoverageText(found, 'zh')).toContain('✗   公示 posting.1 — 守住 1；还没有用例让它违反')
    expect(procedureCoverageText(found, 'en')).toContain('coverage tiny / steps: incomplete')
  })

  it('is complete when all was shown', () => {
    const objected = '{on: "2019-11-05", objection: A, subjects: [H2], against: posting}'
    const one = (name: string, rest: string) => `  - {name: ${name}, like: 走完, ${rest}, expect: {subjects: {H9: conformant}}}\n`
    const cases = [
      one('甲', 'change: {vote: {by: null, papers: null}}'),
      one('乙', 'change: {vote: {failed: [H2]}}'),
      one('丙', 'change: {visit: {by: null, consents: null}}'),
      one('丁', 'change: {名单: {team: false}}'),
      one('戊', 'change: {visit: {consents: [{role: head, given: false}]}}'),
      one('己', 'change: {posting: {until: "2019-11-09", by: null}}'),
      one('庚', 'on: "2020-01-01", change: {posting: null}'),
      one('辛', `change: {+events: [${objected}, {on: "2019-11-06", resolves: A, result: upheld, by: township}]}`),
    ].join('')
    expect(open(covered(cases))).toEqual([])
  })

  it('does not take an objection settled by others, or dismissed, for a branch followed', () => {
    const objected = '{on: "2019-11-05", objection: A, subjects: [H2], against: posting}'
    for (const settled of ['result: upheld, by: committees', 'result: dismissed, by: township']) {
      const rest = `change: {+events: [${objected}, {on: "2019-11-06", resolves: A, ${settled}}]}, expect: {state: breached}`
      expect(open(covered(like(rest)))).toContain('posting/on_objection.1 taken')
    }
  })
})

it('leaves the base of a change as it was', () => {
  const base = { subjects: ['H1'], events: [{ step: 'vote', on: '2019-01-01' }] }
  const before = JSON.stringify(base)
  const changed = changeCase(program, program.procedures[0]!, base, { vote: { on: '2019-01-02' }, H1: { facts: { 收入: 1 } } })
  expect(changed).toEqual({
    case: { subjects: [{ id: 'H1', facts: { 收入: 1 } }], events: [{ step: 'vote', on: '2019-01-02' }] },
  })
  expect(JSON.stringify(base)).toBe(before)
})
