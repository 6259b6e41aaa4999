import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Program } from '../../dsl/lower/program.ts'
import { decide } from '../../engine/index.ts'
import type { DecideOptions, Decision, Facts } from '../../engine/types.ts'
import { type Judgement, judge } from '../oracle/index.ts'
import { buildBadFacts, buildFacts, buildProgram, drawn, TIMES } from './arbitrary/index.ts'
import { reduce } from './arbitrary/reduce.ts'

/** One thing to decide. */
interface Case {
  readonly program: Program
  readonly standard: string
  readonly facts: Facts
  readonly options: DecideOptions
}

/** What engine and oracle must agree on. */
function ofEngine(decision: Decision): unknown {
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

function ofOracle(judgement: Judgement): unknown {
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

function both(one: Case): { engine: unknown; oracle: unknown } {
  const judgement = judge(one.program, one.standard, one.facts, TIMES, one.options)
  const engine = ofEngine(decide(one.program, one.standard, one.facts, TIMES, one.options)) as { missing?: unknown }
  // Where the oracle gave up on what is missing, the engine's word stands.
  const silent = judgement.kind === 'decided' && judgement.missing === undefined
  return { engine: silent ? { ...engine, missing: undefined } : engine, oracle: ofOracle(judgement) }
}

function differs(one: Case): boolean {
  const { engine, oracle } = both(one)
  return JSON.stringify(engine) !== JSON.stringify(oracle)
}

/** Fails with the smallest program and facts on which the two still differ. */
function agree(one: Case): void {
  if (!differs(one)) return
  const smallest = reduce(one, differs)
  const { engine, oracle } = both(smallest)
  const readable = JSON.stringify(smallest, (key, value: unknown) => (key === 'span' || key === 'en' ? undefined : value))
  expect(engine, readable).toEqual(oracle)
}

describe('the engine and the oracle agree', () => {
  test('on random programs and facts', () => {
    const cases = drawn((draw): Case => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      const options = draw.chance(30)
        ? { readings: Object.fromEntries(program.readings.map((r) => [r.id, draw.pick(r.choices).id])) }
        : {}
      return { program, standard, facts: buildFacts(draw, program, standard), options }
    })
    fc.assert(fc.property(cases, agree), { numRuns: 1500 })
  })

  test('on facts with one thing wrong', () => {
    const cases = drawn((draw): Case => {
      const program = buildProgram(draw)
      const standard = draw.pick(program.standards).id
      return { program, standard, facts: buildBadFacts(draw, program, standard).facts, options: {} }
    })
    fc.assert(fc.property(cases, agree), { numRuns: 500 })
  })
})
