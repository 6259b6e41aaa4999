import type { Expr, Item, Program, Standard } from '../../dsl/lower/program.ts'
import { NOWHERE } from '../../dsl/source/span.ts'
import { type DecisionRecord, decide, type Times } from '../../engine/index.ts'
import * as b from './build.ts'

/** One vocabulary for the tests: households with members and a village, villages with households. */
export const ENTITIES = [
  b.entity(
    'household',
    b.field('a', b.BOOL),
    b.field('b', b.BOOL),
    b.field('c', b.BOOL),
    b.field('income', b.MONEY, { low: '0', high: '1000000' }),
    b.field('debt', b.MONEY),
    b.field('size', b.INT, { low: '0', high: '30' }),
    b.field('rate', b.RATIO, { low: '0', high: '1' }),
    b.field('factor', b.NUM),
    b.field('bonus', b.MONEY, { nullable: true }),
    b.field('returned', b.YEAR, { nullable: true }),
    b.field('known_since', b.DATE),
    b.field('left_on', b.DATE, { nullable: true }),
    b.field('kind', b.enumType('kind')),
    b.field('remark', b.TEXT),
    b.field('yearly', b.MONEY, { yearly: true }),
    b.field('stable', b.BOOL, { judgement: { roles: ['council'] } }),
    b.field('grade', b.enumType('kind'), { judgement: { roles: ['council', 'county'] } }),
    b.field('surveyed', b.BOOL, { channel: 'survey' }),
    b.field('members', b.listType('person', 20)),
    b.field('goods', b.listType('person')),
    b.field('village', b.entityType('village')),
  ),
  b.entity(
    'person',
    b.field('ill', b.BOOL),
    b.field('helped', b.BOOL),
    b.field('birth', b.DATE),
    b.field('wage', b.MONEY, { low: '0' }),
    b.field('pension', b.MONEY, { nullable: true }),
    b.field('role', b.enumType('kind')),
    b.field('children', b.listType('person', 5)),
  ),
  b.entity(
    'village',
    b.field('team', b.BOOL),
    b.field('population', b.INT, { low: '0' }),
    b.field('households', b.listType('household')),
  ),
]

const KIND = { ...b.term('kind'), values: [b.term('poor', '贫困'), b.term('low', '低保'), b.term('none', '一般')] }

export const WORLD: Partial<Program> = {
  entities: ENTITIES,
  enums: [KIND],
  roles: [b.term('council', '村委会'), b.term('county', '县级')],
  channels: [b.term('survey', '入户调查')],
  readings: [{ ...b.term('two'), cites: [], choices: [b.term('incl', '含'), b.term('excl', '不含')], chosen: 'incl' }],
  externals: [{ ...b.term('annex'), type: b.BOOL, cites: [] }],
  parameters: [
    {
      ...b.term('line'),
      type: b.MONEY,
      timed: 'year',
      cites: [b.CITE],
      entries: [
        { from: '2018', to: '2019', value: { kind: 'number', value: '3700', unit: '元' }, span: NOWHERE },
        { from: '2018', to: '2019', area: '410000', value: { kind: 'number', value: '3800', unit: '元' }, span: NOWHERE },
        { from: '2018', to: '2019', area: '410100', value: { kind: 'number', value: '3900', unit: '元' }, span: NOWHERE },
        { from: '2020', value: { kind: 'number', value: '4000', unit: '元' }, span: NOWHERE },
      ],
    },
    {
      ...b.term('by_kind'),
      type: b.MONEY,
      timed: 'as_of',
      keyed: 'kind',
      cites: [],
      entries: [
        { from: '2019-01-01', category: 'poor', value: { kind: 'number', value: '100', unit: '元' }, span: NOWHERE },
        { from: '2019-01-01', category: 'low', value: { kind: 'number', value: '200', unit: '元' }, span: NOWHERE },
      ],
    },
  ],
}

/** The world with one standard of the given items. */
export function withItems(items: Item[], more: Partial<Program> = {}, standard: Partial<Standard> = {}): Program {
  return b.program({ ...WORLD, ...more, standards: [b.standard('exit', items, standard), ...(more.standards ?? [])] })
}

/** The record of a decision that must not be a refusal. */
export function record(
  program: Program,
  facts: object,
  times: Times = b.TIMES,
  readings?: Record<string, string>,
): DecisionRecord {
  const decision = decide(program, 'exit', { ...facts }, times, readings ? { readings } : {})
  if (decision.kind === 'rejected') throw new Error(JSON.stringify(decision.problems))
  return decision.record
}

/** The truth of one condition. */
export function truth(expr: Expr, facts: object = {}, more: Partial<Program> = {}, times: Times = b.TIMES): string {
  return record(withItems([b.must('x', expr)], more), facts, times).items[0]!.value
}
