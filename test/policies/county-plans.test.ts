import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileAt } from '../../engine/cli/workspace.ts'
import { decide, type Facts, type Times } from '../../engine/index.ts'

/** The Shanxi county plan (A) and the Zhang county guidance (C): what their samples show, and where they part from the Henan plan (B). */
const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const folders = ['shanxi-county', 'zhang-county', 'henan-county'].map((name) => join('policies', name))
const { programs } = compileAt(quiet, folders)

const SAMPLES = {
  shanxi_county: {
    'sample-han': 'met',
    'sample-zhu': 'unmet',
    'sample-qin': 'undetermined',
    'sample-xu': 'unmet',
    'sample-lv': 'not-applicable',
  },
  zhang_county: {
    'sample-shi': 'met',
    'sample-cao': 'suspended',
    'sample-hua': 'met',
    'sample-jin': 'unmet',
    'sample-tao': 'unmet',
    'sample-qi': 'unmet',
    'sample-zou': 'undetermined',
  },
} as const

interface SampleFile {
  readonly times: { readonly as_of: string; readonly year: number }
  readonly standard: string
  readonly subjects: readonly { readonly name: string; readonly facts: Facts }[]
}

const decided = (policy: string, facts: Facts, times: Times) => {
  const program = programs.get(policy)
  if (!program) throw new Error(`${policy} does not compile`)
  const decision = decide(program, 'household_exit', facts, times)
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision.problems))
  return decision.record
}

describe.each(Object.entries(SAMPLES))('samples of %s', (policy, expected) => {
  const folder = policy.replace('_', '-')
  const file = parse(readFileSync(join('policies', folder, 'samples.yaml'), 'utf8')) as SampleFile
  it('decide as their names say, and are marked as invented', () => {
    const times = { asOf: file.times.as_of, year: file.times.year }
    const outcomes = file.subjects.map((s) => [s.facts['id'], decided(policy, s.facts, times).outcome])
    expect(Object.fromEntries(outcomes)).toEqual(expected)
    expect(file.subjects.filter((s) => !s.name.includes('（模拟）'))).toEqual([])
  })
})

describe('the same household under different plans', () => {
  const member = { 参加居民医保: true, 参加新农合: true, 义务教育适龄: true, 接受义务教育: false, 辍学: true, 辍学原因: '疾病' }
  const item = (policy: string, facts: Facts, times: Times, id: string): string | undefined => {
    return decided(policy, facts, times).items.find((i) => i.id === id)?.value
  }

  it('AMB-12: a child ill and out of school fails C, not the no-dropout-by-poverty test of B', () => {
    const facts = { 家庭人口: 1, 建档立卡状态: '贫困户', 成员: [member] }
    expect(item('zhang_county', facts, { asOf: '2018-10-31', year: 2018 }, 'no_dropout')).toBe('false')
    expect(item('henan_county', facts, { asOf: '2019-12-01', year: 2019 }, 'no_dropout')).toBe('true')
  })

  it('AMB-01: A looks at disposable income only, C at net income only', () => {
    const times = { asOf: '2018-10-31', year: 2018 }
    const judged = { 收入稳定超过: { value: true, role: '村两委', on: '2018-10-03' }, 建档立卡状态: '贫困户' }
    const net = { ...judged, 年人均纯收入: '9000.00', 年人均可支配收入: '2000.00' }
    const disposable = { ...judged, 年人均纯收入: '2000.00', 年人均可支配收入: '9000.00' }
    expect(['shanxi_county', 'zhang_county'].map((p) => item(p, net, times, 'income_line'))).toEqual(['false', 'true'])
    expect(['shanxi_county', 'zhang_county'].map((p) => item(p, disposable, times, 'income_line'))).toEqual(['true', 'false'])
  })

  it('AMB-36: one who returned this year is barred by B, by A and C not', () => {
    const facts = { 建档立卡状态: '返贫户', 首次识别时间: { value: 2014, source: '全国扶贫开发信息系统' } }
    const barred = (policy: string, year: number) =>
      decided(policy, { ...facts, 返贫年度: year }, { asOf: `${year}-11-30`, year }).items.some(
        (i) => i.id === 'returned_this_year' && i.effect === 'fail',
      )
    expect(barred('henan_county', 2019)).toBe(true)
    expect(barred('shanxi_county', 2019)).toBe(false)
    expect(barred('zhang_county', 2018)).toBe(false)
  })
})

describe('historic instruments', () => {
  it.each([
    ['shanxi_county', '2015-12-31', '2021-01-01'],
    ['zhang_county', '2017-12-31', '2019-01-01'],
  ])('%s decides nothing on %s nor on %s, and says that it is no longer applied', (policy, before, after) => {
    const program = programs.get(policy)!
    for (const asOf of [before, after]) {
      const decision = decide(program, 'household_exit', {}, { asOf, year: Number(asOf.slice(0, 4)) })
      expect(decision.kind === 'rejected' && decision.problems.map((p) => p.code)).toEqual(['F626'])
    }
    const text = readFileSync(join('policies', policy.replace('_', '-'), `${policy.replace('_', '-')}.policy`), 'utf8')
    expect(text).toContain('不再适用')
  })
})
