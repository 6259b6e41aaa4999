import { describe, expect, it } from 'vitest'
import { describe as words } from '../../dsl/diagnostics/describe.ts'
import { parseDsl, parseLeaf } from '../../dsl/parse/index.ts'
import { codes, strip } from './strip.ts'

const inPolicy = (text: string) => `政策 甲 {\n ${text}\n}`
const must = (text: string) => inPolicy(`标准 乙 适用于 户 {\n 须 丙 依据「一」：${text}；\n 须 丁 依据「一」：真；\n }`)

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['missing ；', inPolicy('版本 1 地区 2；'), ['P102']],
  ['missing ｝', inPolicy('标准 乙 { 须 丙：真；\n 标准 丁 { 须 戊：真 }'), ['P103']],
  ['missing ｝ at the end', '政策 甲 { 版本 1；', ['P103']],
  ['surplus ｝', `${inPolicy('版本 1；')} }`, ['P117']],
  ['missing ：', must('戊').replace('：戊', ' 戊'), ['P104']],
  ['missing ｛', inPolicy('标准 乙 适用于 户\n 须 丙：真；\n }'), ['P105']],
  ['missing ）', must('（戊 且 己'), ['P106']],
  ['missing 〕', must('戊〔年度 − 1 > 3'), ['P106']],
  ['unknown keyword', inPolicy('标淮 乙 { 须 丙：真 }'), ['P107']],
  ['a declaration without keyword', inPolicy('乙/b 依据「一」：真；'), ['P107']],
  ['clause not allowed', must('真，范围 0 至 3'), ['P108']],
  ['flag not allowed', inPolicy('原则上 标准 乙 { 须 丙：真 }'), ['P108']],
  ['clause twice', inPolicy('定义 乙 适用于 户 适用于 村：真；'), ['P109']],
  ['missing name', inPolicy('定义 适用于 户：真；'), ['P110']],
  ['reserved word as name', inPolicy('定义 满足 适用于 户：真；'), ['P111']],
  ['mixed 且 and 或', must('戊 且 己 或 庚'), ['P112']],
  ['chained comparison', must('1 < 戊 < 3'), ['P113']],
  ['empty block', inPolicy('标准 乙 { }'), ['P114']],
  ['empty options', inPolicy('枚举 乙 { }'), ['P114']],
  ['misplaced declaration', inPolicy('须 乙：真；'), ['P116']],
  ['no body', inPolicy('定义 乙 适用于 户；'), ['P118']],
  ['no content', inPolicy('标准 乙 { 须 丙 依据「一」；}'), ['P118']],
  ['wrong word', inPolicy('层级 乡里；'), ['P119']],
  ['在 without 以上', must('戊 在 98%'), ['P120']],
  ['share of nothing', must('占比（戊） > 1'), ['P122']],
  ['missing operand', must('戊 且 '), ['P101']],
  ['two operators', must('戊 > > 3'), ['P101']],
  ['stray name', must('戊 己'), ['P101']],
  ['若 without 则', must('若 戊 否则 己'), ['P101']],
  ['每个 without 满足', must('每个 戊'), ['P101']],
]

describe('one mistake, one message', () => {
  it.each(CASES)('%s', (_title, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('has words in both languages for each, with every placeholder filled and every label known', () => {
    for (const [, text] of CASES) {
      for (const diagnostic of parseDsl(text, 'f').diagnostics) {
        for (const lang of ['zh', 'en'] as const) {
          const { title, why, help, labels, fixes } = words(diagnostic, lang)
          for (const said of [title, why, help, ...labels, ...fixes]) expect(said).not.toMatch(/\{[a-z]+\}|^$|^[a-z_]+$/)
          expect(labels.length).toBeLessThanOrEqual(4)
        }
      }
    }
  })

  it('offers fixes after which the mistake is gone', () => {
    let tried = 0
    for (const [, text] of CASES) {
      for (const diagnostic of parseDsl(text, 'f').diagnostics) {
        for (const fix of diagnostic.fixes ?? []) {
          tried++
          const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start)
          const repaired = edits.reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text)
          expect(codes(repaired), repaired).not.toContain(diagnostic.code)
        }
      }
    }
    expect(tried).toBeGreaterThan(10)
  })
})

