import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { call } from './call.ts'

const COUNTY = 'policies/henan-county'
const SAMPLES = `${COUNTY}/samples.yaml`
const STACK = /\n\s+at .*:\d+:\d+/

let folder = ''
const made: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-cli-'))
  made.push(folder)
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})
function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

const GOOD = `政策 小政策/tiny {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」 }
  实体 户/household { 字段 收入/income：金额 元/人·年，范围 0 至 1000000 }
  标准 退出/exit 适用于 户 依据「一」{ 须 收入达标/income_line 依据「一」：收入 超过 3700；}
}
`

describe('check', () => {
  it('is content with the shipped policies', async () => {
    const { code, out, err } = await call('check', 'policies')
    // What the documents leave out is remarked upon, and is no fault of the policies.
    expect(err).not.toMatch(/错误 [A-Z]|警告 [A-Z]/)
    expect(out).toContain('0 个错误，0 个警告')
    expect(code).toBe(0)
  })

  it('says code, place, what and help, in Chinese and English', async () => {
    const path = write('bad.policy', GOOD.replace('收入 超过', '收人 超过'))
    const zh = await call('check', path)
    expect(zh.code).toBe(1)
    expect(zh.err).toMatch(/bad\.policy:5:\d+ 错误 N2\d\d/)
    expect(zh.err).toContain('收人')
    expect(zh.err).toContain('怎么办')
    const en = await call('check', path, '--lang', 'en')
    expect(en.err).toMatch(/error N2\d\d/)
    expect(zh.err + en.err).not.toMatch(STACK)
  })

  it('speaks JSON and SARIF', async () => {
    const path = write('bad.policy', GOOD.replace('收入 超过', '收人 超过'))
    const json = JSON.parse((await call('check', path, '--format', 'json')).out)
    expect(json.findings[0]).toMatchObject({ severity: 'error', line: 5 })
    const sarif = JSON.parse((await call('check', path, '--format', 'sarif')).out)
    expect(sarif.version).toBe('2.1.0')
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine).toBe(5)
  })

  it('names the near file when there is none of that name', async () => {
    const path = write('policy.policy', GOOD)
    const { code, err } = await call('check', path.replace('policy.policy', 'polcy.policy'))
    expect(code).toBe(2)
    expect(err).toContain('C801')
    expect(err).toContain('policy.policy')
  })

  it('refuses GBK and UTF-16 with a word about saving as UTF-8', async () => {
    const gbk = write('gbk.policy', new Uint8Array([0xd5, 0xfe, 0xb2, 0xdf, 0x20, 0xd0, 0xa1, 0x7b, 0x7d]))
    expect((await call('check', gbk)).err).toContain('GB18030/GBK')
    const utf16 = write('utf16.policy', Buffer.from('\ufeff政策', 'utf16le'))
    const { code, err } = await call('check', utf16)
    expect(code).toBe(2)
    expect(err).toContain('UTF-16')
  })

  it('refuses a folder without policies', async () => {
    const { code, err } = await call('check', folder)
    expect(code).toBe(2)
    expect(err).toContain('C817')
  })
})

