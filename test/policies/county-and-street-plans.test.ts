import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileAt } from '../../engine/cli/workspace.ts'
import { type CaseInput, type Facts, type HistoryInput, historyOf } from '../../engine/index.ts'
import { call } from '../cli/call.ts'

/** The Tieling rules (D) and the street plan (E): timetables, registers and effects, beside the suites of their procedures. */
const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const { programs, diagnostics } = compileAt(
  quiet,
  ['tieling-county', 'street-plan'].map((name) => join('policies', name)),
)
function programOf(id: string) {
  const program = programs.get(id)
  if (!program) throw new Error(`${id} does not compile`)
  return program
}
const D = programOf('tieling_county')
const E = programOf('street_plan')
const READINGS = { line_basis: 'on_file', situation_basis: 'as_reviewed', entry_basis: 'core_standard' }

/** The case of the first test of a suite. */
function cleanCase(folder: string, suite: string, procedure: string): CaseInput {
  const text = readFileSync(join('policies', folder, `${suite}.test.yaml`), 'utf8')
  const read = parse(text) as { readonly cases: readonly { readonly case: object }[] }
  return { procedure, ...read.cases[0]?.case } as unknown as CaseInput
}
function factsOf(input: CaseInput, id: string): Facts {
  const { 对象: subjects } = input as unknown as { readonly 对象: readonly { readonly 编号: string; readonly 事实: Facts }[] }
  const subject = subjects.find((one) => one.编号 === id)
  if (!subject) throw new Error(`no ${id}`)
  return subject.事实
}

describe('AMB-26: what check finds by itself in the street plan', () => {
  it('no day is left between the second posting and the announcement, with the arithmetic', () => {
    const [only, ...others] = diagnostics.filter((d) => d.code === 'W701')
    expect(others).toEqual([])
    expect(only?.args).toMatchObject({ stepEn: 'announcement', earliest: '2017-12-03', latest: '2017-11-29' })
    expect([...((only?.args['chainEn'] ?? []) as readonly string[])].slice(-6)).toEqual([
      'second_posting 2017-11-18→2017-11-24',
      'county_report 2017-11-25',
      'county_review 2017-11-26',
      'feedback 2017-11-27',
      'second_vote 2017-11-28',
      'announcement 2017-11-29→2017-12-03',
    ])
  })
  it('read as overlapping the posting, every day can be kept, to the day', async () => {
    const plan = ['plan', 'policies/street-plan', '--procedure', '动态调整程序', '--reading', '时限冲突=与公示重叠']
    const { out } = await call(...plan)
    expect(out).toContain('每一步都守得住')
    expect(out).toMatch(/纳入公告\s+2017-11-25 → 11-29\s+11-29 期限/)
  })
  it('the exit track can be kept, though its announcement has no day of its own', async () => {
    const { out } = await call('plan', 'policies/street-plan', '--procedure', '动态调整程序')
    expect(out).toMatch(/退出公告\s+2017-11-18 → 11-22\s+11-30 期限/)
  })
})

describe('effects after an exit', () => {
  const lines = (program: typeof D) =>
    new Map(program.effects.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const)))
  it('D: the work team stays to the end of the campaign, households are supported for a time nobody says', () => {
    expect(lines(D).get('work_team_stays')).toMatchObject({ force: 'shall', to: { value: '2020-12-31' } })
    expect(lines(D).get('support_continues')).not.toHaveProperty('to')
    expect(lines(D).get('no_awards')).toMatchObject({ force: 'ceases' })
  })
  it('D and E: each is about the procedure it follows from, rewards and supervision about none', () => {
    const via = (program: typeof D) => program.effects.map((one) => [one.id, one.procedure])
    expect(via(D)).toEqual([
      ['after_village_exit', 'village_exit_steps'],
      ['after_household_exit', 'household_exit_steps'],
      ['rewards', undefined],
      ['responsibility', undefined],
      ['accountability', undefined],
    ])
    expect(via(E)).toEqual([
      ['after_exit', 'adjustment_steps'],
      ['after_entry', 'adjustment_steps'],
      ['after_closing', 'closing_steps'],
      ['next_year', undefined],
      ['year_end_data', 'correction_steps'],
      ['supervision', undefined],
    ])
  })
})

const judged = (program: typeof D, register: string, input: HistoryInput, readings = {}) => {
  const answer = historyOf(program, register, input, { readings })
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.problems))
  return {
    now: answer.now.state,
    codes: answer.days.flatMap((day) => day.changes.flatMap((one) => one.findings.map((f) => f.code))),
  }
}

describe('the registers of D', () => {
  const household = cleanCase('tieling-county', 'household-exit-steps', 'household_exit_steps')
  const proposed = { on: '2017-12-07', transition: '列入名单' }
  const exit = {
    on: '2018-01-09',
    year: 2017,
    label: '脱贫',
    transition: '退出',
    facts: factsOf(household, 'H1'),
    case: household,
  }
  const tagged = (change: object) =>
    judged(D, 'household_register', {
      subject: 'H1',
      start: { on: '2017-01-01', state: '贫困户' },
      changes: [proposed, { ...exit, ...change }],
    })
  it('AMB-39: labelled in January, with the year of the plan', () => expect(tagged({})).toEqual({ now: 'exited', codes: [] }))
  it('not a day before the archive and the label are done, not with another label, not on the line', () => {
    expect(tagged({ on: '2018-01-08' })).toEqual({ now: 'candidate', codes: ['procedure'] })
    expect(tagged({ label: '脱贫出列' })).toEqual({ now: 'candidate', codes: ['label'] })
    const poorer = { ...exit.facts, 年人均纯收入: { value: '2952.00', source: '入户调查' } }
    expect(tagged({ facts: poorer })).toEqual({ now: 'candidate', codes: ['guard'] })
  })
  it('a village exits through the city’s approval', () => {
    const village = cleanCase('tieling-county', 'village-exit-steps', 'village_exit_steps')
    const changes = [
      { on: '2017-12-06', transition: '村列入名单' },
      { on: '2017-12-22', transition: '村退出', facts: factsOf(village, 'V1'), case: village },
    ]
    const history = { subject: 'V1', start: { on: '2017-01-01', state: '贫困村' }, changes }
    expect(judged(D, 'village_register', history)).toEqual({ now: 'exited_village', codes: [] })
  })
})

