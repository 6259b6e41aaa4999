import { describe, expect, test } from 'vitest'
import type { Item, Standard } from '../../dsl/lower/program.ts'
import type { Facts } from '../../engine/types.ts'
import { bool, decided, item, must, node, not, programOf, read, standard, term } from './tiny.ts'

const outcome = (items: readonly Item[], facts: Facts, more: Partial<Standard> = {}): string =>
  decided(programOf([standard(items, more)]), facts).outcome
const first = (it: Item, facts: Facts) => decided(programOf([standard([it])]), facts).items[0]!
const leaves = { reason: '偏远', by: '李四', on: '2019-06-30' }
const look = { role: 'office', on: '2019-06-01' }

describe('the outcome', () => {
  const bar = (id = 'bar'): Item => item(id, 'bar', read('b'))
  const hold = item('hold', 'suspend', read('c'))

  test.each([
    [{ a: true, b: false, c: false }, 'met'],
    [{ a: false }, 'unmet'],
    [{ b: true }, 'unmet'],
    [{ a: false, c: true }, 'unmet'],
    [{ c: true }, 'suspended'],
    [{ a: true, b: false, c: true }, 'suspended'],
    [{ a: true, b: false }, 'undetermined'],
    [{ a: true, c: false }, 'undetermined'],
    [{}, 'undetermined'],
  ])('of must a, bar b, suspend c on %j is %s', (facts, expected) => {
    expect(outcome([must(read('a')), bar(), hold], facts)).toBe(expected)
  })

  test('the guard comes first', () => {
    const guard = { guard: read('d') }
    expect(outcome([must(read('a'))], { a: false, d: false }, guard)).toBe('not-applicable')
    expect(outcome([must(read('a'))], { a: false }, guard)).toBe('undetermined')
    expect(outcome([must(read('a'))], { a: false, d: true }, guard)).toBe('unmet')
  })

  test('weighing decides nothing', () => {
    const weigh = item('weigh', 'weigh', read('b'))
    expect(outcome([must(read('a')), weigh], { a: true })).toBe('met')
    expect(first(weigh, { b: false })).toMatchObject({ value: 'false', effect: 'none' })
  })
})

