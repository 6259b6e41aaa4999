import { type Linked, type Unit, usedUnits } from '../link/unit.ts'
import type { Declared } from './declare.ts'
import { type PolicySymbol, type SymbolKind, typedNames } from './symbol.ts'

/** What a unit sees: its own declarations, then those of the units it uses, level by level. A nearer level hides a farther one. */
export interface Scope {
  readonly levels: readonly (readonly PolicySymbol[])[]
  readonly byName: readonly ReadonlyMap<string, readonly PolicySymbol[]>[]
}

export type Found =
  | { readonly kind: 'one'; readonly symbol: PolicySymbol }
  | { readonly kind: 'many'; readonly symbols: readonly PolicySymbol[] }
  | { readonly kind: 'none' }

const NONE: Found = { kind: 'none' }

/** The scope of a unit. A used 来源 is visible itself; of other used units what they declare is. */
export function unitScope(linked: Linked, declared: Declared, unit: Unit): Scope {
  const levels = [[unit], ...usedUnits(linked, unit)].map((level, depth) =>
    level.flatMap((member) => visibleIn(declared, member, depth > 0)),
  )
  return { levels, byName: levels.map(indexed) }
}

function visibleIn(declared: Declared, unit: Unit, used: boolean): readonly PolicySymbol[] {
  const own = declared.unitSymbol.get(unit)
  if (used && unit.kind === 'source') return own ? [own] : []
  return declared.ofUnit.get(unit) ?? []
}

function indexed(symbols: readonly PolicySymbol[]): ReadonlyMap<string, readonly PolicySymbol[]> {
  const index = new Map<string, PolicySymbol[]>()
  for (const symbol of symbols) {
    for (const name of typedNames(symbol)) {
      const namesakes = index.get(name)
      if (!namesakes) index.set(name, [symbol])
      else if (!namesakes.includes(symbol)) namesakes.push(symbol)
    }
  }
  return index
}

/** The declaration of one of these kinds the text means; `many` when several used units of one level declare it. */
export function find(scope: Scope, text: string, kinds: readonly SymbolKind[]): Found {
  for (let depth = 0; depth < scope.byName.length; depth++) {
    const matches = scope.byName[depth]!.get(text)?.filter((symbol) => kinds.includes(symbol.kind))
    const first = matches?.[0]
    if (!matches || !first) continue
    // Two of one unit are a duplicate declaration, reported there; across units the reader cannot tell.
    const several = depth > 0 && matches.some((match) => match.unit !== first.unit)
    return several ? { kind: 'many', symbols: matches } : { kind: 'one', symbol: first }
  }
  return NONE
}

/** The enumeration value of that name, when only one enumeration in sight has it. */
export function findValue(scope: Scope, text: string): Found {
  const matches = scope.levels
    .flat()
    .filter((symbol) => symbol.kind === 'enum')
    .flatMap((symbol) => symbol.members.filter((value) => value.name.zh === text || value.name.id === text))
  const [first] = matches
  if (!first) return NONE
  return matches.length === 1 ? { kind: 'one', symbol: first } : { kind: 'many', symbols: matches }
}

/** Every symbol in sight of these kinds, nearest first. */
export function visibleSymbols(scope: Scope, kinds?: readonly SymbolKind[]): readonly PolicySymbol[] {
  const all = scope.levels.flat()
  return kinds ? all.filter((symbol) => kinds.includes(symbol.kind)) : all
}
