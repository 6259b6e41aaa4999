import { describe, expect, it } from 'vitest'
import { TiaoliError } from '../../engine/error.ts'
import { sizeAtEnd, sizeOn } from '../../engine/register/people.ts'
import { readHistory } from '../../engine/register/read.ts'
import type { History } from '../../engine/register/types.ts'
import { world } from './world.ts'

const PROGRAM = world()
const MEMBERS = { on: '2018-01-01', state: 'poor', members: ['甲', '乙', '丙'] } as const
type Move = readonly [on: string, change: string, person?: string]
const moves = (list: readonly Move[]) =>
  list.map(([on, change, person]) => ({ on, change, ...(person === undefined ? {} : { person }) }))

function history(list: readonly Move[], start: object | null = MEMBERS): History {
  const read = readHistory(PROGRAM, { ...(start && { start }), people: moves(list) })
  if (read.kind === 'rejected') throw new Error(JSON.stringify(read.problems))
  return read.history
}
function problems(list: readonly Move[], start: object | null = MEMBERS): string[] {
  const read = readHistory(PROGRAM, { ...(start && { start }), people: moves(list) })
  return read.kind === 'rejected' ? read.problems.map(({ code, path }) => `${code} ${path}`) : []
}

describe('the size of a household (construct 40)', () => {
  const one = history([
    ['2018-10-01', '出生', '丁'],
    ['2018-03-01', 'death', '甲'],
    ['2018-09-30', 'marry_in', '戊'],
  ])

  it('counts who came and went up to and including the day', () => {
    const on = (day: string) => sizeOn(one, day)
    expect(['2017-12-31', '2018-01-01', '2018-02-28', '2018-03-01', '2018-09-29', '2018-09-30', '2018-12-31'].map(on)).toEqual([
      undefined,
      3,
      3,
      2,
      2,
      3,
      4,
    ])
  })

  it('for income is that at the end of the income period, not of the year (construct 41, AMB-45)', () => {
    const incomePeriod = { from: '2017-10-01', to: '2018-09-30' }
    expect(sizeAtEnd(one, { asOf: '2018-12-01', year: 2018, incomePeriod })).toBe(3)
    expect(sizeOn(one, '2018-12-31')).toBe(4)
    expect(() => sizeAtEnd(one, { asOf: '2018-12-01', year: 2018 })).toThrow(TiaoliError)
    expect(() => sizeOn(one, '2018-02-30')).toThrow(TiaoliError)
  })

  it('is not known without a number to start from', () => {
    expect(sizeOn(history([['2018-03-01', '出生', '丁']], null), '2018-12-31')).toBeUndefined()
    expect(sizeOn(history([['2018-03-01', '出生', '丁']], { on: '2018-01-01', size: 0 }), '2018-12-31')).toBe(1)
  })
})

describe('who belongs to a household', () => {
  it('does not come twice, nor leave twice, and may come back', () => {
    expect(problems([['2018-03-01', '出生', '乙']])).toEqual(['K516 people[0].person'])
    expect(problems([['2018-03-01', '嫁出', '丁']])).toEqual(['K517 people[0].person'])
    const [out, back] = [['2018-03-01', '嫁出', '乙'] as Move, ['2018-05-01', '嫁入', '乙'] as Move]
    expect(problems([out, ['2018-06-01', '死亡', '乙']])).toEqual(['K517 people[1].person'])
    expect(problems([back, out, ['2018-06-01', '死亡', '乙']])).toEqual([])
  })

  it('is not named again once struck off', () => {
    const dead: Move = ['2018-03-01', '死亡', '乙']
    for (const change of ['嫁入', '嫁出', '死亡'])
      expect(problems([dead, ['2018-06-01', change, '乙']])).toEqual(['K520 people[1].person'])
    expect(problems([dead, ['2018-03-01', '嫁出', '乙']])).toEqual(['K520 people[1].person'])
  })

  it('may leave without having been named before, where the members of the first day are not', () => {
    const start = { on: '2018-01-01', size: 2 }
    expect(problems([['2018-03-01', '嫁出', '丁']], start)).toEqual([])
    expect(problems([['2018-03-01', '嫁出', '丁']], null)).toEqual([])
    expect(
      problems(
        [
          ['2018-03-01', '出生', '丁'],
          ['2018-04-01', '出生', '丁'],
        ],
        start,
      ),
    ).toEqual(['K516 people[1].person'])
  })

  it('is named where the change strikes off', () => {
    expect(problems([['2018-03-01', '死亡']])).toEqual(['K504 people[0]'])
    expect(problems([['2018-03-01', '嫁出']])).toEqual([])
  })

  it('is never fewer than none at the end of a day', () => {
    const start = { on: '2018-01-01', size: 1 }
    const out: Move = ['2018-03-01', '嫁出']
    expect(problems([out, out], start)).toEqual(['K521 people[1]'])
    expect(problems([out, out, ['2018-03-01', '嫁入']], start)).toEqual([])
    expect(problems([out, out, ['2018-03-02', '嫁入']], start)).toEqual(['K521 people[1]'])
  })
})
