import type { PolicySymbol } from '../../bind/symbol.ts'
import { COMPARE_WORDS } from '../../syntax/compare-words.ts'
import type { Expr } from '../../syntax/expression.ts'
import { type Typer, textOf } from './typer.ts'

/**
 * A key that is the same for two expressions naming the same fact of the same element; undefined for what is computed. `level` counts the elements around
 * the expression, so that keys stay the same inside a quantifier.
 */
export function presenceKey(typer: Typer, expr: Expr, level: number): string | undefined {
  switch (expr.kind) {
    case 'name': {
      const resolution = typer.binding.resolutionOf(expr.ref)
      if (!resolution || resolution.kind === 'builtin' || resolution.kind === 'standard') return undefined
      if (resolution.kind === 'symbol') return symbolKey(resolution.symbol)
      const from = resolution.depth === undefined ? '' : `${level - 1 - resolution.depth}`
      return resolution.kind === 'element' ? from : `${from}.${symbolKey(resolution.symbol)}`
    }
    case 'path': {
      const of = presenceKey(typer, expr.of, level)
      const member = typer.binding.symbolOf(expr.member)
      return of === undefined || !member ? undefined : `${of}.${symbolKey(member)}`
    }
    case 'period': {
      const of = presenceKey(typer, expr.of, level)
      return of === undefined ? undefined : `${of}@${textOf(typer, expr.year.span).replace(/\s/g, '')}`
    }
    default:
      return undefined
  }
}

function symbolKey(symbol: PolicySymbol): string {
  return `${symbol.decl.span.file}:${symbol.name.span.start}`
}

/** What is known to be present when the expression comes out `truth`. */
export function presentIf(typer: Typer, expr: Expr, truth: boolean, level: number): readonly string[] {
  switch (expr.kind) {
    case 'has':
      return truth ? keys(presenceKey(typer, expr.operand, level)) : []
    case 'not':
      return presentIf(typer, expr.operand, !truth, level)
    case 'and':
    case 'or':
      return truth === (expr.kind === 'and') ? expr.items.flatMap((item) => presentIf(typer, item, truth, level)) : []
    case 'compare': {
      const other = expr.right.kind === 'nothing' ? expr.left : expr.left.kind === 'nothing' ? expr.right : undefined
      if (other) {
        const op = COMPARE_WORDS[expr.word].op
        return op === (truth ? 'ne' : 'eq') ? keys(presenceKey(typer, other, level)) : []
      }
      return []
    }
    default:
      return []
  }
}

function keys(key: string | undefined): readonly string[] {
  return key === undefined ? [] : [key]
}
