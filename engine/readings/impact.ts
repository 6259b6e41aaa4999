import type { Cite, Program, Reading } from '../../dsl/lower/program.ts'
import { TiaoliError } from '../error.ts'
import { prepare } from '../index.ts'
import type { Facts, Outcome, Times, TruthName } from '../types.ts'
import { readingsOf } from './reached.ts'

export type Answer = Outcome | 'rejected'

/** An item whose truth is another under the other reading; `absent`: not part of the standard there. */
export interface TurnedItem {
  readonly id: string
  readonly from: TruthName | 'absent'
  readonly to: TruthName | 'absent'
}

/** A subject, by its place among the facts given, that is answered otherwise, or whose items are. */
export interface ChangedSubject {
  readonly subject: number
  readonly from: Answer
  readonly to: Answer
  readonly items: readonly TurnedItem[]
}

/** One set of choices other than the chosen ones, and whom it changes. */
export interface Switch {
  readonly readings: Readonly<Record<string, string>>
  /** subjects with another outcome, items included */
  readonly changed: readonly ChangedSubject[]
  /** subjects with the same outcome, some of whose items turned */
  readonly turnedOnly: number
}

export interface ReachedReading {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly cites: readonly Cite[]
  readonly choices: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
  readonly chosen: string
}

export interface ReadingsImpact {
  readonly policy: string
  readonly standard: string
  readonly readings: readonly ReachedReading[]
  /** answers under the chosen readings, in the order of the facts */
  readonly answers: readonly Answer[]
  /** each other alternative by itself */
  readonly single: readonly Switch[]
  /** choices made together that answer somebody as none of them does alone; `changed` holds only those subjects */
  readonly together: readonly Switch[]
  /** sets of two or more: how many were tried, how many there are */
  readonly combinations: { readonly tried: number; readonly possible: number }
}

export interface ImpactOptions {
  /** start from these choices instead of the policy's own */
  readonly readings?: Readonly<Record<string, string>>
  /** how many combinations to try at most; 64 unless given, 0 for none */
  readonly combinations?: number
}

/** Of a run: what everybody is answered, and every item's truth (0 false, 1 true, 2 unknown; none for the rejected). */
interface Round {
  readonly answers: readonly Answer[]
  /** item id → its place among the values */
  readonly places: ReadonlyMap<string, number>
  readonly values: readonly ArrayLike<number>[]
}

const TRUTHS: readonly TruthName[] = ['false', 'true', 'unknown']
const MOST_COMBINATIONS = 64

/**
 * Decides all subjects under the chosen readings, with each other alternative alone, and with combinations of them (all while they are few, else pairs first),
 * and tells what changes. `times`: one for all, or one for each. Throws TiaoliError for an unknown standard, reading or choice and for unequal lengths.
 */
export function readingsImpact(
  program: Program,
  standardId: string,
  facts: readonly Facts[],
  times: Times | readonly Times[],
  options: ImpactOptions = {},
): ReadingsImpact {
  const base = { ...options.readings }
  const standard = prepare(program, standardId, { readings: base }) && program.standards.find((one) => one.id === standardId)
  const each = Array.isArray(times) ? (times as readonly Times[]) : facts.map(() => times as Times)
  if (each.length !== facts.length)
    throw new TiaoliError('C903', { rule: `one for each of ${facts.length} subjects`, found: String(each.length) })
  // INVARIANT: prepare has found the standard.
  const readings = readingsOf(program, standard!).map((reading) => ({ reading, chosen: base[reading.id] ?? reading.chosen }))
  const decide = (choices: Readonly<Record<string, string>>) => round(program, standardId, facts, each, { ...base, ...choices })
  const chosen = decide({})
  const singles = readings.flatMap(({ reading, chosen: own }) =>
    reading.choices.filter((choice) => choice.id !== own).map((choice) => ({ [reading.id]: choice.id })),
  )
  const rounds = singles.map((choices) => {
    const after = decide(choices)
    return { choices, answers: after.answers, found: switched(choices, chosen, after) }
  })
  const limit = options.combinations ?? MOST_COMBINATIONS
  const sets = combinations(readings, limit)
  const together = sets.flatMap((choices) => {
    const found = switched(choices, chosen, decide(choices))
    const parts = rounds.filter((one) => Object.entries(one.choices).every(([id, choice]) => choices[id] === choice))
    const changed = found.changed.filter(({ subject, to }) => parts.every((part) => part.answers[subject] !== to))
    return changed.length === 0 ? [] : [{ ...found, changed, turnedOnly: 0 }]
  })
  return {
    policy: program.policy.id,
    standard: standardId,
    readings: readings.map(({ reading, chosen: own }) => reachedReading(reading, own)),
    answers: chosen.answers,
    single: rounds.map((one) => one.found),
    together: minimal(together),
    combinations: { tried: sets.length, possible: countSets(readings) },
  }
}

