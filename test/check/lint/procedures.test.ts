import { describe, expect, it } from 'vitest'
import { compile } from '../../../dsl/pipeline.ts'
import { COUNTY, PROVINCE, TERMS } from '../procedure-text.ts'

/** Code and place of what is found, the timetable's remarks aside. */
function found(...texts: readonly string[]): readonly string[] {
  const files = texts.map((text, i) => ({ file: `${i}.policy`, text }))
  return compile(files)
    .diagnostics.filter(({ code }) => !code.startsWith('W'))
    .map(({ code, span }) => `${code} ${texts[Number.parseInt(span.file, 10)]!.slice(span.start, span.end)}`)
}

const SHELF = '来源 县办法/plan「县办法」 { 条「一」；条「二」；条「三」 }\n'
const policy = (text: string) => `${SHELF}政策 县方案/county { 施行 自 2019-01-01；采用 程序用语；\n${text}\n}`
const steps = (text: string, cite = '一') => policy(`程序 表/steps 适用于 户 依据「${cite}」 { ${text} }`)

describe('lints and procedures', () => {
  it('find nothing in sound texts', () => {
    expect(found(TERMS, PROVINCE, COUNTY)).toEqual([])
  })

  it('count articles that procedures, effects, registers, targets, rankings and papers answer', () => {
    const step = '步骤 甲步/one 依据「二」 { 主体 村两委 依据「三」；}'
    expect(found(TERMS, steps(step))).toEqual([])
    expect(found(TERMS, steps(step.replace(' 依据「三」', '')))).toEqual(['R401 「三」'])
    const others = '效果 后/after 适用于 户 依据「一」 { 应 甲/a 依据「二」：「甲」；}\n文书 表/form 依据「三」；'
    expect(found(TERMS, policy(others))).toEqual([])
    const lists = '目标 数/n 适用于 户 依据「二」：3；\n排序 序/r 适用于 户 依据「三」；'
    expect(found(TERMS, policy(`登记册 册/book 适用于 户 记于 登记 依据「一」 { 状态 贫困户；}\n${lists}`))).toEqual([])
  })

  it('see a rule where an article says there is none', () => {
    const text = steps('步骤 甲步/one 依据「二」 { 主体 村两委 依据「三」；}').replace('条「三」', '条「三」无规则「宣示」')
    expect(found(TERMS, text)).toEqual(['R402 「宣示」'])
  })

  it('see a reading divided again under one of its choices', () => {
    const reading = '解释 宽严/strictness 依据「三」 { 宽/lenient（默认）；严/strict }\n'
    const text = policy(
      `${reading}程序 表/steps 适用于 户 依据「一」 { 按 宽严 { 取 宽 { 步骤 甲步/one 依据「二」 { 主体 村两委；按 宽严 { 取 严 { 送达 户主；} } } } } }`,
    )
    expect(found(TERMS, text)).toEqual(['R432 宽严'])
  })

  it('see conditions of steps and lines that are settled', () => {
    const always = '家庭人口 不少于 1'
    expect(found(TERMS, steps(`步骤 甲步/one 当 ${always} 依据「二」 { 主体 村两委 当 真 依据「三」；}`))).toEqual([
      `R404 ${always}`,
      'R404 真',
    ])
  })

  it('do not call it hiding when a declaration adopts its namesake', () => {
    const county = COUNTY.replace(' 沿用 退出程序 依标准', ' 适用于 户 依标准')
      .replace('同 公示', '')
      .replace('删去 抽查户；', '')
    const codes = found(TERMS, PROVINCE, county).map((one) => one.slice(0, 4))
    expect(codes).toContain('N206')
  })
})
