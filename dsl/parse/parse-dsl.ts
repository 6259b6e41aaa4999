import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { scan } from '../lex/lexer.ts'
import type { Document } from '../syntax/declaration.ts'
import { attachComments } from './dsl/attach-comments.ts'
import { PARSER, rounds } from './dsl/rounds.ts'

/** A document with everything found on the way to it. */
export interface Parsed {
  readonly document: Document
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a DSL text. Never throws; whole declarations survive broken neighbours. Spans are UTF-16 offsets into `text`. */
export function parseDsl(text: string, file: string): Parsed {
  const scanned = scan(text, file)
  if (scanned.refused) {
    return { document: { file, spelling: 'dsl', declarations: [], comments: [] }, diagnostics: scanned.diagnostics }
  }
  const { result, diagnostics } = rounds(scanned, (tokens) => PARSER.readFile(scanned, tokens, text, file))
  const comments = attachComments(scanned.comments, result.declarations, result.braces, text)
  return { document: { file, spelling: 'dsl', declarations: result.declarations, comments }, diagnostics }
}
