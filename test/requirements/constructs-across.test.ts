import { describe, expect, it } from 'vitest'
import { compareText } from '../../engine/ledger/compare-text.ts'
import { ledgersOf } from '../../engine/ledger/ledger.ts'
import {
  decided,
  everyFinding,
  findings,
  outcome,
  policy,
  reasons,
  shippedDiagnostics,
  shippedPrograms,
  standard,
  stepFindings,
} from './small.ts'

describe('construct 47: five outcomes, explained by clause, in Chinese', () => {
  const program = standard(
    '须 住房/housing_item 依据「一」：住房安全；暂缓 有异议/objected 依据「一」由 县组：存在 异议 满足 非 已撤回；',
    '',
    '户',
    '当 状态 = 拟退出户',
  )
  const facts = { 状态: '拟退出户', 住房安全: true, 异议: [] }
  it.each([
    ['met', {}],
    ['unmet', { 住房安全: false }],
    ['undetermined', { 住房安全: null }],
    ['suspended', { 异议: [{ 已撤回: false }] }],
    ['not-applicable', { 状态: '脱贫户' }],
    ['unmet', { 住房安全: false, 异议: null }],
  ])('%s', (expected, change) => expect(outcome(program, { ...facts, ...change })).toBe(expected))
  it('says the clause of each item, and what is still needed', () => {
    expect(reasons(program, { ...facts, 住房安全: false })).toContain('依据《办法》一')
    const open = decided(program, { ...facts, 住房安全: null })
    expect(open.missing).toMatchObject({ met: [['housing']], unmet: [['housing']], blocked: [] })
    expect(reasons(program, { ...facts, 住房安全: null })).toMatch(/住房安全/)
  })
})

describe('construct 48: timetables that cannot be kept are found before anyone tries', () => {
  const step = (name: string, body: string) => `步骤 ${name} 整单 依据「二」{ 主体 村两委；${body} }`
  const street = (notice: string) =>
    step('一示/first', '时段 11月11日 至 11月17日；公示 不少于 7 天；') +
    step('二示/second', '时段 11月18日 至 11月24日；公示 不少于 7 天；') +
    step('复审/review', '') +
    step('比对/match', '') +
    step('再议/again', '') +
    step('公告/notice', `公告 不少于 5 天；期限 ${notice}；`)
  it('E’s five days from 24 to 29 November leave none for what stands between', () => {
    expect(stepFindings(street('11月29日'))).toEqual(['W701'])
    expect(stepFindings(street('12月2日'))).toEqual([])
  })
  it('a window shorter than its posting', () => {
    expect(stepFindings(step('公示/posting', '时段 10月15日 至 10月23日；公示 不少于 10 天；'))).toEqual(['W703'])
    expect(stepFindings(step('公示/posting', '时段 10月15日 至 10月24日；公示 不少于 10 天；'))).toEqual([])
  })
  it('B and C fit', () => {
    const found = shippedDiagnostics.filter(
      ({ code, span }) => /^W70[13]$/.test(code) && /henan-county|zhang-county/.test(span.file),
    )
    expect(found.map(({ code, span }) => `${code} ${span.file}`)).toEqual([])
    expect(
      ['henan_county', 'zhang_county'].every((id) =>
        shippedPrograms.some((one) => one.policy.id === id && one.procedures.length > 0),
      ),
    ).toBe(true)
  })
})

describe('construct 49: every rule is anchored in the text', () => {
  it('a rule without a clause, or with one the ledger does not have, is an error', () => {
    expect(findings('标准 退出/exit 适用于 户 依据「一」{ 须 水/x：安全饮水；}')).toEqual(['T340'])
    expect(findings('标准 退出/exit 适用于 户 依据「一」{ 须 水/x 依据「九」：安全饮水；}')).toEqual(['N215'])
    expect(findings('标准 退出/exit 适用于 户 依据「一」{ 须 水/x 依据「一」：安全饮水；}')).toEqual([])
  })
  it('an article nobody answers is listed', () => {
    const rule = '标准 退出/exit 适用于 户 依据「一」{ 须 水/x 依据「一」：安全饮水；'
    expect(everyFinding(`${rule}}`)).toEqual(['R401'])
    expect(everyFinding(`${rule} 须 房/y 依据「二」：住房安全；}`)).toEqual([])
    const [ledger] = ledgersOf(policy(`${rule}}`))
    expect(ledger!.lines.map(({ article, state }) => [article, state])).toEqual([
      ['一', 'answered'],
      ['二', 'open'],
    ])
  })
  it('the fingerprint of an article sees when the text is another', () => {
    const words = '一、贫困户退出以户为单位，饮水须安全。'
    const program = standard('须 水/x 依据「一」：安全饮水；')
    const source = program.sources.find(({ id }) => id === 'measure')!
    const digest = compareText(source, `办法\n${words}\n二、程序另定。`).articles[0]!.found!.digest
    const marked = { ...source, articles: source.articles.map((one) => (one.article === '一' ? { ...one, digest } : one)) }
    const state = (text: string) => compareText(marked, text).articles.map(({ article, state: found }) => `${article} ${found}`)
    expect(state(`办法\n${words}\n二、程序另定。`)).toContain('一 same')
    expect(state(`办法\n${words.replace('须', '可以')}\n二、程序另定。`)).toContain('一 changed')
    expect(state('办法\n二、程序另定。')).toContain('一 missing')
  })
  it('every item of every shipped standard stands in its ledger', () => {
    for (const program of shippedPrograms) {
      const articles = new Set(program.sources.flatMap(({ id, articles: list }) => list.map(({ article }) => `${id} ${article}`)))
      const cites = program.standards.flatMap(({ items }) =>
        items.flatMap((one) => one.cites.map(({ source, article }) => `${source} ${article}`)),
      )
      expect(cites.length).toBeGreaterThan(0)
      expect(cites.filter((cite) => !articles.has(cite))).toEqual([])
    }
  })
})
