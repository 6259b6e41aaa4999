import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { call } from './call.ts'

interface Head {
  readonly name?: string
  readonly version?: string
  readonly days: string
  readonly line: number
  readonly more?: string
}

function policy({ name = '渔船办法/boats', version, days, line, more = '' }: Head): string {
  return `政策 ${name} {
  ${version === undefined ? '' : `版本 ${version}；`}施行 ${days}；${more}
  来源 办法/measure { 条「一」 }
  解释 口径/notion 依据「一」{ 甲/a（默认）；乙/b }
  实体 船户/crew { 字段 收入/income：金额 元/人·年，范围 0 至 1000000 }
  标准 上岸/ashore 适用于 船户 依据「一」{ 须 收入达标/line 依据「一」：收入 超过 按 口径 { 甲：${line}；乙：${line + 100} }；}
}
`
}

let folder = ''
const made: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-versions-'))
  made.push(folder)
  write('facts.json', '{"id": "甲船", "收入": 3500}')
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})
function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const facts = () => join(folder, 'facts.json')
const at = (day: string, ...more: readonly string[]) =>
  call('eval', folder, '--standard', 'ashore', '--facts', facts(), '--as-of', day, ...more)

describe('eval over several policies', () => {
  it('takes the version in force on the day by itself, and says which', async () => {
    write('v1.policy', policy({ version: '1', days: '自 2016-01-01', line: 3000 }))
    write('v2.policy', policy({ version: '2', days: '自 2018-01-01', line: 4000 }))
    const early = await at('2017-12-31')
    expect([early.code, early.err]).toEqual([0, '评定日 2017-12-31：采用「渔船办法」版本 1（施行 2016-01-01 至 …）\n'])
    expect(early.out).toContain('达标 1，不达标 0')
    const late = await at('2018-01-01', '--lang', 'en')
    expect(late.err).toBe('as of 2018-01-01: `boats` version 2 applies (in force 2018-01-01 to …)\n')
    expect(late.out).toContain('met 0, unmet 1')
  })

  it('takes files as well as a folder, and chooses for each subject’s own day', async () => {
    const files = [
      write('old.policy', policy({ name: '旧办法/old', days: '自 2016-01-01 至 2017-12-31', line: 3000 })),
      write('new.policy', policy({ name: '新办法/new', days: '自 2018-01-01', line: 4000 })),
    ]
    const samples = write(
      'samples.yaml',
      `standard: ashore
subjects:
  - {name: 早, times: {as_of: "2017-06-01", year: 2017}, facts: {收入: 3500}}
  - {name: 晚, times: {as_of: "2019-06-01", year: 2019}, facts: {收入: 3500}}
`,
    )
    const { code, out, err } = await call('eval', ...files, '--facts', samples, '--format', 'json')
    expect(code).toBe(0)
    expect(err.trim().split('\n')).toHaveLength(2)
    const { decisions } = JSON.parse(out)
    expect(decisions.map((one: { policy: string; record: { outcome: string } }) => [one.policy, one.record.outcome])).toEqual([
      ['old', 'met'],
      ['new', 'unmet'],
    ])
  })

  it('lets 替代 beat the older from its day on', async () => {
    write('draft.policy', policy({ name: '征求意见稿/draft', days: '自 2018-01-01', line: 3000 }))
    write('formal.policy', policy({ name: '正式文本/formal', days: '自 2018-06-01', line: 4000, more: '替代 征求意见稿；' }))
    expect((await at('2018-05-31')).err).toContain('征求意见稿')
    const formal = await at('2018-06-01')
    expect([formal.code, formal.err.includes('正式文本')]).toEqual([0, true])
    expect(formal.out).toContain('不达标 1')
  })

  it('names the candidates and their dates where none is in force, or several are', async () => {
    write('a.policy', policy({ name: '甲办法/a', days: '自 2016-01-01 至 2018-12-31', line: 3000 }))
    write('b.policy', policy({ name: '乙办法/b', version: '3', days: '自 2018-01-01', line: 4000 }))
    const none = await at('2015-01-01')
    expect([none.code, none.out, none.err.match(/C8\d\d/)![0]]).toEqual([2, '', 'C833'])
    expect(none.err).toContain('甲办法/a [2016-01-01, 2018-12-31]')
    const several = await at('2018-06-01', '--lang', 'en')
    expect([several.code, several.err.match(/C8\d\d/)![0]]).toEqual([2, 'C832'])
    expect(several.err).toContain('乙办法/b@3 [2018-01-01, …]')
    const named = await at('2018-06-01', '--policy', 'b')
    expect([named.code, named.err]).toEqual([0, ''])
    expect((await at('2018-06-01', '--policy', 'c')).err).toContain('C809')
    expect((await at('2019-06-01', '--standard', 'nowhere')).err).toContain('C806')
  })

  it('decides nothing while one of the files is broken: it might be the one in force', async () => {
    write('a.policy', policy({ name: '甲办法/a', days: '自 2016-01-01', line: 3000 }))
    write('b.policy', policy({ name: '乙办法/b', days: '自 2018-01-01', line: 4000 }).replace('收入 超过', '收人 超过'))
    const { code, out, err } = await at('2017-06-01')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('收人')
  })

  it('replays the record of each version by that version', async () => {
    write('v1.policy', policy({ version: '1', days: '自 2016-01-01', line: 3000 }))
    write('v2.policy', policy({ version: '2', days: '自 2018-01-01', line: 4000 }))
    for (const day of ['2017-06-01', '2019-06-01']) {
      const record = write('record.json', (await at(day, '--format', 'json')).out)
      const { code, out } = await call('replay', record, '--policy', folder)
      expect([code, out.includes('一致')]).toEqual([0, true])
    }
  })
})

