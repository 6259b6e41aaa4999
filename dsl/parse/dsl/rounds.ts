import type { IToken } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { literalOf, readWord, type Scan } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { DeclarationParser } from './declaration-parser.ts'
import type { Cut } from './glued-words.ts'

/** The one parser; it holds state only while it reads. */
export const PARSER = new DeclarationParser()
/** A text is read again at most so often with glued words cut. */
const MOST_ROUNDS = 6

function inOrder(...lists: readonly (readonly Diagnostic[])[]): readonly Diagnostic[] {
  return lists.flat().sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** The tokens with glued words cut in pieces. */
function cutTokens(tokens: readonly IToken[], cuts: readonly Cut[]): IToken[] {
  const wanted = new Map(cuts.map((cut) => [cut.token, cut.at] as const))
  return tokens.flatMap((token) => {
    const at = wanted.get(token)
    if (!at) return [token]
    if (token.tokenType === T.LiteralToken) return cutLiteral(token)
    return [0, ...at].map((from, i) => {
      const image = token.image.slice(from, at[i])
      const start = token.startOffset + from
      const piece: IToken = {
        ...token,
        image,
        startOffset: start,
        endOffset: start + image.length - 1,
        tokenType: T.NameToken,
        payload: undefined,
      }
      piece.tokenTypeIdx = T.NameToken.tokenTypeIdx!
      readWord(piece)
      return piece
    })
  })
}

/** A figure and the word behind it that is no unit of it. */
function cutLiteral(token: IToken): IToken[] {
  const literal = literalOf(token)!
  const figure = { ...literal, end: literal.figureEnd, unit: undefined }
  const size = literal.figureEnd - token.startOffset
  const rest = token.image.slice(size)
  const blanks = rest.length - rest.trimStart().length
  const word: IToken = {
    ...token,
    image: rest.trimStart(),
    startOffset: literal.figureEnd + blanks,
    tokenType: T.NameToken,
    tokenTypeIdx: T.NameToken.tokenTypeIdx!,
    payload: undefined,
  }
  readWord(word)
  return [{ ...token, image: token.image.slice(0, size), endOffset: literal.figureEnd - 1, payload: figure }, word]
}

/** Reads until no glued word is left; what was said about those of earlier rounds is kept. */
export function rounds<R extends { readonly cuts: readonly Cut[]; readonly diagnostics: readonly Diagnostic[] }>(
  scanned: Scan,
  read: (tokens: IToken[]) => R,
): { result: R; diagnostics: readonly Diagnostic[] } {
  let tokens = scanned.tokens
  let result = read(tokens)
  const glued: Diagnostic[] = []
  for (let round = 1; result.cuts.length > 0 && round < MOST_ROUNDS; round++) {
    glued.push(...result.diagnostics.filter((diagnostic) => diagnostic.code === 'P115'))
    tokens = cutTokens(tokens, result.cuts)
    result = read(tokens)
  }
  return { result, diagnostics: inOrder(scanned.diagnostics, glued, result.diagnostics) }
}
