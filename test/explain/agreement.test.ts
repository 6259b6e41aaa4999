import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../dsl/index.ts'
import { COMPARE_WORDS } from '../../dsl/syntax/compare-words.ts'
import { truthName } from '../../dsl/value/truth.ts'
import { explain, explanationText } from '../../engine/explain/index.ts'
import { type ItemTrace, traceStandard } from '../../engine/explain/standard.ts'
import { WORDS_EN } from '../../engine/explain/words.en.ts'
import { WORDS_ZH } from '../../engine/explain/words.zh.ts'
import { worldOf } from '../../engine/explain/world.ts'
import { decide } from '../../engine/index.ts'
import { buildFacts, buildProgram, drawn, TIMES } from '../properties/arbitrary/index.ts'
import { decisionOf } from './record.ts'

const cases = drawn((draw) => {
  const program = buildProgram(draw)
  const standard = draw.pick(program.standards)
  return { program, standard, facts: buildFacts(draw, program, standard.id) }
})

function flat(items: readonly ItemTrace[]): ItemTrace[] {
  return items.flatMap((item) => [item, ...flat(item.parts)])
}

const passing = (one: ItemTrace): 0 | 1 => (one.item.kind === 'must' ? 1 : 0)

describe('the tracing evaluator', () => {
  test('agrees with the reference interpreter on every item and outcome', () => {
    let decided = 0
    fc.assert(
      fc.property(cases, ({ program, standard, facts }) => {
        const decision = decisionOf(program, standard.id, facts, TIMES)
        if (decision.kind !== 'decided') return
        decided++
        const { record } = decision
        const world = worldOf(program, standard.entity, facts, TIMES, record.readings)
        const traced = traceStandard(standard, { world, elements: [world.subject] })
        const items = flat(traced.items).map((one) => ({
          id: one.item.id,
          value: truthName(one.value),
          effect: one.effect,
          applied: one.applied && truthName(one.applied),
        }))
        expect(items.map(({ id, value, effect }) => ({ id, value, effect }))).toEqual(
          record.items.map(({ id, value, effect }) => ({ id, value, effect })),
        )
        expect(traced.outcome).toBe(record.outcome)
      }),
      { numRuns: 800 },
    )
    expect(decided).toBeGreaterThan(400)
  })

  test('knows that an element surely stopped does not meet a standard whose guard is open', () => {
    const { programs } =
      compile(`政策 甲/a { 施行 自 2019-01-01；来源 乙/b { 条「一」 } 实体 户/household { 字段 在册/listed：真假；字段 好/good：真假 } 实体 村/village { 字段 农户/households：列表 户，至多 9 }
      标准 户退出/household_exit 适用于 户 当 在册 依据「一」 { 须 好的/is_good 依据「一」：好；}
      标准 村退出/village_exit 适用于 村 依据「一」 { 须 有人退出/someone 依据「一」：存在 农户 满足 符合 户退出；} }`)
    const program = programs.get('a')!
    const facts = { households: [{ good: false }] }
    const decision = decide(program, 'village_exit', facts, TIMES)
    const world = worldOf(program, 'village', facts, TIMES, {})
    const traced = traceStandard(program.standards.find((one) => one.id === 'village_exit')!, {
      world,
      elements: [world.subject],
    })
    expect(decision.kind === 'decided' && decision.record.outcome).toBe('unmet')
    expect(traced.outcome).toBe('unmet')
  })

  test('agrees with the engine, whose records it explains', () => {
    fc.assert(
      fc.property(cases, ({ program, standard, facts }) => {
        const decision = decide(program, standard.id, facts, TIMES)
        if (decision.kind !== 'decided') return
        const explanation = explain(program, facts, decision)
        const world = worldOf(program, standard.entity, facts, TIMES, decision.record.readings)
        const traced = traceStandard(standard, { world, elements: [world.subject] })
        expect(
          flat(traced.items).map((one) => [
            one.item.id,
            truthName(one.value),
            one.effect,
            one.departure !== undefined && one.value !== passing(one),
          ]),
        ).toEqual(decision.record.items.map((one) => [one.id, one.value, one.effect, one.exception !== undefined]))
        expect(explanation.kind === 'decided' && explanation.outcome).toBe(traced.outcome)
      }),
      { numRuns: 500 },
    )
  })

  test('every decision can be explained in both languages, as plain JSON and as text', () => {
    fc.assert(
      fc.property(cases, ({ program, standard, facts }) => {
        const decision = decisionOf(program, standard.id, facts, TIMES)
        const explanation = explain(program, facts, decision)
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
        for (const lang of ['zh', 'en'] as const) {
          for (const detail of ['brief', 'full'] as const) {
            const text = explanationText(explanation, lang, { detail })
            expect(text).not.toMatch(/undefined|\[object|NaN|\{\}/)
            expect(text.split('\n').every((line) => line === '' || line.trim().length > 1)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('both tables know every operator word', () => {
  expect(Object.keys(WORDS_ZH.compare).sort()).toEqual(Object.keys(COMPARE_WORDS).sort())
  expect(Object.keys(WORDS_EN.compare).sort()).toEqual(Object.keys(COMPARE_WORDS).sort())
})
