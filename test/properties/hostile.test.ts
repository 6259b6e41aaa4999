import { afterEach, describe, expect, test } from 'vitest'
import type { Program } from '../../dsl/lower/program.ts'
import { decide, prepare, TiaoliError } from '../../engine/index.ts'
import type { DecideOptions, Decision, Facts, Times } from '../../engine/types.ts'
import { AT, BOOLEAN, cmp, item, must, NUMBER, node, num, or, PEOPLE, programOf, read, standard } from '../oracle/tiny.ts'
import { ATTACKS } from './hostile-facts.ts'

const inPerson = (id: string) => read(id, 0, BOOLEAN, 'person')
const MANY = { ...PEOPLE, field: 'many' } as const
const program = programOf([
  standard([
    must(or(read('a'), cmp('gt', read('x', 0, NUMBER), num(3)))),
    item('figure', 'must', cmp('ge', read('y', 0, NUMBER), num(0)), { inPrinciple: true }),
    item(
      'crowd',
      'bar',
      node({ kind: 'quantifier', quantifier: 'some', list: MANY, filter: inPerson('f'), body: inPerson('p') }),
    ),
    item('share', 'must', cmp('ge', node({ kind: 'share', list: MANY, body: inPerson('f'), empty: 'met' }), num('1/2'))),
    item(
      'total',
      'weigh',
      cmp('gt', node({ kind: 'sum', list: MANY, value: read('n', 0, NUMBER, 'person'), type: NUMBER }), num(5)),
    ),
    item('settled', 'suspend', read('stable')),
    item('income', 'must', cmp('gt', read('income', 0, NUMBER), num(1))),
  ]),
])
const AT_MOST_MS = 2000

/** Every answer the engine gives for facts, each within its time. */
function answers(facts: unknown): Record<'decide' | 'full' | 'verdict' | 'items' | 'problems' | 'missing', unknown> {
  const given = facts as Facts
  const prepared = prepare(program, 'exit')
  // The compiled path answers from the third call on.
  for (let call = 0; call < 3; call++) prepared.verdict({}, AT)
  const timed = <T>(name: string, ask: () => T): T => {
    const started = performance.now()
    const answer = ask()
    expect(performance.now() - started, `${name}: ms`).toBeLessThan(AT_MOST_MS)
    return answer
  }
  return {
    decide: timed('decide', () => decide(program, 'exit', given, AT)),
    full: timed('prepared.decide', () => prepared.decide(given, AT)),
    verdict: timed('verdict', () => prepared.verdict(given, AT)),
    items: timed('items', () => prepared.items(given, AT)),
    problems: timed('check', () => prepared.check(given, AT)),
    missing: timed('missing', () => prepared.missing(given, AT)),
  }
}

const outcomeOf = (decision: unknown): string => {
  const found = decision as Decision
  return found.kind === 'rejected' ? 'rejected' : found.record.outcome
}

const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))
afterEach(() => {
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

describe('facts that attack are refused or decided, never more', () => {
  test.for(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', ([, { facts, like }]) => {
    const found = answers(facts())
    if (like === 'any') {
      expect(['decided', 'rejected']).toContain((found.decide as Decision).kind)
      return
    }
    if (like === 'rejected') {
      expect((found.decide as Decision).kind).toBe('rejected')
      expect([outcomeOf(found.full), found.verdict, (found.items as { outcome: unknown }).outcome]).toEqual(
        Array.from({ length: 3 }, () => 'rejected'),
      )
      expect((found.problems as unknown[]).length).toBeGreaterThan(0)
      expect(found.missing).toBeUndefined()
      return
    }
    expect(found).toEqual(answers(like))
    expect((found.decide as Decision).kind).toBe('decided')
  })

  test('what refuses them is plain JSON with a code', () => {
    for (const { facts, like } of ATTACKS) {
      if (like !== 'rejected') continue
      const decision = decide(program, 'exit', facts() as Facts, AT)
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
      if (decision.kind === 'rejected') for (const problem of decision.problems) expect(problem.code).toMatch(/^F6\d\d$/)
    }
  })
})

describe('a wrong call throws TiaoliError', () => {
  const call = (...args: unknown[]): (() => unknown) => {
    const [p = program, s = 'exit', f = {}, t = AT, o] = args
    return () => decide(p as Program, s as string, f as Facts, t as Times, o as DecideOptions)
  }
  const { standards: _, ...headless } = program
  test.for<[string, () => unknown]>([
    ...[null, 3, 'program', [], {}, { schema: 'tiaoli/program/2' }].map((p): [string, () => unknown] => [
      `program ${JSON.stringify(p)}`,
      call(p),
    ]),
    ['a program’s name alone', call({ schema: 'tiaoli/program/1' })],
    ['a program without standards', call(headless)],
    ['the text of a program', call(JSON.stringify(program))],
    ...['nope', '', '__proto__', 'constructor', null, 7, Symbol('s'), {}].map((s): [string, () => unknown] => [
      `standard ${String(s)}`,
      call(program, s),
    ]),
    ...[
      null,
      3,
      '2019',
      {},
      { asOf: '2019-02-30', year: 2019 },
      { asOf: '2019-01-01' },
      { asOf: '2019-01-01', year: '2019' },
    ].map((t): [string, () => unknown] => [`times ${JSON.stringify(t)}`, call(program, 'exit', {}, t)]),
    ...[
      { asOf: AT.asOf, year: 2019.5 },
      { ...AT, incomePeriod: 3 },
      { ...AT, incomePeriod: { from: '2019-02-01', to: '2019-01-01' } },
    ].map((t): [string, () => unknown] => [`times ${JSON.stringify(t)}`, call(program, 'exit', {}, t)]),
    ['a reading there is not', call(program, 'exit', {}, AT, { readings: { nope: 'x' } })],
    ['a reading by an inherited name', call(program, 'exit', {}, AT, { readings: JSON.parse('{"__proto__": "x"}') })],
    ['readings that are none', call(program, 'exit', {}, AT, { readings: 'x' })],
  ])('%s', ([, ask]) => {
    expect(ask).toThrow(TiaoliError)
  })

  test('and no options, or none in them, is a right one', () => {
    for (const options of [undefined, {}, { readings: undefined }, null]) {
      expect(call(program, 'exit', {}, AT, options)()).toMatchObject({ kind: 'decided' })
      expect(prepare(program, 'exit', options as DecideOptions).verdict({}, AT)).toBe('undetermined')
    }
  })

  test('and so does preparing', () => {
    expect(() => prepare({} as Program, 'exit')).toThrow(TiaoliError)
    expect(() => prepare(program, 'nope')).toThrow(TiaoliError)
    for (const name of ['check', 'verdict', 'items', 'decide', 'missing'] as const) {
      expect(() => prepare(program, 'exit')[name]({}, null as unknown as Times), name).toThrow(TiaoliError)
    }
  })
})
