import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from './call.ts'

const POLICY = `政策 登记小政策/small {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」；条「三」 }
  枚举 登记状态/state { 贫困户/poor；脱贫户/exited；返贫户/returned }
  枚举 变动/change { 出生/birth；死亡/death }
  角色 村两委/committees；
  实体 户/household {
    字段 收入/income：金额 元/人·年，范围 0 至 1000000；
    字段 家庭人口/size：整数 人，范围 1 至 30；
    字段 状态/status：登记状态；
    字段 识别年度/identified：年份；
  }
  解释 超过线/over_line 依据「一」{ 不含本数/over（默认）；含本数/from }
  标准 户退出/household_exit 适用于 户 依据「一」{ 须 收入达标/income_line 依据「一」：收入 超过 3700；}
  登记册 农户登记/book 适用于 户 记于 状态 依据「三」{
    状态 贫困户；状态 脱贫户；状态 返贫户；
    转移 脱贫/leave 从 贫困户、返贫户 到 脱贫户 标签「脱贫」当 按 超过线 { 不含本数：收入 > 3700；含本数：收入 ≥ 3700 } 依据「三」；
    转移 返贫/fall 从 脱贫户 到 返贫户 依据「三」；
    禁止 当年识别/new 从 贫困户 到 脱贫户 当 识别年度 = 年度 依据「三」；
    增 出生 标签「自然增加」；减 死亡 标签「自然减少」销号；
  }
  目标 减贫人数/people 适用于 户 计 家庭人口 止 2019-11-30 依据「一」：7 人；
  排序 先退/first 适用于 户 次序 低者先 由 村两委 依据「一」：收入；
  排序 谁更符合/fitter 适用于 户 由 村两委 依据「一」；
}
`
const HISTORIES = `- 对象: 一号
  起始: {日期: "2017-01-01", 状态: 贫困户, 人口: 3}
  变更:
    - {日期: "2018-12-01", 转移: 脱贫, 标签: 脱贫, 事实: {收入: 4000, 识别年度: 2018}}
    - {日期: "2019-12-01", 转移: 脱贫, 标签: 脱贫, 事实: {收入: 3700, 识别年度: 2018}}
    - {日期: "2019-12-20", 转移: 脱贫, 标签: 脱贫, 事实: {收入: 4000, 识别年度: 2018}}
    - {日期: "2020-06-01", 转移: 返贫}
    - {日期: "2020-12-01", 转移: 脱贫, 标签: 脱贫}
  人口变动: [{日期: "2019-03-01", 变动: 出生, 人员: 丁}]
  事实: {收入: 3000}
- 对象: 二号
  起始: {日期: "2017-01-01", 状态: 贫困}
  变更: [{日期: "2019-02-30", 转移: 脱贫}]
- 对象: 三号
  起始: {日期: "2017-01-01", 状态: 贫困户}
  变更: [{日期: "2019-02-28", 转移: 脱贫, 标签: 脱贫, 事实: {收人: 1}}]
`
const FACTS = `- {id: 一号, 收入: 5000, 家庭人口: 3}
- {id: 二号, 收入: 4000, 家庭人口: 4}
- {id: 三号, 收入: 3000, 家庭人口: 4}
- {id: 四号, 家庭人口: 4}
- {id: 五号, 收入: 多}
`
const STACK = /\n\s+at .*:\d+:\d+/

let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-register-'))
  writeFileSync(at('small.policy'), POLICY)
  writeFileSync(at('h.yaml'), HISTORIES)
  writeFileSync(at('f.yaml'), FACTS)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const register = (...more: string[]) => call('register', at('small.policy'), '--history', at('h.yaml'), ...more)
const targets = (...more: string[]) =>
  call('targets', at('small.policy'), '--facts', at('f.yaml'), '--as-of', '2019-12-01', ...more)

