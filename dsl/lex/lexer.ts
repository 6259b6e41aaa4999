import { type IToken, Lexer } from 'chevrotain'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import type { Span } from '../source/span.ts'
import type { Comment } from '../syntax/declaration.ts'
import { RESERVED_WORD_IDS, type ReservedWordId } from '../syntax/expression-words.ts'
import { LOOK_ALIKES } from './characters.ts'
import { type Keyword, keywordsOf } from './keywords.ts'
import type { Literal } from './literal.ts'
import * as T from './tokens.ts'

/** More UTF-16 units than this are not read. */
export const MAX_UNITS = 1_500_000
/** Deeper brackets than this are not read. */
export const MAX_NESTING = 256

/** A file's tokens with what was wrong in them. When `refused`, the text was too large or nested too deep and there are no tokens. */
export interface Scan {
  readonly tokens: IToken[]
  readonly comments: readonly Comment[]
  readonly diagnostics: readonly Diagnostic[]
  readonly refused: boolean
}

const LEXER = new Lexer(T.LEXED, { positionTracking: 'onlyOffset', ensureOptimizations: true })
const NO_KEYWORDS: readonly Keyword[] = []
const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORD_IDS)

/** The keyword meanings of a word token; none for other tokens. */
export function meaningsOf(token: IToken): readonly Keyword[] {
  return token.tokenType === T.NameToken ? ((token.payload as readonly Keyword[] | undefined) ?? NO_KEYWORDS) : NO_KEYWORDS
}

/** The payload of a literal token. */
export function literalOf(token: IToken): Literal | undefined {
  return token.tokenType === T.LiteralToken ? (token.payload as Literal) : undefined
}

/** Gives a word token its meanings, or the type of the reserved word it is. */
export function readWord(token: IToken): void {
  const meanings = keywordsOf(token.image)
  if (meanings.length === 0) return
  const reserved = meanings.find((meaning) => meaning.role === 'reserved')
  if (reserved && RESERVED.has(reserved.id)) {
    const type = T.RESERVED_TOKENS[reserved.id as ReservedWordId]
    token.tokenType = type
    token.tokenTypeIdx = type.tokenTypeIdx!
  } else token.payload = meanings
}

/** Cuts a text into tokens and comments. Never throws; `shift` is added to every position. */
export function scan(text: string, file: string, shift = 0): Scan {
  const none = { tokens: [] as IToken[], comments: [], refused: true }
  if (text.length > MAX_UNITS) {
    return {
      ...none,
      diagnostics: [finding('L110', { file, start: shift, end: shift }, { most: MAX_UNITS, found: text.length })],
    }
  }
  const result = LEXER.tokenize(text)
  const at = (start: number, end: number): Span => ({ file, start: start + shift, end: end + shift })
  const deep = tooDeep(result.tokens)
  if (deep) return { ...none, diagnostics: [finding('L111', at(deep.startOffset, deep.startOffset + 1), { most: MAX_NESTING })] }
  const diagnostics: Diagnostic[] = []
  const unknown = (start: number, length: number) => {
    const span = at(start, start + length)
    const remove = { word: 'remove', edits: [{ span, text: '' }] }
    diagnostics.push(finding('L101', span, { found: shown(text.slice(start, start + length)) }, { fixes: [remove] }))
  }
  for (const error of result.errors) unknown(error.offset, error.length)
  for (const token of result.groups['unknown'] ?? []) unknown(token.startOffset, token.image.length)
  const brackets: Diagnostic[] = []
  for (const token of result.tokens) {
    const type = token.tokenType
    if (type === T.NameToken) readWord(token)
    else if (type === T.LiteralToken) literalProblem(token, text, at, diagnostics)
    else if (type === T.QuotedToken && token.image[0] === '【') {
      const end = token.startOffset + token.image.length
      const marks = [at(token.startOffset, token.startOffset + 1), at(end - 1, end)] as const
      diagnostics.push(lookAlike(at(token.startOffset, end), '【】', '「」', marks))
    } else if (type === T.QuotedToken)
      unclosed(
        token,
        '「',
        '」',
        'L103',
        at,
        diagnostics,
        CITED.test(text.slice(Math.max(0, token.startOffset - 40), token.startOffset)),
      )
    else if (type === T.TextToken) {
      const close = token.image[0] === '“' || token.image[0] === '”' ? '”' : token.image[0]!
      unclosed(token, token.image[0]!, close, 'L104', at, diagnostics)
    } else {
      const meant = LOOK_ALIKES[token.image]
      if (meant === undefined) continue
      const span = at(token.startOffset, token.startOffset + token.image.length)
      const opened = type === T.RightBracket ? brackets.pop() : undefined
      if (opened) {
        // One message for a pair.
        const { found, meant: open } = opened.args
        const pair = lookAlike({ ...span, start: opened.span.start }, `${found}${token.image}`, `${open}${meant}`, [
          opened.span,
          span,
        ])
        diagnostics[diagnostics.indexOf(opened)] = pair
        continue
      }
      const one = lookAlike(span, token.image, meant, [span])
      diagnostics.push(one)
      if (type === T.LeftBracket) brackets.push(one)
    }
  }
  const comments = (result.groups['comments'] ?? []).map((token) => commentOf(token, at, diagnostics))
  diagnostics.sort((a, b) => a.span.start - b.span.start)
  return { tokens: result.tokens, comments, diagnostics, refused: false }
}

