import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { call } from './call.ts'

const LINE = 'examples/01-a-line'
const COUNTY = 'policies/henan-county'
const STACK = /\n\s+at .*:\d+:\d+/

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-generate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string) => join(folder, name)

describe('generate', () => {
  it.each(['json', 'yaml', 'ndjson'])('writes %s that eval decides without rejecting any, marked as invented', async (form) => {
    const path = file(`households.${form}`)
    const made = await call('generate', '--like', COUNTY, '--households', '60', '--seed', '4', '-o', path)
    expect([made.err, made.code]).toEqual(['', 0])
    expect(made.out).toContain('模拟数据：60 个')
    expect(made.out).toContain(path)
    const decided = await call('eval', COUNTY, '--facts', path, ...(form === 'ndjson' ? ['--as-of', '2019-12-01'] : []))
    expect([decided.err, decided.code]).toEqual(['', 0])
    expect(decided.out).toMatch(/读入 60：达标 \d+.*拒收 0/)
    expect(decided.out).toContain('■ 模拟-000001')
    const text = readFileSync(path, 'utf8')
    const marks =
      form === 'ndjson'
        ? text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [form === 'yaml' ? parse(text) : JSON.parse(text)]
    for (const one of marks) expect(one['模拟数据']).toBe(true)
  })

  it('writes the same subjects in each form', async () => {
    const [json, yaml, lines] = await Promise.all(
      ['json', 'yaml', 'ndjson'].map(
        async (form) => (await call('generate', '--like', COUNTY, '--households', '20', '--format', form)).out,
      ),
    )
    const subjects = JSON.parse(json!).subjects
    expect(parse(yaml!)).toEqual(JSON.parse(json!))
    expect(
      lines!
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(subjects.map(({ facts }: { facts: object }) => ({ 模拟数据: true, ...facts })))
    for (const { name, facts } of subjects) {
      expect(name).toMatch(/^模拟-\d{6} .模拟$/)
      expect(facts['户主姓名']).toMatch(/模拟$/)
      expect(facts['所在村']['村名']).toMatch(/^模拟村-/)
    }
  })

  it('gives the same bytes for a seed, other bytes for another, and names by language', async () => {
    const run = async (...more: string[]) => (await call('generate', '--like', COUNTY, '--households', '12', ...more)).out
    expect(await run('--seed', '9')).toBe(await run('--seed', '9'))
    expect(await run('--seed', '10')).not.toBe(await run('--seed', '9'))
    const en = JSON.parse(await run('--lang', 'en'))
    expect(en.subjects[0].facts['size']).toBe(JSON.parse(await run()).subjects[0].facts['家庭人口'])
  })

  it('takes villages and counties, a day, villages, holes and every fact', async () => {
    const measure = 'policies/henan-measure'
    const made = async (...more: string[]) =>
      JSON.parse((await call('generate', '--like', measure, '--lang', 'en', '--households', '10', ...more)).out)
    expect((await made('--standard', '贫困村退出')).subjects[0].facts['village_name']).toMatch(/^模拟村/)
    expect((await made('--standard', 'county_exit')).subjects[0].facts['county_name']).toMatch(/^模拟县/)
    expect((await made('--as-of', '2018-06-30')).times).toEqual({ as_of: '2018-06-30', year: 2018 })
    const villages = (await made('--villages', '2', '--holes', '0')).subjects.map(
      (one: { facts: { village: { id: string } } }) => one.facts.village.id,
    )
    expect(new Set(villages).size).toBe(2)
    const keys = async (...more: string[]) => Object.keys((await made('--holes', '0%', ...more)).subjects[0].facts).length
    expect(await keys('--all')).toBeGreaterThan((await keys()) + 5)
  })

  it('says on the side what a bare list of lines cannot', async () => {
    const { out, err, code } = await call('generate', '--like', LINE, '--households', '2', '--format', 'ndjson')
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(err).toMatch(/评定日 \d{4}-\d\d-\d\d，年度 \d{4}，种子 1/)
  })

  it.each([
    ['no households', ['--households', '0'], 'C808'],
    ['fewer than none', ['--households=-5'], 'C808'],
    ['half a household', ['--households', '1.5'], 'C808'],
    ['absurdly many', ['--households', '99999999999'], 'C808'],
    ['no number', ['--households', 'many'], 'C808'],
    ['an unknown standard', ['--households', '3', '--standard', 'nowhere'], 'C806'],
    ['a day out of force', ['--households', '3', '--as-of', '1999-01-01'], 'C808'],
    ['no day', ['--households', '3', '--as-of', '2019-02-30'], 'C808'],
    ['more villages than households', ['--households', '3', '--villages', '4'], 'C808'],
    ['more holes than facts', ['--households', '3', '--holes', '150%'], 'C808'],
    ['an unknown form', ['--households', '3', '--format', 'xlsx'], 'C810'],
    ['an unknown reading', ['--households', '3', '--reading', 'x=y'], 'C809'],
    ['nowhere to write', ['--households', '3', '-o', 'no/such/folder/x.json'], 'C815'],
  ])('refuses %s with code and help, in both languages', async (_name, argv, code) => {
    for (const lang of ['zh', 'en']) {
      const { code: exit, err, out } = await call('generate', '--like', COUNTY, ...argv, '--lang', lang)
      expect(exit).toBe(2)
      expect(err).toContain(code)
      expect(err).toContain(lang === 'zh' ? '怎么办' : 'help')
      expect(err + out).not.toMatch(STACK)
    }
  })

  it('asks which policy where there are several, and takes no policy with errors', async () => {
    const several = await call('generate', '--like', 'policies', '--households', '3')
    expect([several.code, several.err.includes('henan_county')]).toEqual([2, true])
    expect((await call('generate', '--like', 'policies', '--policy', 'henan_county', '--households', '3')).code).toBe(0)
    const broken = file('broken.policy')
    writeFileSync(broken, '政策 坏/bad { 标准 退出/exit 适用于 户 { } }')
    const bad = await call('generate', '--like', broken, '--households', '3', '-o', file('never.json'))
    expect(bad.code).toBe(2)
    expect(existsSync(file('never.json'))).toBe(false)
  })

  it('says when the relations cannot hold together, and leaves no file', async () => {
    const path = file('never.policy')
    writeFileSync(
      path,
      `政策 不可能/never { 施行 自 2020-01-01；来源 办法/m { 条「一」 }
        实体 户/household { 字段 数/n：整数 人，范围 0 至 9 }
        约束 空/void 适用于 户：年度 = 1，出处「没有」；
        标准 合格/pass 适用于 户 依据「一」{ 须 够/enough 依据「一」：数 ≥ 7；} }`,
    )
    const { code, err } = await call('generate', '--like', path, '--households', '3', '-o', file('void.json'))
    expect(code).toBe(2)
    expect(err).toContain('约束能同时成立')
    expect(existsSync(file('void.json'))).toBe(false)
  })
})
