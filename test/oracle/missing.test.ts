import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expr, Item, Program } from '../../dsl/lower/program.ts'
import type { Facts } from '../../engine/types.ts'
import {
  and,
  BOOLEAN,
  bool,
  calc,
  choose,
  cmp,
  decided,
  item,
  must,
  NUMBER,
  node,
  not,
  num,
  or,
  PEOPLE,
  programOf,
  read,
  standard,
  unseen,
} from './tiny.ts'

const missing = (condition: Expr, facts: Facts = {}, more: Partial<Program> = {}) =>
  decided(programOf([standard([must(condition)])], more), facts).missing!
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => () => read(id)) as [() => Expr, () => Expr, () => Expr, () => Expr]
const f = (): Expr => read('f', 0, BOOLEAN, 'person')
const p = (): Expr => read('p', 0, BOOLEAN, 'person')

describe('what is still needed', () => {
  test('for ∧, ∨ and ¬', () => {
    expect(missing(and(a(), b()))).toMatchObject({ met: [['a', 'b']], unmet: [['a'], ['b']] })
    expect(missing(or(a(), b()))).toMatchObject({ met: [['a'], ['b']], unmet: [['a', 'b']] })
    expect(missing(not(or(a(), b())))).toMatchObject({ met: [['a', 'b']], unmet: [['a'], ['b']] })
    expect(missing(and(a(), b()), { a: true })).toMatchObject({ met: [['b']], unmet: [['b']] })
    expect(missing(or(and(a(), b()), c()))).toMatchObject({
      met: [['c'], ['a', 'b']],
      unmet: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    })
    expect(missing(or(a(), and(a(), b())))).toMatchObject({ met: [['a']], unmet: [['a']] })
  })

  test('when it is settled', () => {
    expect(missing(a(), { a: true })).toEqual({ met: [[]], unmet: [], blocked: [], truncated: false })
    expect(missing(a(), { a: false })).toEqual({ met: [], unmet: [[]], blocked: [], truncated: false })
  })

  test('for 至少 N, deemed, except, when and the guard', () => {
    const parts = ['a', 'b', 'c'].map((id) => item(`part_${id}`, 'part', read(id)))
    const two = item('must', 'must', { mode: 'at_least', n: 2, parts })
    const of = (it: Item, facts: Facts = {}, more = {}) => decided(programOf([standard([it], more)]), facts).missing!
    const pairs = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]
    expect(of(two)).toMatchObject({ met: pairs, unmet: pairs })
    expect(of(two, { a: true })).toMatchObject({ met: [['b'], ['c']], unmet: [['b', 'c']] })
    const worded = must(a(), { deemed: [b()], except: [c()] })
    expect(of(worded)).toMatchObject({
      met: [
        ['a', 'c'],
        ['b', 'c'],
      ],
      unmet: [['c'], ['a', 'b']],
    })
    expect(of(must(a(), { when: b() }))).toMatchObject({ met: [['a'], ['b']], unmet: [['a', 'b']] })
    expect(of(must(a()), {}, { guard: d() })).toMatchObject({ met: [['a', 'd']], unmet: [['a', 'd']] })
    expect(of(item('hold', 'suspend', a()))).toMatchObject({ met: [['a']], unmet: [] })
  })

  test('for quantifiers, unknown and partial lists', () => {
    const every = node({ kind: 'quantifier', quantifier: 'every', list: PEOPLE, filter: f(), body: p() })
    expect(missing(every, { people: [{}, { f: true }] })).toMatchObject({
      met: [
        ['people[0].f', 'people[1].p'],
        ['people[0].p', 'people[1].p'],
      ],
      unmet: [['people[1].p'], ['people[0].f', 'people[0].p']],
    })
    expect(missing(every)).toMatchObject({ met: [['people']], unmet: [['people']] })
    const partial = { people: { items: [{ f: true }], partial: true } }
    expect(missing(every, partial)).toMatchObject({
      met: [['people[*]', 'people[0].p']],
      unmet: [['people[*]'], ['people[0].p']],
    })
  })

  test('atoms read what is unknown and still possible', () => {
    const x = (): Expr => read('x', 0, NUMBER)
    const y = (): Expr => read('y', 0, NUMBER)
    expect(missing(cmp('gt', calc('+', x(), y()), num(3))).met).toEqual([['x', 'y']])
    expect(missing(cmp('gt', calc('+', x(), y()), num(3)), { x: 1 }).met).toEqual([['y']])
    const either = cmp('gt', choose(a(), x(), y(), NUMBER), num(3))
    expect(missing(either).met).toEqual([['a', 'x', 'y']])
    expect(missing(either, { a: true }).met).toEqual([['x']])
    const count = cmp('ge', node({ kind: 'count', list: PEOPLE, filter: f() }), num(1))
    expect(missing(count, { people: { items: [{}, { f: false }], partial: true } }).met).toEqual([['people[*]', 'people[0].f']])
    const share = cmp('ge', node({ kind: 'share', list: PEOPLE, filter: f(), body: p(), empty: 'met' }), num('1/2'))
    expect(missing(share, { people: [{}, { f: false }, { f: true }] }).met).toEqual([
      ['people[0].f', 'people[0].p', 'people[2].p'],
    ])
    expect(missing(cmp('eq', a(), b())).met).toEqual([['a', 'b']])
    // W⁺ as (c ∧ a) ∨ (¬c ∧ b), W⁻ as (¬c ∨ a) ∧ (c ∨ b): the condition alone never settles it.
    expect(missing(choose(a(), b(), c(), BOOLEAN))).toMatchObject({
      met: [
        ['a', 'b'],
        ['a', 'c'],
      ],
      unmet: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    })
    expect(missing(choose(a(), b(), c(), BOOLEAN), { b: false })).toMatchObject({ met: [['a', 'c']], unmet: [['a']] })
    expect(missing(not(choose(a(), b(), bool(true), BOOLEAN)))).toMatchObject({ met: [['a', 'b']], unmet: [['a']] })
  })

  test('an atom that reads no unknown fact has no sets', () => {
    const stuck = cmp('gt', calc('+', read('y', 0, NUMBER), num(1)), num(0))
    expect(missing(stuck, { y: '无' })).toEqual({ met: [], unmet: [], blocked: [], truncated: false })
    expect(missing(or(stuck, a()), { y: '无' })).toMatchObject({ met: [['a']], unmet: [] })
    expect(missing(and(stuck, a()), { y: '无' })).toMatchObject({ met: [], unmet: [['a']] })
  })

  test('what no fact can mend is blocked', () => {
    const external = unseen('annex', BOOLEAN)
    expect(missing(and(a(), external))).toEqual({
      met: [],
      unmet: [['a']],
      blocked: [{ kind: 'external', id: 'annex' }],
      truncated: false,
    })
    expect(missing(or(a(), external)).met).toEqual([['a']])
    const byZero = cmp('gt', calc('/', read('x', 0, NUMBER), num(0)), num(1))
    expect(missing(byZero).blocked).toEqual([{ kind: 'division-by-zero', id: 'must' }])
    const share = cmp('ge', node({ kind: 'share', list: PEOPLE, body: p(), empty: 'undetermined' }), num('1/2'))
    expect(missing(share, { people: [] }).blocked).toEqual([{ kind: 'empty-share', id: 'must' }])
    const rows = [{ tests: [a()], value: num(1), cites: [] }]
    const table = cmp('ge', node({ kind: 'table', hit: 'first', rows, type: NUMBER }), num(1))
    expect(missing(table, { a: false }).blocked).toEqual([{ kind: 'table-gap', id: 'must' }])
    expect(missing(table)).toMatchObject({ met: [['a']], blocked: [] })
    const line = node({ kind: 'parameter', parameter: 'line', type: NUMBER })
    const parameter = {
      id: 'line',
      zh: 'line',
      en: 'line',
      span: { file: '', start: 0, end: 0 },
      type: NUMBER,
      timed: 'year',
      cites: [],
      entries: [],
    } as const
    expect(missing(cmp('gt', num(1), line), {}, { parameters: [parameter] }).blocked).toEqual([{ kind: 'parameter', id: 'line' }])
  })

  test('at most 16 sets, the smallest first', () => {
    const atoms = Array.from({ length: 3 }, () => [a(), b(), c(), d()]).flat()
    expect(missing(or(...atoms)).truncated).toBe(false)
    const people = Array.from({ length: 4 }, () => ({}))
    const q = (body: Expr): Expr => node({ kind: 'quantifier', quantifier: 'every', list: PEOPLE, body })
    const wide = missing(q(or(f(), p(), cmp('gt', read('n', 0, NUMBER, 'person'), num(1)))), { people })
    expect(wide.truncated).toBe(true)
    expect(wide.met).toHaveLength(16)
  })
})

