import type { Item, Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Decision, FactProblem, Facts, Missing, Outcome, Times } from '../types.ts'
import { decideFully, decideItems, findMissing, type ItemTruths, open } from './general.ts'
import { type Model, modelOf, standardOf } from './model.ts'
import { type Clock, clockOf, sameTimes } from './times.ts'

/** A standard made ready for many subjects. Synchronous, and no call leaves a trace in the next. */
export interface Prepared {
  /** ids of the items in preorder, groups before their parts: what `items` answers for */
  readonly itemIds: readonly string[]
  /** everything wrong with the facts; empty when they can be decided */
  readonly check: (facts: Facts, times: Times) => readonly FactProblem[]
  /** the outcome alone: fast */
  readonly verdict: (facts: Facts, times: Times) => Outcome | 'rejected'
  /** the outcome and every item's truth (0 false, 1 true, 2 unknown): fast */
  readonly items: (facts: Facts, times: Times) => ItemTruths
  /** the whole record */
  readonly decide: (facts: Facts, times: Times) => Decision
  /** what is still needed; undefined where the facts are rejected */
  readonly missing: (facts: Facts, times: Times) => Missing | undefined
}

export interface PrepareOptions extends DecideOptions {
  /** use the exact evaluator throughout, also where the quick one would do */
  readonly general?: boolean
}

/** Prepares a standard. Throws TiaoliError for what is no program, and for an unknown standard, reading or choice. */
export function prepare(program: Program, standardId: string, options: PrepareOptions = {}): Prepared {
  const model = modelOf(program, options)
  const standard = standardOf(model, standardId)
  const clock = clocks()
  return {
    itemIds: idsOf(model, standard.items),
    check: (facts, times) => {
      const opened = open(model, standard, facts, clock(times), false)
      return 'problems' in opened ? opened.problems : []
    },
    verdict: (facts, times) => decideItems(model, standard, facts, clock(times)).outcome,
    items: (facts, times) => decideItems(model, standard, facts, clock(times)),
    decide: (facts, times) => decideFully(model, standard, facts, clock(times)),
    missing: (facts, times) => findMissing(model, standard, facts, clock(times)),
  }
}

/** Decides one subject. Facts never make it throw; a wrong call throws TiaoliError. */
export function decide(program: Program, standardId: string, facts: Facts, times: Times, options: DecideOptions = {}): Decision {
  const model = modelOf(program, options)
  return decideFully(model, standardOf(model, standardId), facts, clockOf(times))
}

/** Validates times once while they stay the same. */
function clocks(): (times: Times) => Clock {
  let last: Clock | undefined
  return (times) => {
    if (last === undefined || typeof times !== 'object' || times === null || !sameTimes(last.times, times)) last = clockOf(times)
    return last
  }
}

function idsOf(model: Model, items: readonly Item[]): readonly string[] {
  const inForce = items.filter((item) => item.under.every((entry) => model.readings.get(entry.reading) === entry.choice))
  return inForce.flatMap((item) => [item.id, ...idsOf(model, item.group?.parts ?? [])])
}