/** L102; each mark is replaced by the character in its place of `meant`. */
function lookAlike(span: Span, found: string, meant: string, marks: readonly Span[]): Diagnostic {
  const edits = marks.map((mark, i) => ({ span: mark, text: marks.length === 1 ? meant : meant[i]! }))
  return finding('L102', span, { found, meant }, { fixes: [{ word: 'replace', args: { meant }, edits }] })
}

const SHOWN = 12

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

function tooDeep(tokens: readonly IToken[]): IToken | undefined {
  let depth = 0
  for (const token of tokens) {
    const type = token.tokenType
    if (type === T.LeftBrace || type === T.LeftParen || type === T.LeftBracket) {
      depth++
      if (depth > MAX_NESTING) return token
    } else if (type === T.RightBrace || type === T.RightParen || type === T.RightBracket) depth = Math.max(0, depth - 1)
  }
  return undefined
}

type At = (start: number, end: number) => Span

function literalProblem(token: IToken, text: string, at: At, into: Diagnostic[]): void {
  const literal = token.payload as Literal
  const span = at(token.startOffset, literal.end)
  const found = shown(text.slice(token.startOffset, literal.end))
  switch (literal.problem) {
    case undefined:
      return
    case 'malformed_number': {
      const digits = literal.figure.replaceAll(',', '')
      const figure = at(token.startOffset, literal.figureEnd)
      const fixes = digits.length > 60 ? [] : [{ word: 'join', args: { digits }, edits: [{ span: figure, text: digits }] }]
      into.push(finding('L106', figure, { found: shown(text.slice(token.startOffset, literal.figureEnd)) }, { fixes }))
      return
    }
    case 'impossible_date':
      into.push(finding('L107', span, { found }))
      return
    case 'which_day':
      into.push(whichDay(span, found, literal.days ?? []))
      return
    case 'part_of_duration':
      into.push(finding('L112', span, { found }))
      return
    case 'unknown_unit':
      into.push(finding('L109', span, { found: found, figure: literal.figure }))
      return
    default: {
      literal.problem satisfies never
    }
  }
}

/** L108: a month that names no day, with the days it may mean. */
export function whichDay(span: Span, found: string, days: readonly string[]): Diagnostic {
  const fixes = days.map((day) => ({ word: 'day', args: { day }, edits: [{ span, text: day }] }))
  return finding('L108', span, { found }, { fixes })
}

/** What an unclosed quotation most likely meant to leave outside. */
const REST = /[；;：:｛{].*$/
/** Behind these an article's number is quoted, which holds no ： and no ；. */
const CITED = /(?:依据|per)[^；;：:{｛\r\n]*$/
const TAIL = /[\s；;。，,：:｛{}｝）)]*$/

function unclosed(
  token: IToken,
  open: string,
  close: string,
  code: 'L103' | 'L104',
  at: At,
  into: Diagnostic[],
  short = false,
): void {
  if (token.image.length > 1 && token.image.endsWith(close)) return
  if (close === '”' && token.image.length > 1 && token.image.endsWith('“')) return
  if (close === '"' && token.image.length > 1 && token.image.endsWith('＂')) return
  const end = token.startOffset + Math.max(1, token.image.replace(short ? REST : TAIL, '').length)
  const fixes = [{ word: 'close', args: { close }, edits: [{ span: at(end, end), text: close }] }]
  into.push(finding(code, at(token.startOffset, token.startOffset + token.image.length), { open, close }, { fixes }))
}

function commentOf(token: IToken, at: At, into: Diagnostic[]): Comment {
  const { image, startOffset } = token
  const span = at(startOffset, startOffset + image.length)
  const block = token.tokenType === T.BlockComment
  const closed = block && image.length >= 4 && image.endsWith('*/')
  if (block && !closed) {
    const fixes = [{ word: 'close', edits: [{ span: { ...span, start: span.end }, text: ' */' }] }]
    into.push(finding('L105', span, {}, { fixes }))
  }
  return { text: image.slice(2, closed ? -2 : undefined).trim(), block, span }
}
