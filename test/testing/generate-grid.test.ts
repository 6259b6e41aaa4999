import { describe, expect, it } from 'vitest'
import type { Field } from '../../dsl/lower/program.ts'
import { parseDay } from '../../dsl/value/date.ts'
import { readFactNumber, readFactRatio } from '../../dsl/value/fact-number.ts'
import { toDecimalText } from '../../dsl/value/rational.ts'
import { type Edge, findEdge, valueFor, valuesAt } from '../../engine/testing/generate/edge.ts'
import { type Grid, gridOf, jsonOf, parseSteps } from '../../engine/testing/generate/grid.ts'
import { bell, pick, randomOf, shuffled, skewed, weighted, whole } from '../../engine/testing/generate/random.ts'

const AS_OF = parseDay('2019-12-01')!
const field = (type: Field['type'], range: { low?: string; high?: string } = {}): Field => ({
  id: 'f',
  zh: 'f',
  en: 'f',
  span: { file: '', start: 0, end: 0 },
  nullable: false,
  yearly: false,
  type,
  ...range,
})
const grid = (type: Field['type'], range?: { low?: string; high?: string }): Grid => gridOf(field(type, range), AS_OF)!

describe('the numbers drawn', () => {
  it('are the same for the same keys on every machine', () => {
    const random = randomOf('seed', 1)
    expect([whole(random, 0, 999), whole(random, 0, 999), whole(random, 0, 999)]).toEqual([939, 296, 625])
    expect(randomOf('seed', 1)()).not.toBe(randomOf('seed', 2)())
    expect(randomOf('a', 'bc')()).not.toBe(randomOf('ab', 'c')())
  })

  it('spread as their names say', () => {
    const random = randomOf('spread')
    const many = Array.from({ length: 4000 }, () => random())
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...many)).toBeLessThan(1)
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
    expect(mean(many)).toBeCloseTo(0.5, 1)
    const bells = Array.from({ length: 4000 }, () => bell(random))
    expect(mean(bells)).toBeCloseTo(0, 1)
    expect(mean(bells.map((x) => x * x))).toBeCloseTo(1, 0)
    expect(mean(Array.from({ length: 4000 }, () => skewed(random, 0.2)))).toBeCloseTo(1.02, 1)
    const drawn = Array.from({ length: 2000 }, () => weighted(random, [1, 0, 3]))
    expect(drawn).not.toContain(1)
    expect(drawn.filter((one) => one === 2).length).toBeGreaterThan(drawn.filter((one) => one === 0).length * 2)
    expect(shuffled(random, [1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5])
    expect(() => pick(random, [])).toThrow(RangeError)
  })
})

describe('figures as a facts file has them', () => {
  it('are money to the cent, within the range', () => {
    const money = grid({ kind: 'number', unit: '元/年', decimals: 2 }, { low: '-1000', high: '10000000' })
    expect([money.low, money.high]).toEqual([-100000, 1000000000])
    expect([370001, -5, 0].map((steps) => jsonOf(money, steps))).toEqual([3700.01, -0.05, 0])
    for (const steps of [1, 99, 370001, 999999999, -12345]) {
      expect(parseSteps(money, jsonOf(money, steps))).toBe(steps)
      const read = readFactNumber(jsonOf(money, steps), 2)
      expect(read.ok && toDecimalText(read.value)).toBe(String(steps / 100))
    }
  })

  it('are shares the engine reads, also above the whole', () => {
    const share = grid({ kind: 'number', unit: '', decimals: 4, ratio: true }, { low: '-1', high: '10' })
    expect(share.low).toBe(0)
    expect([200, 10000, 10350, 20000, 100000].map((steps) => jsonOf(share, steps))).toEqual([0.02, 1, '103.5%', '200%', '1000%'])
    for (const steps of [1, 200, 9999, 10000, 10001, 100000]) {
      expect(parseSteps(share, jsonOf(share, steps))).toBe(steps)
      expect(readFactRatio(jsonOf(share, steps), 4).ok).toBe(true)
    }
    expect(jsonOf(grid({ kind: 'number', unit: '', decimals: 0, ratio: true }, { high: '9' }), 2)).toBe('200%')
  })

  it('are days up to 评定日', () => {
    const days = grid({ kind: 'date' })
    expect(jsonOf(days, days.high)).toBe('2019-12-01')
    expect(parseSteps(days, '2019-02-28')).toBe(parseDay('2019-02-28'))
  })
})

describe('where a comparison turns', () => {
  const persons = grid({ kind: 'number', unit: '人', decimals: 0 }, { low: '0', high: '100' })
  const at = (limit: number, sign: 1 | -1) => (steps: number) => (Math.sign(steps - limit) * sign || 0) as -1 | 0 | 1

  it('is found exactly, rising and falling, and with room for equality', () => {
    expect(findEdge(persons, at(7, 1))).toEqual({ grid: persons, from: 7, after: 8, rising: true })
    expect(findEdge(persons, at(7, -1))).toEqual({ grid: persons, from: 7, after: 8, rising: false })
    expect(findEdge(persons, at(7.5, 1))).toEqual({ grid: persons, from: 8, after: 8, rising: true })
    expect(findEdge(persons, at(0, 1))).toEqual({ grid: persons, from: 0, after: 1, rising: true })
    const years = (steps: number) => Math.sign(Math.floor(steps / 12) - 3) as -1 | 0 | 1
    expect(findEdge(persons, years)).toEqual({ grid: persons, from: 36, after: 48, rising: true })
    expect(findEdge(persons, at(200, 1))).toBeUndefined()
    expect(findEdge(persons, () => undefined)).toBeUndefined()
  })

  it('gives values on the wanted side only', () => {
    const random = randomOf('side')
    const edge: Edge = { grid: persons, from: 7, after: 8, rising: true }
    const draw = (op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne', wanted: boolean) =>
      Array.from({ length: 60 }, () => valueFor(edge, op, wanted, random)!)
    for (const value of draw('gt', true)) expect(value).toBeGreaterThan(7)
    for (const value of draw('gt', false)) expect(value).toBeLessThanOrEqual(7)
    for (const value of draw('lt', true)) expect(value).toBeLessThan(7)
    for (const value of draw('ne', true)) expect(value).not.toBe(7)
    expect(new Set(draw('eq', true))).toEqual(new Set([7]))
    expect([...valuesAt(edge)].sort()).toEqual([6, 7, 8])
  })
})
