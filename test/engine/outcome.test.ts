import { describe, expect, it } from 'vitest'
import { sha256 } from '../../dsl/value/sha256.ts'
import { decide, prepare, TiaoliError } from '../../engine/index.ts'
import * as b from './build.ts'
import { record, withItems } from './world.ts'

const A = () => b.get('a')
const B = () => b.get('b')
const C = () => b.get('c')

describe('outcomes', () => {
  const program = withItems(
    [b.must('m', A()), b.item('bar', 'n', B()), b.item('suspend', 's', C(), { reviewers: ['county'] })],
    {},
    {
      guard: b.cmp(b.get('kind', b.enumType('kind')), 'eq', b.choice('kind', 'poor')),
    },
  )
  const good = { kind: 'poor', a: true, b: false, c: false }
  it.each([
    [good, 'met'],
    [{ ...good, a: false }, 'unmet'],
    [{ ...good, b: true }, 'unmet'],
    [{ ...good, c: true }, 'suspended'],
    [{ ...good, c: true, a: null }, 'suspended'],
    [{ ...good, c: true, a: false }, 'unmet'],
    [{ ...good, c: null }, 'undetermined'],
    [{ ...good, a: null }, 'undetermined'],
    [{ ...good, kind: 'low' }, 'not-applicable'],
    [{ ...good, kind: null, a: false }, 'undetermined'],
  ])('%j', (facts, outcome) => {
    expect(record(program, facts).outcome).toBe(outcome)
  })

  const recheck = (result: string, on = '2019-06-01', role = 'county') => ({ item: 's', result, on, role })
  it.each([
    [[recheck('pass')], 'met', 'pass'],
    [[recheck('不符合')], 'unmet', 'fail'],
    [[recheck('fail'), recheck('pass', '2019-07-01')], 'met', 'pass'],
    [[recheck('fail'), recheck('pass')], 'suspended', 'hold'],
    [[recheck('fail', '2020-01-01')], 'suspended', 'hold'],
    [[recheck('pass', '2019-06-01', 'council')], 'suspended', 'hold'],
  ])('re-checks %j', (rechecks, outcome, effect) => {
    const found = record(program, { ...good, c: true, rechecks })
    expect([found.outcome, found.items[2]?.effect]).toEqual([outcome, effect])
  })
})

describe('items', () => {
  it('departures make in-principle items pass and are reported when needed', () => {
    const program = withItems([b.must('m', A(), { inPrinciple: true }), b.item('bar', 'n', B(), { inPrinciple: true })])
    const departures = ['m', 'n'].map((id) => ({ item: id, reason: '特殊', by: '张', on: '2019-01-01' }))
    const found = record(program, { a: false, b: false, departures })
    expect(found.outcome).toBe('met')
    expect(found.items[0]).toMatchObject({
      value: 'false',
      effect: 'pass',
      exception: { reason: '特殊', by: '张', on: '2019-01-01' },
    })
    expect(found.items[1]).not.toHaveProperty('exception')
    expect(record(program, { a: false, b: false, departures: [{ ...departures[0], on: '2020-01-01' }] }).outcome).toBe('unmet')
  })

  it('groups, 视为, 除外 and 当', () => {
    const parts = () => [b.part('p1', A()), b.part('p2', B()), b.part('p3', C())]
    const two = withItems([b.group('must', 'g', 'at_least', parts(), 2)])
    expect(record(two, { a: true, b: true }).outcome).toBe('met')
    expect(record(two, { a: true, b: false }).outcome).toBe('undetermined')
    expect(record(two, { a: false, b: false }).outcome).toBe('unmet')
    const found = record(two, { a: true, b: false })
    expect(found.items.map((item) => [item.id, item.parent, item.effect])).toEqual([
      ['g', undefined, 'open'],
      ['p1', 'g', 'pass'],
      ['p2', 'g', 'fail'],
      ['p3', 'g', 'open'],
    ])
    expect(
      record(withItems([b.group('bar', 'g', 'all', parts())]), { a: true, b: false }).items.map((item) => item.effect),
    ).toEqual(['pass', 'fail', 'pass', 'open'])
    const deemed = withItems([b.must('m', A(), { deemed: [B()], except: [C()] })])
    expect(record(deemed, { a: false, b: true, c: false }).outcome).toBe('met')
    expect(record(deemed, { a: true, c: true }).outcome).toBe('unmet')
    const must = record(withItems([b.must('m', A(), { when: B() })]), { a: false, b: false })
    expect(must.items[0]).toMatchObject({ value: 'true', applied: 'false', effect: 'pass' })
    const bar = record(withItems([b.item('bar', 'm', A(), { when: B() })]), { a: true, b: false })
    expect(bar.items[0]).toMatchObject({ value: 'false', applied: 'false', effect: 'pass' })
  })

  it('weighs without deciding, and leaves out items of other readings', () => {
    const program = withItems([
      b.item('weigh', 'w', b.bool(false)),
      b.must('o', b.bool(false), { under: [{ reading: 'two', choice: 'excl' }] }),
    ])
    expect(record(program, {})).toMatchObject({ outcome: 'met', items: [{ id: 'w', effect: 'none' }] })
    expect(record(program, {}, b.TIMES, { two: 'excl' })).toMatchObject({ outcome: 'unmet', readings: { two: 'excl' } })
    expect(prepare(program, 'exit').itemIds).toEqual(['w'])
  })
})

