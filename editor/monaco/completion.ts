import { type editor, languages } from 'monaco-editor/editor'
import type { Completion, CompletionItem } from '../service/completion.ts'
import { rangeOf } from './models.ts'

const KIND: Readonly<Record<CompletionItem['kind'], languages.CompletionItemKind>> = {
  keyword: languages.CompletionItemKind.Keyword,
  operator: languages.CompletionItemKind.Operator,
  name: languages.CompletionItemKind.Field,
  value: languages.CompletionItemKind.EnumMember,
  unit: languages.CompletionItemKind.Unit,
  clause: languages.CompletionItemKind.Reference,
  function: languages.CompletionItemKind.Function,
}

/** The service's answer as Monaco's list: its order, and its range, kept. */
export function completionList(model: editor.ITextModel, { start, end, items }: Completion): languages.CompletionList {
  const range = rangeOf(model, { start, end })
  return {
    suggestions: items.map((item, i) => ({
      label: item.label,
      kind: KIND[item.kind],
      insertText: item.insert,
      ...(item.snippet ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
      ...(item.detail === undefined ? {} : { detail: item.detail }),
      ...(item.note === undefined ? {} : { documentation: item.note }),
      sortText: `${item.rank}${String(i).padStart(5, '0')}`,
      range,
    })),
  }
}
