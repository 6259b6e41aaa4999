import { describe, expect, it } from 'vitest'
import { format } from '../../dsl/format/index.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import { readClean } from './spellings.ts'

const dsl = (text: string) => format(readClean(text, 'dsl'), { lang: 'zh', spelling: 'dsl' })
const yaml = (text: string, from: 'dsl' | 'yaml' = 'dsl') => format(readClean(text, from), { lang: 'zh', spelling: 'yaml' })

/** A standard in a policy around the given items. */
const standard = (items: string) => `政策 甲 {\n  标准 乙 适用于 户 {\n${items}  }\n}\n`

describe('an empty line between declarations', () => {
  it.each([
    ['is kept', '    须 一：真；\n\n    须 二：真；\n    须 三：真；\n'],
    ['is kept above the comments of the later one', '    须 一：真；\n\n    // 二的话\n    须 二：真；\n'],
    ['is kept behind the comment of the earlier one', '    须 一：真； // 一的话\n\n    须 二：真；\n'],
    ['is kept between a comment and what it stands above', '    须 一：真；\n\n    // 住房\n\n    须 二：真；\n'],
    ['is kept behind a heading at the top of a block', '    // 收入\n\n    须 一：真；\n    须 二：真；\n'],
  ])('%s', (_, items) => {
    const text = standard(items)
    expect(dsl(text)).toBe(text)
  })

  it.each([
    ['two become one', '    须 一：真；\n\n\n\n    须 二：真；\n', '    须 一：真；\n\n    须 二：真；\n'],
    ['white ones count', '    须 一：真；\n \t　\n    须 二：真；\n', '    须 一：真；\n\n    须 二：真；\n'],
    ['line ends of any system count', '    须 一：真；\r\n\r\n    须 二：真；\n', '    须 一：真；\n\n    须 二：真；\n'],
    ['a single line end is none', '    须 一：真；\r\n    须 二：真；\n', '    须 一：真；\n    须 二：真；\n'],
    ['the first of a block has none', '\n\n    须 一：真；\n', '    须 一：真；\n'],
    ['one at the end of a block goes', '    须 一：真；\n\n', '    须 一：真；\n'],
  ])('%s', (_, items, printed) => {
    expect(dsl(standard(items))).toBe(standard(printed))
  })

  it('is kept by the YAML spelling, and comes back from it', () => {
    const text = standard('    须 一：真；\n\n    // 二\n\n    须 二：真；\n    须 三：真；\n')
    const written = yaml(text)
    expect(written).toContain('is: "真"\n\n      # 二\n\n      - must: 二\n        is: "真"\n      - must: 三\n')
    expect(yaml(written, 'yaml')).toBe(written)
    expect(format(readClean(written, 'yaml'), { lang: 'zh', spelling: 'dsl' })).toBe(text)
  })

  it('says nothing', () => {
    const [airy, tight] = ['\n\n', '\n'].map((gap) => readClean(`来源 甲 {\n条「一」；${gap}条「二」；\n}`, 'dsl'))
    expect(equalDocuments(airy!, tight!)).toBe(true)
    expect(airy!.declarations[0]!.children![1]!.blankBefore).toBe(true)
    expect(tight!.declarations[0]!.children![1]!).not.toHaveProperty('blankBefore')
  })
})

describe('clauses before a block', () => {
  it('stand on the line of the name where they fit, the mark that opens the block with them', () => {
    const text =
      '词汇 甲 {\n  实体 户 说明「按户」 {\n    字段 收入：金额；\n  }\n\n  解释 乙 依据「一」说明「丙」 { 子；丑 }\n}\n'
    expect(dsl(text)).toBe(text)
  })

  it('get lines of their own where they do not, and so does the mark', () => {
    const note = '长'.repeat(45)
    const text = `词汇 甲 {\n  实体 户\n    说明「${note}」\n  {\n    字段 收入：金额；\n  }\n\n  解释 乙 依据「一」\n    说明「${note}」\n  {\n    子；\n    丑\n  }\n}\n`
    expect(dsl(text)).toBe(text)
  })

  it('keep a reading’s arms together wherever it stands', () => {
    const long = '很长很长的条件名称'
    const text = standard(
      `    须 一：按 读法 {\n      甲：${long}一 且 ${long}二；\n      乙：${long}三 且 ${long}四 且 ${long}五\n    }，说明「说」；\n`,
    )
    expect(dsl(text)).toBe(text)
  })
})