describe('items', () => {
  test('deemed and except', () => {
    const it = must(read('a'), { deemed: [read('b')], except: [read('c')] })
    expect(first(it, { a: false, b: true, c: false }).value).toBe('true')
    expect(first(it, { a: true, c: true }).value).toBe('false')
    expect(first(it, { a: true }).value).toBe('unknown')
    expect(first(it, { a: false, b: false }).value).toBe('false')
  })

  test('when: not asked of a must, not present in a bar', () => {
    const asked = must(read('a'), { when: read('b') })
    expect(first(asked, { b: false })).toMatchObject({ value: 'true', effect: 'pass', applied: 'false' })
    expect(first(asked, { a: false })).toMatchObject({ value: 'unknown', effect: 'open', applied: 'unknown' })
    const barred = item('bar', 'bar', read('a'), { when: read('b') })
    expect(first(barred, { b: false, a: true })).toMatchObject({ value: 'false', effect: 'pass' })
    expect(first(barred, { b: true, a: true })).toMatchObject({ value: 'true', effect: 'fail' })
  })

  test('groups, with parts after their group', () => {
    const parts = ['a', 'b', 'c'].map((id) => item(`part_${id}`, 'part', read(id)))
    const of = (mode: 'all' | 'any' | 'at_least', n?: number): Item =>
      item('must', 'must', { mode, parts, ...(n === undefined ? {} : { n }) })
    expect(first(of('all'), { a: true, b: false }).value).toBe('false')
    expect(first(of('any'), { a: true }).value).toBe('true')
    expect(first(of('at_least', 2), { a: true, b: true }).value).toBe('true')
    expect(first(of('at_least', 2), { a: false, b: false }).value).toBe('false')
    expect(first(of('at_least', 2), { a: true, b: false }).value).toBe('unknown')
    const listed = decided(programOf([standard([of('any'), item('after', 'bar', read('d'))])]), { a: true, b: false }).items
    expect(listed.map((i) => [i.id, i.parent, i.effect])).toEqual([
      ['must', undefined, 'pass'],
      ['part_a', 'must', 'pass'],
      ['part_b', 'must', 'fail'],
      ['part_c', 'must', 'open'],
      ['after', undefined, 'open'],
    ])
  })

  test('in principle: a departure passes what would not have', () => {
    const it = must(read('a'), { inPrinciple: true })
    const departures = [{ item: 'must', ...leaves }]
    expect(first(it, { a: false, departures })).toMatchObject({ value: 'false', effect: 'pass', exception: true })
    expect(first(it, { departures })).toMatchObject({ value: 'unknown', effect: 'pass', exception: true })
    expect(first(it, { a: true, departures })).toMatchObject({ effect: 'pass', exception: false })
    expect(first(it, { a: false, 偏离: [{ item: 'must', ...leaves, on: '2019-07-01' }] }).effect).toBe('fail')
    expect(() => first(must(read('a')), { a: false, departures })).toThrow('incomplete-act')
    expect(outcome([it], { a: false, departures })).toBe('met')
    const bar = item('must', 'bar', read('a'), { inPrinciple: true })
    expect(first(bar, { a: true, departures })).toMatchObject({ effect: 'pass', exception: true })
  })

  test('re-checks: the latest by a named reviewer, two results on a day cancel', () => {
    const it = item('hold', 'suspend', read('a'), { reviewers: ['office'] })
    const check = (result: string, more = {}) => ({ item: 'hold', result, ...look, ...more })
    const effect = (rechecks: unknown, a: boolean | null = true): string => first(it, { a, rechecks }).effect
    expect(effect([])).toBe('hold')
    expect(effect([check('符合')])).toBe('pass')
    expect(effect([check('fail')])).toBe('fail')
    expect(effect([check('fail')], false)).toBe('pass')
    expect(effect([check('fail')], null)).toBe('open')
    expect(effect([], null)).toBe('open')
    expect(effect([check('pass'), check('不符合')])).toBe('hold')
    expect(effect([check('fail'), check('pass', { on: '2019-06-02' })])).toBe('pass')
    expect(effect([check('pass', { role: 'town' })])).toBe('hold')
    expect(effect([check('pass', { on: '2019-07-01' })])).toBe('hold')
    expect(outcome([it], { rechecks: [check('pass')] })).toBe('met')
    expect(outcome([it], { a: true, rechecks: [check('fail')] })).toBe('unmet')
  })

  test('readings: items and arms that are not in force', () => {
    const reading = { ...term('r'), cites: [], choices: [term('one'), term('two')], chosen: 'one' }
    const arms = [
      { choice: 'one', value: read('a') },
      { choice: 'two', value: not(read('a')) },
    ]
    const by = node({ kind: 'reading', reading: 'r', arms, type: { kind: 'boolean' } })
    const extra = item('extra', 'bar', bool(true), { under: [{ reading: 'r', choice: 'two' }] })
    const program = programOf([standard([must(by), extra])], { readings: [reading] })
    expect(decided(program, { a: true }).outcome).toBe('met')
    expect(decided(program, { a: true }).items).toHaveLength(1)
    expect(decided(program, { a: true }, { r: 'two' }).outcome).toBe('unmet')
  })

  test('a subordinate that fails does not meet, whether or not it applies', () => {
    const inner = standard([item('in', 'must', read('a'))], { id: 'inner', guard: read('b') })
    const place = { kind: 'member', of: { kind: 'element', depth: 0 }, entity: 'home', field: 'place' } as const
    const program = programOf([inner, standard([must(node({ kind: 'meets', standard: 'inner', place }))])])
    const value = (facts: Facts) => decided(program, { place: facts }).items[0]!.value
    expect(value({ a: false })).toBe('false')
    expect(value({ b: false })).toBe('false')
    expect(value({ a: true })).toBe('unknown')
    expect(value({ a: true, b: true })).toBe('true')
    expect(decided(program, {}).missing).toMatchObject({
      met: [['place.a', 'place.b']],
      unmet: [['place.a'], ['place.b']],
    })
  })

  test('a subordinate that is suspended is known not to meet, an undetermined one unknown', () => {
    const inner = standard([item('in', 'must', read('a')), item('stop', 'suspend', read('b'))], { id: 'inner' })
    const place = { kind: 'member', of: { kind: 'element', depth: 0 }, entity: 'home', field: 'place' } as const
    const program = programOf([inner, standard([must(node({ kind: 'meets', standard: 'inner', place }))])])
    const value = (facts: Facts) => decided(program, { place: facts }).items[0]!.value
    expect(value({ a: true, b: false })).toBe('true')
    expect(value({ b: true })).toBe('false')
    expect(value({ a: true })).toBe('unknown')
    expect(decided(program, {}).items[0]!.value).toBe('unknown')
    expect(decided(program, { place: { a: true } }).missing?.met).toEqual([['place.b']])
  })
})
