import { describe, expect, it } from 'vitest'
import { historyOf } from '../../engine/register/history.ts'
import type { HistoryInput, HistoryStatus } from '../../engine/register/types.ts'
import * as b from '../engine/build.ts'
import { forbid, register, transition, world } from './world.ts'

const PROGRAM = world()
const START = { on: '2017-01-01', state: 'poor' } as const
const RICH = { income: 5000, identified: 2016, returned: '无' }
const EXIT = { on: '2018-12-01', transition: 'exit', label: '脱贫', facts: RICH, case: 'conformant' } as const

function judged(input: HistoryInput | Record<string, unknown>, program = PROGRAM, on?: string): HistoryStatus {
  const answer = historyOf(program, undefined, input, on === undefined ? {} : { on })
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.problems))
  return answer
}
const codes = (status: HistoryStatus) =>
  status.days.flatMap((day) => day.changes.flatMap((one) => one.findings.map(({ code }) => code)))
const states = (status: HistoryStatus) => status.days.map((day) => [day.on, day.state ?? day.possible])

describe('a history (construct 39: states, labels, years, forbidden transitions, re-entry)', () => {
  it('follows its changes in order of date, whatever the order of the file', () => {
    const back = { on: '2019-12-01', transition: 'return', facts: { income: 3000 } }
    const status = judged({ start: START, changes: [back, EXIT] })
    expect(states(status)).toEqual([
      ['2017-01-01', 'poor'],
      ['2018-12-01', 'exited'],
      ['2019-12-01', 'returned'],
    ])
    expect(codes(status)).toEqual([])
    expect(status.now).toMatchObject({ state: 'returned', year: 2019, since: '2019-12-01', open: false })
    expect(status.years).toEqual({ poor: 2017, exited: 2018, returned: 2019 })
  })

  it('reads Chinese keys and names as the English ones', () => {
    const zh = judged({
      登记册: '建档立卡登记册',
      对象: '一号',
      起始: { 日期: '2017-01-01', 状态: '贫困户', 人口: 3, 成员: ['甲', '乙', '丙'] },
      变更: [
        { 日期: '2018-12-01', 转移: '脱贫', 年度: 2018, 标签: '脱贫', 事实: RICH, 案件: { 程序: '退出程序', 状态: '合规' } },
      ],
      人口变动: [{ 日期: '2018-03-01', 变动: '出生', 人员: '丁' }],
      事实: {},
    })
    const en = judged({
      register: 'households',
      subject: '一号',
      start: { on: '2017-01-01', state: 'poor', size: 3, members: ['甲', '乙', '丙'] },
      changes: [
        {
          on: '2018-12-01',
          transition: 'exit',
          year: 2018,
          label: '脱贫',
          facts: RICH,
          case: { procedure: 'exit_steps', state: 'conformant' },
        },
      ],
      people: [{ on: '2018-03-01', change: 'birth', person: '丁' }],
      facts: {},
    })
    expect(zh).toEqual(en)
    expect(zh).toMatchObject({ subject: '一号', size: 4, now: { state: 'exited', label: '脱贫' } })
  })

  it('does not see what lies after the day asked about', () => {
    const status = judged({ start: START, changes: [EXIT] }, PROGRAM, '2018-11-30')
    expect(states(status)).toEqual([['2017-01-01', 'poor']])
    expect(judged({ start: START, changes: [EXIT] }, PROGRAM, '2018-12-01').now.state).toBe('exited')
    expect(judged({ start: START, changes: [EXIT] }, PROGRAM, '2016-12-31')).toMatchObject({
      days: [],
      now: { possible: [null] },
    })
  })

  it('goes on from where a change that was not taken left it', () => {
    const early = { ...EXIT, on: '2017-06-01', facts: { ...RICH, income: 3700 } }
    const status = judged({ start: START, changes: [early, EXIT] })
    expect(states(status)).toEqual([
      ['2017-01-01', 'poor'],
      ['2017-06-01', 'poor'],
      ['2018-12-01', 'exited'],
    ])
    expect(codes(status)).toEqual(['guard'])
    const finding = status.days[1]!.changes[0]!.findings[0]!
    expect(finding).toMatchObject({ rule: 'exit', cites: [{ source: 'law', article: '转移·脱贫' }] })
    expect(finding.operands!.map(({ name, value }) => [name, value])).toEqual([['income', '3700.00']])
  })

  it('takes two changes of one day in the order of the file', () => {
    const close = { on: '2018-12-01', transition: 'close', label: '已脱贫（不再享受政策）', facts: { shrunk: true } }
    expect(states(judged({ start: START, changes: [EXIT, close] }))).toEqual([
      ['2017-01-01', 'poor'],
      ['2018-12-01', 'closed'],
    ])
    const turned = judged({ start: START, changes: [close, EXIT] })
    expect(turned.now.state).toBe('closed')
    expect(codes(turned)).toEqual(['from'])
  })
})

