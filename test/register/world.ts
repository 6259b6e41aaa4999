import type { Expr, Program } from '../../dsl/lower/program.ts'
import type { Forbidden, Ranking, Register, Target, Transition } from '../../dsl/lower/program-register.ts'
import * as b from '../engine/build.ts'

/** A small register of households by hand, after the instruments: entry, exit, return, the closed state, removal. */
const STATES = [
  b.term('ordinary', '一般农户'),
  b.term('poor', '贫困户'),
  b.term('exited', '脱贫户'),
  b.term('returned', '返贫户'),
  b.term('closed', '已脱贫不享受政策'),
  b.term('removed', '清退户'),
]
export const STATE = b.enumType('state')
export const cite = (article: string) => ({ source: 'law', article })

const text = (id: string, value: Expr) => b.cmp(b.get(id, STATE), 'eq', value)
export const stateIs = (state: string) => text('status', b.choice('state', state))
export const income = () => b.get('income', b.MONEY)
export const sameYear = (field: string) => b.cmp(b.get(field, b.YEAR), 'eq', b.time('year'))

export function transition(id: string, zh: string, from: string[], to: string, more: Partial<Transition> = {}): Transition {
  return { ...b.term(id, zh), from, to, cites: [cite(`转移·${zh}`)], ...more }
}

export function forbid(id: string, zh: string, from: string[], to: string | undefined, when?: Expr): Forbidden {
  return { ...b.term(id, zh), from, cites: [cite(`禁止·${zh}`)], ...(to === undefined ? {} : { to }), ...(when && { when }) }
}

export function register(more: Partial<Register> = {}): Register {
  return {
    ...b.term('households', '建档立卡登记册'),
    entity: 'household',
    field: 'status',
    enum: 'state',
    cites: [cite('总则')],
    states: STATES.filter(({ id }) => id !== 'ordinary').map(({ id }) => ({
      id,
      cites: [],
      ...(id === 'closed' ? { label: '已脱贫（不再享受政策）' } : {}),
    })),
    transitions: [
      transition('enter', '纳入', [], 'poor', { via: 'entry_steps' }),
      transition('exit', '脱贫', ['poor', 'returned'], 'exited', {
        via: 'exit_steps',
        label: '脱贫',
        when: b.cmp(income(), 'gt', b.num(3700)),
      }),
      transition('return', '返贫', ['exited'], 'returned', { when: b.cmp(income(), 'lt', b.num(3700)) }),
      transition('close', '不再享受', ['poor', 'exited'], 'closed', {
        label: '已脱贫（不再享受政策）',
        when: b.or(b.get('shrunk'), b.cmp(income(), 'ge', b.num(9000))),
      }),
      transition('strike', '清退', ['poor'], 'removed'),
    ],
    forbidden: [
      forbid('new_this_year', '当年识别', ['poor'], 'exited', sameYear('identified')),
      forbid('returned_this_year', '当年返贫', ['returned'], 'exited', sameYear('returned')),
    ],
    changes: [
      { direction: 1, values: ['birth', 'marry_in'], label: '自然增加', removes: false, cites: [] },
      { direction: -1, values: ['death'], label: '自然减少', removes: true, cites: [] },
      { direction: -1, values: ['marry_out'], label: '自然减少', removes: false, cites: [] },
    ],
    ...more,
  }
}

export const HOUSEHOLD = b.entity(
  'household',
  b.field('income', b.MONEY, { low: '0', high: '1000000' }),
  b.field('size', b.INT, { low: '1', high: '20' }),
  b.field('identified', b.YEAR),
  b.field('returned', b.YEAR, { nullable: true }),
  b.field('shrunk', b.BOOL),
  b.field('objected', b.BOOL),
  b.field('status', STATE),
)
export const VILLAGE = b.entity(
  'village',
  b.field('team', b.BOOL),
  b.field('population', b.INT, { low: '1' }),
  b.field('households', b.listType('household', 3000)),
  b.field('village_status', b.enumType('village_state')),
)
export const COUNTY = b.entity('county', b.field('villages', b.listType('village', 600)))

const households = b.listOf('households', 'household', b.SELF, 'village')
const villages = b.listOf('villages', 'village', b.SELF, 'county')
const stillPoor = b.oneOf(b.get('status', STATE), b.choice('state', 'poor'), b.choice('state', 'returned'))

/** The register with its vocabulary, three standards above each other and definitions that compute incidence from states. */
export function world(more: Partial<Program> = {}): Program {
  return b.program({
    entities: [HOUSEHOLD, VILLAGE, COUNTY],
    enums: [
      { ...b.term('state', '登记状态'), values: STATES },
      {
        ...b.term('change', '变动'),
        values: [b.term('birth', '出生'), b.term('marry_in', '嫁入'), b.term('death', '死亡'), b.term('marry_out', '嫁出')],
      },
      { ...b.term('village_state', '村状态'), values: [b.term('poor_village', '贫困村'), b.term('out', '出列村')] },
    ],
    roles: [b.term('committees', '村两委'), b.term('delegates', '村民代表')],
    procedures: ['entry_steps', 'exit_steps'].map((id) => ({
      ...b.term(id, id === 'entry_steps' ? '纳入程序' : '退出程序'),
      entity: 'household',
      cites: [],
      counting: [],
      phases: [],
      steps: [],
    })),
    definitions: [
      b.definition('poor_people', b.sum(households, b.get('size', b.INT), stillPoor, b.INT), b.INT, 'village'),
      b.definition(
        'incidence',
        b.ratio(b.use('poor_people', b.INT), b.get('population', b.INT, b.SELF, 'village'), 'undetermined'),
        b.RATIO,
        'village',
      ),
    ],
    standards: [
      b.standard('household_exit', [
        b.must('income_line', b.cmp(income(), 'gt', b.num(3700))),
        b.item('suspend', 'objection', b.get('objected')),
      ]),
      b.standard(
        'village_exit',
        [
          b.must('incidence_bar', b.cmp(b.use('incidence', b.RATIO), 'lt', b.num('1/50', ''))),
          b.must('all_out', b.cmp(b.count(households, b.not(b.meets('household_exit'))), 'lt', b.num(2, ''))),
        ],
        { entity: 'village' },
      ),
      b.standard('county_exit', [b.must('villages_out', b.quant('every', villages, b.meets('village_exit')))], {
        entity: 'county',
      }),
    ],
    registers: [register()],
    sources: [{ ...b.term('law', '办法'), articles: [] }],
    ...more,
  })
}

export function target(id: string, goal: Expr, more: Partial<Target> = {}): Target {
  return { ...b.term(id), entity: 'household', goal, cites: [cite('目标')], ...more }
}

export function ranking(id: string, more: Partial<Ranking> = {}): Ranking {
  return { ...b.term(id), entity: 'household', roles: ['committees'], order: 'high_first', cites: [cite('排序')], ...more }
}
