import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, prepare } from '../../engine/index.ts'
import { buildBadFacts, buildFacts, buildProgram, drawn, TIMES } from '../properties/arbitrary/index.ts'
import * as b from './build.ts'
import { withItems } from './world.ts'

/** Facts as they come from a file: objects of their own. */
const parsed = (facts: Facts) => JSON.parse(JSON.stringify(facts)) as Facts

describe('the quick path', () => {
  it('answers as the exact one does on random programs and facts', () => {
    const cases = drawn((draw) => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      const facts = Array.from({ length: 12 }, (_, i) =>
        i % 4 === 3 ? buildBadFacts(draw, program, standard).facts : buildFacts(draw, program, standard),
      )
      return { program, standard, facts: facts.map(parsed) }
    })
    const agrees = fc.property(cases, ({ program, standard, facts }) => {
      const quick = prepare(program, standard)
      const exact = prepare(program, standard, { general: true })
      for (let i = 0; i < 3; i++) quick.verdict({}, TIMES)
      for (const one of facts) {
        const wanted = exact.items(one, TIMES)
        const found = quick.items(one, TIMES)
        expect({ outcome: found.outcome, values: [...Array.from(found.values)] }).toEqual({
          outcome: wanted.outcome,
          values: [...Array.from(wanted.values)],
        })
        expect(quick.verdict(one, TIMES)).toBe(wanted.outcome)
        // Nothing of one record may be left for the next.
        expect(quick.verdict(one, TIMES)).toBe(wanted.outcome)
      }
    })
    fc.assert(agrees, { numRuns: Number(process.env['RUNS'] ?? 300) })
  })

  it('keeps times apart', () => {
    const program = withItems([b.must('m', b.cmp(b.get('income', b.MONEY), 'ge', b.param('line')))])
    const prepared = prepare(program, 'exit')
    for (let i = 0; i < 5; i++) {
      expect(prepared.verdict({ income: 3800 }, { asOf: '2019-12-01', year: 2019 })).toBe('met')
      expect(prepared.verdict({ income: 3800 }, { asOf: '2020-12-01', year: 2020 })).toBe('unmet')
      expect(prepared.verdict({ income: 3800 }, { asOf: '2016-12-01', year: 2016 })).toBe('undetermined')
    }
  })
})
