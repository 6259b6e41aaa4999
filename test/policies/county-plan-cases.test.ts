import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileAt } from '../../engine/cli/workspace.ts'
import { type CaseInput, type Decided, decide, type Facts, type HistoryInput, historyOf, targets } from '../../engine/index.ts'
import { call } from '../cli/call.ts'

/** The Shanxi county plan (A) and the Zhang county guidance (C): timetables, targets, registers, effects and examples, beside the suites of their procedures. */
const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const { programs, diagnostics } = compileAt(
  quiet,
  ['shanxi-county', 'zhang-county'].map((name) => join('policies', name)),
)
function programOf(id: string) {
  const program = programs.get(id)
  if (!program) throw new Error(`${id} does not compile`)
  return program
}
const A = programOf('shanxi_county')
const C = programOf('zhang_county')

const SHANXI = 'examples/08-shanxi-case/village.case.yaml'
const ZHANG = 'examples/09-zhang-case/two-villages.case.yaml'
/** A case file without what stands beside the case: its name, its day, its mark. */
function bare({ 名称: _name, 查看日: _on, 模拟数据: _invented, ...rest }: Readonly<Record<string, unknown>>): CaseInput {
  return rest as unknown as CaseInput
}
const shanxiCase = bare(parse(readFileSync(SHANXI, 'utf8')))
const zhangCase = bare(
  (parse(readFileSync(ZHANG, 'utf8')) as { readonly 案卷: readonly Readonly<Record<string, unknown>>[] }).案卷[0]!,
)
function factsOf(input: CaseInput, id: string): Facts {
  const { 对象: subjects } = input as unknown as { readonly 对象: readonly { readonly 编号: string; readonly 事实: Facts }[] }
  const subject = subjects.find((one) => one.编号 === id)
  if (!subject) throw new Error(`no ${id}`)
  return subject.事实
}

describe('timetables', () => {
  it('check finds no day that cannot be kept, and no step without anyone to do it', () => {
    expect(diagnostics.filter((d) => d.code.startsWith('W')).map((d) => [d.code, d.args])).toEqual([])
  })
  it('AMB-28: C fits with nothing to spare, through the holiday', async () => {
    const { out } = await call('plan', 'policies/zhang-county', '--year', '2018')
    expect(out).toContain('每一步都守得住')
    for (const [step, days] of [
      ['民主评议', '2018-10-01'],
      ['入户核实', '2018-10-02'],
      ['双方认可', '2018-10-03'],
      ['村内公示', '2018-10-04 → 10-08'],
    ])
      expect(out).toMatch(new RegExp(`${step}\\s+${days} .* 0 天`))
  })
  it.each([
    ['AMB-07: in working days', '天数读法=按工作日', '从 2018-10-04 贴出，要贴到 2018-10-12，时段却到 2018-10-08 为止'],
    ['AMB-08: without the first day', '首日读法=首日不计', '从 2018-10-04 贴出，要贴到 2018-10-09，时段却到 2018-10-08 为止'],
    ['AMB-29: for seven days', '公示天数从省=七天', '从 2018-10-13 贴出，要贴到 2018-10-19，时段却到 2018-10-17 为止'],
    ['AMB-28: consent from the day of posting', '认可时段=与公示同期', '双方认可 2018-10-04、村内公示 2018-10-05→2018-10-09'],
  ])('%s, C cannot be kept', async (_name, reading, arithmetic) => {
    const { out } = await call('plan', 'policies/zhang-county', '--year', '2018', '--reading', reading)
    expect(out).toContain(arithmetic)
  })
  it('A’s last day is its only one: whoever is proposed by 21 December can still be labelled', async () => {
    const { out } = await call('plan', 'policies/shanxi-county', '--year', '2018')
    expect(out).toContain('每一步都守得住')
    expect(out).toMatch(/公告标注 .*12-31 期限 +12-31 /)
    expect(out).toMatch(/民主评议 .*12-21 /)
  })
})

describe('targets of C (list level, never part of a decision)', () => {
  const times = { asOf: '2018-10-31', year: 2018 }
  const facts = factsOf(zhangCase, '甲户')
  const decided = (count: number): Decided[] => {
    const decision = decide(C, 'household_exit', facts, times)
    return Array.from({ length: count }, () => ({ standard: 'household_exit', facts, decision }))
  }
  it('counts persons of households that exit against 11,242, to the person; A has none', () => {
    const state = (count: number) => targets(C, decided(count), times).find((one) => one.target === 'exit_target')
    expect(state(11241)).toMatchObject({ counted: { low: '11241', high: '11241' }, goal: { low: '11242' }, state: 'missed' })
    expect(state(11242)).toMatchObject({ state: 'reached' })
    expect(A.targets).toEqual([])
  })
  it('keeps the 60 villages, whose standard was cut off with the text', () => {
    expect(targets(C, [], times).find((one) => one.target === 'village_target')).toMatchObject({ goal: { low: '60' } })
    expect(C.standards.map(({ id }) => id)).toEqual(['household_exit'])
  })
})

