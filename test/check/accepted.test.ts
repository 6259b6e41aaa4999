import { describe, expect, it } from 'vitest'
import { compileWith, household, must, policy } from './fixture.ts'

const CONDITIONS = [
  '有 返贫年度 且 返贫年度 < 年度',
  '返贫年度 ≠ 无 且 返贫年度 介于 2017年 至 2018年',
  '返贫年度 是 无 或 返贫年度 < 2019年',
  '若 有 欠款 则 欠款 < 3000 元 否则 真',
  '非 有 欠款 或 欠款 < 3000',
  '返贫年度 = 2019年',
  '返贫年度 = 2019',
  '每个 成员 满足（非 有 欠款 或 欠款 < 3000 元）',
  '有 欠款 且 每个 成员 满足 年收入 > 欠款',
  '自付比例 ≤ 0.1',
  '自付比例 < 半数',
  '年人均纯收入 > 0 且 家庭年纯收入 ÷ 年人均纯收入 > 3 人',
  '计数（成员） > 0 且 家庭年纯收入 ÷ 计数（成员） > 3000 元/年',
  '年人均纯收入 ÷ 国家扶贫标准 ≥ 120%',
  '年人均纯收入 × 2 > 国家扶贫标准 × 150%',
  '年人均纯收入 > 0.37万 元/人·年',
  '计数（成员 当 患大病） ≥ 2 人',
  '占比（成员 满足 患大病；分母为零 视为 未达） < 三分之一',
  '周岁（首次识别日） ≥ 3 且 天数（首次识别日，评定日） ≥ 30 天',
  '评定日 − 1 周年 > 首次识别日',
  '首次识别日 的 月 = 12',
  '年度 − 首次识别日 的 年 ≤ 2',
  '用水量〔年度 − 1〕 > 用水量',
  '用水量〔2018〕 > 3.5',
  '原因 属于（因病、因残）',
  '因病 = 原因',
  'reason = illness',
  '户 的 年人均纯收入 超过 national_line',
  '所在村 的 贫困发生率 ≤ 2%',
  '所在村 的 未脱贫人口 < 20',
  '存在 所在村 的 农户 满足 年人均纯收入 > 户 的 家庭年纯收入 ÷ 3 人',
  '较大（年人均纯收入，3000） > 国家扶贫标准',
  '四舍五入（年人均纯收入，到 100 元/人·年） > 3700',
  '没有 异议',
  '增收稳定 = 真',
]

describe('conditions that are well formed', () => {
  it.each(CONDITIONS)('%s', (condition) => {
    const { diagnostics, program } = compileWith(must(condition))
    expect(diagnostics).toEqual([])
    expect(program?.standards[0]?.items[0]?.condition).toBeDefined()
  })

  it('guards carry on from 当 to the condition, 视为 and parts', () => {
    const { diagnostics } = compileWith(
      household(
        '须 甲/a 依据「一」当 有 欠款：欠款 < 3000 元 视为 欠款 = 0 元；须 乙/b 依据「一」当 有 返贫年度 全部 { 项 丙/c 依据「一」：返贫年度 < 年度 }',
      ),
    )
    expect(diagnostics).toEqual([])
  })

  it('the guard of a standard holds for its items', () => {
    const { diagnostics } = compileWith(
      policy('标准 户退出/exit 适用于 户 当 有 返贫年度 依据「一」{ 须 甲/a 依据「一」：返贫年度 < 年度 }'),
    )
    expect(diagnostics).toEqual([])
  })

  it('items may stand under one reading only', () => {
    const body =
      '解释 宽严/how { 宽（默认）；严 } 标准 户退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：增收稳定；按 宽严 { 取 严 { 须 乙/b 依据「一」：没有 异议 } } }'
    const { diagnostics, program } = compileWith(policy(body))
    expect(diagnostics).toEqual([])
    expect(program?.standards[0]?.items.map((item) => item.under)).toEqual([[], [{ reading: 'how', choice: '严' }]])
  })

  it('a field of one element is not guarded by another element’s', () => {
    const vocabulary = {
      file: 'w',
      text: '词汇 另/other { 实体 组/group { 字段 组员/people：列表 人员；字段 数/figure：整数，可无 } 实体 人员/human { 字段 数/figure：整数，可无 } }',
    }
    const head = '政策 甲/p { 施行 自 2019-01-01；采用 另；来源 办法/m；标准 标/s 适用于 组 依据「一」{ 须 乙/i 依据「一」：'
    const codes = (condition: string) =>
      compileWith({ file: 'p', text: `${head}${condition} } }` }, vocabulary).diagnostics.map((found) => found.code)
    expect(codes('有 数 且 每个 组员 满足 数 > 1')).toEqual(['T306'])
    expect(codes('有 数 且 每个 组员 满足 组 的 数 > 1')).toEqual([])
    expect(codes('每个 组员 当 有 数 满足 数 > 1')).toEqual([])
  })
})

describe('one mistake gives one finding', () => {
  it.each([
    ['不认识的一 + 3 元 > 2%', ['N201']],
    ['存在 不认识的一 满足 不认识的二', ['N201']],
    ['不认识的一 的 不认识的二 > 3', ['N201']],
    ['（若 不认识的一 则 3 元 否则 2 元）> 3', ['N201']],
    ['四舍五入（不认识的一，到 0.01 元） > 3 元', ['N201']],
  ])('%s', (condition, codes) => {
    expect(compileWith(must(condition)).diagnostics.map((found) => found.code)).toEqual(codes)
  })

  it('a vocabulary that is not found is said once', () => {
    const text = must('率 > 3 且 成员 的 甲 = 乙').text.replace('采用 词汇表', '采用 别处')
    expect(compileWith({ file: 'p', text }).diagnostics.map((found) => found.code)).toEqual(['N213'])
  })

  it('a declaration that cannot be read does not make those who use it speak', () => {
    const vocabulary = {
      file: 'w',
      text: '词汇 另/other { 实体 组/group { 字段 数/figure：：整数；字段 名/name：文本 } 参数 线：整数 { 值：1 } }',
    }
    const text =
      '政策 甲/p { 施行 自 2019-01-01；采用 另；来源 办法/m；标准 标/s 适用于 组 依据「一」{ 须 乙/i 依据「一」：数 > 线 且 nmae = “a” } }'
    const codes = compileWith({ file: 'p', text }, vocabulary).diagnostics.map((found) => `${found.code[0]} ${found.span.file}`)
    expect(codes).toEqual(['N p', 'P w'])
  })
})
