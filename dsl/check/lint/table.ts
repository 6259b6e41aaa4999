import type { Span } from '../../source/span.ts'
import { bodyOf, childrenOf, clause, mainValue, nameText } from '../../syntax/access.ts'
import { COMPARE_WORDS, type CompareWordId } from '../../syntax/compare-words.ts'
import type { Cell, Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { feasible } from './feasible.ts'
import { comparison, newSpace, type Space } from './formula.ts'
import { keyOf } from './key.ts'
import { type Linter, note } from './linter.ts'
import { type Assignment, conjunction, disjunction, type Formula, holdsAt, negation, operandsOf } from './logic.ts'
import { describeRegion } from './region.ts'
import { combinations, implies, impossible } from './solve.ts'

interface Row {
  readonly decl: Decl
  readonly span: Span
  readonly fits: Formula
}

/** R421 gaps, R422 overlapping rows of a 唯一 table, R423 rows never used, R424 what could not be settled. */
export function lintTable(lint: Linter, decl: Decl): void {
  const space = newSpace(lint.checked)
  const level = clause(decl, 'for') ? 1 : 0
  const inputs = childrenOf(decl, 'inputs').flatMap((child) => mainValue(child, 'inputs') ?? [])
  const rows = childrenOf(decl, 'row').map((row) => rowOf(space, row, inputs, level))
  if (!decl.name || rows.length === 0 || !rows.every((row) => row !== undefined)) return
  const table: Table = { lint, space, decl, level, rows, feasible: feasible(lint, space, decl, level) }
  const used = unusedRows(table)
  if (clause(decl, 'hit')?.id !== 'first') overlaps(table, used)
  if (childrenOf(decl, 'otherwise').length === 0) gaps(table)
}

interface Table {
  readonly lint: Linter
  readonly space: Space
  readonly decl: Decl
  readonly level: number
  readonly rows: readonly Row[]
  /** false where a 约束 excludes the combination */
  readonly feasible: (at: Assignment) => boolean
}

function rowOf(space: Space, decl: Decl, inputs: readonly Expr[], level: number): Row | undefined {
  const cells = mainValue(decl, 'row') ?? []
  const tests = cells.flatMap((cell, i) => {
    const input = inputs[i]
    return input && cell.kind !== 'any' ? [cellFormula(space, cell, input, level)] : []
  })
  if (!tests.every((test) => test !== undefined)) return undefined
  const [first, last] = [cells[0], cells.at(-1)]
  const span = first && last ? { ...first.span, end: last.span.end } : decl.keywordSpan
  return { decl, span, fits: conjunction(tests) }
}

function cellFormula(space: Space, cell: Exclude<Cell, { kind: 'any' }>, input: Expr, level: number): Formula | undefined {
  const against = (word: CompareWordId, value: Expr) => {
    const at: Expr = { kind: 'compare', word, left: input, right: value, wordSpan: cell.span, span: cell.span }
    return comparison(space, at, COMPARE_WORDS[word].op, input, value, level)
  }
  switch (cell.kind) {
    case 'compare':
      return against(cell.word as CompareWordId, cell.value)
    case 'between': {
      const low = against(cell.open === 'low' || cell.open === 'both' ? 'gt' : 'ge', cell.low)
      const high = against(cell.open === 'high' || cell.open === 'both' ? 'lt' : 'le', cell.high)
      return low && high && conjunction([low, high])
    }
    case 'oneOf': {
      const values = cell.values.map((value) => against('eq', value))
      return values.every((value) => value !== undefined) ? disjunction(values) : undefined
    }
    default:
      return cell satisfies never
  }
}

/** R423; gives the rows that can be used. */
function unusedRows({ lint, space, decl, rows }: Table): readonly Row[] {
  const first = clause(decl, 'hit')?.id === 'first'
  return rows.filter((row, i) => {
    const earlier = first ? rows.slice(0, i) : []
    if (!impossible(space, row.fits) && !implies(space, row.fits, disjunction(earlier.map((other) => other.fits)))) return true
    const over = impossible(space, row.fits) ? undefined : earlier.find((other) => implies(space, row.fits, other.fits))
    const labels = over ? [{ span: over.span, word: 'row' }] : []
    note(lint, 'R423', row.span, { name: nameText(decl) }, { labels })
    return false
  })
}

function overlaps(table: Table, rows: readonly Row[]): void {
  for (const [i, row] of rows.entries()) {
    const other = rows
      .slice(0, i)
      .find(
        (earlier) =>
          !sameResult(table, earlier, row) && settle(table, 'overlap', row, conjunction([earlier.fits, row.fits]), earlier),
      )
    if (other) return
  }
}

function sameResult({ lint, level }: Table, a: Row, b: Row): boolean {
  const [x, y] = [bodyOf(a.decl, 'row'), bodyOf(b.decl, 'row')]
  const key = x && keyOf(lint.checked.binding, x, level)
  return key !== undefined && y !== undefined && key === keyOf(lint.checked.binding, y, level)
}

function gaps(table: Table): void {
  settle(table, 'gap', undefined, negation(disjunction(table.rows.map((row) => row.fits))))
}

const WHAT = { gap: { what: '缺口', whatEn: 'gaps' }, overlap: { what: '重叠', whatEn: 'overlaps' } } as const

/** Reports the combinations that make `wrong` true: found for sure when the inputs are free facts, R424 otherwise. Gives whether anything was said. */
function settle(table: Table, what: 'gap' | 'overlap', row: Row | undefined, wrong: Formula, other?: Row): boolean {
  const { lint, space, decl } = table
  const name = nameText(decl)
  const span = row?.span ?? decl.name?.span ?? decl.span
  const keys = [...space.operands.keys()].filter((key) => operandsOf(wrong).has(key))
  const all = combinations(space, keys)
  if (!all) {
    const why = { reason: '输入和界限的组合太多', reasonEn: 'There are too many combinations of inputs and bounds' }
    note(lint, 'R424', span, { name, ...WHAT[what], ...why })
    return true
  }
  const belongs = (at: Assignment) => holdsAt(wrong, at) && table.feasible(at)
  let some = false
  for (const at of all) {
    some = belongs(at)
    if (some) break
  }
  if (!some) return false
  const region = describeRegion(lint, space, keys, belongs)
  if (!areFree(table, keys)) {
    const why = {
      reason: `有的输入是算出来的，或与别的输入相关，不知道取不取得到：${region.where}`,
      reasonEn: `Some inputs are computed or bound to others, and it is not known whether this can come about: ${region.whereEn}`,
    }
    note(lint, 'R424', span, { name, ...WHAT[what], ...why })
  } else if (row && other) note(lint, 'R422', span, { name, ...region }, { labels: [{ span: other.span, word: 'row' }] })
  else note(lint, 'R421', span, { name, ...region })
  return true
}

/** Whether every combination can come about: all facts, none of them tested in two ways. */
function areFree({ lint, space, level }: Table, keys: readonly string[]): boolean {
  const seen = new Set<string>()
  return keys.every((key) => {
    const operand = space.operands.get(key)
    const fact = operand && keyOf(lint.checked.binding, operand.expr, level)
    const other = operand?.against && keyOf(lint.checked.binding, operand.against, level)
    if (!operand?.free || fact === undefined || seen.has(fact) || (other !== undefined && seen.has(other))) return false
    seen.add(fact)
    if (other !== undefined) seen.add(other)
    return true
  })
}