function reachedReading(reading: Reading, chosen: string): ReachedReading {
  const { id, zh, en, cites, choices } = reading
  return { id, zh, en, cites, choices: choices.map((choice) => ({ id: choice.id, zh: choice.zh, en: choice.en })), chosen }
}

function round(
  program: Program,
  standard: string,
  facts: readonly Facts[],
  times: readonly Times[],
  readings: Readonly<Record<string, string>>,
): Round {
  const prepared = prepare(program, standard, { readings })
  const answers: Answer[] = []
  const values = facts.map((one, i) => {
    const decided = prepared.items(one, times[i]!)
    answers.push(decided.outcome)
    return decided.values
  })
  return { answers, places: new Map(prepared.itemIds.map((id, at) => [id, at])), values }
}

function switched(choices: Readonly<Record<string, string>>, before: Round, after: Round): Switch {
  const ids = [...new Set([...before.places.keys(), ...after.places.keys()])]
  const items = ids.map((id): Compared => ({ id, was: before.places.get(id) ?? -1, is: after.places.get(id) ?? -1 }))
  const changed: ChangedSubject[] = []
  let turnedOnly = 0
  for (const [subject, from] of before.answers.entries()) {
    const to = after.answers[subject]!
    const [was, is] = [before.values[subject]!, after.values[subject]!]
    if (from !== to) changed.push({ subject, from, to, items: turned(items, was, is) })
    else if (items.some((item) => was[item.was] !== is[item.is])) turnedOnly++
  }
  return { readings: choices, changed, turnedOnly }
}

/** An item's place among the values under each of two sets of choices; -1 where it is not part of the standard. */
interface Compared {
  readonly id: string
  readonly was: number
  readonly is: number
}

function turned(items: readonly Compared[], was: ArrayLike<number>, is: ArrayLike<number>): readonly TurnedItem[] {
  const truth = (value: number | undefined) => (value === undefined ? 'absent' : TRUTHS[value]!)
  return items
    .filter((item) => was[item.was] !== is[item.is])
    .map((item) => ({ id: item.id, from: truth(was[item.was]), to: truth(is[item.is]) }))
}

interface Open {
  readonly reading: Reading
  readonly chosen: string
}

const others = ({ reading, chosen }: Open) => reading.choices.filter((choice) => choice.id !== chosen).map((choice) => choice.id)

/** How many sets of two or more changed choices there are. */
function countSets(readings: readonly Open[]): number {
  const product = readings.reduce((sum, open) => sum * (others(open).length + 1), 1)
  return product - 1 - readings.reduce((sum, open) => sum + others(open).length, 0)
}

/** Sets of changed choices, those of two readings first, then of three and so on, up to `limit`. */
function combinations(readings: readonly Open[], limit: number): readonly Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = []
  const extend = (chosen: Record<string, string>, from: number, missing: number) => {
    for (let i = from; i <= readings.length - missing && found.length < limit; i++) {
      const open = readings[i]!
      for (const choice of others(open)) {
        const more = { ...chosen, [open.reading.id]: choice }
        if (missing > 1) extend(more, i + 1, missing - 1)
        else if (found.length < limit) found.push(more)
      }
    }
  }
  for (let size = 2; size <= readings.length && found.length < limit; size++) extend({}, 0, size)
  return found
}

/** A larger set says nothing about a subject that a smaller one within it answers the same way. */
function minimal(sets: readonly Switch[]): readonly Switch[] {
  return sets.flatMap((set, i) => {
    const smaller = sets.slice(0, i).filter((other) => within(other.readings, set.readings))
    const changed = set.changed.filter(
      ({ subject, to }) => !smaller.some((other) => other.changed.some((one) => one.subject === subject && one.to === to)),
    )
    return changed.length === 0 ? [] : [{ ...set, changed }]
  })
}

function within(small: Readonly<Record<string, string>>, large: Readonly<Record<string, string>>): boolean {
  return Object.entries(small).every(([id, choice]) => large[id] === choice)
}
