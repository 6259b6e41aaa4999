import type { Program } from '../../dsl/lower/program.ts'
import { type Element, newElement } from '../facts/element.ts'
import type { EntityPlan } from '../facts/plan.ts'
import { readSubject } from '../facts/read.ts'
import { type Model, modelOf, standardOf } from '../run/model.ts'
import type { Run } from '../run/scope.ts'
import { clockOf } from '../run/times.ts'
import type { DecideOptions, Outcome, Times } from '../types.ts'
import type { Decided } from './types.ts'

/** A decided subject with its facts read. A refused record has an element of which nothing is known. */
export interface Subject {
  /** position in the list */
  readonly at: number
  readonly entity: string
  readonly outcome: Outcome | 'rejected'
  readonly element: Element
}

/** A list of decided subjects, ready for figures about them. */
export interface DecidedList {
  readonly run: Run
  readonly subjects: readonly Subject[]
}

/** Reads a list of decided subjects. Throws TiaoliError for what is no program, and for unknown standards, readings and times that are none. */
export function decidedList(program: Program, decided: readonly Decided[], times: Times, options: DecideOptions): DecidedList {
  const model = modelOf(program, options)
  const clock = clockOf(times)
  const run: Run = { model, asOf: clock.asOf, asOfText: clock.times.asOf, year: clock.times.year }
  return { run, subjects: decided.map((one, at) => subjectOf(run, model, one, at)) }
}

function subjectOf(run: Run, model: Model, { standard, facts, decision }: Decided, at: number): Subject {
  const { entity } = standardOf(model, standard)
  const plan = model.schema.entities.get(entity)!
  if (decision.kind === 'rejected') return { at, entity, outcome: 'rejected', element: newElement(plan, undefined) }
  const { root, sink } = readSubject(facts, plan, { schema: model.schema, asOf: run.asOf, year: run.year }, true)
  if (sink.problems.length > 0) return { at, entity, outcome: 'rejected', element: newElement(plan, undefined) }
  return { at, entity, outcome: decision.record.outcome, element: root }
}

/** An element of an entity of which nothing is known. */
export function blankOf({ run }: DecidedList, entity: string): Element {
  return newElement(run.model.schema.entities.get(entity) as EntityPlan, undefined)
}
