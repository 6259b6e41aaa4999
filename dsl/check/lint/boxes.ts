import type { Formula, Operand } from './logic.ts'
import { isInhabited, join, meet, overlap, type ValueSet, type Whole } from './value-set.ts'

/** One operand held to some of its values. */
interface Bound {
  readonly operand: Operand
  readonly whole: Whole
  readonly set: ValueSet
}

/** Operands held to values independently of each other, in the order of their places; what is not named is free. */
export type Box = readonly Bound[]
// INVARIANT: every set of a box is inhabited, so the box is.

/** Boxes beyond which a formula is not written as boxes. */
const MOST_BOXES = 48
const EVERYTHING: readonly Box[] = [[]]

/** The boxes that together are what makes a formula true (or false); undefined when there are too many or a value is no set. */
export function boxesOf(formula: Formula, truth = true): readonly Box[] | undefined {
  const { known } = formula
  const side = truth ? 'yes' : 'no'
  const boxes = known[side]
  if (boxes !== undefined) return boxes ?? undefined
  const built = build(formula, truth)
  known[side] = built ?? null
  return built
}

function build({ shape }: Formula, truth: boolean): readonly Box[] | undefined {
  switch (shape.kind) {
    case 'fixed':
      return shape.truth === truth ? EVERYTHING : []
    case 'test': {
      const { operand, sets } = shape
      const { whole } = operand
      const set = sets?.[truth ? 0 : 1]
      if (!whole || !set) return undefined
      return isInhabited(whole, set) ? [[{ operand, whole, set }]] : []
    }
    case 'not':
      return boxesOf(shape.of, !truth)
    case 'all':
    case 'any': {
      const both = (shape.kind === 'all') === truth
      return both ? together(shape.of, truth, 0, shape.of.length) : either(shape.of, truth)
    }
    case 'atLeast':
      return undefined
    default:
      return shape satisfies never
  }
}

/** Halves first: bounds on one operand then grow in balance. */
function together(parts: readonly Formula[], truth: boolean, from: number, to: number): readonly Box[] | undefined {
  if (from === to) return EVERYTHING
  if (to - from === 1) return boxesOf(parts[from]!, truth)
  const middle = (from + to) >> 1
  const a = together(parts, truth, from, middle)
  const b = a && together(parts, truth, middle, to)
  return a && b && product(a, b)
}

function product(a: readonly Box[], b: readonly Box[]): readonly Box[] | undefined {
  const found: Box[] = []
  for (const one of a) {
    for (const other of b) {
      const both = meetBox(one, other)
      if (!both) continue
      if (found.length === MOST_BOXES) return undefined
      found.push(both)
    }
  }
  return found
}

function meetBox(a: Box, b: Box): Box | undefined {
  const found: Bound[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]]
    const which = !x ? 1 : !y ? -1 : x.operand.place - y.operand.place
    if (which < 0) found.push(x!)
    else if (which > 0) found.push(y!)
    else {
      const set = meet(x!.set, y!.set)
      if (!isInhabited(x!.whole, set)) return undefined
      found.push({ ...x!, set })
    }
    if (which <= 0) i++
    if (which >= 0) j++
  }
  return found
}

function either(parts: readonly Formula[], truth: boolean): readonly Box[] | undefined {
  const found: Box[] = []
  for (const part of parts) {
    const boxes = boxesOf(part, truth)
    if (!boxes) return undefined
    for (const box of boxes) {
      const [only] = box
      if (!only) return EVERYTHING
      // Boxes that bound one and the same operand only are one box.
      const earlier = box.length === 1 ? found.findIndex((other) => other.length === 1 && other[0]!.operand === only.operand) : -1
      if (earlier >= 0) {
        found[earlier] = [{ ...only, set: join(only.whole, found[earlier]![0]!.set, only.set) }]
        continue
      }
      if (found.length === MOST_BOXES) return undefined
      found.push(box)
    }
  }
  return found
}

/** Whether no values lie in a box of both. */
export function apart(a: readonly Box[], b: readonly Box[]): boolean {
  for (const one of a) for (const other of b) if (meets(one, other)) return false
  return true
}

function meets(a: Box, b: Box): boolean {
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    const which = x.operand.place - y.operand.place
    if (which === 0 && !overlap(x.whole, x.set, y.set)) return false
    if (which <= 0) i++
    if (which >= 0) j++
  }
  return true
}
