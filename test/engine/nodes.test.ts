import { describe, expect, it } from 'vitest'
import * as b from './build.ts'
import { truth } from './world.ts'

const income = () => b.get('income', b.MONEY)
const members = () => b.listOf('members', 'person')
const ill = (place = b.SELF) => b.get('ill', b.BOOL, place, 'person')
const helped = () => b.get('helped', b.BOOL, b.SELF, 'person')
const wage = () => b.get('wage', b.MONEY, b.SELF, 'person')

describe('truths', () => {
  it('literals, fields, not, and, or', () => {
    expect(truth(b.bool(true))).toBe('true')
    expect(truth(b.get('a'), { a: true })).toBe('true')
    expect(truth(b.get('a'), { a: '否' })).toBe('false')
    expect(truth(b.get('a'), { a: null })).toBe('unknown')
    expect(truth(b.not(b.get('a')), { a: false })).toBe('true')
    expect(truth(b.and(b.get('a'), b.get('b')), { b: false })).toBe('false')
    expect(truth(b.and(b.get('a'), b.get('b')), { b: true })).toBe('unknown')
    expect(truth(b.or(b.get('a'), b.get('b')), { b: true })).toBe('true')
  })

  it('compares numbers over the declared range of unknown ones', () => {
    expect(truth(b.cmp(income(), 'gt', b.num(3700)), { income: 3700.01 })).toBe('true')
    expect(truth(b.cmp(income(), 'gt', b.num(3700)), { income: 3700 })).toBe('false')
    expect(truth(b.cmp(income(), 'ge', b.num(0)))).toBe('true')
    expect(truth(b.cmp(income(), 'gt', b.num(0)))).toBe('unknown')
    expect(truth(b.cmp(income(), 'eq', b.num(2_000_000)))).toBe('false')
    expect(truth(b.cmp(b.get('debt', b.MONEY), 'lt', b.num(0)))).toBe('unknown')
  })

  it('treats 无 as equal to nothing but itself', () => {
    const bonus = () => b.get('bonus', b.MONEY)
    const none = { bonus: '无' }
    expect(truth(b.cmp(bonus(), 'eq', b.num(1)), none)).toBe('false')
    expect(truth(b.cmp(bonus(), 'ne', b.num(1)), none)).toBe('true')
    expect(truth(b.cmp(bonus(), 'gt', b.num(1)), none)).toBe('false')
    expect(truth(b.cmp(bonus(), 'eq', b.nothing()), { bonus: { nothing: true } })).toBe('true')
    expect(truth(b.cmp(bonus(), 'eq', b.nothing()))).toBe('unknown')
    expect(truth(b.cmp(bonus(), 'eq', b.nothing()), { bonus: 3 })).toBe('false')
    expect(truth(b.cmp(b.get('returned', b.YEAR), 'eq', b.time('year')), { returned: '无' })).toBe('false')
    expect(truth(b.cmp(b.get('returned', b.YEAR), 'eq', b.time('year')), { returned: 2019 })).toBe('true')
    expect(truth(b.cmp(b.get('left_on', b.DATE), 'lt', b.date('2019-01-01')), { left_on: '无' })).toBe('false')
    expect(truth(b.has(bonus()), none)).toBe('false')
    expect(truth(b.has(bonus()))).toBe('unknown')
    expect(truth(b.has(b.get('left_on', b.DATE)), { left_on: '2019-01-01' })).toBe('true')
    expect(truth(b.cmp(b.arith(bonus(), '+', b.num(1)), 'gt', b.num(0)), none)).toBe('unknown')
  })

  it('compares dates, texts, enumerations and truths', () => {
    expect(truth(b.cmp(b.get('known_since', b.DATE), 'le', b.time('as_of')), { known_since: '2019-12-01' })).toBe('true')
    expect(truth(b.cmp(b.get('remark', b.TEXT), 'eq', b.text('x')), { remark: 'x' })).toBe('true')
    expect(truth(b.cmp(b.get('kind', b.enumType('kind')), 'ne', b.choice('kind', 'poor')), { kind: '贫困' })).toBe('false')
    expect(truth(b.cmp(b.get('kind', b.enumType('kind')), 'ne', b.choice('kind', 'poor')))).toBe('unknown')
    expect(truth(b.cmp(b.get('a'), 'eq', b.get('b')), { a: false, b: false })).toBe('true')
    expect(truth(b.cmp(b.get('a'), 'ne', b.get('b')), { a: false })).toBe('unknown')
  })

  it('between and in', () => {
    expect(truth(b.between(income(), b.num(1), b.num(5)), { income: 5 })).toBe('true')
    expect(truth(b.between(income(), b.num(1), b.num(5), false, true), { income: 5 })).toBe('false')
    expect(
      truth(b.oneOf(b.get('kind', b.enumType('kind')), b.choice('kind', 'poor'), b.choice('kind', 'low')), { kind: 'low' }),
    ).toBe('true')
    expect(truth(b.oneOf(income(), b.num(-1), b.num(-2)))).toBe('false')
  })

  it('status is never unknown', () => {
    expect(truth(b.status('known', income()))).toBe('false')
    expect(truth(b.status('unknown', b.and(b.get('a'), b.get('b'))), { a: false })).toBe('false')
    expect(truth(b.status('known', b.get('bonus', b.MONEY)), { bonus: '无' })).toBe('true')
  })

  it('quantifies over lists', () => {
    const every = b.quant('every', members(), helped(), ill())
    expect(truth(every, { members: [] })).toBe('true')
    expect(truth(every, { members: [{ ill: true, helped: true }, { ill: false }] })).toBe('true')
    expect(truth(every, { members: [{ ill: true }, {}] })).toBe('unknown')
    expect(truth(every, { members: [{ ill: true, helped: false }, {}] })).toBe('false')
    expect(truth(every)).toBe('unknown')
    expect(truth(every, { members: { items: [{ ill: false }], partial: true } })).toBe('unknown')
    expect(truth(b.quant('some', members(), ill()), { members: { 项: [{ ill: true }], 不全: true } })).toBe('true')
    expect(truth(b.quant('none', members(), undefined, ill()), { members: [{ ill: false }] })).toBe('true')
    expect(truth(b.quant('none', members(), ill()), { members: [{ ill: true }] })).toBe('false')
  })

  it('reaches outer elements, member entities and nested lists', () => {
    const poorer = b.quant('some', members(), b.cmp(wage(), 'lt', b.get('income', b.MONEY, b.OUTER)))
    expect(truth(poorer, { income: 10, members: [{ wage: 9 }] })).toBe('true')
    const team = b.get('team', b.BOOL, b.member('village', 'village'), 'village')
    expect(truth(team, { village: { team: true } })).toBe('true')
    expect(truth(team)).toBe('unknown')
    const children = b.listOf('children', 'person', b.SELF, 'person')
    const nested = b.quant('every', members(), b.quant('some', children, b.and(ill(), ill(b.OUTER))))
    expect(truth(nested, { members: [{ ill: true, children: [{ ill: false }, { ill: true }] }] })).toBe('true')
    expect(truth(nested, { members: [{ ill: false, children: [{ ill: true }] }] })).toBe('false')
  })

  it('definitions, readings, conditionals and tables', () => {
    const definitions = [b.definition('rich', b.cmp(income(), 'gt', b.num(100)), b.BOOL)]
    expect(truth(b.use('rich', b.BOOL), { income: 101 }, { definitions })).toBe('true')
    expect(truth(b.reading('two', { incl: b.bool(true), excl: b.bool(false) }))).toBe('true')
    const either = b.when(b.get('a'), b.get('b'), b.get('c'), b.BOOL)
    expect(truth(either, { a: true, b: false })).toBe('false')
    expect(truth(either, { b: true, c: true })).toBe('true')
    expect(truth(either, { b: true, c: false })).toBe('unknown')
    const rows: [Parameters<typeof b.and>[0][], ReturnType<typeof b.bool>][] = [
      [[b.get('a')], b.bool(true)],
      [[b.get('b')], b.bool(false)],
    ]
    expect(truth(b.table('first', rows, undefined, b.BOOL), { b: true })).toBe('unknown')
    expect(truth(b.table('unique', rows, undefined, b.BOOL), { b: true })).toBe('false')
    expect(truth(b.table('first', rows, b.bool(true), b.BOOL), { a: false, b: false })).toBe('true')
    expect(truth(b.table('first', rows, undefined, b.BOOL), { a: false, b: false })).toBe('unknown')
  })

  it('asks whether an element meets another standard', () => {
    const standards = [
      b.standard('village_exit', [b.must('team', b.get('team', b.BOOL, b.SELF, 'village'))], { entity: 'village' }),
    ]
    const expr = () => b.meets('village_exit', b.member('village', 'village'))
    expect(truth(expr(), { village: { team: true } }, { standards })).toBe('true')
    expect(truth(expr(), { village: { team: false } }, { standards })).toBe('false')
    expect(truth(expr(), {}, { standards })).toBe('unknown')
  })
})

