import { checkedFormat } from '../../dsl/format/index.ts'
import { keywordsOf } from '../../dsl/lex/keywords.ts'
import { lexemes } from './lexemes.ts'
import { textOf, type Workspace } from './workspace.ts'

export type Formatted =
  | { readonly kind: 'same' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused' }

/** The language a file is written in: that of its first keyword; Chinese for an empty file. */
export function writtenIn(text: string, file: string): 'zh' | 'en' {
  for (const { kind, image } of lexemes(text, file)) {
    const [keyword] = kind === 'Name' ? keywordsOf(image) : []
    if (keyword) return keyword.lang
  }
  return 'zh'
}

/** The file laid out anew in its own language and spelling; refused while it has errors, for formatting must not change what it says. */
export function formatted(workspace: Workspace, file: string): Formatted {
  const text = textOf(workspace, file)
  const spelling = /\.ya?ml$/.test(file) ? 'yaml' : 'dsl'
  const result = checkedFormat(text, file, { lang: writtenIn(text, file), spelling })
  if ('refused' in result) return { kind: 'refused' }
  return result.text === text ? { kind: 'same' } : { kind: 'text', text: result.text }
}
