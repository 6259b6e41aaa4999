import type { Rational } from '../../value/rational.ts'
import { apart, boxesOf } from './boxes.ts'
import { type Cell, cellsOf } from './domain.ts'
import type { Space } from './formula.ts'
import { type Assignment, conjunction, type Formula, holdsAt, negation, type Operand } from './logic.ts'

/** How many combinations are tried before a question is given up. */
const MOST_COMBINATIONS = 50_000

/** What one combination costs, where two boxes held against each other cost one. */
const COMBINATION = 5

const CELLS = new WeakMap<Operand, { readonly cuts: number; readonly cells: readonly Cell[] }>()

/** The cells of an operand, cut at everything the space tests it against. */
export function operandCells(operand: Operand): readonly Cell[] {
  const cuts = operand.numbers.length + operand.texts.size
  const known = CELLS.get(operand)
  // Constants are only ever added, so as many cuts are the same cuts.
  if (known?.cuts === cuts) return known.cells
  const cells = cellsOf(operand.universe, operand.numbers, [...operand.texts])
  CELLS.set(operand, { cuts, cells })
  return cells
}

type Axis = readonly [key: string, cells: readonly Cell[]]

/** Every combination of cells of these operands; undefined when there are too many to try, by themselves or with all that has been tried in this space. */
export function combinations(space: Space, keys: Iterable<string>): Iterable<Assignment> | undefined {
  const axes = [...keys].map((key): Axis => {
    const operand = space.operands.get(key)
    return [key, operand ? operandCells(operand) : []]
  })
  return within(space, axes)
}

function within(space: Space, axes: readonly Axis[]): Iterable<Assignment> | undefined {
  const count = axes.reduce((product, [, cells]) => product * cells.length, 1)
  if (count > MOST_COMBINATIONS || count * COMBINATION > space.effort.left) return undefined
  space.effort.left -= count * COMBINATION
  return walk(axes, new Map())
}

function* walk(axes: readonly Axis[], at: Map<string, Cell>): Iterable<Assignment> {
  const [first, ...rest] = axes
  if (!first) {
    yield at
    return
  }
  for (const cell of first[1]) {
    at.set(first[0], cell)
    yield* walk(rest, at)
  }
}

/** The operands of a formula with the cells its own constants cut them into. */
function axesOf(formula: Formula): readonly Axis[] {
  const cuts = new Map<Operand, (Rational | string)[]>()
  const gather = ({ shape }: Formula): void => {
    if (shape.kind === 'fixed') return
    if (shape.kind === 'not') {
      gather(shape.of)
      return
    }
    if (shape.kind !== 'test') {
      for (const part of shape.of) gather(part)
      return
    }
    const list = cuts.get(shape.operand) ?? []
    if (shape.constant !== undefined) list.push(shape.constant)
    cuts.set(shape.operand, list)
  }
  gather(formula)
  return [...cuts].map(([{ key, universe }, list]) => {
    const numbers = list.flatMap((one) => (typeof one === 'string' ? [] : [one]))
    const texts = new Set(list.flatMap((one) => (typeof one === 'string' ? [one] : [])))
    return [key, cellsOf(universe, numbers, [...texts])]
  })
}

/** Whether some combination of known values makes it true; undefined when there are too many to try. */
export function satisfiable(space: Space, formula: Formula): boolean | undefined {
  const boxes = boxesOf(formula)
  return boxes ? boxes.length > 0 : tried(space, formula)
}

function tried(space: Space, formula: Formula): boolean | undefined {
  if (space.effort.left <= 0) return undefined
  const all = within(space, axesOf(formula))
  if (!all) return undefined
  for (const at of all) if (holdsAt(formula, at)) return true
  return false
}

/** Whether two conditions are never true together, the second taken as its contrary on demand. False too when that could not be found out. */
export function excludes(space: Space, a: Formula, b: Formula, truthOfA = true, truthOfB = true): boolean {
  const x = boxesOf(a, truthOfA)
  const y = x && boxesOf(b, truthOfB)
  if (x && y) {
    space.effort.left -= Math.max(1, x.length * y.length)
    return space.effort.left >= 0 && apart(x, y)
  }
  return tried(space, conjunction([truthOfA ? a : negation(a), truthOfB ? b : negation(b)])) === false
}

/** Whether `a` brings `b` with it for all known values. False too when that could not be found out. */
export function implies(space: Space, a: Formula, b: Formula): boolean {
  return excludes(space, a, b, true, false)
}

/** Whether it can never be true. False too when that could not be found out. */
export function impossible(space: Space, formula: Formula): boolean {
  return satisfiable(space, formula) === false
}

/** Whether it is true for all known values. False too when that could not be found out. */
export function certain(space: Space, formula: Formula): boolean {
  const boxes = boxesOf(formula, false)
  return boxes ? boxes.length === 0 : tried(space, negation(formula)) === false
}