/** A random condition over the four flags, each used at most once so that the atoms are independent. */
function condition(flags: readonly string[], seed: readonly number[]): Expr {
  const [first, ...rest] = flags
  if (first === undefined) return bool(seed[0] === 0)
  if (rest.length === 0) return seed[1]! % 3 === 0 ? not(read(first)) : read(first)
  const cut = 1 + (seed[0]! % rest.length)
  const sides = [condition(flags.slice(0, cut), seed.slice(1)), condition(flags.slice(cut), seed.slice(2))]
  const joined = seed[2]! % 2 === 0 ? and(...sides) : or(...sides)
  return seed[3]! % 5 === 0 ? not(joined) : joined
}

describe('the sets suffice, and nothing smaller does', () => {
  test('for independent booleans, by trying every filling', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
        fc.array(fc.constantFrom(true, false, null), { minLength: 4, maxLength: 4 }),
        (seed, known) => {
          const program = programOf([standard([must(condition(['a', 'b', 'c', 'd'], seed))])])
          const facts = Object.fromEntries(['a', 'b', 'c', 'd'].map((id, i) => [id, known[i] ?? null]))
          const open = Object.keys(facts).filter((id) => facts[id] === null)
          const reaches = (set: readonly string[], goal: string): boolean =>
            Array.from({ length: 2 ** set.length }, (_, bits) => bits).some(
              (bits) =>
                decided(program, { ...facts, ...Object.fromEntries(set.map((id, i) => [id, ((bits >> i) & 1) === 1])) })
                  .outcome === goal,
            )
          const subsets = Array.from({ length: 2 ** open.length }, (_, bits) => open.filter((_, i) => ((bits >> i) & 1) === 1))
          const { missing: found } = decided(program, facts)
          for (const goal of ['met', 'unmet'] as const) {
            const enough = subsets.filter((set) => reaches(set, goal))
            const smallest = enough.filter(
              (set) => !enough.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
            )
            expect(new Set(found![goal].map((s) => s.join()))).toEqual(new Set(smallest.map((s) => s.join())))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
