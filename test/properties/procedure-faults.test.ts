import { beforeAll, describe, expect, test } from 'vitest'
import { parting } from './agreement.ts'
import type { ProcedureCase } from './arbitrary/case.ts'
import { engineWith, type Mutation } from './mutated-engine.ts'
import { answers, type CaseEngine, caseFrom, sayings } from './procedure-agreement.ts'
import { answering, CASE_FAULTS, type CaseFault } from './procedure-engine-faults.ts'

/** How many random cases a fault has to show itself in. */
const BUDGET = 2000

interface Known {
  readonly one: ProcedureCase
  readonly said: readonly unknown[]
}

const bundled = async (mutation?: Mutation): Promise<CaseEngine> => (await engineWith(mutation)) as unknown as CaseEngine

/** Where an engine and the oracle part on a case, '' where they do not. */
function partingOn(engine: CaseEngine, { one, said }: Known): string {
  try {
    return parting(answers(engine, one), said)
  } catch (error) {
    return `throws ${String(error)}`
  }
}

/** The first case on which an engine and the oracle part, of those chosen. */
function firstDifference(engine: CaseEngine, cases: readonly Known[], among = (_: Known): boolean => true): number | undefined {
  const seed = cases.findIndex((known) => partingOn(engine, known) !== '' && among(known))
  return seed < 0 ? undefined : seed
}

describe('random cases tell a faulty engine of procedures from a sound one', () => {
  let cases: readonly Known[] = []
  let sound: CaseEngine
  beforeAll(async () => {
    cases = Array.from({ length: BUDGET }, (_, seed) => {
      const one = caseFrom(seed)
      return { one, said: sayings(one) }
    })
    sound = await bundled()
  }, 180_000)

  const planted = async (fault: CaseFault): Promise<CaseEngine> =>
    'source' in fault ? bundled(fault.source) : answering(sound, fault.answer)

  test('the engine as it is agrees', () => {
    const seed = firstDifference(sound, cases)
    expect(seed === undefined ? '' : `case ${seed}: ${partingOn(sound, cases[seed]!)}`).toBe('')
  })

  test.for(CASE_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async ([, fault], { annotate }) => {
    const engine = await planted(fault)
    const seed = firstDifference(engine, cases, (known) => partingOn(sound, known) === '')
    if (seed === undefined) expect.fail(`not told within ${BUDGET} cases`)
    const where = partingOn(engine, cases[seed]!)
    await annotate(`case ${seed}: ${where}`)
    expect(where).not.toBe('')
  })
})
