import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, prepare } from '../../engine/index.ts'
import type { Facts } from '../../engine/types.ts'
import {
  BOOLEAN,
  bool,
  calc,
  cmp,
  item,
  must,
  NUMBER,
  node,
  nothing,
  num,
  or,
  PEOPLE,
  programOf,
  read,
  standard,
  unseen,
} from '../oracle/tiny.ts'
import { both, bothPrepared, type Case, differ, type Engine, someReadings } from './agreement.ts'
import { buildBadFacts, buildFacts, buildProgram, drawn } from './arbitrary/index.ts'
import { reduce } from './arbitrary/reduce.ts'

const engine: Engine = { decide, prepare }

/** Fails with the smallest program and facts on which the two still differ. */
function agree(one: Case, sidesOf = both): void {
  const differs = (other: Case): boolean => differ(sidesOf(engine, other))
  if (!differs(one)) return
  const smallest = reduce(one, differs)
  const sides = sidesOf(engine, smallest)
  const readable = JSON.stringify(smallest, (key, value: unknown) => (key === 'span' || key === 'en' ? undefined : value))
  expect(sides.engine, readable).toEqual(sides.oracle)
}

describe('the engine and the oracle agree', () => {
  const cases = drawn((draw): Case => {
    const program = buildProgram(draw)
    const standard = draw.pick(program.standards).id
    const options = someReadings(draw, program)
    const [facts, before] = [buildFacts(draw, program, standard), buildFacts(draw, program, standard)]
    return { program, standard, facts, options, before }
  })

  test('on random programs and facts', () => {
    fc.assert(
      fc.property(cases, (one) => agree(one)),
      { numRuns: 1500 },
    )
  })

  test('on the items of a prepared standard, one subject after another', () => {
    fc.assert(
      fc.property(cases, (one) => agree(one, bothPrepared)),
      { numRuns: 1000 },
    )
  })

  test('on facts with one thing wrong', () => {
    const bad = drawn((draw): Case => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      return { program, standard, facts: buildBadFacts(draw, program, standard).facts, options: {} }
    })
    fc.assert(
      fc.property(bad, (one) => agree(one)),
      { numRuns: 500 },
    )
  })

  const x = () => read('x', 0, NUMBER)
  const y = () => read('y', 0, NUMBER)
  const place = { kind: 'member', of: { kind: 'element', depth: 0 }, entity: 'home', field: 'place' } as const
  const inner = standard([item('in', 'must', read('a')), item('stop', 'suspend', read('b'))], { id: 'inner', guard: read('c') })
  const leave = { item: 'must', reason: '偏远', by: '李四', on: '2019-01-01' }
  const look = (result: string, on: string, role = 'office') => ({ item: 'hold', result, role, on })
  const hold = [standard([item('hold', 'suspend', read('a'))])]
  const one = (condition: Parameters<typeof must>[0]) => [standard([must(condition)])]
  const every = node({ kind: 'quantifier', quantifier: 'every', list: PEOPLE, body: bool(true) })
  const part = item('part', 'part', read('a'), { when: read('b') })

  // Corners that random programs reach once in many thousands.
  test.each<[string, Parameters<typeof programOf>[0], Facts]>([
    ['0 × what may be 无', one(cmp('eq', calc('*', num(0), y()), num(0))), {}],
    ['0 × 无', one(cmp('eq', calc('*', num(0), y()), num(0))), { y: '无' }],
    ['无 in arithmetic beside something else', one(or(cmp('gt', calc('+', y(), num(1)), num(0)), read('a'))), { y: '无' }],
    ['two that may both be 无', one(cmp('eq', read('z', 0, NUMBER), y())), {}],
    ['what may be 无 = 无', one(cmp('eq', y(), nothing())), {}],
    [
      'a subordinate with an unknown guard that would fail',
      [inner, ...one(node({ kind: 'meets', standard: 'inner', place }))],
      { place: { a: false } },
    ],
    ['a partial list that is full', one(every), { people: { items: [{}, {}, {}, {}], partial: true } }],
    ['a wrapper without its list', one(every), { people: { items: null, partial: true } }],
    [
      'a departure for an item with parts',
      [standard([must(read('c'), { inPrinciple: true, deemed: [read('a')] })])],
      { c: false, departures: [leave] },
    ],
    [
      'a departure for a part',
      [standard([item('all', 'must', { mode: 'all', parts: [{ ...part, id: 'must', inPrinciple: true }] })])],
      { a: false, b: true, departures: [leave] },
    ],
    [
      'a re-check of a group',
      [standard([item('hold', 'suspend', { mode: 'all', parts: [part] })])],
      { a: true, b: false, rechecks: [look('pass', '2019-01-01')] },
    ],
    [
      'a cancelled re-check after an older one',
      hold,
      { a: true, rechecks: [look('pass', '2019-01-01'), look('pass', '2019-02-01'), look('fail', '2019-02-01', 'town')] },
    ],
    ['a departure for no item', hold, { departures: [{ ...leave, item: 'nobody' }] }],
    ['an incomplete departure of later', hold, { departures: [{ ...leave, item: 'hold', reason: '', on: '2019-12-01' }] }],
    ['a judgement by no declared role', hold, { stable: { value: true, role: 'nobody', on: '2019-01-01' } }],
    ['an external beside a division by 0', one(or(unseen('annex', BOOLEAN), cmp('gt', calc('/', x(), num(0)), num(1)))), {}],
  ])('on %s', (_, standards, facts) => {
    const program = programOf(standards, {
      externals: [{ id: 'annex', zh: 'annex', en: 'annex', span: { file: '', start: 0, end: 0 }, type: BOOLEAN, cites: [] }],
    })
    const one: Case = { program, standard: standards.at(-1)!.id, facts, options: {} }
    for (const sidesOf of [both, bothPrepared]) {
      const sides = sidesOf(engine, one)
      expect(sides.engine).toEqual(sides.oracle)
    }
  })
})
