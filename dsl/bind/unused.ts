import { KIND_WORDS } from '../diagnostics/codes/names.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import type { Binder } from './binder.ts'
import { unreadFiles } from './doubt.ts'
import { type PolicySymbol, type SymbolKind, shownName } from './symbol.ts'

const WATCHED: readonly SymbolKind[] = ['definition', 'parameter', 'reading', 'enum', 'external']

/** N209 for what a policy declares and nothing refers to. A vocabulary is made for others to use. */
export function unusedDeclarations(binder: Binder): readonly Diagnostic[] {
  const used = new Set<PolicySymbol>()
  for (const resolution of binder.resolutions.values()) {
    if (resolution.kind === 'builtin') continue
    used.add(resolution.symbol)
    if (resolution.symbol.parent) used.add(resolution.symbol.parent)
  }
  const found: Diagnostic[] = []
  const unread = unreadFiles(binder)
  for (const [unit, own] of binder.declared.ofUnit) {
    if (unit.kind !== 'policy' || unread.has(unit.document.file)) continue
    for (const symbol of own) {
      if (!WATCHED.includes(symbol.kind) || used.has(symbol)) continue
      const what = KIND_WORDS[symbol.kind]
      found.push(finding('N209', symbol.name.span, { name: shownName(symbol), what: what.zh, whatEn: what.en }))
    }
  }
  return found
}