describe('eval', () => {
  it('decides the samples, with reasons and clauses', async () => {
    const { code, out } = await call('eval', COUNTY, '--facts', SAMPLES, '--explain')
    expect(code).toBe(0)
    expect(out).toContain('38.5')
    expect(out).toContain('三.1')
    expect(out).toMatch(/读入 \d+：达标 \d+，不达标 \d+/)
    const counts = /读入 (\d+)：(.*)/.exec(out)!
    expect([...counts[2]!.matchAll(/\d+/g)].reduce((sum, n) => sum + Number(n[0]), 0)).toBe(Number(counts[1]))
  })

  it('wants the date, and says which it used', async () => {
    const facts = write('h.json', '{"收入": 5000}')
    const policy = write('p.policy', GOOD)
    const without = await call('eval', policy, '--facts', facts)
    expect(without.code).toBe(2)
    expect(without.err).toContain('C807')
    const given = await call('eval', policy, '--facts', facts, '--as-of', '2019-12-01')
    expect(given.code).toBe(0)
    expect(given.out).toContain('评定日 2019年12月1日，年度 2019年')
    expect((await call('eval', policy, '--facts', facts, '--as-of', '2019-02-30')).err).toContain('C808')
  })

  it('reads JSON, NDJSON and YAML; a refused record does not stop the others', async () => {
    const policy = write('p.policy', GOOD)
    const at = ['--as-of', '2019-12-01'] as const
    for (const [name, text] of [
      ['h.ndjson', '{"收入": 5000}\n{"收入": "四千"}\n{"收入": 3700}\n'],
      ['h.json', '[{"收入": 5000}, {"收入": "四千"}, {"收入": 3700}]'],
      ['h.yaml', '- 收入: 5000\n- 收入: 四千\n- 收入: 3700\n'],
    ] as const) {
      const { out, code } = await call('eval', policy, '--facts', write(name, text), ...at)
      expect(out, name).toContain('读入 3：达标 1，不达标 1，暂缓 0，待定 0，不适用 0，拒收 1')
      expect(code).toBe(0)
    }
  })

  it('tells where a facts file is broken', async () => {
    const policy = write('p.policy', GOOD)
    const broken = await call('eval', policy, '--facts', write('h.json', '{"收入": 5000,\n "水" true}'), '--as-of', '2019-12-01')
    expect(broken.code).toBe(2)
    expect(broken.err).toContain('C804')
    expect(broken.err).toMatch(/h\.json:2/)
    const empty = await call('eval', policy, '--facts', write('e.json', ''), '--as-of', '2019-12-01')
    expect(empty.err).toContain('C811')
    const line = await call('eval', policy, '--facts', write('h.ndjson', '{"收入": 1}\n{"收入" 2}\n'), '--as-of', '2019-12-01')
    expect(line.err).toMatch(/h\.ndjson:2/)
    for (const { err } of [broken, empty, line]) expect(err).not.toMatch(STACK)
  })

  it('exits with 1 only on the outcomes asked for', async () => {
    const policy = write('p.policy', GOOD)
    const facts = write('h.json', '{"收入": 3700}')
    const base = ['eval', policy, '--facts', facts, '--as-of', '2019-12-01'] as const
    expect((await call(...base)).code).toBe(0)
    expect((await call(...base, '--fail-on', 'unmet,undetermined')).code).toBe(1)
    expect((await call(...base, '--fail-on', 'met')).code).toBe(0)
    expect((await call(...base, '--fail-on', 'passed')).err).toContain('C808')
  })

  it('takes readings by either name and refuses others', async () => {
    const base = ['eval', 'policies/henan-measure', '--facts', 'policies/henan-measure/samples.yaml'] as const
    expect((await call(...base, '--reading', '百分之二以下=不含本数')).code).toBe(0)
    expect((await call(...base, '--reading', 'two_percent=exclusive')).code).toBe(0)
    const wrong = await call(...base, '--reading', 'two_precent=exclusive')
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('two_percent')
  })

  it('refuses a vocabulary, an unknown standard, a policy with errors', async () => {
    expect((await call('eval', 'policies/vocabulary', '--facts', SAMPLES)).err).toContain('C805')
    const standard = await call('eval', COUNTY, '--facts', SAMPLES, '--standard', 'village_exit')
    expect(standard.err).toContain('household_exit')
    const bad = write('bad.policy', GOOD.replace('收入 超过', '收人 超过'))
    const { code, err } = await call('eval', bad, '--facts', SAMPLES)
    expect(code).toBe(2)
    expect(err).toContain('收人')
  })
})

describe('replay', () => {
  it('finds its own records identical, and a changed one different', async () => {
    const { out } = await call('eval', COUNTY, '--facts', SAMPLES, '--format', 'json')
    const path = write('record.json', out)
    const same = await call('replay', path)
    expect(same.err).toBe('')
    expect(same.out).toContain('一致')
    const changed = write('changed.json', out.replace(/"outcome": "unmet"/, '"outcome": "met"'))
    const differs = await call('replay', changed)
    expect(differs.code).toBe(1)
    expect(differs.err).toContain('C813')
    expect((await call('replay', SAMPLES)).err).toMatch(/C80\d|C812/)
  })
})