describe('what is missing', () => {
  const missing = (items: Parameters<typeof withItems>[0], facts: object, more = {}, standard = {}) =>
    record(withItems(items, more, standard), facts).missing

  it('minimal sets for and against', () => {
    expect(missing([b.must('m', b.and(A(), b.or(B(), C())))], {})).toEqual({
      met: [
        ['a', 'b'],
        ['a', 'c'],
      ],
      unmet: [['a'], ['b', 'c']],
      blocked: [],
      truncated: false,
    })
    expect(missing([b.must('m', A())], { a: true })).toMatchObject({ met: [[]], unmet: [] })
    expect(missing([b.must('m', A())], { a: false })).toMatchObject({ met: [], unmet: [[]] })
  })

  it('guards, holds and quantifiers', () => {
    expect(missing([b.item('suspend', 's', A())], {}, {}, { guard: B() })).toMatchObject({ met: [['a', 'b']], unmet: [] })
    const list = b.listOf('members', 'person')
    const every = () => b.quant('every', list, b.get('helped', b.BOOL, b.SELF, 'person'), b.get('ill', b.BOOL, b.SELF, 'person'))
    expect(missing([b.must('m', every())], {})).toMatchObject({ met: [['members']], unmet: [['members']] })
    expect(missing([b.must('m', every())], { members: { items: [{ ill: true }, {}], partial: true } })).toMatchObject({
      met: [
        ['members[*]', 'members[0].helped', 'members[1].helped'],
        ['members[*]', 'members[0].helped', 'members[1].ill'],
      ],
      unmet: [['members[*]'], ['members[0].helped'], ['members[1].helped', 'members[1].ill']],
    })
  })

  it('atoms read all they still need; what is blocked helps nobody', () => {
    const per = b.cmp(b.ratio(b.get('income', b.MONEY), b.get('size', b.INT), 'unmet'), 'ge', b.param('line'))
    expect(missing([b.must('m', per)], {})).toMatchObject({ met: [['income', 'size']], blocked: [] })
    const old = b.cmp(b.get('yearly', b.MONEY, b.SELF, 'household', b.year(2018)), 'gt', b.num(1))
    expect(missing([b.must('m', old)], {})).toMatchObject({ met: [['yearly@2018']] })
    expect(missing([b.must('m', b.or(A(), b.external('annex'))), b.must('n', B())], { b: true })).toEqual({
      met: [['a']],
      unmet: [],
      blocked: [{ kind: 'external', id: 'annex' }],
      truncated: false,
    })
    const gap = b.table('first', [[[A()], b.bool(true)]], undefined, b.BOOL)
    expect(missing([b.must('m', gap)], { a: false }).blocked).toEqual([{ kind: 'table-gap', id: 'm' }])
    const zero = b.cmp(b.arith(b.num(1), '/', b.num(0)), 'gt', b.num(1))
    expect(missing([b.must('m', zero)], {}).blocked).toEqual([{ kind: 'division-by-zero', id: 'm' }])
    const empty = b.cmp(b.share(b.listOf('members', 'person'), b.bool(true), 'undetermined'), 'gt', b.num(0))
    expect(missing([b.must('m', empty)], { members: [] }).blocked).toEqual([{ kind: 'empty-share', id: 'm' }])
    const early = b.cmp(b.get('income', b.MONEY), 'gt', b.param('by_kind', b.MONEY, b.choice('kind', 'none')))
    expect(missing([b.must('m', early)], {}).blocked).toEqual([{ kind: 'parameter', id: 'by_kind' }])
  })

  it('cuts long answers', () => {
    const members = Array.from({ length: 20 }, () => ({}))
    const some = b.quant('some', b.listOf('members', 'person'), b.get('ill', b.BOOL, b.SELF, 'person'))
    const found = missing([b.must('m', some)], { members })
    expect(found.met).toHaveLength(16)
    expect(found.truncated).toBe(true)
  })

  it('at least n of many stays quick', () => {
    const group = b.group(
      'must',
      'g',
      'at_least',
      Array.from({ length: 24 }, (_, i) =>
        b.part(`p${i}`, b.cmp(b.get('yearly', b.MONEY, b.SELF, 'household', b.year(1990 + i)), 'gt', b.num(0))),
      ),
      12,
    )
    const started = Date.now()
    expect(missing([group], {}).truncated).toBe(true)
    expect(Date.now() - started).toBeLessThan(5000)
  })
})

