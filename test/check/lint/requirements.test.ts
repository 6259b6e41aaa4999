import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../../dsl/source/source-file.ts'
import { type Draw, drawn } from '../../properties/arbitrary/index.ts'
import { around, found, truths } from './grid.ts'

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 300) }
const OPERATORS = ['>', '≥', '<', '≤', '=', '≠']

function simple(draw: Draw): string {
  return draw.pick([
    `数 ${draw.pick(OPERATORS)} ${draw.int(-1, 5)}`,
    `次 = ${draw.int(0, 3)}`,
    '有 次',
    '类 属于（红、蓝）',
    '类 ≠ 绿',
    '甲',
    '非 乙',
    '数 > 幅',
  ])
}

const condition = (draw: Draw) => Array.from({ length: draw.int(1, 3) }, () => simple(draw)).join(draw.pick([' 且 ', ' 或 ']))

/** A standard of several requirements, each on its own. */
function standard(conditions: readonly string[]): SourceFile {
  const [first = '真', ...others] = conditions
  const source = around('', first)
  const more = others.map((text, i) => `须 「另${i}」/other_${i} 依据「一」：${text}；`).join('\n')
  return { ...source, text: source.text.replace(/ \} \}$/, `\n${more} } }`) }
}

describe('what is said of two requirements', () => {
  it('is so for every household there can be, and is said wherever it is so', () => {
    const said = new Map<string, number>()
    const right = fc.property(
      drawn((draw) => [condition(draw), condition(draw)] as const),
      (conditions) => {
        const source = standard(conditions)
        const claims = found(source).filter(({ code }) => ['R409', 'R410', 'R411'].includes(code))
        const [a, b] = [truths(conditions[0]), truths(conditions[1])]
        const passes = (list: readonly (boolean | undefined)[]) => list.map((truth) => truth === true)
        const [x, y] = [passes(a), passes(b)]
        // A requirement that is settled by itself, or left open somewhere, is another matter.
        const known = [...a, ...b].every((truth) => truth !== undefined)
        const open = [x, y].every((list) => new Set(list).size === 2)
        const forwards = x.every((truth, i) => !truth || y[i])
        const backwards = y.every((truth, i) => !truth || x[i])
        const never = x.every((truth, i) => !truth || !y[i])
        const truth = forwards && backwards ? 'R409' : forwards || backwards ? 'R410' : never ? 'R411' : undefined
        for (const { code } of claims) {
          said.set(code, (said.get(code) ?? 0) + 1)
          // Less may be said than is so where 数 > 幅 is taken for a fact of its own, or where one of them never passes.
          const sound = { R409: forwards && backwards, R410: forwards || backwards, R411: never }[
            code as 'R409' | 'R410' | 'R411'
          ]
          if (known) expect([conditions, code, sound]).toEqual([conditions, code, true])
        }
        const tested = conditions.join(' ')
        // 数 > 幅 is a fact of its own here: what it has to do with 数 alone is not looked into.
        if (known && open && truth && !tested.includes('幅'))
          expect([conditions, ...claims.map(({ code }) => code)]).toEqual([conditions, truth])
      },
    )
    fc.assert(right, RUNS)
    expect(said.size).toBeGreaterThan(0)
  })

  it('does not take ever longer with their number', () => {
    const many = (condition: (i: number) => string) => found(standard(Array.from({ length: 3000 }, (_, i) => condition(i))))
    const start = performance.now()
    const chain = many((i) => `（幅 + 数）× 1000 > ${i} 且（甲 或 乙）`)
    const apart = many((i) => `（（幅 + 数）× 1000 > ${i} 或 甲）且（（幅 + 数）× 1000 < ${i + 2500} 或 乙）`)
    expect(performance.now() - start).toBeLessThan(8000)
    const errors = [...chain, ...apart].filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, args }) => [code, args])).toEqual([])
    expect(chain.filter(({ code }) => code === 'R410').length).toBe(2999)
  })
})
