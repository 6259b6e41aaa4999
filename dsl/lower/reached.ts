import type { Binding } from '../bind/bind.ts'
import { referencesBelow } from '../bind/references.ts'
import type { PolicySymbol, SymbolKind } from '../bind/symbol.ts'
import type { Unit } from '../link/unit.ts'
import { clause } from '../syntax/access.ts'
import type { Ref } from '../syntax/expression.ts'
import { adoptedParts } from './adopted.ts'

/** Facts may be checked against all of a vocabulary, whether or not a rule speaks of it. */
const ALWAYS: readonly SymbolKind[] = ['entity', 'enum', 'role', 'channel', 'relation']

/** The declaration of a unit that a symbol is, or is a part of. */
function outermost(symbol: PolicySymbol): PolicySymbol {
  let top = symbol
  while (top.parent) top = top.parent
  return top
}

/** Named only within their procedure or standard, or in what adopts it. */
const WITHIN: readonly SymbolKind[] = ['step', 'must', 'bar', 'suspend', 'weigh', 'part']

/**
 * What belongs to the program of the first unit: all it declares, of the units it rests on the entities, enumerations, roles, channels and relations, and
 * everything these refer to. What is adopted by 沿用 has become part of what adopts it. In the order of the units and their texts.
 */
export function reachedSymbols(binding: Binding, units: readonly Unit[]): readonly PolicySymbol[] {
  const candidates = units.flatMap((unit) => binding.declared.ofUnit.get(unit) ?? [])
  const reached = new Set<PolicySymbol>()
  const open: PolicySymbol[] = candidates.filter((symbol) => symbol.unit === units[0] || ALWAYS.includes(symbol.kind))
  const walk = (part: Parameters<typeof referencesBelow>[0], adopts?: Ref) => {
    for (const { ref, resolution } of referencesBelow(part, { get: (ref) => binding.resolutionOf(ref) })) {
      // What is adopted has become part of what adopts it: its words count, itself it need not be in the program.
      if (resolution.kind === 'builtin' || ref === adopts || WITHIN.includes(resolution.symbol.kind)) continue
      open.push(outermost(resolution.symbol))
    }
  }
  for (let symbol = open.pop(); symbol; symbol = open.pop()) {
    if (reached.has(symbol)) continue
    reached.add(symbol)
    for (const part of [symbol.decl, ...adoptedParts(binding, symbol)]) walk(part, clause(symbol.decl, 'adopts'))
  }
  return candidates.filter((symbol) => reached.has(symbol))
}
