import { describe, expect, test } from 'vitest'
import { definitionAt, referencesAt } from '../../editor/service/definition.ts'
import { problemsOf } from '../../editor/service/diagnostics.ts'
import { formatted, writtenIn } from '../../editor/service/format.ts'
import { hoverAt } from '../../editor/service/hover.ts'
import { headsOf, outlineOf } from '../../editor/service/outline.ts'
import type { Place, TextEdit } from '../../editor/service/problem.ts'
import { colouredTokens } from '../../editor/service/tokens.ts'
import { textOf, type Workspace } from '../../editor/service/workspace.ts'
import { POLICY, POLICY_FILE, VOCABULARY, WORDS_FILE, workspaceWith } from './fixture.ts'

const read = (workspace: Workspace, { file, start, end }: Place): string => textOf(workspace, file).slice(start, end)
const offsetOf = (piece: string): number => POLICY.indexOf(piece) + 1

describe('diagnostics', () => {
  const broken = POLICY.replace('超过 国家扶贫标准', '超过 国家扶贫标淮')

  test('a sound policy has no errors', () => {
    expect(problemsOf(workspaceWith(), 'zh').filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('what, where, why, what to do, and a repair that repairs', () => {
    const workspace = workspaceWith(broken)
    const [problem] = problemsOf(workspace, 'zh')
    expect(problem).toMatchObject({ code: 'N201', severity: 'error', file: POLICY_FILE, line: 10 })
    expect(read(workspace, problem!)).toBe('国家扶贫标淮')
    expect(problem!.title).toContain('国家扶贫标淮')
    expect(problem!.why).not.toBe('')
    expect(problem!.help).not.toBe('')
    const fix = problem!.fixes.find(({ title }) => title.includes('国家扶贫标准'))
    const mended = workspaceWith(applied(broken, fix!.edits))
    expect(problemsOf(mended, 'zh').filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('in English on demand', () => {
    expect(problemsOf(workspaceWith(broken), 'en')[0]?.title).toMatch(/^nothing here is called/)
  })

  test('errors come before warnings, then by file and place', () => {
    const messy = broken.replace('住房安全；\n', '住房安泉；\n')
    const found = problemsOf(workspaceWith(messy), 'zh')
    const order = found.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity))
    expect(order).toEqual([...order].sort())
    expect(found.filter(({ severity }) => severity === 'error').map(({ line }) => line)).toEqual([10, 11])
  })
})

describe('hover', () => {
  test('a field: both names, type with unit, range, note, owner', () => {
    const workspace = workspaceWith()
    const found = hoverAt(workspace, POLICY_FILE, offsetOf('年人均纯收入'), 'zh')
    expect(found).toMatchObject({
      keyword: '字段',
      zh: '年人均纯收入',
      id: 'net_income',
      of: '户',
      type: '金额 元/人·年',
      range: '0 至 10000000',
      note: '经营收支相抵后',
    })
    expect(read(workspace, found!)).toBe('年人均纯收入')
    expect(hoverAt(workspace, POLICY_FILE, offsetOf('年人均纯收入'), 'en')).toMatchObject({
      keyword: 'field',
      type: 'money yuan/person·year',
    })
  })

  test('a parameter: its clause, and its values with dates and origin', () => {
    const found = hoverAt(workspaceWith(), POLICY_FILE, offsetOf('国家扶贫标准；'), 'zh')
    expect(found).toMatchObject({
      keyword: '参数',
      cites: ['「一」'],
      values: ['自 2019年 至 2019年：3700 元/人·年，出处「省方案」'],
    })
  })

  test('an item: what it says; a judgement: who may judge; an enumeration: its values', () => {
    const workspace = workspaceWith()
    expect(hoverAt(workspace, POLICY_FILE, offsetOf('收入达标/'), 'zh')?.body).toBe('年人均纯收入 超过 国家扶贫标准')
    expect(hoverAt(workspace, WORDS_FILE, VOCABULARY.indexOf('来源稳定') + 1, 'zh')?.roles).toEqual(['村两委'])
    expect(hoverAt(workspace, WORDS_FILE, VOCABULARY.indexOf('致贫原因') + 1, 'en')?.values).toEqual(['illness', 'disability'])
  })

  test('nothing on keywords and figures', () => {
    expect(hoverAt(workspaceWith(), POLICY_FILE, offsetOf('超过'), 'zh')).toBeUndefined()
    expect(hoverAt(workspaceWith(), POLICY_FILE, offsetOf('3700'), 'zh')).toBeUndefined()
  })
})

describe('definition and references', () => {
  test('into the other file', () => {
    const workspace = workspaceWith()
    const found = definitionAt(workspace, POLICY_FILE, offsetOf('住房安全'))
    expect(found?.file).toBe(WORDS_FILE)
    expect(read(workspace, found!)).toBe('住房安全/safe_housing')
  })

  test('every use, the declaration first', () => {
    const workspace = workspaceWith()
    const found = referencesAt(workspace, POLICY_FILE, offsetOf('国家扶贫标准'))
    expect(found.map((place) => read(workspace, place))).toEqual(['国家扶贫标准/national_line', '国家扶贫标准'])
  })
})

describe('outline', () => {
  test('named declarations, nested; attributes left out', () => {
    const [policy] = outlineOf(workspaceWith(), POLICY_FILE)
    expect(policy?.name).toBe('样例办法')
    expect(policy?.children.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'source 样例文本',
      'parameter 国家扶贫标准',
      'reading 以下读法',
      'standard 贫困户退出',
    ])
    expect(policy?.children[0]?.children.map(({ name }) => name)).toEqual(['一', '二', '三'])
    expect(policy?.children[3]?.children.map(({ name, keyword }) => [name, keyword.zh])).toEqual([
      ['收入达标', '须'],
      ['住房达标', '须'],
    ])
  })

  test('what each file is', () => {
    expect(headsOf(workspaceWith())).toEqual([
      { file: WORDS_FILE, kind: 'vocabulary', zh: '样例词汇', en: 'sample words' },
      { file: POLICY_FILE, kind: 'policy', zh: '样例办法', en: 'sample 2019' },
    ])
  })
})

describe('colours', () => {
  const coloured = (policy: string): readonly string[] => {
    const workspace = workspaceWith(policy)
    return colouredTokens(workspace, POLICY_FILE).map(
      (token) => `${textOf(workspace, POLICY_FILE).slice(token.start, token.end)} ${token.colour}`,
    )
  }

  test('keywords, operators, names, figures with units, clauses, comments', () => {
    const found = coloured(POLICY.replace('  标题', '  // 样例\n  标题'))
    expect(found).toEqual(
      expect.arrayContaining([
        '政策 keyword',
        '// 样例 comment',
        '超过 operator',
        '年人均纯收入 name',
        '3700 number',
        '元/人·年 unit',
        '人 unit',
        '「一」 clause',
        '； punctuation',
      ]),
    )
  })

  test('they do not overlap and stand in order', () => {
    const tokens = colouredTokens(workspaceWith(), POLICY_FILE)
    expect(tokens.every(({ start }, i) => i === 0 || tokens[i - 1]!.end <= start)).toBe(true)
  })

  test('a keyword used as a name is a name', () => {
    const vocabulary = VOCABULARY.replace('有工作队/has_team', '地区/area_name')
    expect(vocabulary).toContain('地区')
    const found = coloured(POLICY.replace('：住房安全；', '：所在村 的 有工作队；'))
    expect(found).toContain('有工作队 name')
    expect(found).toContain('地区 keyword')
  })

  test('a broken text is coloured all the same', () => {
    expect(coloured('政策 「没写完 {{ 3700元以上 ￥')).toEqual(expect.arrayContaining(['政策 keyword']))
  })
})

describe('format', () => {
  test('lays out anew, and once only', () => {
    const untidy = POLICY.replace('年人均纯收入 超过 国家扶贫标准；', '年人均纯收入   超过\n 国家扶贫标准；')
    const first = formatted(workspaceWith(untidy), POLICY_FILE)
    if (first.kind !== 'text') throw new Error(`not formatted: ${first.kind}`)
    expect(first.text).toContain('年人均纯收入 超过 国家扶贫标准')
    expect(formatted(workspaceWith(first.text), POLICY_FILE)).toEqual({ kind: 'same' })
  })

  test('leaves a text with errors alone', () => {
    expect(formatted(workspaceWith(POLICY.replace('超过 国家', '超过 ，， 国家')), POLICY_FILE)).toEqual({ kind: 'refused' })
  })

  test('keeps the language a file is written in', () => {
    expect(writtenIn(POLICY, POLICY_FILE)).toBe('zh')
    expect(writtenIn('// 注\npolicy a { }', 'a.policy')).toBe('en')
    expect(writtenIn('', 'a.policy')).toBe('zh')
  })
})

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text)
}
