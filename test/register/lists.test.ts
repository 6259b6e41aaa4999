import { describe, expect, it } from 'vitest'
import type { Program } from '../../dsl/lower/program.ts'
import { decide } from '../../engine/index.ts'
import { ranking as rank } from '../../engine/register/ranking.ts'
import { targets } from '../../engine/register/targets.ts'
import type { Decided } from '../../engine/register/types.ts'
import type { Facts } from '../../engine/types.ts'
import * as b from '../engine/build.ts'
import { income, ranking, target, world } from './world.ts'

const TIMES = { asOf: '2019-12-01', year: 2019 }
const size = () => b.get('size', b.INT)
const people = (value: number) => b.num(value, '人')
const decided = (program: Program, facts: readonly Facts[], standard = 'household_exit'): Decided[] =>
  facts.map((one) => ({ standard, facts: one, decision: decide(program, standard, one, TIMES) }))
const OK = { income: 4000, objected: false, size: 3 }

describe('targets (construct 15)', () => {
  const status = (goal: Parameters<typeof target>[1], facts: readonly Facts[], more: Parameters<typeof target>[2] = {}) => {
    const program = world({ targets: [target('t', goal, more)] })
    return targets(program, decided(program, facts), TIMES)[0]!
  }

  it('count those met, one each, and are reached at the goal itself', () => {
    const facts = [OK, OK, { ...OK, income: 3700 }, { ...OK, objected: true }]
    expect(status(b.num(2, '户'), facts)).toMatchObject({
      counted: { low: '2', high: '2', unit: '户' },
      state: 'reached',
      subjects: { sure: 2, maybe: 0, no: 2, rejected: 0 },
      cites: [{ source: 'law', article: '目标' }],
    })
    expect(status(b.num(3, '户'), facts).state).toBe('missed')
  })

  it('add up quantities: people, not households (AMB-48)', () => {
    const facts = [OK, { ...OK, size: 4 }, { ...OK, size: 5, income: 1 }]
    expect(status(people(7), facts, { tally: size() })).toMatchObject({
      counted: { low: '7', high: '7', unit: '人' },
      state: 'reached',
    })
    expect(status(people(8), facts, { tally: size() }).state).toBe('missed')
  })

  it('are intervals while a guard, an outcome or a quantity is unknown', () => {
    const open = { objected: false, size: 4 }
    expect(status(people(7), [OK, open], { tally: size() })).toMatchObject({
      counted: { low: '3', high: '7' },
      state: 'open',
      subjects: { sure: 1, maybe: 1 },
    })
    expect(status(people(3), [OK, open], { tally: size() }).state).toBe('reached')
    expect(status(people(8), [OK, open], { tally: size() }).state).toBe('missed')
    const { size: _, ...unsized } = OK
    expect(status(people(20), [unsized], { tally: size() })).toMatchObject({ counted: { low: '1', high: '20' }, state: 'open' })
    const all = { when: b.cmp(income(), 'ge', b.num(1)) }
    expect(status(b.num(2), [{ income: 1 }, {}, { income: 0 }], all)).toMatchObject({
      counted: { low: '1', high: '2' },
      state: 'open',
    })
  })

  it('count by their guard alone, suspended or not', () => {
    const facts = [{ ...OK, objected: true }, OK]
    expect(status(b.num(2), facts, { when: b.cmp(income(), 'gt', b.num(3700)) }).state).toBe('reached')
  })

  it('leave open what a refused record would add', () => {
    expect(status(b.num(2), [OK, { income: 'x' }])).toMatchObject({
      counted: { low: '1', high: '2' },
      state: 'open',
      subjects: { maybe: 1, rejected: 1 },
    })
    expect(status(people(4), [OK, { income: 'x' }], { tally: size() }).counted).toMatchObject({ low: '3', high: '23' })
  })

  it('pass over subjects of another entity', () => {
    const program = world({ targets: [target('t', b.num(1))] })
    expect(targets(program, decided(program, [{ population: 3, households: [] }], 'village_exit'), TIMES)[0]).toMatchObject({
      counted: { low: '0', high: '0' },
      state: 'missed',
      subjects: { sure: 0, maybe: 0, no: 0 },
    })
  })

  it('tell the day they are due, in the year asked about or fixed', () => {
    const until = (day: Parameters<typeof target>[2]) => status(b.num(1), [OK], day)
    expect(until({ until: { kind: 'position', year: 0, month: 11, day: 'end' } })).toMatchObject({
      until: '2019-11-30',
      passed: true,
    })
    expect(until({ until: { kind: 'date', value: '2020-12-31' } })).toMatchObject({ until: '2020-12-31', passed: false })
    expect(until({ until: { kind: 'date', value: '2019-12-01' } })).toMatchObject({ passed: false })
    expect(status(b.num(1), [OK])).not.toHaveProperty('until')
  })

  it('stay open against a figure nobody has supplied', () => {
    const program = world({
      externals: [{ ...b.term('plan'), type: b.INT, cites: [] }],
      targets: [target('t', b.external('plan', b.INT))],
    })
    expect(targets(program, decided(program, [OK]), TIMES)[0]).toMatchObject({ goal: { low: null, high: null }, state: 'open' })
  })

  it('change no decision (AMB-19)', () => {
    const program = world({ targets: [target('t', b.num(99))], rankings: [ranking('r')] })
    const list = decided(program, [OK, { ...OK, income: 1 }])
    const before = JSON.stringify(list)
    targets(program, list, TIMES)
    rank(program, list, TIMES)
    expect(JSON.stringify(list)).toBe(before)
  })
})

