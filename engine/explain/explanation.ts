import type { ExprKind } from '../../dsl/lower/program.ts'
import type { Blocked, Effect, FactProblem, Outcome, Times, TruthName } from '../types.ts'

/** A declared thing's names, as shown. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** A figure put into a condition. Numbers are fraction text in their unit; while something is open, `low` and `high` say what it may still be. */
export interface Figure {
  readonly kind: 'number' | 'ratio' | 'year' | 'date' | 'text' | 'enum' | 'truth'
  readonly state: 'known' | 'unknown' | 'nothing'
  readonly value?: string
  readonly low?: string
  readonly high?: string
  readonly unit?: Label
  readonly decimals?: number
  /** names of an enumeration's value */
  readonly label?: Label
}

/** Why a fact that was given does not count: the roles, sources or days given, and the roles or the source that would. */
export interface Cause {
  readonly kind: 'role' | 'later' | 'tie' | 'source'
  readonly given: readonly Label[]
}

/** How an element is called: 第2个成员（张三）, 所在村. `number` counts from 1. */
export interface ElementName {
  readonly label: Label
  readonly number?: number
  readonly called?: string
}

/** An expression mirrored with what it came to. Which properties stand depends on `kind`. */
export interface ConditionNode {
  /** id of the program's node */
  readonly node: number
  readonly kind: ExprKind
  readonly truth?: TruthName
  readonly figure?: Figure
  /** the operator: compare word id, + − * /, quantifier, rounding mode, reading, known | unknown, year | as_of, unit of a date span … */
  readonly word?: string
  /** names of the field, parameter, definition, reading's choice, standard or external text */
  readonly label?: Label
  /** whose it is, outermost last; empty: the innermost element's own */
  readonly of?: readonly Label[]
  readonly path?: string
  readonly year?: number
  readonly source?: Label
  readonly judged?: { readonly role: Label; readonly on: string; readonly by?: string; readonly basis?: string }
  readonly cause?: Cause
  /** parameters: the entry's period and where its value comes from */
  readonly period?: { readonly from?: string; readonly to?: string }
  readonly origin?: string
  /** no fact can mend that this is unknown */
  readonly blocked?: Blocked['kind']
  readonly parts: readonly ConditionNode[]
  /** which of `parts` gave the value (若, 表) */
  readonly branch?: number
  /** lists: whose elements, how many are listed, and whether more may follow */
  readonly list?: {
    readonly label: Label
    readonly of: Label
    readonly listed: number
    readonly state: 'complete' | 'partial' | 'unknown'
  }
  /** lists: the filter and the body as written, on no element in particular */
  readonly filter?: ConditionNode
  readonly body?: ConditionNode
  /** quantifiers, sums, shares: every element that decides */
  readonly elements?: readonly ElementNode[]
  /** elements in F; of them surely P; null: any number more */
  readonly tally?: { readonly hits: number; readonly members: number; readonly open: number | null }
  /** compare that came out false: how far the left side is from passing */
  readonly gap?: { readonly by: Figure; readonly direction: 'raise' | 'lower' }
  /** amounts of date spans */
  readonly amount?: number
  /** rounding: to a multiple of this */
  readonly step?: string
}

export interface ElementNode {
  readonly path: string
  readonly name: ElementName
  readonly member: TruthName
  readonly holds: TruthName
  readonly filter?: ConditionNode
  readonly body?: ConditionNode
}

