import { describe, expect, test } from 'vitest'
import { checkedFormat } from '../../dsl/format/index.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import type { Expr, Ref } from '../../dsl/syntax/expression.ts'
import { CORPUS, readClean } from './spellings.ts'

describe('checkedFormat', () => {
  test.each(CORPUS)('%s is formatted in every language and spelling, and formatting it again changes nothing', (name, text) => {
    for (const lang of ['zh', 'en'] as const) {
      for (const spelling of ['dsl', 'yaml'] as const) {
        const result = checkedFormat(text, name, { lang, spelling })
        if (!('text' in result)) throw new Error(`${result.refused} at ${result.at.start}`)
        const again = checkedFormat(result.text, spelling === 'yaml' ? 'x.policy.yaml' : 'x.policy', { lang, spelling })
        expect(again).toEqual(result)
      }
    }
  })

  test('a text with errors is refused at its first error', () => {
    const text = '词汇 甲 { 定义 乙：收入 > > 3；}'
    const result = checkedFormat(text, 'x.policy', { lang: 'zh', spelling: 'dsl' })
    expect(result).toMatchObject({ refused: 'errors' })
    if ('at' in result) expect(result.at.start).toBeGreaterThan(text.indexOf('收入'))
  })

  test('a text that has no spelling in the DSL is refused and not changed', () => {
    const yaml = `policy: 甲\ndo:\n  - title: '」“”"'\n`
    expect(checkedFormat(yaml, 'x.policy.yaml', { lang: 'zh', spelling: 'yaml' })).toEqual({ text: yaml })
    expect(checkedFormat(yaml, 'x.policy.yaml', { lang: 'zh', spelling: 'dsl' })).toMatchObject({ refused: 'tree' })
  })
})

test('names known by the identity of references are used with the tree they belong to', () => {
  const text = '词汇 甲 { 定义 乙：收入 > 3；}'
  const document = readClean(text, 'dsl')
  const body = document.declarations[0]!.children![0]!.body as Expr & { kind: 'compare' }
  const ref = (body.left as Expr & { kind: 'name' }).ref
  const nameOf = (asked: Ref) => (asked === ref ? { zh: '收入', id: 'income', span: ref.span } : undefined)
  const options = { lang: 'en', spelling: 'dsl', nameOf } as const
  expect(checkedFormat(text, 'x.policy', options, document)).toEqual({ text: 'vocabulary 甲 {\n  define 乙: income > 3;\n}\n' })
  expect(checkedFormat(text, 'x.policy', options)).toEqual({ text: 'vocabulary 甲 {\n  define 乙: 「收入」 > 3;\n}\n' })
})

describe('equalDocuments', () => {
  const one = (body: string) => readClean(`词汇 甲 { 定义 乙：${body}；}`, 'dsl')
  test.each([
    ['收入 > 3', '「收入」 ＞ ３', true],
    ['收入 > 3', '（收入 > 3）/* 注 */', true],
    ['收入 > 3 元/人·年', '收入 > 3 元每人每年', true],
    ['收入 > 3', '收入 > 3.0', true],
    ['收入 > 3', '收入 超过 3', false],
    ['收入 > 30000', '收入 > 3万', false],
    ['收入 > 3 元', '收入 > 3 人', false],
    ['收入 > 3', '支出 > 3', false],
    ['名字 = “收入”', '名字 = “income”', false],
    ['甲 且 乙 且 丙', '（甲 且 乙） 且 丙', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(equalDocuments(one(a), one(b))).toBe(same)
    expect(equalDocuments(one(b), one(a))).toBe(same)
  })

  test('two spellings of one name are equal only to who knows the names', () => {
    const nameOf = ({ text, span }: { text: string; span: { file: string; start: number; end: number } }) =>
      text === '收入' || text === 'income' ? { zh: '收入', id: 'income', span } : undefined
    expect(equalDocuments(one('收入 > 3'), one('income > 3'))).toBe(false)
    expect(equalDocuments(one('收入 > 3'), one('income > 3'), nameOf)).toBe(true)
    expect(equalDocuments(one('收入 > 3'), one('outcome > 3'), nameOf)).toBe(false)
    expect(equalDocuments(one('名字 = “收入”'), one('名字 = “income”'), nameOf)).toBe(false)
  })
})
