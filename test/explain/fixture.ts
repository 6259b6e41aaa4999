import type {
  Cite,
  Entity,
  Expr,
  Field,
  Item,
  ListRef,
  Place,
  Program,
  Standard,
  Term,
  ValueType,
} from '../../dsl/lower/program.ts'
import { LANGUAGE_EDITION, PROGRAM_SCHEMA } from '../../dsl/lower/program.ts'

/** A small exit policy by hand, with one of everything an explanation has to speak about. */
const span = { file: '', start: 0, end: 0 }
export const AT = { asOf: '2019-12-01', year: 2019 } as const

let next = 0
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'span'> : never
const node = (rest: Bare<Expr>): Expr => ({ id: ++next, span, ...rest }) as Expr
const term = (zh: string, id: string): Term => ({ id, zh, en: id, span })
const cite = (article: string): Cite[] => [{ source: 'measure', article }]

const BOOLEAN: ValueType = { kind: 'boolean' }
const PER_HEAD: ValueType = { kind: 'number', unit: '元/人·年', decimals: 2 }
const HOUSEHOLD_INCOME: ValueType = { kind: 'number', unit: '元/年', decimals: 2 }
const PERSONS: ValueType = { kind: 'number', unit: '人', decimals: 0 }
const RATIO: ValueType = { kind: 'number', unit: '', ratio: true }
const YEAR: ValueType = { kind: 'year' }
const CAUSE: ValueType = { kind: 'enum', enum: 'cause' }

const field = (zh: string, id: string, type: ValueType, more: Partial<Field> = {}): Field => ({
  ...term(zh, id),
  type,
  nullable: false,
  yearly: false,
  ...more,
})
const entity = (zh: string, id: string, fields: readonly Field[]): Entity => ({ ...term(zh, id), fields })

const SELF: Place = { kind: 'element', depth: 0 }
const read = (of: string, id: string, type: ValueType, place: Place = SELF): Expr =>
  node({ kind: 'field', place, entity: of, field: id, type })
