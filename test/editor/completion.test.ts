import { describe, expect, test } from 'vitest'
import { type Completion, completionAt } from '../../editor/service/completion.ts'
import { caret, POLICY_FILE, policyAt, workspaceWith } from './fixture.ts'

function complete({ text, offset }: { readonly text: string; readonly offset: number }): Completion {
  return completionAt(workspaceWith(text), POLICY_FILE, offset)
}
const labels = ({ items }: Completion): readonly string[] => items.map((item) => item.label)
/** The labels of the likeliest items. */
const first = ({ items }: Completion): readonly string[] => {
  const best = Math.min(...items.map((item) => item.rank))
  return items.filter((item) => item.rank === best).map((item) => item.label)
}
const RULE = '须 收入达标/income_line 依据「一」：年人均纯收入 超过 国家扶贫标准；'

describe('keywords', () => {
  test('an empty file begins with a policy, a vocabulary or a source', () => {
    expect(labels(complete(caret('<|>')))).toEqual(['政策', '词汇', '来源'])
  })

  test('a standard holds items, whatever stands around', () => {
    const found = complete(policyAt(RULE, '<|>'))
    expect(labels(found)).toEqual(['须', '不得', '暂缓', '统筹', '按', '删去', '原则上'])
    expect(found.items[0]).toMatchObject({ insert: `须 \${1:名称} 依据「\${2:条款}」：$0；`, snippet: true })
  })

  test('after 原则上 only what may carry it, and no second 原则上', () => {
    expect(labels(complete(policyAt(RULE, '原则上 <|>')))).toContain('须')
    expect(labels(complete(policyAt(RULE, '原则上 <|>')))).not.toContain('原则上')
  })

  test('a policy holds attributes and terms, not items', () => {
    const found = labels(complete(policyAt('标题「样例办法」；', '<|>')))
    expect(found).toEqual(expect.arrayContaining(['标题', '地区', '参数', '标准', '定义']))
    expect(found).not.toContain('须')
  })

  test('behind the name come the clauses not yet written', () => {
    const found = labels(complete(policyAt(RULE, '须 收入达标 依据「一」 <|>')))
    expect(found).toEqual(expect.arrayContaining(['当', '视为', '除外', '全部', '至少']))
    expect(found).not.toContain('依据')
    expect(found).not.toContain('范围')
  })

  test('an English file is helped in English', () => {
    const found = complete(
      caret(
        'policy sample_2 {\n  use sample_words;\n  source law { article “1” }\n  standard exit for household {\n    <|>\n  }\n}\n',
      ),
    )
    expect(labels(found)).toEqual(['must', 'bar', 'suspend', 'weigh', 'by_reading', 'omit', 'in_principle'])
  })

  test('a word of a closed list', () => {
    expect(labels(complete(policyAt('标题「样例办法」；', '层级 <|>；')))).toEqual(['国家', '省', '市', '县', '乡', '村'])
  })
})

