import type { IToken } from 'chevrotain'
import { isHan } from '../../lex/characters.ts'
import { HAN_KEYWORDS, type Keyword, keywordsOf } from '../../lex/keywords.ts'
import * as T from '../../lex/tokens.ts'
import { clauseSpec, type DeclKind } from '../../syntax/table.ts'
import { type BlockWords, clausesOf } from './block-words.ts'

/** Where a run of Han characters must be cut: offsets within the token, ascending, all inside it. */
export interface Cut {
  readonly token: IToken
  readonly at: readonly number[]
}

const JOINING: ReadonlySet<Keyword['role']> = new Set(['compare', 'lead', 'reserved'])
const JOINERS = new Set(['between', 'in', 'not_in'])
/** They stand behind a figure, never between two values. */
const POSTFIX = new Set(['or_more', 'or_less', 'within'])
const OPERATOR_WORDS = HAN_KEYWORDS.filter((word) =>
  keywordsOf(word).some(({ role, id }) => (role === 'expression' ? JOINERS.has(id) : JOINING.has(role) && !POSTFIX.has(id))),
)
const RESERVED_WORDS = HAN_KEYWORDS.filter((word) => keywordsOf(word).some((meaning) => meaning.role === 'reserved'))
/** How far back the beginning of a construct is looked for. */
const LOOK_BACK = 12

/** No construct reaches back beyond these. */
const STOPS: ReadonlySet<unknown> = new Set([T.End, T.Colon, T.LeftBrace, T.RightBrace])

const OPERANDS: ReadonlySet<unknown> = new Set([
  T.NameToken,
  T.QuotedToken,
  T.LiteralToken,
  T.TextToken,
  T.LeftParen,
  T.Minus,
  ...Object.values(T.RESERVED_TOKENS),
])

function plainRun(token: IToken | undefined): token is IToken {
  return token !== undefined && token.tokenType === T.NameToken && token.payload === undefined && isHan(token.image)
}

/**
 * The run of Han characters that explains why the token ahead does not fit: an operator word glued to the name before it (收入超过 3700), to the name
 * ahead (）且收入), or a word glued to the name further back that this 则 or 满足 belongs to (每个成员 满足 …).
 */
export function gluedAt(look: (howFar: number) => IToken): Cut | undefined {
  const before = look(0)
  const ahead = look(1)
  if (plainRun(before) && OPERANDS.has(ahead.tokenType)) {
    const word = OPERATOR_WORDS.find((candidate) => before.image.endsWith(candidate) && candidate.length < before.image.length)
    if (word !== undefined) return { token: before, at: [before.image.length - word.length] }
  }
  if (plainRun(ahead)) {
    // 在 and the like begin too many names.
    const begins = (candidate: string) => candidate.length < ahead.image.length && ahead.image.startsWith(candidate)
    const word = OPERATOR_WORDS.find(
      (candidate) => begins(candidate) && (candidate.length > 1 || RESERVED_WORDS.includes(candidate)),
    )
    if (word !== undefined) return { token: ahead, at: [word.length] }
  }
  const closes = [T.RESERVED_TOKENS.then, T.RESERVED_TOKENS.else, T.RESERVED_TOKENS.satisfies].includes(ahead.tokenType)
  for (let back = 0; closes && back > -LOOK_BACK; back--) {
    const token = look(back)
    if (token === undefined || STOPS.has(token.tokenType)) break
    if (!plainRun(token)) continue
    const word = RESERVED_WORDS.find((candidate) => token.image.startsWith(candidate) && candidate.length < token.image.length)
    if (word !== undefined) return { token, at: [word.length] }
  }
  return undefined
}

/** A declaration's keyword glued to its name and perhaps a clause word (须收入达标依据「四」): where to cut; undefined when no keyword of the block begins it. */
export function gluedDeclaration(token: IToken, words: BlockWords): Cut | undefined {
  if (!plainRun(token)) return undefined
  const run = token.image
  const keyword = [...words.kinds.keys()]
    .filter((word) => isHan(word) && run.startsWith(word))
    .sort((a, b) => b.length - a.length)[0]
  if (keyword === undefined || keyword.length === run.length) return undefined
  const at = [keyword.length, ...clauseCuts(run, keyword.length, words.kinds.get(keyword)!)]
  return { token, at: at.filter((offset) => offset > 0 && offset < run.length) }
}

/** Cuts around clause words: those of two or more characters anywhere behind the name, shorter ones only at the end of the run. */
function clauseCuts(run: string, from: number, kind: DeclKind): readonly number[] {
  const words = [...clausesOf(kind).values()].map((name) => clauseSpec(name).zh).filter((word) => word !== '')
  const cuts: number[] = []
  let nameStart = from
  for (let i = from + 1; i < run.length; i++) {
    const word = words.find(
      (candidate) => run.startsWith(candidate, i) && (candidate.length > 1 || i + candidate.length === run.length),
    )
    if (word === undefined || i === nameStart) continue
    cuts.push(i, i + word.length)
    i += word.length - 1
    nameStart = i + 1
  }
  return cuts
}
