import { describe, expect, test } from 'vitest'
import type { Expr } from '../../dsl/lower/program.ts'
import { BOOLEAN, cmp, NUMBER, node, num, PEOPLE, read, truthIn } from './tiny.ts'

const f = (): Expr => read('f', 0, BOOLEAN, 'person')
const p = (): Expr => read('p', 0, BOOLEAN, 'person')
const n = (): Expr => read('n', 0, NUMBER, 'person')
const MANY = { ...PEOPLE, field: 'many' } as const
type Person = { f?: boolean; p?: boolean; n?: number }
const partial = (items: Person[]) => ({ items, partial: true })

describe('quantifiers', () => {
  const q = (quantifier: 'every' | 'some' | 'none'): Expr =>
    node({ kind: 'quantifier', quantifier, list: PEOPLE, filter: f(), body: p() })

  test('over complete lists', () => {
    expect(truthIn(q('every'), { people: [] })).toBe('true')
    expect(truthIn(q('some'), { people: [] })).toBe('false')
    expect(truthIn(q('none'), { people: [] })).toBe('true')
    expect(truthIn(q('every'), { people: [{ f: true, p: false }, {}] })).toBe('false')
    expect(truthIn(q('every'), { people: [{ f: false }, { p: true }] })).toBe('true')
    expect(truthIn(q('every'), { people: [{ f: true }] })).toBe('unknown')
    expect(truthIn(q('some'), { people: [{ f: true, p: true }, {}] })).toBe('true')
    expect(truthIn(q('none'), { people: [{ f: true, p: true }, {}] })).toBe('false')
  })

  test('a partial list has one more unknown, an unknown list is unknown', () => {
    expect(truthIn(q('every'), { people: partial([{ f: false }]) })).toBe('unknown')
    expect(truthIn(q('every'), { people: partial([{ f: true, p: false }]) })).toBe('false')
    expect(truthIn(q('some'), { people: partial([{ f: true, p: true }]) })).toBe('true')
    expect(truthIn(q('every'), {})).toBe('unknown')
    expect(truthIn(node({ kind: 'quantifier', quantifier: 'some', list: PEOPLE }), { people: [{}] })).toBe('true')
  })
})

describe('count and sum', () => {
  const count = (list: typeof PEOPLE | typeof MANY = PEOPLE): Expr => node({ kind: 'count', list, filter: f() })
  const sum = (list: typeof PEOPLE | typeof MANY = PEOPLE): Expr =>
    node({ kind: 'sum', list, filter: f(), value: n(), type: NUMBER })
  const within = (e: Expr, low: number, high: number, facts: object): void => {
    expect(truthIn(cmp('ge', e, num(low)), { ...facts })).toBe('true')
    expect(truthIn(cmp('le', e, num(high)), { ...facts })).toBe('true')
    if (low < high) {
      expect(truthIn(cmp('gt', e, num(low)), { ...facts })).toBe('unknown')
      expect(truthIn(cmp('lt', e, num(high)), { ...facts })).toBe('unknown')
    }
  }

  test('a count is an interval while something is unknown', () => {
    within(count(), 1, 1, { people: [{ f: true }, { f: false }] })
    within(count(), 1, 2, { people: [{ f: true }, {}] })
    within(count(), 1, 4, { people: partial([{ f: true }, {}]) })
    within(count(), 0, 4, {})
    expect(truthIn(cmp('lt', count(MANY), num(1_000_000)), {})).toBe('unknown')
    expect(truthIn(cmp('ge', count(MANY), num(1)), { many: partial([{ f: true }]) })).toBe('true')
  })

  test('a sum takes v, 0 or the hull of both, and room for what the list may still hold', () => {
    within(sum(), 3, 3, {
      people: [
        { f: true, n: 3 },
        { f: false, n: 9 },
      ],
    })
    within(sum(), 3, 8, { people: [{ f: true, n: 3 }, { n: 5 }] })
    within(sum(), 3, 13, { people: [{ f: true, n: 3 }, { f: true }] })
    within(sum(), 3, 33, { people: partial([{ f: true, n: 3 }]) })
    within(sum(), 0, 40, {})
    expect(truthIn(cmp('ge', sum(MANY), num(0)), {})).toBe('true')
    expect(truthIn(cmp('lt', sum(MANY), num(1_000_000)), {})).toBe('unknown')
  })
})

/** Every way to fill in what is unknown about the people, with up to `room` more of them. */
function completions(people: readonly Person[], room: number): Person[][] {
  const fill = (one: Person): Person[] =>
    [true, false]
      .flatMap((a) => [true, false].map((b) => ({ f: one.f ?? a, p: one.p ?? b })))
      .filter((c, i, all) => all.findIndex((d) => d.f === c.f && d.p === c.p) === i)
  const extended = [...people, ...Array.from({ length: room }, () => undefined)]
  return extended.reduce<Person[][]>(
    (sofar, one) =>
      sofar.flatMap((list) =>
        one === undefined ? [list, ...fill({}).map((c) => [...list, c])] : fill(one).map((c) => [...list, c]),
      ),
    [[]],
  )
}

