import type { PolicySymbol, SymbolKind } from '../../dsl/bind/symbol.ts'
import type { Unit } from '../../dsl/link/unit.ts'
import type { Decl, TypeExpr } from '../../dsl/syntax/declaration.ts'
import { EXPRESSION_WORDS, type ExpressionWordId } from '../../dsl/syntax/expression-words.ts'
import { formatUnit, parseUnit } from '../../dsl/value/unit.ts'
import type { Workspace } from './workspace.ts'

export type Lang = 'zh' | 'en'

/** Everything declared that a unit sees, nearest first; without a unit everything there is. */
export function visibleFrom(workspace: Workspace, unit: Unit | undefined, kinds: readonly SymbolKind[]): readonly PolicySymbol[] {
  const { binding } = workspace.compilation
  const scope = unit && binding.scopes.get(unit)
  const all = scope ? scope.levels.flat() : binding.symbols
  return all.filter((symbol) => kinds.includes(symbol.kind))
}

/** The type a field, parameter, external or table was declared with. Judgements are true or false. */
export function declaredType(symbol: PolicySymbol): TypeExpr | undefined {
  const body: unknown = symbol.decl.body
  switch (symbol.kind) {
    case 'field':
    case 'parameter':
    case 'external':
    case 'table':
      return body as TypeExpr | undefined
    case 'judgement':
      return { kind: 'boolean', span: symbol.name.span }
    default:
      return undefined
  }
}

/** A type in words: 金额 元/人·年, `money yuan/person·year`. */
export function typeText(type: TypeExpr, lang: Lang): string {
  if (type.kind === 'named') return type.ref?.text ?? ''
  const word = EXPRESSION_WORDS[`type_${type.kind}` satisfies ExpressionWordId][lang]
  const places = type.decimals === undefined ? '' : ` ${type.decimals} ${EXPRESSION_WORDS.places[lang]}`
  const unit = type.unit === undefined ? undefined : parseUnit(type.unit)
  const of = type.ref === undefined ? '' : ` ${type.ref.text}`
  return word + places + (unit === undefined ? '' : ` ${formatUnit(unit, lang)}`) + of
}

/** The entity or enumeration a type names. */
export function namedType(workspace: Workspace, type: TypeExpr | undefined): PolicySymbol | undefined {
  return type?.ref && workspace.compilation.binding.symbolOf(type.ref)
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
