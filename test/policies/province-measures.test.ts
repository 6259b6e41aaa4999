import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileAt } from '../../engine/cli/workspace.ts'
import { type CaseInput, type Decided, decide, type Facts, type HistoryInput, historyOf, targets } from '../../engine/index.ts'
import { call } from '../cli/call.ts'

/** The Heilongjiang opinion (F) and the Henan measure (G): timetables, targets, registers and effects, beside the suites of their procedures. */
const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const { programs, diagnostics } = compileAt(
  quiet,
  ['heilongjiang-measure', 'henan-measure'].map((name) => join('policies', name)),
)
function programOf(id: string) {
  const program = programs.get(id)
  if (!program) throw new Error(`${id} does not compile`)
  return program
}
const F = programOf('heilongjiang_measure')
const G = programOf('henan_2016')

/** What check says of a policy's procedures under a code, by step. */
const found = (code: string, file: string) =>
  diagnostics.filter((d) => d.code === code && d.span.file.endsWith(file)).map((d) => d.args)

/** The case of the first test of a suite. */
function cleanCase(folder: string, level: string): CaseInput {
  const text = readFileSync(join('policies', folder, `${level}-exit-steps.test.yaml`), 'utf8')
  const suite = parse(text) as { readonly cases: readonly { readonly case: object }[] }
  return { procedure: `${level}_exit_steps`, ...suite.cases[0]?.case } as unknown as CaseInput
}
interface RawSubject {
  readonly 编号: string
  readonly 事实: Facts
}
function factsOf(input: CaseInput, id: string): Facts {
  const { 对象: subjects } = input as unknown as { readonly 对象: readonly RawSubject[] }
  const subject = subjects.find((one) => one.编号 === id)
  if (!subject) throw new Error(`no ${id}`)
  return subject.事实
}

describe('what check finds by itself', () => {
  it('AMB-25: G’s report due on 10 January never binds, a week from the application is always over before', () => {
    const [idle, ...others] = found('W702', 'henan-measure.policy')
    expect(others).toEqual([])
    expect(idle).toMatchObject({
      stepEn: 'city_review',
      day: '2017-01-10',
      anchorEn: 'application_step',
      bound: '2016-11-30',
      last: '2016-12-06',
    })
  })
  it('AMB-37: F names nobody for the household’s posting, announcement and striking off; no day of it is impossible', () => {
    const steps = found('W712', 'heilongjiang-measure.policy').map((args) => args['stepEn'])
    expect(steps).toEqual(['posting', 'announcement', 'deregistration', 'township_posting', 'announcement'])
    expect([...found('W701', 'measure.policy'), ...found('W703', 'measure.policy')]).toEqual([])
  })
})

describe('targets of G (list level, never part of a decision)', () => {
  const county = (name: string, kind: string, poor: number): Facts => ({
    县名: name,
    贫困县类型: kind,
    县农村户籍人口: 450000,
    县未脱贫人口: poor,
    农民收入增幅: '9.6%',
    全省农民收入增幅: '9.5%',
    教育达到或接近全省: { value: true, role: '市领导小组', on: '2016-11-20' },
    文化达到或接近全省: { value: true, role: '市领导小组', on: '2016-11-20' },
    卫生达到或接近全省: { value: true, role: '市领导小组', on: '2016-11-20' },
  })
  const times = { asOf: '2017-01-15', year: 2016 }
  const decided = [
    county('兰考县', '国定贫困县', 9000),
    county('滑县', '国定贫困县', 9001),
    county('模拟县', '省定贫困县', 100),
  ].map((facts): Decided => ({ standard: 'county_exit', facts, decision: decide(G, 'county_exit', facts, times) }))
  const status = (readings = {}) => new Map(targets(G, decided, times, { readings }).map((one) => [one.target, one] as const))

  it('count persons, villages and counties against 4.3 million, 6,492 and 53', () => {
    const goals = [...status().values()].map((one) => [one.target, one.goal.low, one.until])
    expect(goals).toEqual([
      ['persons_target', '4300000', '2020-12-31'],
      ['villages_target', '6492', '2020-12-31'],
      ['first_two_counties', '2', '2016-12-31'],
      ['provincial_counties', '15', '2017-12-31'],
      ['all_counties', '53', '2018-12-31'],
    ])
  })
  it('count only the counties that meet the standard, of the kind or name the text speaks of', () => {
    const all = status()
    expect(all.get('first_two_counties')).toMatchObject({ counted: { low: '1', high: '1' }, state: 'missed', passed: true })
    expect(all.get('provincial_counties')).toMatchObject({ counted: { low: '1', high: '1' }, state: 'missed', passed: false })
    expect(all.get('all_counties')).toMatchObject({ counted: { low: '2', high: '2' } })
    expect(decided.map(({ decision }) => decision.kind === 'decided' && decision.record.outcome)).toEqual(['met', 'unmet', 'met'])
  })
  it('AMB-24: “before 2018”, “before 2019” with that year in or out', () => {
    const inclusive = status({ before_year: 'through_that_year' })
    expect(inclusive.get('provincial_counties')?.until).toBe('2018-12-31')
    expect(inclusive.get('all_counties')?.until).toBe('2019-12-31')
  })
})