describe('readings', () => {
  it('shows which readings change which decisions, under the policy in force', async () => {
    write('v1.policy', policy({ version: '1', days: '自 2016-01-01', line: 3450 }))
    write('v2.policy', policy({ version: '2', days: '自 2018-01-01', line: 4000 }))
    const call2 = (day: string, ...more: readonly string[]) =>
      call('readings', folder, '--standard', 'ashore', '--facts', facts(), '--as-of', day, ...more)
    const early = await call2('2017-01-01')
    expect(early.code).toBe(0)
    expect(early.err).toContain('版本 1')
    expect(early.out).toContain('口径 取 乙：1 个对象的结论改变')
    expect(early.out).toContain('甲船：达标 → 不达标  [收入达标 真 → 假]')
    expect((await call2('2019-01-01')).out).toContain('口径 取 乙：没有结论改变')
    const { standards } = JSON.parse((await call2('2017-01-01', '--format', 'json')).out)
    expect(standards[0]).toMatchObject({
      policy: 'boats',
      standard: 'ashore',
      answers: ['met'],
      single: [{ readings: { notion: 'b' }, changed: [{ subject: 0, from: 'met', to: 'unmet' }] }],
      combinations: { tried: 0, possible: 0 },
      subjects: [{ name: '甲船' }],
    })
    const swapped = await call2('2017-01-01', '--reading', 'notion=b', '--lang', 'en')
    expect(swapped.out).toContain('甲船: unmet → met')
  })

  it('runs over the shipped samples, with their own times and standards', async () => {
    const { code, out } = await call('readings', 'policies/henan-measure', '--facts', 'policies/henan-measure/samples.yaml')
    expect(code).toBe(0)
    expect(out).toContain('百分之二以下 取 不含本数：1 个对象的结论改变')
    expect(out).toMatch(/组合：试了 64 种，共有 \d+ 种；其余没有试/)
  })

  it('refuses bad calls clearly', async () => {
    const one = write('v1.policy', policy({ days: '自 2016-01-01', line: 3000 }))
    const run = (...argv: readonly string[]) => call('readings', one, ...argv)
    const given = ['--facts', facts(), '--as-of', '2019-01-01'] as const
    expect((await run('--facts', facts())).err).toContain('C807')
    expect((await run(...given, '--combinations', '-1')).err).toMatch(/C8(08|10)/)
    expect((await run(...given, '--combinations', 'many')).err).toContain('C808')
    expect((await run(...given, '--standard', 'nobody')).err).toContain('C806')
    expect((await run(...given, '--reading', 'notion=c')).err).toContain('C809')
    expect((await run('--facts', join(folder, 'none.json'), '--as-of', '2019-01-01')).err).toContain('C801')
    expect((await run('--facts', write('empty.json', ''), '--as-of', '2019-01-01')).err).toContain('C811')
    expect((await run(...given)).code).toBe(0)
  })
})
