import { type Compilation, compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { compileAt } from '../../engine/cli/workspace.ts'
import { documentation } from '../../engine/docs/index.ts'
import { explain, explanationText } from '../../engine/explain/index.ts'
import {
  type CaseEvent,
  type CaseInput,
  type CaseStatus,
  checkCase,
  type DecisionRecord,
  decide,
  type Facts,
  type HistoryInput,
  type HistoryStatus,
  historyOf,
  type Times,
} from '../../engine/index.ts'

export const TIMES: Times = { asOf: '2019-12-01', year: 2019 }

/** One small vocabulary for all the tests of constructs: households with members in villages, villages in a county. */
const VOCABULARY = `词汇 用语/terms {
  枚举 致贫原因/cause { 因病/illness；因残/disability；因贫/poverty；其他/other }
  枚举 登记状态/state { 贫困户/poor；新纳入户/entered；拟退出户/candidate；脱贫户/exited；返贫户/returned；已脱贫不享受政策/closed }
  枚举 标准类别/line_kind { 国家/national；省/provincial }
  枚举 名单类别/list_kind { 退出/exiting；纳入/entering }
  枚举 县类型/county_kind { 国定/of_state；省定/of_province }
  枚举 变动/change_kind { 出生/birth；嫁入/marrying_in；死亡/death；迁出/moving_out }
  枚举 路面/surface { 沥青/asphalt；水泥/cement；砂石/gravel }
  角色 村两委/committees；角色 村民代表/reps；角色 工作队/team；角色 第一书记/secretary；角色 帮扶人/helper；角色 户主/head；
  角色 村支书/party；角色 村主任/director；角色 乡镇/township；角色 县组/county；角色 市组/city；角色 省组/province；角色 公安/police；角色 银行/bank；
  渠道 入户调查/survey；渠道 行业部门/sector；
  场所 村栏/board；场所 各村/villages；场所 县媒体/media；场所 系统/system；
  文书 年度计划/plan 外来；
  实体 成员/member {
    字段 适龄/school_age：真假；字段 在校/in_school：真假；字段 辍学/dropout：真假；字段 辍学原因/dropout_cause：致贫原因，可无；
    字段 参保/insured：真假；字段 患大病/ill：真假；字段 获救助/aided：真假；
  }
  实体 异议/objection { 字段 已撤回/withdrawn：真假；}
  实体 户/household {
    字段 年人均纯收入/net：金额 元/人·年，范围 −1000000 至 10000000，逐年；
    字段 年人均可支配收入/disposable：金额 元/人·年，范围 −1000000 至 10000000；
    字段 当地人均/local：金额 元/人·年，范围 0 至 10000000；
    字段 家庭年收入/total：金额 元/年，范围 0 至；
    字段 家庭人口/size：整数 人，范围 1 至 30；
    字段 首次识别/identified：年份；
    字段 返贫年度/returned_in：年份，可无；
    字段 线别/line：标准类别；
    字段 类别/track：名单类别；
    字段 状态/status：登记状态；
    字段 安全饮水/water：真假；
    字段 住房安全/housing：真假；
    字段 享受扶持/supported：真假；
    字段 调查饮水/water_surveyed：真假，采自 入户调查；
    字段 低保/allowance：真假；
    字段 成员/members：列表 成员，至多 30；
    字段 异议/objections：列表 异议，至多 50；
    字段 所在村/village：村；
    认定 收入稳定/stable 由 村两委、工作队；
    认定 成效显著/effective 由 村两委；
  }
  实体 村/village {
    字段 有工作队/has_team：真假；字段 有书记/has_secretary：真假；
    字段 户籍人口/rural：整数 人，范围 0 至 100000；
    字段 贫困户数/poor_households：整数 户，范围 0 至 20000；字段 饮水达标户/water_households：整数 户，范围 0 至 20000；
    字段 贫困人口/poor_persons：整数 人，范围 0 至 20000；字段 参保人数/insured_persons：整数 人，范围 0 至 20000；
    字段 村路面/road：路面；字段 具备条件/bus_possible：真假；字段 通班车/bus：真假；
    字段 村医/doctor：真假；字段 执业医师/licensed：真假；
    字段 农户/households：列表 户，至多 3000；
  }
  实体 县/county {
    字段 县别/kind：县类型；字段 直管/direct：真假；
    字段 增幅/growth：比例，范围 −100% 至 1000%；字段 全省增幅/province_growth：比例，范围 −100% 至 1000%；
    字段 行政村/villages：列表 村，至多 2000；
  }
}`

/** The text of a policy over that vocabulary, with a ledger of two articles. */
export function policyText(lines: string, head = '地区 410000；施行 自 2016-01-01 至 2020-12-31；'): string {
  return `政策 试行办法/trial { ${head}采用 用语；来源 办法/measure「办法」{ 条「一」「标准」；条「二」「程序」；} ${lines} }`
}

/** What compiling such a policy says, warnings and errors alike, in the order found; but for R401 (an article nobody answers), which most of these short texts have. */
export const findings = (lines: string, head?: string) => everyFinding(lines, head).filter((code) => code !== 'R401')

export function everyFinding(lines: string, head?: string): readonly string[] {
  const { diagnostics } = compile([
    { file: 'terms.policy', text: VOCABULARY },
    { file: 'trial.policy', text: policyText(lines, head) },
  ])
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
}

/** Policies over the vocabulary, compiled together; throws where one does not compile. */
export function compileTexts(...texts: readonly string[]): Compilation {
  const files = texts.map((text, i) => ({ file: `trial-${i}.policy`, text }))
  const compiled = compile([{ file: 'terms.policy', text: VOCABULARY }, ...files])
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code} ${JSON.stringify(d.args)}`).join('\n'))
  return compiled
}

/** A program from such a policy; throws where it does not compile. */
export function policy(lines: string, head?: string): Program {
  return compileTexts(policyText(lines, head)).programs.get('trial')!
}

/** A policy with one standard 退出/exit for households (or another entity) of these items. */
export function standard(items: string, more = '', entity = '户', clauses = ''): Program {
  return policy(`${more} 标准 退出/exit 适用于 ${entity} ${clauses} 依据「一」{ ${items} }`)
}

const quiet = { lang: 'zh', color: false, out: () => {}, err: () => {}, texts: new Map<string, string>() } as const
const shippedOnes = compileAt(quiet, ['policies'])

/** A shipped policy, by id. */
export function shipped(id: string): Program {
  const program = shippedOnes.programs.get(id)
  if (!program) throw new Error(`${id} is not shipped`)
  return program
}
export const shippedDiagnostics = shippedOnes.diagnostics
export const shippedPrograms: readonly Program[] = [...shippedOnes.programs.values()]

type Readings = Readonly<Record<string, string>>

/** The record of a decision that must not be a refusal. */
export function decided(program: Program, facts: Facts, times = TIMES, readings: Readings = {}, id = 'exit'): DecisionRecord {
  const decision = decide(program, id, facts, times, { readings })
  if (decision.kind === 'rejected') throw new Error(JSON.stringify(decision.problems))
  return decision.record
}
export const outcome = (...args: Parameters<typeof decided>) => decided(...args).outcome

/** The codes of the problems a record is refused for. */
export function refusal(program: Program, facts: Facts, times = TIMES, id = 'exit'): readonly string[] {
  const decision = decide(program, id, facts, times)
  return decision.kind === 'rejected' ? decision.problems.map(({ code }) => code) : []
}

/** One item of a decision. */
export function item(program: Program, id: string, facts: Facts, times = TIMES, readings: Readings = {}, of = 'exit') {
  const found = decided(program, facts, times, readings, of).items.find((one) => one.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

/** A judgement of the village committees. */
export const judged = (value: boolean, role = '村两委', on = '2019-11-01') => ({ value, role, on })

/** A policy with one standard anything meets and one procedure 程序/steps for households. */
export function steps(lines: string, more = '', head = '名单 所在村 '): Program {
  return policy(`标准 退出/exit 适用于 户 依据「一」{ 须 住房/housing_item 依据「一」：住房安全；} ${more}
    程序 退出程序/steps 适用于 户 ${head}依标准 退出 依据「二」{ ${lines} }`)
}
/** What compiling such a policy says about its procedure. */
export function stepFindings(lines: string, more = ''): readonly string[] {
  return findings(`标准 退出/exit 适用于 户 依据「一」{ 须 住房/housing_item 依据「一」：住房安全；} ${more}
    程序 退出程序/steps 适用于 户 依标准 退出 依据「二」{ ${lines} }`)
}

type Acts = readonly (Omit<Extract<CaseEvent, { kind: 'act' }>, 'kind'> | CaseEvent)[]
type More = Partial<Omit<CaseInput, 'events'>>

/** A case of one household 甲 (unless said otherwise) in 2019. */
export function caseOf(events: Acts, more: More = {}): CaseInput {
  return {
    procedure: 'steps',
    year: 2019,
    subjects: [{ id: '甲', facts: { 住房安全: true } }],
    ...more,
    events: events.map((event) => ('kind' in event ? event : { kind: 'act', ...event })),
  }
}

/** How a case stands; throws where it is refused. */
export function standing(
  program: Program,
  events: Acts,
  on = '2019-12-31',
  more: More = {},
  readings: Readings = {},
): CaseStatus {
  const found = checkCase(program, caseOf(events, more), on, { readings })
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found.status
}

/** `step.code` for every finding of a case, without doubles. */
export function codes(status: CaseStatus): readonly string[] {
  const all = status.subjects.flatMap(({ steps, notes }) => [...steps.flatMap(({ findings }) => findings), ...notes])
  return [...new Set(all.map(({ step, code }) => (step === undefined ? code : `${step}.${code}`)))]
}
export const found = (...args: Parameters<typeof standing>) => codes(standing(...args))

/** The state of one step for the first subject. */
export function stepOf(status: CaseStatus, step: string, subject = 0) {
  return status.subjects[subject]!.steps.find((one) => one.step === step)!
}

/** A history that must be judged. */
export function history(program: Program, input: HistoryInput, on?: string): HistoryStatus {
  const answer = historyOf(program, input.register, input, on === undefined ? {} : { on })
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.problems))
  return answer
}

/** The page of an instrument, in Chinese. */
export function page(program: Program): string {
  const [, one] = documentation([{ program, suites: [], procedureSuites: [], timetables: [] }], ['zh'])
  return one!.text
}

/** Why a decision came out as it did, in full, in Chinese. */
export function reasons(program: Program, facts: Facts, times = TIMES, id = 'exit'): string {
  return explanationText(explain(program, facts, decide(program, id, facts, times)), 'zh', { detail: 'full' })
}
