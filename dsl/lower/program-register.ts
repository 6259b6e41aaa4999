import type { Cite, Expr, Term } from './program.ts'
import type { Chosen, DayAt } from './program-procedure.ts'

/** 登记册: the states a subject may be in, and the ways between them. States are values of the enumeration of the field that holds them. */
export interface Register extends Term {
  readonly entity: string
  /** the field of `entity` that holds the state, and its enumeration */
  readonly field: string
  readonly enum: string
  readonly cites: readonly Cite[]
  readonly states: readonly { readonly id: string; readonly label?: string; readonly cites: readonly Cite[] }[]
  readonly transitions: readonly Transition[]
  readonly forbidden: readonly Forbidden[]
  /** changes of who belongs to the household, by value of the vocabulary's enumeration of changes */
  readonly changes: readonly {
    readonly direction: 1 | -1
    readonly values: readonly string[]
    readonly label?: string
    /** the person is struck off the register */
    readonly removes: boolean
    readonly cites: readonly Cite[]
  }[]
}

/** Allowed when its guard is true on the subject's facts and, with `via`, a conformant case of that procedure stands behind it. No `from`: entry. */
export interface Transition extends Term {
  readonly from: readonly string[]
  readonly to: string
  readonly via?: string
  readonly label?: string
  readonly when?: Expr
  readonly cites: readonly Cite[]
}

/** Never, while its guard is true. No `from` or `to`: any. */
export interface Forbidden extends Term {
  readonly from: readonly string[]
  readonly to?: string
  readonly when?: Expr
  readonly cites: readonly Cite[]
}

/** 目标: reported over a list of decided subjects, never part of a decision. Counts those whose guard is true (absent: all that exited), one each or `tally` each. */
export interface Target extends Term {
  readonly entity: string
  readonly when?: Expr
  readonly tally?: Expr
  /** at least this many, in the tally's unit */
  readonly goal: Expr
  readonly until?: Chosen<DayAt>
  readonly cites: readonly Cite[]
}

/** 排序: orders the eligible, never changes who is eligible. Without `by` the order is the roles' judgement. */
export interface Ranking extends Term {
  readonly entity: string
  readonly roles: readonly string[]
  readonly order: 'high_first' | 'low_first'
  readonly by?: Expr
  readonly cites: readonly Cite[]
}
