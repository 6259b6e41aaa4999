import { describe, expect, it } from 'vitest'
import type { Source } from '../../dsl/lower/program.ts'
import { compareText } from '../../engine/ledger/compare-text.ts'

const TEXT = `渔船上岸办法
按照镇里的安排，制定本办法。
一、总则
为上岸而写。
二、标准
（一）船身完好。
（二）船灯常亮。
（三）船网不破。
三、以后
照旧供油，
不另收费。
照旧供水。
四、步骤
船主先报名；验船的人后看；镇里最后定。
`

function ledger(articles: readonly (string | readonly [string, string])[]): Source {
  return {
    id: 'boats',
    zh: '渔船办法',
    en: 'boats',
    span: { file: '', start: 0, end: 0 },
    articles: articles.map((one) => (typeof one === 'string' ? { article: one } : { article: one[0], digest: one[1] })),
  }
}
const ALL = ['引言', '一', '二（1）', '二.2', '第二条（三）', '三之一', '三之二', '四 报名', '四之二'] as const

describe('a ledger against a text', () => {
  it('finds articles whatever the brackets, paragraphs by their count, and parts within their article', () => {
    const { articles, unanswered } = compareText(ledger(ALL), TEXT)
    expect(articles.map((one) => [one.article, one.state, one.found?.as, one.found?.by])).toEqual([
      ['引言', 'unmarked', '引言', 'article'],
      ['一', 'unmarked', '一', 'article'],
      ['二（1）', 'unmarked', '二（一）', 'article'],
      ['二.2', 'unmarked', '二（二）', 'article'],
      ['第二条（三）', 'unmarked', '二（三）', 'article'],
      ['三之一', 'unmarked', '三', 'paragraph'],
      ['三之二', 'unmarked', '三', 'paragraph'],
      ['四 报名', 'unmarked', '四', 'within'],
      ['四之二', 'unmarked', '四', 'within'],
    ])
    expect(unanswered).toEqual([])
  })

  it('names what nobody answers once, as deep as the ledger goes', () => {
    const labels = (articles: readonly string[]) => compareText(ledger(articles), TEXT).unanswered.map((one) => one.label)
    expect(labels(['引言', '一', '二（一）', '三之一', '四'])).toEqual(['二（二）', '二（三）', '三之二'])
    expect(labels(['引言', '一', '三'])).toEqual(['二', '四'])
    expect(labels(['引言', '一', '二', '三', '四', '二（一）'])).toEqual(['二（二）', '二（三）'])
    expect(labels(['二'])).toEqual(['引言', '一', '三', '四'])
  })

  it('lists what the text does not have', () => {
    const { articles } = compareText(ledger(['二（四）', '五', '附则', '三之一']), TEXT)
    expect(articles.map((one) => one.state)).toEqual(['missing', 'missing', 'missing', 'unmarked'])
  })

  it('tells changed, same and illegible digests apart', () => {
    const marked = compareText(ledger(ALL), TEXT).articles.map((one) => [one.article, one.found!.digest] as const)
    const states = (text: string) => compareText(ledger(marked), text).articles.map((one) => one.state)
    expect(new Set(states(TEXT))).toEqual(new Set(['same']))
    // other widths, other brackets, other line breaks
    expect(new Set(states(TEXT.replaceAll('，', ', ').replaceAll('（', '(').replace('而写', '而\n写')))).toEqual(
      new Set(['same']),
    )
    const changed = compareText(ledger(marked), TEXT.replace('常亮', '长亮')).articles.filter((one) => one.state === 'changed')
    expect(changed.map((one) => one.article)).toEqual(['二.2'])
    expect(compareText(ledger([['一', '待填']]), TEXT).articles[0]!.state).toBe('illegible')
  })

  it('takes of several texts in a file the one the ledger is about', () => {
    const file = `【篇一】 第一条 船。 第二条 网。 【篇二】 ${TEXT.replaceAll('\n', ' ')}`
    const { part, parts, articles } = compareText(ledger(['一', '二（一）', '二（二）', '四']), file)
    expect([part, parts]).toEqual([2, 2])
    expect(articles.every((one) => one.found)).toBe(true)
  })

  it('takes a first number that stands alone where the ledger has it', () => {
    const text = '一、船 二、标准 一大船退出：大船有两样。 1.船身。结实。 2.船灯。'
    expect(compareText(ledger(['一', '二（一）1', '二（一）2']), text).articles.map((one) => one.found?.by)).toEqual([
      ...['article', 'article', 'article'],
    ])
  })

  it('has no headings for a text without any', () => {
    for (const text of ['', ' \n', '一句话']) expect(compareText(ledger(['一']), text).headings).toBe(0)
  })
})