const flag = (of: string, id: string, place: Place = SELF): Expr => read(of, id, BOOLEAN, place)
const num = (value: string, unit = ''): Expr => node({ kind: 'literal', literal: { kind: 'number', value, unit } })
const parameter = (id: string, type: ValueType): Expr => node({ kind: 'parameter', parameter: id, type })
const definition = (id: string, type: ValueType): Expr => node({ kind: 'definition', definition: id, place: SELF, type })
const and = (...items: Expr[]): Expr => node({ kind: 'and', items })
const not = (operand: Expr): Expr => node({ kind: 'not', operand })
const compare = (op: 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne', word: string, left: Expr, right: Expr): Expr =>
  node({ kind: 'compare', op, word, left, right })
const list = (of: string, id: string, elements: string): ListRef => ({ place: SELF, entity: of, field: id, of: elements })

const item = (
  zh: string,
  id: string,
  kind: Item['kind'],
  body: Expr | NonNullable<Item['group']>,
  article: string,
  more: Partial<Item> = {},
): Item => ({
  ...term(zh, id),
  kind,
  inPrinciple: false,
  cites: cite(article),
  ...('parts' in body ? { group: body } : { condition: body }),
  deemed: [],
  except: [],
  reviewers: [],
  under: [],
  ...more,
})

const HOUSEHOLD = entity('户', 'household', [
  field('增收渠道稳定可靠', 'source_stable', BOOLEAN, { judgement: { roles: ['work_team', 'village_committees'] } }),
  field('家庭纯收入', 'net_income', HOUSEHOLD_INCOME, { low: '0', high: '10000000' }),
  field('家庭人口', 'persons', PERSONS, { low: '1', high: '30' }),
  field('不愁吃', 'food', BOOLEAN),
  field('不愁穿', 'clothing', BOOLEAN),
  field('住房安全', 'safe_housing', BOOLEAN, { channel: 'survey' }),
  field('返贫年度', 'returned_year', YEAR, { nullable: true }),
  field('刚性支出', 'fixed_costs', HOUSEHOLD_INCOME),
  field('未脱贫', 'poor', BOOLEAN),
  field('成员', 'members', { kind: 'list', entity: 'member', atMost: 30 }),
  field('异议', 'objections', { kind: 'list', entity: 'objection', atMost: 50 }),
  field('所在村', 'village', { kind: 'entity', entity: 'village' }),
])
const MEMBER = entity('成员', 'member', [
  field('姓名', 'name', { kind: 'text' }),
  field('辍学', 'dropout', BOOLEAN),
  field('辍学原因', 'dropout_cause', CAUSE),
  field('患大病', 'ill', BOOLEAN),
  field('大病获救助', 'aided', BOOLEAN),
])
const OBJECTION = entity('异议', 'objection', [field('已撤回', 'withdrawn', BOOLEAN)])
const VILLAGE = entity('村', 'village', [
  field('有驻村工作队', 'has_team', BOOLEAN),
  field('农户', 'households', { kind: 'list', entity: 'household', atMost: 1000 }),
])

const HOUSEHOLD_EXIT: Standard = {
  ...term('贫困户退出', 'household_exit'),
  entity: 'household',
  guard: flag('household', 'poor'),
  cites: cite('四（1）'),
  items: [
    item('收入来源', 'income_source', 'must', flag('household', 'source_stable'), '四（1）'),
    item(
      '收入达标',
      'income_line',
      'must',
      compare('gt', 'exceeds', definition('net_income_pc', PER_HEAD), parameter('national_line', PER_HEAD)),
      '四（1）',
    ),
    item(
      '吃穿不愁',
      'food_clothing',
      'must',
      {
        mode: 'all',
        parts: [
          item('吃', 'eat', 'part', flag('household', 'food'), '四（1）'),
          item('穿', 'wear', 'part', flag('household', 'clothing'), '四（1）'),
        ],
      },
      '四（1）',
    ),
    item('住房', 'housing', 'must', flag('household', 'safe_housing'), '四（2）', { inPrinciple: true }),
    item(
      '无因贫辍学',
      'no_dropout',
      'must',
      node({
        kind: 'quantifier',
        quantifier: 'none',
        list: list('household', 'members', 'member'),
        body: and(
          flag('member', 'dropout'),
          compare(
            'eq',
            'be',
            read('member', 'dropout_cause', CAUSE),
            node({ kind: 'literal', literal: { kind: 'enum', enum: 'cause', value: 'poverty' } }),
          ),
        ),
      }),
      '四（1）',
    ),
    item(
      '大病救助',
      'illness_aid',
      'must',
      node({
        kind: 'quantifier',
        quantifier: 'every',
        list: list('household', 'members', 'member'),
        filter: flag('member', 'ill'),
        body: flag('member', 'aided'),
      }),
      '四（1）',
    ),
    item(
      '当年返贫',
      'returned_this_year',
      'bar',
      compare('eq', 'equals', read('household', 'returned_year', YEAR), node({ kind: 'time', time: 'year' })),
      '三（2）',
    ),
    item(
      '有异议',
      'objected',
      'suspend',
      node({
        kind: 'quantifier',
        quantifier: 'some',
        list: list('household', 'objections', 'objection'),
        body: not(flag('objection', 'withdrawn')),
      }),
      '三（1）',
      { reviewers: ['county_office'] },
    ),
    item(
      '刚性支出',
      'fixed',
      'weigh',
      node({ kind: 'status', status: 'known', operand: read('household', 'fixed_costs', HOUSEHOLD_INCOME) }),
      '三（3）',
    ),
  ],
}

const VILLAGE_EXIT: Standard = {
  ...term('贫困村退出', 'village_exit'),
  entity: 'village',
  cites: cite('四（2）'),
  items: [
    item('贫困发生率', 'incidence', 'must', compare('le', 'or_less', definition('incidence', RATIO), num('1/50')), '四（2）', {
      inPrinciple: true,
    }),
    item('驻村帮扶', 'team', 'must', flag('village', 'has_team'), '四（2）'),
  ],
}

export const PROGRAM: Program = {
  schema: PROGRAM_SCHEMA,
  edition: LANGUAGE_EDITION,
  policy: {
    ...term('退出办法', 'measure_2016'),
    jurisdiction: '410000',
    level: 'province',
    supersedes: [],
    inForce: { from: '2016-01-01' },
    cites: [],
  },
  entities: [HOUSEHOLD, MEMBER, OBJECTION, VILLAGE],
  enums: [{ ...term('原因', 'cause'), values: [term('因贫', 'poverty'), term('因病', 'illness')] }],
  roles: [
    term('驻村工作队', 'work_team'),
    term('村两委', 'village_committees'),
    term('村民小组', 'villager_group'),
    term('县扶贫办', 'county_office'),
  ],
  channels: [term('入户调查', 'survey'), term('自报', 'self_reported')],
  relations: [],
  parameters: [
    {
      ...term('国家扶贫标准', 'national_line'),
      type: PER_HEAD,
      timed: 'year',
      cites: [],
      entries: [
        {
          from: '2019',
          to: '2019',
          area: '410000',
          value: { kind: 'number', value: '3700', unit: '元/人·年' },
          origin: '县级方案三.1',
          span,
        },
      ],
    },
  ],
  readings: [],
  externals: [],
  definitions: [
    {
      ...term('年人均纯收入', 'net_income_pc'),
      entity: 'household',
      type: PER_HEAD,
      cites: [],
      form: 'definition',
      value: node({
        kind: 'round',
        mode: 'half_up',
        to: '1/100',
        value: node({
          kind: 'arithmetic',
          op: '/',
          left: read('household', 'net_income', HOUSEHOLD_INCOME),
          right: read('household', 'persons', PERSONS),
        }),
      }),
    },
    {
      ...term('贫困发生率', 'incidence'),
      entity: 'village',
      type: RATIO,
      cites: [],
      form: 'definition',
      value: node({
        kind: 'share',
        list: list('village', 'households', 'household'),
        body: flag('household', 'poor'),
        empty: 'undetermined',
      }),
    },
  ],
  standards: [HOUSEHOLD_EXIT, VILLAGE_EXIT],
  papers: [],
  places: [],
  calendars: [],
  procedures: [],
  effects: [],
  registers: [],
  targets: [],
  rankings: [],
  sources: [{ ...term('退出办法', 'measure'), title: '贫困退出办法', articles: [] }],
  units: [],
  digest: 'fixture',
}

/** A household that passes every item; tests change one thing at a time. */
export const GOOD = {
  id: 'H-7',
  poor: true,
  增收渠道稳定可靠: { value: true, role: '驻村工作队', on: '2019-11-01', by: '王五', basis: '入户' },
  net_income: '18507.5',
  persons: 5,
  food: true,
  clothing: true,
  住房安全: { value: true, source: '入户调查' },
  returned_year: '无',
  fixed_costs: 2000,
  members: [
    { 姓名: '张三', dropout: false, ill: false },
    { 姓名: '李四', dropout: false, ill: true, aided: true },
    { dropout: false, ill: false },
  ],
  objections: [],
} as const
