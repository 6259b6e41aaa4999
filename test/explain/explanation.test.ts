import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareI, point } from '../../dsl/value/interval.ts'
import { add, rational, subtract } from '../../dsl/value/rational.ts'
import { sharePeople, targetOf } from '../../engine/explain/distance.ts'
import { explain, explanationNodes } from '../../engine/explain/index.ts'
import { decide } from '../../engine/index.ts'
import type { Facts } from '../../engine/types.ts'
import { AT, GOOD, PROGRAM } from './fixture.ts'

function explained(facts: Facts, standard = 'household_exit') {
  const explanation = explain(PROGRAM, facts, decide(PROGRAM, standard, facts, AT))
  if (explanation.kind !== 'decided') throw new Error('rejected')
  return explanation
}

function itemOf(facts: Facts, id: string, standard?: string) {
  return explained(facts, standard).items.find((item) => item.id === id)!
}

describe('the figures of a condition', () => {
  test('carry value, unit, period, origin and source', () => {
    const { condition } = itemOf(GOOD, 'income_line')
    const [left, right] = condition!.parts
    expect(condition).toMatchObject({ kind: 'compare', word: 'exceeds', truth: 'true' })
    expect(left).toMatchObject({
      kind: 'definition',
      label: { zh: '年人均纯收入' },
      figure: { state: 'known', value: '7403/2', unit: { zh: '元/人·年', en: 'yuan/person·year' }, decimals: 2 },
    })
    expect(right).toMatchObject({
      kind: 'parameter',
      label: { zh: '国家扶贫标准' },
      figure: { value: '3700' },
      period: { from: '2019', to: '2019' },
      origin: '县级方案三.1',
    })
    expect(itemOf(GOOD, 'housing').condition).toMatchObject({
      kind: 'field',
      path: 'safe_housing',
      truth: 'true',
      source: { zh: '入户调查' },
    })
    expect(itemOf(GOOD, 'income_source').condition).toMatchObject({
      judged: { role: { zh: '驻村工作队' }, on: '2019-11-01', by: '王五', basis: '入户' },
    })
    expect(itemOf(GOOD, 'income_line').cites).toEqual([
      { source: { zh: '退出办法', en: 'measure' }, title: '贫困退出办法', article: '四（1）' },
    ])
  })

  test('a quantifier lists its elements, a share its counts', () => {
    const members = [{ ill: true, aided: true }, { ill: true, aided: false, 姓名: '小明' }, { ill: false }]
    expect(
      itemOf({ ...GOOD, members }, 'illness_aid').condition?.elements?.map(({ path, member, holds, name }) => ({
        path,
        member,
        holds,
        name,
      })),
    ).toEqual([
      { path: 'members[0]', member: 'true', holds: 'true', name: { label: { zh: '成员', en: 'member' }, number: 1 } },
      {
        path: 'members[1]',
        member: 'true',
        holds: 'false',
        name: { label: { zh: '成员', en: 'member' }, number: 2, called: '小明' },
      },
      { path: 'members[2]', member: 'false', holds: 'true', name: { label: { zh: '成员', en: 'member' }, number: 3 } },
    ])
    const households = [{ poor: true }, { poor: false }, {}]
    const incidence = itemOf({ has_team: true, households }, 'incidence', 'village_exit').condition!.parts[0]!.parts[0]
    expect(incidence).toMatchObject({
      kind: 'share',
      tally: { hits: 1, members: 3, open: 1 },
      figure: { state: 'unknown', low: '1/3', high: '2/3' },
    })
  })
})

