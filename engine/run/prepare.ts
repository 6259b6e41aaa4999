import type { Item, Program, Standard } from '../../dsl/lower/program.ts'
import type { Quick } from '../compile/quick.ts'
import type { DecideOptions, Decision, FactProblem, Facts, Missing, Outcome, Times } from '../types.ts'
import { decideFully, decideItems, findMissing, type ItemTruths, NO_VALUES, open } from './general.ts'
import { type Model, modelOf, standardOf } from './model.ts'
import { type Clock, clockOf, holds, sameTimes } from './times.ts'

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

/** What compiles a standard for one set of times. Handed in, for compiling leans on everything in this room. */
export type Quicken = (model: Model, standard: Standard, clock: Clock) => Quick

/** Prepares a standard. Throws TiaoliError for what is no program, and for an unknown standard, reading or choice. */
export function prepareWith(quicken: Quicken, program: Program, standardId: string, options: PrepareOptions = {}): Prepared {
  const model = modelOf(program, options)
  const standard = standardOf(model, standardId)
  const clock = clocks()
  const quick = options?.general === true ? () => undefined : quickly(quicken, model, standard)
  return {
    itemIds: idsOf(model, standard.items),
    check: (facts, times) => {
      const opened = open(model, standard, facts, clock(times), false)
      return 'problems' in opened ? opened.problems : []
    },
    verdict: (facts, times) => {
      const at = clock(times)
      return quick(at)?.verdict(facts) ?? decideItems(model, standard, facts, at).outcome
    },
    items: (facts, times) => {
      const at = clock(times)
      const compiled = quick(at)
      if (compiled !== undefined) {
        const values = compiled.blank.slice()
        const outcome = compiled.items(facts, values)
        if (outcome !== undefined) return { outcome, values: outcome === 'rejected' ? NO_VALUES : values }
      }
      return decideItems(model, standard, facts, at)
    },
    decide: (facts, times) => decideFully(model, standard, facts, clock(times)),
    missing: (facts, times) => findMissing(model, standard, facts, clock(times)),
  }
}

/** Compiling pays from the third subject with the same times on. */
const FIRST_FEW = 2
const MOST_TIMES = 8

/** The compiled standard for a clock, or undefined while it does not pay. */
function quickly(quicken: Quicken, model: Model, standard: Standard): (clock: Clock) => Quick | undefined {
  const kept = new Map<string, { uses: number; quick: Quick | undefined }>()
  let last: Clock | undefined
  let lastQuick: Quick | undefined
  return (clock) => {
    if (clock === last && lastQuick !== undefined) return lastQuick
    const { asOf, year } = clock.times
    if (!holds(model.program.policy.inForce, asOf)) return undefined
    const key = `${asOf} ${year}`
    const entry = kept.get(key) ?? { uses: 0, quick: undefined }
    kept.delete(key)
    kept.set(key, entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_TIMES) break
      kept.delete(oldest)
    }
    if (entry.quick === undefined && entry.uses++ >= FIRST_FEW) entry.quick = quicken(model, standard, clock)
    last = clock
    lastQuick = entry.quick
    return entry.quick
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
