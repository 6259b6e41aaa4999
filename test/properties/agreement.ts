import type { Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Decision, Facts, Outcome, Times, TruthName } from '../../engine/types.ts'
import { type Judgement, judge } from '../oracle/index.ts'
import { type Draw, TIMES } from './arbitrary/index.ts'

/** One thing to decide. */
export interface Case {
  readonly program: Program
  readonly standard: string
  readonly facts: Facts
  readonly options: DecideOptions
  /** facts of another subject, decided before by what remembers anything */
  readonly before?: Facts
}

/** As much of the engine as the oracle is held against. */
export interface Engine {
  readonly decide: (program: Program, standard: string, facts: Facts, times: Times, options?: DecideOptions) => Decision
  readonly prepare: (
    program: Program,
    standard: string,
    options?: DecideOptions,
  ) => {
    readonly items: (facts: Facts, times: Times) => { readonly outcome: Outcome | 'rejected'; readonly values: ArrayLike<number> }
  }
}

/** What is compared of a whole record. */
export function ofEngine(decision: Decision): unknown {
  if (decision.kind === 'rejected') return { kind: 'rejected' }
  const { outcome, items, missing } = decision.record
  const shown = items.map(({ id, parent, value, effect, applied, exception }) => ({
    id,
    parent,
    value,
    effect,
    applied,
    exception: exception !== undefined,
  }))
  return { kind: 'decided', outcome, items: shown, missing }
}

/** The same of the oracle's judgement. */
export function ofOracle(judgement: Judgement): unknown {
  if (judgement.kind === 'rejected') return { kind: 'rejected' }
  const { outcome, items, missing } = judgement
  const shown = items.map(({ id, parent, value, effect, applied, exception }) => ({
    id,
    parent,
    value,
    effect,
    applied,
    exception,
  }))
  return { kind: 'decided', outcome, items: shown, missing }
}

/** The oracle's judgement of a case. */
export function judged({ program, standard, facts, options }: Case): Judgement {
  return judge(program, standard, facts, TIMES, options)
}

/** Both sides of a case, in one shape. */
export function both(engine: Engine, one: Case, judgement: Judgement = judged(one)): { engine: unknown; oracle: unknown } {
  const found = ofEngine(engine.decide(one.program, one.standard, one.facts, TIMES, one.options)) as { missing?: unknown }
  // Where the oracle gave up on what is missing, the engine's word stands.
  const silent = judgement.kind === 'decided' && judgement.missing === undefined
  return { engine: silent ? { ...found, missing: undefined } : found, oracle: ofOracle(judgement) }
}

const NAMES: readonly TruthName[] = ['false', 'true', 'unknown']
/** So many calls for one day before the compiled path answers. */
const SLOW_CALLS = 2

/** Both sides of a case as the prepared standard's `items` has it: compiled for speed, and right after another subject. */
export function bothPrepared(
  engine: Engine,
  one: Case,
  judgement: Judgement = judged(one),
): { engine: unknown; oracle: unknown } {
  const prepared = engine.prepare(one.program, one.standard, one.options)
  for (let call = 0; call <= SLOW_CALLS; call++) prepared.items(one.before ?? one.facts, TIMES)
  const found = prepared.items(one.facts, TIMES)
  const values = Array.from(found.values, (truth) => NAMES[truth])
  const { outcome, items } = judgement.kind === 'decided' ? judgement : { outcome: 'rejected', items: [] }
  return {
    engine: { outcome: found.outcome, values },
    oracle: { outcome, values: items.map((item) => item.value) },
  }
}

/** Whether the two sides are not the same. */
export function differ({ engine, oracle }: { engine: unknown; oracle: unknown }): boolean {
  return JSON.stringify(engine) !== JSON.stringify(oracle)
}

/** Where two plain values part: `outcome: "met" ≠ "unmet"`; '' where they do not. */
export function parting(a: unknown, b: unknown, path = ''): string {
  const key = keysOf(a, b).find((k) => JSON.stringify(a?.[k as never]) !== JSON.stringify(b?.[k as never]))
  if (key !== undefined) return parting(a?.[key as never], b?.[key as never], path === '' ? key : `${path}.${key}`)
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)]
  return x === y ? '' : `${path}: ${x} ≠ ${y}`
}

function keysOf(a: unknown, b: unknown): readonly string[] {
  const isOpen = (value: unknown): value is object => typeof value === 'object' && value !== null
  return isOpen(a) && isOpen(b) ? [...new Set([...Object.keys(a), ...Object.keys(b)])] : []
}

/** Choices for some of the program's readings, mostly none. */
export function someReadings(draw: Draw, program: Program): DecideOptions {
  return draw.chance(30) ? { readings: Object.fromEntries(program.readings.map((r) => [r.id, draw.pick(r.choices).id])) } : {}
}