/** What would change a result; `subject` names what, without its own parts. */
export type Remedy =
  | { readonly kind: 'all'; readonly parts: readonly Remedy[] }
  /** `count` of them suffice */
  | { readonly kind: 'any'; readonly count: number; readonly parts: readonly Remedy[] }
  | {
      readonly kind: 'number'
      readonly subject: ConditionNode
      readonly direction: 'raise' | 'lower' | 'change'
      readonly current?: Figure
      /** the nearest value that passes; with `beyond`, passing begins just past it */
      readonly to: Figure
      readonly beyond: boolean
      readonly by?: Figure
      /** the same in the figure behind it */
      readonly through?: Remedy
    }
  | {
      readonly kind: 'share'
      readonly subject: ConditionNode
      readonly direction: 'raise' | 'lower'
      readonly by: number
      readonly needed: number
      readonly hits: number
      readonly members: number
    }
  | { readonly kind: 'truth'; readonly subject: ConditionNode; readonly needed: boolean }
  | { readonly kind: 'judge'; readonly subject: ConditionNode; readonly roles: readonly Label[]; readonly needed: boolean }
  | {
      readonly kind: 'value'
      readonly subject: ConditionNode
      readonly word: string
      readonly needed: boolean
      readonly to: ConditionNode
    }
  | { readonly kind: 'exists'; readonly subject: ConditionNode; readonly needed: boolean }
  | { readonly kind: 'element'; readonly path: string; readonly name: ElementName; readonly remedy: Remedy }
  | { readonly kind: 'standard'; readonly standard: Label; readonly of: readonly Label[]; readonly needed: boolean }
  /** the situation a bar or a suspension names must end */
  | { readonly kind: 'end'; readonly situation: Label; readonly how?: Remedy }
  | { readonly kind: 'depart'; readonly item: Label }
  | { readonly kind: 'recheck'; readonly item: Label; readonly roles: readonly Label[] }
  /** still unknown; must come out so */
  | { readonly kind: 'learn'; readonly subject: ConditionNode; readonly needed: boolean }
  /** some other value of this condition, with no single figure to name */
  | { readonly kind: 'condition'; readonly subject: ConditionNode; readonly needed: boolean }

/** A clause of a source. */
export interface CiteNode {
  readonly source?: Label
  readonly title?: string
  readonly article: string
}

export interface ItemNode {
  readonly id: string
  readonly label: Label
  readonly kind: 'must' | 'bar' | 'suspend' | 'weigh' | 'part'
  readonly inPrinciple: boolean
  readonly cites: readonly CiteNode[]
  readonly value: TruthName
  readonly effect: Effect
  readonly applied?: TruthName
  readonly exception?: { readonly reason: string; readonly by: string; readonly on: string }
  readonly recheck?: { readonly passed: boolean; readonly role: Label; readonly on: string }
  /** suspensions: who may re-check; empty: whoever does */
  readonly reviewers: readonly Label[]
  readonly group?: { readonly mode: 'all' | 'any' | 'at_least'; readonly count: number }
  readonly when?: ConditionNode
  readonly condition?: ConditionNode
  readonly deemed: readonly ConditionNode[]
  readonly except: readonly ConditionNode[]
  readonly parts: readonly ItemNode[]
  /** failing items: what would change that */
  readonly remedy?: Remedy
}

/** A fact still to be collected. */
export interface Need {
  readonly path: string
  /** whose it is, from the subject inwards; empty: the subject's own */
  readonly of: readonly ElementName[]
  readonly label: Label
  /** list: the whole list is unknown; rest: what a partial list leaves out */
  readonly list?: 'list' | 'rest'
  readonly year?: number
  readonly roles?: readonly Label[]
  readonly channel?: Label
  readonly cause?: Cause
}

/** What no fact about the subject can mend; `time` is the year or date it was wanted for. */
export interface BlockNode {
  readonly kind: Blocked['kind']
  readonly id: string
  readonly label: Label
  readonly time?: string
}

/** Sets of facts: one set coming out well (`toMeet`) would make the subject pass, badly (`toFail`) fail. */
export interface Collect {
  readonly toMeet: readonly (readonly Need[])[]
  readonly toFail: readonly (readonly Need[])[]
  readonly blocked: readonly BlockNode[]
  readonly truncated: boolean
}

/** Everything behind a decision, as plain JSON; words are made from it alone. */
export type Explanation =
  | {
      readonly schema: 'tiaoli/explanation/1'
      readonly kind: 'decided'
      readonly policy: Label
      readonly standard: Label
      readonly cites: readonly CiteNode[]
      readonly subject: { readonly label: Label; readonly id?: string }
      readonly times: Times
      /** those this decision rests on */
      readonly readings: readonly { readonly label: Label; readonly choice: Label }[]
      readonly outcome: Outcome
      readonly guard?: ConditionNode
      readonly items: readonly ItemNode[]
      readonly collect: Collect
    }
  | {
      readonly schema: 'tiaoli/explanation/1'
      readonly kind: 'rejected'
      readonly policy: Label
      readonly problems: readonly FactProblem[]
    }
