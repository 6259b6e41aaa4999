import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepare } from '../../engine/index.ts'
import { generate, Unsatisfiable } from '../../engine/testing/generate/index.ts'
import { buildProgram, drawn, TIMES } from './arbitrary/index.ts'

const RUNS = 150

test('whatever the program, what is invented for it is accepted, and again the same', () => {
  let invented = 0
  fc.assert(
    fc.property(
      drawn((draw) => buildProgram(draw)),
      (program) => {
        for (const standard of program.standards) {
          const options = { standard: standard.id, households: 12, seed: 1, times: TIMES, holes: 0.1 }
          const prepared = prepare(program, standard.id)
          try {
            const { subjects } = generate(program, options)
            for (const { facts } of subjects) expect(prepared.check(facts, TIMES)).toEqual([])
            expect(generate(structuredClone(program), options).subjects).toEqual(subjects)
            if (subjects.some(({ facts }) => Object.keys(facts).length > 1)) invented++
          } catch (error) {
            // Relations at random may contradict one another.
            if (!(error instanceof Unsatisfiable)) throw error
            expect(prepared.check({}, TIMES)).not.toEqual([])
          }
        }
      },
    ),
    { numRuns: RUNS, seed: 20191201 },
  )
  expect(invented).toBeGreaterThan(RUNS)
}, 120_000)
