import type { Cell } from './domain.ts'
import type { Space } from './formula.ts'
import type { Linter } from './linter.ts'
import type { Assignment, Operand } from './logic.ts'
import { cellsText, type Lang } from './region-text.ts'
import { operandCells } from './solve.ts'

/** Cells of each operand, in the operands' order; together a box of combinations. */
type Box = readonly (readonly Cell[])[]

const SHOWN = 3

/** The combinations that `belongs` picks, as at most three boxes in words; `more` when there are others. */
export interface Region {
  readonly where: string
  readonly whereEn: string
}

/** Puts the combinations for which `belongs` holds into words. The operands' cells must be few enough to try. */
export function describeRegion(
  lint: Linter,
  space: Space,
  keys: readonly string[],
  belongs: (at: Assignment) => boolean,
): Region {
  const operands = keys.flatMap((key) => space.operands.get(key) ?? [])
  const axes = operands.map(operandCells)
  const known = new Map<string, boolean>()
  const holds = (cells: readonly Cell[]) => {
    const key = cells.map((cell, i) => axes[i]!.indexOf(cell)).join(' ')
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const truth = belongs(new Map(operands.map((operand, i) => [operand.key, cells[i]!])))
    known.set(key, truth)
    return truth
  }
  const boxes: Box[] = []
  let more = false
  for (const point of product(axes)) {
    if (!holds(point) || boxes.some((box) => box.every((cells, i) => cells.includes(point[i]!)))) continue
    if (boxes.length === SHOWN) {
      more = true
      break
    }
    boxes.push(grown(axes, point, holds))
  }
  const text = (lang: Lang) => boxes.map((box) => boxText(lint, operands, axes, box, lang)).join(lang === 'zh' ? '；' : '; ')
  return { where: `${text('zh')}${more ? '；等' : ''}`, whereEn: `${text('en')}${more ? '; and others' : ''}` }
}

/** The point widened along one axis after the other as far as all of it belongs. */
function grown(axes: readonly (readonly Cell[])[], point: readonly Cell[], holds: (cells: readonly Cell[]) => boolean): Box {
  const box: (readonly Cell[])[] = point.map((cell) => [cell])
  axes.forEach((axis, i) => {
    box[i] = axis.filter((cell) => [...product(box.with(i, [cell]))].every(holds))
  })
  return box
}

function* product(axes: readonly (readonly Cell[])[]): Iterable<readonly Cell[]> {
  const [first, ...rest] = axes
  if (!first) {
    yield []
    return
  }
  for (const cell of first) for (const others of product(rest)) yield [cell, ...others]
}

function boxText(lint: Linter, operands: readonly Operand[], axes: readonly (readonly Cell[])[], box: Box, lang: Lang): string {
  const parts = operands.flatMap((operand, i) => cellsText(lint, operand, axes[i]!, box[i]!, lang) ?? [])
  if (parts.length === 0) return lang === 'zh' ? '任何情形' : 'every case'
  return parts.join(lang === 'zh' ? ' 且 ' : ' and ')
}
