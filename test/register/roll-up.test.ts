import { describe, expect, it } from 'vitest'
import { TiaoliError } from '../../engine/error.ts'
import { rollUp } from '../../engine/register/roll-up.ts'
import type { HistoryInput, RolledUp } from '../../engine/register/types.ts'
import type { Facts } from '../../engine/types.ts'
import { world } from './world.ts'

const PROGRAM = world()
const TIMES = { asOf: '2019-12-01', year: 2019 }
const STANDARDS = { household: 'household_exit', village: 'village_exit', county: 'county_exit' }
const OUT = { income: 4000, objected: false, size: 3, status: 'exited' }
const POOR = { income: 3000, objected: false, size: 3, status: 'poor' }

function village(households: unknown, population = 1000, histories?: Record<string, HistoryInput>): RolledUp {
  return rollUp(PROGRAM, 'village', { id: 'v', population, households }, TIMES, {
    standards: STANDARDS,
    ...(histories && { histories: { household: histories } }),
  })
}
const outcome = ({ decision }: RolledUp) => (decision.kind === 'rejected' ? 'rejected' : decision.record.outcome)
const values = ({ decision }: RolledUp) => (decision.kind === 'rejected' ? [] : decision.record.items.map(({ value }) => value))
const figure = ({ decision }: RolledUp, name: string) =>
  decision.kind === 'rejected'
    ? undefined
    : decision.record.items.flatMap(({ operands }) => operands).find((one) => one.name === name)?.value

describe('from households to their village (construct 46)', () => {
  it('decides each and computes what the policy defines (AMB-44)', () => {
    const rolled = village([OUT, OUT, POOR])
    expect(rolled.parts.map(outcome)).toEqual(['met', 'met', 'unmet'])
    expect(rolled.counts).toMatchObject({ met: 2, unmet: 1, rejected: 0 })
    expect(figure(rolled, 'poor_people')).toBe('3')
    expect(figure(rolled, 'incidence')).toBe('0.3%')
    expect(outcome(rolled)).toBe('met')
    expect(outcome(village([OUT, POOR], 150))).toBe('unmet')
  })

  it('takes states from histories, and computes incidence by them', () => {
    const exit = {
      on: '2018-12-01',
      transition: 'exit',
      label: '脱贫',
      case: 'conformant',
      facts: { income: 4000, identified: 2016 },
    } as const
    const start = { on: '2017-01-01', state: 'poor' }
    const { status: _, ...bare } = { ...OUT, id: 'h1' }
    const gone = village([bare], 100, { h1: { start, changes: [exit] } })
    expect(gone.parts[0]!.state).toMatchObject({ state: 'exited', year: 2018 })
    expect(gone.parts[0]!.facts).toMatchObject({ status: 'exited' })
    expect(figure(gone, 'incidence')).toBe('0%')
    const stayed = village([bare], 100, { h1: { start } })
    expect([outcome(stayed), outcome(stayed.parts[0]!)]).toEqual(['unmet', 'met'])
    const open = village([bare], 100, { h1: { start, changes: [{ ...exit, facts: {} }] } })
    expect(open.parts[0]!.state).toMatchObject({ open: true })
    expect([outcome(open), figure(open, 'incidence')]).toEqual(['undetermined', 'unknown'])
  })

  it('makes the list 不全 where a household is refused, by its facts, its history, or both at odds', () => {
    const id = { ...OUT, id: 'h1' }
    const start = { on: '2017-01-01', state: 'poor' }
    const cases = [
      village([OUT, { income: '多' }]),
      village([OUT, { ...id, status: undefined }], 1000, { h1: { start: { on: '2017-02-30' } } }),
      village([OUT, id], 1000, { h1: { start } }),
    ]
    for (const rolled of cases) {
      expect(rolled.counts).toMatchObject({ met: 1, rejected: 1 })
      expect(rolled.facts['households']).toMatchObject({ partial: true })
      expect(outcome(rolled)).toBe('undetermined')
    }
    const problems = cases.map(({ parts }) => (parts[1]!.decision.kind === 'rejected' ? parts[1]!.decision.problems : []))
    expect(problems.map((list) => list.map(({ code, path }) => `${code} ${path}`))).toEqual([
      ['F605 income'],
      ['K506 history.start.on'],
      ['K522 status'],
    ])
  })

  it('counts a suspended household as not met and an undetermined one as unknown', () => {
    const suspended = { ...OUT, objected: true }
    const { objected: _, ...open } = OUT
    expect(values(village([suspended, OUT]))).toEqual(['true', 'true'])
    expect(values(village([suspended, suspended]))).toEqual(['true', 'false'])
    expect(values(village([suspended, open]))).toEqual(['true', 'unknown'])
    expect(village([suspended, open]).counts).toMatchObject({ suspended: 1, undetermined: 1 })
  })

  it('keeps what a list says of itself', () => {
    expect(values(village({ 项: [OUT], 不全: true }))).toEqual(['unknown', 'unknown'])
    expect(values(village(undefined))).toEqual(['unknown', 'unknown'])
    expect(outcome(village('许多'))).toBe('rejected')
  })
})

describe('from villages to their county', () => {
  const county = (...villages: unknown[]) =>
    rollUp(PROGRAM, 'county', { id: 'c', villages } as Facts, TIMES, { standards: STANDARDS })
  const good = { id: 'v1', population: 1000, households: [OUT, OUT] }

  it('goes all the way up', () => {
    const rolled = county(good, { ...good, id: 'v2', households: [OUT, POOR] })
    expect(rolled.parts.map(({ id, counts }) => [id, counts.met, counts.unmet])).toEqual([
      ['v1', 2, 0],
      ['v2', 1, 1],
    ])
    expect(outcome(rolled)).toBe('met')
    expect(outcome(county(good, { ...good, population: 10, households: [POOR] }))).toBe('unmet')
  })

  it('passes doubt upwards: a refused household makes its village open, a refused village its county', () => {
    expect(outcome(county(good, { ...good, households: [OUT, { income: '多' }] }))).toBe('undetermined')
    const refused = county(good, { ...good, population: 0 })
    expect([outcome(refused), refused.counts.rejected]).toEqual(['undetermined', 1])
  })

  it('leaves levels without a standard as they are', () => {
    const rolled = rollUp(PROGRAM, 'county', { villages: [good] }, TIMES, { standards: { county: 'county_exit' } })
    expect([rolled.parts.length, outcome(rolled)]).toEqual([0, 'met'])
  })

  it('refuses a list that contains itself, and throws for standards it does not have', () => {
    const loop: Record<string, unknown> = { population: 10 }
    loop['households'] = [loop]
    expect(outcome(rollUp(PROGRAM, 'village', loop, TIMES, { standards: STANDARDS }))).toBe('undetermined')
    expect(() => rollUp(PROGRAM, 'village', good, TIMES, { standards: { household: 'household_exit' } })).toThrow(TiaoliError)
    expect(() => rollUp(PROGRAM, 'village', good, TIMES, { standards: { village: 'nobody' } })).toThrow(TiaoliError)
    expect(() => rollUp(PROGRAM, 'village', good, { asOf: '2019-02-30', year: 2019 }, { standards: STANDARDS })).toThrow(
      TiaoliError,
    )
  })
})
