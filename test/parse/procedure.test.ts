import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { format } from '../../dsl/format/index.ts'
import { parseDsl, parseLeaf } from '../../dsl/parse/index.ts'
import { parseYaml } from '../../dsl/parse/yaml/parse-yaml.ts'
import { equalDocuments } from '../../dsl/syntax/equal.ts'
import { codes, decl, expr, strip } from './strip.ts'

const STEP = ['政策 甲 { 程序 乙 { 步骤 丙 { ', ' } } }'] as const
const POLICY = ['政策 甲 { ', ' }'] as const
type Around = typeof STEP | typeof POLICY

function around(line: string, [before, after]: Around = STEP): string {
  return before + line + after
}

interface Node {
  readonly kind: string
  readonly value?: unknown
  readonly clauses: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
}

/** What a step of these lines holds; fails on any message. */
function acts(lines: string): readonly Node[] {
  const policy = decl(around(lines)) as Node
  return policy.children![0]!.children![0]!.children ?? []
}

function act(line: string): Node {
  const [first, ...more] = acts(line)
  expect(more).toEqual([])
  return first!
}

const position = (year: number, stated: boolean, month: number, day: number | 'end') => ({
  kind: 'position',
  year,
  stated,
  month,
  day,
})

describe('places of days in a year', () => {
  it.each([
    ['10月12日', position(0, false, 10, 12)],
    ['１０月１２日', position(0, false, 10, 12)],
    ['10 月 12 号', position(0, false, 10, 12)],
    ['当年11月30日', position(0, true, 11, 30)],
    ['次年 1月10日', position(1, true, 1, 10)],
    ['上年10月1日', position(-1, true, 10, 1)],
    ['12月底', position(0, false, 12, 'end')],
    ['当年12月末', position(0, true, 12, 'end')],
    ['2月29日', position(0, false, 2, 29)],
    ['Oct 12', position(0, false, 10, 12)],
    ['Dec end', position(0, false, 12, 'end')],
    ['next_year Jan 10', position(1, true, 1, 10)],
    ['this_year Dec end', position(0, true, 12, 'end')],
    ['last_year Feb 29', position(-1, true, 2, 29)],
    ['ｎｅｘｔ＿ｙｅａｒ Ｊａｎ １０', position(1, true, 1, 10)],
    ['next_year 1月10日', position(1, true, 1, 10)],
    ['次年 Jan 10', position(1, true, 1, 10)],
  ])('%s', (text, tree) => expect(expr(text)).toEqual(tree))

  it.each(['当年', '次年', '上年', 'next_year', 'May', 'Dec', 'end'])('%s alone is a name', (text) => {
    expect(expr(text)).toEqual({ kind: 'name', ref: { text } })
    expect(expr(`${text} > 3`)).toMatchObject({ kind: 'compare', left: { ref: { text } } })
  })

  it.each(['2月30日', '4月31日', '13月1日', '0月1日', 'Feb 30', 'next_year Apr 31', '次年2月30日'])('there is no %s', (text) => {
    const { value, diagnostics } = parseLeaf('expr', text, 'f', 0)
    expect(diagnostics.map(({ code }) => code)).toEqual(['L107'])
    expect(value?.kind).toBe('error')
  })

  it.each([
    ['12月前', ['11月30日', '12月31日']],
    ['1月前', ['1月31日']],
    ['3月前', ['2月底', '3月31日']],
    ['12月初', ['12月1日']],
    ['12月份', ['12月31日']],
    ['12月', ['12月31日']],
    ['12月底前', ['12月31日']],
    ['10月12日前', ['10月11日', '10月12日']],
    ['2019年12月', ['2019年12月31日']],
  ])('which day is %s?', (text, days) => {
    const { diagnostics } = parseDsl(around(`期限 ${text}；`), 'f')
    expect(diagnostics.map(({ code }) => code)).toEqual(['L108'])
    expect(diagnostics[0]!.fixes!.map((fix) => fix.edits[0]!.text)).toEqual(days)
    for (const day of days) expect(codes(around(`期限 ${day}；`))).toEqual([])
  })

  it('half a month is a length', () => {
    for (const text of ['半个月', 'half_month']) expect(expr(text)).toEqual({ kind: 'duration', amount: 1, unit: 'half_month' })
    expect(expr('「半个月」')).toMatchObject({ kind: 'name' })
  })
})