describe('what a change needs', () => {
  const one = (change: Partial<Record<string, unknown>>, start: object = START) =>
    judged({ start, changes: [{ ...EXIT, ...change }] } as HistoryInput)

  it('the state it leaves from', () => {
    const status = one({}, { on: '2017-01-01', state: 'closed' })
    expect(status.days[1]!.changes[0]!.findings).toMatchObject([
      { code: 'from', found: ['closed'], required: ['poor', 'returned'] },
    ])
    expect(status.now.state).toBe('closed')
  })

  it('entry only where there is no state yet', () => {
    const enter = { on: '2018-01-01', transition: 'enter', case: 'conformant' } as const
    expect(judged({ changes: [enter] }).now).toMatchObject({ state: 'poor', year: 2018 })
    expect(codes(judged({ start: START, changes: [enter] }))).toEqual(['from'])
    expect(codes(judged({ changes: [EXIT] }))).toEqual(['from'])
  })

  it('a case of its procedure in which the subject is conformant', () => {
    expect(codes(one({ case: undefined }))).toEqual(['unclear'])
    expect(codes(one({ case: 'breached' }))).toEqual(['procedure'])
    expect(codes(one({ case: 'in-progress' }))).toEqual(['procedure'])
    expect(codes(one({ case: { procedure: 'entry_steps', state: 'conformant' } }))).toEqual(['procedure'])
    expect(codes(one({ case: { id: 'h1', state: 'conformant', returns: 0, steps: [], notes: [] } }))).toEqual([])
  })

  it('a case for entry and for return, where the register asks for one', () => {
    const steps = { via: 'entry_steps' }
    const transitions = register().transitions.map((one) => (one.id === 'return' ? { ...one, ...steps } : one))
    const program = world({ registers: [register({ transitions })] })
    const on = { on: '2018-01-01' }
    for (const [start, transition] of [
      [undefined, 'enter'],
      [{ ...on, state: 'exited' }, 'return'],
    ] as const) {
      const by = (file: unknown) =>
        judged({ ...(start && { start }), changes: [{ ...on, transition, facts: { income: 3000 }, case: file }] }, program)
      expect(codes(by(undefined))).toEqual(['unclear'])
      expect(codes(by('in-progress'))).toEqual(['procedure'])
      expect(codes(by({ procedure: 'exit_steps', state: 'conformant' }))).toEqual(['procedure'])
      expect(by('conformant').now.state).toBe(transition === 'enter' ? 'poor' : 'returned')
    }
  })

  it('its label, which is then shown with its year', () => {
    expect(codes(one({ label: undefined }))).toEqual(['label'])
    expect(codes(one({ label: '销号' }))).toEqual(['label'])
    expect(one({ year: 2017 }).now).toMatchObject({ label: '脱贫', year: 2017 })
  })

  it('facts that do not say another state', () => {
    const status = one({ facts: { ...RICH, status: 'exited' } })
    expect(status.days[1]!.changes[0]!.findings).toMatchObject([{ code: 'state', found: ['exited'], required: ['poor'] }])
    expect(codes(one({ facts: { ...RICH, status: '贫困户' } }))).toEqual([])
  })

  it('every finding at once', () => {
    expect(codes(one({ facts: { income: 1, identified: 2018, status: 'closed' }, label: undefined, case: 'dropped' }))).toEqual([
      'state',
      'forbidden',
      'guard',
      'procedure',
      'label',
    ])
  })
})

