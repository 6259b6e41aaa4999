import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Binder } from './binder.ts'
import { referencesBelow } from './references.ts'
import { isDefinition, type PolicySymbol, shownName } from './symbol.ts'

/** N210 for definitions, tables, scores and standards that rest on themselves; the way round is in the arguments. */
export function definitionCycles(binder: Binder): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const done = new Set<PolicySymbol>()
  const path: PolicySymbol[] = []

  function visit(symbol: PolicySymbol): void {
    path.push(symbol)
    for (const { ref, target } of edges(binder, symbol)) {
      const at = path.indexOf(target)
      if (at >= 0) found.push(finding('N210', ref.span, { path: [...path.slice(at), target].map(shownName).join(' → ') }))
      else if (!done.has(target)) visit(target)
    }
    path.pop()
    done.add(symbol)
  }

  for (const symbol of binder.declared.all) {
    if ((isDefinition(symbol) || symbol.kind === 'standard') && !done.has(symbol)) visit(symbol)
  }
  return found
}

function edges(binder: Binder, symbol: PolicySymbol): readonly { ref: Ref; target: PolicySymbol }[] {
  const seen = new Set<PolicySymbol>()
  return referencesBelow(symbol.decl, binder.resolutions).flatMap(({ ref, resolution }) => {
    if (resolution.kind !== 'definition' && resolution.kind !== 'standard') return []
    if (seen.has(resolution.symbol)) return []
    seen.add(resolution.symbol)
    return [{ ref, target: resolution.symbol }]
  })
}
