import { describe, expect, test } from 'vitest'
import type { Expr, Program, ValueType } from '../../dsl/lower/program.ts'
import { judge } from './index.ts'
import { AT, and, cmp, decided, must, NUMBER, node, num, or, programOf, read, standard, term, truthIn } from './tiny.ts'

const plain = programOf([standard([must(read('a'))])])
const refused = (facts: Record<string, unknown>, program: Program = plain): string => {
  const result = judge(program, 'exit', facts, AT)
  return result.kind === 'rejected' ? `${result.problems[0]!.code} ${result.problems[0]!.path}` : 'decided'
}

describe('bad facts', () => {
  test.each([
    ['{"nope": 1}', 'unknown-key nope'],
    ['{"__proto__": {"a": true}}', 'unknown-key __proto__'],
    ['{"a": "maybe"}', 'wrong-type a'],
    ['{"x": "1.005"}', 'too-precise x'],
    ['{"x": 0.1234567890123456}', 'too-precise x'],
    ['{"x": 11}', 'out-of-range x'],
    ['{"x": "无"}', 'wrong-type x'],
    ['{"day": "2019-02-29"}', 'no-such-date day'],
    ['{"cause": "other"}', 'wrong-type cause'],
    ['{"people": [{}, {"n": -1}]}', 'out-of-range people[1].n'],
    ['{"people": [{}, {}, {}, {}, {}]}', 'too-many people'],
    ['{"stable": true}', 'wrong-type stable'],
    ['{"departures": [{"item": "must", "by": "x", "on": "2019-01-01"}]}', 'incomplete-act departures'],
    ['{"stable": {"value": true, "role": "nobody", "on": "2019-01-01"}}', 'incomplete-act stable'],
    ['{"people": {"items": null, "partial": true}}', 'decided'],
    ['{"x": null, "a": "", "people": null}', 'decided'],
    ['{"y": {"nothing": true}, "x": "10.00", "a": "否"}', 'decided'],
  ])('%s: %s', (json, expected) => {
    expect(refused(JSON.parse(json) as Record<string, unknown>)).toBe(expected)
  })

  test('both spellings of one fact', () => {
    const home = plain.entities[0]!
    const fields = home.fields.map((f) => (f.id === 'a' ? { ...f, zh: '甲' } : f))
    const program = { ...plain, entities: [{ ...home, fields }, ...plain.entities.slice(1)] }
    expect(refused({ a: true, 甲: true }, program)).toBe('both-spellings a')
    expect(refused({ 甲: true }, program)).toBe('decided')
  })

  test('ratios', () => {
    const ratio: ValueType = { kind: 'number', unit: '', ratio: true, decimals: 4 }
    const home = plain.entities[0]!
    const fields = home.fields.map((f) => (f.id === 'x' ? { ...f, type: ratio, low: '0', high: '1' } : f))
    const program = { ...plain, entities: [{ ...home, fields }, ...plain.entities.slice(1)] }
    expect([0.025, '2.5%', '0.025', '25‰'].map((x) => refused({ x }, program))).toEqual(Array(4).fill('decided'))
    expect([2.5, '2.5', '250%', -0.1].map((x) => refused({ x }, program))).toEqual(Array(4).fill('out-of-range x'))
    expect(refused({ x: '0.001%' }, program)).toBe('too-precise x')
    expect(refused({ x: '-3%' }, program)).toBe('out-of-range x')
    const signed = home.fields.map((f) => (f.id === 'x' ? { ...f, type: ratio, low: '-1', high: '1' } : f))
    const falling = { ...program, entities: program.entities.map((e) => (e.id === home.id ? { ...e, fields: signed } : e)) }
    expect(['-3%', '-101%', -0.03].map((x) => refused({ x }, falling))).toEqual(['decided', 'out-of-range x', 'out-of-range x'])
  })

  test('a relation in force that comes out false', () => {
    const relation = (more: object) => ({
      ...term('rel'),
      entity: 'person',
      cites: [],
      condition: or(read('f', 0, undefined, 'person'), read('p', 0, undefined, 'person')),
      ...more,
    })
    const facts = { people: [{ f: true }, { f: false, p: false }] }
    expect(refused(facts, { ...plain, relations: [relation({})] })).toBe('relation people[1]')
    expect(refused(facts, { ...plain, relations: [relation({ from: '2019-07-01' })] })).toBe('decided')
    expect(refused({ people: [{ f: false }] }, { ...plain, relations: [relation({})] })).toBe('decided')
  })
})

describe('judgements, sources and years', () => {
  const stable = (entries: unknown): string => truthIn(read('stable'), { stable: entries })
  const by = (value: boolean, role: string, on: string) => ({ value, role, on })

  test('the latest entitled entry counts', () => {
    expect(stable(by(true, 'office', '2019-01-01'))).toBe('true')
    expect(stable([by(true, '乡镇', '2019-01-01'), by(false, 'town', '2019-02-01')])).toBe('false')
    expect(stable([by(true, 'town', '2019-01-01'), by(false, 'village', '2019-02-01')])).toBe('true')
    expect(stable([by(true, 'town', '2019-01-01'), by(false, 'town', '2019-07-01')])).toBe('true')
    expect(stable([by(true, 'town', '2019-01-01'), by(false, 'office', '2019-01-01')])).toBe('unknown')
    expect(stable([by(true, 'town', '2019-01-01'), by(true, 'office', '2019-01-01')])).toBe('true')
    expect(stable([by(true, 'village', '2019-01-01')])).toBe('unknown')
    expect(stable([])).toBe('unknown')
  })

  test('a value from another source is unknown', () => {
    const seen = (value: unknown): string => truthIn(read('seen'), { seen: value })
    expect(seen({ value: true, source: 'register' })).toBe('true')
    expect(seen({ 值: true, 来源: '系统' })).toBe('true')
    expect(seen({ value: true, source: '自报' })).toBe('unknown')
    expect(seen(true)).toBe('unknown')
    expect(truthIn(read('a'), { a: { value: true, source: '自报' } })).toBe('true')
  })

  test('years', () => {
    const year = (offset: number): Expr =>
      node({ kind: 'arithmetic', op: '-', left: node({ kind: 'time', time: 'year' }), right: num(offset) })
    const income = (at?: Expr): Expr =>
      node({
        kind: 'field',
        place: { kind: 'element', depth: 0 },
        entity: 'home',
        field: 'income',
        type: NUMBER,
        ...(at === undefined ? {} : { year: at }),
      })
    const above = (e: Expr): Expr => cmp('gt', e, num(3))
    expect(truthIn(above(income()), { income: 4 })).toBe('true')
    expect(truthIn(above(income()), { income: { 2019: 4, 2018: 1 } })).toBe('true')
    expect(truthIn(above(income(year(1))), { income: { 2019: 4, 2018: 1 } })).toBe('false')
    expect(truthIn(above(income(year(1))), { income: 4 })).toBe('unknown')
    expect(truthIn(above(income(year(0))), { income: 4 })).toBe('true')
    const both = decided(programOf([standard([must(and(above(income(year(0))), above(income(year(1)))))])]), {})
    expect(both.missing?.met).toEqual([['income', 'income@2018']])
  })
})
