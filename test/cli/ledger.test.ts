import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { call } from './call.ts'

const STACK = /\n\s+at .*:\d+:\d+/
const POLICY = `政策 渔船上岸/boats {
  施行 自 2016-01-01；
  采用 渔船台账；
  实体 船户/crew { 字段 收入/income：金额 元/人·年，范围 0 至 1000000 }
  标准 上岸/ashore 适用于 船户 依据「二」{ 须 收入达标/line 依据「二（一）」：收入 超过 3000；}
}
`
const LEDGER = `// 自拟的台账
来源 渔船台账/boat_ledger「渔船上岸办法」 {
  条「引言」无规则「缘由」；
  条「一」「总则」无规则「宣示」；
  条「二」「标准」； // 由下面各款回答
  条「二（一）」「收入」；
  条「五」无规则「原件缺」；
}
`
const TEXT = `渔船上岸办法
按照镇里的安排，制定本办法。
一、总则
为上岸而写，海螺为记。
二、标准
（一）收入比三千多。
（二）船灯常亮。
三、以后
照旧供油。
`

let folder = ''
const made: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-ledger-'))
  made.push(folder)
  write('boats.policy', POLICY)
  write('ledger.policy', LEDGER)
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})
function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const ledgerNow = () => readFileSync(join(folder, 'ledger.policy'), 'utf8')

describe('ledger', () => {
  it('lists every article with what answers it, or why nothing does', async () => {
    const { code, out, err } = await call('ledger', folder)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('台账「渔船上岸办法」：5 条；有规则 2，写明无规则 3，没人回答 0')
    expect(out).toContain('二（一）  条目 收入达标')
    expect(out).toContain('二  标准 上岸')
    expect(out).toContain('一  无规则：宣示')
    expect((await call('ledger', folder, '--lang', 'en')).out).toContain('items line')
  })

  it('marks what nobody answers, and fails on it when asked', async () => {
    write('ledger.policy', LEDGER.replace('条「一」「总则」无规则「宣示」', '条「一」「总则」'))
    expect((await call('ledger', folder)).code).toBe(0)
    const { code, out } = await call('ledger', folder, '--fail-on', 'open')
    expect(code).toBe(1)
    expect(out).toContain('一  ✗')
  })

  it('lists the shipped instruments without an article unanswered', async () => {
    for (const policy of ['policies/henan-measure', 'policies/henan-county']) {
      const { policies } = JSON.parse((await call('ledger', policy, '--format', 'json')).out)
      const [own] = policies[0].ledgers
      expect(own.own).toBe(true)
      expect(own.totals.open).toBe(0)
      expect(own.totals.answered + own.totals['no-rule']).toBe(own.totals.articles)
    }
  })
})

describe('ledger --source', () => {
  it('tells what is in one and not in the other, by number and count, without a word of the text', async () => {
    const { code, out, err } = await call('ledger', folder, '--source', write('plan.txt', TEXT))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/原文里有、台账里没有：2：二（二）（\d+ 字）、三（\d+ 字）/)
    expect(out).toContain('台账里有、原文里没有找到：1：五')
    expect(out).toMatch(/台账里还没有指纹：4：引言/)
    for (const words of ['海螺', '供油', '船灯', '镇里']) expect(out).not.toContain(words)
    const en = await call('ledger', folder, '--source', join(folder, 'plan.txt'), '--lang', 'en')
    expect(en.out).toContain('in the text, not in the ledger: 2')
  })

  it('reads GB18030 and UTF-16 alike', async () => {
    const json = async (path: string) =>
      JSON.parse((await call('ledger', folder, '--source', path, '--format', 'json')).out).comparison
    const plain = await json(write('plan.txt', TEXT))
    expect(await json(write('utf16.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le')))).toEqual(plain)
    expect(await json(write('bom.txt', `\ufeff${TEXT}`))).toEqual(plain)
    // 一、船。二、网。 in GBK
    const gbk = [0xd2, 0xbb, 0xa1, 0xa2, 0xb4, 0xac, 0xa1, 0xa3, 0xb6, 0xfe, 0xa1, 0xa2, 0xcd, 0xf8, 0xa1, 0xa3]
    const found = await json(write('gbk.txt', new Uint8Array(gbk)))
    expect(found).toEqual(await json(write('same.txt', '一、船。二、网。')))
    expect(found.headings).toBe(2)
  })

  it('fails on the findings asked for, and on no others', async () => {
    const plan = write('plan.txt', TEXT)
    const code = async (list: string) => (await call('ledger', folder, '--source', plan, '--fail-on', list)).code
    expect([await code('unanswered'), await code('missing'), await code('unmarked'), await code('changed')]).toEqual([1, 1, 1, 0])
    expect((await call('ledger', folder, '--fail-on', 'nonsense')).err).toContain('C808')
  })
})