describe('records', () => {
  it('are stable plain JSON with their operands', () => {
    const program = withItems([b.must('m', b.cmp(b.get('income', b.MONEY), 'gt', b.param('line')))])
    const facts = { id: 'H1', income: { value: 4000, source: 'survey' } }
    const found = record(program, facts)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(record(program, facts)).toEqual(found)
    expect(found).toMatchObject({
      schema: 'tiaoli/decision/1',
      subject: { entity: 'household', id: 'H1' },
      times: b.TIMES,
      outcome: 'met',
    })
    expect(found.items[0]?.operands).toEqual([
      { name: 'income', label: { zh: '字income', en: 'income' }, value: '4000.00', unit: '元', source: 'survey' },
      { name: 'line', label: { zh: '字line', en: 'line' }, value: '3700.00', unit: '元', source: 'law 一' },
    ])
  })

  it('digests as the standard says', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('a'.repeat(1000))).toBe('41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3')
  })
})

describe('misuse', () => {
  const program = withItems([b.must('m', A())])
  it.each([
    ['C901', () => decide({} as never, 'exit', {}, b.TIMES)],
    ['C901', () => decide(null as never, 'exit', {}, b.TIMES)],
    ['C902', () => decide(program, 'entry', {}, b.TIMES)],
    ['C903', () => decide(program, 'exit', {}, { asOf: '2019-02-30', year: 2019 })],
    ['C903', () => decide(program, 'exit', {}, { asOf: '2019-02-03', year: 2019.5 })],
    ['C903', () => decide(program, 'exit', {}, { ...b.TIMES, incomePeriod: { from: '2019-02-01', to: '2019-01-01' } })],
    ['C903', () => prepare(program, 'exit').verdict({}, null as never)],
    ['C904', () => decide(program, 'exit', {}, b.TIMES, { readings: { none: 'x' } })],
    ['C905', () => decide(program, 'exit', {}, b.TIMES, { readings: { two: 'x' } })],
  ])('%s', (code, call) => {
    expect(call).toThrow(TiaoliError)
    expect(call).toThrow(code)
  })
})