describe('effects after an exit', () => {
  const lines = (program: typeof F) =>
    new Map(program.effects.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const)))
  it('AMB-24: G rewards the exits of 2016, 2017 and 2018 and no others; a county is not assessed from the year after', () => {
    const reward = lines(G).get('early_reward')
    expect(JSON.stringify(reward?.when).match(/\b20\d\d\b/g)).toEqual(['2016', '2017', '2018'])
    expect(lines(G).get('assessment_ends')).toMatchObject({ force: 'ceases', from: { year: 1, month: 1, day: 1 } })
    expect(lines(G).get('limits_lifted')).toMatchObject({ force: 'ceases' })
  })
  it('F rewards early exits without naming years, lifts the limits and ends the assessment the year after', () => {
    expect(lines(F).get('early_reward')).toMatchObject({ force: 'shall' })
    expect(lines(F).get('early_reward')).not.toHaveProperty('when')
    expect(lines(F).get('assessment_ends')).toMatchObject({ force: 'ceases', from: { year: 1, month: 1, day: 1 } })
  })
  it('are about an exit by the procedure of that level, except supervision and who answers for what', () => {
    const via = (program: typeof F) => program.effects.map((one) => [one.id, one.procedure])
    const after = [
      ['after_household_exit', 'household_exit_steps'],
      ['after_village_exit', 'village_exit_steps'],
      ['after_county_exit', 'county_exit_steps'],
    ]
    expect(via(G)).toEqual([...after, ['supervision', undefined]])
    expect(via(F)).toEqual([...after, ['responsibility', undefined], ['supervision', undefined]])
  })
})

