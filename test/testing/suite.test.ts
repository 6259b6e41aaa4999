import { describe, expect, it } from 'vitest'
import { changeFacts, pathSteps } from '../../engine/testing/change.ts'
import { coverage } from '../../engine/testing/coverage.ts'
import { withoutEachFact } from '../../engine/testing/holes.ts'
import { readSuite } from '../../engine/testing/read-suite.ts'
import { junitReport } from '../../engine/testing/report-junit.ts'
import { runSuite } from '../../engine/testing/run-suite.ts'
import type { CaseResult } from '../../engine/testing/suite.ts'
import { coverageText, differenceText } from '../../engine/testing/words.ts'
import { tinyProgram } from './fixture.ts'

const program = tinyProgram()
const HEAD = `policy: tiny
standard: exit
times: {as_of: "2019-12-01", year: 2019}
cases:
`
const BASE = `  - name: 样板
    facts:
      收入: 5000
      water: true
      来源稳定: {value: true, role: 村两委, on: "2019-10-01"}
      成员: [{参保: true}, {参保: true, 辍学: false}]
    expect: {outcome: met}
`

const read = (cases: string, head = HEAD) =>
  readSuite(head + cases, 'a.test.yaml', (id) => (['tiny', '小政策'].includes(id) ? program : undefined), ['tiny', '小政策'])
const codes = (cases: string, head = HEAD) => read(cases, head).diagnostics.map((d) => d.code)
function run(cases: string): CaseResult[] {
  const { suite, diagnostics } = read(cases)
  expect(diagnostics).toEqual([])
  return runSuite(program, suite!)
}

describe('reading a suite', () => {
  it('works out like and change in either spelling', () => {
    const { suite } = read(`${BASE}  - name: 二
    like: 样板
    change: {income: 3700, "成员[1].参保": false, 饮水安全: null, "+成员": {参保: true}}
    expect: {outcome: unmet}
`)
    expect(suite!.cases[1]!.facts).toEqual({
      收入: 3700,
      来源稳定: { value: true, role: '村两委', on: '2019-10-01' },
      成员: [{ 参保: true }, { 参保: false, 辍学: false }, { 参保: true }],
    })
  })

  it.each([
    ['no expectation', '  - {name: a, facts: {}}\n', 'S703'],
    ['like nobody', '  - {name: a, like: b, expect: {outcome: met}}\n', 'S704'],
    ['like itself', '  - {name: a, like: a, expect: {outcome: met}}\n', 'S705'],
    ['a circle', '  - {name: a, like: b, expect: {outcome: met}}\n  - {name: b, like: a, expect: {outcome: met}}\n', 'S705'],
    [
      'twice the name',
      '  - {name: a, facts: {}, expect: {outcome: met}}\n  - {name: a, facts: {}, expect: {outcome: met}}\n',
      'S706',
    ],
    ['no such place', '  - {name: a, facts: {}, change: {"成员[3].参保": true}, expect: {outcome: met}}\n', 'S708'],
    ['no such item', '  - {name: a, facts: {}, expect: {items: {income_lime: "true"}}}\n', 'S711'],
    ['no such reading', '  - {name: a, facts: {}, readings: {x: y}, expect: {outcome: met}}\n', 'S712'],
    ['an unknown key', '  - {name: a, facts: {}, expects: {outcome: met}}\n', 'S702'],
    ['an unknown outcome', '  - {name: a, facts: {}, expect: {outcome: passed}}\n', 'S702'],
    ['an empty expectation', '  - {name: a, facts: {}, expect: {}}\n', 'S702'],
    ['broken YAML', '  - {name: a\n', 'S701'],
    ['a duplicate key', '  - {name: a, name: b, facts: {}, expect: {outcome: met}}\n', 'S701'],
    ['an alias', '  - {name: &x a, facts: {}, expect: {outcome: *x}}\n', 'S701'],
  ])('refuses %s', (_what, cases, code) => {
    expect(new Set(codes(cases))).toEqual(new Set([code]))
  })

  it('wants times, a policy and a standard that exist', () => {
    expect(codes(BASE, HEAD.replace(/times.*\n/, ''))).toEqual(['S709'])
    expect(codes(BASE, HEAD.replace('policy: tiny', 'policy: tinny'))).toEqual(['S707'])
    expect(codes(BASE, HEAD.replace('standard: exit', 'standard: exits'))).toEqual(['S710'])
  })

  it('points at the place', () => {
    const cases = `${BASE}  - {name: 三, like: 样版, expect: {outcome: met}}\n`
    const [found] = read(cases).diagnostics
    expect((HEAD + cases).slice(found!.span.start, found!.span.end)).toContain('样版')
    expect(found!.args['near']).toEqual(['样板'])
  })
})

