import { describe, expect, it } from 'vitest'
import { compileWith, must } from './fixture.ts'

const YAML = `policy: 试行办法/trial
do:
  - in_force: {from: "2019-01-01"}
  - jurisdiction: "410000"
  - level: 省
  - version: "1.10"
  - use: 词汇表
  - source: 办法/measure
    about: 试行办法
    do:
      - article: 一
      - article: 二（1）
      - article: 二（2）
      - article: 三
  - standard: 户退出/exit
    for: 户
    cite: 一
    do:
      - must: 甲/a
        cite: 二（1）
        is: "net_income_pc exceeds 国家扶贫标准"
`

describe('the YAML spelling', () => {
  it('means the same program', () => {
    const yaml = compileWith({ file: 'p.policy.yaml', text: YAML })
    const dsl = compileWith(must('年人均纯收入 超过 国家扶贫标准'))
    expect(yaml.diagnostics).toEqual([])
    expect(yaml.program?.digest).toBe(dsl.program?.digest)
    expect(dsl.program).toBeDefined()
  })

  it('shows findings at their place in the file, and fixes fit there', () => {
    const broken = YAML.replace('net_income_pc', '年人均纯收人')
    const [found, ...others] = compileWith({ file: 'p.policy.yaml', text: broken }).diagnostics
    expect(others).toEqual([])
    expect(found?.code).toBe('N201')
    expect(found && broken.slice(found.span.start, found.span.end)).toBe('年人均纯收人')
    const edit = found?.fixes?.[0]?.edits[0]
    if (!edit) throw new Error('no fix')
    const fixed = broken.slice(0, edit.span.start) + edit.text + broken.slice(edit.span.end)
    expect(compileWith({ file: 'p.policy.yaml', text: fixed }).diagnostics).toEqual([])
  })
})
