import { describe, expect, test } from 'vitest'
import type { TrialLine } from '../../editor/trial/case.ts'
import { runTrial } from '../../editor/trial/run.ts'
import { readSamples } from '../../editor/trial/samples.ts'
import { languageMethods } from '../../editor/worker/methods.ts'
import { POLICY, POLICY_FILE, VOCABULARY, WORDS_FILE, workspaceWith } from './fixture.ts'

const SAMPLES_FILE = 'sample/samples.yaml'
const SAMPLES = `
standard: household_exit
times: {as_of: "2019-12-01", year: 2019}
subjects:
  - name: 甲家（模拟）
    facts: {年人均纯收入: "3900.00", 住房安全: true}
  - name: 乙家（模拟）
    facts: {年人均纯收入: "3661.50", 住房安全: true}
  - name: 丙家（模拟）
    facts: {住房安全: true}
  - name: 丁家（模拟）
    facts: {年人均纯收入: 很多, 住房安全: true}
  - name: 戊家（模拟）
    standard: no_such
    facts: {}
`
const samples = readSamples(SAMPLES, SAMPLES_FILE)

function flat(line: TrialLine): readonly TrialLine[] {
  return [line, ...line.children.flatMap(flat)]
}

describe('samples', () => {
  test('are decided by the policy in their folder', () => {
    const { programs } = workspaceWith().compilation
    const found = runTrial(programs, samples, 'zh')
    expect(found.map(({ name, outcome }) => [name.slice(0, 2), outcome])).toEqual([
      ['甲家', 'met'],
      ['乙家', 'unmet'],
      ['丙家', 'undetermined'],
      ['丁家', 'rejected'],
      ['戊家', 'failed'],
    ])
    expect(runTrial(programs, readSamples(SAMPLES, 'elsewhere/samples.yaml'), 'zh')).toEqual([])
  })

  test('every item of the explanation knows its rule', () => {
    const [, second] = runTrial(workspaceWith().compilation.programs, samples, 'zh')
    const items = flat(second!.tree).filter(({ effect }) => effect !== undefined)
    const source = (line: TrialLine) => POLICY.slice(line.place!.start, line.place!.start + 6)
    expect(items.map((line) => [line.effect, source(line)])).toEqual([
      ['fail', '须 收入达标'],
      ['pass', '须 住房达标'],
    ])
    expect(items[0]?.text).toContain('收入达标')
    expect(items[0]?.text).toContain('3,661.50')
    expect(items[0]?.cite).toContain('一')
  })

  test('in both languages', () => {
    const { programs } = workspaceWith().compilation
    expect(runTrial(programs, samples, 'en')[1]?.tree.text).not.toMatch(/达标/)
    expect(runTrial(programs, samples, 'en')[3]?.tree.children.length).toBeGreaterThan(0)
  })

  test('without times they are left out', () => {
    expect(readSamples('subjects: [{name: a, facts: {}}]', SAMPLES_FILE)).toEqual([])
  })
})

describe('the worker without its wire', () => {
  const open = (edited: string = POLICY) => {
    const methods = languageMethods()
    const found = methods.open({
      files: [
        { file: WORDS_FILE, text: VOCABULARY },
        { file: POLICY_FILE, text: POLICY },
      ],
      edited: edited === POLICY ? [] : [{ file: POLICY_FILE, text: edited }],
      samples: [{ file: SAMPLES_FILE, text: SAMPLES }],
      lang: 'zh',
    })
    return { methods, found }
  }
  const outcomes = (found: ReturnType<typeof open>['found']) => found.cases.map(({ outcome }) => outcome).slice(0, 3)

  test('a changed figure changes an outcome', () => {
    const { methods, found } = open()
    expect(outcomes(found)).toEqual(['met', 'unmet', 'undetermined'])
    methods.change({ file: POLICY_FILE, text: POLICY.replace('3700 元', '4500 元') })
    const changed = methods.check(undefined)
    expect(outcomes(changed)).toEqual(['unmet', 'unmet', 'undetermined'])
    expect(changed.cases.map(({ original }) => original).slice(0, 3)).toEqual(['met', 'unmet', 'undetermined'])
    expect(changed.cases.every(({ stale }) => !stale)).toBe(true)
  })

  test('broken rules keep the last good decisions, marked', () => {
    const { methods } = open()
    methods.change({ file: POLICY_FILE, text: POLICY.replace('3700 元', '3600 元') })
    methods.check(undefined)
    methods.change({ file: POLICY_FILE, text: POLICY.replace('超过 国家扶贫标准', '超过 ￥￥') })
    const broken = methods.check(undefined)
    expect(broken.problems.some(({ severity }) => severity === 'error')).toBe(true)
    expect(outcomes(broken)).toEqual(['met', 'met', 'undetermined'])
    expect(broken.cases.every(({ stale }) => stale)).toBe(true)
    methods.change({ file: POLICY_FILE, text: POLICY })
    expect(methods.check(undefined).cases.some(({ stale }) => stale)).toBe(false)
  })

  test('texts kept from an earlier visit are compared with the shipped ones', () => {
    const { found } = open(POLICY.replace('3700 元', '4500 元'))
    expect(found.cases[0]).toMatchObject({ outcome: 'unmet', original: 'met', stale: false })
  })

  test('kept texts with errors show the shipped decisions as old', () => {
    const { found } = open(POLICY.replace('超过 国家扶贫标准', '超过 ￥￥'))
    expect(found.cases[0]).toMatchObject({ outcome: 'met', stale: true })
  })
})
