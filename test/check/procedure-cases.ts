import type { SourceFile } from '../../dsl/source/source-file.ts'
import { policy } from './fixture.ts'
import type { Case } from './name-cases.ts'

const STANDARD = '标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定；须 乙/b 依据「一」：没有 异议 }'
const beside = (text: string) => policy(`${text}\n${STANDARD}`)
const procedure = (steps: string, head = '适用于 户 依据「一」') => beside(`程序 步骤表/steps ${head} {\n${steps}\n}`)
const step = (lines: string) => procedure(`步骤 甲步/one 依据「一」{ 主体 村两委；${lines} }`)
const listed = (steps: string) => procedure(steps, '适用于 户 名单 所在村 依据「一」')
const two = (lines: string, clauses = '') =>
  procedure(`步骤 甲步/one 依据「一」{ 主体 村两委；} 步骤 乙步/two ${clauses} 依据「一」{ 主体 村两委；${lines} }`)
const BASE = `程序 省程序/province 适用于 户 依据「一」{
  步骤 评议/vote 依据「一」{ 主体 村两委；}
  步骤 公示/posting 依据「一」{ 主体 村两委；}
  步骤 上报/report 承接 公示 依据「一」{ 主体 村两委；}
}
`
const adopting = (steps: string, head = '适用于 户 沿用 省程序 依据「一」') =>
  beside(`${BASE}程序 县程序/county_steps ${head} { ${steps} }`)
const register = (lines: string, kept = '原因') => beside(`登记册 册/register 适用于 户 记于 ${kept} 依据「一」{ ${lines} }`)
const target = (text: string) => beside(`目标 任务/goal 适用于 户 ${text}；`)
/** Two enumerations that both have 死亡. */
const CHANGES: SourceFile = {
  file: 'w',
  text: '词汇 变动库/changes { 枚举 甲类/x { 出生/born；死亡/died } 枚举 乙类/y { 迁入/came；死亡/dead } }',
}
const changes = (lines: string) =>
  policy(`采用 变动库；\n${STANDARD}\n登记册 册/register 适用于 户 记于 原因 依据「一」{ ${lines} }`)

