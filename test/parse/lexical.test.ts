import { describe, expect, it } from 'vitest'
import { KEYWORDS, keywordsOf, splitRun, tokenize } from '../../dsl/lex/index.ts'
import { parseDsl } from '../../dsl/parse/index.ts'
import { codes } from './strip.ts'

const body = (text: string) => `政策 甲 { 标准 乙 { 须 丙 依据「一」：${text}；须 丁 依据「一」：真；} }`

describe('characters', () => {
  it.each([
    ['an unexpected character', body('戊 @ '), ['L101']],
    ['several in a row once', body('戊 @#$ '), ['L101']],
    ['a look-alike sign', body('戊 ﹤ 3'), ['L102']],
    ['a look-alike colon', '政策 甲 { 定义 乙 适用于 户∶真 }', ['L102']],
    ['a dash for minus', body('戊 > 3 – 2'), ['L102']],
    ['an unclosed name quotation', '政策 甲 { 标题「乙\n 版本 1；\n }', ['L103']],
    ['an unclosed text', '政策 甲 { 标题“乙；\n 版本 1；\n }', ['L104']],
    ['an unclosed comment', '政策 甲 { 版本 1; /* 乙\n 地区 1；\n }', ['L105']],
    ['wrong thousands', body('戊 > 37,000,00'), ['L106']],
    ['groups of four', body('戊 > 3,7000'), ['L106']],
    ['two points', body('戊 > 1.2.3'), ['L106']],
    ['a day that never was', body('戊 = 2019-02-30'), ['L107']],
    ['the same in Chinese', body('戊 = 2019年2月30日'), ['L107']],
    ['a month and no day', body('戊 = 12月前'), ['L108']],
    ['a day before which', body('戊 = 10月12日前'), ['L108']],
    ['a place in no year', body('戊 = 2月30日'), ['L107']],
    ['year and month', body('戊 = 2019年10月'), ['L108']],
    ['an unknown unit', body('戊 > 3 园'), ['L109']],
    ['part of a month', body('戊 > 1.5 个工作日'), ['L112']],
  ])('reports %s once', (_title, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('goes on behind each of them', () => {
    const { document } = parseDsl('政策 甲 { 标题「乙\n 版本 1；\n /* 丙\n 地区 2 }', 'f')
    expect(document.declarations[0]!.children!.map(({ kind }) => kind)).toEqual(['title', 'version', 'jurisdiction'])
  })

  it('offers fixes after which the mistake is gone', () => {
    for (const text of [
      body('戊 ﹤ 3'),
      body('戊 > 3,7000'),
      '政策 甲 { 标题「乙；\n 版本 1；\n }',
      '政策 甲 { 版本 1; /* 乙\n}',
      body('戊 @'),
    ]) {
      const [diagnostic] = parseDsl(text, 'f').diagnostics
      const edits = [...diagnostic!.fixes![0]!.edits].sort((a, b) => b.span.start - a.span.start)
      const repaired = edits.reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text)
      expect(codes(repaired)).toEqual([])
    }
  })

  it('suggests the nearest unit', () => {
    const [diagnostic] = parseDsl(body('戊 > 3 平方'), 'f').diagnostics
    expect(diagnostic).toMatchObject({ code: 'L109', fixes: [{ word: 'unit', args: { unit: '平方米' } }] })
  })
})

describe('keywords', () => {
  it('gives each word all its meanings', () => {
    expect(keywordsOf('取').map(({ id }) => id)).toEqual(['choose', 'arm', 'arm_steps', 'arm_acts'])
    expect(keywordsOf('地区').map(({ role }) => role)).toEqual(['declaration', 'clause'])
    expect(keywordsOf('ｍｕｓｔ')).toEqual([{ id: 'must', lang: 'en', role: 'declaration' }])
    expect(keywordsOf('收入')).toEqual([])
    expect([...KEYWORDS.keys()].every((word) => /^(?:[A-Za-z_]+|[\u3400-\u9FFF]+)$/.test(word))).toBe(true)
  })
})

describe('splitRun', () => {
  const names = new Set(['年人均纯收入', '国家扶贫标准', '成员', '辍学', '危房', '标准'])
  it('splits a run in its one way', () => {
    expect(splitRun('年人均纯收入超过国家扶贫标准', names)).toEqual([['年人均纯收入', '超过', '国家扶贫标准']])
    expect(splitRun('每个成员满足非辍学', names)).toEqual([['每个', '成员', '满足', '非', '辍学']])
    expect(splitRun('非危房', names)).toEqual([['非', '危房']])
    expect(splitRun('成员的辍学且危房', names)).toEqual([['成员', '的', '辍学', '且', '危房']])
    expect(splitRun('元以上', names)).toEqual([['元', '以上']])
  })
  it('says so when there are two ways', () => {
    expect(splitRun('非危房', new Set(['危房', '非危', '房', '非危房']))).toEqual([['非危房']])
    expect(splitRun('甲且乙或丙', new Set(['甲', '乙', '丙', '甲且乙', '乙或丙']))).toHaveLength(2)
  })
  it('gives none where there is none, and never takes long', () => {
    expect(splitRun('村民代表大会', names)).toEqual([])
    const many = new Set(Array.from({ length: 30 }, (_, i) => '甲'.repeat(i + 1)))
    const before = performance.now()
    expect(splitRun('甲且'.repeat(90), many)).toEqual([])
    expect(splitRun('甲'.repeat(5000), many)).toEqual([])
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('tokenize', () => {
  it('names the pieces and covers all but white space', () => {
    const text = '须 收入/income 依据「四」：年收入 ≥ 3700 元/人·年 且 “甲” // 注\n'
    const { tokens } = tokenize(text, 'f')
    expect(tokens.map(({ kind, image }) => `${kind} ${image}`)).toEqual([
      ...[
        'keyword 须',
        'name 收入',
        'operator /',
        'name income',
        'keyword 依据',
        'quoted 「四」',
        'punctuation ：',
        'name 年收入',
        'operator ≥',
      ],
      ...['number 3700', 'unit 元/人·年', 'keyword 且', 'text “甲”', 'comment // 注'],
    ])
    expect(tokens.map(({ image }) => image).join('').length).toBe(text.replace(/\s/g, '').length + 1)
  })
})