describe('register', () => {
  it('tells each day, why a change was not taken, and what may be done next', async () => {
    const { code, out, err } = await register()
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n\n')[0]).toBe(`■ 一号
  登记册「农户登记」，到 2020-12-01 为止
    2017-01-01  贫困户，2017 年度
    2018-12-01  ✗ 脱贫 → 脱贫户：没有生效，状态不变
        禁止：当年识别，识别年度 2018，依据「三」
    2019-12-01  ✗ 脱贫 → 脱贫户：没有生效，状态不变
        条件不成立，收入 3700.00 元/人·年，依据「三」
    2019-12-20  ✓ 脱贫 → 脱贫户，标签「脱贫」，2019 年度
    2020-06-01  ✓ 返贫 → 返贫户，2020 年度
    2020-12-01  ? 脱贫 → 脱贫户：还不能确定是否生效
        不能确定：条件是否成立，还需要：收入，依据「三」
    2019-03-01 出生：丁，标签「自然增加」
  现在：不能确定，返贫户 或 脱贫户
  家庭人口：4 人
  可以办什么：
    脱贫 → 脱贫户：不可以，条件不成立，依据「三」
    返贫 → 返贫户：未知，依据「三」`)
  })

  it('says all of it in English too', async () => {
    const { out } = await register('--lang', 'en', '--on', '2019-12-31')
    const first = out.split('\n\n')[0]!
    expect(first).toContain('2018-12-01  ✗ leave → exited: not taken, the state stays')
    expect(first).toContain('forbidden: new, identified 2018, per 「三」')
    expect(first).toContain('now: exited, label “脱贫”, year 2019')
    expect(first.replace(/一号|丁|「三」|“[^”]*”/g, '')).not.toMatch(/[\u3400-\u9fff]/)
  })

  it('refuses what is wrong with its path and what is near, and goes on with the others', async () => {
    const { out, err } = await register()
    expect(out).toContain('■ 二号\n  拒收：历史有误\n  ✗ K509 起始.状态: 登记册里没有状态 "贫困"\n    相近的：贫困户。')
    expect(out).toContain('✗ K506 变更[0].日期: 没有 2019-02-30 这一天')
    expect(out).toContain('■ 三号\n  拒收：历史有误\n  ✗ F601 变更[0].事实.收人: 这里没有「收人」这一项')
    const en = await register('--lang', 'en')
    expect(en.out).toContain('✗ K509 start.state: the register has no state "贫困"')
    expect(out + err + en.out).not.toMatch(STACK)
  })

  it('sees up to the day asked about, and takes readings', async () => {
    expect((await register('--on', '2019-12-10')).out).toContain('现在：贫困户')
    const other = await register('--on', '2019-12-10', '--reading', '超过线=含本数')
    expect(other.out).toContain('现在：脱贫户，标签「脱贫」，2019 年度')
  })

  it('speaks JSON', async () => {
    const { out } = await register('--format', 'json', '--on', '2019-12-31')
    const { schema, histories } = JSON.parse(out)
    expect(schema).toBe('tiaoli/register/1')
    expect(histories.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toEqual([
      ['一号', 'judged'],
      ['二号', 'rejected'],
      ['三号', 'rejected'],
    ])
    expect(histories[0]).toMatchObject({
      register: 'book',
      on: '2019-12-31',
      now: { state: 'exited', year: 2019 },
      years: { poor: 2017, exited: 2019 },
      size: 4,
    })
  })

  it('fails on what it is told to fail on', async () => {
    writeFileSync(at('good.json'), JSON.stringify({ start: { on: '2017-01-01', state: 'poor' } }))
    const good = (...more: string[]) => call('register', at('small.policy'), '--history', at('good.json'), ...more)
    expect((await good('--fail-on', 'rejected,finding,unclear')).code).toBe(0)
    for (const what of ['rejected', 'finding', 'unclear']) expect((await register('--fail-on', what)).code).toBe(1)
  })

  it.each([
    ['a day that does not exist', ['--on', '2019-02-30'], 'C808'],
    ['a register it does not have', ['--register', '村登记'], 'C809'],
    ['a reading it does not have', ['--reading', 'x=y'], 'C809'],
    ['a finding there is none of', ['--fail-on', 'all'], 'C808'],
  ])('refuses %s', async (_, more, expected) => {
    const { code, err } = await register(...more)
    expect(code).toBe(2)
    expect(err).toContain(expected)
    expect(err).not.toMatch(STACK)
  })

  it('asks for a day where the file has none', async () => {
    writeFileSync(at('blank.json'), JSON.stringify([{ 对象: '九号' }]))
    const blank = (...more: string[]) => call('register', at('small.policy'), '--history', at('blank.json'), ...more)
    const { code, err } = await blank()
    expect([code, err.includes('--on')]).toEqual([2, true])
    expect((await blank('--on', '2019-01-01')).out).toContain('现在：不在登记册上')
  })
})

describe('targets', () => {
  it('says how far the list comes, and orders the met and only those', async () => {
    const { code, out, err } = await targets('--standard', '户退出')
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(`政策「登记小政策」，评定日 2019-12-01，年度 2019，名单 5 个
目标「减贫人数」：7 人，已计 7 至 41 人，已达到，期限 2019-11-30（已过），依据「一」
  2 个计入，2 个可能计入，1 个不计（可能计入的有 1 个因事实有误被拒收）
排序「先退」：只排达标的 2 个，低者先，由 村两委，依据「一」
  第 1 位：二号（4000）
  第 2 位：一号（5000）
排序「谁更符合」：只排达标的 2 个，依据「一」
  文件没有写明次序，由 村两委 评定；同列：一号、二号
`)
  })

  it('says so in English', async () => {
    const { out } = await targets('--lang', 'en')
    expect(out).toContain('target `people`: 7 person, counted 7 to 41 person, reached, due 2019-11-30 (passed), per 「一」')
    expect(out).toContain('the instrument gives no order; committees decide; side by side: 一号, 二号')
  })

  it('speaks JSON', async () => {
    const { lists } = JSON.parse((await targets('--format', 'json')).out)
    expect(lists[0].subjects.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'met',
      'met',
      'unmet',
      'undetermined',
      'rejected',
    ])
    expect(lists[0].targets[0]).toMatchObject({
      target: 'people',
      state: 'reached',
      counted: { low: '7', high: '41', unit: '人' },
    })
    expect(lists[0].rankings[0].places).toEqual([
      { place: 1, at: [1], value: '4000' },
      { place: 2, at: [0], value: '5000' },
    ])
  })

  it('needs a day and a standard it knows', async () => {
    expect((await call('targets', at('small.policy'), '--facts', at('f.yaml'))).err).toContain('C807')
    expect((await targets('--standard', '村退出')).err).toContain('C806')
  })
})
