import { describe, expect, test } from 'vitest'
import type { Expr, Parameter } from '../../dsl/lower/program.ts'
import {
  BOOLEAN,
  bool,
  calc,
  choose,
  cmp,
  DATE,
  date,
  NUMBER,
  node,
  not,
  nothing,
  num,
  or,
  read,
  term,
  truthIn,
  unseen,
} from './tiny.ts'

const x = (): Expr => read('x', 0, NUMBER)
const y = (): Expr => read('y', 0, NUMBER)
const z = (): Expr => read('z', 0, NUMBER)
const day = (): Expr => read('day', 0, DATE)

describe('comparisons', () => {
  test.each([
    ['gt', '5', 4, 'true'],
    ['gt', '4', 4, 'false'],
    ['ge', 4, 4, 'true'],
    ['lt', 4, 4, 'false'],
    ['le', 4, 4, 'true'],
    ['eq', '4.00', 4, 'true'],
    ['ne', 4, 4, 'false'],
  ] as const)('x %s of %s and %s', (op, fact, bound, expected) => {
    expect(truthIn(cmp(op, x(), num(bound)), { x: fact })).toBe(expected)
  })

  test('an unknown number lies in its declared range', () => {
    expect(truthIn(cmp('ge', x(), num(0)), {})).toBe('true')
    expect(truthIn(cmp('gt', x(), num(10)), {})).toBe('false')
    expect(truthIn(cmp('gt', x(), num(0)), {})).toBe('unknown')
    expect(truthIn(cmp('eq', x(), num(11)), {})).toBe('false')
    expect(truthIn(cmp('ne', x(), num(11)), {})).toBe('true')
    expect(truthIn(cmp('gt', y(), num(1000)), {})).toBe('unknown')
  })

  test('无 is equal to itself and in no order', () => {
    for (const op of ['gt', 'ge', 'lt', 'le', 'eq'] as const) expect(truthIn(cmp(op, y(), num(0)), { y: '无' }), op).toBe('false')
    expect(truthIn(cmp('ne', y(), num(0)), { y: '无' })).toBe('true')
    expect(truthIn(cmp('eq', y(), nothing()), { y: { nothing: true } })).toBe('true')
    expect(truthIn(cmp('ne', y(), nothing()), { y: 3 })).toBe('true')
    expect(truthIn(cmp('eq', y(), nothing()), {})).toBe('unknown')
  })

  test('what may be 无 weakens = and order to unknown, ≠ from false, and never a false order', () => {
    expect(truthIn(cmp('le', z(), num(10)), {})).toBe('unknown')
    expect(truthIn(cmp('gt', z(), num(10)), {})).toBe('false')
    expect(truthIn(cmp('ne', z(), num(11)), {})).toBe('true')
    expect(truthIn(cmp('eq', z(), num(11)), {})).toBe('false')
    // Both may be 无 and then are equal.
    const far = choose(read('a'), z(), num(20), NUMBER)
    expect(truthIn(cmp('eq', z(), choose(read('a'), nothing(), num(20), NUMBER)), {})).toBe('unknown')
    expect(truthIn(cmp('eq', far, num(30)), {})).toBe('false')
  })

  test('dates, categories, texts and truths', () => {
    expect(truthIn(cmp('lt', day(), date('2019-05-01')), { day: '2019-04-30' })).toBe('true')
    expect(truthIn(cmp('lt', day(), date('2019-05-01')), { day: '无' })).toBe('false')
    expect(truthIn(cmp('ne', day(), date('2019-05-01')), { day: '无' })).toBe('true')
    expect(truthIn(cmp('lt', day(), date('2019-05-01')), {})).toBe('unknown')
    const cause = read('cause', 0, { kind: 'enum', enum: 'cause' })
    const ill = node({ kind: 'literal', literal: { kind: 'enum', enum: 'cause', value: 'ill' } })
    expect(truthIn(cmp('eq', cause, ill), { cause: '因病' })).toBe('true')
    expect(truthIn(cmp('eq', cause, ill), { cause: 'poor' })).toBe('false')
    expect(truthIn(cmp('eq', read('a'), read('b')), { a: '是', b: false })).toBe('false')
    expect(truthIn(cmp('ne', read('a'), read('b')), { a: true })).toBe('unknown')
  })

  test('between, in, has and status', () => {
    const between = (lowOpen: boolean): Expr =>
      node({ kind: 'between', value: x(), low: num(2), high: num(4), lowOpen, highOpen: false })
    expect(truthIn(between(false), { x: 2 })).toBe('true')
    expect(truthIn(between(true), { x: 2 })).toBe('false')
    expect(truthIn(between(true), {})).toBe('unknown')
    const among = node({ kind: 'in', value: x(), items: [num(11), num(3)] })
    expect([truthIn(among, { x: 3 }), truthIn(among, { x: 4 }), truthIn(among, {})]).toEqual(['true', 'false', 'unknown'])
    const has = (e: Expr): Expr => node({ kind: 'has', operand: e })
    expect(['无', 3, null].map((fact) => truthIn(has(y()), { y: fact }))).toEqual(['false', 'true', 'unknown'])
    expect(truthIn(has(x()), {})).toBe('true')
    const status = node({ kind: 'status', status: 'known', operand: y() })
    expect(['无', 3, null].map((fact) => truthIn(status, { y: fact }))).toEqual(['true', 'true', 'false'])
  })
})

