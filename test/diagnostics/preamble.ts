/** The vocabulary every example of the error pages and of the corpus is written over. */
export const VOCABULARY = `词汇 示例词汇/terms {
  枚举 致贫原因/cause { 因病/illness；因残/disability；因学/schooling }
  角色 村两委/committees；
  角色 审定机关/authority；
  渠道 入户调查/survey；
  实体 户/household {
    字段 年人均纯收入/net_income：金额 元/人·年，范围 0 至 10000000；
    字段 家庭年收入/total_income：金额 元/年，范围 0 至；
    字段 家庭人口/size：整数 人，范围 1 至 30；
    字段 住房面积/floor_area：数 1 位 平方米，范围 0 至 2000；
    字段 饮水安全/water：真假；
    字段 自有住房/owns_home：真假；
    字段 危房/unsafe_home：真假；
    字段 参保率/insured_rate：比例；
    字段 原因/reason：致贫原因；
    字段 首次识别时间/identified：年份；
    字段 返贫年度/returned：年份，可无；
    字段 登记日期/registered_on：日期；
    字段 户主/head：文本；
    字段 欠款/debt：金额 元，范围 0 至，可无，采自 入户调查；
    字段 用水量/water_use：数 1 位，逐年；
    字段 成员/members：列表 成员，至多 30；
    字段 异议/objections：列表 异议单，至多 10；
    字段 所在村/village：村；
    认定 来源稳定/stable_source 由 村两委；
  }
  实体 成员/member {
    字段 出生日期/birth_date：日期；
    字段 年收入/earnings：金额 元/年，范围 0 至；
    字段 辍学/dropout：真假；
    字段 患大病/seriously_ill：真假；
    字段 获救助/aided：真假；
  }
  实体 异议单/objection { 字段 已撤回/withdrawn：真假 }
  实体 村/village {
    字段 有工作队/has_team：真假；
    字段 未脱贫人口/poor：整数 人，范围 0 至 100000；
    字段 户籍人口/population：整数 人，范围 0 至 100000；
    字段 农户/households：列表 户，至多 3000；
  }
  定义 贫困发生率/incidence 适用于 村：占比（未脱贫人口 / 户籍人口；分母为零 视为 待定）；
  约束 有房即有面积/housed_area 适用于 户 自 2016-01-01 出处「常识」：若 自有住房 则 住房面积 > 0 平方米；
}
`

const FRAME = `政策 示例/example {
  施行 自 2016-05-01；采用 示例词汇；来源 示例办法/measure「示例办法」{ 条「一」 }
`
const STANDARD = '  标准 户退出/household_exit 适用于 户 依据「一」 {\n'

/** A policy whose one standard, about households, has these items. */
export function aroundItem(items: string): string {
  return `${FRAME}${STANDARD}${items}\n  }\n}\n`
}

/** A policy with these declarations beside a standard of one item. */
export function aroundPart(declarations: string): string {
  return `${FRAME}${declarations}\n${STANDARD}须 通水/has_water 依据「一」：饮水安全；\n  }\n}\n`
}

const YAML_FRAME = `policy: 示例/example
do:
  - in_force: {from: "2016-05-01"}
  - use: 示例词汇
  - source: 示例办法/measure
    do: [{article: 一}]
`
const YAML_STANDARD = `  - standard: 户退出/household_exit
    for: 户
    cite: 一
    do:
`
const YAML_ITEM = '      - {must: 通水/has_water, cite: 一, is: 饮水安全}\n'

/** The same in YAML: the items are the entries of a list. */
export function aroundYamlItem(items: string): string {
  return `${YAML_FRAME}${YAML_STANDARD}${indented(items, 6)}`
}

/** The same for entries of a policy. */
export function aroundYamlPart(entries: string): string {
  return `${YAML_FRAME}${indented(entries, 2)}${YAML_STANDARD}${YAML_ITEM}`
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}

const READING = '  解释 面积口径/area_basis 依据「一」 { 建筑面积/gross（默认）；使用面积/net }\n'

/** A policy with the reading 面积口径, whose standard has these items beside one that turns on the reading. */
export function withReading(items: string): string {
  const turning =
    '原则上 须 住房面积达标/floor_area_ok 依据「一」：按 面积口径 { 建筑面积：住房面积 不低于 25；使用面积：住房面积 不低于 20 }；'
  return `${FRAME}${READING}${STANDARD}${items}\n${turning}\n  }\n}\n`
}

/** The policy facts are read against. */
export const FACTS_POLICY = withReading(`须 收入达标/income_line 依据「一」：年人均纯收入 超过 3700 元/人·年；
须 来源/source_ok 依据「一」：来源稳定；
暂缓 有异议/objected 依据「一」由 审定机关：存在 异议 满足（非 已撤回）；`)

/** The policy histories are read against. */
export const REGISTER_POLICY = `政策 登记示例/register_example {
  施行 自 2016-05-01；来源 示例办法/measure「示例办法」{ 条「一」 }
  枚举 登记状态/register_state { 贫困户/poor；脱贫户/exited；返贫户/returned }
  枚举 变动类型/change_kind { 出生/birth；死亡/death；迁出/moving_out }
  角色 村两委/committees；
  实体 户/household { 字段 建档立卡状态/register_status：登记状态；字段 年人均纯收入/net_income：金额 元/人·年，范围 0 至 10000000 }
  程序 退出程序/exit_steps 适用于 户 依据「一」 { 步骤 民主评议/vote 逐户 依据「一」 { 主体 村两委 } }
  登记册 农户登记/households 适用于 户 记于 建档立卡状态 依据「一」 {
    状态 贫困户；状态 脱贫户；状态 返贫户；
    转移 脱贫/leave 从 贫困户、返贫户 到 脱贫户 经 退出程序 依据「一」；
    转移 返贫/fall 从 脱贫户 到 返贫户 依据「一」；
    增 出生；减 死亡 销号；减 迁出；
  }
}
`

/** The policy case files are read against. */
export const CASE_POLICY = `政策 案卷示例/case_example {
  施行 自 2016-05-01；来源 示例办法/measure「示例办法」{ 条「一」 }
  角色 村两委/committees；角色 村民代表/reps；
  文书 初步名单/first_list；
  场所 公示栏/board；
  实体 户/household { 字段 年人均纯收入/net_income：金额 元/人·年，范围 0 至 10000000 }
  程序 户退出程序/household_exit_steps 适用于 户 依据「一」 {
    步骤 评议/vote 整单 依据「一」 { 主体 村两委；参加 村民代表；产出 初步名单；}
    步骤 公示/posting 整单 依据「一」 { 主体 村两委；公示 于 公示栏 不少于 7 天；有异议 转 评议；}
  }
}
`

export const TIMES = { asOf: '2019-12-01', year: 2019 } as const
