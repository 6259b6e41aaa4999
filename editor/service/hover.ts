import type { PolicySymbol } from '../../dsl/bind/symbol.ts'
import { childrenOf, clause } from '../../dsl/syntax/access.ts'
import { type DeclKind, declSpec } from '../../dsl/syntax/table.ts'
import type { Place } from './problem.ts'
import { type Lang, sourceOf, typeOf, typeText } from './symbols.ts'
import type { Workspace } from './workspace.ts'

/** What is known about a name. Empty lists and absent parts say nothing. */
export interface Hover extends Place {
  /** 字段, 参数 … in the asked language */
  readonly keyword: string
  readonly zh?: string
  readonly id?: string
  /** the entity, enumeration, reading or standard it belongs to */
  readonly of?: string
  readonly type?: string
  readonly range?: string
  readonly cites: readonly string[]
  readonly note?: string
  readonly roles: readonly string[]
  /** a parameter's entries as written, a reading's choices, an enumeration's values */
  readonly values: readonly string[]
  /** what a definition or an item says, as written */
  readonly body?: string
}

const LONGEST_BODY = 400

/** What to show for the name at an offset; undefined where no declared name stands. */
export function hoverAt(workspace: Workspace, file: string, offset: number, lang: Lang): Hover | undefined {
  const { binding } = workspace.compilation
  const symbol = binding.symbolAt(file, offset)
  if (!symbol) return undefined
  const ref = binding.refAt(file, offset)
  const { start, end } = ref?.span ?? symbol.name.span
  return { file, start, end, ...about(workspace, symbol, lang) }
}

function about(workspace: Workspace, symbol: PolicySymbol, lang: Lang): Omit<Hover, keyof Place> {
  const { decl, name } = symbol
  const own = symbol.kind !== 'value' && symbol.kind !== 'choice'
  const type = typeText(typeOf(workspace, symbol), lang)
  const range = own ? clause(decl, 'range') : undefined
  const note = own ? clause(decl, 'note')?.text : undefined
  const body = own ? bodyText(workspace, symbol) : undefined
  return {
    keyword: keywordOf(symbol, lang),
    ...(name.zh === undefined ? {} : { zh: name.zh }),
    ...(name.id === undefined ? {} : { id: name.id }),
    ...(symbol.parent === undefined ? {} : { of: symbol.parent.name.zh ?? symbol.parent.name.id ?? '' }),
    ...(type === undefined ? {} : { type }),
    ...(range === undefined ? {} : { range: sourceOf(workspace, range.span).replace(/^(范围|range)\s*/, '') }),
    cites: own ? (clause(decl, 'cite') ?? []).map((cite) => (cite.source ? cite.source.text : '') + `「${cite.article}」`) : [],
    ...(note === undefined ? {} : { note }),
    roles: own ? (clause(decl, 'by') ?? []).map((ref) => ref.text) : [],
    values: own ? valuesOf(workspace, symbol, lang) : [],
    ...(body === undefined ? {} : { body }),
  }
}

// The two kinds of options have no keyword of their own: the declaration they stand in says what they are.
function keywordOf(symbol: PolicySymbol, lang: Lang): string {
  const kind: DeclKind = symbol.kind === 'value' ? 'enum' : symbol.kind === 'choice' ? 'reading' : symbol.kind
  return declSpec(kind)[lang]
}

function valuesOf(workspace: Workspace, symbol: PolicySymbol, lang: Lang): readonly string[] {
  if (symbol.kind === 'parameter') {
    return childrenOf(symbol.decl, 'entry').map((entry) => sourceOf(workspace, entry.span).replace(/^(值|value)\s*/, ''))
  }
  if (symbol.kind === 'enum' || symbol.kind === 'reading') {
    return symbol.members.map((member) => (lang === 'zh' ? member.name.zh : member.name.id) ?? member.name.zh ?? '')
  }
  return []
}

function bodyText(workspace: Workspace, symbol: PolicySymbol): string | undefined {
  if (!['definition', 'must', 'bar', 'suspend', 'weigh', 'part', 'relation'].includes(symbol.kind)) return undefined
  const body = symbol.decl.body as { readonly span?: Place } | undefined
  if (!body?.span) return undefined
  const text = sourceOf(workspace, body.span)
  return text.length > LONGEST_BODY ? text.slice(0, LONGEST_BODY) + '…' : text
}
