import type { Binding } from '../bind/bind.ts'
import type { PolicySymbol } from '../bind/symbol.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Expr } from '../syntax/expression.ts'
import { checkStructure } from './structure/structure.ts'
import { checkDeclaration } from './type/declarations.ts'
import { tyOfSymbol } from './type/operand.ts'
import { type Ty, UNKNOWN } from './type/ty.ts'
import type { Typer } from './type/typer.ts'

/** The types of all expressions and declared things, with what is wrong about them (T3xx). */
export interface Checked {
  readonly binding: Binding
  readonly diagnostics: readonly Diagnostic[]
  typeOf(expr: Expr): Ty
  typeOfSymbol(symbol: PolicySymbol): Ty
}

/** Checks types, units and structure of everything bound. */
export function check(binding: Binding): Checked {
  const typer: Typer = { binding, types: new Map(), definitions: new Map(), open: new Set(), diagnostics: [] }
  for (const unit of binding.linked.units) for (const decl of unit.decl.children ?? []) checkDeclaration(typer, decl)
  return {
    binding,
    diagnostics: [...typer.diagnostics, ...checkStructure(binding)],
    typeOf: (expr) => typer.types.get(expr) ?? UNKNOWN,
    typeOfSymbol: (symbol) => tyOfSymbol(typer, symbol),
  }
}
