import type { Fix } from '../../dsl/diagnostics/diagnostic.ts'
import { type Compilation, compile } from '../../dsl/pipeline.ts'
import type { SourceFile } from '../../dsl/source/source-file.ts'

/** A small vocabulary in Chinese. */
export const VOCABULARY_ZH = `词汇 词汇表/terms {
  枚举 致贫原因/cause { 因病/illness；因残/disability；因学/schooling }
  枚举 标准类别/line_kind { 国家/nation；省/province }
  角色 村两委/committees；
  角色 审定机关/authority；
  渠道 入户调查/survey；
  实体 村/village {
    字段 有驻村工作队/has_team：真假；
    字段 农户/households：列表 户，至多 2000；
    字段 农村户籍人口/population：整数 人，范围 0 至 100000；
    字段 未脱贫人口/poor：整数 人，范围 0 至 100000；
  }
  实体 户/household {
    字段 年人均纯收入/net_income_pc：金额 元/人·年，范围 0 至 10000000；
    字段 家庭年纯收入/income：金额 元/年；
    字段 返贫年度/returned：年份，可无；
    字段 欠款/debt：金额 元，可无，采自 入户调查；
    字段 成员/members：列表 成员，至多 30；
    字段 异议/objections：列表 异议单；
    字段 所在村/village：村；
    字段 原因/reason：致贫原因；
    字段 自付比例/own_share：比例；
    字段 首次识别日/first_day：日期；
    字段 用水量/water：数 1 位，逐年；
    认定 增收稳定/steady 由 村两委；
  }
  实体 成员/member {
    字段 辍学/dropout：真假；
    字段 患大病/ill：真假；
    字段 大病获救助/aided：真假；
    字段 出生日期/birth：日期；
    字段 年收入/earned：金额 元；
  }
  实体 异议单/objection { 字段 已撤回/withdrawn：真假 }
  参数 国家扶贫标准/national_line：金额 元/人·年 按 年度 {
    值 自 2018年 至 2018年：3535 元/人·年，出处「年度通知」；
    值 自 2019年：3747.50 元/人·年；
  }
  参数 分类标准/line_of：金额 元/人·年 按 年度 分 标准类别 {
    值 自 2018年 类别 国家：3535；
    值 自 2018年 类别 省：4000；
  }
  定义 贫困发生率/incidence 适用于 村：占比（未脱贫人口 / 农村户籍人口；分母为零 视为 待定）；
  约束 工作队/team 适用于 村 自 2016-01-01 出处「约定」：若 未脱贫人口 > 0 则 有驻村工作队；
}
`

/** The same vocabulary in English words. */
export const VOCABULARY_EN = `vocabulary 词汇表/terms {
  enum 致贫原因/cause { 因病/illness; 因残/disability; 因学/schooling }
  enum 标准类别/line_kind { 国家/nation; 省/province }
  role 村两委/committees;
  role 审定机关/authority;
  channel 入户调查/survey;
  entity 村/village {
    field 有驻村工作队/has_team: boolean;
    field 农户/households: list household, at_most 2000;
    field 农村户籍人口/population: integer person, range 0 to 100000;
    field 未脱贫人口/poor: integer person, range 0 to 100000;
  }
  entity 户/household {
    field 年人均纯收入/net_income_pc: money yuan/person·year, range 0 to 10000000;
    field 家庭年纯收入/income: money yuan/year;
    field 返贫年度/returned: year, nullable;
    field 欠款/debt: money yuan, nullable, taken_from survey;
    field 成员/members: list member, at_most 30;
    field 异议/objections: list objection;
    field 所在村/village: village;
    field 原因/reason: cause;
    field 自付比例/own_share: ratio;
    field 首次识别日/first_day: date;
    field 用水量/water: number 1 places, yearly;
    judgement 增收稳定/steady by committees;
  }
  entity 成员/member {
    field 辍学/dropout: boolean;
    field 患大病/ill: boolean;
    field 大病获救助/aided: boolean;
    field 出生日期/birth: date;
    field 年收入/earned: money yuan;
  }
  entity 异议单/objection { field 已撤回/withdrawn: boolean }
  parameter 国家扶贫标准/national_line: money yuan/person·year timed year {
    value from 2018年 to 2018年: 3535 yuan/person·year, origin “年度通知”;
    value from 2019年: 3747.50 yuan/person·year;
  }
  parameter 分类标准/line_of: money yuan/person·year timed year keyed line_kind {
    value from 2018年 category nation: 3535;
    value from 2018年 category province: 4000;
  }
  define 贫困发生率/incidence for village: share(poor / population; empty is undetermined);
  relation 工作队/team for village from 2016-01-01 origin “约定”: if poor > 0 then has_team;
}
`

const HEAD =
  '政策 试行办法/trial {\n  施行 自 2019-01-01；地区 410000；层级 省；版本 1.10；\n  采用 词汇表；\n  来源 办法/measure「试行办法」{ 条「一」；条「二（1）」；条「二（2）」；条「三」 }\n'

/** A policy around the given declarations, in one file called p. */
export function policy(body: string): SourceFile {
  return { file: 'p', text: `${HEAD}${body}\n}\n` }
}

/** A policy whose only standard about households has the given items. */
export function household(items: string): SourceFile {
  return policy(`  标准 户退出/exit 适用于 户 依据「一」{\n${items}\n  }`)
}

/** A household standard with one must of that condition. */
export function must(condition: string): SourceFile {
  return household(`    须 甲/a 依据「二（1）」：${condition}；`)
}

export const VOCABULARY: SourceFile = { file: 'v', text: VOCABULARY_ZH }

/** Compiles a file with the small vocabulary. Its ledger has more articles than any one example answers: R401 is left out. */
export function compileWith(...files: readonly SourceFile[]): Compilation {
  const compilation = compile([...files, VOCABULARY])
  return { ...compilation, diagnostics: compilation.diagnostics.filter((found) => found.code !== 'R401') }
}

/** Takes the marks « » out of a text and says where they stood: the span a finding should have. */
export function unmarked(source: SourceFile): { readonly source: SourceFile; readonly start: number; readonly end: number } {
  const start = source.text.indexOf('«')
  const end = source.text.indexOf('»') - 1
  return { source: { file: source.file, text: source.text.replace(/[«»]/g, '') }, start, end }
}

/** The files after a fix. */
export function applied(files: readonly SourceFile[], fix: Fix): readonly SourceFile[] {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start)
  return files.map((source) => {
    const text = edits
      .filter((edit) => edit.span.file === source.file)
      .reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), source.text)
    return { file: source.file, text }
  })
}