describe('ledger --write', () => {
  it('fills the digests in, keeps everything else, and afterwards finds changes', async () => {
    const plan = write('plan.txt', TEXT)
    const written = await call('ledger', folder, '--source', plan, '--write')
    expect([written.code, written.err]).toEqual([0, `已写入 4 个指纹：${join(folder, 'ledger.policy')}\n`])
    const text = ledgerNow()
    expect(text.match(/指纹「[0-9a-f]{64}」/g)).toHaveLength(4)
    expect(text).toContain('// 自拟的台账')
    expect(text).toContain('// 由下面各款回答')
    for (const words of ['海螺', '供油', '镇里']) expect(text).not.toContain(words)
    expect(compile([{ file: 'a', text }]).diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    const again = await call('ledger', folder, '--source', plan, '--write')
    expect(again.err).toContain('没有需要写入的指纹')
    expect(again.out).toContain('指纹相同：4')
    expect(ledgerNow()).toBe(text)
    const changed = await call(
      ...(['ledger', folder, '--source', write('new.txt', TEXT.replace('三千多', '四千多')), '--fail-on', 'changed'] as const),
    )
    expect(changed.code).toBe(1)
    expect(changed.out).toMatch(/与台账的指纹不同：2：二（\d+ 字）、二（一）/)
    // the other articles, and other line breaks, do not count as changes
    const wrapped = write('wrapped.txt', TEXT.replace('为上岸而写，', '为上岸\n而写,'))
    expect((await call('ledger', folder, '--source', wrapped, '--fail-on', 'changed')).code).toBe(0)
  })

  it('prints instead of writing when asked, and keeps the language of the ledger', async () => {
    const { code, out } = await call('ledger', folder, '--source', write('plan.txt', TEXT), '--stdout', '--lang', 'en')
    expect(code).toBe(0)
    expect(out).toContain('来源 渔船台账/boat_ledger')
    expect(out.match(/指纹「/g)).toHaveLength(4)
    expect(ledgerNow()).toBe(LEDGER)
  })

  it('writes YAML ledgers as YAML', async () => {
    rmSync(join(folder, 'ledger.policy'))
    write('l.policy', LEDGER)
    await call('fmt', join(folder, 'l.policy'), '--as', 'yaml')
    rmSync(join(folder, 'l.policy'))
    const { code, err } = await call('ledger', folder, '--source', write('plan.txt', TEXT), '--write')
    expect([code, err]).toEqual([0, `已写入 4 个指纹：${join(folder, 'l.policy.yaml')}\n`])
    expect(readFileSync(join(folder, 'l.policy.yaml'), 'utf8').match(/digest: .?[0-9a-f]{64}/g)).toHaveLength(4)
  })

  it('wants a text, and is refused over a ledger with errors', async () => {
    expect((await call('ledger', folder, '--write')).err).toContain('C808')
    write('ledger.policy', LEDGER.replace('条「五」', '条 五'))
    const { code, err } = await call('ledger', folder, '--source', write('plan.txt', TEXT), '--write')
    expect(code).toBe(2)
    expect(err).toMatch(/ledger\.policy:\d+/)
  })
})

describe('ledger, called wrongly', () => {
  it('says what is wrong with the file', async () => {
    const huge = write('huge.txt', '')
    truncateSync(huge, 17 * 1024 * 1024)
    const cases: readonly (readonly [string, string])[] = [
      [join(folder, 'plam.txt'), 'C801'],
      [folder, 'C802'],
      [huge, 'C814'],
      [write('scan.pdf', '%PDF-1.7 …'), 'C830'],
      [write('plan.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), 'C830'],
      [write('noise.bin', new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7])), 'C830'],
      [write('broken.txt', new Uint8Array([0xff, 0xff, 0x80])), 'C830'],
      [write('empty.txt', ''), 'C831'],
      [write('blank.txt', ' \n\n'), 'C831'],
      [write('prose.txt', '没有编号的一段话。'), 'C831'],
    ]
    for (const [path, expected] of cases)
      for (const lang of ['zh', 'en']) {
        const { code, out, err } = await call('ledger', folder, '--source', path, '--lang', lang)
        expect([code, out], path).toEqual([2, ''])
        expect(err.match(/\bC8\d\d\b/)?.[0], path).toBe(expected)
        expect(err).not.toMatch(STACK)
      }
  })

  it('wants one policy, one that has a ledger, and names that are there', async () => {
    const plan = write('plan.txt', TEXT)
    write('second.policy', POLICY.replace('渔船上岸/boats', '渔网上岸/nets'))
    const two = await call('ledger', folder, '--source', plan)
    expect([two.code, two.err.match(/C8\d\d/)![0]]).toEqual([2, 'C834'])
    expect((await call('ledger', folder, '--source', plan, '--policy', 'nets')).code).toBe(0)
    expect((await call('ledger', folder, '--policy', 'net')).err).toContain('C809')
    expect((await call('ledger', folder, '--of', 'nobody')).err).toContain('C809')
    rmSync(join(folder, 'second.policy'))
    const bare = write('boats.policy', POLICY.replace('采用 渔船台账；', ''))
    expect((await call('ledger', bare, '--source', plan)).err).toContain('C835')
  })
})
