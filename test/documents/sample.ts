import type { Program } from '../../dsl/lower/program.ts'
import type { Paper } from '../../dsl/lower/program-procedure.ts'
import type { Register } from '../../dsl/lower/program-register.ts'
import {
  BOOL,
  CITE,
  choice,
  cmp,
  definition,
  entity,
  enumType,
  field,
  get,
  group,
  listOf,
  listType,
  MONEY,
  must,
  not,
  num,
  param,
  part,
  program,
  quant,
  reading,
  standard,
  table,
  term,
} from '../engine/build.ts'

import { exitProcedure } from './sample-procedure.ts'

const paper = (id: string, zh: string, more: Partial<Paper> = {}): Paper => ({
  ...term(id, zh),
  given: false,
  notSupplied: false,
  cites: [],
  ...more,
})

export function states(): Register {
  const value = (id: string) => ({ id, cites: [] })
  const way = (id: string, zh: string, from: readonly string[], to: string, more: object = {}) => ({
    ...term(id, zh),
    from,
    to,
    cites: [CITE],
    ...more,
  })
  return {
    ...term('status', '建档立卡登记'),
    entity: 'household',
    field: 'register_status',
    enum: 'status',
    cites: [CITE],
    states: [value('poor'), { ...value('exited'), label: '脱贫' }, value('closed'), value('back'), value('removed')],
    transitions: [
      way('enter', '新纳入', [], 'poor'),
      way('exit', '退出', ['poor', 'back'], 'exited', { via: 'household_exit_steps', label: '脱贫' }),
      way('return', '返贫', ['exited'], 'back', { when: get('low_income') }),
      way('close', '不再享受政策', ['exited', 'poor'], 'closed'),
      way('remove', '清退', ['poor'], 'removed'),
    ],
    forbidden: [{ ...term('never', '清退后不得退出'), from: ['removed'], to: 'exited', cites: [CITE] }],
    changes: [
      { direction: 1, values: ['birth', 'marriage'], removes: false, cites: [] },
      { direction: -1, values: ['death'], removes: true, cites: [] },
    ],
  }
}

const roles = {
  village_committees: '村两委',
  villager_reps: '村民代表',
  work_team: '驻村工作队',
  first_secretary: '第一书记',
  helper: '帮扶责任人',
  household_head: '户主',
  party_secretary: '村党支部书记',
  village_director: '村委会主任',
  township: '乡镇人民政府',
  county_office: '县扶贫办',
  county_departments: '县相关部门',
  county_group: '县领导小组',
  third_party: '第三方评估机构',
  province_group: '省领导小组',
}

/** A whole instrument, made by hand. */
export function sampleProgram(more: Partial<Program> = {}): Program {
  return program({
    policy: {
      ...term('sample_county', '某县退出方案'),
      title: '某县贫困退出实施方案',
      level: 'county',
      jurisdiction: '410000',
      version: '1',
      supersedes: [],
      inForce: { from: '2019-01-01', to: '2019-12-31' },
      cites: [],
      note: '为测试而编',
    },
    entities: [
      entity(
        'household',
        { ...field('income', MONEY), zh: '年人均纯收入' },
        { ...field('low_income', BOOL), zh: '低保户' },
        { ...field('doubtful', BOOL), zh: '有疑点' },
        { ...field('register_status', enumType('status')), zh: '登记状态' },
        { ...field('members', listType('person')), zh: '成员' },
        { ...field('village', { kind: 'entity', entity: 'village' }), zh: '所在村' },
      ),
      entity('village', { ...field('has_team', BOOL), zh: '有驻村工作队' }),
      entity('person', { ...field('dropout', BOOL), zh: '辍学' }),
    ].map((one) => ({ ...one, zh: { household: '户', village: '村', person: '成员' }[one.id] ?? one.zh })),
    enums: [
      {
        ...term('status', '登记状态'),
        values: [
          term('poor', '贫困户'),
          term('exited', '已脱贫'),
          term('closed', '不再享受'),
          term('back', '返贫户'),
          term('removed', '已清退'),
        ],
      },
      { ...term('change', '变动'), values: [term('birth', '出生'), term('marriage', '婚入'), term('death', '死亡')] },
    ],
    roles: Object.entries(roles).map(([id, zh]) => term(id, zh)),
    places: [term('village_board', '村公示栏'), term('township_board', '乡镇公示栏'), term('register_system', '扶贫信息系统')],
    papers: [
      paper('plan', '年度退出计划', { given: true }),
      paper('first_list', '初步名单', { notSupplied: true, title: '附件3' }),
    ],
    parameters: [
      {
        ...term('line', '国家扶贫标准'),
        type: MONEY,
        timed: 'year',
        cites: [CITE],
        entries: [
          {
            from: '2019',
            to: '2019',
            value: { kind: 'number', value: '3700', unit: '元' },
            origin: '方案',
            span: term('x').span,
          },
        ],
      },
    ],
    readings: [
      {
        ...term('first_day', '公示首日'),
        cites: [CITE],
        choices: [term('in', '首日计入'), term('out', '首日不计')],
        chosen: 'in',
      },
    ],
    externals: [{ ...term('water', '饮水标准'), type: BOOL, cites: [CITE], title: '农村饮用水评价' }],
    definitions: [
      definition(
        'grade',
        table(
          'first',
          [[[cmp(get('income', MONEY), 'gt', param('line'))], choice('status', 'exited')]],
          choice('status', 'poor'),
          enumType('status'),
        ),
        enumType('status'),
      ),
    ],
    standards: [
      standard(
        'household_exit',
        [
          must('income', cmp(get('income', MONEY), 'gt', param('line')), { zh: '收入达标' }),
          must('no_dropout', quant('none', listOf('members', 'person'), get('dropout', BOOL, undefined, 'person')), {
            inPrinciple: true,
          }),
          must('two_ways', reading('first_day', { in: get('low_income'), out: not(get('low_income')) })),
          group('must', 'any_of', 'at_least', [part('one', get('low_income')), part('two', get('doubtful'))], 1),
        ],
        { zh: '贫困户退出' },
      ),
    ],
    procedures: [exitProcedure()],
    registers: [states()],
    effects: [
      {
        ...term('after', '退出之后'),
        entity: 'household',
        cites: [CITE],
        lines: [
          {
            ...term('keep', '政策不变'),
            force: 'shall',
            roles: ['county_group'],
            text: '攻坚期内原有扶持政策不变',
            from: { kind: 'position', year: 1, month: 1, day: 1 },
            cites: [CITE],
          },
        ],
      },
    ],
    targets: [{ ...term('people', '脱贫人数'), entity: 'household', goal: num('3300', '人'), cites: [CITE] }],
    rankings: [
      { ...term('order', '先后'), entity: 'household', roles: ['village_committees'], order: 'high_first', cites: [CITE] },
    ],
    sources: [
      {
        ...term('law', '县方案'),
        articles: [{ article: '一', summary: '标准与程序' }, { article: '二', noRule: '组织要求' }, { article: '三' }],
      },
    ],
    ...more,
  })
}