describe('running cases', () => {
  it('passes what comes out as expected and says what does not', () => {
    const results = run(`${BASE}  - name: 错的
    like: 样板
    change: {收入: 3700}
    expect: {outcome: met, items: {income_line: "true", 饮水: {value: "true", effect: fail}}, missing: {met: [[water]]}}
`)
    expect(results.map((r) => r.status)).toEqual(['passed', 'failed'])
    expect(results[1]!.differences).toEqual([
      { what: 'outcome', name: 'outcome', expected: 'met', actual: 'unmet' },
      { what: 'item', name: 'income_line', expected: 'true', actual: 'false' },
      { what: 'item', name: 'water_ok.effect', expected: 'fail', actual: 'pass' },
      { what: 'missing', name: 'missing.met', expected: '{water}', actual: '' },
    ])
    expect(results[1]!.differences.map((d) => differenceText(d, 'zh'))[0]).toBe('结论: 期望 达标（met）, 实际 不达标（unmet）')
  })

  it('compares refused facts by their codes', () => {
    const [, wrong, right] = run(`${BASE}  - {name: 拼错, like: 样板, change: {收人: 5}, expect: {outcome: met}}
  - {name: 拼错了, like: 样板, change: {收人: 5}, expect: {rejected: [F601]}}
`)
    expect(wrong!.status).toBe('failed')
    expect(wrong!.differences[0]!.what).toBe('rejected')
    expect(right!.differences.length === 0 || right!.differences[0]!.actual.startsWith('F6')).toBe(true)
  })

  it('sweeps: each fact removed in turn', () => {
    const [, swept, careless, stale] =
      run(`${BASE}  - {name: 扫, like: 样板, sweep: missing, expect: {outcome: undetermined, except: [dropout]}}
  - {name: 漏, like: 样板, sweep: missing, expect: {outcome: undetermined}}
  - {name: 陈, like: 样板, sweep: missing, expect: {outcome: undetermined, except: [dropout, gone]}}
`)
    expect(swept!.differences).toEqual([])
    expect(careless!.differences).toEqual([
      { what: 'sweep', name: 'members[1].dropout', expected: 'undetermined', actual: 'met' },
    ])
    expect(stale!.differences.map((d) => d.name)).toEqual(['gone'])
  })

  it('runs only what the filter names', () => {
    const { suite } = read(`${BASE}  - {name: 另一个, like: 样板, expect: {outcome: met}}\n`)
    expect(runSuite(program, suite!, '另').map((r) => r.name)).toEqual(['另一个'])
  })

  it('reports JUnit that names the failure', () => {
    const xml = junitReport(run(`${BASE}  - {name: '<b>&', like: 样板, change: {收入: 1}, expect: {outcome: met}}\n`), (d) =>
      differenceText(d, 'en'),
    )
    expect(xml).toContain('<testsuites tests="2" failures="1">')
    expect(xml).toContain('name="&lt;b&gt;&amp;"')
    expect(xml).toContain('message="outcome: expected met, actual unmet"')
  })
})

describe('paths and holes', () => {
  it('reads paths', () => {
    expect(pathSteps('成员[1].辍学')).toEqual(['成员', 1, '辍学'])
    expect(pathSteps('a[1][2]')).toEqual(['a', 1, 2])
    expect(pathSteps('a..b')).toBeUndefined()
    expect(pathSteps('a[x]')).toBeUndefined()
  })

  it('leaves the base as it was', () => {
    const base = { 成员: [{ 参保: true }] }
    changeFacts(program, 'household', base, { '成员[0].参保': false })
    expect(base).toEqual({ 成员: [{ 参保: true }] })
  })

  it('finds every fact once', () => {
    const holes = withoutEachFact(program, 'household', { 收入: 1, members: [{ 参保: true }, { insured: true, 辍学: false }] })
    expect(holes.map((h) => h.path)).toEqual([
      'income',
      'members',
      'members[0].insured',
      'members[1].insured',
      'members[1].dropout',
    ])
    expect(holes[3]!.facts).toEqual({ 收入: 1, members: [{ 参保: true }, { 辍学: false }] })
  })
})

describe('coverage', () => {
  const cases = `${BASE}  - {name: 收入不够, like: 样板, change: {收入: 3000}, expect: {outcome: unmet}}
  - {name: 没有水, like: 样板, change: {water: false}, expect: {outcome: unmet}}
  - {name: 全不知道, facts: {}, expect: {outcome: undetermined}}
  - {name: 两处不够, like: 样板, change: {"成员[0].参保": false, 来源稳定: {value: false, role: 村两委, on: "2019-10-01"}}, expect: {outcome: unmet}}
`
  const found = coverage(program, program.standards[0]!, run(cases))
  const item = (id: string) => found.items.find((i) => i.id === id)!

  it('counts what was seen', () => {
    expect(item('income_line').seen).toEqual({ true: 3, false: 1, unknown: 1 })
  })

  it('finds the case an item alone decides', () => {
    expect(item('income_line').decisiveIn).toBe('收入不够')
    expect(item('income_line').forces).toEqual([])
  })

  it('knows items that can never be the sole reason', () => {
    expect(item('water_ok').forces).toEqual(['no_water'])
    expect(item('no_water').forces).toEqual(['water_ok'])
    expect(item('water_ok').decisiveIn).toBe('没有水')
  })

  it('is incomplete while an item never decides alone', () => {
    expect(item('source').decisiveIn).toBeUndefined()
    expect(item('source').complete).toBe(false)
    expect(found.complete).toBe(false)
    expect(coverageText(found, 'zh')).toContain('✗ 来源')
  })
})
