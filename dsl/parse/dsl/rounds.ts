import type { IToken } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { literalOf, readWord, type Scan } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { DeclarationParser } from './declaration-parser.ts'
import type { Draft } from './draft.ts'
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

/** One message for all the glued words of a declaration. */
function merged(words: readonly Diagnostic[], declarations: readonly Draft[]): readonly Diagnostic[] {
  const groups = new Map<Draft | undefined, Diagnostic[]>()
  for (const word of inOrder(words)) {
    const decl = innermost(declarations, word.span.start)
    const group = groups.get(decl)
    if (group) group.push(word)
    else groups.set(decl, [word])
  }
  return [...groups.values()].map((group) => {
    const [first, ...more] = group
    if (!first || more.length === 0) return first!
    const runs = runsOf(group)
    const args = { found: runs.map(({ text }) => text), split: runs.flatMap(pieces) }
    const edits = runs.flatMap(({ start, cuts }) =>
      cuts.map((at) => ({ span: { ...first.span, start: start + at, end: start + at }, text: ' ' })),
    )
    return { ...first, span: runs[0]!.span, args, fixes: [{ word: 'spaces', edits }] }
  })
}

/** A run as it was typed; `cuts` are offsets within it, ascending. */
interface Run {
  readonly text: string
  readonly start: number
  readonly span: Diagnostic['span']
  readonly cuts: readonly number[]
}

/** The runs as typed: what a later round cut was mostly a piece of what an earlier one had cut. */
function runsOf(words: readonly Diagnostic[]): readonly Run[] {
  const widest = [...words].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const runs: Diagnostic[] = []
  for (const word of widest)
    if (!runs.some(({ span }) => span.start <= word.span.start && word.span.end <= span.end)) runs.push(word)
  return runs.map(({ span, args }) => {
    const within = words.filter((word) => span.start <= word.span.start && word.span.end <= span.end)
    const at = within.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits.map((edit) => edit.span.start - span.start)))
    return { text: String(args['found']), start: span.start, span, cuts: [...new Set(at)].sort((a, b) => a - b) }
  })
}

function pieces({ text, cuts }: Run): readonly string[] {
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]))
}

/** The innermost declaration around an offset. */
function innermost(declarations: readonly Draft[], at: number): Draft | undefined {
  const decl = declarations.find(({ span }) => span.start <= at && at < span.end)
  return decl && (innermost(decl.children ?? [], at) ?? decl)
}

/** Reads until no glued word is left; what was said about those of earlier rounds is kept. */
export function rounds<
  R extends {
    readonly declarations?: readonly Draft[]
    readonly cuts: readonly Cut[]
    readonly diagnostics: readonly Diagnostic[]
  },
>(scanned: Scan, read: (tokens: IToken[]) => R): { result: R; diagnostics: readonly Diagnostic[] } {
  let tokens = scanned.tokens
  let result = read(tokens)
  const glued: Diagnostic[] = []
  for (let round = 1; result.cuts.length > 0 && round < MOST_ROUNDS; round++) {
    glued.push(...result.diagnostics.filter((diagnostic) => diagnostic.code === 'P115'))
    tokens = cutTokens(tokens, result.cuts)
    result = read(tokens)
  }
  const rest = result.diagnostics.filter((diagnostic) => diagnostic.code !== 'P115')
  const words = [...glued, ...result.diagnostics.filter((diagnostic) => diagnostic.code === 'P115')]
  return { result, diagnostics: inOrder(scanned.diagnostics, merged(words, result.declarations ?? []), rest) }
}