describe('windows', () => {
  const [first, last] = [position(0, false, 10, 1), position(0, false, 10, 14)]
  it.each([
    ['时段 10月1日 至 10月14日', { low: first, high: last }],
    ['时段10月1日至10月14日', { low: first, high: last }],
    ['window Oct 1 to Oct 14', { low: first, high: last }],
    ['window 10月1日 to Oct 14', { low: first, high: last }],
    ['时段（10月1日）至（10月14日）', { low: first, high: last }],
    ['时段 10月1日', { low: first, high: first, single: true }],
    ['时段 10月1日 至 10月1日', { low: first, high: first }],
    ['时段 自 10月1日', { low: first }],
    ['时段 10月1日 至', { low: first }],
    ['时段 至 10月14日', { high: last }],
    [
      '时段 2019-10-01 至 2019-10-14',
      { low: { kind: 'date', value: '2019-10-01' }, high: { kind: 'date', value: '2019-10-14' } },
    ],
  ])('%s', (line, value) => {
    const node = act(`${line}；`)
    expect(node.kind).toBe('window')
    expect(node.value).toEqual(value)
  })

  it('either end may depend on a reading', () => {
    const node = act('时段 按 R { 甲：10月1日；乙：10月2日 } 至 10月14日 当 丁；')
    expect(node.value).toMatchObject({ low: { kind: 'reading' }, high: last })
    expect(node.clauses).toHaveProperty('when')
  })

  it('a figure alone still leaves the other end open', () => {
    expect(strip(parseLeaf('range', '0', 'f', 0).value)).toEqual({ low: { kind: 'number', value: '0', form: 'plain' } })
  })
})