describe('the register of E', () => {
  const lists = cleanCase('street-plan', 'adjustment-steps', 'adjustment_steps')
  const through = (subject: string, state: string, transition: string, more: object = {}, before: object[] = []) => {
    const change = { on: '2017-12-15', transition, facts: factsOf(lists, subject), case: lists, ...more }
    const changes = [...before, change] as NonNullable<HistoryInput['changes']>
    return judged(E, 'household_register', { subject, start: { on: '2017-01-01', state }, changes }, READINGS)
  }
  const proposed = [{ on: '2017-11-08', transition: '列入名单' }]
  it('the four lists go four ways through one procedure', () => {
    expect(through('T1', '贫困户', '退出', { label: '脱贫' }, proposed)).toEqual({ now: 'exited', codes: [] })
    expect(through('Q1', '贫困户', '清退出册')).toEqual({ now: 'removed', codes: [] })
    expect(through('X1', '一般农户', '纳入')).toEqual({ now: 'newly_entered', codes: [] })
    expect(through('F1', '脱贫户', '返贫入册')).toEqual({ now: 'returned', codes: [] })
  })
  it('nobody goes another list’s way', () => {
    const removed = through('Q1', '贫困户', '退出', { label: '脱贫' }, proposed)
    expect(removed.now).toBe('candidate')
    expect(removed.codes).toContain('guard')
    expect(through('X1', '一般农户', '返贫入册').codes).toContain('from')
  })
  it('不再享受 is closed by its own three steps and its own label', () => {
    const closing = cleanCase('street-plan', 'closing-steps', 'closing_steps')
    const label = '已脱贫（不再享受政策）'
    const more = { on: '2017-11-20', label, facts: factsOf(closing, 'N1'), case: closing }
    const start = { on: '2017-01-01', state: '贫困户' }
    const close = (change: object) =>
      judged(E, 'household_register', { subject: 'N1', start, changes: [{ transition: '不再享受', ...more, ...change }] })
    expect(close({})).toEqual({ now: 'exited_without_support', codes: [] })
    expect(close({ label: '脱贫' })).toEqual({ now: 'poor', codes: ['label'] })
    expect(close({ case: 'in-progress' })).toEqual({ now: 'poor', codes: ['procedure'] })
  })
  it('natural increase and decrease change the number of people; who is struck off cannot come back', () => {
    const history = (people: HistoryInput['people']) =>
      historyOf(E, 'household_register', {
        subject: 'H1',
        start: { on: '2016-10-01', state: '贫困户', size: 3, members: ['甲', '乙', '丙'] },
        ...(people ? { people } : {}),
      })
    const born = { on: '2017-05-02', change: '出生', person: '丁' }
    const died = { on: '2017-03-11', change: '死亡', person: '丙' }
    expect(history([died, born])).toMatchObject({ kind: 'judged', size: 3 })
    expect(history([died, { on: '2017-06-01', change: '迁入', person: '丙' }]).kind).toBe('rejected')
  })
})

describe('examples', () => {
  const run = async (folder: string, file: string, ...more: string[]) => {
    const { code, out } = await call(
      'case',
      join('policies', folder),
      '--case',
      join('examples', file),
      '--format',
      'json',
      ...more,
    )
    expect(code).toBe(0)
    const { cases } = JSON.parse(out) as {
      readonly cases: readonly {
        readonly status: { readonly state: string; readonly subjects: readonly { readonly id: string; readonly state: string }[] }
        readonly lawful?: readonly { readonly id: string; readonly lawful: string }[]
      }[]
    }
    return cases.map(({ status, lawful }) => [
      status.state,
      (lawful ?? []).map((one) => `${one.id} ${one.lawful}`),
      status.subjects.map((one) => one.state),
    ])
  }
  it('10-tieling-case runs in one line', async () => {
    expect(await run('tieling-county', '10-tieling-case/household-and-village.case.yaml')).toEqual([
      [
        'in-progress',
        ['甲户 true', '乙户 false', '丙户 unknown', '丁户 false'],
        ['conformant', 'dropped', 'in-progress', 'conformant'],
      ],
      ['breached', [], ['conformant', 'breached']],
    ])
  })
  it('11-street-case runs in one line; the missing texts turn the exit, the days the second track', async () => {
    const lists = '11-street-case/four-lists.case.yaml'
    const states = ['conformant', 'conformant', 'breached', 'breached']
    expect(await run('street-plan', lists)).toEqual([
      ['breached', ['脱贫户甲 unknown', '清退户乙 true', '新纳入户丙 false', '返贫户丁 false'], states],
    ])
    const readings = ['省标准依据=案卷所载', '办法情形依据=审核结论'].flatMap((one) => ['--reading', one])
    expect(await run('street-plan', lists, ...readings)).toEqual([
      ['breached', ['脱贫户甲 true', '清退户乙 true', '新纳入户丙 false', '返贫户丁 false'], states],
    ])
  })
})