describe('forbidden', () => {
  const exit = (facts: object, state = 'poor') =>
    judged({ start: { on: '2017-01-01', state }, changes: [{ ...EXIT, facts: { ...RICH, ...facts } }] })

  it('exits of households identified this year, and of no others', () => {
    const status = exit({ identified: 2018 })
    expect(status.days[1]!.changes[0]!.findings).toMatchObject([
      { code: 'forbidden', rule: 'new_this_year', found: ['poor', 'exited'] },
    ])
    expect(status.now.state).toBe('poor')
    expect(codes(exit({ identified: 2017 }))).toEqual([])
    expect(codes(exit({ identified: 2018 }, 'returned'))).toEqual([])
  })

  it('exits of households that fell back this year (AMB-36)', () => {
    expect(codes(exit({ returned: 2018 }, 'returned'))).toEqual(['forbidden'])
    expect(codes(exit({ returned: 2017 }, 'returned'))).toEqual([])
    expect(codes(exit({ returned: '无' }, 'returned'))).toEqual([])
    expect(codes(exit({ returned: 2018 }))).toEqual([])
  })

  it('by the year of the label, not of the day', () => {
    const late = { ...EXIT, on: '2019-01-10', year: 2018 }
    const status = (identified: number) => judged({ start: START, changes: [{ ...late, facts: { ...RICH, identified } }] })
    expect(codes(status(2018))).toEqual(['forbidden'])
    expect(codes(status(2019))).toEqual([])
  })

  it('is unclear while its guard is, with what it takes to tell', () => {
    const { identified: _, ...rest } = RICH
    const status = judged({ start: START, changes: [{ ...EXIT, facts: rest }] })
    expect(status.days[1]!.changes[0]!.findings).toMatchObject([{ code: 'unclear', about: 'forbidden', needs: ['identified'] }])
    expect(status.now).toEqual({ possible: ['poor', 'exited'], open: true })
  })

  it('without a guard, a from or a to: always', () => {
    const program = world({ registers: [register({ forbidden: [forbid('never', '永不', [], undefined)] })] })
    expect(codes(judged({ start: START, changes: [EXIT] }, program))).toEqual(['forbidden'])
    expect(codes(judged({ changes: [{ on: '2018-01-01', transition: 'enter', case: 'conformant' }] }, program))).toEqual([
      'forbidden',
    ])
  })
})

describe('an open state', () => {
  const unclear = { ...EXIT, case: undefined } as const
  const changes = (...more: object[]) => judged({ start: START, changes: [unclear, ...more] } as HistoryInput)

  it('leaves later changes open that leave only some of the states it may be in', () => {
    const status = changes({ on: '2019-06-01', transition: 'return', facts: { income: 1 } })
    expect(status.days.at(-1)!.changes[0]!.findings).toMatchObject([
      { code: 'unclear', about: 'from', found: ['poor', 'exited'] },
    ])
    expect(status.now.possible).toEqual(['poor', 'exited', 'returned'])
    expect(status.years).toEqual({ poor: 2017 })
  })

  it('is closed by a change that leaves all of them', () => {
    const close = { on: '2019-06-01', transition: 'close', label: '已脱贫（不再享受政策）', facts: { shrunk: true } }
    expect(changes(close).now).toMatchObject({ state: 'closed', open: false, label: '已脱贫（不再享受政策）', year: 2019 })
  })

  it('stays as it is where a change is not taken', () => {
    const status = changes({ on: '2019-06-01', transition: 'return', facts: { income: 5000 } })
    expect(codes(status)).toEqual(['unclear', 'unclear', 'guard'])
    expect(status.now.possible).toEqual(['poor', 'exited'])
  })

  it('and one that leaves none of them is refused', () => {
    const program = world({
      registers: [register({ transitions: [...register().transitions, transition('back', '恢复', ['removed'], 'poor')] })],
    })
    const status = judged({ start: START, changes: [unclear, { on: '2019-06-01', transition: 'back' }] } as HistoryInput, program)
    expect(codes(status)).toEqual(['unclear', 'from'])
  })
})

