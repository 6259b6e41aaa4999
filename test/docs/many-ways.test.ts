import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { call } from '../cli/call.ts'

/** examples/20-many-ways: what it says of itself, and every file of it in one line each. Its suites run with the others (test/policies). */
const FOLDER = 'examples/20-many-ways'
const at = (name: string) => join(FOLDER, name)
const policies = readdirSync(FOLDER).filter((name) => name.endsWith('.policy'))
const texts = new Map(policies.map((name) => [name, readFileSync(at(name), 'utf8')]))

describe('the table at the top', () => {
  const rows = [...texts.get('province.policy')!.matchAll(/^\/\/ .* (\S+\.policy):(\d+) +(.+)$/gm)].map((m) => m.slice(1))

  it('has a row for each thing the policy is there to show', () => {
    const kinds = new Set(rows.map(([, , construct]) => construct!.split(' ')[0]))
    for (const kind of '计分 不得 参数 地区 表 定义 须 原则上 解释 替代 删去 日历 计日 表决 不同意 公示 征询 抽查 登记 转移 程序 禁止 效果 目标 排序'.split(
      ' ',
    ))
      expect(kinds).toContain(kind)
  })

  it.each(rows)('%s:%s %s', (file, line, construct) => {
    expect(texts.get(file!)!.split('\n')[Number(line) - 1]).toContain(construct)
  })
})

it('checks without errors, warnings or hints', () => {
  const { diagnostics } = compile(policies.map((name) => ({ file: at(name), text: texts.get(name)! })))
  expect(diagnostics.map(({ code, span }) => `${code} ${span.file}:${span.start}`)).toEqual([])
})

describe('printing', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiaoli-many-ways-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['zh', 'dsl', 'policy'],
    ['en', 'dsl', 'policy'],
    ['zh', 'yaml', 'policy.yaml'],
    ['en', 'yaml', 'policy.yaml'],
  ])('in %s as %s and back loses nothing', async (lang, as, ending) => {
    for (const name of policies) {
      const printed = await call('fmt', at(name), '--lang', lang, '--as', as, '--stdout')
      expect([printed.code, printed.err]).toEqual([0, ''])
      const there = join(folder, `${lang}-${as}-${name.replace('.policy', '')}.${ending}`)
      writeFileSync(there, printed.out)
      const back = await call('fmt', there, '--lang', 'zh', '--as', 'dsl', '--stdout')
      expect(back.out).toBe(texts.get(name))
    }
  })
})

describe('one line each', () => {
  it('eval decides every sample under the version in force on its day', async () => {
    const { code, out, err } = await call('eval', FOLDER, '--facts', at('samples.yaml'))
    expect([code, err.match(/版本 \d/g)]).toEqual([0, ['版本 1', '版本 2']])
    expect(out).toContain('读入 7：达标 2，不达标 3，暂缓 1，待定 1，不适用 0，拒收 0')
  })

  it('eval decides a village from its households and a county from its villages', async () => {
    const { code, out } = await call('eval', at('province.policy'), '--facts', at('levels.yaml'))
    expect([code, out.includes('读入 2：达标 2，')]).toEqual([0, true])
  })

  it('readings finds the household that depends on how heads are counted', async () => {
    const { out } = await call('readings', at('province.policy'), '--facts', at('samples.yaml'), '--standard', 'trial_exit')
    expect(out).toContain('木家（模拟）——样样都好：达标 → 不达标')
  })

  it('register: two years of probation, a roll-back, a case that was breached', async () => {
    const { code, out } = await call('register', at('province.policy'), '--history', at('history.yaml'), '--format', 'json')
    expect(code).toBe(0)
    const taken = JSON.parse(out).histories.map((one: { name: string; now: { state: string }; days: Day[] }) => [
      one.name,
      one.now.state,
      one.days.flatMap(({ on, changes }) =>
        changes.map(
          (change) => `${on} ${change.transition} ${change.taken ? 'taken' : change.findings.map((f) => f.code).join()}`,
        ),
      ),
    ])
    expect(taken).toEqual([
      [
        '木家（模拟）',
        'settled',
        ['2019-08-25 proposed taken', '2019-12-20 trial taken', '2021-12-19 settle guard', '2021-12-20 settle taken'],
      ],
      [
        '禾家（模拟）',
        'candidate',
        [
          '2019-08-25 proposed taken',
          '2019-12-20 trial taken',
          '2020-05-13 fall_back taken',
          '2020-08-25 proposed forbidden',
          '2021-08-25 proposed taken',
        ],
      ],
      ['梅家（模拟）', 'listed', ['2019-12-20 trial procedure', '2020-01-05 withdrawn taken']],
    ])
  })

  it('register says in words what is still needed for another year', async () => {
    const { out } = await call('register', at('province.policy'), '--history', at('history.yaml'))
    expect(out).toContain('家庭年收入〔2019〕、家庭年收入〔2020〕')
    expect(out).not.toMatch(/@\d/)
  })

  it('case: conformant, and lawful for those who meet the standard', async () => {
    const { code, out } = await call('case', FOLDER, '--case', at('village.case.yaml'))
    expect(code).toBe(0)
    expect(out).toContain('案卷：合规（4 户）')
    expect(out).toContain('甲户、乙户：退出合法')
    expect(out).toContain('丙户：退出不合法（标准不达标，程序合规）')
    expect(out).toContain('丁户：退出是否合法还不能定')
  })

  it('plan: every step can be kept', async () => {
    const { code, out } = await call('plan', at('province.policy'), '--procedure', 'trial_steps', '--year', '2019')
    expect([code, out.includes('每一步都守得住')]).toEqual([0, true])
  })

  it('targets count, and rank the met only', async () => {
    const { out } = await call('targets', at('province.policy'), '--facts', at('samples.yaml'), '--standard', 'trial_exit')
    expect(out).toContain('目标「年度退出人数」：1200 人')
    expect(out).toContain('排序「收入高的先退」：只排达标的 2 个')
  })

  it('ledger: every article answered', async () => {
    const { out } = await call('ledger', at('province.policy'))
    expect(out).toContain('没人回答 0')
  })
})

interface Day {
  readonly on: string
  readonly changes: readonly { transition: string; taken: boolean; findings: readonly { code: string }[] }[]
}
