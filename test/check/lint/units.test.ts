import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../dsl/pipeline.ts'
import { applied, compileWith, must, policy, VOCABULARY } from '../fixture.ts'
import { BOUND_VOCABULARY } from './table-cases.ts'

const codes = (files: Parameters<typeof compile>[0]) =>
  compile(files).diagnostics.map((found) => `${found.code} ${found.span.file}`)

const withLedger = (articles: string, cite = '一') => ({
  file: 'p',
  text: `政策 甲/p { 施行 自 2019-01-01；采用 词汇表；来源 办法/m「办法」{ ${articles} } 标准 标/s 适用于 户 依据「${cite}」{ 须 乙/i 依据「${cite}」：增收稳定 } }`,
})

describe('the ledger', () => {
  it('lists an article nobody answers, and the fix says why', () => {
    const source = withLedger('条「一」；条「二」「目标」；条「三」')
    const { diagnostics } = compile([source, VOCABULARY])
    expect(
      diagnostics.map((found) => [found.code, source.text.slice(found.span.start, found.span.end), found.args['article']]),
    ).toEqual([
      ['R401', '「二」', '二'],
      ['R401', '「三」', '三'],
    ])
    const after = applied([source, VOCABULARY], diagnostics[0]!.fixes![0]!)
    expect(after[0]!.text).toContain('条「二」「目标」 无规则「…」；')
    expect(codes(after)).toEqual(['R401 p'])
  })

  it('is content with reasons and with rules about paragraphs', () => {
    expect(codes([withLedger('条「一」；条「二」无规则「只有目标」'), VOCABULARY])).toEqual([])
    expect(codes([withLedger('条「四」；条「四（1）」', '四（1）'), VOCABULARY])).toEqual([])
  })

  it('names an article that says it has no rule and has one', () => {
    const source = withLedger('条「一」无规则「只有目标」')
    const { diagnostics } = compile([source, VOCABULARY])
    expect(diagnostics.map((found) => found.code)).toEqual(['R402'])
    expect(source.text.slice(diagnostics[0]!.span.start, diagnostics[0]!.span.end)).toContain('只有目标')
    expect(diagnostics[0]!.labels).toHaveLength(1)
  })

  it('asks only those who decide by a shared source to answer all of it', () => {
    const shared = { file: 's', text: '来源 省文/paper「省文件」{ 条「一」；条「二」 }' }
    const definition = {
      file: 'd',
      text: '词汇 用语/words { 采用 词汇表；采用 省文；定义 过线/over 适用于 户 依据 省文「一」：年人均纯收入 > 3000 }',
    }
    const county = {
      file: 'c',
      text: '政策 县/c { 施行 自 2019-01-01；采用 词汇表；采用 用语；来源 县文/own { 条「甲」 } 标准 标/s 适用于 户 依据 县文「甲」{ 须 乙/i 依据 县文「甲」：过线 } }',
    }
    expect(codes([county, definition, shared, VOCABULARY])).toEqual([])
    const province = {
      file: 'c',
      text: county.text
        .replace('采用 用语；', '采用 用语；采用 省文；')
        .replace('须 乙/i 依据 县文「甲」', '须 乙/i 依据 省文「一」'),
    }
    expect(codes([province, definition, shared, VOCABULARY])).toEqual(['R401 s'])
  })

  it('keeps quiet while a citation cannot be read', () => {
    const source = withLedger('条「一」；条「二」')
    expect(codes([{ ...source, text: source.text.replace('须 乙/i 依据「一」', '须 乙/i 依据「三」') }, VOCABULARY])).toEqual([
      'N215 p',
    ])
  })
})

describe('the instrument above', () => {
  const above = (force: string) => ({
    file: 'q',
    text: `政策 省办法/q { 施行 ${force}；采用 词汇表；来源 省文/pm { 条「一」 } 标准 标/s 适用于 户 依据「一」{ 须 乙/i 依据「一」：增收稳定 } }`,
  })
  const own = {
    file: 'p',
    text: '政策 县办法/p { 施行 自 2019-01-01 至 2020-12-31；上位 省办法；采用 词汇表；来源 县文/cm { 条「一」 } 标准 标/s 适用于 户 依据「一」{ 须 乙/i 依据「一」：增收稳定 } }',
  }

  it('is held against the policy’s own days', () => {
    const [found, ...others] = compile([own, above('自 2019-06-01 至 2020-06-30'), VOCABULARY]).diagnostics
    expect(others).toEqual([])
    expect([found?.code, found?.args['missing'], found?.args['missingEn']]).toEqual([
      'D507',
      '2019-01-01 至 2019-05-31、2020-07-01 至 2020-12-31',
      '2019-01-01 to 2019-05-31, 2020-07-01 to 2020-12-31',
    ])
    expect(own.text.slice(found!.span.start, found!.span.end)).toBe('省办法')
    expect(codes([own, above('自 2016年'), VOCABULARY])).toEqual([])
    expect(codes([own, VOCABULARY])).toEqual([])
  })
})

