import type { PolicySymbol, SymbolKind } from '../../dsl/bind/symbol.ts'
import { type Ty, tyWords } from '../../dsl/check/type/ty.ts'
import type { Unit } from '../../dsl/link/unit.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'
import type { Workspace } from './workspace.ts'

export type Lang = 'zh' | 'en'

/** Everything declared that a unit sees, nearest first; without a unit everything there is. */
export function visibleFrom(workspace: Workspace, unit: Unit | undefined, kinds: readonly SymbolKind[]): readonly PolicySymbol[] {
  const { binding } = workspace.compilation
  const scope = unit && binding.scopes.get(unit)
  const all = scope ? scope.levels.flat() : binding.symbols
  return all.filter((symbol) => kinds.includes(symbol.kind))
}

const TYPED: readonly SymbolKind[] = ['field', 'judgement', 'parameter', 'external', 'definition', 'score', 'table']

/** The checked type of what has one: fields, parameters, definitions and the like. */
export function typeOf({ compilation }: Workspace, symbol: PolicySymbol): Ty | undefined {
  return TYPED.includes(symbol.kind) ? compilation.checked.typeOfSymbol(symbol) : undefined
}

/** A type in words: 金额 元/人·年, `money yuan/person·year`; undefined where nothing is known. */
export function typeText(type: Ty | undefined, lang: Lang): string | undefined {
  return type === undefined || type.kind === 'unknown' ? undefined : tyWords(type)[lang]
}

/** The entity a value of this type is, or whose elements it lists. */
export function entityOf(type: Ty | undefined): PolicySymbol | undefined {
  return type?.kind === 'entity' ? type.entity : type?.kind === 'list' ? type.of : undefined
}

/** The declaration's own text, or one line of it, as written. */
export function sourceOf(
  workspace: Workspace,
  span: { readonly file: string; readonly start: number; readonly end: number },
): string {
  return (workspace.texts.get(span.file) ?? '').slice(span.start, span.end).trim()
}

/** The name in the asked language, else the other one. */
export function nameIn(symbol: { readonly name: Decl['name'] }, lang: Lang): string {
  const { zh, id } = symbol.name ?? {}
  return (lang === 'zh' ? (zh ?? id) : (id ?? zh)) ?? ''
}
