import type { Linked, Unit } from '../link/unit.ts'
import { bodyOf, childrenOf } from '../syntax/access.ts'
import type { Decl, Option } from '../syntax/declaration.ts'
import type { DeclKind } from '../syntax/table.ts'
import type { PolicySymbol, SymbolKind } from './symbol.ts'

/** Every symbol by unit, and the symbol of each declaration. */
export interface Declared {
  readonly all: readonly PolicySymbol[]
  /** the unit's own symbols: its direct children, not their members */
  readonly ofUnit: ReadonlyMap<Unit, readonly PolicySymbol[]>
  readonly unitSymbol: ReadonlyMap<Unit, PolicySymbol>
  readonly ofDecl: ReadonlyMap<Decl, PolicySymbol>
}

const TOP: readonly DeclKind[] = [
  'source',
  'entity',
  'enum',
  'role',
  'channel',
  'relation',
  'parameter',
  'definition',
  'score',
  'table',
  'reading',
  'external',
  'standard',
  'paper',
  'place',
  'calendar',
  'procedure',
  'effects',
  'register',
  'target',
  'ranking',
]
const ITEMS: readonly DeclKind[] = ['must', 'bar', 'suspend', 'weigh', 'part']

/** Makes a symbol of everything declared. What has no name (the parser has said so) gets none. */
export function declare(linked: Linked): Declared {
  const all: PolicySymbol[] = []
  const ofUnit = new Map<Unit, readonly PolicySymbol[]>()
  const unitSymbol = new Map<Unit, PolicySymbol>()
  const ofDecl = new Map<Decl, PolicySymbol>()

  function add(decl: Decl, unit: Unit, parent?: PolicySymbol): PolicySymbol | undefined {
    if (!decl.name) return undefined
    const members: PolicySymbol[] = []
    const symbol: PolicySymbol = {
      kind: decl.kind as SymbolKind,
      name: decl.name,
      decl,
      unit,
      ...(parent ? { parent } : {}),
      members,
    }
    all.push(symbol)
    ofDecl.set(decl, symbol)
    members.push(...membersOf(decl, symbol))
    return symbol
  }

  function membersOf(decl: Decl, symbol: PolicySymbol): readonly PolicySymbol[] {
    switch (decl.kind) {
      case 'entity':
        return addAll(decl.children ?? [], symbol)
      case 'score':
        return addAll(childrenOf(decl, 'points'), symbol)
      case 'enum':
        return (bodyOf(decl, 'enum') ?? []).map((option) => addOption(option, 'value', symbol))
      case 'reading':
        return (bodyOf(decl, 'reading') ?? []).map((option) => addOption(option, 'choice', symbol))
      case 'standard':
        return itemDecls(decl).flatMap((item) => add(item, symbol.unit, symbol) ?? [])
      case 'procedure':
        return addAll(declsBelow(decl, ['phase', 'step']), symbol)
      case 'step':
        return addAll(declsBelow(decl, ['stratum']), symbol)
      case 'effects':
        return addAll(decl.children ?? [], symbol)
      case 'register':
        return addAll(declsBelow(decl, ['transition', 'forbid']), symbol)
      default:
        return []
    }
  }

  function addAll(decls: readonly Decl[], parent: PolicySymbol): readonly PolicySymbol[] {
    return decls.flatMap((decl) => add(decl, parent.unit, parent) ?? [])
  }

  function addOption(option: Option, kind: 'value' | 'choice', parent: PolicySymbol): PolicySymbol {
    const symbol: PolicySymbol = { kind, name: option.name, decl: parent.decl, unit: parent.unit, parent, members: [] }
    all.push(symbol)
    return symbol
  }

  for (const unit of linked.units) {
    const own = add(unit.decl, unit)
    if (own) unitSymbol.set(unit, own)
    const children = (unit.decl.children ?? []).filter((child) => TOP.includes(child.kind))
    ofUnit.set(
      unit,
      children.flatMap((child) => add(child, unit) ?? []),
    )
  }
  return { all, ofUnit, unitSymbol, ofDecl }
}

/** The declarations of these kinds below one, through whatever holds them, in order of the text. */
function declsBelow(decl: Decl, kinds: readonly DeclKind[]): readonly Decl[] {
  return (decl.children ?? []).flatMap((child) => [...(kinds.includes(child.kind) ? [child] : []), ...declsBelow(child, kinds)])
}

/** The items of a standard, through groups, 按 and 取. */
function itemDecls(decl: Decl): readonly Decl[] {
  return (decl.children ?? []).flatMap((child) => (ITEMS.includes(child.kind) ? [child, ...itemDecls(child)] : itemDecls(child)))
}
