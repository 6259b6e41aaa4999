import { beforeAll, describe, expect, test } from 'vitest'
import type { Judgement } from '../oracle/index.ts'
import { both, bothPrepared, type Case, differ, type Engine, judged, someReadings } from './agreement.ts'
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
  const facts =
    seed % BAD_ONE_IN === 0 ? buildBadFacts(draw, program, standard).facts : buildFacts(draw, program, standard)
  const one: Case = { program, standard, facts, options }
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

/** Where two plain values part: `outcome: met ≠ unmet`. */
function difference(a: unknown, b: unknown, path = ''): string {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return `${path}: ${String(a)} ≠ ${String(b)}`
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  const key = [...new Set([...Object.keys(x), ...Object.keys(y)])].find((k) => JSON.stringify(x[k]) !== JSON.stringify(y[k]))
  return key === undefined ? path : difference(x[key], y[key], path === '' ? key : `${path}.${key}`)
}

describe('engine = oracle tells', () => {
  let cases: readonly Known[] = []
  let sound: Engine
  beforeAll(async () => {
    cases = Array.from({ length: BUDGET }, (_, seed) => caseOf(seed))
    sound = await engineWith()
  })

  test.each(['record', 'items'] as const)('the engine as it is from no other, in %s', (shows) => {
    const seed = firstDifference(sound, shows, cases)
    expect(seed === undefined ? 'none' : difference(...pair(sidesOf(sound, shows, cases[seed]!))), `case ${seed}`).toBe('none')
  })

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('when %s', async (_, fault, ) => {
    const engine = await engineWith(fault)
    const seed = firstDifference(engine, fault.shows, cases)
    expect(seed, `not told within ${BUDGET} cases`).toBeDefined()
    const known = cases[seed!]!
    console.log(fault.name, seed, difference(...pair(sidesOf(engine, fault.shows, known))))
    expect(differ(sidesOf(sound, fault.shows, known)), 'the engine as it is differs on that case too').toBe(false)
  })
})

const pair = ({ engine, oracle }: { engine: unknown; oracle: unknown }): [unknown, unknown] => [engine, oracle]
