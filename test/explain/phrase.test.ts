import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { explain, explanationText } from '../../engine/explain/index.ts'
import { decide } from '../../engine/index.ts'
import type { Facts, Lang } from '../../engine/types.ts'

/** All that is told of a household whose members must be as `wanted` says. */
function told(wanted: string, facts: Facts, lang: Lang = 'zh'): string {
  const { program, diagnostics } = compile(`政策 括号/brackets {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」 }
  实体 户/household {
    字段 收入/income：数 2 位，范围 1 至 1000000；
    字段 支出/expense：数 2 位，范围 1 至 1000000；
    字段 成员/members：列表 人，至多 30；
  }
  实体 人/person {
    字段 辍学/dropout：真假；
    字段 患病/ill：真假；
    字段 残疾/disabled：真假；
  }
  解释 读法/way 依据「一」{ 合计/both（默认）；只算/one }
  标准 退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：${wanted}；}
}`)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const decision = decide(program!, 'exit', facts, { asOf: '2019-12-01', year: 2019 })
  return explanationText(explain(program!, facts, decision), lang, { detail: 'full' })
}

const MEMBERS = { income: 900, expense: 400, members: [{ dropout: true, ill: false, disabled: false }] }
const body = (condition: string) => `没有 成员 满足（${condition}）`

describe('a negation has one pair of brackets', () => {
  it.each([
    ['非（辍学 或 患病）', '没有人满足（不满足（辍学 或 患病））', 'no person has (not (dropout or ill))'],
    [
      '患病 且 非（辍学 或 残疾）',
      '没有人满足（患病 且 不满足（辍学 或 残疾））',
      'no person has (ill and not (dropout or disabled))',
    ],
    ['（辍学 或 患病）= 假', '没有人满足（不满足（辍学 或 患病））', 'no person has (not (dropout or ill))'],
    ['非（（辍学 或 患病）= 真）', '没有人满足（不满足（辍学 或 患病））', 'no person has (not (dropout or ill))'],
    ['非 辍学', '没有人满足（不是「辍学」）', 'no person has (not dropout)'],
    [
      '非 按 读法 { 合计：辍学 或 患病；只算：辍学 }',
      '没有人满足（不满足（辍学 或 患病））',
      'no person has (not (dropout or ill))',
    ],
    ['非 按 读法 { 合计：辍学；只算：患病 }', '没有人满足（不是「辍学」）', 'no person has (not dropout)'],
  ])('%s', (condition, zh, en) => {
    expect(told(body(condition), MEMBERS)).toContain(zh)
    expect(told(body(condition), MEMBERS, 'en')).toContain(en)
  })
})

describe('a reading is told as its choice', () => {
  it.each([
    ['患病 且 按 读法 { 合计：辍学 或 残疾；只算：辍学 }', '患病 且 （辍学 或 残疾）'],
    ['患病 且 按 读法 { 合计：辍学 且 残疾；只算：辍学 }', '患病 且 辍学 且 残疾'],
    ['患病 或 按 读法 { 合计：残疾；只算：辍学 }', '患病 或 残疾'],
  ])('%s', (condition, words) => {
    expect(told(body(condition), { members: [{ dropout: false, ill: false, disabled: false }] })).toContain(`满足（${words}）`)
  })
  it('in brackets where the computation around it would tear it apart, with its figures in the account', () => {
    const text = told('收入 × 按 读法 { 合计：收入 + 支出；只算：收入 } > 1000000000', MEMBERS)
    expect(text).toContain('收入 900 × （收入 900 + 支出 400） = 1,170,000')
    expect(text).toContain('收入 × （收入 + 支出）须高于 1,000,000,000')
  })
  it('by its figures and its name, never without one', () => {
    const sum = told('按 读法 { 合计：收入 + 支出；只算：收入 } > 2000', MEMBERS)
    expect(sum).toContain('收入 900 + 支出 400 = 1,300，不大于 2,000')
    expect(sum).toContain('- 甲：收入 + 支出须提高到 2,000.01')
    expect(told('按 读法 { 合计：收入；只算：支出 } > 2000', MEMBERS, 'en')).toContain('- a: income must rise to 2,000.01')
    expect(told('支出 > 按 读法 { 合计：收入；只算：支出 }', MEMBERS)).toContain('支出 400，不大于收入 900，')
  })
})

describe('a sum inside a product', () => {
  it.each([
    ['收入 ×（1 + 支出）> 1000000000', '收入 × （1 + 支出）须高于'],
    ['收入 ×（支出 ÷ 3）> 1000000000', '收入 × （支出 ÷ 3）须高于'],
    ['收入 + 支出 ÷ 3 > 1000000000', '收入 + 支出 ÷ 3须高于'],
  ])('%s', (wanted, words) => {
    expect(told(wanted, MEMBERS)).toContain(words)
  })
})