describe('registers', () => {
  const judged = (program: typeof F, register: string, input: HistoryInput) => {
    const answer = historyOf(program, register, input)
    if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.problems))
    return {
      now: answer.now.state,
      codes: answer.days.flatMap((day) => day.changes.flatMap((one) => one.findings.map((f) => f.code))),
    }
  }
  const household = cleanCase('henan-measure', 'household')
  const exit = { on: '2019-11-01', transition: 'exit', facts: factsOf(household, 'H1'), case: household }
  const start = { on: '2019-01-01', state: '贫困户' }
  const proposed = { on: '2019-10-10', transition: '列入名单' }

  it('G: a household exits by a conformant case, may fall back into poverty and exit again', () => {
    const back = { on: '2020-05-01', transition: '返贫纳入' }
    expect(judged(G, 'household_register', { subject: 'H1', start, changes: [proposed, exit, back] })).toEqual({
      now: 'returned',
      codes: [],
    })
    const again = { on: '2020-10-10', transition: '列入名单' }
    expect(judged(G, 'household_register', { subject: 'H1', start, changes: [proposed, exit, back, again] }).now).toBe(
      'candidate',
    )
  })
  it('G: without a case, with a breached one, or below the line it stays', () => {
    const stays = (change: object) =>
      judged(G, 'household_register', { subject: 'H1', start, changes: [proposed, { ...exit, ...change }] })
    expect(stays({ case: 'breached' })).toEqual({ now: 'candidate', codes: ['procedure'] })
    expect(stays({ facts: { ...exit.facts, 年人均纯收入: '3700.00' } })).toEqual({ now: 'candidate', codes: ['guard'] })
    const { case: _case, ...bare } = exit
    expect(judged(G, 'household_register', { subject: 'H1', start, changes: [proposed, bare] }).codes).toEqual(['unclear'])
  })
  it('G: one entered this year may be proposed at once: nothing bars it', () => {
    const entered = [{ on: '2019-03-01', transition: '新增纳入' }, proposed]
    expect(judged(G, 'household_register', { subject: 'H1', start: { on: '2019-01-01' }, changes: entered })).toEqual({
      now: 'candidate',
      codes: [],
    })
  })
  it('F: a village is labelled 脱贫出列, and with another label it has not exited', () => {
    const village = cleanCase('heilongjiang-measure', 'village')
    const out = { on: '2017-12-20', transition: '出列', label: '脱贫出列', facts: factsOf(village, 'V1'), case: village }
    const changes = (label: string) => [
      { on: '2017-10-20', transition: '村列入名单' },
      { ...out, label },
    ]
    const from = { on: '2017-01-01', state: '贫困村' }
    expect(judged(F, 'village_register', { subject: 'V1', start: from, changes: changes('脱贫出列') })).toEqual({
      now: 'exited_village',
      codes: [],
    })
    expect(judged(F, 'village_register', { subject: 'V1', start: from, changes: changes('脱贫') })).toEqual({
      now: 'candidate_village',
      codes: ['label'],
    })
  })
  it('a county stops being one of the poor counties once its case is conformant, in F and in G', () => {
    for (const [program, folder, on] of [
      [F, 'heilongjiang-measure', '2019-06-30'],
      [G, 'henan-measure', '2020-06-01'],
    ] as const) {
      const county = cleanCase(folder, 'county')
      const year = (county as unknown as { readonly 年度: number }).年度
      const out = { on, year, transition: '摘帽', facts: factsOf(county, 'K2'), case: county }
      const from = { on: '2017-01-01', state: '省定贫困县' }
      expect(judged(program, 'county_register', { subject: 'K2', start: from, changes: [out] })).toEqual({
        now: 'not_poor_county',
        codes: [],
      })
      expect(
        judged(program, 'county_register', { subject: 'K2', start: from, changes: [{ ...out, case: 'in-progress' as const }] })
          .codes,
      ).toEqual(['procedure'])
    }
  })
})

describe('examples', () => {
  interface Answers {
    readonly cases: readonly {
      readonly procedure: string
      readonly status: { readonly state: string }
      readonly lawful?: readonly { readonly id: string; readonly lawful: string }[]
    }[]
  }
  const run = async (folder: string, example: string, ...more: string[]) => {
    const file = join('examples', example, 'three-levels.case.yaml')
    const { code, out } = await call('case', join('policies', folder), '--case', file, '--format', 'json', ...more)
    expect(code).toBe(0)
    const { cases } = JSON.parse(out) as Answers
    return cases.map(({ procedure, status, lawful }) => [
      procedure,
      status.state,
      lawful?.map((one) => `${one.id} ${one.lawful}`),
    ])
  }
  it('12-heilongjiang-case runs in one line', async () => {
    expect(await run('heilongjiang-measure', '12-heilongjiang-case')).toEqual([
      ['household_exit_steps', 'in-progress', ['甲户 true', '乙户 unknown']],
      ['village_exit_steps', 'breached', undefined],
      ['county_exit_steps', 'in-progress', ['国家级县 unknown', '省级县 true']],
    ])
  })
  it('13-henan-case runs in one line; AMB-24 turns the village', async () => {
    const cases = await run('henan-measure', '13-henan-case')
    expect(cases).toEqual([
      ['household_exit_steps', 'in-progress', ['甲户 true', '乙户 unknown', '丙户 false']],
      ['village_exit_steps', 'breached', undefined],
      ['county_exit_steps', 'breached', ['国定县 false', '直管县 unknown']],
    ])
    const later = await run('henan-measure', '13-henan-case', '--reading', '月前读法=月底之前')
    expect(later[1]).toEqual(['village_exit_steps', 'conformant', undefined])
  })
})
