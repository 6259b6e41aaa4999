import { describe, expect, it } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { decide, TiaoliError } from '../../engine/index.ts'
import { readingsImpact } from '../../engine/readings/impact.ts'
import { readingsOf } from '../../engine/readings/reached.ts'
import { impactText } from '../../engine/readings/words.ts'

const { program, diagnostics } = compile(`政策 船/boats {
  施行 自 2016-01-01；
  来源 办法/measure { 条「一」；条「二」 }
  实体 船户/crew {
    字段 收入/income：金额 元/人·年，范围 0 至 1000000；
    字段 补贴/grant：金额 元/人·年，范围 0 至 1000000；
    字段 船龄/age：整数，范围 0 至 100
  }
  解释 口径/notion 依据「一」{ 不含补贴/without（默认）；含补贴/with }
  解释 边界/border 依据「一」{ 超过/over（默认）；达到/reach；从宽/lenient }
  解释 船龄要求/age_rule 依据「二」{ 不要求/no（默认）；要求/yes }
  解释 无关/unrelated 依据「二」{ 甲/a（默认）；乙/b }
  定义 认定收入/assessed 适用于 船户 依据「一」：按 口径 { 不含补贴：收入；含补贴：收入 + 补贴 }；
  定义 闲置/idle 适用于 船户 依据「二」：按 无关 { 甲：船龄；乙：船龄 + 1 }；
  标准 上岸/ashore 适用于 船户 依据「一」{
    须 收入达标/line 依据「一」：按 边界 { 超过：认定收入 超过 3000；达到：认定收入 不低于 3000；从宽：认定收入 不低于 2000 }；
    按 船龄要求 { 取 要求 { 须 船龄够/old 依据「二」：船龄 不低于 10；} 取 不要求 { 统筹 船龄记/noted 依据「二」：已知 船龄；} }
  }
  标准 看船/look 适用于 船户 依据「二」{ 须 船新/new 依据「二」：闲置 低于 30；}
}`)
const times = { asOf: '2019-06-01', year: 2019 }
const CREWS = [
  { income: '3000', grant: '0', age: 12 },
  { income: '2500', grant: '500', age: 12 },
  { income: '9000', grant: '0', age: 3 },
  { income: '9000', grant: '0' },
  { income: 'many' },
]

describe('readings', () => {
  it('compiles', () => {
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
  })

  it('reached by a standard: through definitions and items, and no others', () => {
    const reached = (id: string) => readingsOf(program!, program!.standards.find((one) => one.id === id)!).map((one) => one.id)
    expect(reached('ashore')).toEqual(['notion', 'border', 'age_rule'])
    expect(reached('look')).toEqual(['unrelated'])
  })
})

describe('the impact of readings', () => {
  const impact = readingsImpact(program!, 'ashore', CREWS, times)

  it('answers under the chosen readings as decide does', () => {
    const decided = CREWS.map((facts) => decide(program!, 'ashore', facts, times))
    expect(impact.answers).toEqual(decided.map((one) => (one.kind === 'decided' ? one.record.outcome : 'rejected')))
    expect(impact.answers).toEqual(['unmet', 'unmet', 'met', 'met', 'rejected'])
  })

  it('tells for each alternative alone who is decided otherwise, and by which items', () => {
    expect(impact.single.map((one) => one.readings)).toEqual([
      ...[{ notion: 'with' }, { border: 'reach' }, { border: 'lenient' }, { age_rule: 'yes' }],
    ])
    const [notion, reach, lenient, age] = impact.single
    expect(notion!.changed).toEqual([])
    const line = [{ id: 'line', from: 'false', to: 'true' }]
    expect(reach!.changed).toEqual([{ subject: 0, from: 'unmet', to: 'met', items: line }])
    expect(lenient!.changed.map((one) => one.subject)).toEqual([0, 1])
    const noted = (from: string) => ({ id: 'noted', from, to: 'absent' })
    expect(age!.changed).toEqual([
      { subject: 2, from: 'met', to: 'unmet', items: [noted('true'), { id: 'old', from: 'absent', to: 'false' }] },
      { subject: 3, from: 'met', to: 'undetermined', items: [noted('false'), { id: 'old', from: 'absent', to: 'unknown' }] },
    ])
    expect(age!.turnedOnly).toBe(2)
  })

  it('finds what only two readings together change, and says what was tried', () => {
    expect(impact.together).toEqual([
      {
        readings: { notion: 'with', border: 'reach' },
        changed: [{ subject: 1, from: 'unmet', to: 'met', items: [{ id: 'line', from: 'false', to: 'true' }] }],
        turnedOnly: 0,
      },
    ])
    // 2 · 3 · 2 choices, less the chosen ones and four single changes
    expect(impact.combinations).toEqual({ tried: 7, possible: 7 })
    const few = readingsImpact(program!, 'ashore', CREWS, times, { combinations: 2 })
    expect(few.combinations).toEqual({ tried: 2, possible: 7 })
    expect(readingsImpact(program!, 'ashore', CREWS, times, { combinations: 0 }).together).toEqual([])
  })

  it('starts from the readings of the call', () => {
    const from = readingsImpact(program!, 'ashore', CREWS, times, { readings: { border: 'lenient' } })
    expect(from.answers.slice(0, 2)).toEqual(['met', 'met'])
    expect(from.readings.find((one) => one.id === 'border')!.chosen).toBe('lenient')
    expect(from.single.map((one) => one.readings['border']).filter((one) => one !== undefined)).toEqual(['over', 'reach'])
  })

  it('agrees with decide under every choice', () => {
    for (const one of [...impact.single, ...impact.together])
      for (const { subject, to } of one.changed) {
        const decided = decide(program!, 'ashore', CREWS[subject]!, times, { readings: one.readings })
        expect(decided.kind === 'decided' && decided.record.outcome).toBe(to)
      }
  })

  it('takes times for each, no facts at all, and refuses misuse', () => {
    expect(
      readingsImpact(
        program!,
        'ashore',
        CREWS,
        CREWS.map(() => times),
      ).answers,
    ).toEqual(impact.answers)
    expect(readingsImpact(program!, 'ashore', [], times).answers).toEqual([])
    expect(() => readingsImpact(program!, 'nothing', CREWS, times)).toThrow(TiaoliError)
    expect(() => readingsImpact(program!, 'ashore', CREWS, [times])).toThrow(TiaoliError)
    expect(() => readingsImpact(program!, 'ashore', CREWS, times, { readings: { border: 'x' } })).toThrow(TiaoliError)
  })

  it('is told in both languages', () => {
    const names = { standard: 'S', subject: (place: number) => `#${place}`, item: (id: string) => id }
    const zh = impactText(impact, 'zh', names)
    expect(zh).toContain('边界 取 达到：1 个对象的结论改变')
    expect(zh).toContain('#0：不达标 → 达标  [line 假 → 真]')
    expect(zh).toContain('口径 取 含补贴，边界 取 达到')
    expect(zh).toContain('试了 7 种，共有 7 种')
    expect(impactText(impact, 'en', names)).toContain(
      '#2: met → unmet  [noted true → not part of the standard, old not part of the standard → false]',
    )
    for (const text of [zh, impactText(impact, 'en', names)]) expect(text).not.toMatch(/\{\w+\}|undefined/)
  })
})