describe('numbers', () => {
  const is = (e: Expr, value: string, facts = {}): void => {
    expect(truthIn(cmp('eq', e, num(value)), facts)).toBe('true')
  }

  test('arithmetic is exact', () => {
    is(calc('/', num(1), num(3)), '1/3')
    is(calc('+', num('1/3'), num('1/6')), '1/2')
    is(calc('-', num(2), num(5)), '-3')
    is(calc('*', x(), num(0)), '0')
    is(node({ kind: 'negate', operand: num(2) }), '-2')
    expect(truthIn(cmp('ge', calc('+', x(), num(1)), num(1)), {})).toBe('true')
    expect(truthIn(cmp('le', calc('*', x(), num(-1)), num(0)), {})).toBe('true')
    expect(truthIn(cmp('le', calc('/', num(1), calc('+', x(), num(1))), num(1)), {})).toBe('true')
  })

  test('dividing by what may be 0, and anything with 无, is everything', () => {
    expect(truthIn(cmp('ge', calc('/', num(1), x()), num(0)), {})).toBe('unknown')
    expect(truthIn(cmp('ge', calc('/', num(1), num(0)), num(0)), {})).toBe('unknown')
    expect(truthIn(cmp('ne', calc('+', y(), num(1)), num(0)), { y: '无' })).toBe('unknown')
    expect(truthIn(cmp('ge', calc('+', z(), num(1)), num(0)), {})).toBe('unknown')
  })

  test.each([
    ['half_up', '5/2', '3'],
    ['half_up', '-5/2', '-3'],
    ['half_even', '5/2', '2'],
    ['half_even', '7/2', '4'],
    ['up', '21/10', '3'],
    ['up', '-21/10', '-3'],
    ['down', '29/10', '2'],
    ['down', '-29/10', '-2'],
    ['up', '2', '2'],
  ] as const)('round %s of %s', (mode, value, expected) => {
    is(node({ kind: 'round', mode, value: num(value), to: '1' }), expected)
  })

  test('extreme, if and score', () => {
    is(node({ kind: 'extreme', which: 'larger', items: [num(1), num(3), num(2)] }), '3')
    expect(truthIn(cmp('ge', node({ kind: 'extreme', which: 'larger', items: [x(), num(2)] }), num(2)), {})).toBe('true')
    expect(truthIn(cmp('le', node({ kind: 'extreme', which: 'smaller', items: [x(), num(2)] }), num(2)), {})).toBe('true')
    const either = choose(read('a'), num(2), num(4), NUMBER)
    expect(truthIn(cmp('ge', either, num(2)), {})).toBe('true')
    expect(truthIn(cmp('gt', either, num(3)), {})).toBe('unknown')
    expect(truthIn(choose(read('a'), bool(true), bool(true), BOOLEAN), {})).toBe('true')
    expect(truthIn(choose(read('a'), bool(true), bool(false), BOOLEAN), {})).toBe('unknown')
    const line = (value: Expr, more = {}) => ({ ...term('line'), cites: [], value, ...more })
    const score = node({ kind: 'score', lines: [line(x(), { cap: '3' }), line(num(5), { when: read('a') })], cap: '7' })
    is(score, '7', { x: 9, a: true })
    is(score, '3', { x: 9, a: false })
    expect(truthIn(cmp('ge', score, num(3)), { x: 9 })).toBe('true')
    expect(truthIn(cmp('gt', score, num(3)), { x: 9 })).toBe('unknown')
  })

  test('dates', () => {
    is(node({ kind: 'datePart', part: 'month', of: day() }), '4', { day: '2019-04-30' })
    is(node({ kind: 'daysBetween', from: date('2019-12-31'), to: date('2020-03-01') }), '61')
    const years = (to: string): Expr => node({ kind: 'fullYears', from: date('2000-02-29'), to: date(to) })
    is(years('2019-02-28'), '18')
    is(years('2019-03-01'), '19')
    is(years('2020-02-29'), '20')
    const later = node({ kind: 'dateAdd', date: date('2019-01-31'), amount: 1, unit: 'month' })
    expect(truthIn(cmp('eq', later, date('2019-02-28')), {})).toBe('true')
    expect(truthIn(cmp('eq', node({ kind: 'fullYears', from: day(), to: date('2019-01-01') }), num(3)), { day: '无' })).toBe(
      'unknown',
    )
  })
})

