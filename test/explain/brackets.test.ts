import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { explain, explanationText } from '../../engine/explain/index.ts'
import { decide } from '../../engine/index.ts'

/** The advice and the accounts of a household that misses `wanted`, in Chinese. */
function told(wanted: string, facts: Record<string, number>): string {
  const { program, diagnostics } = compile(`政策 括号/brackets {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」 }
  实体 户/household {
    字段 收入/income：数 2 位，范围 1 至 1000000；
    字段 支出/expense：数 2 位，范围 1 至 1000000；
    字段 退款/refund：数 2 位，范围 1 至 1000000；
    字段 人口/size：数 2 位，范围 1 至 30；
  }
  标准 退出/exit 适用于 户 依据「一」{ 须 甲/a 依据「一」：${wanted}；}
}`)
  expect(diagnostics).toEqual([])
  const decision = decide(program!, 'exit', facts, { asOf: '2019-12-01', year: 2019 })
  return explanationText(explain(program!, facts, decision), 'zh', { detail: 'full' })
}

const FACTS = { income: 900, expense: 400, refund: 100, size: 4 }

describe('a computation is told with the brackets without which it would be another', () => {
  it.each([
    ['（收入 − 支出）÷ 人口 > 500', '（收入 − 支出） ÷ 人口须高于 500'],
    ['收入 −（支出 − 退款）> 900', '收入 − （支出 − 退款）须提高到 900.01'],
    ['收入 ÷（人口 × 支出）> 900', '收入 ÷ （人口 × 支出）须高于 900'],
    ['收入 − 支出 ÷ 人口 > 900', '收入 − 支出 ÷ 人口须高于 900'],
    ['收入 − 支出 − 退款 > 900', '收入 − 支出 − 退款须提高到 900.01'],
  ])('%s', (wanted, words) => {
    expect(told(wanted, FACTS)).toContain(words)
  })

  it('in the worked account as well', () => {
    expect(told('收入 −（支出 − 退款）> 900', FACTS)).toContain('收入 900 − （支出 400 − 退款 100） = 600')
  })
})
