import { beforeAll, describe, expect, test } from 'vitest'
import type { Judgement } from '../oracle/index.ts'
import { both, bothPrepared, type Case, differ, type Engine, judged, parting, someReadings } from './agreement.ts'
import { buildBadFacts, buildFacts, buildProgram, drawFrom } from './arbitrary/index.ts'
import { FAULTS, type Fault } from './engine-faults.ts'
import { engineWith } from './mutated-engine.ts'

/** How many random cases a fault has to show itself in. */
const BUDGET = 3000
/** Every so many cases one whose facts have something wrong. */
const BAD_ONE_IN = 10

interface Known {
  readonly one: Case
  readonly judgement: Judgement
}

function caseOf(seed: number): Known {
  const draw = drawFrom(seed)
  const program = buildProgram(draw)
  const standard = draw.pick(program.standards).id
  const options = someReadings(draw, program)
  const facts = seed % BAD_ONE_IN === 0 ? buildBadFacts(draw, program, standard).facts : buildFacts(draw, program, standard)
  const one: Case = { program, standard, facts, options, before: buildFacts(draw, program, standard) }
  return { one, judgement: judged(one) }
}

type Shown = Fault['shows']

function sidesOf(engine: Engine, shows: Shown, { one, judgement }: Known): { engine: unknown; oracle: unknown } {
  return shows === 'record' ? both(engine, one, judgement) : bothPrepared(engine, one, judgement)
}

/** The seed of the first case on which an engine and the oracle differ. */
function firstDifference(engine: Engine, shows: Shown, cases: readonly Known[]): number | undefined {
  const seed = cases.findIndex((known) => differ(sidesOf(engine, shows, known)))
  return seed < 0 ? undefined : seed
}

describe('random cases tell a faulty engine from a sound one', () => {
  let cases: readonly Known[] = []
  let sound: Engine
  beforeAll(async () => {
    cases = Array.from({ length: BUDGET }, (_, seed) => caseOf(seed))
    sound = await engineWith()
  }, 180_000)

  test.for(['record', 'items'] as const)('the engine as it is agrees, in its %s', (shows) => {
    const seed = firstDifference(sound, shows, cases)
    expect(seed === undefined ? '' : `case ${seed}: ${partingOn(sound, shows, cases[seed]!)}`).toBe('')
  })

  test.for(FAULTS.map((fault) => [`${fault.shows}: ${fault.name}`, fault] as const))('%s', async ([, fault], { annotate }) => {
    const engine = await engineWith(fault)
    const seed = firstDifference(engine, fault.shows, cases)
    if (seed === undefined) expect.fail(`not told within ${BUDGET} cases`)
    const known = cases[seed]!
    await annotate(`case ${seed}, ${known.one.standard}: ${partingOn(engine, fault.shows, known)}`)
    expect(partingOn(sound, fault.shows, known), 'the engine as it is agrees on that case').toBe('')
  })
})

function partingOn(engine: Engine, shows: Shown, known: Known): string {
  const sides = sidesOf(engine, shows, known)
  return parting(sides.engine, sides.oracle)
}