describe('tables', () => {
  const row = (test: Expr, value: Expr) => ({ tests: [test], value, cites: [] })
  const rows = [row(read('a'), num(1)), row(read('b'), num(2))]
  const table = (hit: 'first' | 'unique', otherwise?: Expr): Expr =>
    node({ kind: 'table', hit, rows, type: NUMBER, ...(otherwise === undefined ? {} : { otherwise }) })
  const eq = (e: Expr, n: number, facts: object): string => truthIn(cmp('eq', e, num(n)), { ...facts })

  test('first: an unknown row before a true one stays a candidate', () => {
    expect(eq(table('first'), 2, { a: false, b: true })).toBe('true')
    expect(eq(table('first'), 2, { b: true })).toBe('unknown')
    expect(truthIn(cmp('le', table('first'), num(2)), { b: true })).toBe('true')
    expect(eq(table('first', num(3)), 3, { a: false, b: false })).toBe('true')
    expect(truthIn(cmp('le', table('first', num(3)), num(3)), {})).toBe('true')
    expect(truthIn(cmp('le', table('first'), num(2)), {})).toBe('unknown')
  })

  test('unique: a true row decides whatever the others', () => {
    expect(eq(table('unique'), 2, { b: true })).toBe('true')
    expect(eq(table('unique'), 1, { a: true })).toBe('true')
    expect(truthIn(cmp('le', table('unique', num(3)), num(3)), {})).toBe('true')
    expect(eq(table('unique'), 1, { a: false, b: false })).toBe('unknown')
  })
})

describe('parameters, readings and what is not supplied', () => {
  const value = (n: number) => ({ kind: 'number', value: String(n), unit: '' }) as const
  const entry = (n: number, more = {}) => ({ value: value(n), span: { file: '', start: 0, end: 0 }, ...more })
  const line: Parameter = {
    ...term('line'),
    type: NUMBER,
    timed: 'year',
    cites: [],
    entries: [
      entry(1, { to: '2018' }),
      entry(2, { from: '2019', to: '2019' }),
      entry(3, { from: '2019', to: '2019', area: '410000' }),
      entry(4, { from: '2019', to: '2019', area: '410100' }),
      entry(5, { from: '2019', to: '2019', area: '420000' }),
      entry(6, { from: '2020' }),
    ],
  }
  const the = (): Expr => node({ kind: 'parameter', parameter: 'line', type: NUMBER })

  test('the longest area that holds the jurisdiction, in the year', () => {
    expect(truthIn(cmp('eq', the(), num(4)), {}, { parameters: [line] })).toBe('true')
    const here = { ...line, entries: line.entries.filter((e) => e.area !== '410100') }
    expect(truthIn(cmp('eq', the(), num(3)), {}, { parameters: [here] })).toBe('true')
    const none = { ...line, entries: line.entries.filter((e) => e.from === '2020') }
    expect(truthIn(cmp('eq', the(), num(6)), {}, { parameters: [none] })).toBe('unknown')
  })

  test('the category of the argument', () => {
    const keyed: Parameter = { ...line, keyed: 'cause', entries: [entry(1, { category: 'ill' }), entry(2, { category: 'poor' })] }
    const by = node({
      kind: 'parameter',
      parameter: 'line',
      type: NUMBER,
      category: read('cause', 0, { kind: 'enum', enum: 'cause' }),
    })
    expect(truthIn(cmp('eq', by, num(2)), { cause: 'poor' }, { parameters: [keyed] })).toBe('true')
    expect(truthIn(cmp('eq', by, num(2)), {}, { parameters: [keyed] })).toBe('unknown')
  })

  test('an external text is unknown, and classical identities are not used', () => {
    expect(truthIn(unseen('annex', BOOLEAN), {})).toBe('unknown')
    expect(truthIn(or(read('a'), not(read('a'))), {})).toBe('unknown')
  })
})
