import type { CompareOp, ValueType } from '../../dsl/lower/program.ts'
import { ALL, compare as compareIntervals, hull, type Interval, isPoint, point } from './interval.ts'
import { type Q, q } from './rational.ts'
import { not, type Truth, truth } from './truth.ts'

/** What an expression can be. Years are numbers; dates, texts and enumeration values are `known` texts. */
export type Value =
  | { readonly kind: 'truth'; readonly truth: Truth }
  | { readonly kind: 'number'; readonly range: Interval; readonly maybeNothing: boolean }
  | { readonly kind: 'known'; readonly text: string }
  | { readonly kind: 'unknown'; readonly maybeNothing: boolean }
  | { readonly kind: 'nothing' }

export const NOTHING: Value = { kind: 'nothing' }
export const truthValue = (t: Truth): Value => ({ kind: 'truth', truth: t })
export const known = (text: string): Value => ({ kind: 'known', text })
export const range = (r: Interval): Value => ({ kind: 'number', range: r, maybeNothing: false })
export const numberValue = (x: Q): Value => range(point(x))
export const whole = (n: number): Value => numberValue(q(BigInt(n)))

/** Unknown, for anything of this type that is not a field. */
export function unknownOf(type: ValueType): Value {
  if (type.kind === 'boolean') return truthValue('unknown')
  if (type.kind === 'number' || type.kind === 'year') return range(ALL)
  return { kind: 'unknown', maybeNothing: false }
}

/** A point, a known value, 无 or a known truth. */
export function isKnown(v: Value): boolean {
  if (v.kind === 'truth') return v.truth !== 'unknown'
  if (v.kind === 'number') return isPoint(v.range) && !v.maybeNothing
  return v.kind !== 'unknown'
}

export const maybeNothing = (v: Value): boolean =>
  v.kind === 'nothing' || ((v.kind === 'number' || v.kind === 'unknown') && v.maybeNothing)

/** The truth of a condition; of a boolean that is or may be 无 nothing can be said. */
export function asTruth(v: Value): Truth {
  if (v.kind === 'truth') return v.truth
  if (v.kind === 'nothing' || v.kind === 'unknown') return 'unknown'
  throw new Error(`no truth: ${v.kind}`)
}

/** The interval for arithmetic: anything that is or may be 无 is everything. */
export function asRange(v: Value): Interval {
  if (v.kind === 'nothing') return ALL
  if (v.kind === 'number') return v.maybeNothing ? ALL : v.range
  throw new Error(`no number: ${v.kind}`)
}

/** The known text of a date or category, undefined when 无 or unknown. */
export const asText = (v: Value): string | undefined => (v.kind === 'known' ? v.text : undefined)

/** What the candidates agree on: the hull for numbers, else the common value or unknown. */
export function agree(values: readonly Value[]): Value {
  const [first, ...rest] = values
  if (first === undefined) throw new Error('no candidates')
  return rest.reduce(agreeTwo, first)
}

function agreeTwo(a: Value, b: Value): Value {
  if (a.kind === 'nothing' && b.kind === 'nothing') return NOTHING
  const maybe = maybeNothing(a) || maybeNothing(b)
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', range: hull(a.range, b.range), maybeNothing: maybe }
  if (a.kind === 'number' && b.kind === 'nothing') return { ...a, maybeNothing: true }
  if (b.kind === 'number' && a.kind === 'nothing') return { ...b, maybeNothing: true }
  if (a.kind === 'truth' || b.kind === 'truth') {
    return truthValue(a.kind === 'truth' && b.kind === 'truth' && a.truth === b.truth ? a.truth : 'unknown')
  }
  if (a.kind === 'known' && b.kind === 'known' && a.text === b.text) return a
  return { kind: 'unknown', maybeNothing: maybe }
}

function compareWithNothing(op: CompareOp, a: Value, b: Value): Truth {
  if (op !== 'eq' && op !== 'ne') return 'false'
  const equal: Truth =
    a.kind === 'nothing' && b.kind === 'nothing' ? 'true' : maybeNothing(a) && maybeNothing(b) ? 'unknown' : 'false'
  return op === 'eq' ? equal : not(equal)
}

function compareNumbers(op: CompareOp, a: Value & { kind: 'number' }, b: Value & { kind: 'number' }): Truth {
  const either = a.maybeNothing || b.maybeNothing
  const both = a.maybeNothing && b.maybeNothing
  if (op === 'ne') return not(compareNumbers('eq', a, b))
  const plain = compareIntervals(op, a.range, b.range)
  if (plain === 'true' && either) return 'unknown'
  // Two that may both be 无 may be equal after all.
  if (op === 'eq' && plain === 'false' && both) return 'unknown'
  return plain
}

/** The comparison of two values of one type. */
export function compareValues(op: CompareOp, a: Value, b: Value): Truth {
  if (a.kind === 'nothing' || b.kind === 'nothing') return compareWithNothing(op, a, b)
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(op, a, b)
  if (!isKnown(a) || !isKnown(b)) return 'unknown'
  const x = a.kind === 'truth' ? a.truth : a.kind === 'known' ? a.text : ''
  const y = b.kind === 'truth' ? b.truth : b.kind === 'known' ? b.text : ''
  if (op === 'eq' || op === 'ne') return truth((x === y) === (op === 'eq'))
  return truth(op === 'gt' ? x > y : op === 'ge' ? x >= y : op === 'lt' ? x < y : x <= y)
}
