import { openWorkspace, type Workspace } from '../../editor/service/workspace.ts'

/** A vocabulary small enough to read. */
export const VOCABULARY = `词汇 样例词汇/sample_words {
  枚举 致贫原因/poverty_cause { 因病/illness；因残/disability }
  角色 村两委/village_committees；
  渠道 入户调查/household_survey；
  实体 成员/member { 字段 患大病/ill：真假；字段 出生日期/birth：日期 }
  实体 村/village { 字段 有工作队/has_team：真假；字段 村名/village_name：文本 }
  实体 户/household {
    字段 年人均纯收入/net_income：金额 元/人·年，范围 0 至 10000000，说明「经营收支相抵后」；
    字段 家庭年收入/income_total：金额 元/年；
    字段 成员/members：列表 成员，至多 30；
    字段 所在村/village：村；
    字段 致贫/cause：致贫原因；
    字段 住房安全/safe_housing：真假；
    认定 来源稳定/source_stable 由 村两委；
  }
}
`

/** A policy over that vocabulary, with one article more than it has rules for. */
export const POLICY = `政策 样例办法/sample_2019 {
  标题「样例办法」；
  地区 410000；
  施行 自 2019-01-01；
  采用 样例词汇；
  来源 样例文本/sample_text「样例文本」{ 条「一」「收入」；条「二」「住房」；条「三」「目的」无规则「原则」 }
  参数 国家扶贫标准/national_line：金额 元/人·年 按 年度 依据「一」{ 值 自 2019年 至 2019年：3700 元/人·年，出处「省方案」 }
  解释 以下读法/two_readings 依据「一」{ 含本数/inclusive（默认）；不含本数/exclusive }
  标准 贫困户退出/household_exit 适用于 户 依据「一」{
    须 收入达标/income_line 依据「一」：年人均纯收入 超过 国家扶贫标准；
    须 住房达标/housing 依据「二」：住房安全；
  }
}
`

export const WORDS_FILE = 'words/sample.policy'
export const POLICY_FILE = 'sample/sample.policy'

/** The place of `<|>` in a text, and the text without it. */
export function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('<|>')
  if (offset < 0) throw new Error('no <|> in the text')
  return { text: marked.replace('<|>', ''), offset }
}

/** The two files compiled, the policy replaced by `policy` when given. */
export function workspaceWith(policy: string = POLICY): Workspace {
  return openWorkspace(
    new Map([
      [WORDS_FILE, VOCABULARY],
      [POLICY_FILE, policy],
    ]),
  )
}

/** The policy with a piece replaced, the caret where `<|>` stands in the replacement. */
export function policyAt(piece: string, replacement: string): { readonly text: string; readonly offset: number } {
  if (!POLICY.includes(piece)) throw new Error(`the sample policy has no ${piece}`)
  return caret(POLICY.replace(piece, replacement))
}
