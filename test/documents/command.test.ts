import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../cli/call.ts'
import { danglingLinks, plain, REQUESTS, repeatedIds, unbalanced } from './markup.ts'

const temporary = mkdtempSync(join(tmpdir(), 'tiaoli-docs-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const inside = (name: string) => join(temporary, name)
const filesOf = (folder: string) => readdirSync(folder).sort()

const POLICY = `政策 小县方案/small {
  标题「小县方案」；地区 410000；层级 县；施行 自 2019-01-01 至 2019-12-31；
  实体 户/household { 字段 年收入/income：金额 元/年，范围 0 至 100000；字段 有房/housed：真假 }
  参数 收入线/line 按 年度 依据「一」：金额 元/年 { 值 自 2019 至 2019：4000 元/年，出处「方案」 }
  标准 退出/exit 适用于 户 依据「一」{
    须 收入/income_ok 依据「一」：年收入 超过 收入线；
    须 住房/home 依据「一」：有房；
  }
}
来源 方案/plan「小县方案」 { 条「一」「标准」；条「二」「组织」无规则「不产生判定」 }
`
const SUITE = `policy: small
standard: exit
times: {as_of: "2019-12-01", year: 2019}
cases:
  - name: 过线有房的一户
    facts: {income: "4000.01", housed: true}
    expect: {outcome: met}
`

describe('tiaoli docs on a policy of its own', () => {
  const folder = inside('small')
  beforeAll(() => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'small.policy'), POLICY)
    writeFileSync(join(folder, 'exit.test.yaml'), SUITE)
  })

  it('writes an index and a page, in one language or both, the same bytes each time', async () => {
    const one = await call('docs', folder, '--out', inside('zh'))
    expect([one.code, one.err]).toEqual([0, ''])
    expect(one.out).toContain(join(inside('zh'), 'index.html'))
    expect(filesOf(inside('zh'))).toEqual(['index.html', 'small.html'])
    const both = await call('docs', join(folder, 'small.policy'), '--lang', 'both', '--out', inside('deep/both'))
    expect(both.code).toBe(0)
    expect(filesOf(inside('deep/both'))).toEqual(['index.en.html', 'index.html', 'small.en.html', 'small.html'])
    const english = await call('docs', folder, '--lang', 'en', '--out', inside('en'))
    expect(english.out).toContain('wrote 2 files')
    expect(readFileSync(join(inside('en'), 'index.html'), 'utf8')).toContain('<html lang="en">')
    const first = readFileSync(join(inside('zh'), 'small.html'))
    await call('docs', folder, '--out', inside('zh'))
    expect(readFileSync(join(inside('zh'), 'small.html')).equals(first)).toBe(true)
  })

  it('tells the tests beside the policy, also where only the file was named', async () => {
    await call('docs', join(folder, 'small.policy'), '--out', inside('named'))
    const text = plain(readFileSync(join(inside('named'), 'small.html'), 'utf8'))
    expect(text).toMatch(/过线有房的一户 达标/)
    expect(text).toMatch(/收入 须 年收入超过收入线 一/)
    expect(text).toMatch(/二 组织 无规则：不产生判定/)
  })

  it('writes the page without a suite that cannot be read, says so, and exits with 1', async () => {
    const broken = inside('broken-suite')
    mkdirSync(broken)
    writeFileSync(join(broken, 'small.policy'), POLICY)
    writeFileSync(join(broken, 'exit.test.yaml'), SUITE.replace('standard: exit', 'standard: exits'))
    const { code, err } = await call('docs', broken, '--out', inside('short'))
    expect(code).toBe(1)
    expect(err).toContain('S710')
    expect(filesOf(inside('short'))).toEqual(['index.html', 'small.html'])
  })
})

describe('what tiaoli docs refuses', () => {
  it.each([
    ['no folder to write to', ['docs', 'policies/henan-county'], 'C810'],
    ['no such policy', ['docs', 'policies/nowhere', '--out', inside('x')], 'C801'],
    ['another language', ['docs', 'policies/henan-county', '--out', inside('x'), '--lang', 'fr'], 'C810'],
    ['a vocabulary', ['docs', 'policies/vocabulary', '--out', inside('x')], 'C805'],
  ])('%s', async (_, argv, code) => {
    const answer = await call(...argv)
    expect(answer.code).toBe(2)
    expect(answer.err).toContain(code)
    expect(answer.err).not.toContain('    at ')
    expect(readdirSync(temporary)).not.toContain('x')
  })

  it('a file where the folder should be', async () => {
    writeFileSync(inside('taken'), 'here')
    const { code, err } = await call('docs', 'policies/shanxi-county', '--out', inside('taken'))
    expect([code, err.includes('C815')]).toEqual([2, true])
    expect(readFileSync(inside('taken'), 'utf8')).toBe('here')
  })

  it('a policy with errors, and writes nothing', async () => {
    writeFileSync(inside('bad.policy'), POLICY.replace('年收入 超过 收入线', '年收入 超过 没有的线'))
    const { code, err } = await call('docs', inside('bad.policy'), '--out', inside('none'))
    expect(code).toBe(2)
    expect(err).toContain('没有的线')
    expect(readdirSync(temporary)).not.toContain('none')
  })
})

describe('the shipped policies', () => {
  it('have a page each, well-formed, with every link leading somewhere', async () => {
    const { code, err } = await call('docs', 'policies', '--lang', 'both', '--out', inside('shipped'))
    expect([code, err]).toEqual([0, ''])
    const files = filesOf(inside('shipped'))
    expect(files).toHaveLength(2 * 8)
    for (const file of files) {
      const text = readFileSync(join(inside('shipped'), file), 'utf8')
      expect(unbalanced(text), file).toEqual([])
      expect(repeatedIds(text), file).toEqual([])
      expect(danglingLinks(text), file).toEqual([])
      expect(text.match(REQUESTS), file).toBeNull()
      for (const [, to] of text.matchAll(/href="([^"#]+)"/g)) expect(files, file).toContain(to)
    }
  })
})
