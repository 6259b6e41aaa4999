import type { CompareOp, Expr, Field, Item } from '../../../dsl/lower/program.ts'
import type { Pivot } from './behind.ts'
import type { Spot } from './spot.ts'

/** What a field should be for an item to help: a truth, one (not one) of some values, there (无), a list with (without) elements. */
export type Want =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly inside: boolean }
  | { readonly kind: 'there'; readonly value: boolean }
  | { readonly kind: 'elements'; readonly some: boolean }

/** The rule a wish comes from. */
export interface Source {
  /** id of the item or relation; '' for the guard of the standard */
  readonly id: string
  readonly kind: Item['kind'] | 'guard' | 'relation'
}

export interface Lean {
  readonly source: Source
  readonly spot: Spot
  readonly field: Field
  readonly want: Want
}

/** A comparison of numbers, years or dates. */
export interface Atom {
  readonly source: Source
  readonly op: CompareOp
  readonly left: Expr
  readonly right: Expr
  /** whether the item wants it to hold; undefined: nobody can say */
  readonly wanted: boolean | undefined
  /** under the readings in force it has a say */
  readonly live: boolean
  /** what its expressions see, outermost first */
  readonly env: readonly Spot[]
  readonly pivots: readonly Pivot[]
}

/** A fact somewhere reads: the field, and the years asked for. */
export interface Use {
  readonly field: Field
  readonly years: Expr[]
}

/** What a standard asks of the facts. */
export interface Demand {
  /** by spot key, then field id */
  readonly used: ReadonlyMap<string, ReadonlyMap<string, Use>>
  readonly spots: ReadonlyMap<string, Spot>
  readonly leans: readonly Lean[]
  /** what would help under readings that are not in force */
  readonly hints: readonly Lean[]
  readonly atoms: readonly Atom[]
}
