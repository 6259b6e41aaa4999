import { describe, expect, test } from 'vitest'
import { describe as words } from '../../dsl/diagnostics/describe.ts'
import { parseYaml } from '../../dsl/parse/yaml/parse-yaml.ts'

const FILE = 'p.policy.yaml'

/** Each finding as its code and the text it points at. */
function findings(text: string): readonly (readonly [string, string])[] {
  return parseYaml(text, FILE).diagnostics.map(({ code, span }) => [code, text.slice(span.start, span.end)] as const)
}

describe('what the restricted profile refuses', () => {
  test.each([
    ['an anchor', 'policy: &a 甲\ndo: [version: "1"]\n', [['P503', '&a']]],
    ['an alias', 'policy: 甲\ndo: *a\n', [['P503', '*a']]],
    ['a tag', 'policy: !!str 甲\ndo: [version: "1"]\n', [['P504', '!!str']]],
    ['a merge key', 'policy: 甲\n<<: {do: []}\ndo: [version: "1"]\n', [['P505', '<<']]],
    ['a repeated key', 'policy: 甲\ndo: [version: "1"]\ndo: [version: "1"]\n', [['P506', 'do']]],
    ['a second document', 'policy: 甲\ndo: [version: "1"]\n---\npolicy: 乙\ndo: [version: "1"]\n', [['P507', '---']]],
    ['an unclosed quote', 'policy: "甲\n', [['P510', '']]],
    ['an unknown escape', 'policy: "甲\\q"\ndo: [version: "1"]\n', [['P511', '\\q']]],
    ['a key that is a list', '? [a]\n: b\n', [['P513', '[a]']]],
  ])('%s', (_what, text, expected) => {
    const found = findings(text)
    for (const pair of expected) expect(found).toContainEqual(pair)
  })

  test('a tab in the indentation', () => {
    expect(findings('policy: 甲\ndo:\n\t- version: "1"\n')[0]![0]).toBe('P508')
  })

  test('wrong indentation', () => {
    expect(findings('policy: 甲\ndo:\n  - role: 乙\n    note:\n      a: 1\n     b: 2\n')[0]![0]).toBe('P509')
  })

  test('a sequence item out of line', () => {
    expect(findings('policy: 甲\ndo:\n  - version: "1"\n - version: "2"\n').map(([code]) => code)).toEqual(['P513'])
  })
})

describe('what the node table does not know', () => {
  test('an unknown key is named with the nearest key as a fix', () => {
    const text = 'policy: 甲\ndo:\n  - standard: 退出\n    fro: 户\n    do: [{must: a, is: b}]\n'
    const [found, ...others] = parseYaml(text, FILE).diagnostics
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'P520', args: { key: 'fro', kind: 'standard' } })
    expect(text.slice(found!.span.start, found!.span.end)).toBe('fro')
    expect(found!.fixes!.map((fix) => fix.args!['name'])).toContain('for')
    const edit = found!.fixes!.find((fix) => fix.args!['name'] === 'for')!.edits[0]!
    const repaired = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
    expect(parseYaml(repaired, FILE).diagnostics).toEqual([])
  })

  test.each([
    ['no kind', 'policy: 甲\ndo:\n  - cite: 四\n', 'P521', 'cite'],
    ['a misspelt kind', 'policy: 甲\ndo:\n  - standrad: 四\n', 'P520', 'standrad'],
    ['two kinds', 'policy: 甲\ndo:\n  - role: 四\n    channel: 五\n', 'P522', 'channel'],
    ['a list where a text is wanted', 'policy: 甲\ndo:\n  - title: [甲]\n', 'P523', '[甲]'],
    ['a mapping where a text is wanted', 'policy: 甲\ndo:\n  - title: {a: b}\n', 'P523', '{a: b}'],
    ['a text where a list is wanted', 'policy: 甲\ndo: 乙\n', 'P524', '乙'],
    ['a text where a declaration is wanted', 'policy: 甲\ndo: [乙]\n', 'P525', '乙'],
    ['a key of other kinds', 'policy: 甲\ndo:\n  - role: 四\n    range: "0 至 1"\n', 'P526', 'range'],
    ['a kind of other blocks', 'policy: 甲\ndo:\n  - must: 四\n    is: "甲"\n', 'P527', 'must'],
    ['nothing behind a key', 'policy: 甲\ndo:\n  - title:\n', 'P528', 'title'],
    [
      'a flag that is not true',
      'policy: 甲\ndo:\n  - entity: 户\n    do:\n      - field: 甲\n        nullable: no\n        is: "真假"\n',
      'P529',
      'no',
    ],
    [
      'a count that is no number',
      'policy: 甲\ndo:\n  - entity: 户\n    do:\n      - field: 甲\n        at_most: 三\n        is: "列表 户"\n',
      'P530',
      '三',
    ],
    ['a word that is not listed', 'policy: 甲\ndo:\n  - level: 镇\n', 'P531', '镇'],
    ['a missing body', 'policy: 甲\ndo:\n  - define: 甲\n', 'P532', 'define'],
    ['a missing block', 'policy: 甲\n', 'P532', 'policy'],
    ['an empty block', 'policy: 甲\ndo: []\n', 'P528', 'do'],
    ['a name that is none', 'policy: 甲/乙/丙\ndo: [version: "1"]\n', 'P533', '甲/乙/丙'],
    ['a text of two lines', 'policy: 甲\ndo:\n  - title: "一\\n二"\n', 'P534', '"一\\n二"'],
  ])('%s', (_what, text, code, at) => {
    expect(findings(text)).toEqual([[code, at]])
  })
})

