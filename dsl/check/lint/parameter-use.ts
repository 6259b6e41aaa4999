import type { PolicySymbol } from '../../bind/symbol.ts'
import { clause } from '../../syntax/access.ts'
import type { Expr } from '../../syntax/expression.ts'
import type { Linter } from './linter.ts'
import { partsOf } from './parts.ts'
import { sitesOf } from './site.ts'

/** The categories a parameter is asked for: those written in its calls, all of them when one is computed; a parameter without key has one. */
export function categoriesAsked(lint: Linter, parameter: PolicySymbol): readonly (PolicySymbol | undefined)[] {
  const keyed = clause(parameter.decl, 'keyed')
  if (!keyed) return [undefined]
  const { binding } = lint.checked
  const all = binding.symbolOf(keyed)?.members ?? []
  const asked = new Set<PolicySymbol>()
  const visit = (expr: Expr): void => {
    if (expr.kind === 'call' && binding.symbolOf(expr.callee) === parameter) {
      const [arg] = expr.args
      const value = arg?.kind === 'name' ? binding.symbolOf(arg.ref) : undefined
      for (const category of value?.kind === 'value' ? [value] : all) asked.add(category)
    }
    for (const part of partsOf(expr)) visit(part.expr)
  }
  for (const unit of binding.linked.units) {
    for (const decl of unit.decl.children ?? []) for (const site of sitesOf(decl)) visit(site.expr)
  }
  return all.filter((category) => asked.has(category))
}