describe('lines half typed', () => {
  const item = (text: string) => inPolicy(`标准 乙 适用于 户 {\n ${text}\n 须 丁 依据「一」：真；\n }`)

  it.each(['须 住房/', '须 住房 依据「一」：收入 超过', '须 住房 依据「一」：收入 超过 3 且', '须 住房 依据'])(
    '%s leaves the next declaration alone',
    (text) => {
      const { document, diagnostics } = parseDsl(item(text), 'f')
      expect(diagnostics.map(({ code }) => code)).toEqual(['P101'])
      const children = document.declarations[0]!.children![0]!.children!
      expect(children.map(({ name }) => name?.zh).at(-1)).toBe('丁')
      expect(strip(children.at(-1)!.body)).toEqual({ kind: 'boolean', value: true })
    },
  )
})

describe('words run together', () => {
  it('says once what is run together in one declaration, with one fix', () => {
    const text = must('若甲则收入不低于25 否则乙').replace('须 丙', '须丙')
    const { diagnostics } = parseDsl(text, 'f')
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      [
        'P115',
        { found: ['须丙', '若甲则收入不低于', '否则乙'], split: ['须', '丙', '若', '甲', '则', '收入', '不低于', '否则', '乙'] },
      ],
    ])
    expect(diagnostics[0]!.fixes).toHaveLength(1)
  })

  it('splits a keyword from its name and reads on', () => {
    const text = inPolicy('标准贫困户退出适用于户 依据「四」{\n 须收入达标依据「四」：收入 > 3；\n 须 丁：真 }')
    const { document, diagnostics } = parseDsl(text, 'f')
    expect(diagnostics.map(({ code, args }) => [code, args['split']])).toEqual([
      ['P115', ['标准', '贫困户退出', '适用于', '户']],
      ['P115', ['须', '收入达标', '依据']],
    ])
    expect(strip(document.declarations[0]!.children)).toMatchObject([
      { kind: 'standard', clauses: { for: { text: '户' } }, children: [{ name: { zh: '收入达标' } }, { name: { zh: '丁' } }] },
    ])
  })

  it('splits an operator word from a name where the text cannot be read otherwise', () => {
    const leaf = (text: string) => {
      const { value, diagnostics } = parseLeaf('expr', text, 'f', 0)
      return [diagnostics.map(({ code }) => code), strip(value)]
    }
    const spaced = (text: string) => strip(parseLeaf('expr', text, 'f', 0).value)
    expect(leaf('年人均纯收入超过 3700 元')).toEqual([['P115'], spaced('年人均纯收入 超过 3700 元')])
    expect(leaf('（甲）且乙')).toEqual([['P115'], spaced('（甲）且 乙')])
    expect(leaf('每个成员 满足 甲')).toEqual([['P115'], spaced('每个 成员 满足 甲')])
  })

  it('leaves a run that reads as one name to those who know the names', () => {
    for (const run of ['年人均纯收入超过国家扶贫标准', '每个成员满足达标']) {
      const { value, diagnostics } = parseLeaf('expr', run, 'f', 0)
      expect([diagnostics, strip(value)]).toEqual([[], { kind: 'name', ref: { text: run } }])
    }
  })

  it('gives a body that could not be read as an error, so that nobody complains again', () => {
    const { document } = parseDsl(must('戊 己 > 3'), 'f')
    expect(strip(document.declarations[0]!.children![0]!.children)).toMatchObject([
      { name: { zh: '丙' }, body: { kind: 'error' } },
      { name: { zh: '丁' }, body: { kind: 'boolean' } },
    ])
  })
})
