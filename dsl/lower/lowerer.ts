import type { Binding } from '../bind/bind.ts'
import { isDefinition, type PolicySymbol, shownName } from '../bind/symbol.ts'
import type { Checked } from '../check/check.ts'
import type { Ty } from '../check/type/ty.ts'
import { type Unit, usedUnits } from '../link/unit.ts'
import { clause } from '../syntax/access.ts'
import type { Term, ValueType } from './program.ts'

/** What lowering one unit needs: types, ids, a count of nodes, and the sources cited so far. */
export interface Lowerer {
  readonly checked: Checked
  readonly binding: Binding
  readonly root: Unit
  /** the root and the units it rests on, nearest first */
  readonly units: readonly Unit[]
  readonly ids: ReadonlyMap<PolicySymbol, string>
  readonly valueTypes: Map<Ty, ValueType>
  readonly citedSources: Set<PolicySymbol>
  /** articles cited by units that declare no source */
  readonly looseArticles: Map<Unit, string[]>
  nextNode(): number
}

/** Prepares to lower a unit and all it rests on. */
export function lowerer(checked: Checked, root: Unit): Lowerer {
  const { binding } = checked
  const units = [root, ...usedUnits(binding.linked, root).flat()]
  let nodes = 0
  return {
    checked,
    binding,
    root,
    units,
    ids: idsOf(binding, units),
    valueTypes: new Map(),
    citedSources: new Set(),
    looseArticles: new Map(),
    nextNode: () => nodes++,
  }
}

/** ascii id, else the Chinese name; a name taken by a nearer unit is preceded by its unit's. */
function idsOf(binding: Binding, units: readonly Unit[]): ReadonlyMap<PolicySymbol, string> {
  const ids = new Map<PolicySymbol, string>()
  const give = (symbol: PolicySymbol, taken: Set<string>) => {
    const plain = symbol.name.id ?? shownName(symbol)
    // Steps of one name stand under different choices of one reading, in one procedure: its unit says nothing.
    const part = symbol.parent !== undefined && symbol.parent.kind !== 'standard'
    let id = taken.has(plain) && !part ? `${symbol.unit.id}.${plain}` : plain
    for (let n = 2; taken.has(id); n++) id = `${plain}.${n}`
    taken.add(id)
    ids.set(symbol, id)
    if (symbol.members.length === 0) return
    // A phase and a step may share a name; nothing else that stands in one declaration may.
    const below = new Set<string>()
    const phases = new Set<string>()
    for (const member of symbol.members) give(member, member.kind === 'phase' ? phases : below)
  }
  const kinds = new Map<string, Set<string>>()
  const ofKind = (kind: string) => {
    const taken = kinds.get(kind) ?? new Set()
    kinds.set(kind, taken)
    return taken
  }
  for (const unit of units) {
    const own = binding.declared.unitSymbol.get(unit)
    if (own) give(own, ofKind(own.kind))
    for (const symbol of binding.declared.ofUnit.get(unit) ?? []) {
      give(symbol, ofKind(isDefinition(symbol) ? 'definition' : symbol.kind))
    }
  }
  return ids
}

/** The id of a symbol in the program being made. */
export function idOf(lower: Lowerer, symbol: PolicySymbol | undefined): string {
  return symbol ? (lower.ids.get(symbol) ?? symbol.name.id ?? shownName(symbol)) : ''
}

/** Names, note and place of a declared thing. */
export function termOf(lower: Lowerer, symbol: PolicySymbol): Term {
  const option = symbol.kind === 'value' || symbol.kind === 'choice'
  const note = option ? undefined : clause(symbol.decl, 'note')?.text
  const { zh, id } = symbol.name
  return {
    id: idOf(lower, symbol),
    zh: zh ?? id ?? '',
    en: id ?? zh ?? '',
    ...(note === undefined ? {} : { note }),
    span: option ? symbol.name.span : symbol.decl.span,
  }
}