describe('已脱贫（不再享受政策） (AMB-33: of those still poor and of those who left)', () => {
  const close = (state: string, facts: object, label = '已脱贫（不再享受政策）') =>
    judged({ start: { on: '2017-01-01', state }, changes: [{ on: '2018-12-01', year: 2018, transition: 'close', label, facts }] })

  it('follows 贫困户 and 脱贫户, by either ground', () => {
    for (const state of ['poor', 'exited'])
      for (const facts of [{ shrunk: true }, { income: 9000 }])
        expect(close(state, facts).now).toMatchObject({ state: 'closed', label: '已脱贫（不再享受政策）', year: 2018 })
  })

  it('follows nothing else, and no other label will do', () => {
    expect(codes(close('returned', { shrunk: true }))).toEqual(['from'])
    expect(codes(close('poor', { shrunk: true }, '脱贫'))).toEqual(['label'])
    expect(codes(close('poor', { shrunk: false, income: 8999 }))).toEqual(['guard'])
    expect(codes(close('poor', { shrunk: false }))).toEqual(['unclear'])
  })
})

describe('what may be done next', () => {
  const next = (facts: object, state = 'poor', on = '2018-12-31') =>
    judged({ start: { on: '2017-01-01', state }, facts } as HistoryInput, PROGRAM, on).next.map(
      ({ transition: id, possible, guard, forbidden, needs }) => ({
        id,
        possible,
        guard,
        forbidden: forbidden.map(({ truth }) => truth),
        needs,
      }),
    )

  it('lists the ways out with their guards and what forbids them', () => {
    expect(next({ income: 5000, identified: 2018, shrunk: false })).toEqual([
      { id: 'exit', possible: 'false', guard: 'true', forbidden: ['true'], needs: [] },
      { id: 'close', possible: 'false', guard: 'false', forbidden: [], needs: [] },
      { id: 'strike', possible: 'true', guard: 'true', forbidden: [], needs: [] },
    ])
    expect(next({})).toEqual([
      { id: 'exit', possible: 'unknown', guard: 'unknown', forbidden: ['unknown'], needs: ['identified', 'income'] },
      { id: 'close', possible: 'unknown', guard: 'unknown', forbidden: [], needs: ['income', 'shrunk'] },
      { id: 'strike', possible: 'true', guard: 'true', forbidden: [], needs: [] },
    ])
  })

  it('before there is a state: entry', () => {
    expect(judged({}, PROGRAM, '2018-01-01').next.map(({ transition: id, via }) => [id, via])).toEqual([['enter', 'entry_steps']])
  })

  it('from an open state: all that leave one it may be in', () => {
    const status = judged({ start: START, changes: [{ ...EXIT, case: undefined }], facts: { income: 3000 } } as Record<
      string,
      unknown
    >)
    expect(status.next.map(({ transition: id, leaves, possible }) => [id, leaves, possible])).toEqual([
      ['exit', 'unknown', 'false'],
      ['return', 'unknown', 'unknown'],
      ['close', 'true', 'unknown'],
      ['strike', 'unknown', 'unknown'],
    ])
  })
})

describe('a reading', () => {
  it('chosen by the call counts in guards', () => {
    const strictly = b.reading('line', {
      over: b.cmp(b.get('income', b.MONEY), 'gt', b.num(3700)),
      from: b.cmp(b.get('income', b.MONEY), 'ge', b.num(3700)),
    })
    const program = world({
      readings: [
        { ...b.term('line', '超过'), cites: [], choices: [b.term('over', '超过'), b.term('from', '达到')], chosen: 'over' },
      ],
      registers: [register({ transitions: [transition('exit', '脱贫', ['poor'], 'exited', { when: strictly })], forbidden: [] })],
    })
    const input = { start: START, changes: [{ on: '2018-01-01', transition: 'exit', facts: { income: 3700 } }] }
    expect(judged(input, program).now.state).toBe('poor')
    const other = historyOf(program, 'households', input, { readings: { line: 'from' } })
    expect(other).toMatchObject({ now: { state: 'exited' }, readings: { line: 'from' } })
  })
})
