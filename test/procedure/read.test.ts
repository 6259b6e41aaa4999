import { describe, expect, it } from 'vitest'
import { CASE_CODES } from '../../dsl/diagnostics/codes/case.ts'
import { readCase } from '../../engine/procedure/open.ts'
import * as p from './build.ts'
import { act, caseOf, line, refused, statusOn } from './call.ts'

const PROGRAM = p.programWith({
  steps: p.chain(p.step('a', [p.follow('on_objection', 'a')]), p.step('c')),
  standard: 'exit',
})
const day = '2019-10-01'
const one = (event: unknown, more = {}) => caseOf([event], more)
const objection = (more = {}) => ({ objection: 'o', on: day, subjects: ['h'], against: 'a', ...more })

function cyclic(): unknown {
  const subjects: unknown[] = []
  subjects.push(subjects)
  return caseOf([], { subjects })
}
const trap = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('no')
    },
  },
)

const REFUSED: readonly [string, string, unknown][] = [
  ['K101', '', null],
  ['K101', '', []],
  ['K101', 'events[0]', caseOf([5])],
  ['K101', 'subjects[0]', cyclic()],
  ['K101', 'events[0].ballots', one(act('a', day, { ballots: 3 }))],
  ['K102', 'yeer', { ...caseOf([]), yeer: 2019 }],
  ['K102', '__proto__', JSON.parse('{"procedure":"exit_steps","year":2019,"subjects":[],"events":[],"__proto__":{}}')],
  ['K102', 'events[0].untill', one(act('a', day, { untill: day }))],
  ['K103', 'events[0].on', one(act('a', day, { 日期: day }))],
  ['K104', 'procedure', caseOf([], { procedure: undefined })],
  ['K104', 'year', caseOf([], { year: null })],
  ['K104', 'subjects', caseOf([], { subjects: '' })],
  ['K104', 'subjects[0].id', caseOf([], { subjects: [{}] })],
  ['K104', 'events', { procedure: 'exit_steps', year: 2019, subjects: [] }],
  ['K104', 'events[0].on', one({ step: 'a' })],
  ['K104', 'events[0].against', one({ objection: 'o', on: day, subjects: ['h'] })],
  ['K104', 'events[0].result', one({ resolves: 'o', on: day })],
  ['K104', 'events[0].ballots.h.no', one(act('a', day, { ballots: { h: { yes: 1 } } }))],
  ['K104', 'events[0].consents[0].given', one(act('a', day, { consents: [{ role: 'head' }] }))],
  ['K105', 'events[0].step', one(act(7 as never, day))],
  ['K105', 'subjects[0].id', caseOf([], { subjects: [{ id: 7 }] })],
  ['K105', 'subjects[0].id', caseOf([], { subjects: [{ id: 'x'.repeat(1001) }] })],
  ['K106', 'events', caseOf({} as never)],
  ['K106', 'events[0].by', one(act('a', day, { by: 5 }))],
  ['K107', 'year', caseOf([], { year: 19.5 })],
  ['K107', 'year', caseOf([], { year: '2019' })],
  ['K107', 'events[0].persons', one(act('a', day, { persons: -1 }))],
  ['K107', 'events[0].ballots.h.yes', one(act('a', day, { ballots: { h: { yes: -1, no: 0 } } }))],
  ['K108', 'events[0].on', one(act('a', '2019/10/1'))],
  ['K108', 'opened', caseOf([], { opened: 20191001 })],
  ['K109', 'events[0].on', one(act('a', '2019-02-30'))],
  ['K110', 'procedure', caseOf([], { procedure: 'exit_step' })],
  ['K111', 'events[0].step', one(act('b', day))],
  ['K112', 'events[0].by[1]', one(act('a', day, { by: ['team', 'teem'] }))],
  ['K113', 'events[0].papers', one(act('a', day, { papers: 'plans' }))],
  ['K113', 'events[0].paper', one({ paper: 'plans', on: day })],
  ['K114', 'events[0].places[0]', one(act('a', day, { places: ['bord'] }))],
  ['K115', 'events[0].subjects[0]', one(act('a', day, { subjects: ['k'] }))],
  ['K115', 'events[0].ballots.k', one(act('a', day, { ballots: { k: { yes: 1, no: 0 } } }))],
  ['K116', 'events[0].until', one(act('a', day, { until: '2019-09-30' }))],
  ['K116', 'events[0].replies[0].on', one(act('a', day, { replies: [{ role: 'police', on: '2019-09-30' }] }))],
  ['K117', 'events[0].on', one(act('a', day), { opened: '2019-10-02' })],
  ['K118', 'events[0].on', one(act('a', day, { subjects: ['h'] }), { subjects: [{ id: 'h', joined: '2019-10-02' }] })],
  ['K119', 'events[0].ballots.h', one(act('a', day, { present: 3, ballots: { h: { yes: 2, no: 1, abstain: 1 } } }))],
  ['K120', 'events[1].result', caseOf([objection(), { resolves: 'o', on: day, result: 'won' }])],
  ['K120', 'events[0].consents[0].given', one(act('a', day, { consents: [{ role: 'head', given: 'maybe' }] }))],
  ['K120', 'events[0].registered.act', one(act('a', day, { registered: { act: 'tag' } }))],
  ['K121', 'events', caseOf(new Array(20_001).fill(act('a', day)))],
  ['K121', 'subjects', caseOf([], { subjects: new Array(5001).fill('h') })],
  ['K122', 'events[0]', one({ on: day })],
  ['K122', 'events[0]', one({ on: day, drops: ['h'], relists: ['h'] })],
  ['K123', 'events[0].subjects', one(act('a', day, { subjects: [] }))],
  ['K124', 'events[0].persons', one({ drops: ['h'], on: day, persons: 3 })],
  ['K125', 'subjects[1].id', caseOf([], { subjects: ['h', 'h'] })],
  ['K126', 'events[1].objection', caseOf([objection(), objection({ against: 'c' })])],
  ['K127', 'events[0].resolves', one({ resolves: 'o', on: day, result: 'upheld' })],
  ['K127', 'events[0].resolves', caseOf([{ resolves: 'o', on: day, result: 'upheld' }, objection()])],
  ['K128', 'list', caseOf([], { list: { has_team: true } })],
  ['K129', '', trap],
  ['F601', 'subjects[0].facts.incom', caseOf([], { subjects: [{ id: 'h', facts: { incom: 1 } }] })],
  ['F609', 'subjects[0].facts.income', caseOf([], { subjects: [{ id: 'h', facts: { income: -1 } }] })],
  ['F603', 'subjects[0].facts', caseOf([], { subjects: [{ id: 'h', facts: 'rich' }] })],
]

