import type { Expr, ParameterEntry, ScoreLine } from '../../dsl/lower/program.ts'
import type { Interval, Truth } from '../../dsl/value/index.ts'
import type { ListSeen } from './element.ts'
import type { FactSeen } from './fact.ts'
import type { StandardTrace } from './standard.ts'
import type { Value } from './value.ts'
import type { Element, World } from './world.ts'

/** Where an expression is evaluated: the enclosing elements, innermost first. */
export interface Env {
  readonly world: World
  readonly elements: readonly Element[]
}

/** One element of a quantified list, with what was asked of it. */
export interface ElementTrace {
  readonly element: Element
  readonly filter?: Trace
  readonly body?: Trace
}

/** A share in numbers: sure hits, sure members, and how many more may be either. */
export interface Tally {
  readonly hits: number
  readonly members: number
  readonly open: number | null
}

/** A share or ratio: the interval over its non-empty outcomes and whether its denominator is zero. */
export interface Denominator {
  readonly interval: Interval
  readonly empty: 'no' | 'maybe' | 'yes'
}

/** A line of a score with the points it gave. */
export interface LineTrace {
  readonly line: ScoreLine
  readonly points: Interval
  readonly value: Trace
  readonly when?: Trace
}

/** An expression with everything that went into its value. Independent of the compiled closures: the two check each other. */
export interface Trace {
  readonly expr: Expr
  readonly value: Value
  /** operands in reading order */
  readonly parts: readonly Trace[]
  readonly fact?: FactSeen
  readonly entry?: ParameterEntry
  readonly list?: ListSeen
  readonly elements?: readonly ElementTrace[]
  /** filter and body on an element nothing is known about */
  readonly pattern?: { readonly filter?: Trace; readonly body?: Trace }
  readonly tally?: Tally
  readonly denominator?: Denominator
  /** if, table, reading: the part that gives the value, when it is known which */
  readonly branch?: Trace
  /** table rows: the truth of each */
  readonly rows?: readonly Truth[]
  readonly standard?: StandardTrace
  readonly lines?: readonly LineTrace[]
  readonly at?: Element
}
