import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import type { Span } from '../../../dsl/source/span.ts'
import { type Draw, drawn } from '../../properties/arbitrary/index.ts'
import { applied } from '../fixture.ts'
import { around, found, outcomes, truths } from './grid.ts'

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 200) }
const OPERATORS = ['>', '≥', '<', '≤', '=', '≠']

/** A condition over the grid's facts. `apart`: each test reads one fact, so that every combination of them can come about. */
function condition(draw: Draw, depth: number, apart: boolean): string {
  const inner = () => `（${condition(draw, depth - 1, apart)}）`
  switch (depth === 0 ? draw.int(0, 5) : draw.int(0, 11)) {
    case 0:
    case 1:
      return `数 ${draw.pick(OPERATORS)} ${draw.int(-1, 5)}`
    case 2:
      return draw.pick(['有 次', '次 是 无', `次 = ${draw.int(0, 3)}`, `次 ≠ ${draw.int(0, 2)}`])
    case 3:
      return draw.pick(['类 = 红', '类 ≠ 绿', '类 属于（红、蓝）', '类 不属于（红、绿）', '类 属于（红、绿、蓝）'])
    case 4:
      return draw.pick(['甲', '乙', '非 甲', '甲 = 假', '甲 ≠ 真'])
    case 5:
      return apart
        ? `数 介于 ${draw.int(0, 2)} 至 ${draw.int(1, 4)} ${draw.pick(['', '不含下限', '不含上限', '不含两端'])}`
        : draw.pick([
            `数 ${draw.pick(OPERATORS)} 幅`,
            `幅 ${draw.pick(OPERATORS)} 数`,
            `数 + 幅 ${draw.pick(OPERATORS)} ${draw.int(-1, 7)}`,
            '甲 = 乙',
          ])
    case 6:
      return `非 ${inner()}`
    case 7:
      return `若 ${condition(draw, depth - 1, apart)} 则 ${inner()} 否则 ${inner()}`
    default: {
      const word = draw.pick([' 且 ', ' 或 '])
      return Array.from({ length: draw.int(2, 3) }, inner).join(word)
    }
  }
}

const ABOUT_CONDITIONS = ['R404', 'R405', 'R406', 'R407', 'R408']
const claims = (text: string) => found(around('', text)).filter(({ code }) => ABOUT_CONDITIONS.includes(code))

/** The text of a span with the brackets its ends leave out. */
function inBrackets(text: string, span: Span): string {
  const inner = text.slice(span.start, span.end)
  const opened = [...inner].reduce(
    ({ open, missing }, c) =>
      c === '（'
        ? { open: open + 1, missing }
        : c !== '）'
          ? { open, missing }
          : open > 0
            ? { open: open - 1, missing }
            : { open, missing: missing + 1 },
    { open: 0, missing: 0 },
  )
  return `（${'（'.repeat(opened.missing)}${inner}${'）'.repeat(opened.open)}）`
}

/** Whether what is claimed is so for every household there can be. */
function isRight(text: string, claim: Diagnostic): boolean {
  const source = around('', text)
  const here = inBrackets(source.text, claim.span)
  const other = claim.labels?.[0]?.span
  const there = other && inBrackets(source.text, other)
  switch (claim.code) {
    case 'R404':
      return truths(here).every((truth) => truth === (claim.args['outcome'] === '成立'))
    case 'R405':
      return truths(there ? `${there} 且 ${here}` : here).every((truth) => truth === false)
    case 'R406':
      return truths(there ? `${there} 或 ${here}` : here).every((truth) => truth === true)
    case 'R407':
    case 'R408': {
      const fix = claim.fixes?.[0]
      if (!fix) return false
      const [before, after] = [outcomes(source), outcomes(applied([source], fix)[0]!)]
      return before.every((truth, i) => truth === after[i])
    }
    default:
      return false
  }
}

describe('what is said of a condition', () => {
  it('is so for every household there can be', () => {
    let said = 0
    const right = fc.property(
      drawn((draw) => condition(draw, 2, draw.chance(50))),
      (text) => {
        for (const claim of claims(text)) {
          said++
          expect([text, claim.code, claim.args, isRight(text, claim)]).toEqual([text, claim.code, claim.args, true])
        }
      },
    )
    fc.assert(right, RUNS)
    expect(said).toBeGreaterThan(RUNS.numRuns / 5)
  })

  it('is said of every condition that is settled without looking at the household', () => {
    let settled = 0
    const complete = fc.property(
      drawn((draw) => condition(draw, 2, true)),
      (text) => {
        const all = new Set(truths(text))
        if (all.size > 1) return
        settled++
        expect([text, claims(text).length > 0]).toEqual([text, true])
      },
    )
    fc.assert(complete, RUNS)
    expect(settled).toBeGreaterThan(0)
  })
})