describe('lines of steps', () => {
  it('are read in Chinese, in English, mixed and in full width alike', () => {
    const zh =
      '公示 于 甲、乙 不少于 10 天 当 丁 依据「一」；表决 由 丙 占 到会 超过 半数 法定到会 三分之二；期限 1 周 起算 戊；签字 共 2 方 { 方 己 可代签；方 庚、辛 任一 }'
    const en =
      'posting at 甲、乙 not_less_than 10 days when 丁 per "一"; vote by 丙 out_of present over half quorum two_thirds; due 1 weeks since 戊; signatures stating 2 { party 己 proxy; party 庚、辛 any }'
    const mixed =
      'posting 于 甲、乙 不少于 10 days when 丁 依据「一」；表决 by 丙 占 present over 半数 quorum 三分之二；due 1 周 起算 戊；签字 stating 2 { 方 己 proxy；party 庚、辛 任一 }'
    const wide =
      '公示　于　甲、乙　不少于　１０　天　当　丁　依据「一」。表决　由　丙　占　到会，超过　半数，法定到会　三分之二。期限　１　周　起算　戊。签字　共　２　方　｛方　己　可代签。方　庚、辛　任一。｝'
    for (const text of [en, mixed, wide]) expect(acts(text)).toEqual(acts(zh))
  })

  it.each([
    '公示',
    '公告',
    '登记',
    '抽查',
    '同意',
    '方',
    '计日',
    '逐户',
    '整单',
    '同',
    '同时',
    'posting',
    'vote',
    'each',
    '次年',
  ])('%s stays usable as a name', (word) => {
    expect(codes(`政策 甲 { 实体 户 { 字段 ${word}：真假；} 角色 ${word}；}`)).toEqual([])
    expect(codes(`政策 甲 { 程序 乙 { 步骤 ${word} 整单 { 主体 丙；} 步骤 丁 承接 ${word} { 公示；} } }`)).toEqual([])
    expect(codes(`政策 甲 { 程序 乙 { 步骤 丙 当 ${word} { 公示 当 非 ${word} 且 丁；必；} } }`).slice(0, 1)).toEqual(['P107'])
    const [only] = acts(`公示 于 甲 不少于 3 天 当 ${word} = 真；`)
    expect(only).toMatchObject({ clauses: { when: { left: { ref: { text: word } } } } })
  })

  it('同 is not 同时', () => {
    const step = (text: string) => (decl(around(`程序 乙 { ${text} }`, POLICY)) as Node).children![0]!.children![0]!.clauses
    expect(step('步骤 丙 同 丁；')).toEqual({ same_as: { text: '丁' } })
    expect(step('步骤 丙 同时 丁、戊；')).toEqual({ alongside: [{ text: '丁' }, { text: '戊' }] })
    expect(step('步骤 丙 同 丁 同时 戊；')).toEqual({ same_as: { text: '丁' }, alongside: [{ text: '戊' }] })
  })

  it('words of clauses that are comparisons too are clauses behind names, and comparisons behind 当', () => {
    expect(act('公示 于 甲 不少于 10 天 当 丁；').clauses).toMatchObject({ at_least: { amount: 10 }, when: { kind: 'name' } })
    expect(act('表决 占 到会 超过 半数；').clauses).toMatchObject({ base: { id: 'present' }, over: { value: '1/2' } })
    expect(act('公示 于 甲 当 丁，不少于 10 天；').clauses).toMatchObject({ at_least: { amount: 10 }, when: { kind: 'name' } })
    expect(codes(around('公示 于 甲 不少于 10 天 当 户数 不少于 3；'))).toEqual([])
  })

  it.each([
    ['公示 于 甲 当 丁 不少于 10 天；', '公示 于 甲 不少于 10 天 当 丁；'],
    ['公示 于 甲 当 丁 且 戊 不少于 半个月；', '公示 于 甲 不少于 半个月 当 丁 且 戊；'],
    ['posting when x at_least 10 days;', 'posting not_less_than 10 days when x;'],
    ['抽查 当 非 丁 不少于 5%；', '抽查 不少于 5% 当 非 丁；'],
    ['表决 占 到会 当 丁 超过 半数；', '表决 占 到会 超过 半数 当 丁；'],
  ])('%s is asked about, and read as the demand it looks like', (line, meant) => {
    const { document, diagnostics } = parseDsl(around(line), 'f')
    expect(diagnostics.map(({ code }) => code)).toEqual(['P124'])
    expect(equalDocuments(document, parseDsl(around(meant), 'f').document)).toBe(true)
    expect(codes(mended(around(line), diagnostics))).toEqual([])
    expect(strip(parseDsl(mended(around(line), diagnostics), 'f').document)).toEqual(strip(document))
  })

  it('in brackets it is a comparison, and is printed so', () => {
    for (const line of [
      '公示 当 （丁 不少于 10 天）；',
      '公示 当 甲 且 （丁 不少于 10 天）；',
      '抽查 当 （非 丁 不少于 5%）；',
    ]) {
      const { document, diagnostics } = parseDsl(around(line), 'f')
      expect(diagnostics).toEqual([])
      const node = document.declarations[0]!.children![0]!.children![0]!.children![0]!
      expect(Object.keys(node.clauses)).toEqual(['when'])
      for (const lang of ['zh', 'en'] as const)
        expect(equalDocuments(parseDsl(format(document, { lang, spelling: 'dsl' }), 'f').document, document)).toBe(true)
    }
  })

  it('a 概要 may stand behind a flag', () => {
    const paper = (text: string) => (decl(around(text, POLICY)) as Node).children![0]!.clauses
    const both = { given: true, summary: { text: '计划' } }
    expect(paper('文书 甲 外来「计划」；')).toEqual(both)
    expect(paper('文书 甲「计划」外来；')).toEqual(both)
    expect(paper('文书 甲 外来 概要「计划」；')).toEqual(both)
  })

  it.each([
    ['公示 10 天；', 'P125', 2],
    ['公示 于 甲 至少 10 天；', 'P125', 2],
    ['公告 于 甲 不低于 7 天；', 'P125', 2],
    ['posting at x at_least 10 days;', 'P125', 2],
    ['凭 附件1 列名；', 'P126', 1],
    ['公示 占 到会；', 'P108', 0],
    ['登记 登录；', 'P119', 0],
    ['主体；', 'P101', 0],
  ])('%s', (line, code, fixes) => {
    const { diagnostics } = parseDsl(around(line), 'f')
    expect(diagnostics.map((one) => one.code)).toEqual([code])
    expect(diagnostics[0]!.fixes ?? []).toHaveLength(fixes)
    for (const fix of diagnostics[0]!.fixes ?? [])
      expect(codes(mended(around(line), [{ ...diagnostics[0]!, fixes: [fix] }]))).toEqual([])
  })

  it('what follows a broken line is read', () => {
    const { document } = parseDsl(around('主体；公示 10 天；凭 附件1；公示 于 甲 不少于 10 天'), 'f')
    const kinds = document.declarations[0]!.children![0]!.children![0]!.children!.map(({ kind }) => kind)
    expect(kinds).toEqual(['actor', 'posting', 'uses', 'posting'])
  })

  it('a lost ； before a line is found', () => {
    expect(codes(around('公示 于 甲\n有异议 由 乙 转 丙\n主体 丁'))).toEqual(['P102', 'P102'])
    expect(codes(around('期限 次年1月10日\n时段 10月1日 至 10月2日\n期限 3 天 起算 丁'))).toEqual(['P102', 'P102'])
  })
})

/** The text with the first fix of each message. */
function mended(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []).sort((a, b) => b.span.start - a.span.start)
  return edits.reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text)
}

