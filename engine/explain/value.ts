import type { CompareOp } from '../../dsl/lower/program.ts'
import {
  ALL,
  compareI,
  FALSE,
  fromBoolean,
  hull,
  type Interval,
  isPoint,
  TRUE,
  type Truth,
  UNKNOWN,
} from '../../dsl/value/index.ts'

/** Whether a number or value is 无 (known not to exist): surely not, perhaps, surely. */
export type Nothing = 'no' | 'maybe' | 'yes'

/** What an expression comes to, as docs/semantics.md §2 says: a truth, an interval, or a date (ISO), text or enumeration value. */
export type Value =
  | { readonly kind: 'truth'; readonly truth: Truth; readonly nothing?: true }
  | { readonly kind: 'number'; readonly interval: Interval; readonly nothing: Nothing }
  | { readonly kind: 'plain'; readonly state: 'known'; readonly text: string }
  | { readonly kind: 'plain'; readonly state: 'nothing' }
  | { readonly kind: 'plain'; readonly state: 'unknown'; readonly nothing: 'no' | 'maybe' }

export const UNKNOWN_PLAIN: Value = { kind: 'plain', state: 'unknown', nothing: 'no' }
export const NOTHING_PLAIN: Value = { kind: 'plain', state: 'nothing' }

/** A truth as a value. */
export function truthValue(truth: Truth): Value {
  return { kind: 'truth', truth }
}

/** A number that is not 无. */
export function numberValue(interval: Interval): Value {
  return { kind: 'number', interval, nothing: 'no' }
}

/** A known date, text or enumeration value. */
export function plainValue(text: string): Value {
  return { kind: 'plain', state: 'known', text }
}

/** The truth of a condition's value. What is 无 does not hold. */
export function truthOf(value: Value): Truth {
  if (nothingOf(value) === 'yes') return FALSE
  return value.kind === 'truth' ? value.truth : UNKNOWN
}

/** The interval to reckon with: anything that is or may be 无 is every number. */
export function intervalOf(value: Value): Interval {
  return value.kind === 'number' && value.nothing === 'no' ? value.interval : ALL
}

/** Whether nothing about the value is open. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'truth':
      return value.nothing === true || value.truth !== UNKNOWN
    case 'number':
      return value.nothing === 'yes' || (value.nothing === 'no' && isPoint(value.interval))
    case 'plain':
      return value.state !== 'unknown'
    default: {
      const unreachable: never = value
      throw new RangeError(String(unreachable))
    }
  }
}

/** Whether the value is 无. */
export function nothingOf(value: Value): Nothing {
  if (value.kind === 'number') return value.nothing
  if (value.kind === 'truth') return value.nothing === true ? 'yes' : 'no'
  return value.state === 'nothing' ? 'yes' : value.state === 'known' ? 'no' : value.nothing
}

/** The truth both agree on, else unknown. */
function agree(a: Truth | undefined, b: Truth): Truth {
  return a === undefined || a === b ? b : UNKNOWN
}

/** What two possible values have in common: the same truth or value, the hull of numbers. */
export function joinValues(a: Value, b: Value): Value {
  if (a.kind === 'truth' && b.kind === 'truth') return truthValue(agree(a.truth, b.truth))
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.nothing === 'yes') return { ...b, nothing: b.nothing === 'yes' ? 'yes' : 'maybe' }
    if (b.nothing === 'yes') return { ...a, nothing: 'maybe' }
    return {
      kind: 'number',
      interval: hull(a.interval, b.interval),
      nothing: a.nothing === 'no' && b.nothing === 'no' ? 'no' : 'maybe',
    }
  }
  if (a.kind === 'number' && nothingOf(b) === 'yes') return { ...a, nothing: a.nothing === 'yes' ? 'yes' : 'maybe' }
  if (b.kind === 'number' && nothingOf(a) === 'yes') return { ...b, nothing: b.nothing === 'yes' ? 'yes' : 'maybe' }
  if (nothingOf(a) === 'yes' && nothingOf(b) === 'yes') return a
  if (a.kind === 'truth' || b.kind === 'truth') return truthValue(UNKNOWN)
  if (a.kind === 'plain' && b.kind === 'plain' && a.state === 'known' && b.state === 'known' && a.text === b.text) return a
  return { kind: 'plain', state: 'unknown', nothing: nothingOf(a) === 'no' && nothingOf(b) === 'no' ? 'no' : 'maybe' }
}

function order(op: CompareOp, sign: number): Truth {
  switch (op) {
    case 'gt':
      return fromBoolean(sign > 0)
    case 'ge':
      return fromBoolean(sign >= 0)
    case 'lt':
      return fromBoolean(sign < 0)
    case 'le':
      return fromBoolean(sign <= 0)
    case 'eq':
      return fromBoolean(sign === 0)
    case 'ne':
      return fromBoolean(sign !== 0)
    default: {
      const unreachable: never = op
      throw new RangeError(String(unreachable))
    }
  }
}

const withNothing = (op: CompareOp, both: boolean): Truth =>
  op === 'eq' ? fromBoolean(both) : op === 'ne' ? fromBoolean(!both) : FALSE

/** A comparison of two values of one type. */
export function compareValues(op: CompareOp, left: Value, right: Value): Truth {
  const [l, r] = [nothingOf(left), nothingOf(right)]
  if (l === 'yes' || r === 'yes')
    return l !== 'no' && r !== 'no' && l !== r && (op === 'eq' || op === 'ne') ? UNKNOWN : withNothing(op, l === r)
  if (left.kind === 'number' && right.kind === 'number') {
    let result: Truth = compareI(op, left.interval, right.interval)
    if (l !== 'no' || r !== 'no') result = agree(result, withNothing(op, false))
    return l !== 'no' && r !== 'no' ? agree(result, withNothing(op, true)) : result
  }
  if (!isKnown(left) || !isKnown(right)) return UNKNOWN
  if (left.kind === 'truth' && right.kind === 'truth') return order(op, left.truth - right.truth)
  if (left.kind !== 'plain' || right.kind !== 'plain' || left.state !== 'known' || right.state !== 'known') return UNKNOWN
  return order(op, left.text < right.text ? -1 : left.text > right.text ? 1 : 0)
}

/** Whether there is a value (有 X). */
export function hasValue(value: Value): Truth {
  const nothing = nothingOf(value)
  return nothing === 'no' ? TRUE : nothing === 'yes' ? FALSE : UNKNOWN
}
