import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { ledgersOf } from '../../engine/ledger/ledger.ts'
import { ledgerText } from '../../engine/ledger/words.ts'

const DIGEST = 'ab'.repeat(32)
const POLICY = `政策 渔船上岸/boats {
  施行 自 2016-01-01 依据「七」；
  来源 上岸办法/rules「渔船上岸办法」 {
    条「一」；条「二」；条「二（一）」；条「三」；条「三第一步」；条「四」；条「五」「以后」；条「六」无规则「宣示」；条「七」；条「八」
  }
  来源 别的办法/others { 条「甲」；条「乙」 }
  角色 村两委/committees；
  参数 线/line_value 按 年度 依据「一」：金额 元/人·年 { 值 自 2016年：3000 元/人·年；}
  实体 船户/crew { 字段 收入/income：金额 元/人·年，范围 0 至 1000000 }
  解释 口径/notion 依据 上岸办法「一」、别的办法「甲」{ 甲/a（默认）；乙/b }
  标准 上岸/ashore 适用于 船户 依据「二」{ 须 收入达标/line 依据「二（一）」：收入 超过 按 口径 { 甲：线；乙：线 } }
  程序 上岸程序/going 适用于 船户 依据「三」{
    步骤 评议/review 整单 依据「三第一步」{ 主体 村两委 依据「四」；}
  }
}
`.replaceAll(/依据「/g, '依据 上岸办法「')

const { program, diagnostics } = compile([{ file: 'boats.policy', text: POLICY }])

describe('the ledger of a policy', () => {
  it('compiles', () => {
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
  })

  it('finds for every article all that cite it, procedures and their steps too', () => {
    const [own] = ledgersOf(program!)
    const lines = own!.lines.map((line) => [
      line.article,
      line.state,
      line.answers.map((one) => `${one.kind} ${one.id}`).join('、'),
    ])
    expect(lines).toEqual([
      ['一', 'answered', 'parameter line_value、reading notion'],
      ['二', 'answered', 'standard ashore'],
      ['二（一）', 'answered', 'item line'],
      ['三', 'answered', 'procedure going'],
      ['三第一步', 'answered', 'step review'],
      ['四', 'answered', 'step review'],
      ['五', 'open', ''],
      ['六', 'no-rule', ''],
      ['七', 'answered', 'policy boats'],
      ['八', 'open', ''],
    ])
    expect(own!.totals).toEqual({ articles: 10, answered: 7, 'no-rule': 1, open: 2, elsewhere: 0 })
  })

  it('asks a full answer only of the sources the policy decides by', () => {
    const [, other] = ledgersOf(program!)
    expect([other!.source, other!.own, other!.lines.map((line) => line.state)]).toEqual([
      'others',
      false,
      ['answered', 'elsewhere'],
    ])
    expect(ledgerText(other!, 'zh')).toContain('另有 1 条')
  })

  it('says so in both languages', () => {
    const [own] = ledgersOf(program!)
    expect(ledgerText(own!, 'zh')).toContain('三第一步  步骤 评议')
    expect(ledgerText(own!, 'en')).toContain(
      'ledger `渔船上岸办法`: 10 articles; 7 answered by rules, 1 said to have none, 2 unanswered',
    )
    for (const lang of ['zh', 'en'] as const) expect(ledgerText(own!, lang)).not.toMatch(/\{\w+\}|undefined/)
  })

  it('carries the digests, and they change nothing about the program', () => {
    const marked = compile([
      { file: 'boats.policy', text: POLICY.replace('条「五」「以后」', `条「五」「以后」指纹「${DIGEST}」`) },
    ]).program!
    expect(ledgersOf(marked)[0]!.lines.find((line) => line.article === '五')!.digest).toBe(DIGEST)
    expect([marked.digest, marked.units]).toEqual([program!.digest, program!.units])
  })
})