export const PROCEDURE_CASES: readonly Case[] = [
  { code: 'N223', what: 'an unknown role of a step', source: step('参加 «村民代表»；') },
  { code: 'N208', what: 'a role where a paper is wanted', source: step('凭 «村两委»；') },
  { code: 'N223', what: 'an unknown place', source: step('公示 于 «公示栏»；') },
  { code: 'N223', what: 'an unknown calendar', source: procedure('计日 日历 «节假日»；') },
  { code: 'N223', what: 'an unknown procedure of a transition', source: register('转移 转/t 到 因病 经 «村程序» 依据「一」；') },
  {
    code: 'N202',
    what: 'an unknown roster',
    source: procedure('步骤 甲步/one 整单 依据「一」{ 主体 村两委；}', '适用于 户 名单 «所再村» 依据「一」'),
    fixes: 1,
  },
  {
    code: 'N201',
    what: 'a condition about the village in a step of households',
    source: step('参加 审定机关 当 «有驻村工作队»；'),
  },
  {
    code: 'N201',
    what: 'a condition about the household in a step for the whole list',
    source: listed('步骤 甲步/one 整单 依据「一」{ 主体 村两委 当 «增收稳定»；}'),
  },
  {
    code: 'N203',
    what: 'two steps of one id',
    source: procedure('步骤 甲步/one 依据「一」{ 主体 村两委；} 步骤 «另步/one» 依据「一」{ 主体 村两委；}'),
  },
  {
    code: 'N212',
    what: 'steps under an unknown choice',
    source: readingSteps('取 «中» { 步骤 甲步/one 依据「一」{ 主体 村两委；} }'),
  },
  { code: 'N225', what: 'an unknown step to go to', source: two('不通过 转 «甲歩»；'), fixes: 1 },
  { code: 'N225', what: 'an unknown step to follow', source: two('', '承接 «零步»') },
  {
    code: 'N225',
    what: 'a step of another procedure',
    source: beside(`${BASE}程序 表/other 适用于 户 依据「一」{ 步骤 甲步/one 依据「一」{ 主体 村两委；不通过 转 «公示»；} }`),
  },
  {
    code: 'N225',
    what: 'what is left out',
    source: adopting('删去 上报；步骤 新步/fresh 依据「一」{ 主体 村两委；不通过 转 «上报»；}'),
  },
  { code: 'N225', what: 'an unknown step to copy', source: two('', '同 «丙步»') },
  {
    code: 'N226',
    what: 'a later step',
    source: procedure('步骤 甲步/one 承接 «乙步» 依据「一」{ 主体 村两委；} 步骤 乙步/two 依据「一」{ 主体 村两委；}'),
  },
  { code: 'N226', what: 'the step itself', source: two('', '承接 «乙步»') },
  { code: 'N226', what: 'alongside itself', source: two('', '同时 «乙步»') },
  { code: 'N226', what: 'a period since the step itself', source: step('期限 3 天 起算 «甲步»；') },
  {
    code: 'N226',
    what: 'a period of a phase since one of its steps',
    source: procedure('阶段 段/phase 依据「一」{ 期限 3 天 起算 «甲步»；步骤 甲步/one 依据「一」{ 主体 村两委；} }'),
  },
  { code: 'N227', what: 'an unknown adopted step', source: adopting('删去 «平议»；'), fixes: 1 },
  {
    code: 'N227',
    what: 'an unknown adopted item',
    source: beside('标准 宽标准/lenient 适用于 户 沿用 户退出 依据「一」{ 删去 «丙»；}'),
  },
  { code: 'N228', what: 'a step others follow', source: adopting('删去 «公示»；') },
  { code: 'N229', what: 'a step that copies itself', source: two('', '同 «乙步»') },
  {
    code: 'N210',
    what: 'procedures that adopt one another',
    source: beside('程序 甲程/p 沿用 乙程 依据「一」；程序 乙程/q 沿用 «甲程» 依据「一」；'),
  },
  {
    code: 'N210',
    what: 'standards that adopt one another',
    source: beside('标准 甲标/p 适用于 户 沿用 乙标 依据「一」；标准 乙标/q 适用于 户 沿用 «甲标» 依据「一」；'),
  },
  {
    code: 'N223',
    what: 'an unknown procedure to adopt',
    source: beside('程序 甲程/p 适用于 户 沿用 «乙程» 依据「一」；'),
  },
  { code: 'N219', what: 'an unknown state', source: register('状态 «因病了»；'), fixes: 1 },
  { code: 'N219', what: 'an unknown state to leave', source: register('转移 转/t 从 «因并» 到 因残 依据「一」；'), fixes: 3 },
  { code: 'N230', what: 'an unknown change', source: register('增 «诞生»；') },
  { code: 'N207', what: 'a change of two enumerations', source: changes('减 «死亡»；'), more: [CHANGES] },
  { code: 'N219', what: 'an unknown change beside known ones', source: changes('增 出生、«收养»；'), more: [CHANGES] },
  {
    code: 'T301',
    what: 'a number as guard of a step',
    source: procedure('步骤 甲步/one 当 «年人均纯收入» 依据「一」{ 主体 村两委；}'),
  },
  { code: 'T301', what: 'a number as guard of a line', source: step('参加 审定机关 当 «年人均纯收入»；') },
  { code: 'T301', what: 'a number as stratum', source: step('抽查 不少于 5% { 必含 层/s：«年人均纯收入»；}') },
  {
    code: 'T305',
    what: 'a bare figure in a stratum',
    source: step('公示 不少于 7 天；抽查 不少于 5% { 必含 层/s：«自付比例 ≤ 2»；}'),
    fixes: 1,
  },
  { code: 'T306', what: 'what may be nothing in a guard', source: step('参加 审定机关 当 «返贫年度 < 2019年»；'), fixes: 1 },
  { code: 'T326', what: 'a posting in per cent', source: step('公示 不少于 «7%»；') },
  { code: 'T326', what: 'a posting until a day', source: step('公示 不少于 «2019-10-12»；') },
  { code: 'T326', what: 'a vote in days', source: step('表决 由 村两委 超过 «3 天»；') },
  { code: 'T326', what: 'a bare figure for a share', source: step('抽查 不少于 «5»；') },
  { code: 'T326', what: 'a window of days', source: step('时段 «3 天» 至 2019-10-12；') },
  { code: 'T326', what: 'a window that is a length, said once', source: step('时段 «3 天»；') },
  { code: 'T326', what: 'a deadline in yuan', source: step('期限 «3 元»；') },
  { code: 'T326', what: 'a deadline that is computed', source: step('期限 «首次识别日»；') },
  { code: 'T326', what: 'choices of two kinds', source: reading('期限 按 宽严 { 宽：2019-10-12；严：«3 天» }；') },
  { code: 'T326', what: 'an effect from a span on', source: effects('应 甲/x 起 «3 天» 依据「一」：「不变」；') },
  { code: 'T326', what: 'a goal in another unit', source: target('计 家庭年纯收入 依据「一」：«3 元»') },
  { code: 'T326', what: 'a goal of money for a count', source: target('依据「一」：«3 元»') },
  { code: 'T320', what: 'a tally that is no number', source: target('计 «增收稳定» 依据「一」：3') },
  { code: 'T306', what: 'a tally that may be nothing', source: target('计 «欠款» 依据「一」：3 元') },
  { code: 'T326', what: 'a ranking by truth', source: beside('排序 次/r 适用于 户 依据「一」：«增收稳定»；') },
  { code: 'T306', what: 'a ranking by what may be nothing', source: beside('排序 次/r 适用于 户 依据「一」：«返贫年度»；') },
  { code: 'T333', what: 'a day without a year in a condition', source: step('参加 审定机关 当 首次识别日 > «10月12日»；') },
  { code: 'T334', what: 'a deadline since nothing', source: step('期限 «3 天»；') },
  {
    code: 'T334',
    what: 'a deadline since nothing under each choice',
    source: reading('期限 «按 宽严 { 宽：1 周；严：3 天 }»；'),
  },
  { code: 'T335', what: 'a day since a step', source: two('期限 当年11月30日 起算 «甲步»；') },
  { code: 'T336', what: 'no days', source: step('征询 审定机关 限 «0 天»；') },
  { code: 'T340', what: 'a step without clause', source: procedure('步骤 «甲步/one» { 主体 村两委；}') },
  { code: 'T340', what: 'a transition without clause', source: register('转移 «转/t» 到 因病；') },
  { code: 'T341', what: 'a procedure for nobody', source: beside('目标 «任务/goal» 依据「一」：3；') },
  { code: 'T350', what: 'a window without end', source: step('«时段» 自 2019-10-12；') },
  { code: 'T350', what: 'a counting that says nothing', source: procedure('«计日»；') },
  { code: 'T350', what: 'a calendar without end', source: beside('日历 «历/days» 自 2019-01-01；') },
  { code: 'T350', what: 'a vote of nobody', source: step('«表决» 占 到会 超过 半数 法定到会 半数；') },
  { code: 'T350', what: 'a register kept nowhere', source: beside('登记册 «册/register» 适用于 户 依据「一」{ 状态 因病；}') },
  { code: 'T350', what: 'a transition to nowhere', source: register('转移 «转/t» 从 因病 依据「一」；') },
  { code: 'T354', what: 'both lengths', source: step('«公示» 不少于 7 天 正好 7 天；') },
  { code: 'T354', what: 'listwise and each', source: listed('步骤 «甲步/one» 整单 逐户 依据「一」{ 主体 村两委；}') },
  { code: 'T354', what: 'go to and drop', source: two('«不通过» 转 甲步 移出；') },
  { code: 'T355', what: 'an omission in a step', source: two('«删去» 主体；') },
  { code: 'T356', what: 'an omission of nothing', source: procedure('«删去» 甲步；步骤 甲步/one 依据「一」{ 主体 村两委；}') },
  { code: 'T357', what: 'parties miscounted', source: step('签字 共 «3» 方 { 方 村两委；方 审定机关 可代签；}'), fixes: 1 },
  { code: 'T347', what: 'more roles than named', source: step('参加 村两委、审定机关 «至少 3»；') },
  { code: 'T348', what: 'a state listed twice', source: register('状态 因病；状态 «因病»；') },
  { code: 'T348', what: 'a change both ways', source: register('增 因病；减 «因病»；') },
  {
    code: 'T358',
    what: 'a base about villages',
    source: beside('程序 村程序/v 适用于 村 依据「一」；程序 户程序/h 适用于 户 沿用 «村程序» 依据「一」；'),
  },
  {
    code: 'T358',
    what: 'a standard base about villages',
    source: beside(
      '标准 村标/v 适用于 村 依据「一」{ 须 队/t 依据「一」：有驻村工作队 } 标准 户标/h 适用于 户 沿用 «村标» 依据「一」；',
    ),
  },
  {
    code: 'T358',
    what: 'a roster where the base has none',
    source: adopting('步骤 新步/fresh 整单 依据「一」{ 主体 村两委；}', '适用于 户 名单 «所在村» 沿用 省程序 依据「一」'),
  },
  {
    code: 'T358',
    what: 'a transition by a procedure about villages',
    source: beside(
      '程序 村程序/v 适用于 村 依据「一」；登记册 册/r 适用于 户 记于 原因 依据「一」{ 转移 转/t 到 因病 经 «村程序» 依据「一」；}',
    ),
  },
  { code: 'T359', what: 'neither listwise nor each', source: listed('步骤 «甲步/one» 依据「一」{ 主体 村两委；}') },
  { code: 'T360', what: 'a deadline in the procedure', source: procedure('«期限» 2019-11-30；') },
  {
    code: 'T360',
    what: 'counting in a phase',
    source: reading('', '阶段 段/p 依据「一」{ 按 宽严 { 取 宽 { «计日» 首日 计；} } }'),
  },
  {
    code: 'T361',
    what: 'a roster that is a list',
    source: procedure('步骤 甲步/one 整单 依据「一」{ 主体 村两委；}', '适用于 户 名单 «成员» 依据「一」'),
  },
  {
    code: 'T361',
    what: 'a register kept in a number',
    source: beside('登记册 册/register 适用于 户 记于 «年人均纯收入» 依据「一」{ 增 因病；}'),
  },
  {
    code: 'T362',
    what: 'a condition copied from the list to each',
    source: listed(
      '步骤 甲步/one 整单 依据「一」{ 主体 村两委 当 有驻村工作队；} 步骤 乙步/two 逐户 同 «甲步» 依据「一」{ 公示 不少于 7 天；}',
    ),
  },
  {
    code: 'T363',
    what: 'a step that relied on the guard of its procedure',
    source: beside(
      '程序 省程序/p 适用于 户 当 有 返贫年度 依据「一」{ 步骤 甲步/one 当 返贫年度 < 2019年 依据「一」{ 主体 村两委；} } 程序 县程序/q 沿用 省程序 当 «增收稳定» 依据「一」；',
    ),
  },
  {
    code: 'T363',
    what: 'an item that relied on the guard of its standard',
    source: beside(
      '标准 省标/p 适用于 户 当 有 返贫年度 依据「一」{ 须 早/e 依据「一」：返贫年度 < 2019年；} 标准 县标/q 沿用 省标 当 «增收稳定» 依据「一」；',
    ),
  },
]

/** A procedure with the reading 宽严. */
function reading(lines: string, steps = `步骤 甲步/one 依据「一」{ 主体 村两委；${lines} }`): SourceFile {
  return beside(
    `解释 宽严/strictness 依据「一」{ 宽/lenient（默认）；严/strict }\n程序 步骤表/steps 适用于 户 依据「一」{ ${steps} 按 宽严 { 取 宽 { 计日 首日 计；} } }`,
  )
}

function readingSteps(arms: string): SourceFile {
  return reading('', `按 宽严 { ${arms} }`)
}

function effects(lines: string): SourceFile {
  return beside(`效果 以后/after 适用于 户 依据「一」{ ${lines} }`)
}
