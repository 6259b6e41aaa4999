import type { SourceFile } from '../../dsl/source/source-file.ts'
import { household, must, policy } from './fixture.ts'

/** A text whose only finding is that code, at the marks « ». `more` are further files. */
export interface Case {
  readonly code: string
  readonly what: string
  readonly source: SourceFile
  readonly more?: readonly SourceFile[]
  /** how many fixes are offered */
  readonly fixes?: number
}

const standard = '标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定 }'

export const NAME_CASES: readonly Case[] = [
  { code: 'N201', what: 'a mistyped name', source: must('«年人均纯収入» 超过 国家扶贫标准'), fixes: 1 },
  { code: 'N201', what: 'a field of another element', source: must('«辍学»') },
  { code: 'N201', what: 'an unknown function', source: must('«周年岁»（首次识别日） > 3') },
  { code: 'N202', what: 'an unknown field after 的', source: must('所在村 的 «有驻村工作对»'), fixes: 1 },
  {
    code: 'N203',
    what: 'a parameter declared twice',
    source: policy(standard),
    more: [{ file: 'w', text: '词汇 另/other { 参数 线：整数 { 值：1 } 参数 «线»：整数 { 值：2 } }' }],
  },
  {
    code: 'N203',
    what: 'two items of one id',
    source: household('须 甲/a 依据「一」：增收稳定；须 «乙/a» 依据「一」：增收稳定；'),
  },
  {
    code: 'N204',
    what: 'one Chinese name with two ids',
    source: household('须 甲/a 依据「一」：增收稳定；须 «甲/b» 依据「一」：增收稳定；'),
  },
  { code: 'N205', what: 'look-alikes', source: household('须 期未/a 依据「一」：增收稳定；须 «期末/b» 依据「一」：没有 异议；') },
  {
    code: 'N205',
    what: 'a traditional variant',
    source: household('须 标准/a 依据「一」：增收稳定；须 «標准/b» 依据「一」：没有 异议；'),
  },
  {
    code: 'N206',
    what: 'a parameter of the vocabulary is hidden',
    source: policy(
      '参数 «国家扶贫标准/national_line»：金额 元/人·年 按 年度 { 值：4000 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：年人均纯收入 超过 国家扶贫标准 }',
    ),
  },
  {
    code: 'N206',
    what: 'a field hides the definition',
    source: policy(
      '定义 «增收稳定/steadiness»：年度 > 2016；标准 村退出/exit 适用于 村 依据「一」{ 须 甲/a 依据「一」：增收稳定 }',
    ),
  },
  {
    code: 'N206',
    what: 'a field hides a builtin time',
    source: policy(standard),
    more: [{ file: 'w', text: '词汇 另/other { 实体 物/thing { 字段 «核定年/year»：年份 } }' }],
  },
  {
    code: 'N207',
    what: 'two vocabularies declare it',
    source: {
      file: 'p',
      text: '政策 甲/p { 施行 自 2019-01-01；采用 一；采用 二；来源 办法/m；标准 甲标/s 适用于 户 依据「一」{ 须 项一/i 依据「一」：收入 > «线» } }',
    },
    more: [
      { file: 'one', text: '词汇 一 { 实体 户 { 字段 收入：整数 } 参数 线：整数 { 值：1 } }' },
      { file: 'two', text: '词汇 二 { 参数 线：整数 { 值：2 } }' },
    ],
  },
  { code: 'N208', what: 'a role as an operand', source: must('«村两委»') },
  { code: 'N208', what: 'an entity as reviewer', source: household('暂缓 甲/a 依据「一」由 «户»：存在 异议 满足 非 已撤回；') },
  { code: 'N208', what: 'a standard as an operand', source: must('«户退出»') },
  { code: 'N209', what: 'an unused parameter', source: policy(`参数 «备用/spare»：整数 { 值：1 }\n${standard}`) },
  { code: 'N209', what: 'an unused reading', source: policy(`解释 «两可/either» { 宽（默认）；严 }\n${standard}`) },
  { code: 'N210', what: 'two definitions in a circle', source: policy(`定义 甲一：乙一；定义 乙一：«甲一»；${standard}`) },
  {
    code: 'N211',
    what: 'an arm is missing',
    source: policy(
      '解释 宽严/strictness { 宽（默认）；严 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 «宽严» { 宽：增收稳定 } }',
    ),
  },
  {
    code: 'N212',
    what: 'an unknown choice',
    source: policy(
      '解释 宽严/strictness { 宽松（默认）；严格 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽松：增收稳定；«严个»：增收稳定 } }',
    ),
    fixes: 1,
  },
  { code: 'N213', what: 'an unknown unit', source: policy(`采用 «词汇表格»；${standard}`), fixes: 1 },
  {
    code: 'N214',
    what: 'a circle of uses',
    source: policy(standard),
    more: [
      { file: 'one', text: '词汇 一 { 采用 二 }' },
      { file: 'two', text: '词汇 二 { 采用 一 }' },
    ],
  },
  { code: 'N215', what: 'an article the source does not have', source: household('须 甲/a 依据«「二（3）」»：增收稳定；') },
  {
    code: 'N216',
    what: 'no source',
    source: {
      file: 'p',
      text: '政策 «甲/p» { 施行 自 2019-01-01；采用 词汇表；标准 甲标/s 适用于 户 依据「一」{ 须 项一/i 依据「一」：增收稳定 } }',
    },
  },
  {
    code: 'N217',
    what: 'a reading the used unit does not have',
    source: {
      file: 'p',
      text: '政策 甲/p { 施行 自 2019-01-01；采用 词汇表 { 取 «宽严» = 宽 }；来源 办法/m；标准 甲标/s 适用于 户 依据「一」{ 须 项一/i 依据「一」：增收稳定 } }',
    },
  },
  { code: 'N218', what: 'a definition about another element', source: must('«贫困发生率» < 2%') },
  { code: 'N219', what: 'an unknown value', source: must('原因 = «因并»'), fixes: 3 },
  { code: 'N220', what: 'a run of names', source: must('«年人均纯收入超过国家扶贫标准»'), fixes: 1 },
  {
    code: 'N221',
    what: 'one arm twice',
    source: policy(
      '解释 宽严/strictness { 宽（默认）；严 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：按 宽严 { 宽：增收稳定；严：增收稳定；«宽»：增收稳定 } }',
    ),
  },
  {
    code: 'N222',
    what: 'which of two sources',
    source: policy('来源 通知/notice { 条「九」}\n标准 户退出/exit 适用于 户 依据 办法「一」{ 须 甲/a 依据«「九」»：增收稳定 }'),
    fixes: 1,
  },
  {
    code: 'N223',
    what: 'an unknown role',
    source: household('暂缓 甲/a 依据「一」由 «审定机构»：存在 异议 满足 非 已撤回；'),
    fixes: 1,
  },
  {
    code: 'N223',
    what: 'an unknown entity',
    source: policy('标准 户退出/exit 适用于 «农户» 依据「一」{ 须 甲/a 依据「一」：真 }'),
  },
  {
    code: 'N224',
    what: 'the id of an outer field is an inner field too',
    source: {
      file: 'p',
      text: '政策 甲/p { 施行 自 2019-01-01；采用 另；来源 办法/m；标准 标/s 适用于 组 依据「一」{ 须 乙/i 依据「一」：每个 组员 满足 收入 > «总收入» } }',
    },
    more: [
      {
        file: 'w',
        text: '词汇 另/other { 实体 组/group { 字段 组员/people：列表 人员；字段 总收入/income：整数 } 实体 人员/human { 字段 收入/income：整数 } }',
      },
    ],
  },
]
