import { describe, expect, it } from 'vitest'
import { FACTS_CODES } from '../../dsl/diagnostics/codes/facts.ts'
import { decide, type FactProblem, prepare } from '../../engine/index.ts'
import * as b from './build.ts'
import { record, withItems } from './world.ts'

const PROGRAM = withItems([
  b.must('x', b.get('a'), { inPrinciple: true }),
  b.item('suspend', 's', b.get('c'), { reviewers: ['county'] }),
])

function problems(facts: unknown): readonly FactProblem[] {
  const decision = decide(PROGRAM, 'exit', facts as object as Record<string, unknown>, b.TIMES)
  return decision.kind === 'rejected' ? decision.problems : []
}

const judged = { value: true, role: 'council', on: '2019-01-01' }
const departure = { item: 'x', reason: 'r', by: 'p', on: '2019-01-01' }
const recheck = { item: 's', result: 'pass', role: 'county', on: '2019-01-01' }

function cyclic(): object {
  const household: Record<string, unknown> = { a: true }
  household['village'] = { households: [household] }
  return household
}

const REFUSED: readonly [string, string, unknown][] = [
  ['F601', 'incom', { incom: 1 }],
  ['F601', '__proto__', JSON.parse('{"__proto__": {"a": true}}')],
  ['F601', 'constructor', { constructor: 1 }],
  ['F601', 'members[0].toString', { members: [{ toString: 'x' }] }],
  ['F601', 'income', { income: { value: 1, sorce: 'x' } }],
  ['F602', 'income', { income: 1, 字income: 1 }],
  ['F602', 'income', { income: { value: 1, 值: 1 } }],
  ['F603', '', null],
  ['F603', '', [1]],
  ['F603', '', 'text'],
  ['F603', 'members[1]', { members: [{}, 5] }],
  ['F603', 'village', { village: new Date(0) }],
  ['F604', 'a', { a: 'yes' }],
  ['F604', 'a', { a: 1 }],
  ['F605', 'income', { income: '四千' }],
  ['F605', 'income', { income: '4,200' }],
  ['F605', 'income', { income: Number.NaN }],
  ['F605', 'income', { income: true }],
  ['F606', 'income', { income: 1.005 }],
  ['F606', 'size', { size: 1.5 }],
  ['F607', 'factor', { factor: 0.1234567890123456 }],
  ['F608', 'rate', { rate: 2.5 }],
  ['F609', 'income', { income: -1 }],
  ['F609', 'rate', { rate: '120%' }],
  ['F610', 'kind', { kind: 'por' }],
  ['F610', 'kind', { kind: 3 }],
  ['F611', 'known_since', { known_since: '2019/1/1' }],
  ['F611', 'known_since', { known_since: 2019 }],
  ['F612', 'known_since', { known_since: '2019-02-30' }],
  ['F613', 'returned', { returned: 19 * 1000 }],
  ['F613', 'returned', { returned: 2019.5 }],
  ['F614', 'income', { income: '无' }],
  ['F614', 'a', { a: { nothing: true } }],
  ['F615', 'remark', { remark: 1 }],
  ['F615', 'id', { id: 7 }],
  ['F615', 'a', { a: { value: true, source: 1 } }],
  ['F616', 'stable', { stable: true }],
  ['F616', 'stable', { stable: { value: true, role: 'council' } }],
  ['F616', 'stable', { stable: [judged, { value: true, on: '2019-01-01' }] }],
  ['F617', 'stable', { stable: { ...judged, role: 'cuncil' } }],
  ['F611', 'stable', { stable: { ...judged, on: 'x' } }],
  ['F618', 'members', { members: Array.from({ length: 21 }, () => ({})) }],
  ['F619', 'members', { members: 'x' }],
  ['F619', 'departures', { departures: {} }],
  ['F620', 'departures[0]', { departures: [{ ...departure, reason: '' }] }],
  ['F621', 'rechecks[0]', { 复核: [{ ...recheck, on: null }] }],
  ['F622', 'departures[1]', { 偏离: [departure, { ...departure, item: 's' }] }],
  ['F623', 'rechecks[0]', { rechecks: [{ ...recheck, item: 'xx' }] }],
  ['F624', 'rechecks[0]', { rechecks: [{ ...recheck, result: 'maybe' }] }],
  ['F617', 'rechecks[0]', { rechecks: [{ ...recheck, role: 'nobody' }] }],
  ['F627', 'village.households[0]', cyclic()],
  ['F629', '', Object.defineProperty({}, 'a', { enumerable: true, get: () => JSON.parse('x') })],
  ['F630', 'members', { members: { items: [], partial: 'yes' } }],
  ['F630', 'members', { members: { partial: true } }],
  ['F631', 'yearly@19', { yearly: { '2018': 1, '19': 2 } }],
]

