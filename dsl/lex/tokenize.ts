import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { literalOf, meaningsOf, scan } from './lexer.ts'
import * as T from './tokens.ts'

/** What a piece of text is, for highlighting. */
export type PieceKind = 'keyword' | 'name' | 'quoted' | 'number' | 'unit' | 'text' | 'comment' | 'operator' | 'punctuation'

/** A piece of text with its place; `end` exclusive, UTF-16. */
export interface Piece {
  readonly kind: PieceKind
  readonly start: number
  readonly end: number
  readonly image: string
}

const OPERATORS: ReadonlySet<unknown> = new Set(T.OPERATORS)
const RESERVED: ReadonlySet<unknown> = new Set(Object.values(T.RESERVED_TOKENS))

/**
 * Cuts a text into pieces for highlighting, comments among them, in order. A contextual keyword counts as a keyword wherever it stands: only a parse can
 * tell that it is used as a name. A figure and the unit behind it are two pieces.
 */
export function tokenize(
  text: string,
  file: string,
): { readonly tokens: readonly Piece[]; readonly diagnostics: readonly Diagnostic[] } {
  const { tokens, comments, diagnostics } = scan(text, file)
  const pieces: Piece[] = comments.map(({ span }) => piece('comment', text, span.start, span.end))
  for (const token of tokens) {
    const start = token.startOffset
    const end = start + token.image.length
    const literal = literalOf(token)
    if (literal) {
      const spoken = literal.kind === 'number' || literal.kind === 'duration' || literal.kind === 'code'
      const cut = spoken ? literal.figureEnd : end
      pieces.push(piece('number', text, start, cut))
      const unit = cut + (text.slice(cut, end).length - text.slice(cut, end).trimStart().length)
      if (unit < end) pieces.push(piece('unit', text, unit, end))
      continue
    }
    const type = token.tokenType
    const keyword = RESERVED.has(type) || meaningsOf(token).length > 0
    const kind: PieceKind = keyword
      ? 'keyword'
      : type === T.NameToken
        ? 'name'
        : type === T.QuotedToken
          ? 'quoted'
          : type === T.TextToken
            ? 'text'
            : OPERATORS.has(type)
              ? 'operator'
              : 'punctuation'
    pieces.push(piece(kind, text, start, end))
  }
  pieces.sort((a, b) => a.start - b.start)
  return { tokens: pieces, diagnostics }
}

function piece(kind: PieceKind, text: string, start: number, end: number): Piece {
  return { kind, start, end, image: text.slice(start, end) }
}
