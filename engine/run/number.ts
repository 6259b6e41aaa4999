import type { CompareOp } from '../../dsl/lower/program.ts'
import { ALL, compareI, hull, type Interval, isPoint, point } from '../../dsl/value/interval.ts'
import { fromInteger, type Rational } from '../../dsl/value/rational.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'

/** A number as far as it is known: where it lies, and whether it is 无 (TRUE: surely, its interval then says nothing). */
export interface Num {
  readonly interval: Interval
  readonly nil: Truth
}

export const ALL_NUMBERS: Num = Object.freeze({ interval: ALL, nil: FALSE })
export const NOTHING: Num = Object.freeze({ interval: ALL, nil: TRUE })

/** A known number. */
export function known(value: Rational): Num {
  return { interval: point(value), nil: FALSE }
}

/** A known whole number. */
export function whole(value: number): Num {
  return known(fromInteger(value))
}

/** A number surely there, somewhere in an interval. */
export function between(interval: Interval): Num {
  return { interval, nil: FALSE }
}

/** Whether nothing about the number is open. */
export function isKnown(a: Num): boolean {
  return a.nil === TRUE || (a.nil === FALSE && isPoint(a.interval))
}

/** What holds both. */
export function hullOf(a: Num, b: Num): Num {
  if (a.nil === TRUE && b.nil === TRUE) return a
  const nil = a.nil === b.nil ? a.nil : UNKNOWN
  return { interval: a.nil === TRUE ? b.interval : b.nil === TRUE ? a.interval : hull(a.interval, b.interval), nil }
}

/** Compares two numbers; 无 equals only 无 and has no order. */
export function compareNum(op: CompareOp, a: Num, b: Num): Truth {
  if (a.nil === TRUE || b.nil === TRUE) {
    if (op !== 'eq' && op !== 'ne') return FALSE
    const same = a.nil === TRUE && b.nil === TRUE ? TRUE : a.nil === FALSE || b.nil === FALSE ? FALSE : UNKNOWN
    return op === 'eq' || same === UNKNOWN ? same : same === TRUE ? FALSE : TRUE
  }
  const truth = compareI(op, a.interval, b.interval)
  if (a.nil === FALSE && b.nil === FALSE) return truth
  // Two values that may both be 无 may be equal by that alone.
  if (a.nil === UNKNOWN && b.nil === UNKNOWN && (op === 'eq' || op === 'ne')) return UNKNOWN
  return truth === (op === 'ne' ? FALSE : TRUE) ? UNKNOWN : truth
}