describe('facts that are refused', () => {
  it.each(REFUSED)('%s at %s', (code, path, facts) => {
    const found = problems(facts)
    expect(found.map((problem) => [problem.code, problem.path])).toContainEqual([code, path])
    expect(prepare(PROGRAM, 'exit').verdict(facts as Record<string, unknown>, b.TIMES)).toBe('rejected')
  })

  it('covers every code but those for policy, relations and sheer size', () => {
    const elsewhere = ['F625', 'F626', 'F628']
    const here = new Set(REFUSED.map(([code]) => code))
    expect(Object.keys(FACTS_CODES).filter((code) => !here.has(code))).toEqual(elsewhere)
  })

  it('gives every placeholder of its words', () => {
    for (const [, , facts] of REFUSED) {
      for (const problem of problems(facts)) {
        const words = FACTS_CODES[problem.code as keyof typeof FACTS_CODES]
        const wanted = [...JSON.stringify(words).matchAll(/\{([a-z]+)\}/gi)].map((match) => match[1])
        expect(Object.keys(problem.args)).toEqual(expect.arrayContaining(wanted))
      }
    }
  })

  it('offers the nearest name and both readings of a ratio', () => {
    expect(problems({ incom: 1 })[0]?.args['nearest']).toEqual(['income', '字income'])
    expect(problems({ kind: 'por' })[0]?.args['nearest']).toEqual(['poor'])
    expect(problems({ rate: 2.5 })[0]?.args['readings']).toEqual(['2.5%', '250%'])
  })

  it('refuses a policy that is not in force', () => {
    const policy = { ...b.term('policy'), supersedes: [], inForce: { from: '2020-01-01' }, cites: [] }
    const decision = decide(withItems([], { policy }), 'exit', {}, b.TIMES)
    expect(decision).toMatchObject({ kind: 'rejected', problems: [{ code: 'F626', args: { asOf: '2019-12-01' } }] })
  })

  it('stops at elements shared without end', () => {
    const person = b.entity('person', b.field('children', b.listType('person')))
    const program = b.program({ entities: [person], standards: [b.standard('s', [], { entity: 'person' })] })
    let element: object = {}
    for (let i = 0; i < 30; i++) element = { children: [element, element] }
    expect(
      prepare(program, 's')
        .check({ ...element }, b.TIMES)
        .map((problem) => problem.code),
    ).toEqual(['F628'])
  })

  it('leaves prototypes alone', () => {
    problems(JSON.parse('{"__proto__": {"polluted": 1}, "members": [{"constructor": {"prototype": {"polluted": 1}}}]}'))
    expect('polluted' in {}).toBe(false)
  })

  it('takes own keys only', () => {
    expect(record(PROGRAM, Object.create({ a: true }) as object).items[0]?.value).toBe('unknown')
  })
})

describe('facts that are read', () => {
  const value = (facts: object, name: string) =>
    record(
      withItems([
        b.must('x', b.get(name, b.BOOL)),
        b.must('y', b.cmp(b.get('grade', b.enumType('kind')), 'eq', b.choice('kind', 'low'))),
      ]),
      facts,
    ).items[0]

  it.each([
    [{ value: true, role: 'council', on: '2019-12-01' }, 'true', undefined],
    [{ 值: '是', 角色: '村委会', 日期: '2019-12-01' }, 'true', undefined],
    [[{ ...judged }, { ...judged, value: false, on: '2019-05-01' }], 'false', undefined],
    [[{ ...judged }, { ...judged, value: false }], 'unknown', 'tie'],
    [{ ...judged, role: 'county' }, 'unknown', 'role'],
    [{ ...judged, on: '2019-12-02' }, 'unknown', 'later'],
    [[], 'unknown', undefined],
  ])('judgement %j', (stable, expected, cause) => {
    const found = value({ stable }, 'stable')
    expect(found?.value).toBe(expected)
    expect(found?.operands[0]?.cause).toBe(cause)
  })

  it.each([
    [true, 'unknown', 'source'],
    [{ value: true, source: 'survey' }, 'true', undefined],
    [{ value: false, 来源: '入户调查' }, 'false', undefined],
    [{ value: true, source: 'elsewhere' }, 'unknown', 'source'],
    [{ value: null, source: 'survey' }, 'unknown', undefined],
  ])('a field with a channel %j', (surveyed, expected, cause) => {
    const found = value({ surveyed }, 'surveyed')
    expect([found?.value, found?.operands[0]?.cause]).toEqual([expected, cause])
  })

  it('reads both spellings, texts for numbers and per cent, to the same digest', () => {
    const digest = (facts: object) => record(PROGRAM, facts).digests.facts
    expect(digest({ 字income: '4200.50', 字kind: '贫困', rate: '2.5%', members: [{ 字ill: '是' }], debt: null })).toBe(
      digest({ members: [{ ill: true }], rate: 0.025, kind: 'poor', income: 4200.5 }),
    )
    expect(digest({ income: 1 })).not.toBe(digest({ income: 2 }))
  })
})