describe('where something is broken', () => {
  it('lints say nothing about it, and go on about the rest', () => {
    expect(compileWith(must('3 > 2 且 不认识的 > 3')).diagnostics.map((found) => found.code)).toEqual(['N201'])
    const two = policy(
      '定义 多余/extra：3 > 2；标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：不认识的 > 3 且 多余 }',
    )
    expect(compileWith(two).diagnostics.map((found) => found.code)).toEqual(['R404', 'N201'])
  })

  it('only an answer left open takes the program away', () => {
    const overlapping = policy(
      '表 补助/grant 适用于 户：金额 元 依据「一」{ 输入 年人均纯收入；行 ≤ 3700：1 元；行 ≥ 3700：2 元 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：补助 > 1 元 }',
    )
    expect(compileWith(overlapping).program).toBeUndefined()
    expect(compileWith(must('3 > 2')).program).toBeDefined()
  })
})

describe('tables and what the vocabulary knows', () => {
  const source = policy(
    '表 奖励/award 适用于 村：金额 元 依据「一」{ 输入 未脱贫人口，有驻村工作队；行 ≤ 100，任意：1 元；行 > 100，真：2 元 } 标准 村退出/exit 适用于 村 依据「一」{ 须 甲/a 依据「一」：奖励 > 1 元 }',
  )
  it('a gap that a relation excludes is none', () => {
    const plain = VOCABULARY.text.replace(/ {2}约束 工作队.*\n/, '')
    expect(plain).not.toBe(VOCABULARY.text)
    const found = (vocabulary: string) => codes([source, { file: 'v', text: vocabulary }]).filter((one) => one.startsWith('R42'))
    expect(found(plain)).toEqual(['R421 p'])
    expect(found(BOUND_VOCABULARY)).toEqual([])
  })
})

describe('in YAML', () => {
  it('finds the same at the node', () => {
    const text = `policy: 例/example
do:
  - in_force: {from: "2019-01-01"}
  - use: 词汇表
  - source: 办法/measure
    do: [{article: 一}]
  - standard: 户退出/exit
    for: 户
    cite: 一
    do:
      - must: 甲/a
        cite: 一
        is: "年人均纯收入 > 5000 且 年人均纯收入 > 3000"
`
    const [found, ...others] = compile([{ file: 'p.policy.yaml', text }, VOCABULARY]).diagnostics
    expect(others).toEqual([])
    expect([found?.code, text.slice(found!.span.start, found!.span.end)]).toEqual(['R408', '年人均纯收入 > 3000'])
    const after = applied([{ file: 'p.policy.yaml', text }], found!.fixes![0]!)
    expect(after[0]!.text).toContain('is: "年人均纯收入 > 5000"')
  })
})

describe('what is shipped', () => {
  const read = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.policy'))
      .map((path) => join(folder, path))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const examples = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it.each(['policies', ...examples.map((entry) => join('examples', entry.name))])(
    '%s has neither errors nor warnings',
    (folder) => {
      const beside = folder === 'policies' ? [] : read('policies/vocabulary')
      const { diagnostics } = compile([...read(folder), ...beside])
      expect(diagnostics.filter((found) => found.severity !== 'info').map((found) => `${found.code} ${found.span.file}`)).toEqual(
        [],
      )
    },
  )
})

describe('long texts', () => {
  it('do not hold up the editor', () => {
    const chain = Array.from({ length: 400 }, (_, i) => `年人均纯收入 ≠ ${i + 1}`).join(' 且 ')
    const rows = Array.from({ length: 150 }, (_, i) => `行 介于 ${i * 10} 至 ${i * 10 + 10} 不含上限，因病：${i} 元；`).join('')
    const wide = Array.from(
      { length: 24 },
      (_, i) => `（年人均纯收入 > ${i} 或 自付比例 < ${i}% 或 原因 = 因病 或 增收稳定）`,
    ).join(' 且 ')
    const table = `表 补助/grant 适用于 户：金额 元 依据「一」{ 输入 年人均纯收入，原因；${rows} 其余：0 元 }`
    const source = policy(
      `${table}\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：${chain}；须 乙/b 依据「一」：${wide} }`,
    )
    const start = performance.now()
    const { diagnostics } = compileWith(source)
    expect(performance.now() - start).toBeLessThan(8000)
    expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([])
  })
})

describe('figures beyond all measure', () => {
  it('are no reason to stop', () => {
    const huge = '9'.repeat(30)
    const vocabulary = VOCABULARY.text
      .replace('至多 30', `至多 ${huge}`)
      .replace('数 1 位', `数 ${huge} 位`)
      .replace('范围 0 至 10000000', `范围 −${huge} 至 ${huge}`)
    const source = must(`计数（成员） > ${huge} 且 用水量 > 3 且 年人均纯收入 ÷ 用水量 < ${huge} 且 首次识别日 的 年 > 9999`)
    expect(() => compile([source, { file: 'v', text: vocabulary }])).not.toThrow()
  })
})