describe('lines typed without blanks', () => {
  it.each([
    ['公示于村内公示栏不少于10天；', '公示 于 村内公示栏 不少于 10 天；'],
    ['公示于村内公示栏不少于半个月；', '公示 于 村内公示栏 不少于 半个月；'],
    ['公告正好7天；', '公告 正好 7 天；'],
    ['期限当年12月底；', '期限 当年12月底；'],
    ['期限1周起算县级申请；', '期限 1 周 起算 县级申请；'],
    ['期限按甲{之前：当年12月31日；月底：次年1月31日}；', '期限 按 甲 { 之前：当年12月31日；月底：次年1月31日 }；'],
    ['表决由村民代表占到会超过半数法定到会三分之二；', '表决 由 村民代表 占 到会 超过 半数 法定到会 三分之二；'],
    ['征询公安、住建限10天；', '征询 公安、住建 限 10 天；'],
    ['不同意转民主评议；', '不同意 转 民主评议；'],
    ['不通过移出；', '不通过 移出；'],
    ['同意户主、帮扶责任人；', '同意 户主、帮扶责任人；'],
    ['签字共5方{方户主可代签；方帮扶责任人}', '签字 共 5 方 { 方 户主 可代签；方 帮扶责任人 }'],
    ['登记标注标签「脱贫」于全国系统；', '登记 标注 标签「脱贫」于 全国系统；'],
    ['抽查不少于5%；', '抽查 不少于 5%；'],
  ])('%s', (glued, spaced) => {
    const text = around(glued)
    const { diagnostics } = parseDsl(text, 'f')
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['P115'])
    const { document, diagnostics: after } = parseDsl(mended(text, diagnostics), 'f')
    expect(after).toEqual([])
    expect(equalDocuments(document, parseDsl(around(spaced), 'f').document)).toBe(true)
  })

  it.each([
    [
      '程序贫困户退出程序适用于户名单所在村依标准贫困户退出依据「四」{步骤民主评议整单依据「四」{主体村两委}}',
      '程序 贫困户退出程序 适用于 户 名单 所在村 依标准 贫困户退出 依据「四」{ 步骤 民主评议 整单 依据「四」{ 主体 村两委 } }',
    ],
    ['程序 甲 { 步骤 丙 同村级公示；步骤 丁 同时丙；}', '程序 甲 { 步骤 丙 同 村级公示；步骤 丁 同时 丙；}'],
    ['程序 甲 沿用乙 { 删去丙；}', '程序 甲 沿用 乙 { 删去 丙；}'],
    ['目标 甲/a 适用于 户 计家庭人口依据「一」：3300人；', '目标 甲/a 适用于 户 计 家庭人口 依据「一」：3300 人；'],
    [
      '效果 甲 { 应政策不变/keep由县领导小组起次年1月1日止2020-12-31：「攻坚」；}',
      '效果 甲 { 应 政策不变/keep 由 县领导小组 起 次年1月1日 止 2020-12-31：「攻坚」；}',
    ],
    ['替代 旧办法自2018-05-01；', '替代 旧办法 自 2018-05-01；'],
  ])('%s', (glued, spaced) => {
    const text = around(glued, POLICY)
    const { diagnostics } = parseDsl(text, 'f')
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['P115'])
    const { document, diagnostics: after } = parseDsl(mended(text, diagnostics), 'f')
    expect(after).toEqual([])
    expect(equalDocuments(document, parseDsl(around(spaced, POLICY), 'f').document)).toBe(true)
  })
})

describe('in YAML', () => {
  it('the key by_reading holds what its block may hold', () => {
    const yaml = `policy: 甲
do:
  - procedure: 乙
    do:
      - by_reading: R
        do:
          - arm: 一
            do:
              - step: 丙
                do:
                  - by_reading: S
                    do:
                      - arm: 二
                        do:
                          - posting: {not_less_than: 7 天}
  - standard: 丁
    do:
      - by_reading: R
        do:
          - arm: 一
            do:
              - must: 戊
                is: 真
`
    const dsl =
      '政策 甲 { 程序 乙 { 按 R { 取 一 { 步骤 丙 { 按 S { 取 二 { 公示 不少于 7 天 } } } } } } 标准 丁 { 按 R { 取 一 { 须 戊：真 } } } }'
    const { document, diagnostics } = parseYaml(yaml, 'f.policy.yaml')
    expect(diagnostics).toEqual([])
    expect(equalDocuments(document, parseDsl(dsl, 'f').document)).toBe(true)
  })

  it('a month alone is no day here either', () => {
    for (const line of ['due: 12月', 'window: 12月前']) {
      const yaml = `policy: 甲\ndo:\n  - procedure: 乙\n    do:\n      - step: 丙\n        do:\n          - ${line}\n`
      expect(parseYaml(yaml, 'f.policy.yaml').diagnostics.map(({ code }) => code)).toEqual(['L108'])
    }
  })

  it('an order of precedence needs no body, a target does', () => {
    expect(parseYaml('policy: 甲\ndo:\n  - ranking: 乙\n    by: 丙\n', 'f.policy.yaml').diagnostics).toEqual([])
    const { diagnostics } = parseYaml('policy: 甲\ndo:\n  - target: 乙\n', 'f.policy.yaml')
    expect(diagnostics.map(({ code }) => code)).toEqual(['P532'])
  })
})
