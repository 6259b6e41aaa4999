import type { PolicySymbol } from '../../bind/symbol.ts'
import { shownName } from '../../bind/symbol.ts'
import type { Label } from '../../diagnostics/diagnostic.ts'
import type { Expr, Ref } from '../../syntax/expression.ts'
import { declaredTy } from './declared-type.ts'
import { tyArgs } from './ty.ts'
import type { Typer } from './typer.ts'

/** The reference an expression's value comes from, when it is one name, path or call. */
export function mainRef(expr: Expr): Ref | undefined {
  switch (expr.kind) {
    case 'name':
      return expr.ref
    case 'path':
      return expr.member
    case 'call':
      return expr.callee
    case 'period':
      return mainRef(expr.of)
    default:
      return undefined
  }
}

/** The declared thing an expression's value comes from. */
export function mainSymbol(typer: Typer, expr: Expr): PolicySymbol | undefined {
  const ref = mainRef(expr)
  return ref && typer.binding.symbolOf(ref)
}

/** Labels at the declarations of the names among these operands: the reader sees where the type comes from. */
export function declaredLabels(typer: Typer, ...exprs: readonly Expr[]): readonly Label[] {
  return exprs.flatMap((expr) => {
    const symbol = mainSymbol(typer, expr)
    const ty = symbol && (declaredTy(typer.binding, symbol) ?? typer.definitions.get(symbol))
    return symbol && ty
      ? [{ span: symbol.name.span, word: 'declared', args: { name: shownName(symbol), ...tyArgs('type', ty) } }]
      : []
  })
}