describe('leaves', () => {
  const within = (leaf: string) => `policy: 甲\ndo:\n  - define: 乙\n    is: ${leaf}\n`
  const nameSpan = (text: string) => {
    const { document, diagnostics } = parseYaml(text, FILE)
    expect(diagnostics).toEqual([])
    const body = document.declarations[0]!.children![0]!.body as unknown as {
      readonly right: { readonly span: { readonly start: number; readonly end: number } }
    }
    return text.slice(body.right.span.start, body.right.span.end)
  }

  test.each([['"收入 > 标准线"'], ["'收入 > 标准线'"], ['收入 > 标准线']])('%s: spans are those of the YAML file', (leaf) => {
    expect(nameSpan(within(leaf))).toBe('标准线')
  })

  test.each([['"收入 > \\u6807"'], ['>-\n      收入 >\n      标准线'], ["'名 = “it''s”'"]])(
    '%s: without one-to-one characters the span is the whole scalar',
    (leaf) => {
      expect(nameSpan(within(leaf))).toBe(leaf)
    },
  )

  test('an error in an expression is placed in the YAML file', () => {
    const text = within('"收入 > > 3"')
    const found = parseYaml(text, FILE).diagnostics
    expect(found).toHaveLength(1)
    expect(found[0]!.span.start).toBeGreaterThanOrEqual(text.indexOf('收入'))
    expect(found[0]!.span.end).toBeLessThanOrEqual(text.indexOf('3"') + 2)
  })
})

describe('hostile texts are refused within two seconds with one message', () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a, *a, *a]\n`).join('')}`
  const stairs = Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')
  test.each([
    ['an alias bomb', bomb, 'P503'],
    ['10,000 nested brackets', '['.repeat(10_000), 'P502'],
    ['10,000 nested mappings', '{a: '.repeat(10_000), 'P502'],
    ['10,000 dashes', '- '.repeat(10_000), 'P502'],
    ['10,000 explicit keys', '? '.repeat(10_000), 'P502'],
    ['1,500 levels of indentation', stairs, 'P502'],
    ['more than 1,500,000 characters', 'a'.repeat(1_500_001), 'P501'],
    ['10,000 brackets in a leaf', `policy: 甲\ndo:\n  - define: 乙\n    is: "${'('.repeat(10_000)}"\n`, 'L111'],
  ])('%s', (_what, text, code) => {
    const start = performance.now()
    const found = parseYaml(text, FILE).diagnostics
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([code])
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('100,000 keys in one mapping', () => {
    const text = `policy: 甲\n${Array.from({ length: 100_000 }, (_, i) => `k${i}: x\n`).join('')}`
    const start = performance.now()
    expect(parseYaml(text, FILE).diagnostics.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

test('every message has its words in both languages', () => {
  for (const lang of ['zh', 'en'] as const) {
    const found = parseYaml('policy: 甲\ndo:\n  - standard: 退出\n    fro: 户\n  - level: 镇\n  - title:\n', FILE).diagnostics
    expect(found.length).toBeGreaterThan(2)
    for (const diagnostic of found) {
      const { title, why, help, fixes } = words(diagnostic, lang)
      for (const text of [title, why, help, ...fixes]) expect(text).not.toMatch(/\{[a-zA-Z]+\}/)
    }
  }
})