const HOLES: Person[] = [{}, { f: true }, { f: false }, { p: true }, { p: false }, { f: true, p: true }, { f: true, p: false }]
const pairs = HOLES.flatMap((a) => HOLES.map((b) => [a, b]))
const triples = HOLES.flatMap((a) => pairs.map((pair) => [a, ...pair]))

describe('shares against all completions', () => {
  const bounds = ['0', '1/4', '1/3', '1/2', '2/3', '1']
  const ops = ['ge', 'gt', 'lt', 'le'] as const
  const share = (empty: 'met' | 'unmet' | 'undetermined'): Expr =>
    node({ kind: 'share', list: PEOPLE, filter: f(), body: p(), empty })

  /** What the comparison is in one completed world; undefined for an empty denominator that decides nothing. */
  function holds(op: (typeof ops)[number], bound: string, people: readonly Person[], empty: 'met' | 'unmet' | 'undetermined') {
    const inside = people.filter((one) => one.f === true)
    if (inside.length === 0) return empty === 'undetermined' ? undefined : empty === 'met'
    const [top, bottom = 1] = bound.split('/').map(Number) as [number, number?]
    const difference = inside.filter((one) => one.p === true).length * bottom - top * inside.length
    return op === 'ge' ? difference >= 0 : op === 'gt' ? difference > 0 : op === 'lt' ? difference < 0 : difference <= 0
  }

  function check(people: readonly Person[], facts: object, room: number): void {
    const worlds = completions(people, room)
    for (const empty of ['met', 'unmet', 'undetermined'] as const) {
      for (const bound of bounds) {
        for (const op of ops) {
          const results = new Set(worlds.map((world) => holds(op, bound, world, empty)))
          const expected = results.size === 1 && !results.has(undefined) ? String([...results][0]) : 'unknown'
          const got = truthIn(cmp(op, share(empty), num(bound)), { ...facts })
          const where = `${JSON.stringify(facts)} ${op} ${bound} ${empty}`
          // The share's interval is tight; only a pair of unknowns that hang together may leave it wider.
          if (got !== 'unknown') expect(got, where).toBe(expected)
          else if (room === 0) expect(expected, where).toBe('unknown')
        }
      }
    }
  }

  test('of one or two people', () => {
    for (const one of HOLES) check([one], { people: [one] }, 0)
    for (const pair of pairs) check(pair, { people: pair }, 0)
  })

  test('of three people, one in seven', () => {
    for (const triple of triples.filter((_, i) => i % 7 === 0)) check(triple, { people: triple }, 0)
  })

  test('of partial lists', () => {
    const two: Person[] = HOLES.slice(0, 3)
    for (const one of two) check([one, { f: true, p: true }], { people: partial([one, { f: true, p: true }]) }, 2)
  })

  test('empty denominators', () => {
    const at = (empty: 'met' | 'unmet' | 'undetermined', people: unknown) =>
      truthIn(cmp('ge', share(empty), num('1/2')), { people })
    expect(['met', 'unmet', 'undetermined'].map((e) => at(e as 'met', []))).toEqual(['true', 'false', 'unknown'])
    const maybe = [{ p: true }]
    expect(['met', 'unmet', 'undetermined'].map((e) => at(e as 'met', maybe))).toEqual(['true', 'unknown', 'unknown'])
    const badly = [{ p: false }]
    expect(['met', 'unmet', 'undetermined'].map((e) => at(e as 'met', badly))).toEqual(['unknown', 'false', 'unknown'])
    const apart = (people: unknown) =>
      truthIn(cmp('ge', node({ kind: 'extreme', which: 'larger', items: [share('met'), num(0)] }), num('1/2')), { people })
    expect(apart([])).toBe('unknown')
    expect(apart([{ f: true, p: true }])).toBe('true')
  })

  test('a ratio with an empty whole', () => {
    const ratio = (empty: 'met' | 'unmet' | 'undetermined'): Expr =>
      cmp('ge', node({ kind: 'ratio', part: num(1), whole: read('x', 0, NUMBER), empty }), num('1/2'))
    expect(truthIn(ratio('met'), { x: 0 })).toBe('true')
    expect(truthIn(ratio('unmet'), { x: 0 })).toBe('false')
    expect(truthIn(ratio('undetermined'), { x: 0 })).toBe('unknown')
    expect(truthIn(ratio('met'), {})).toBe('unknown')
    expect(truthIn(ratio('met'), { x: 3 })).toBe('false')
    expect(truthIn(ratio('met'), { x: 2 })).toBe('true')
  })
})
