import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Program, ValueType } from '../../dsl/lower/program.ts'
import { type Facts, prepare } from '../../engine/index.ts'
import { buildBadFacts, buildFacts, buildProgram, drawn, TIMES } from '../properties/arbitrary/index.ts'
import * as b from './build.ts'
import { ENTITIES, WORLD, withItems } from './world.ts'

/** Facts as they come from a file: objects of their own. */
const parsed = (facts: Facts) => JSON.parse(JSON.stringify(facts)) as Facts

describe('the quick path', () => {
  it('answers as the exact one does on random programs and facts', () => {
    const cases = drawn((draw) => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      const facts = Array.from({ length: 12 }, (_, i) =>
        i % 4 === 3 ? buildBadFacts(draw, program, standard).facts : buildFacts(draw, program, standard),
      )
      return { program, standard, facts: facts.map(parsed) }
    })
    const agrees = fc.property(cases, ({ program, standard, facts }) => {
      const quick = prepare(program, standard)
      const exact = prepare(program, standard, { general: true })
      for (let i = 0; i < 3; i++) quick.verdict({}, TIMES)
      for (const one of facts) {
        const wanted = exact.items(one, TIMES)
        const found = quick.items(one, TIMES)
        expect({ outcome: found.outcome, values: [...Array.from(found.values)] }).toEqual({
          outcome: wanted.outcome,
          values: [...Array.from(wanted.values)],
        })
        expect(quick.verdict(one, TIMES)).toBe(wanted.outcome)
        // Nothing of one record may be left for the next.
        expect(quick.verdict(one, TIMES)).toBe(wanted.outcome)
      }
    })
    fc.assert(agrees, { numRuns: Number(process.env['RUNS'] ?? 300) })
  })

  const agree = (program: Program, records: readonly unknown[]) => {
    const quick = prepare(program, 'exit')
    const exact = prepare(program, 'exit', { general: true })
    // A second time over: by then every shape is known, and the record before is another one.
    for (const one of [...records, ...[...records].reverse()]) {
      const facts = one as Facts
      const wanted = exact.items(facts, TIMES)
      const found = quick.items(facts, TIMES)
      const seen = { facts, outcome: found.outcome, values: Array.from(found.values) }
      expect(seen).toEqual({ facts, outcome: wanted.outcome, values: Array.from(wanted.values) })
      expect(quick.verdict(facts, TIMES)).toBe(wanted.outcome)
    }
    return records.map((one) => exact.verdict(one as Facts, TIMES))
  }

  const PLAIN = {
    a: true,
    b: false,
    c: true,
    income: 3800.25,
    debt: -3,
    size: 2,
    rate: 0.5,
    factor: 1.5,
    bonus: '无',
    returned: '无',
    known_since: '2019-02-28',
    left_on: '2019-03-31',
    kind: 'low',
    remark: '无',
    yearly: 5,
    stable: { value: true, role: 'council', on: '2019-05-13' },
    grade: { value: 'poor', role: 'county', on: '2019-05-13' },
    surveyed: { value: true, source: 'survey' },
    counted: { value: 2015, source: 'survey' },
    members: [
      { ill: true, helped: true, birth: '1970-02-28', wage: 10, pension: '无', role: 'poor', children: [] },
      { ill: false, helped: false, birth: '2010-12-31', wage: 0.25, pension: 3, role: 'none', children: [{ ill: true }] },
    ],
    goods: [],
    village: { team: true, population: 300 },
  }

  const on = (id: string, type: ValueType) => b.get(id, type, b.SELF, 'person')
  const KIND = b.enumType('kind')
  const COUNTED = b.field('counted', b.YEAR, { channel: 'survey' })
  /** A program that looks at every field in every way the quick path tells apart. */
  const LOOKING = withItems(
    [
      ...['a', 'c', 'stable', 'surveyed'].map((id) => b.must(`m_${id}`, b.get(id))),
      b.must('m_both', b.and(b.get('a'), b.not(b.get('b')), b.not(b.cmp(b.get('kind', KIND), 'eq', b.choice('kind', 'poor'))))),
      b.must('m_clash', b.not(b.and(b.get('c'), b.not(b.get('c'))))),
      b.must('m_in', b.oneOf(b.get('kind', KIND), b.choice('kind', 'low'), b.choice('kind', 'none'))),
      b.must('m_grade', b.cmp(b.get('grade', KIND), 'ne', b.choice('kind', 'low'))),
      b.must('m_income', b.cmp(b.get('income', b.MONEY), 'gt', b.num('3700'))),
      b.must('m_debt', b.cmp(b.get('debt', b.MONEY), 'lt', b.num('0'))),
      b.must('m_size', b.cmp(b.count(b.listOf('members', 'person')), 'eq', b.get('size', b.INT))),
      b.must('m_rate', b.cmp(b.get('rate', b.RATIO), 'le', b.num('0.5', ''))),
      b.must('m_bonus', b.not(b.has(b.get('bonus', b.MONEY)))),
      b.must('m_returned', b.not(b.has(b.get('returned', b.YEAR)))),
      b.must('m_counted', b.cmp(b.get('counted', b.YEAR), 'lt', b.time('year'))),
      b.must('m_left', b.has(b.get('left_on', b.DATE))),
      b.must('m_since', b.cmp(b.get('known_since', b.DATE), 'lt', b.get('left_on', b.DATE))),
      b.must('m_team', b.get('team', b.BOOL, b.member('village', 'village'), 'village')),
      b.group('must', 'g', 'all', [
        b.part('p_ill', b.quant('every', b.listOf('members', 'person'), on('helped', b.BOOL), on('ill', b.BOOL))),
        b.part('p_a', b.get('a')),
      ]),
      b.group('bar', 'h', 'any', [b.part('p_lack', b.not(b.and(b.get('a'), b.get('c')))), b.part('p_b', b.get('b'))]),
      b.must(
        'm_pension',
        b.quant(
          'some',
          b.listOf('members', 'person'),
          b.and(b.not(b.has(on('pension', b.MONEY))), b.cmp(on('role', KIND), 'ne', b.choice('kind', 'none'))),
        ),
      ),
      b.must('m_wage', b.quant('none', b.listOf('members', 'person'), b.cmp(on('wage', b.MONEY), 'gt', b.num('100')))),
    ],
    {
      entities: ENTITIES.map((entity) =>
        entity.id === 'household' ? { ...entity, fields: [...entity.fields, COUNTED] } : entity,
      ),
    },
  )

  const ODD: readonly unknown[] = [
    undefined,
    null,
    '',
    true,
    false,
    '是',
    '否',
    '无',
    'poor',
    '贫困',
    'rich',
    0,
    -0,
    1,
    2.5,
    1e-9,
    1e15,
    1e21,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2019,
    '2019',
    '3800.25',
    '50%',
    '2019-02-29',
    '2020-02-29',
    '2019-13-01',
    '2019-1-1',
    [],
    [null],
    [{}],
    [{ ill: true, ill2: 1 }],
    new Array(2),
    {},
    { nothing: true },
    { value: true },
    { value: 2015, source: 'survey' },
    { 值: 2015, 来源: '入户调查' },
    { value: 2015, source: 'elsewhere' },
    { value: 2015.5, source: 'survey' },
    { value: true, source: '' },
    { value: null, source: 'survey' },
    { value: true, role: 'council', on: '2019-05-13' },
    { on: '2019-05-13', role: '村委会', value: false, by: 'x', basis: '', source: 'y' },
    { value: true, role: 'county', on: '2019-05-13' },
    { value: true, role: 'council', on: '2019-12-02' },
    { value: true, role: 'council', on: '2019-02-29' },
    { value: true, role: 'nobody', on: '2019-05-13' },
    { value: '是', role: 'council', on: '2019-05-13' },
    { value: 'poor', role: 'council', on: '2019-05-13', extra: 1 },
    [{ value: true, role: 'council', on: '2019-05-13' }],
    Object.assign([], { value: true, role: 'council', on: '2019-05-13' }),
    Object.assign(new Date(0), { value: true, role: 'council', on: '2019-05-13' }),
    { items: [{ ill: true, helped: true }], partial: true },
    { team: 'maybe' },
    new Map(),
    new Date(0),
    Object.create(null),
    Object.create({ value: true, role: 'council', on: '2019-05-13' }),
    Symbol('odd'),
    10n,
    () => true,
  ]

  it('takes odd values in every place as the exact one does', () => {
    const records: unknown[] = [PLAIN]
    for (const key of [...Object.keys(PLAIN), 'departures', 'id', '复核', 'unheard_of', '字a']) {
      for (const value of ODD) records.push({ ...PLAIN, [key]: value })
    }
    for (const key of Object.keys(PLAIN.members[0]!)) {
      for (const value of ODD) records.push({ ...PLAIN, members: [PLAIN.members[1], { ...PLAIN.members[0], [key]: value }] })
    }
    const outcomes = agree(LOOKING, records)
    expect(outcomes[0]).toBe('met')
    expect(new Set(outcomes)).toEqual(new Set(['met', 'unmet', 'undetermined', 'rejected']))
  })

  it('takes keys in any order, and in either spelling, but not in both', () => {
    const entries = Object.entries(PLAIN)
    const records = entries.map((_, i) => Object.fromEntries([...entries.slice(i), ...entries.slice(0, i)]))
    const renamed = entries.map(([key]) => Object.fromEntries(entries.map(([k, v]) => [k === key ? `字${k}` : k, v])))
    const doubled = entries.map(([key, value]) => ({ ...PLAIN, [`字${key}`]: value }))
    const without = entries.map(([key]) => Object.fromEntries(entries.filter(([k]) => k !== key)))
    const outcomes = agree(LOOKING, [...records, ...renamed, ...doubled, ...without])
    expect(outcomes.slice(0, entries.length * 2).every((outcome) => outcome === 'met')).toBe(true)
    expect(outcomes.slice(entries.length * 2, entries.length * 3).every((outcome) => outcome === 'rejected')).toBe(true)
  })

  it('takes own facts only, of plain records only', () => {
    const lacking = Object.fromEntries(Object.entries(PLAIN).filter(([key]) => key !== 'a'))
    const heir = Object.assign(Object.create({ a: true }), lacking)
    const bare = Object.assign(Object.create(null), PLAIN)
    const hidden = Object.defineProperty({ ...lacking }, 'a', { value: true, enumerable: false })
    const tagged = { ...PLAIN, [Symbol.toStringTag]: 'Map' }
    const others = [
      Object.assign(new Set(), { a: true }),
      Object.assign([], PLAIN),
      Object.assign(new Date(0), PLAIN),
      new Map(),
      [],
    ]
    const outcomes = agree(LOOKING, [PLAIN, heir, bare, hidden, tagged, ...others, { ...PLAIN, members: others }])
    expect(outcomes.slice(0, 4)).toEqual(['met', 'undetermined', 'met', 'undetermined'])
    Object.defineProperty(Object.prototype, 'a', { value: false, enumerable: true, configurable: true, writable: true })
    try {
      expect(agree(LOOKING, [lacking, PLAIN])).toEqual(['undetermined', 'met'])
    } finally {
      Reflect.deleteProperty(Object.prototype, 'a')
    }
  })

  it('keeps more truths than one word holds', () => {
    const ids = Array.from({ length: 70 }, (_, i) => `f${i}`)
    const fields = [...ids.map((id) => b.field(id, b.BOOL)), b.field('k', KIND), b.field('n', b.YEAR, { nullable: true })]
    const list = b.listOf('parts', 'part', b.SELF, 'whole')
    const wide = (owner: string) => [
      ...ids.map((id) => b.get(id, b.BOOL, b.SELF, owner)),
      b.not(b.cmp(b.get('k', KIND, b.SELF, owner), 'eq', b.choice('kind', 'poor'))),
      b.oneOf(b.get('k', KIND, b.SELF, owner), b.choice('kind', 'low'), b.choice('kind', 'none')),
      b.has(b.get('n', b.YEAR, b.SELF, owner)),
    ]
    const program = b.program({
      ...WORLD,
      entities: [b.entity('whole', ...fields, b.field('parts', b.listType('part'))), b.entity('part', ...fields)],
      standards: [
        b.standard(
          'exit',
          [
            ...wide('whole').map((test, i) => b.must(`w${i}`, test)),
            b.must('all', b.and(...wide('whole'))),
            b.must('parts_all', b.quant('every', list, b.and(...wide('part')))),
            ...wide('part').map((test, i) => b.must(`p${i}`, b.quant('every', list, test))),
          ],
          { entity: 'whole' },
        ),
      ],
    })
    const full = Object.fromEntries([...ids.map((id) => [id, true]), ['k', 'low'], ['n', 2019]])
    const records: object[] = [{ ...full, parts: [full, full] }]
    for (const key of Object.keys(full)) {
      for (const value of [false, null, '是', '无', 'poor', 'none', 7]) {
        records.push({ ...full, parts: [full, { ...full, [key]: value }] }, { ...full, [key]: value, parts: [full] })
      }
    }
    const outcomes = agree(program, records)
    expect(outcomes[0]).toBe('met')
    expect(new Set(outcomes)).toEqual(new Set(['met', 'unmet', 'undetermined', 'rejected']))
  })

  it('keeps times apart', () => {
    const program = withItems([b.must('m', b.cmp(b.get('income', b.MONEY), 'ge', b.param('line')))])
    const prepared = prepare(program, 'exit')
    for (let i = 0; i < 5; i++) {
      expect(prepared.verdict({ income: 3800 }, { asOf: '2019-12-01', year: 2019 })).toBe('met')
      expect(prepared.verdict({ income: 3800 }, { asOf: '2020-12-01', year: 2020 })).toBe('unmet')
      expect(prepared.verdict({ income: 3800 }, { asOf: '2016-12-01', year: 2016 })).toBe('undetermined')
    }
  })
})
