import { describe, expect, it } from 'vitest'
import { run } from '../../engine/cli/main.ts'
import { call } from './call.ts'

const COUNTY = 'policies/henan-county'
const HAN = /[\u3400-\u9fff，。：；“”「」（）、]/
const width = (line: string) => [...line].reduce((sum, c) => sum + (HAN.test(c) ? 2 : 1), 0)

async function json(...argv: string[]) {
  return JSON.parse((await call('plan', ...argv, '--format', 'json')).out)
}

describe('tiaoli plan', () => {
  it('lays out the days of the county’s procedure', async () => {
    const plan = await json(COUNTY)
    expect(plan).toMatchObject({ schema: 'tiaoli/plan/1', procedure: 'household_exit_steps', year: 2019, findings: [] })
    const [vote, , posting, , , , , , last] = plan.steps
    expect(vote).toMatchObject({
      step: 'village_vote',
      from: '2019-10-12',
      to: '2019-10-12',
      slack: 0,
      roles: ['village_committees'],
    })
    expect(posting).toMatchObject({ from: '2019-10-15', to: '2019-10-24', latest: '2019-10-24', slack: 0 })
    expect(posting.limits).toMatchObject([
      { line: 'window.1', day: '2019-10-24', kind: 'window', cites: [{ article: '四第三步1' }] },
    ])
    expect(last).toMatchObject({ step: 'deregistration', limits: [{ day: '2019-12-31', kind: 'due' }] })
  })

  it('says what cannot be kept first, with the arithmetic: AMB-07, AMB-08', async () => {
    for (const [reading, last] of [
      ['天数读法=按工作日', '2019-10-28'],
      ['首日读法=首日不计', '2019-10-25'],
    ] as const) {
      const { out, code } = await call('plan', COUNTY, '--reading', reading)
      expect(code).toBe(0)
      expect(out).toContain(`2019 年从 2019-10-15 贴出，要贴到 ${last}，时段却到 2019-10-24 为止`)
      expect(out.indexOf('W703')).toBeLessThan(out.indexOf('须留余地'))
      expect(out).not.toContain('每一步都守得住')
    }
    expect((await json(COUNTY, '--reading', 'day_kind=working_days')).findings.map((f: { code: string }) => f.code)).toContain(
      'W703',
    )
  })

  it('begins on a day, and says when that is too late', async () => {
    const plan = await json(COUNTY, '--start', '2019-10-13')
    expect(plan.steps[0]).toMatchObject({ from: '2019-10-13', slack: -1 })
    expect(plan.findings).toMatchObject([{ code: 'W701' }])
    expect((await json(COUNTY, '--year', '2018')).steps[0]).toMatchObject({ from: '2018-10-12' })
  })

  it('counts days from another step, and names the line', async () => {
    const { out } = await call('plan', 'examples/07-a-case', '--lang', 'en')
    expect(out).toContain('Every step can keep its days.')
    expect(out).toMatch(/consent +2019-10-20 +10-23 after posting +12-09 +3 d/)
  })

  it.each(['zh', 'en'])('keeps to 80 columns but for the arithmetic, and uses more where there are more: %s', async (lang) => {
    const narrow = (await call('plan', COUNTY, '--lang', lang)).out
    expect(
      narrow
        .split('\n')
        .slice(1)
        .filter((line) => width(line) > 80),
    ).toEqual([])
    let wide = ''
    await run(['plan', COUNTY, '--lang', lang], { out: (text) => (wide += text), err: () => {}, isTTY: false, columns: 160 })
    expect(wide.split('\n').length).toBeLessThan(narrow.split('\n').length)
    expect(wide).toMatch(lang === 'zh' ? /余地 +由谁做/ : /slack +by whom/)
  })

  it.each([
    [[COUNTY, '--start', '2019-02-30'], 'C808'],
    [[COUNTY, '--year', '19'], 'C808'],
    [[COUNTY, '--procedure', '村退出'], 'C809'],
    [['examples/00-first'], 'C840'],
  ])('tells what is wrong with %j', async (argv, wanted) => {
    const { code, err } = await call('plan', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(wanted)
  })
})
