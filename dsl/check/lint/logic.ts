import type { Expr } from '../../syntax/expression.ts'
import type { Rational } from '../../value/rational.ts'
import type { Box } from './boxes.ts'
import type { Cell, Universe } from './domain.ts'
import type { ValueSet, Whole } from './value-set.ts'

/** A value the conditions in question test. */
export interface Operand {
  readonly key: string
  /** its place among the operands of the space */
  readonly place: number
  readonly expr: Expr
  /** the other side of a comparison of two values neither of which is fixed */
  readonly against?: Expr
  readonly universe: Universe
  /** the universe as a set; absent where it is none */
  readonly whole?: Whole
  readonly numbers: Rational[]
  readonly texts: Set<string>
  /** each value of the universe can come out, whatever the other operands are */
  readonly free: boolean
}

export type Assignment = ReadonlyMap<string, Cell>

/** How a condition is put together. */
type Shape =
  | { readonly kind: 'fixed'; readonly truth: boolean }
  | {
      readonly kind: 'test'
      readonly operand: Operand
      readonly holds: (cell: Cell) => boolean
      /** the values for which it holds and those for which it does not */
      readonly sets?: readonly [ValueSet, ValueSet]
      readonly constant?: Rational | string
    }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly kind: 'atLeast'; readonly of: readonly Formula[]; readonly n: number }

/** A condition over the values of operands. */
export interface Formula {
  readonly shape: Shape
  /** once asked for: what it reads, the boxes in which it holds, and in which not */
  readonly known: { operands?: ReadonlySet<string>; yes?: readonly Box[] | null; no?: readonly Box[] | null }
}

const NO_OPERANDS: ReadonlySet<string> = new Set()

/** A fixed truth. */
export function always(truth: boolean): Formula {
  return { shape: { kind: 'fixed', truth }, known: {} }
}

/** A test of one operand. */
export function test(
  operand: Operand,
  holds: (cell: Cell) => boolean,
  more: { readonly sets?: readonly [ValueSet, ValueSet]; readonly constant?: Rational | string } = {},
): Formula {
  return { shape: { kind: 'test', operand, holds, ...more }, known: {} }
}

/** The negation. */
export function negation(formula: Formula): Formula {
  return { shape: { kind: 'not', of: formula }, known: {} }
}

/** All of them. */
export function conjunction(formulas: readonly Formula[]): Formula {
  const [only] = formulas
  return only && formulas.length === 1 ? only : { shape: { kind: 'all', of: formulas }, known: {} }
}

/** One of them at least. */
export function disjunction(formulas: readonly Formula[]): Formula {
  const [only] = formulas
  return only && formulas.length === 1 ? only : { shape: { kind: 'any', of: formulas }, known: {} }
}

/** So many of them. */
export function atLeast(n: number, formulas: readonly Formula[]): Formula {
  return { shape: { kind: 'atLeast', of: formulas, n }, known: {} }
}

/** The keys of the operands a condition reads. */
export function operandsOf({ shape, known }: Formula): ReadonlySet<string> {
  known.operands ??= gathered(shape)
  return known.operands
}

function gathered(shape: Shape): ReadonlySet<string> {
  switch (shape.kind) {
    case 'fixed':
      return NO_OPERANDS
    case 'test':
      return new Set([shape.operand.key])
    case 'not':
      return operandsOf(shape.of)
    case 'all':
    case 'any':
    case 'atLeast': {
      const all = new Set<string>()
      for (const part of shape.of) for (const key of operandsOf(part)) all.add(key)
      return all
    }
    default:
      return shape satisfies never
  }
}

/** Whether two conditions read something in common: otherwise neither says anything about the other. */
export function touch(a: Formula, b: Formula): boolean {
  const others = operandsOf(b)
  for (const key of operandsOf(a)) if (others.has(key)) return true
  return false
}

/** Whether a condition holds of these values. The assignment must give a cell to every operand of the formula, cut at all its constants. */
export function holdsAt({ shape }: Formula, at: Assignment): boolean {
  switch (shape.kind) {
    case 'fixed':
      return shape.truth
    case 'test': {
      const cell = at.get(shape.operand.key)
      if (!cell) throw new RangeError(`no cell for ${shape.operand.key}`)
      return shape.holds(cell)
    }
    case 'not':
      return !holdsAt(shape.of, at)
    case 'all':
      return shape.of.every((part) => holdsAt(part, at))
    case 'any':
      return shape.of.some((part) => holdsAt(part, at))
    case 'atLeast':
      return shape.of.filter((part) => holdsAt(part, at)).length >= shape.n
    default:
      return shape satisfies never
  }
}
