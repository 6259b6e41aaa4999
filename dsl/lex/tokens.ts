import { type CustomPatternMatcherReturn, createToken, Lexer, type TokenType } from 'chevrotain'
import type { ReservedWordId } from '../syntax/expression-words.ts'
import { ASCII_WORD, HAN } from './characters.ts'
import { readLiteral } from './literal.ts'

/** Parent of all, so that the parser can skip what it cannot read. */
export const AnyToken = createToken({ name: 'AnyToken', pattern: Lexer.NA })

const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: [AnyToken] })

function reserved(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories: [AnyToken] })
}

export const Blank = createToken({
  name: 'Blank',
  pattern: /[ \t\r\n\f\v\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})
export const LineComment = createToken({ name: 'LineComment', pattern: /[/／][/／][^\r\n\u2028\u2029]*/, group: 'comments' })
/** Unclosed, it ends with its line. */
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*(?:(?:[^*]|\*(?!\/))*\*\/|[^\r\n\u2028\u2029]*)/,
  group: 'comments',
  line_breaks: true,
})

const DIGITS = [...'0123456789０１２３４５６７８９']
/** A figure with its scale, unit or calendar words; the payload says what it is. */
export const LiteralToken = createToken({
  name: 'Literal',
  pattern: {
    exec: (text: string, offset: number): CustomPatternMatcherReturn | null => {
      // The lexer sorts characters beyond U+00FF into coarse buckets, so others than the hinted ones come here too.
      const literal = readLiteral(text, offset)
      if (literal === undefined) return null
      const match: CustomPatternMatcherReturn = [text.slice(offset, literal.end)]
      match.payload = literal
      return match
    },
  },
  start_chars_hint: DIGITS,
  line_breaks: false,
  categories: [AnyToken],
})

/** Every word that is not reserved; contextual keywords are names whose place says what they mean. */
export const NameToken = token('Name', new RegExp(`${HAN}+|${ASCII_WORD}`))
/** 「…」, to its line's end when unclosed. 【…】 is meant so, unless it holds a year. */
export const QuotedToken = token(
  'Quoted',
  /「[^」\r\n\u2028\u2029]*」?|【(?!\s*(?:年度|year|[0-9０-９]{4}\s*年?)\s*(?:[-−－–+＋]\s*[0-9０-９]+\s*)?】)[^「」【】\r\n\u2028\u2029]+】/,
)
/** “…” or "…", to its line's end when unclosed. */
export const TextToken = token('Text', /[“”][^“”\r\n\u2028\u2029]*[“”]?|["＂][^"＂\r\n\u2028\u2029]*["＂]?/)

export const RESERVED_TOKENS: Readonly<Record<ReservedWordId, TokenType>> = {
  and: reserved('And'),
  or: reserved('Or'),
  not: reserved('Not'),
  if: reserved('If'),
  then: reserved('Then'),
  else: reserved('Else'),
  every: reserved('Every'),
  some: reserved('Some'),
  none: reserved('None'),
  satisfies: reserved('Satisfies'),
}

export const Compare = token('Compare', />=|＞＝|=>|<=|＜＝|=<|!=|！＝|<>|==|[≥≧⩾≤≦⩽≠=＝﹦<＜﹤˂‹>＞﹥˃›]/)
export const Plus = token('Plus', /[+＋﹢]/)
export const Minus = token('Minus', /[-－−–—‐‑‒﹣]/)
export const Times = token('Times', /[*＊×∗✕✖╳]/)
export const Slash = token('Slash', /[/／÷⁄∕]/)
export const MiddleDot = token('MiddleDot', /[·•・‧⋅]/)
export const LeftBrace = token('LeftBrace', /[{｛﹛]/)
export const RightBrace = token('RightBrace', /[}｝﹜]/)
export const LeftParen = token('LeftParen', /[(（﹙]/)
export const RightParen = token('RightParen', /[)）﹚]/)
export const LeftBracket = token('LeftBracket', /[〔[［【﹝]/)
export const RightBracket = token('RightBracket', /[〕\]］】﹞]/)
export const Colon = token('Colon', /[:：∶﹕︰꞉]/)
export const End = token('End', /[;；。｡﹔\u037E]/)
export const Comma = token('Comma', /[,，‚﹐]/)
export const ListComma = token('ListComma', /[、﹑､]/)
export const Dot = token('Dot', /[.．]/)

export const PUNCTUATION = [
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  Colon,
  End,
  Comma,
  ListComma,
  Dot,
] as const
export const OPERATORS = [Compare, Plus, Minus, Times, Slash, MiddleDot] as const

/** Runs of characters that begin nothing, so that a text full of them is no work; other such characters are lexer errors one by one. */
export const Unknown = createToken({
  name: 'Unknown',
  pattern:
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: ranges of UTF-16 units, for the lexer drops the u flag
    /[!#$&'?@\\^`|~\x00-\x08\x0E-\x1F\x7F-\x9F\u0250-\u02C0\u0300-\u0375\u0380-\u0589\u0600-\u167F\u1800-\u1FFF\u2190-\u2211\u2400-\u2FFF\u3040-\u30FA\u3100-\u33FF\uA000-\uA788\uA800-\uD7FF\uD889-\uDFFF]+/,
  group: 'unknown',
})

/** What the lexer tries, in order: the first that matches wins. */
export const LEXED: TokenType[] = [
  Blank,
  LineComment,
  BlockComment,
  NameToken,
  LiteralToken,
  QuotedToken,
  TextToken,
  ...PUNCTUATION,
  ...OPERATORS,
  Unknown,
]
/** What the parser knows. */
export const VOCABULARY: TokenType[] = [
  AnyToken,
  NameToken,
  LiteralToken,
  QuotedToken,
  TextToken,
  ...PUNCTUATION,
  ...OPERATORS,
  ...Object.values(RESERVED_TOKENS),
]
