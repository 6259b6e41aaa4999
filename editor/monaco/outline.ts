import { type editor, languages } from 'monaco-editor/editor'
import type { OutlineEntry } from '../service/outline.ts'
import { rangeOf } from './models.ts'

const { SymbolKind } = languages
const KIND: Readonly<Partial<Record<OutlineEntry['kind'], languages.SymbolKind>>> = {
  policy: SymbolKind.Module,
  vocabulary: SymbolKind.Module,
  source: SymbolKind.File,
  entity: SymbolKind.Struct,
  field: SymbolKind.Field,
  judgement: SymbolKind.Field,
  enum: SymbolKind.Enum,
  parameter: SymbolKind.Constant,
  definition: SymbolKind.Function,
  table: SymbolKind.Array,
  score: SymbolKind.Number,
  standard: SymbolKind.Class,
}

/** A file's outline for Monaco's list of symbols and its sticky lines. */
export function symbolsOf(
  model: editor.ITextModel,
  entries: readonly OutlineEntry[],
  language: 'zh' | 'en',
): languages.DocumentSymbol[] {
  return entries.map((entry) => ({
    name: entry.name,
    detail: entry.keyword[language],
    kind: KIND[entry.kind] ?? SymbolKind.Property,
    tags: [],
    range: rangeOf(model, entry.span),
    selectionRange: rangeOf(model, entry.nameSpan),
    children: symbolsOf(model, entry.children, language),
  }))
}