describe('numbers', () => {
  const is = (expr: ReturnType<typeof b.num>, value: string | number, facts: object = {}) =>
    truth(b.cmp(expr, 'eq', b.num(value)), facts)

  it('arithmetic is exact', () => {
    expect(is(b.arith(b.num('0.1'), '+', b.num('0.2')), '0.3')).toBe('true')
    expect(is(b.arith(b.arith(income(), '/', b.num(3)), '*', b.num(3)), 100, { income: 100 })).toBe('true')
    expect(is(b.arith(b.num(1), '-', b.negate(b.num(2))), 3)).toBe('true')
    expect(is(b.arith(b.num(1), '/', b.num(0)), 3)).toBe('unknown')
    expect(is(b.arith(income(), '*', b.num(0)), 0)).toBe('true')
    expect(is(b.arith(b.get('debt', b.MONEY), '*', b.num(0)), 0)).toBe('true')
  })

  it('rounds and takes extremes', () => {
    expect(is(b.round(income(), 'half_up', '100'), 300, { income: 250 })).toBe('true')
    expect(is(b.round(income(), 'half_even', '100'), 200, { income: 250 })).toBe('true')
    expect(is(b.round(income(), 'up', '1/100'), '2.51', { income: 2.51 })).toBe('true')
    expect(is(b.round(income(), 'down', '1'), 2, { income: 2.99 })).toBe('true')
    expect(is(b.extreme('larger', income(), b.num(5)), 5, { income: 2 })).toBe('true')
    expect(is(b.extreme('smaller', income(), b.num(5)), 2, { income: 2 })).toBe('true')
  })

  it('chooses branches and takes the hull while a condition is open', () => {
    const expr = () => b.when(b.get('a'), b.num(10), b.num(20))
    expect(is(expr(), 10, { a: true })).toBe('true')
    expect(truth(b.cmp(expr(), 'ge', b.num(10)))).toBe('true')
    expect(truth(b.cmp(expr(), 'gt', b.num(10)))).toBe('unknown')
    const rows = b.table(
      'first',
      [
        [[b.get('a')], b.num(1)],
        [[b.get('b')], b.num(2)],
      ],
      b.num(3),
      b.MONEY,
    )
    expect(truth(b.cmp(rows, 'le', b.num(2)), { b: true })).toBe('true')
    expect(truth(b.cmp(rows, 'le', b.num(2)), {})).toBe('unknown')
  })

  it('counts and sums', () => {
    const facts = { members: [{ ill: true, wage: 10 }, { ill: false, wage: 5 }, { wage: 7 }] }
    expect(truth(b.cmp(b.count(members(), ill()), 'ge', b.num(1)), facts)).toBe('true')
    expect(truth(b.cmp(b.count(members(), ill()), 'ge', b.num(2)), facts)).toBe('unknown')
    expect(truth(b.cmp(b.count(members(), ill()), 'ge', b.num(3)), facts)).toBe('false')
    expect(truth(b.cmp(b.count(members()), 'le', b.num(20)))).toBe('true')
    expect(truth(b.cmp(b.sum(members(), wage(), ill()), 'ge', b.num(10)), facts)).toBe('true')
    expect(truth(b.cmp(b.sum(members(), wage(), ill()), 'gt', b.num(17)), facts)).toBe('false')
    expect(truth(b.cmp(b.sum(members(), wage()), 'ge', b.num(10)), { members: { items: [{ wage: 10 }], partial: true } })).toBe(
      'true',
    )
    expect(truth(b.cmp(b.sum(members(), wage()), 'le', b.num(10)), { members: { items: [{ wage: 10 }], partial: true } })).toBe(
      'unknown',
    )
    expect(is(b.sum(members(), b.get('pension', b.MONEY, b.SELF, 'person')), 0, { members: [{ pension: '无' }] })).toBe('unknown')
  })

  it('shares and ratios say what an empty denominator means', () => {
    const of = (empty: 'met' | 'unmet' | 'undetermined') => b.cmp(b.share(members(), helped(), empty, ill()), 'ge', b.num('1/2'))
    expect(truth(of('met'), { members: [] })).toBe('true')
    expect(truth(of('unmet'), { members: [{ ill: false }] })).toBe('false')
    expect(truth(of('undetermined'), { members: [] })).toBe('unknown')
    expect(truth(of('met'), { members: [{ ill: true, helped: true }, { ill: true }] })).toBe('true')
    expect(truth(of('met'), { members: [{ helped: true }] })).toBe('true')
    expect(truth(of('unmet'), { members: [{ helped: true }] })).toBe('unknown')
    const rate = (empty: 'met' | 'unmet' | 'undetermined') =>
      b.cmp(b.ratio(income(), b.get('size', b.INT), empty), 'ge', b.num(10))
    expect(truth(rate('met'), { income: 40, size: 4 })).toBe('true')
    expect(truth(rate('met'), { income: 40, size: 0 })).toBe('true')
    expect(truth(rate('unmet'), { income: 40, size: 0 })).toBe('false')
    expect(truth(rate('undetermined'), { income: 40, size: 0 })).toBe('unknown')
    expect(truth(rate('met'), { income: 40 })).toBe('unknown')
  })

  it('dates', () => {
    const since = () => b.get('known_since', b.DATE)
    const facts = { known_since: '2016-02-29' }
    expect(is(b.datePart('year', since()), 2016, facts)).toBe('true')
    expect(is(b.datePart('month', since()), 2, facts)).toBe('true')
    expect(is(b.datePart('day', since()), 29, facts)).toBe('true')
    expect(is(b.datePart('day', b.dateAdd(since(), 12, 'month')), 28, facts)).toBe('true')
    expect(is(b.days(since(), b.dateAdd(since(), 7, 'day')), 7, facts)).toBe('true')
    expect(is(b.age(since(), b.date('2017-02-28')), 0, facts)).toBe('true')
    expect(is(b.age(since(), b.date('2017-03-01')), 1, facts)).toBe('true')
    expect(truth(b.cmp(b.age(since()), 'ge', b.num(0)))).toBe('unknown')
  })

  it('scores hold their lines between floor and cap', () => {
    const expr = () =>
      b.score(
        [
          { id: 'l1', value: income(), cap: '10' },
          { id: 'l2', value: b.num(5), when: b.get('a') },
          { id: 'l3', value: b.num(-9), floor: '-3' },
        ],
        { floor: '0', cap: '12' },
      )
    expect(is(expr(), 12, { income: 100, a: true })).toBe('true')
    expect(is(expr(), 7, { income: 100, a: false })).toBe('true')
    expect(truth(b.cmp(expr(), 'ge', b.num(7)), { income: 100 })).toBe('true')
    expect(is(expr(), 0, { income: 1, a: false })).toBe('true')
  })

  it('parameters by year, area and category', () => {
    const line = (value: number, facts = {}, more = {}, times = {}) =>
      truth(b.cmp(b.param('line'), 'eq', b.num(value)), facts, more, { ...b.TIMES, ...times })
    expect(line(3700)).toBe('true')
    expect(line(4000, {}, {}, { year: 2021 })).toBe('true')
    expect(line(3700, {}, {}, { year: 2017 })).toBe('unknown')
    const policy = { ...b.term('policy'), inForce: {}, cites: [], jurisdiction: '410122' }
    expect(line(3900, {}, { policy })).toBe('true')
    expect(line(3800, {}, { policy: { ...policy, jurisdiction: '410200' } })).toBe('true')
    const keyed = () => b.cmp(b.param('by_kind', b.MONEY, b.get('kind', b.enumType('kind'))), 'eq', b.num(200))
    expect(truth(keyed(), { kind: 'low' })).toBe('true')
    expect(truth(keyed(), { kind: 'poor' })).toBe('false')
    expect(truth(keyed(), { kind: 'none' })).toBe('unknown')
    expect(truth(keyed())).toBe('unknown')
  })

  it('yearly facts', () => {
    const at = (year?: number) =>
      b.cmp(b.get('yearly', b.MONEY, b.SELF, 'household', year === undefined ? undefined : b.year(year)), 'eq', b.num(5))
    expect(truth(at(), { yearly: 5 })).toBe('true')
    expect(truth(at(2018), { yearly: 5 })).toBe('unknown')
    expect(truth(at(2018), { yearly: { '2018': 5, '2019': 6 } })).toBe('true')
    expect(truth(at(), { yearly: { '2018': 5, '2019': 6 } })).toBe('false')
    expect(truth(b.external('annex'))).toBe('unknown')
  })
})

describe('relations', () => {
  it('are checked where they are in force', () => {
    const relation = {
      ...b.term('rel'),
      entity: 'person',
      from: '2019-01-01',
      condition: b.or(b.not(ill()), helped()),
      cites: [],
    }
    const broken = { members: [{ ill: true, helped: false }] }
    expect(() => truth(b.bool(true), broken, { relations: [relation] })).toThrow('F625')
    expect(truth(b.bool(true), broken, { relations: [{ ...relation, from: '2020-01-01' }] })).toBe('true')
    expect(truth(b.bool(true), { members: [{ ill: true }] }, { relations: [relation] })).toBe('true')
  })
})
