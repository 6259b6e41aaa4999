import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileAt } from '../../engine/cli/workspace.ts'
import { caseSpeaker } from '../../engine/procedure/text.ts'
import type { CaseFinding, FindingCode } from '../../engine/procedure/types.ts'
import { CASE_WORDS } from '../../engine/procedure/words.ts'
import { call } from './call.ts'

const COUNTY = 'policies/henan-county'
const EXAMPLE = 'examples/07-a-case'
const VILLAGE = `${EXAMPLE}/village.case.yaml`
const STACK = /\n\s+at .*:\d+:\d+/
const HAN = /[\u3400-\u9fff]/

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiaoli-case-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function write(name: string, value: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

const PLAN = { on: '2019-09-20', 文书: '年度退出计划', 列名: ['甲', '乙'] }
const VOTE = {
  on: '2019-10-12',
  步骤: '民主评议',
  主体: '村两委',
  参加: '村民代表',
  到会: 30,
  票数: { 甲: { 赞成: 20, 反对: 10 }, 乙: { 赞成: 15, 反对: 15 } },
  材料: ['附件1', '附件2', '附件3'],
}
const base = { procedure: 'household_exit_steps', year: 2019, subjects: ['甲', '乙'], events: [PLAN, VOTE] }

describe('tiaoli case', () => {
  it('says state, steps, findings, subjects and what is next, in both languages', async () => {
    const zh = await call('case', EXAMPLE, '--case', VILLAGE)
    expect([zh.code, zh.err]).toEqual([0, ''])
    expect(zh.out).toContain('案卷：违反程序（4 户）')
    expect(zh.out).toMatch(/↳ 乙户 +违反 +2019-10-25 +2019-10-25 +2019-10-23/)
    expect(zh.out).toContain('✗ 「认可」超过期限（乙户），依据二')
    expect(zh.out).toContain('乙户：退出不合法（标准不达标，程序违反程序）')
    expect(zh.out).toContain('→ 逾期未做 「认可」：由村两委，最迟 2019-10-23（丙户）')
    const en = await call('case', EXAMPLE, '--case', VILLAGE, '--lang', 'en')
    expect(en.out).toContain('complete 2019-10-25, by 2019-10-23')
    expect(en.out).toContain('乙户: exit not lawful (standard unmet, procedure breached)')
  })

  it('sees nothing after --on, and takes the day of the file where none is given', async () => {
    const early = JSON.parse((await call('case', EXAMPLE, '--case', VILLAGE, '--on', '2019-10-19', '--format', 'json')).out)
    expect(early.cases[0]).toMatchObject({ on: '2019-10-19', status: { state: 'in-progress', schema: 'tiaoli/case/1' } })
    const own = JSON.parse((await call('case', EXAMPLE, '--case', VILLAGE, '--format', 'json')).out)
    expect(own).toMatchObject({
      schema: 'tiaoli/cases/1',
      cases: [{ kind: 'judged', on: '2019-11-02', status: { state: 'breached' } }],
    })
    expect(own.cases[0].lawful.map((one: { lawful: string }) => one.lawful)).toEqual(['unknown', 'false', 'false', 'false'])
  })

  it('judges a whole list of cases, one a line, and under a reading', async () => {
    const path = write(
      'all.ndjson',
      `${JSON.stringify({ ...base, name: '一' })}\n${JSON.stringify({ ...base, name: '二', on: '2019-10-12' })}\n`,
    )
    const { out, code } = await call('case', COUNTY, '--case', path, '--on', '2019-10-12', '--format', 'json')
    const states = (text: string) =>
      JSON.parse(text).cases.map((one: { status: { subjects: { state: string }[] } }) =>
        one.status.subjects.map(({ state }) => state),
      )
    expect(states(out)).toEqual([
      ['in-progress', 'dropped'],
      ['in-progress', 'dropped'],
    ])
    expect(code).toBe(0)
    const half = await call(
      'case',
      COUNTY,
      '--case',
      path,
      '--on',
      '2019-10-12',
      '--reading',
      '过半读法=半数即可',
      '--format',
      'json',
    )
    expect(states(half.out)[0]).toEqual(['in-progress', 'in-progress'])
  })

  it('ends with 1 where --fail-on says so', async () => {
    const path = write('one.json', base)
    const codes = async (...more: string[]) => (await call('case', COUNTY, '--case', path, ...more)).code
    expect(await codes('--on', '2019-10-12', '--fail-on', 'breached')).toBe(0)
    expect(await codes('--on', '2019-10-12', '--fail-on', 'breached,in-progress')).toBe(1)
    expect(await codes('--on', '2019-10-20', '--fail-on', 'breached')).toBe(1)
    expect((await call('case', EXAMPLE, '--case', VILLAGE, '--fail-on', 'unlawful')).code).toBe(1)
    expect(await codes('--on', '2019-10-12', '--fail-on', 'overdue')).toBe(2)
  })

  it('refuses a wrong case with code, place, reason and help, and still judges the others', async () => {
    const path = write('two.json', [{ ...base, events: [{ ...PLAN, on: '2019-02-30' }, VOTE] }, base])
    const { out, err, code } = await call('case', COUNTY, '--case', path, '--on', '2019-10-12')
    expect(code).toBe(2)
    expect(err).toContain('✗ K109 events[0].on')
    expect(err).not.toMatch(STACK)
    expect(out).toContain('■ 第 2 份案卷')
    const en = await call('case', COUNTY, '--case', path, '--on', '2019-10-12', '--lang', 'en')
    expect(en.err).toContain('K109')
  })

  it.each([
    [['--case', VILLAGE, '--on', '2019-13-01'], 'C808'],
    [['--case', VILLAGE, '--procedure', '没有这个'], 'C809'],
    [['--case', 'nowhere.yaml'], 'C801'],
    [['--case', VILLAGE, '--reading', '甲=乙'], 'C809'],
  ])('tells what is wrong with %j', async (more, wanted) => {
    const { code, err } = await call('case', EXAMPLE, ...more)
    expect(code).toBe(2)
    expect(err).toContain(wanted)
    expect(err).not.toMatch(STACK)
  })

  it.each([
    [null, 'C811'],
    [[], 'C811'],
    [{}, 'K104'],
    [{ procedure: 3, year: 2019, subjects: ['甲'], events: [] }, 'K110'],
    [{ procedure: '另一个', year: 2019, subjects: ['甲'], events: [] }, 'C809'],
    [{ year: '2019', subjects: ['甲'], events: [] }, 'K107'],
    [{ year: 2019, subjects: ['甲'], events: [], income_period: { from: 1 } }, 'C808'],
    [{ year: 2019, subjects: ['甲'], events: [{ on: '2019-10-12', step: 'vote', 到会: 1, present: 2 }] }, 'K103'],
  ])('refuses %j with %s', async (value, wanted) => {
    const path = write('odd.json', value)
    const { code, err, out } = await call('case', EXAMPLE, '--case', path, '--on', '2019-11-01')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(wanted)
    expect(err).not.toMatch(STACK)
  })

  it('asks for the day, and for the procedure where there are several', async () => {
    const path = write('bare.json', { year: 2019, subjects: ['甲'], events: [] })
    expect((await call('case', EXAMPLE, '--case', path)).err).toContain('C807')
    expect((await call('case', 'policies/henan-measure', '--case', path, '--on', '2019-10-12')).err).toContain('C840')
    expect((await call('case', EXAMPLE, '--case', path, '--on', '2019-10-12')).code).toBe(0)
  })

  it('says what must be known before a step can be judged', async () => {
    const events = [
      { on: '2019-09-20', 文书: '年度户计划', 列名: ['甲'] },
      { on: '2019-10-01', 步骤: '民主评议', 主体: '村两委', 材料: '初步名单' },
      { on: '2019-10-02', 步骤: '核实认可', 主体: '村两委', 同意: [{ 角色: '户主', 答复: '是' }] },
    ]
    const path = write('open.json', { procedure: 'household_exit_steps', year: 2019, subjects: ['甲'], events })
    const { out } = await call('case', 'policies/henan-measure', '--case', path, '--on', '2019-10-03')
    expect(out).toMatch(/「核实认可」不清楚，还要知道：.*所在村\.有驻村工作队/)
  })

  it('says why the standard could not be asked', async () => {
    const subjects = [{ 编号: '甲', 事实: { 年人均纯收入: '4000.00' } }]
    const path = write('after.json', { procedure: 'household_exit_steps', year: 2019, subjects, events: [] })
    const { out, code } = await call('case', COUNTY, '--case', path, '--on', '2020-02-01')
    expect(code).toBe(0)
    expect(out).toMatch(/甲：退出不合法（标准没有认定，程序违反程序）\n +✗ [FD]\d{3}/)
  })

  it('takes of several versions the one in force on the day, and asks where none is', async () => {
    const policy = readFileSync(`${EXAMPLE}/case.policy`, 'utf8')
    const old = write('old.policy', policy.replace('施行 自 2019-01-01', '施行 自 2019-01-01 至 2019-11-30'))
    const young = write(
      'new.policy',
      policy
        .replace('一份案卷/a_case', '新案卷/new_case')
        .replace('施行 自 2019-01-01', '施行 自 2019-12-01')
        .replace('当年12月10日', '当年12月1日'),
    )
    const path = write('empty.json', { procedure: 'exit_steps', year: 2019, subjects: ['甲'], events: [] })
    const used = async (on: string) => {
      const { out, err } = await call('case', old, young, '--case', path, '--on', on, '--format', 'json')
      return [JSON.parse(out).cases[0].policy, err.includes(on)]
    }
    expect([await used('2019-11-30'), await used('2019-12-01')]).toEqual([
      ['a_case', true],
      ['new_case', true],
    ])
    expect((await call('case', old, young, '--case', path, '--on', '2018-12-01')).err).toContain('C833')
    expect((await call('case', old, young, '--case', path, '--procedure', '没有', '--on', '2019-12-01')).err).toContain('C809')
  })

  it('gives the standard’s reasons with --explain', async () => {
    const { out } = await call('case', EXAMPLE, '--case', VILLAGE, '--explain')
    expect(out).toContain('✗ 不符合 收入达标')
  })

  it('keeps to 80 columns', async () => {
    const { out } = await call('case', EXAMPLE, '--case', VILLAGE, '--lang', 'en')
    const width = (line: string) => [...line].reduce((sum, c) => sum + (HAN.test(c) ? 2 : 1), 0)
    expect(out.split('\n').filter((line) => width(line) > 80)).toEqual([])
  })
})

describe('words of findings', () => {
  const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
  const program = compileAt(quiet, [EXAMPLE]).program!
  const [procedure] = program.procedures

  it.each(Object.keys(CASE_WORDS.zh.finding) as FindingCode[])(
    '%s has words in both languages and leaves nothing unsaid',
    (code) => {
      const finding: CaseFinding = {
        code,
        breach: true,
        curable: true,
        step: 'vote',
        event: 0,
        cites: [{ source: 'sample_measure', article: '二' }],
        found: ['2', '3'],
        required: ['1', '2'],
      }
      const zh = caseSpeaker(program, procedure!, 'zh').finding(finding)
      const en = caseSpeaker(program, procedure!, 'en').finding(finding)
      expect(zh.title).toMatch(HAN)
      expect(en.title).not.toMatch(HAN)
      expect(`${zh.said} ${en.said}`).not.toMatch(/undefined|NaN|\[object/)
      expect([zh.step, en.step, zh.event, en.event]).toEqual(['评议', 'vote', '第 1 条记录', 'event 1'])
    },
  )

  it('says roles, papers, places and strata by name, and how many are enough', () => {
    const speaker = caseSpeaker(program, procedure!, 'zh')
    const said = (code: FindingCode, found: string[], required: string[]) =>
      speaker.finding({ code, breach: true, curable: true, event: 0, cites: [], found, required }).said
    expect(said('actor', [], ['committees', 'township'])).toBe('有：无；应有：村两委、乡镇')
    expect(said('attend', ['reps'], ['1', 'reps', 'head'])).toContain('任 1 方：、村民代表、户主')
    expect(said('paper', [], ['proposed_list'])).toBe('没有：拟退出名单')
    expect(said('place', [], ['village_board'])).toContain('村公示栏')
    expect(said('order', ['vote'], ['vote', 'posting'])).toBe('应先做完：公示')
    expect(said('order', ['vote'], ['vote'])).toContain('还没有妥当')
    expect(said('register', ['label'], ['remove'])).toBe('有：标注；应有：销号')
  })
})