describe('registers', () => {
  const judged = (program: typeof A, input: HistoryInput) => {
    const answer = historyOf(program, 'household_register', input)
    if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.problems))
    return {
      now: answer.now.state,
      codes: answer.days.flatMap((day) => day.changes.flatMap((one) => one.findings.map((f) => f.code))),
    }
  }
  const start = { on: '2018-01-01', state: '贫困户' }
  const proposed = { on: '2018-10-01', transition: '列入名单' }
  const exit = { transition: '退出', label: '脱贫', year: 2018 }
  const shanxi = { ...exit, on: '2018-11-20', facts: factsOf(shanxiCase, '甲户'), case: shanxiCase }
  const zhang = { ...exit, on: '2018-11-05', facts: factsOf(zhangCase, '甲户'), case: zhangCase }

  it.each([
    ['A', A, shanxi],
    ['C', C, zhang],
  ])('%s: exits by a conformant case, under the label 脱贫, and not otherwise', (_name, program, change) => {
    const changed = (more: object) =>
      judged(program, { subject: '甲户', start, changes: [proposed, { ...change, ...more }] } as HistoryInput)
    expect(changed({})).toEqual({ now: 'exited', codes: [] })
    expect(changed({ label: '已脱贫' })).toEqual({ now: 'candidate', codes: ['label'] })
    expect(changed({ case: 'breached' })).toEqual({ now: 'candidate', codes: ['procedure'] })
    expect(changed({ case: 'in-progress' })).toEqual({ now: 'candidate', codes: ['procedure'] })
    expect(changed({ facts: { ...change.facts, 不愁吃: false } })).toEqual({ now: 'candidate', codes: ['guard'] })
  })
  it('A: who was sent back is a poor household again; who falls back may be proposed anew', () => {
    const back = { on: '2018-11-05', transition: '退回核定' }
    expect(judged(A, { start, changes: [proposed, back] })).toEqual({ now: 'poor', codes: [] })
    const returned = { on: '2019-05-01', transition: '返贫' }
    const again = { on: '2019-10-01', transition: '列入名单' }
    expect(judged(A, { subject: '甲户', start, changes: [proposed, shanxi, returned, again] })).toEqual({
      now: 'candidate',
      codes: [],
    })
  })
  it('C: entered this year, a household does not exit in it; a wrong exit is taken back', () => {
    const entered = { ...zhang.facts, 首次识别时间: { value: 2018, source: '全国扶贫开发信息系统' } }
    const late = judged(C, { subject: '甲户', start, changes: [proposed, { ...zhang, facts: entered }] })
    expect(late).toEqual({ now: 'candidate', codes: ['forbidden', 'guard'] })
    const wrong = (found: boolean) => ({ on: '2018-12-01', transition: '错退纠正', facts: { 查出错退: found } })
    const corrected = (found: boolean) => judged(C, { subject: '甲户', start, changes: [proposed, zhang, wrong(found)] })
    expect(corrected(true)).toEqual({ now: 'poor', codes: [] })
    expect(corrected(false)).toEqual({ now: 'exited', codes: ['guard'] })
  })
})

describe('effects', () => {
  it('A keeps policies to the end of 2020, lets households go on enjoying them, and says who supervises and answers', () => {
    const lines = A.effects.flatMap((effect) => effect.lines.map((line) => [line.id, line.force, effect.procedure]))
    const exit = 'household_exit_steps'
    expect(lines).toEqual([
      ['policies_kept', 'shall', exit],
      ['may_keep', 'may', exit],
      ['third_party_review', 'shall', undefined],
      ['records_kept', 'shall', undefined],
      ['county_inspection', 'shall', undefined],
      ['inspection_tours', 'shall', undefined],
      ['assessment', 'shall', undefined],
      ['true_data', 'shall', undefined],
      ['filing', 'shall', undefined],
      ['sanctions', 'shall', undefined],
    ])
  })
  it('C’s were cut off with the text, as its ledger says', () => {
    expect(C.effects).toEqual([])
    const cut = C.sources.flatMap((source) => source.articles).find(({ article }) => article === '三（一）2 以下')
    expect(cut?.noRule).toContain('截断')
  })
})

describe('examples', () => {
  interface Answers {
    readonly cases: readonly {
      readonly status: { readonly state: string }
      readonly lawful?: readonly { readonly id: string; readonly lawful: string }[]
    }[]
  }
  const run = async (folder: string, file: string, ...more: string[]) => {
    const { code, out } = await call('case', join('policies', folder), '--case', file, '--format', 'json', ...more)
    expect(code).toBe(0)
    const { cases } = JSON.parse(out) as Answers
    return cases.map(({ status, lawful }) => [status.state, lawful?.map((one) => `${one.id} ${one.lawful}`)])
  }
  it('08-shanxi-case runs in one line; after New Year the household sent back is too late', async () => {
    expect(await run('shanxi-county', SHANXI)).toEqual([
      ['in-progress', ['甲户 true', '乙户 unknown', '丙户 false', '丁户 unknown']],
    ])
    expect(await run('shanxi-county', SHANXI, '--on', '2019-01-01')).toEqual([
      ['breached', ['甲户 true', '乙户 false', '丙户 false', '丁户 false']],
    ])
    const { out } = await call('case', 'policies/shanxi-county', '--case', SHANXI, '--reading', '退回读法=退到评议')
    expect(out).toContain('→ 该做 「民主评议」：由村两委，没有规定日期（丁户）')
  })
  it('09-zhang-case runs in one line; AMB-30 turns 丁, AMB-07 and AMB-29 everyone', async () => {
    const second = ['breached', ['戊户 false', '己户 false']]
    expect(await run('zhang-county', ZHANG)).toEqual([
      ['breached', ['甲户 true', '乙户 true', '丙户 false', '丁户 false']],
      second,
    ])
    expect(await run('zhang-county', ZHANG, '--reading', '第三方签字=签一人即可')).toEqual([
      ['conformant', ['甲户 true', '乙户 true', '丙户 false', '丁户 unknown']],
      second,
    ])
    for (const reading of ['天数读法=按工作日', '公示天数从省=七天'])
      expect((await run('zhang-county', ZHANG, '--reading', reading))[0]).toEqual([
        'breached',
        ['甲户 false', '乙户 false', '丙户 false', '丁户 false'],
      ])
  })
})
