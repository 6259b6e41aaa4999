import { bodyOf, childrenOf, mainValue } from '../../syntax/access.ts'
import { COMPARE_WORDS, type CompareWordId } from '../../syntax/compare-words.ts'
import type { Cell, Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { checkComparison, type Side } from './agree.ts'
import { tyOfTypeExpr } from './declared-type.ts'
import { expectTy } from './expect.ts'
import { infer } from './infer.ts'
import { type At, report, type Typer } from './typer.ts'

/** Checks a decision table: one cell per input (T349), cells comparable with their input, results of the declared type. */
export function checkTable(typer: Typer, decl: Decl, at: At): void {
  const result = tyOfTypeExpr(typer.binding, bodyOf(decl, 'table'))
  const inputs = childrenOf(decl, 'inputs')
    .flatMap((child) => mainValue(child, 'inputs') ?? [])
    .map((expr): Side => ({ expr, ty: infer(typer, expr, at) }))
  for (const row of childrenOf(decl, 'row')) {
    const cells = mainValue(row, 'row') ?? []
    if (cells.length !== inputs.length && inputs.length > 0) {
      report(typer, 'T349', row.keywordSpan, { wanted: inputs.length, given: cells.length })
    } else for (const [i, cell] of cells.entries()) checkCell(typer, cell, inputs[i], at)
    const body = bodyOf(row, 'row')
    if (body) expectTy(typer, body, result, at)
  }
  for (const rest of childrenOf(decl, 'otherwise')) {
    const body = bodyOf(rest, 'otherwise')
    if (body) expectTy(typer, body, result, at)
  }
}

function checkCell(typer: Typer, cell: Cell, input: Side | undefined, at: At): void {
  if (!input) return
  const against = (expr: Expr, op: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'ne') => {
    const ty = infer(typer, expr, at)
    const now = { expr: input.expr, ty: typer.types.get(input.expr) ?? input.ty }
    checkComparison(typer, now, { expr, ty }, op, cell.span, at)
  }
  switch (cell.kind) {
    case 'any':
      return
    case 'compare':
      against(cell.value, COMPARE_WORDS[cell.word as CompareWordId].op)
      return
    case 'between':
      against(cell.low, 'ge')
      against(cell.high, 'le')
      return
    case 'oneOf':
      cell.values.forEach((value) => {
        if (value.kind === 'nothing' && input.ty.nullable) infer(typer, value, at)
        else against(value, 'eq')
      })
      return
    default:
      cell satisfies never
      return
  }
}
