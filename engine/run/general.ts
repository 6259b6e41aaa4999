import type { Standard } from '../../dsl/lower/program.ts'
import type { Element } from '../facts/element.ts'
import { readSubject } from '../facts/read.ts'
import type { Decision, FactProblem, Missing, Outcome } from '../types.ts'
import { missingOf } from './missing.ts'
import type { Model } from './model.ts'
import { outcomeOf } from './outcome.ts'
import { preorder, recordOf } from './record.ts'
import { checkRelations } from './relations.ts'
import type { Run } from './scope.ts'
import { type Clock, holds } from './times.ts'

/** Outcome and the truth of every item in preorder: 0 false, 1 true, 2 unknown. No values where the facts are rejected. */
export interface ItemTruths {
  readonly outcome: Outcome | 'rejected'
  readonly values: ArrayLike<number>
}

/** A subject whose facts are in order, or what is wrong with them. */
export type Opened = { readonly run: Run; readonly subject: Element } | { readonly problems: readonly FactProblem[] }

/** The values of a rejected record. */
export const NO_VALUES: ArrayLike<number> = Object.freeze([])

/** Reads and checks facts completely. `brief`: stop at the first problem, without words. */
export function open(model: Model, standard: Standard, facts: unknown, clock: Clock, brief: boolean): Opened {
  const { inForce, id, zh, en } = model.program.policy
  if (!holds(inForce, clock.times.asOf)) {
    const args = { policy: id, zh, en, asOf: clock.times.asOf, from: inForce.from ?? '…', to: inForce.to ?? '…' }
    return { problems: [{ code: 'F626', path: '', args }] }
  }
  const plan = model.schema.entities.get(standard.entity)!
  const { root, sink } = readSubject(facts, plan, { schema: model.schema, asOf: clock.asOf, year: clock.times.year }, brief)
  const run: Run = { model, asOf: clock.asOf, asOfText: clock.times.asOf, year: clock.times.year }
  // A record that cannot be read cannot break a relation.
  if (sink.problems.length === 0) checkRelations(run, root, sink)
  return sink.problems.length === 0 ? { run, subject: root } : { problems: sink.problems }
}

/** Decides with the whole record. */
export function decideFully(model: Model, standard: Standard, facts: unknown, clock: Clock): Decision {
  const opened = open(model, standard, facts, clock, false)
  if ('problems' in opened) return { kind: 'rejected', problems: opened.problems }
  return { kind: 'decided', record: recordOf(opened.run, standard, opened.subject, clock.times) }
}

/** Outcome and item truths, by the exact evaluator. */
export function decideItems(model: Model, standard: Standard, facts: unknown, clock: Clock): ItemTruths {
  const opened = open(model, standard, facts, clock, true)
  if ('problems' in opened) return { outcome: 'rejected', values: NO_VALUES }
  const { outcome, items } = outcomeOf(opened.run, standard, opened.subject)
  return { outcome, values: preorder(items).map((judged) => judged.value) }
}

/** What is still needed, or undefined where the facts are rejected. */
export function findMissing(model: Model, standard: Standard, facts: unknown, clock: Clock): Missing | undefined {
  const opened = open(model, standard, facts, clock, true)
  if ('problems' in opened) return undefined
  return missingOf(opened.run, standard, opened.subject, outcomeOf(opened.run, standard, opened.subject))
}
