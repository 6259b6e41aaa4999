import { type Cell, cellsOf } from './domain.ts'
import { type Assignment, conjunction, type Formula, negation, type Operand, type Space } from './formula.ts'

/** How many combinations are tried before a question is given up. */
const MOST_COMBINATIONS = 50_000

const CELLS = new WeakMap<Operand, { readonly cuts: number; readonly cells: readonly Cell[] }>()

/** The cells of an operand, cut at everything the space tests it against. */
export function operandCells(operand: Operand): readonly Cell[] {
  const cuts = operand.numbers.length + operand.texts.length
  const known = CELLS.get(operand)
  // Constants are only ever added, so as many cuts are the same cuts.
  if (known?.cuts === cuts) return known.cells
  const cells = cellsOf(operand.universe, operand.numbers, operand.texts)
  CELLS.set(operand, { cuts, cells })
  return cells
}

/** Every combination of cells of these operands; undefined when there are too many to try, by themselves or with all that has been tried in this space. */
export function combinations(space: Space, keys: Iterable<string>): Iterable<Assignment> | undefined {
  const axes = [...keys].map((key) => {
    const operand = space.operands.get(key)
    return [key, operand ? operandCells(operand) : []] as const
  })
  const count = axes.reduce((product, [, cells]) => product * cells.length, 1)
  if (count > Math.min(MOST_COMBINATIONS, space.effort.left)) return undefined
  space.effort.left -= count
  return walk(axes, new Map())
}

function* walk(axes: readonly (readonly [string, readonly Cell[]])[], at: Map<string, Cell>): Iterable<Assignment> {
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

/** Whether some combination of known values makes it true; undefined when there are too many to try. */
export function satisfiable(space: Space, formula: Formula): boolean | undefined {
  const all = combinations(space, formula.operands)
  if (!all) return undefined
  for (const at of all) if (formula.holds(at)) return true
  return false
}

/** Whether `a` brings `b` with it for all known values. False too when that could not be found out. */
export function implies(space: Space, a: Formula, b: Formula): boolean {
  return satisfiable(space, conjunction([a, negation(b)])) === false
}

/** Whether it can never be true. False too when that could not be found out. */
export function impossible(space: Space, formula: Formula): boolean {
  return satisfiable(space, formula) === false
}

/** Whether it is true for all known values. False too when that could not be found out. */
export function certain(space: Space, formula: Formula): boolean {
  return satisfiable(space, negation(formula)) === false
}
