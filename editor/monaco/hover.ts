import type { IMarkdownString } from 'monaco-editor/editor'
import type { Hover } from '../service/hover.ts'
import type { PageWords } from '../strings/index.ts'

/** What is known about a name as one piece of Markdown: the name, then a line for each thing there is. */
export function hoverText(hover: Hover, { hover: words, labelled, list }: PageWords): IMarkdownString[] {
  const name = [hover.zh, hover.id].filter((part) => part !== undefined).map((part) => `**${escaped(part)}**`)
  const head = `${hover.keyword} ${name.join(' / ')}${hover.of === undefined ? '' : ` · ${escaped(hover.of)}`}`
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.type, hover.type],
    [words.range, hover.range],
    [words.cites, hover.cites.length > 0 ? list(hover.cites) : undefined],
    [words.roles, hover.roles.length > 0 ? list(hover.roles) : undefined],
    [words.note, hover.note],
  ]
  const lines = rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [labelled(label, escaped(text))]))
  if (hover.values.length > 0) lines.push(labelled(words.values, ''), ...hover.values.map((value) => `- ${escaped(value)}`))
  if (hover.body !== undefined) lines.push(labelled(words.says, escaped(hover.body.replace(/\s+/g, ' '))))
  return [{ value: [head, ...lines].join('\n\n').replace(/\n\n- /g, '\n- ') }]
}

// Texts of a policy are never Markdown.
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&')
}
