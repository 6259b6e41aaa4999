import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { describe as inWords } from '../../dsl/index.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'
import { aroundPart, aroundYamlItem, VOCABULARY, withReading } from './preamble.ts'
import { fixed, problemsOf } from './sources.ts'

function withTerms(file: string, text: string): readonly SourceFile[] {
  return [
    { file, text },
    { file: 'terms.policy', text: VOCABULARY },
  ]
}

const items = (text: string) => withTerms('example.policy', withReading(text))
const condition = (text: string) => items(`须 甲/a 依据「一」：${text}；`)
const parts = (text: string) => withTerms('example.policy', aroundPart(text))
const yaml = (text: string) => withTerms('example.policy.yaml', aroundYamlItem(text))

const summary = (files: readonly SourceFile[], found: readonly Diagnostic[]) =>
  found.map(({ code, span }) => [code, files.find(({ file }) => file === span.file)!.text.slice(span.start, span.end)])

/** What is typed, the one finding with the text it points at. */
const CASES: readonly (readonly [string, readonly SourceFile[], string, string])[] = [
  ['a head without its ：', items('须 甲/a 饮水安全；'), 'P104', ''],
  ['a strange character in a head', items('须 甲/a @依据「一」：饮水安全；'), 'L101', '@'],
  ['依据 without its article', items('须 甲/a 依据：饮水安全；'), 'P101', '：'],
  ['a misspelled 依据', items('须 甲/a 依剧「一」：饮水安全；'), 'P104', ''],
  ['a misspelled cite', yaml('- must: 甲/a\n  cites: 一\n  is: 饮水安全\n'), 'P520', 'cites'],
  ['a key within a value', yaml('- must: 甲/a cite: 一\n  is: 饮水安全\n'), 'P513', '甲'],
  ['an item without ； before 原则上', items('须 甲/a 依据「一」：饮水安全'), 'P102', ''],
  ['two figures behind the comma', condition('年人均纯收入 超过 37,00 元/人·年'), 'L106', '37,00'],
  ['the same before 以上', condition('年人均纯收入 在 3,70 以上'), 'L106', '3,70'],
  ['a full-width comma', condition('年人均纯收入 超过 1，2000'), 'L106', '1，2000'],
  ['the same in brackets', condition('（年人均纯收入 超过 37,00）'), 'L106', '37,00'],
  ['four figures behind the comma', condition('年人均纯收入 超过 3,7000 元/人·年'), 'L106', '3,7000'],
  ['an unclosed article', items('须 甲/a 依据「一：饮水安全；'), 'L103', '「一：饮水安全；'],
  ['【】 around an article', items('须 甲/a 依据【一】：饮水安全；'), 'L102', '【一】'],
  ['【】 around a name', items('须 【甲】 依据「一」：饮水安全；'), 'L102', '【甲】'],
  ['【】 around a year', condition('用水量【年度 − 1】 > 3'), 'L102', '【年度 − 1】'],
  ['［］ around a year', condition('用水量［2018］ > 3'), 'L102', '［2018］'],
  ['half a condition in YAML', yaml('- must: 甲/a\n  cite: 一\n  is: 饮水安全 且\n'), 'P123', ''],
  ['a wide colon behind the last key', yaml('- must: 甲/a\n  cite: 一\n  is：饮水安全\n'), 'P514', '：'],
  ['a wide colon behind another key', yaml('- must: 甲/a\n  cite：一\n  is: 饮水安全\n'), 'P514', '：'],
  ['a wide colon behind the kind', yaml('- must：甲/a\n  cite: 一\n  is: 饮水安全\n'), 'P514', '：'],
  ['須', items('须 乙/b 依据「一」：饮水安全；\n須 甲/a 依据「一」：自有住房；'), 'P107', '須'],
  ['須 with 依據', items('须 乙/b 依据「一」：饮水安全；\n須 甲/a 依據「一」：自有住房；'), 'P107', '須'],
  ['shall', items('须 乙/b 依据「一」：饮水安全；\nshall a per "一": 自有住房;'), 'P107', 'shall'],
  ['标准 in traditional characters', parts('標準 乙/b 适用于 户 依据「一」 { 须 甲/a 依据「一」：自有住房 }'), 'P107', '標準'],
  ['适用于 too', parts('標準 乙/b 適用於 户 依據「一」 { 须 甲/a 依据「一」：自有住房 }'), 'P107', '標準'],
]
/** Their fix leaves another mistake, or there is none to offer. */
const UNMENDED = /：$|misspelled 依据|依据 without|without its ：|within a value|half a condition/

describe('one mistake, one message', () => {
  it.each(CASES)('%s', (title, files, code, text) => {
    const found = problemsOf(files)
    expect(summary(files, found)).toEqual([[code, text]])
    const fix = found[0]!.fixes?.[0]
    if (UNMENDED.test(title)) return
    expect(fix).toBeDefined()
    expect(summary(files, problemsOf(fixed(files, fix!)))).toEqual([])
  })

  it('says without a cite what is missing when the declaration was read whole', () => {
    expect(
      problemsOf(items('须 甲/a：饮水安全 且 自有住房 或 危房；'))
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['P112', 'T340'])
  })

  it('offers the word of the tables', () => {
    const offers = (files: readonly SourceFile[]) => problemsOf(files).flatMap((one) => inWords(one, 'zh').fixes)
    expect(offers(parts('標準 乙/b 适用于 户 依据「一」 { 须 甲/a 依据「一」：自有住房 }'))).toEqual(['改为“标准”'])
    expect(offers(parts('constructor 乙/b；'))).toEqual([])
    expect(offers(items('须 乙/b 依据「一」：饮水安全；\n应当 甲/a 依据「一」：自有住房；'))).toEqual(['改为“须”'])
  })

  it('names the end of the text, keys and kinds as such', () => {
    const titles = (files: readonly SourceFile[], lang: 'zh' | 'en') => problemsOf(files).map((one) => inWords(one, lang).title)
    expect(titles(yaml('- must: 甲/a\n  cite: 一\n  is: 饮水安全 且\n'), 'zh')).toEqual(['话没有说完，文字就到头了'])
    expect(titles(yaml('- must: 甲/a\n  cite: 一\n  is: 饮水安全\n  is: 自有住房\n'), 'en')).toEqual([
      'The key `is` stands twice',
    ])
    expect(problemsOf(condition('饮水安全 且 致贫原因')).map((one) => inWords(one, 'zh').help)).toEqual(['换成可以取值的名称。'])
  })
})
