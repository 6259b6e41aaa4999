import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { baseOf } from './adoption.ts'
import type { Binder } from './binder.ts'
import { builtinNamed } from './builtins.ts'
import { VALUE_KINDS } from './lookup.ts'
import { declaredLabel } from './report.ts'
import { find } from './scope.ts'
import { isField, type PolicySymbol, type SymbolKind, shownName, typedNames } from './symbol.ts'

const HIDING: readonly SymbolKind[] = [
  'entity',
  'enum',
  'reading',
  'standard',
  'procedure',
  'paper',
  'place',
  'calendar',
  ...VALUE_KINDS,
]

/** Kinds with a scope of names of their own: looked up by kind, they hide only one another. */
const APART: readonly SymbolKind[] = ['procedure', 'paper', 'place', 'calendar']

function lookedUpWith(symbol: PolicySymbol): readonly SymbolKind[] {
  return APART.includes(symbol.kind) ? [symbol.kind] : HIDING.filter((kind) => !APART.includes(kind))
}

/**
 * N206: a unit's own declaration hides one of a used unit; an entity's field hides a definition, parameter or external of that
 * name; a field, definition, parameter or external hides 年度 or 评定日. */
export function shadowings(binder: Binder): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const report = (symbol: PolicySymbol, hidden: PolicySymbol) =>
    found.push(finding('N206', symbol.name.span, { name: shownName(symbol) }, { labels: [declaredLabel(hidden, 'hidden')] }))
  for (const [unit, own] of binder.declared.ofUnit) {
    const scope = binder.scopes.get(unit)
    if (!scope) continue
    const beyond = { levels: scope.levels.slice(1), byName: scope.byName.slice(1) }
    for (const symbol of own.flatMap((declared) => [declared, ...(declared.kind === 'entity' ? declared.members : [])])) {
      const named = VALUE_KINDS.includes(symbol.kind) || isField(symbol)
      if (named && typedNames(symbol).some((name) => builtinNamed(name, 'time'))) {
        found.push(finding('N206', symbol.name.span, { name: shownName(symbol) }))
      }
      if (!HIDING.includes(symbol.kind)) continue
      const far = firstOf(symbol, (name) => find(beyond, name, lookedUpWith(symbol)))
      // What adopts its namesake is meant to stand in its place.
      if (far && far !== baseOf(binder, symbol)) report(symbol, far)
      if (!VALUE_KINDS.includes(symbol.kind)) continue
      const fields = scope.levels
        .flat()
        .filter((other) => other.kind === 'entity')
        .flatMap((entity) => entity.members)
      const field = fields.find((candidate) => typedNames(candidate).some((name) => typedNames(symbol).includes(name)))
      // The field wins inside its entity, so the warning stands where the author of the policy can act.
      if (field) report(symbol, field)
    }
  }
  return found
}

function firstOf(symbol: PolicySymbol, look: (name: string) => ReturnType<typeof find>): PolicySymbol | undefined {
  for (const name of typedNames(symbol)) {
    const found = look(name)
    if (found.kind === 'one' && found.symbol !== symbol) return found.symbol
    if (found.kind === 'many') return found.symbols[0]
  }
  return undefined
}
