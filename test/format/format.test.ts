import { describe, expect, test } from 'vitest'
import { format } from '../../dsl/format/index.ts'
import { render } from '../../dsl/format/layout.ts'
import { displayWidth } from '../../dsl/source/display-width.ts'
import { NOWHERE } from '../../dsl/source/span.ts'
import type { Name } from '../../dsl/syntax/declaration.ts'
import type { Ref } from '../../dsl/syntax/expression.ts'
import { read, readClean } from './spellings.ts'

const NAMES: readonly Name[] = [
  { zh: '收入', id: 'income', span: NOWHERE },
  { zh: '标准线', id: 'line', span: NOWHERE },
  { zh: '户', id: 'household', span: NOWHERE },
  { zh: '年度', id: 'year', span: NOWHERE },
  { zh: '附件1', id: 'annex_1', span: NOWHERE },
  { zh: '无英文名', span: NOWHERE },
]
const nameOf = (ref: Ref) => NAMES.find((name) => name.zh === ref.text || name.id === ref.text)

/** One expression printed as the body of a definition. */
function expression(text: string, lang: 'zh' | 'en', names = true): string {
  const document = readClean(`词汇 甲 { 定义 乙：${text}；}`, 'dsl')
  const printed = format(document, { lang, spelling: 'dsl', ...(names && { nameOf }) })
  return /[：:] ?(.*)[；;]\n\}\n$/su.exec(printed)![1]!.trim()
}

describe('expressions', () => {
  test.each([
    ['收入 超过3700', '收入 超过 3700', 'income exceeds 3700'],
    ['收入 ≥ 3,700.50元/人·年', '收入 ≥ 3700.5 元/人·年', 'income >= 3700.5 yuan/person·year'],
    ['收入 = 430万元', '收入 = 430万 元', 'income = 430 ten_thousand yuan'],
    ['收入 = ２％ 或 收入 = 0.5‰', '收入 = 2% 或 收入 = 0.5‰', 'income = 2% or income = 0.5‰'],
    ['收入 = 三分之二 或 收入 = 一半', '收入 = 三分之二 或 收入 = 半数', 'income = two_thirds or income = half'],
    ['收入 = 百分之二 或 收入 = 五分之三', '收入 = 百分之二 或 收入 = 五分之三', 'income = 百分之二 or income = 五分之三'],
    ['收入 = 2019年12月31日', '收入 = 2019-12-31', 'income = 2019-12-31'],
    ['收入 = 2019年', '收入 = 2019年', 'income = year 2019'],
    [
      '收入 = 3天 或 收入 = 5个工作日 或 收入 = 6个月',
      '收入 = 3 天 或 收入 = 5 个工作日 或 收入 = 6 个月',
      'income = 3 days or income = 5 workdays or income = 6 months',
    ],
    ['户 的 收入〔年度-1〕', '户 的 收入〔年度 − 1〕', 'household.income[year - 1]'],
    ['（（收入）） 在 98% 以上', '收入 在 98% 以上', 'income at 98% or_more'],
    ['收入 在 98% 以下', '收入 在 98% 以下', 'income at 98% or_less'],
    ['(收入 = 1 且 收入 = 2) 或 收入 = 3', '（收入 = 1 且 收入 = 2）或 收入 = 3', '(income = 1 and income = 2) or income = 3'],
    ['(收入 + 1) × 2 − (3 − 4)', '（收入 + 1）× 2 −（3 − 4）', '(income + 1) * 2 - (3 - 4)'],
    ['非 (收入 = 1)', '非 收入 = 1', 'not income = 1'],
    ['非（户 且 收入）', '非（户 且 收入）', 'not (household and income)'],
    ['无英文名 且 「附件1」', '无英文名 且「附件1」', '「无英文名」 and annex_1'],
    ['没写过 且 unknown_id', '没写过 且 unknown_id', '「没写过」 and unknown_id'],
    ['「当」 且 地区', '「当」且 地区', '「当」 and 「地区」'],
    ['收入 属于（1，2）', '收入 属于（1、2）', 'income in (1, 2)'],
    ['收入 = "甲"', '收入 = “甲”', 'income = "甲"'],
    ['收入 = “a"b”', '收入 = “a"b”', 'income = “a"b”'],
    [
      '每个 户 当 有 收入 满足 收入 > 1',
      '每个 户 当 有 收入 满足 收入 > 1',
      'every household when has income satisfies income > 1',
    ],
    ['按 标准线 { 收入：1；户：2 } + 1', '（按 标准线 { 收入：1；户：2 }）+ 1', '(by line { income: 1; household: 2 }) + 1'],
  ])('%s', (text, zh, en) => {
    expect(expression(text, 'zh')).toBe(zh)
    expect(expression(text, 'en')).toBe(en)
  })

  test('references stay as typed where nobody knows their names', () => {
    expect(expression('收入 > line', 'zh', false)).toBe('收入 > line')
    expect(expression('收入 > line', 'en', false)).toBe('「收入」 > line')
  })

  test('English goes back to Chinese', () => {
    expect(expression('income > line', 'zh')).toBe('收入 > 标准线')
  })
})

