import { describe, expect, it } from 'vitest'
import { TiaoliError } from '../../engine/error.ts'
import { historyOf } from '../../engine/register/history.ts'
import { readHistory } from '../../engine/register/read.ts'
import * as b from '../engine/build.ts'
import { register, world } from './world.ts'

const PROGRAM = world()
const START = { on: '2017-01-01', state: 'poor' }
const EXIT = { on: '2018-12-01', transition: 'exit' }

function problems(value: unknown, program = PROGRAM): string[] {
  const read = readHistory(program, value)
  return read.kind === 'rejected' ? read.problems.map(({ code, path }) => `${code} ${path}`) : []
}
const args = (value: unknown) => {
  const read = readHistory(PROGRAM, value)
  return read.kind === 'rejected' ? read.problems[0]!.args : {}
}

describe('what is wrong with a history file', () => {
  it.each<[string, unknown, string[]]>([
    ['no record', [], ['K503 ']],
    ['nothing', null, ['K503 ']],
    ['an unknown key', { begin: START }, ['K501 begin']],
    ['a key in both spellings', { start: START, 起始: START }, ['K502 start']],
    ['a first day without its day', { start: { state: 'poor' } }, ['K504 start']],
    ['a blank is no value', { start: { on: '', state: 'poor' } }, ['K504 start']],
    ['a state nobody has', { start: { on: '2017-01-01', state: '贫困' } }, ['K509 start.state']],
    [
      'a state of the enumeration the register leaves out',
      { start: { on: '2017-01-01', state: 'ordinary' } },
      ['K509 start.state'],
    ],
    ['a day in other words', { start: { on: '2017/01/01', state: 'poor' } }, ['K505 start.on']],
    ['30 February', { start: START, changes: [{ ...EXIT, on: '2019-02-30' }] }, ['K506 changes[0].on']],
    ['changes that are no list', { changes: EXIT }, ['K503 changes']],
    ['a change that is no record', { changes: ['exit'] }, ['K503 changes[0]']],
    ['a change without its transition', { changes: [{ on: '2018-12-01' }] }, ['K504 changes[0]']],
    ['a transition nobody has', { changes: [{ ...EXIT, transition: 'exits' }] }, ['K510 changes[0].transition']],
    ['a year of two digits', { changes: [{ ...EXIT, year: 18 }], start: { ...START, year: '18' } }, ['K507 start.year']],
    ['a label that is no text', { changes: [{ ...EXIT, label: 1 }] }, ['K503 changes[0].label']],
    ['a case in no known state', { changes: [{ ...EXIT, case: 'done' }] }, ['K518 changes[0].case']],
    [
      'a case of no procedure',
      { changes: [{ ...EXIT, case: { procedure: 'exit', state: '合规' } }] },
      ['K519 changes[0].case.procedure'],
    ],
    [
      'a case with a key of its own',
      { changes: [{ ...EXIT, case: { state: '合规', done: true } }] },
      ['K501 changes[0].case.done'],
    ],
    ['a change before the first day', { start: START, changes: [{ ...EXIT, on: '2016-12-31' }] }, ['K515 changes[0].on']],
    ['people before the first day', { start: START, people: [{ on: '2016-12-31', change: '出生' }] }, ['K515 people[0].on']],
    [
      'a kind of change the register does not name',
      { people: [{ on: '2018-01-01', change: '收监' }] },
      ['K514 people[0].change'],
    ],
    ['people in halves', { start: { ...START, size: 2.5 } }, ['K511 start.size']],
    ['people below zero', { start: { ...START, size: -1 } }, ['K511 start.size']],
    ['one person twice', { start: { ...START, members: ['甲', '甲'] } }, ['K513 start.members[1]']],
    ['a number against the names', { start: { ...START, size: 3, members: ['甲'] } }, ['K512 start.size']],
    ['another register', { register: 'villages' }, ['K508 register']],
    [
      'everything at once',
      { start: { on: '2017-02-29' }, changes: [{ on: 1, transition: 2 }] },
      ['K506 start.on', 'K505 changes[0].on', 'K510 changes[0].transition'],
    ],
  ])('%s', (_, value, expected) => {
    expect(problems(value)).toEqual(expected)
  })

  it('names what is near', () => {
    expect(args({ start: { on: '2017-01-01', state: '贫困' } })).toMatchObject({ nearest: ['贫困户'] })
    expect(args({ changes: [{ ...EXIT, transition: 'exits' }] })).toMatchObject({ nearest: ['exit'] })
    expect(args({ 变动: [] })).toMatchObject({ nearest: ['变更', '人口变动'] })
  })

  it('is told of the facts of a change with their place', () => {
    const answer = historyOf(PROGRAM, undefined, {
      start: START,
      changes: [
        { ...EXIT, facts: { 收人: 1 } },
        { ...EXIT, on: '2019-01-01', facts: { income: '许多' } },
      ],
      facts: { size: 0 },
    })
    expect(answer).toMatchObject({
      kind: 'rejected',
      problems: [
        { code: 'F601', path: 'changes[0].facts.收人' },
        { code: 'F605', path: 'changes[1].facts.income' },
        { code: 'F609', path: 'facts.size' },
      ],
    })
    expect(historyOf(PROGRAM, undefined, { start: START, changes: [{ ...EXIT, facts: [] }] })).toMatchObject({
      problems: [{ code: 'F603', path: 'changes[0].facts' }],
    })
  })

  it('is a relation the facts break on the day of the change', () => {
    const relation = {
      ...b.term('some_income', '总有收入'),
      entity: 'household',
      from: '2018-06-01',
      condition: b.cmp(b.get('income', b.MONEY), 'gt', b.num(0)),
      cites: [],
    }
    const program = world({ relations: [relation] })
    const on = (day: string) =>
      historyOf(program, undefined, { start: START, changes: [{ ...EXIT, on: day, facts: { income: 0 } }] })
    expect(on('2018-06-01')).toMatchObject({ problems: [{ code: 'F625', path: 'changes[0].facts' }] })
    expect(on('2018-05-31').kind).toBe('judged')
  })

  it('is facts of the day asked about that say another state', () => {
    expect(historyOf(PROGRAM, undefined, { start: START, facts: { status: '脱贫户' } })).toMatchObject({
      problems: [{ code: 'K522', path: 'facts.status', args: { state: ['poor'], value: 'exited' } }],
    })
  })

  it('never makes it throw, whatever it is', () => {
    const hostile = Object.defineProperty({}, 'start', { enumerable: true, get: () => JSON.parse('x') })
    expect(problems(hostile)).toEqual(['F629 '])
    for (const value of [undefined, 1, 'x', () => 0, new Map(), { start: START, changes: [null] }])
      expect(problems(value).length).toBeGreaterThan(0)
  })
})

describe('which register', () => {
  const two = world({ registers: [register(), register({ ...b.term('others', '另一本') })] })

  it('is named where there are several', () => {
    expect(problems({ start: START }, two)).toEqual(['K508 register'])
    expect(problems({ register: '另一本', start: START }, two)).toEqual([])
    expect(historyOf(two, 'others', { start: START })).toMatchObject({ register: 'others' })
    expect(problems({ start: START }, world({ registers: [] }))).toEqual(['K508 register'])
  })
})

describe('a wrong call', () => {
  it('throws', () => {
    expect(() => historyOf(PROGRAM, undefined, { start: START }, { on: '2018-02-30' })).toThrow(TiaoliError)
    expect(() => historyOf(PROGRAM, undefined, {})).toThrow(TiaoliError)
    expect(() => historyOf(PROGRAM, undefined, { start: START }, { readings: { none: 'x' } })).toThrow(TiaoliError)
    expect(() => historyOf({} as never, undefined, { start: START })).toThrow(TiaoliError)
  })
})
