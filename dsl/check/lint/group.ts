import { childrenOf, clause } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { EXPRESSION_WORDS } from '../../syntax/expression-words.ts'
import { inEnglish, type Linter, note } from './linter.ts'

/** R431: 至少 N that is 全部 or 任一. */
export function lintGroups(lint: Linter, decl: Decl): void {
  for (const child of decl.children ?? []) lintGroups(lint, child)
  const combine = clause(decl, 'combine')
  const parts = childrenOf(decl, 'part').length
  if (combine?.mode !== 'at_least' || parts === 0 || (combine.n !== parts && combine.n !== 1)) return
  const word = combine.n === parts ? EXPRESSION_WORDS.combine_all : EXPRESSION_WORDS.combine_any
  const text = inEnglish(lint, combine.span) ? word.en : word.zh
  const fixes = [{ word: 'plain', edits: [{ span: combine.span, text }] }]
  note(lint, 'R431', combine.span, { n: combine.n, parts, word: word.zh, wordEn: word.en }, { fixes })
}
