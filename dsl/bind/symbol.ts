import type { Unit } from '../link/unit.ts'
import type { Decl, Name } from '../syntax/declaration.ts'
import type { Builtin } from './builtins.ts'

/** A declaration's own kind, or one of the two kinds of options. */
export type SymbolKind =
  | 'policy'
  | 'vocabulary'
  | 'source'
  | 'entity'
  | 'field'
  | 'judgement'
  | 'enum'
  | 'value'
  | 'role'
  | 'channel'
  | 'relation'
  | 'parameter'
  | 'definition'
  | 'score'
  | 'table'
  | 'points'
  | 'reading'
  | 'choice'
  | 'external'
  | 'standard'
  | 'must'
  | 'bar'
  | 'suspend'
  | 'weigh'
  | 'part'
  | 'paper'
  | 'place'
  | 'calendar'
  | 'procedure'
  | 'phase'
  | 'step'
  | 'stratum'
  | 'effects'
  | 'shall'
  | 'may'
  | 'ceases'
  | 'register'
  | 'transition'
  | 'forbid'
  | 'target'
  | 'ranking'

/** A declared thing. `decl` of an enumeration value or a reading's choice is the declaration it stands in. */
export interface PolicySymbol {
  readonly kind: SymbolKind
  readonly name: Name
  readonly decl: Decl
  readonly unit: Unit
  readonly parent?: PolicySymbol
  /**
   * fields of an entity, values of an enumeration, choices of a reading, lines of a score, items of a standard (groups and arms flattened), phases and
   * steps of a procedure, strata of a step, lines of effects, ways of a register
   */
  readonly members: readonly PolicySymbol[]
}

/** What a reference means where it stands. Depth 0 is the innermost element. */
export type Resolution =
  | { readonly kind: 'symbol'; readonly symbol: PolicySymbol }
  /** without depth: the member of a path */
  | { readonly kind: 'field'; readonly symbol: PolicySymbol; readonly depth?: number }
  | { readonly kind: 'element'; readonly symbol: PolicySymbol; readonly depth: number }
  /** a definition, score or table; without depth: about no element, or the member of a path */
  | { readonly kind: 'definition'; readonly symbol: PolicySymbol; readonly depth?: number }
  /** 符合: the standard and the element it is asked of */
  | { readonly kind: 'standard'; readonly symbol: PolicySymbol; readonly depth: number }
  | { readonly kind: 'builtin'; readonly builtin: Builtin }

export const DEFINITION_KINDS: readonly SymbolKind[] = ['definition', 'score', 'table']
export const FIELD_KINDS: readonly SymbolKind[] = ['field', 'judgement']

export function isField(symbol: PolicySymbol): boolean {
  return symbol.kind === 'field' || symbol.kind === 'judgement'
}

export function isDefinition(symbol: PolicySymbol): boolean {
  return symbol.kind === 'definition' || symbol.kind === 'score' || symbol.kind === 'table'
}

/** Whether the text is one of the two names. */
export function isNamed(symbol: { readonly name: Name }, text: string): boolean {
  return symbol.name.zh === text || symbol.name.id === text
}

const MEMBERS = new WeakMap<PolicySymbol, Map<string, PolicySymbol>>()

/** The first member of that name. To be asked only when everything is declared. */
export function memberNamed(symbol: PolicySymbol, text: string): PolicySymbol | undefined {
  let index = MEMBERS.get(symbol)
  if (!index) {
    index = new Map()
    for (const member of symbol.members) for (const name of typedNames(member)) if (!index.has(name)) index.set(name, member)
    MEMBERS.set(symbol, index)
  }
  return index.get(text)
}

/** The name shown to authors: the Chinese one first. */
export function shownName(symbol: { readonly name: Name }): string {
  return symbol.name.zh ?? symbol.name.id ?? ''
}

/** The names one may type. */
export function typedNames(symbol: { readonly name: Name }): readonly string[] {
  const { zh, id } = symbol.name
  return zh === undefined ? (id === undefined ? [] : [id]) : id === undefined ? [zh] : [zh, id]
}