describe('layout', () => {
  const long = Array.from({ length: 9 }, (_, i) => `条件${'甲乙丙丁戊己庚辛壬'[i]}成立且齐备`).join(' 且 ')

  test('a chain too long for its line is broken before each operator, all lines within the width', () => {
    const printed = format(readClean(`词汇 甲 { 定义 乙：${long}；}`, 'dsl'), { lang: 'zh', spelling: 'dsl' })
    const lines = printed.split('\n')
    expect(lines.slice(1, 4)).toEqual(['  定义 乙：', '    条件甲成立且齐备', '    且 条件乙成立且齐备'])
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100)
  })

  test('one blank line between files and between standards, none between attributes or rules', () => {
    const text =
      '政策 甲 { 标题「甲」；版本 1；标准 乙 适用于 户 { 须 丙：丙；须 丁：丁；} 标准 戊 适用于 户 { 须 丙：丙；} } 词汇 己 { 版本 1 }'
    expect(format(readClean(text, 'dsl'), { lang: 'zh', spelling: 'dsl' })).toBe(
      `政策 甲 {
  标题「甲」；
  版本 1；

  标准 乙 适用于 户 {
    须 丙：丙；
    须 丁：丁；
  }

  标准 戊 适用于 户 {
    须 丙：丙；
  }
}

词汇 己 {
  版本 1；
}
`,
    )
  })

  test('a reading block stays on its line while it fits and has a line per arm when it does not', () => {
    const arm = (n: number) => `按 甲 { 含本数：${'很长的比率名称'.repeat(n)} ≤ 2%；不含本数：发生率 < 2% }`
    const printed = (n: number) =>
      format(readClean(`政策 甲 { 标准 乙 { 须 丙：${arm(n)}；} }`, 'dsl'), { lang: 'zh', spelling: 'dsl' })
    expect(printed(1)).toContain('    须 丙：按 甲 { 含本数：很长的比率名称 ≤ 2%；不含本数：发生率 < 2% }；\n')
    expect(printed(4)).toMatch(/须 丙：按 甲 \{\n {6}含本数：.*；\n {6}不含本数：发生率 < 2%\n {4}\}；\n/)
  })

  test('说明 behind a block of options belongs to whom it belonged', () => {
    const text = '政策 甲 { 解释 乙 { 丙；丁 }；说明「戊」 }'
    const document = readClean(text, 'dsl')
    expect(document.declarations[0]!.children!.map((child) => child.kind)).toEqual(['reading', 'note'])
    const back = readClean(format(document, { lang: 'zh', spelling: 'dsl' }), 'dsl')
    expect(back.declarations[0]!.children!.map((child) => child.kind)).toEqual(['reading', 'note'])
  })

  test('an empty file stays empty', () => {
    for (const spelling of ['dsl', 'yaml'] as const) {
      expect(format(readClean('', spelling), { lang: 'zh', spelling })).toBe('')
    }
  })
})

describe('comments', () => {
  const text = `// 一
政策 甲 { // 二
  // 三
  版本 1；// 四
  /* 五
     六 */
  标题「丙」 /* 七 */；
  // 八
} // 九
// 十
`
  test('each stands where it stood, and block comments stay block comments', () => {
    expect(format(readClean(text, 'dsl'), { lang: 'zh', spelling: 'dsl' })).toBe(`// 一
政策 甲 {
  // 二
  // 三
  版本 1； // 四
  /*
     五
     六
  */
  /* 七 */
  标题「丙」；
  // 八
} // 九

// 十
`)
  })

  test('in YAML each line has its #', () => {
    expect(format(readClean(text, 'dsl'), { lang: 'zh', spelling: 'yaml' })).toBe(`# 一
policy: 甲
do:
  # 二
  # 三
  - version: "1"  # 四
  # 五
  # 六
  # 七
  - title: 丙
  # 八

# 九
# 十
`)
  })
})

describe('width', () => {
  test('Chinese characters and full-width marks take two columns, others one, combining marks none', () => {
    expect(displayWidth('abc')).toBe(3)
    expect(displayWidth('年收入，')).toBe(8)
    expect(displayWidth('「a」（b）')).toBe(10)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('𠀀')).toBe(2)
    expect(displayWidth('≤ − ·')).toBe(5)
  })

  test('a gap beside full-width punctuation is not drawn', () => {
    expect(render(['甲', { kind: 'gap' }, '「乙」', { kind: 'gap' }, 'c', { kind: 'gap' }, 'd'], 80)).toBe('甲「乙」c d')
  })
})

test('a tree with errors is not printed', () => {
  const { document } = read('词汇 甲 { 定义 乙：收入 > > 3；}', 'dsl')
  expect(() => format(document, { lang: 'zh', spelling: 'dsl' })).toThrow(RangeError)
})
