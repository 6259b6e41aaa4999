import type { Mutation } from './mutated-engine.ts'

/** A fault to plant, and which answer of the engine shows it: the whole record, or the prepared standard's items. */
export interface Fault extends Mutation {
  readonly name: string
  readonly shows: 'record' | 'items'
}

const inRecord = (name: string, folder: string, before: string, after: string): Fault => ({
  name,
  folder,
  before,
  after,
  shows: 'record',
})
const inItems = (name: string, before: string, after: string): Fault => ({
  ...inRecord(name, 'engine/compile', before, after),
  shows: 'items',
})

/** Faults of the exact evaluator, the reader of facts and the search for what is missing. */
const EXACT: readonly Fault[] = [
  inRecord('≥ taken for >', 'dsl/value', "case 'ge':\n      return not(greater(b, a))", "case 'ge':\n      return greater(a, b)"),
  inRecord('unknown ∨ false is false', 'dsl/value', 'return a === FALSE && b === FALSE ? FALSE : UNKNOWN', 'return FALSE'),
  inRecord('a partial list is complete', 'engine/run', "state: partial ? 'partial' : 'complete'", "state: 'complete'"),
  inRecord(
    'a filter that is unknown does not count',
    'engine/run',
    'found = or(found, and(filter, every ? not(body) : body))',
    'found = or(found, every ? not(body) : body)',
  ),
  inRecord('the least share leaves out what may miss', 'dsl/value', 'part(hits, possibleMisses, ONE)', 'part(hits, misses, ONE)'),
  inRecord('无 is 0', 'engine/run', 'if (value === NIL) return NOTHING', 'if (value === NIL) return whole(0)'),
  inRecord(
    'a judgement by anybody counts',
    'engine/facts',
    'judgements.filter((entry) => plan.roles?.has(entry.role))',
    'judgements',
  ),
  inRecord(
    'the first judgement counts',
    'engine/facts',
    'Math.max(day, entry.on), Number.NEGATIVE_INFINITY',
    'Math.min(day, entry.on), Number.POSITIVE_INFINITY',
  ),
  inRecord('a fact counts whatever its source', 'engine/facts', 'plan.channel === undefined || (', 'true || ('),
  inRecord('a parameter holds for its area alone', 'engine/run', "return area.replace(/(?:00)+$/, '')", 'return area'),
  inRecord(
    'a departure holds for every item',
    'engine/run',
    '.filter((entry) => entry.item === item.id && entry.on <= run.asOf)',
    '.filter((entry) => entry.on <= run.asOf)',
  ),
  inRecord(
    'a waiting item comes before a failing one',
    'engine/run',
    "if (fail === TRUE) return 'unmet'\n  if (hold === TRUE) return 'suspended'",
    "if (hold === TRUE) return 'suspended'\n  if (fail === TRUE) return 'unmet'",
  ),
  inRecord('a standard whose guard is unknown applies', 'engine/run', "if (guard === UNKNOWN) return 'undetermined'", ''),
  inRecord(
    'a number behind an open if may be anything',
    'engine/run',
    'return (gap ? [...numbers, ALL_NUMBERS] : numbers).reduce(hullOf)',
    'return numbers.length === 1 && !gap ? numbers[0]! : ALL_NUMBERS',
  ),
  inRecord(
    'missing sets hold others',
    'engine/run',
    'if (kept.some((smaller) => smaller.size < one.size && (smaller.mask & one.mask) === smaller.mask)) continue',
    '',
  ),
  inRecord('a reading is the first choice', 'engine/run', '[reading.id, reading.chosen]', '[reading.id, reading.choices[0]!.id]'),
  inRecord(
    'a yearly fact is always this year’s',
    'engine/run',
    'expr.year === undefined ? run.year : yearOf(run, expr.year, env)',
    'run.year',
  ),
  inRecord('a list may hold no more than was given', 'engine/run', 'fromInteger(possible + list.more)', 'fromInteger(possible)'),
  inRecord(
    'records that break a relation are decided',
    'engine/run',
    'if (sink.problems.length === 0) checkRelations(run, root, sink)',
    '',
  ),
]

/** Faults of the compiled path. */
const COMPILED: readonly Fault[] = [
  inItems('∧ of two is the first unless the second is false', 'return y === 0 ? 0 : x === 1 ? y : 2', 'return y === 0 ? 0 : x'),
  inItems('≥ a constant taken for >', 'return x >= c ? 1 : x < c ? 0 : open(r)', 'return x > c ? 1 : x <= c ? 0 : open(r)'),
  inItems(
    '无 is larger than any number',
    'if (nullable && ((a.nullable && x === NOTHING) || (b.nullable && y === NOTHING))) return whenNothing',
    '',
  ),
  inItems('a fact not given is the last record’s', 'for (let i = 0; i < absent.length; i++) forget(region, row, absent[i]!)', ''),
  inItems('an element that is open leaves nothing open', 'return open ? 2 : 1 - whenFound', 'return 1 - whenFound'),
  inItems('a share of nobody is open', 'if (members === 0) return whenEmpty', 'if (members === 0) return 2'),
  inItems('a judgement by anybody counts', 'roles.has(id) ? 1 : 0', '1'),
  inItems(
    'departures and re-checks are passed over',
    'return Array.isArray(value) && value.length === 0 ? READ : LOOK',
    'return READ',
  ),
  inItems('a broken relation is no matter', 'isThere(region, row) && broken(row) === 1', 'false'),
]

export const FAULTS: readonly Fault[] = [...EXACT, ...COMPILED]
