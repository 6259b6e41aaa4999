import type { Binding } from '../bind/bind.ts'
import { referencesBelow } from '../bind/references.ts'
import type { PolicySymbol, SymbolKind } from '../bind/symbol.ts'
import type { Unit } from '../link/unit.ts'

/** Facts may be checked against all of a vocabulary, whether or not a rule speaks of it. */
const ALWAYS: readonly SymbolKind[] = ['entity', 'enum', 'role', 'channel', 'relation']

/**
 * What belongs to the program of the first unit: all it declares, of the units it rests on the entities, enumerations, roles, channels and relations, and
 * everything these refer to. In the order of the units and their texts.
 */
export function reachedSymbols(binding: Binding, units: readonly Unit[]): readonly PolicySymbol[] {
  const candidates = units.flatMap((unit) => binding.declared.ofUnit.get(unit) ?? [])
  const reached = new Set<PolicySymbol>()
  const open: PolicySymbol[] = candidates.filter((symbol) => symbol.unit === units[0] || ALWAYS.includes(symbol.kind))
  for (let symbol = open.pop(); symbol; symbol = open.pop()) {
    if (reached.has(symbol)) continue
    reached.add(symbol)
    for (const { resolution } of referencesBelow(symbol.decl, { get: (ref) => binding.resolutionOf(ref) })) {
      if (resolution.kind === 'builtin') continue
      open.push(resolution.symbol.parent ?? resolution.symbol)
    }
  }
  return candidates.filter((symbol) => reached.has(symbol))
}
