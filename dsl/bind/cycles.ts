import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { clause } from '../syntax/access.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Binder } from './binder.ts'
import { isDefinition, type PolicySymbol, shownName } from './symbol.ts'

/** N210 for definitions, tables, scores, standards and procedures that rest on themselves, by name or by 沿用; the way round is in the arguments. */
export function definitionCycles(binder: Binder): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const done = new Set<PolicySymbol>()
  const path: PolicySymbol[] = []
  const below = edges(binder)

  function visit(symbol: PolicySymbol): void {
    path.push(symbol)
    for (const { ref, target } of below.get(symbol) ?? []) {
      const at = path.indexOf(target)
      if (at >= 0) found.push(finding('N210', ref.span, { path: [...path.slice(at), target].map(shownName).join(' → ') }))
      else if (!done.has(target)) visit(target)
    }
    path.pop()
    done.add(symbol)
  }

  for (const symbol of binder.declared.all) {
    if (rests(symbol) && !done.has(symbol)) visit(symbol)
  }
  return found
}

interface Edge {
  readonly ref: Ref
  readonly target: PolicySymbol
}

/** What each definition and standard rests on, each target once, in order of the text. */
function edges(binder: Binder): ReadonlyMap<PolicySymbol, readonly Edge[]> {
  const owners = new Map<string, PolicySymbol[]>()
  for (const symbol of binder.declared.all) if (rests(symbol)) listed(owners, symbol.decl.span.file).push(symbol)
  for (const list of owners.values()) list.sort((a, b) => a.decl.span.start - b.decl.span.start)
  const found = new Map<PolicySymbol, Edge[]>()
  for (const [ref, resolution] of binder.resolutions) {
    if (resolution.kind !== 'definition' && resolution.kind !== 'standard' && resolution.kind !== 'symbol') continue
    // Of the names that stand for no value only 沿用 makes one rest on the other.
    const adopts = resolution.kind === 'symbol'
    if (adopts && !rests(resolution.symbol)) continue
    const owner = ownerOf(owners.get(ref.span.file) ?? [], ref.span.start)
    if (owner && (!adopts || clause(owner.decl, 'adopts') === ref)) listed(found, owner).push({ ref, target: resolution.symbol })
  }
  for (const [symbol, list] of found) {
    const seen = new Set<PolicySymbol>()
    list.sort((a, b) => a.ref.span.start - b.ref.span.start)
    found.set(
      symbol,
      list.filter(({ target }) => !seen.has(target) && seen.add(target)),
    )
  }
  return found
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function rests(symbol: PolicySymbol): boolean {
  return isDefinition(symbol) || symbol.kind === 'standard' || symbol.kind === 'procedure'
}

/** The one of these neighbours, in order of the text, that an offset lies in. */
function ownerOf(owners: readonly PolicySymbol[], offset: number): PolicySymbol | undefined {
  let low = 0
  let high = owners.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (owners[middle]!.decl.span.start <= offset) low = middle + 1
    else high = middle
  }
  const owner = owners[low - 1]
  return owner && offset < owner.decl.span.end ? owner : undefined
}