describe('names', () => {
  test('fields of the subject where an expression begins, truths first', () => {
    const found = complete(policyAt(RULE, '须 收入达标 依据「一」：<|>'))
    expect(first(found)).toEqual(['住房安全', '来源稳定'])
    expect(labels(found)).toEqual(expect.arrayContaining(['年人均纯收入', '国家扶贫标准', '没有', '占比', '年度']))
    // The fields of another element mean nothing here.
    expect(labels(found)).not.toContain('有工作队')
  })

  test('the word being typed is replaced whole', () => {
    const marked = policyAt(RULE, '须 收入达标 依据「一」：年人<|>；')
    const found = complete(marked)
    expect(marked.text.slice(found.start, found.end)).toBe('年人')
    expect(labels(found)).toContain('年人均纯收入')
  })

  test('a comparison asks for the same unit first', () => {
    const found = complete(policyAt('国家扶贫标准；\n', '<|>；\n'))
    expect(first(found)).toEqual(['国家扶贫标准'])
    expect(found.items.find((item) => item.label === '家庭年收入')?.rank).toBeGreaterThan(0)
    expect(found.items.find((item) => item.label === '国家扶贫标准')?.detail).toContain('金额 元/人·年')
  })

  test('an operand is followed by operators, not by names', () => {
    const found = labels(complete(policyAt(RULE, '须 收入达标 依据「一」：年人均纯收入 <|>')))
    expect(found).toEqual(expect.arrayContaining(['超过', '不低于', '且', '介于', '的']))
    expect(found).not.toContain('住房安全')
  })

  test('the values of the enumeration that is compared', () => {
    expect(first(complete(policyAt(RULE, '须 收入达标 依据「一」：致贫 = <|>；')))).toEqual(['因病', '因残'])
    expect(first(complete(policyAt(RULE, '须 收入达标 依据「一」：致贫 是 因<|>；')))).toEqual(['因病', '因残'])
    expect(first(complete(policyAt(RULE, '须 收入达标 依据「一」：致贫 属于（因病、<|>）；')))).toEqual(['因病', '因残'])
  })

  test('a run typed without spaces: its whole words count, its last piece is replaced', () => {
    const marked = policyAt(RULE, '须 收入达标 依据「一」：年人均纯收入超过国<|>；')
    const found = complete(marked)
    expect(marked.text.slice(found.start, found.end)).toBe('国')
    expect(first(found)).toEqual(['国家扶贫标准'])
    const between = complete(policyAt(RULE, '须 收入达标 依据「一」：年人均纯收入超过<|>；'))
    expect([between.end - between.start, first(between)]).toEqual([0, ['国家扶贫标准']])
    const second = policyAt(RULE, '须 收入达标 依据「一」：住房安全且来源稳定<|>；')
    expect(second.text.slice(complete(second).start, complete(second).end)).toBe('来源稳定')
  })

  test('definitions about another element mean nothing here', () => {
    const policy = policyAt(RULE, '须 收入达标 依据「一」：<|>')
    const withOthers = policy.text.replace(
      '  标准 贫困户退出',
      '  定义 村有队/team 适用于 村：有工作队；\n  定义 户有房/housed 适用于 户：住房安全；\n  标准 贫困户退出',
    )
    const found = completionAt(workspaceWith(withOthers), POLICY_FILE, policy.offset + withOthers.length - policy.text.length)
    expect(labels(found)).toContain('户有房')
    expect(labels(found)).not.toContain('村有队')
    expect(found.items.find(({ label }) => label === '户有房')).toMatchObject({ rank: 0, detail: '真假 · 户' })
  })

  test('lists after a quantifier, the fields of their elements inside it', () => {
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：没有 <|>')))).toEqual(['成员'])
    const inside = labels(complete(policyAt(RULE, '须 收入达标 依据「一」：没有 成员 满足 <|>')))
    expect(inside[0]).toBe('患大病')
    expect(inside).toContain('住房安全')
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：计数（成员 当 <|>）> 1；')))[0]).toBe('患大病')
    const after = labels(complete(policyAt(RULE, '须 收入达标 依据「一」：（没有 成员 满足 患大病）且 <|>')))
    expect(after).not.toContain('患大病')
  })

  test('a path leads to the fields of what it names', () => {
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：所在村 的 <|>')))).toEqual(['有工作队', '村名'])
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：没有 成员 满足 出生日期 的 <|>')))).toEqual(['年', '月', '日'])
  })

  test('standards after 符合, entities after 适用于, roles after 由', () => {
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：符合 <|>')))).toEqual(['贫困户退出'])
    expect(labels(complete(policyAt('适用于 户', '适用于 <|>')))).toEqual(['成员', '村', '户'])
    expect(labels(complete(policyAt(RULE, '暂缓 有异议 依据「一」 由 <|>')))).toEqual(['村两委'])
  })

  test('the choices of a reading, with the colon', () => {
    const found = complete(policyAt(RULE, '须 收入达标 依据「一」：按 以下读法 { <|>'))
    expect(found.items.map((item) => item.insert)).toEqual(['含本数：', '不含本数：'])
    expect(labels(complete(policyAt(RULE, '须 收入达标 依据「一」：按 以下读法 { 含本数：<|>')))).toContain('住房安全')
  })
})

describe('types and clauses', () => {
  test('type words, then units', () => {
    const parameter = '参数 国家扶贫标准/national_line：金额 元/人·年 按'
    expect(first(complete(policyAt(parameter, '参数 新线：<|>')))).toContain('金额')
    expect(first(complete(policyAt(parameter, '参数 新线：金额 <|>')))).toContain('元/人·年')
  })

  test('the articles of the source, those that give no rule last', () => {
    const found = complete(policyAt('依据「二」', '依据「<|>」'))
    expect(found.items.map(({ label, detail, rank }) => [label, detail, rank])).toEqual([
      ['一', '收入', 1],
      ['二', '住房', 1],
      ['三', '目的', 2],
    ])
    // An open quotation is closed by the item, a closed one is not closed twice.
    expect(found.items[0]?.insert).toBe('一')
    expect(complete(policyAt('依据「二」：住房安全；', '依据「<|>')).items[0]?.insert).toBe('一」')
  })

  test('nothing in comments, texts and new names', () => {
    expect(labels(complete(policyAt(RULE, '// 说明 <|>')))).toEqual([])
    expect(labels(complete(policyAt('标题「样例办法」', '标题「样<|>」')))).toEqual([])
    expect(labels(complete(policyAt(RULE, '须 <|>')))).toEqual([])
  })
})
