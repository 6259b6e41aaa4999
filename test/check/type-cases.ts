import { household, must, policy } from './fixture.ts'
import type { Case } from './name-cases.ts'

const standard = '标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定 }'
const table = (rows: string) =>
  policy(`表 补助/grant 适用于 户：金额 元 依据「一」{ 输入 年人均纯收入，原因；${rows} }\n${standard}`)

export const TYPE_CASES: readonly Case[] = [
  { code: 'T301', what: 'a number as condition', source: must('«年人均纯收入»') },
  { code: 'T302', what: 'money against a date', source: must('«年人均纯收入 > 首次识别日»') },
  { code: 'T302', what: 'money against a percentage', source: must('«年人均纯收入 > 2%»') },
  { code: 'T303', what: 'different units', source: must('«欠付 > 3 元/人·年»'.replace('欠付', '合计（成员：年收入）')) },
  { code: 'T303', what: 'a sum of different units', source: must('«合计（成员：年收入） + 年人均纯收入» > 3') },
  { code: 'T304', what: 'a total against a line per person', source: must('«家庭年纯收入 超过 国家扶贫标准»') },
  { code: 'T305', what: 'a bare figure against a ratio', source: must('«自付比例 ≤ 2»'), fixes: 1 },
  { code: 'T306', what: 'order of what may be nothing', source: must('«返贫年度 < 2019年»'), fixes: 1 },
  { code: 'T306', what: 'order under an alternative', source: must('增收稳定 或 «欠款 > 3»'), fixes: 1 },
  { code: 'T306', what: 'between', source: must('«返贫年度 介于 2017年 至 2018年»'), fixes: 1 },
  { code: 'T307', what: 'no empty case', source: must('«占比（成员 当 患大病 满足 大病获救助）» ≥ 98%'), fixes: 1 },
  {
    code: 'T308',
    what: 'met outside a comparison',
    source: policy(
      `定义 率/rate 适用于 户：«占比（成员 满足 患大病；分母为零 视为 达到）»；标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：率 ≥ 98% }`,
    ),
    fixes: 1,
  },
  { code: 'T309', what: 'known in a must', source: must('«已知 年人均纯收入»') },
  { code: 'T310', what: 'a number as domain', source: must('存在 «年人均纯收入» 满足 真') },
  { code: 'T311', what: 'a path on a number', source: must('«年人均纯收入 的 年» = 3') },
  { code: 'T312', what: 'a period of a field without years', source: must('«年人均纯收入〔年度 − 1〕» > 3') },
  { code: 'T313', what: 'too many arguments', source: must('«天数（首次识别日）» > 3') },
  { code: 'T314', what: 'a keyed parameter without category', source: must('年人均纯收入 > «分类标准»') },
  {
    code: 'T314',
    what: 'an entry without category',
    source: policy(
      `参数 线/line：整数 人 分 标准类别 { «值»：3 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：计数（成员） > 线（国家） }`,
    ),
  },
  { code: 'T315', what: 'a category for a parameter without', source: must('年人均纯收入 > «国家扶贫标准（国家）»') },
  { code: 'T316', what: 'a figure too fine', source: must('年人均纯收入 > «3700.015»') },
  { code: 'T317', what: 'rounding to zero', source: must('四舍五入（年人均纯收入，到 «0 元/人·年»） > 3700') },
  { code: 'T318', what: 'a list as a value', source: must('«成员»') },
  { code: 'T319', what: 'order of an enumeration', source: must('«原因 > 因病»') },
  { code: 'T320', what: 'arithmetic on a boolean', source: must('«增收稳定» + 1 > 2') },
  { code: 'T302', what: 'a date and a number', source: must('«首次识别日 + 3» > 评定日') },
  { code: 'T321', what: 'the difference of dates', source: must('«评定日 − 首次识别日» > 3'), fixes: 1 },
  { code: 'T322', what: 'workdays', source: must('«首次识别日 + 5 个工作日» > 评定日') },
  { code: 'T324', what: 'has on what is never nothing', source: must('有 «年人均纯收入»') },
  { code: 'T324', what: 'nothing against what is never nothing', source: must('«原因» 是 无') },
  { code: 'T325', what: 'if without else', source: must('«若 增收稳定 则 增收稳定»') },
  {
    code: 'T326',
    what: 'a wrong entry of a parameter',
    source: policy(
      `参数 线/line：整数 人 { 值：«2 元» }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：计数（成员） > 线 }`,
    ),
  },
  { code: 'T326', what: 'a wrong argument', source: must('周岁（«原因»） > 3') },
  { code: 'T326', what: 'a wrong result of a table', source: table('行 任意，因病：«2%»；其余：0 元') },
  { code: 'T327', what: 'an element as a value', source: must('«户» = 户'.replace(' = 户', ' 且 增收稳定')) },
  { code: 'T329', what: 'division by zero', source: must('年人均纯收入 ÷ «0» > 3') },
  {
    code: 'T331',
    what: 'a range of a text',
    source: policy(standard),
    more: [{ file: 'w', text: '词汇 另/other { 实体 物/thing { 字段 名/name：文本，范围 «0 至 3» } }' }],
  },
  {
    code: 'T332',
    what: 'a computed entry',
    source: policy(
      `参数 线/line：整数 人 { 值：«1 + 2» }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：计数（成员） > 线 }`,
    ),
  },
  { code: 'T340', what: 'a must without clause', source: household('须 «甲/a»：增收稳定；') },
  { code: 'T340', what: 'a part without clause', source: household('须 甲/a 依据「一」 全部 { 项 «乙/b»：增收稳定 }') },
  {
    code: 'T341',
    what: 'a score about nobody',
    source: policy(`计分 «总分/total» 依据「一」{ 得分 一分/one 依据「一」：3 分 }\n${standard}`),
  },
  { code: 'T342', what: 'no day in force', source: { file: 'p', text: `政策 «甲/p» { 采用 词汇表；来源 办法/m；${standard} }` } },
  {
    code: 'T343',
    what: 'a wrong number of parts',
    source: household('须 甲/a 依据「一」共 «3 项» 全部 { 项 乙/b 依据「一」：增收稳定；项 丙/c 依据「一」：增收稳定 }'),
    fixes: 1,
  },
  { code: 'T344', what: 'a group without parts', source: household('须 «甲/a» 依据「一」 全部：增收稳定；') },
  {
    code: 'T345',
    what: 'condition and parts',
    source: household('须 «甲/a» 依据「一」：增收稳定 { 项 乙/b 依据「一」：增收稳定 }'),
  },
  { code: 'T347', what: 'at least too many', source: household('须 甲/a 依据「一」 «至少 3» { 项 乙/b 依据「一」：增收稳定 }') },
  { code: 'T348', what: 'two titles', source: policy(`标题「甲」；«标题»「乙」；${standard}`) },
  { code: 'T349', what: 'a row with too few cells', source: table('«行» 任意：2 元；其余：0 元') },
  {
    code: 'T350',
    what: 'a judgement by nobody',
    source: policy(standard),
    more: [{ file: 'w', text: '词汇 另/other { 实体 物/thing { 认定 «好/good» } }' }],
  },
  {
    code: 'T351',
    what: 'a date in a yearly parameter',
    source: policy(
      `参数 线/line：整数 人 按 年度 { 值 自 «2019-01-01»：3 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：计数（成员） > 线 }`,
    ),
  },
  {
    code: 'T352',
    what: 'a boolean that may be nothing',
    source: policy('标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定 }'),
    more: [{ file: 'w', text: '词汇 另/other { 实体 物/thing { 字段 完好/sound：«真假»，可无，说明「看外观」；} }' }],
  },
  {
    code: 'T353',
    what: 'an area code of no place',
    source: policy(
      `参数 线/line：整数 人 按 年度 { 值 自 2019年 地区 «990000»：3 }\n标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：计数（成员） > 线 }`,
    ),
  },
]