describe('test', () => {
  it('runs the shipped suites', async () => {
    const { code, out } = await call('test', 'policies', '--coverage')
    expect(out).toMatch(/\d+ 个通过，0 个失败/)
    expect(out).toContain('覆盖')
    expect(code).toBe(0)
  })

  it('shows expected, actual and the reason; writes JUnit', async () => {
    write('p.policy', GOOD)
    const suite = write(
      'p.test.yaml',
      'policy: tiny\nstandard: exit\ntimes: {as_of: "2019-12-01", year: 2019}\ncases:\n  - {name: 正好, facts: {收入: 3700}, expect: {outcome: met}}\n  - {name: 另一户, facts: {收入: 3800}, expect: {outcome: met}}\n',
    )
    const junit = join(folder, 'junit.xml')
    const { code, out } = await call('test', folder, '--junit', junit)
    expect(code).toBe(1)
    expect(out).toContain('+ 期望: 达标（met）')
    expect(out).toContain('- 实际: 不达标（unmet）')
    expect(out).toContain('1 个通过，1 个失败')
    expect(out).toContain('3,700')
    expect(readFileSync(junit, 'utf8')).toContain('failures="1"')
    expect((await call('test', folder, '--filter', '另一')).code).toBe(0)
    expect((await call('test', suite, '--format', 'json')).out).toContain('"status": "failed"')
  })

  it('says so when there is nothing to run', async () => {
    const { code, err } = await call('test', folder)
    expect(code).toBe(2)
    expect(err).toContain('*.test.yaml')
  })
})

describe('fmt', () => {
  it('lays out, then has nothing to do', async () => {
    const path = write('p.policy', GOOD.replace('收入 超过 3700', '收入  超过3700'))
    expect((await call('fmt', path, '--check')).code).toBe(1)
    const before = readFileSync(path, 'utf8')
    expect(before).toContain('收入  超过3700')
    expect((await call('fmt', path)).code).toBe(0)
    expect(readFileSync(path, 'utf8')).not.toBe(before)
    const again = await call('fmt', path, '--check')
    expect(again.code).toBe(0)
    expect(again.out).toContain('已经整齐')
  })

  it('writes YAML beside it, and English to standard output', async () => {
    const path = write('p.policy', GOOD)
    expect((await call('fmt', path, '--as', 'yaml')).code).toBe(0)
    expect(readFileSync(`${path}.yaml`, 'utf8')).toContain('must: 收入达标/income_line')
    const english = await call('fmt', path, '--lang', 'en', '--stdout')
    expect(english.out).toContain('must 收入达标/income_line')
    expect(english.out).toContain('income exceeds 3700')
  })

  it('leaves a broken file as it is', async () => {
    const path = write('p.policy', GOOD.replace('：收入 超过', '收入 超过 超过'))
    const before = readFileSync(path, 'utf8')
    const { code, err } = await call('fmt', path)
    expect(code).toBe(2)
    expect(err).toContain('C816')
    expect(readFileSync(path, 'utf8')).toBe(before)
  })
})

describe('schema and types', () => {
  it('print what an engineer needs', async () => {
    const schema = JSON.parse((await call('schema', COUNTY)).out)
    expect(schema.$schema).toContain('2020-12')
    expect((await call('types', COUNTY)).out).toContain('net_income_pc')
    expect(JSON.parse((await call('schema', '--of', 'suite')).out).title).toBe('Tiaoli policy tests')
    expect(JSON.parse((await call('schema', '--of', 'policy-yaml')).out).$schema).toContain('json-schema')
    expect((await call('schema')).err).toContain('C810')
  })
})

describe('the call itself', () => {
  it('helps in both languages', async () => {
    expect((await call('--help')).out).toContain('检查政策文件')
    expect((await call('--help', '--lang', 'en')).out).toContain('check policy files')
    expect((await call('eval', '--help')).out).toContain('评定日')
    expect((await call('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['chek']],
    [['check', '--formt', 'json']],
    [['eval', COUNTY]],
    [['check', '--format', 'xml']],
    [['fmt', '--lang', 'fr']],
  ])('refuses %j with a code', async (argv) => {
    const { code, err, out } = await call(...argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('C810')
    expect(err).not.toMatch(STACK)
  })

  it('colours only when asked', async () => {
    const path = write('bad.policy', GOOD.replace('收入 超过', '收人 超过'))
    expect((await call('check', path)).err).not.toContain('\u001b[')
    expect((await call('check', path, '--color', 'always')).err).toContain('\u001b[')
  })
})