describe('remedies', () => {
  test('give the exact distance', () => {
    expect(itemOf({ ...GOOD, net_income: '18307.5' }, 'income_line').remedy).toMatchObject({
      kind: 'number',
      direction: 'raise',
      current: { value: '7323/2' },
      to: { value: '370001/100' },
      by: { value: '3851/100' },
      beyond: false,
    })
  })

  test('follow ∧ and ∨ down to the facts, and name who decides', () => {
    const members = [{ dropout: true, dropout_cause: 'poverty', ill: false }]
    expect(itemOf({ ...GOOD, members }, 'no_dropout').remedy).toMatchObject({
      kind: 'element',
      path: 'members[0]',
      remedy: {
        kind: 'any',
        count: 1,
        parts: [
          { kind: 'truth', needed: false, subject: { path: 'members[0].dropout' } },
          { kind: 'value', word: 'be', needed: false },
        ],
      },
    })
    expect(itemOf({ ...GOOD, food: false, clothing: false }, 'food_clothing').remedy).toMatchObject({
      kind: 'all',
      parts: [{ kind: 'truth' }, { kind: 'truth' }],
    })
    const judged = { value: false, role: 'work_team', on: '2019-11-01' }
    expect(itemOf({ ...GOOD, 增收渠道稳定可靠: judged }, 'income_source').remedy).toMatchObject({
      kind: 'judge',
      needed: true,
      roles: [{ zh: '驻村工作队' }, { zh: '村两委' }],
    })
    expect(itemOf({ ...GOOD, returned_year: 2019 }, 'returned_this_year').remedy).toMatchObject({
      kind: 'end',
      situation: { zh: '当年返贫' },
    })
    expect(itemOf({ ...GOOD, objections: [{ withdrawn: false }] }, 'objected').remedy).toMatchObject({
      kind: 'any',
      parts: [{ kind: 'recheck', roles: [{ zh: '县扶贫办' }] }, { kind: 'end' }],
    })
    expect(itemOf(GOOD, 'income_line').remedy).toBeUndefined()
  })

  test('the target passes and its neighbour on the grid does not', () => {
    const ops = fc.constantFrom('gt', 'ge', 'lt', 'le', 'eq')
    const number = fc.tuple(fc.bigInt(-5000n, 5000n), fc.bigInt(1n, 300n)).map(([n, d]) => rational(n, d))
    fc.assert(
      fc.property(ops, number, fc.constantFrom(1n, 10n, 100n), (op, line, places) => {
        const grid = rational(1n, places)
        const target = targetOf(op, line, grid)
        if (target === undefined) return op === 'eq'
        const before = target.direction === 'raise' ? subtract(target.to, grid) : add(target.to, grid)
        expect(compareI(op, point(target.to), point(line))).toBe(1)
        expect(compareI(op, point(before), point(line))).toBe(0)
        return target.beyond === false
      }),
    )
  })

  test('the fewest people, checked against trying them all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gt', 'ge', 'lt', 'le', 'eq'),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(40),
        fc.nat(100),
        (op, members, some, percent) => {
          const hits = Math.min(some, members)
          const line = rational(BigInt(percent), 100n)
          const holds = (n: number) => compareI(op, point(rational(BigInt(n), BigInt(members))), point(line)) === 1
          if (holds(hits)) return
          const passing = Array.from({ length: members + 1 }, (_, n) => n).filter(holds)
          const best = Math.min(...passing.map((n) => Math.abs(n - hits)))
          const found = sharePeople(op, line, hits, members)
          if (passing.length === 0) expect(found).toBeUndefined()
          else expect(found?.by).toBe(best)
        },
      ),
    )
  })
})

describe('what to collect', () => {
  test('every path in words, with who supplies it', () => {
    const members = [
      { dropout: false, ill: false },
      { 姓名: '小明', dropout: true, ill: false },
    ]
    const { collect } = explained({ ...GOOD, members, 住房安全: undefined, 增收渠道稳定可靠: undefined })
    expect(collect.toMeet).toHaveLength(1)
    expect(collect.toMeet[0]).toMatchObject([
      { path: 'members[1].dropout_cause', of: [{ number: 2, called: '小明' }], label: { zh: '辍学原因' } },
      { path: 'safe_housing', channel: { zh: '入户调查' } },
      { path: 'source_stable', roles: [{ zh: '驻村工作队' }, { zh: '村两委' }] },
    ])
    expect(collect.toFail).toHaveLength(3)
  })
})

test('the tree for a page says the same as the text', () => {
  const root = explanationNodes(explained({ ...GOOD, returned_year: 2019 }), 'zh', 'brief')
  expect(root.text).toBe('这户（H-7）未达到「贫困户退出」标准，因为没有通过：「当年返贫」。')
  expect(root.children[1]!.children[0]).toEqual({
    mark: '✗',
    text: '有此情形 当年返贫：返贫年度为 2019年，等于年度（2019年）。',
    cite: '依据《贫困退出办法》三（2）',
    children: [],
  })
})