describe('a case file is refused', () => {
  it.each(REFUSED)('%s at %s', (code, path, input) => {
    expect(refused(PROGRAM, input)).toEqual([`${code} ${path}`])
    expect(readCase(PROGRAM, input)).toMatchObject({ problems: [{ code, path }] })
  })

  it('with every code of the catalogue', () => {
    expect([...new Set(REFUSED.map(([code]) => code))].filter((code) => code.startsWith('K'))).toEqual(Object.keys(CASE_CODES))
  })

  it('naming what is near', () => {
    const near = (input: unknown) => {
      const found = readCase(PROGRAM, input)
      return 'problems' in found ? found.problems[0]!.args : {}
    }
    expect(near(one(act('a', day, { by: ['teem'] })))).toEqual({ value: '"teem"', nearest: ['team'] })
    expect(near({ ...caseOf([]), yeer: 1 })).toMatchObject({ nearest: ['year'] })
    expect(near(caseOf([], { subjects: [{ id: 'h', facts: { income: -1 } }] }))).toMatchObject({ subject: 'h' })
  })

  it('at most a hundred times over', () => {
    expect(refused(PROGRAM, caseOf(new Array(5000).fill({})))).toHaveLength(100)
  })
})

describe('a case file is read', () => {
  const chinese = {
    程序: '字exit_steps',
    年度: 2019,
    立案: '2019-09-01',
    对象: ['h', { 编号: 'k', 列入: '2019-10-01', 事实: { 字income: 4000 } }],
    记录: [
      { 文书: '字plan', 日期: '2019-09-02', 列名: ['h', 'k'] },
      {
        步骤: '字a',
        日期: '2019-10-01',
        至: '2019-10-02',
        对象: ['h', 'k'],
        主体: '字committees',
        参加: ['字reps'],
        人数: 3,
        材料: ['list'],
        场所: '字board',
        未通过: ['k'],
        到会: 20,
        应到: 30,
        票数: { h: { 赞成: 15, 反对: 3, 弃权: 2 } },
        同意: [{ 角色: '字head', 答复: '是', 对象: ['h'] }],
        签字: ['字head', { 角色: '字helper', 代签: '某人' }],
        答复: [{ 角色: '字police', 日期: '2019-10-03' }],
        送达: '字head',
        归档: ['字team'],
        备案: ['字province'],
        抽中: ['h'],
        登记: { 动作: '标注', 标签: '脱贫', 场所: 'system' },
      },
      { 异议: '甲', 日期: '2019-10-04', 对象: 'h', 针对: 'a' },
      { 处理: '甲', 日期: '2019-10-05', 结果: '成立', 主体: ['字team'] },
      { 退回: 'a', 日期: '2019-10-06', 对象: ['h'] },
      { 移出: ['k'], 日期: '2019-10-07' },
      { 重新列入: ['k'], 日期: '2019-10-08' },
    ],
  }

  it('in Chinese, to ids and one spelling, which reads the same again', () => {
    const found = readCase(PROGRAM, chinese)
    if ('problems' in found) throw new Error(JSON.stringify(found.problems))
    expect(found.case).toEqual({
      procedure: 'exit_steps',
      year: 2019,
      opened: '2019-09-01',
      subjects: [{ id: 'h' }, { id: 'k', joined: '2019-10-01', facts: { 字income: 4000 } }],
      events: [
        { kind: 'paper', on: '2019-09-02', paper: 'plan', names: ['h', 'k'] },
        {
          kind: 'act',
          step: 'a',
          on: '2019-10-01',
          until: '2019-10-02',
          subjects: ['h', 'k'],
          by: ['committees'],
          attended: ['reps'],
          persons: 3,
          papers: ['list'],
          places: ['board'],
          failed: ['k'],
          present: 20,
          eligible: 30,
          ballots: { h: { yes: 15, no: 3, abstain: 2 } },
          consents: [{ role: 'head', given: true, subjects: ['h'] }],
          signatures: [{ role: 'head' }, { role: 'helper', proxy: '某人' }],
          replies: [{ role: 'police', on: '2019-10-03' }],
          notified: ['head'],
          archived: ['team'],
          filed: ['province'],
          sampled: ['h'],
          registered: { act: 'label', label: '脱贫', place: 'system' },
        },
        { kind: 'objection', on: '2019-10-04', objection: '甲', subjects: ['h'], against: 'a' },
        { kind: 'resolution', on: '2019-10-05', objection: '甲', result: 'upheld', by: ['team'] },
        { kind: 'return', on: '2019-10-06', subjects: ['h'], to: 'a' },
        { kind: 'drop', on: '2019-10-07', subjects: ['k'] },
        { kind: 'relist', on: '2019-10-08', subjects: ['k'] },
      ],
    })
    expect(readCase(PROGRAM, found.case)).toEqual(found)
    expect(line(statusOn(PROGRAM, found.case, '2019-12-01'))).toBe(line(statusOn(PROGRAM, chinese as never, '2019-12-01')))
  })
})
