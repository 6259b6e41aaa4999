import type { CompareOp } from '../../dsl/lower/program.ts'
import type { Day } from '../../dsl/value/date.ts'
import { FALSE, fromBoolean, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { NIL } from '../facts/element.ts'

/** A date, text or enumeration value as far as it is known: undefined is unknown and surely there, null unknown and perhaps 无. */
export type Val = Day | string | typeof NIL | undefined | null

/** Whether nothing about the value is open. */
export function isKnownVal(a: Val): boolean {
  return a !== undefined && a !== null
}

/** What two candidates agree on. */
export function agreed(a: Val, b: Val): Val {
  if (a === b) return a
  const maybeNothing = a === NIL || b === NIL || a === null || b === null
  return maybeNothing ? null : undefined
}

/** Compares two values; 无 equals only 无 and has no order. */
export function compareVal(op: CompareOp, a: Val, b: Val): Truth {
  if (op !== 'eq' && op !== 'ne') {
    if (a === NIL || b === NIL) return FALSE
    return typeof a === 'number' && typeof b === 'number' ? fromBoolean(ordered(op, a, b)) : UNKNOWN
  }
  const same = sameVal(a, b)
  return op === 'eq' || same === UNKNOWN ? same : same === TRUE ? FALSE : TRUE
}

function sameVal(a: Val, b: Val): Truth {
  if (isKnownVal(a) && isKnownVal(b)) return fromBoolean(a === b)
  // 无 against something unknown that is surely there.
  return (a === NIL && b === undefined) || (b === NIL && a === undefined) ? FALSE : UNKNOWN
}

function ordered(op: 'gt' | 'ge' | 'lt' | 'le', a: number, b: number): boolean {
  switch (op) {
    case 'gt':
      return a > b
    case 'ge':
      return a >= b
    case 'lt':
      return a < b
    case 'le':
      return a <= b
    default: {
      const unreachable: never = op
      return unreachable
    }
  }
}

/** Whether the value is there rather than 无. */
export function isThere(a: Val): Truth {
  return a === NIL ? FALSE : a === null ? UNKNOWN : TRUE
}