describe('rankings (construct 15, AMB-19)', () => {
  const places = (facts: readonly Facts[], more: Parameters<typeof ranking>[1] = { by: income() }) => {
    const program = world({ rankings: [ranking('r', more)] })
    return rank(program, decided(program, facts), TIMES)[0]!.places.map(({ place, at, value }) => [place, at, value])
  }
  const of = (...incomes: number[]) => incomes.map((value) => ({ ...OK, income: value }))

  it('order the met and only those, the highest first', () => {
    expect(places([...of(4000, 3000, 5000), { objected: false }])).toEqual([
      [1, [2], '5000'],
      [2, [0], '4000'],
    ])
  })

  it('or the lowest', () => {
    expect(places(of(4000, 5000), { by: income(), order: 'low_first' })).toEqual([
      [1, [0], '4000'],
      [2, [1], '5000'],
    ])
  })

  it('share a place where equal, in the order of the list, and the next place counts them all', () => {
    expect(places(of(5000, 4000, 5000, 4500))).toEqual([
      [1, [0, 2], '5000'],
      [3, [3], '4500'],
      [4, [1], '4000'],
    ])
  })

  it('put what is not known together, and last', () => {
    const facts = [{ income: 4000, objected: false }, ...of(4000), { income: 4500, objected: false }]
    expect(places(facts, { by: size() })).toEqual([
      [1, [1], '3'],
      [2, [0, 2], undefined],
    ])
  })

  it('order by truths and years too, never by 无', () => {
    const facts = [
      { ...OK, shrunk: false, returned: '无' },
      { ...OK, shrunk: true, returned: 2017 },
      { ...OK, returned: 2018 },
    ]
    expect(places(facts, { by: b.get('shrunk') })).toEqual([
      [1, [1], 'true'],
      [2, [0], 'false'],
      [3, [2], undefined],
    ])
    expect(places(facts, { by: b.get('returned', b.YEAR) })).toEqual([
      [1, [2], '2018'],
      [2, [1], '2017'],
      [3, [0], undefined],
    ])
  })

  it('leave the order to the roles where the text gives none', () => {
    const program = world({ rankings: [ranking('r', { roles: ['committees', 'delegates'] })] })
    expect(rank(program, decided(program, of(4000, 3000, 5000)), TIMES)).toEqual([
      {
        ranking: 'r',
        cites: [{ source: 'law', article: '排序' }],
        roles: ['committees', 'delegates'],
        order: 'high_first',
        by: 'roles',
        places: [{ place: 1, at: [0, 2] }],
      },
    ])
    expect(rank(program, [], TIMES)[0]!.places).toEqual([])
  })
})
