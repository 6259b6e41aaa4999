import type { IToken } from 'chevrotain'
import { HAN, isHan } from '../../lex/characters.ts'
import { HAN_KEYWORDS, type Keyword, keywordsOf } from '../../lex/keywords.ts'
import * as T from '../../lex/tokens.ts'
import { EXPRESSION_WORDS } from '../../syntax/expression-words.ts'
import { CLAUSES, clauseSpec, type DeclKind, declSpec } from '../../syntax/table.ts'
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
const BEHIND_FIGURES = [...OPERATOR_WORDS, ...HAN_KEYWORDS.filter((word) => keywordsOf(word).some(({ id }) => POSTFIX.has(id)))]
const RESERVED_WORDS = HAN_KEYWORDS.filter((word) => keywordsOf(word).some((meaning) => meaning.role === 'reserved'))
const BY = EXPRESSION_WORDS.by.zh
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
    const words = before?.tokenType === T.LiteralToken ? BEHIND_FIGURES : OPERATOR_WORDS
    const word = words.find((candidate) => begins(candidate) && (candidate.length > 1 || RESERVED_WORDS.includes(candidate)))
    if (word !== undefined) return { token: ahead, at: [word.length] }
  }
  const reading = plainRun(before) && ahead.tokenType === T.LeftBrace && look(3).tokenType === T.Colon
  if (reading && before.image.startsWith(BY) && before.image.length > BY.length) return { token: before, at: [BY.length] }
  const closes = [T.RESERVED_TOKENS.then, T.RESERVED_TOKENS.else, T.RESERVED_TOKENS.satisfies].includes(ahead.tokenType)
  for (let back = 0; closes && back > -LOOK_BACK; back--) {
    const token = look(back)
    if (token === undefined || STOPS.has(token.tokenType)) break
    if (!plainRun(token)) continue
    const word = RESERVED_WORDS.find((candidate) => token.image.startsWith(candidate) && candidate.length < token.image.length)
    if (word !== undefined) return { token, at: [word.length, ...innerCuts(token.image, word)] }
  }
  return undefined
}

/** The 则 in what begins with 若. 原则 and 规则 are words of their own. */
function innerCuts(run: string, word: string): readonly number[] {
  if (word !== EXPRESSION_WORDS.if.zh) return []
  const at = new RegExp(`(?<=${HAN})(?<![原规细守准法通总附])${EXPRESSION_WORDS.then.zh}(?=${HAN})`).exec(run)?.index
  return at === undefined || at <= word.length ? [] : [at, at + EXPRESSION_WORDS.then.zh.length]
}

/** 分母为零视为达到 in 占比: where to cut. */
export function gluedEmpty(token: IToken): Cut | undefined {
  if (!plainRun(token) || !token.image.startsWith(EXPRESSION_WORDS.empty.zh)) return undefined
  const { empty, empty_as: as } = EXPRESSION_WORDS
  const verb = token.image.startsWith(as.zh, empty.zh.length) ? empty.zh.length + as.zh.length : empty.zh.length
  return { token, at: [...new Set([empty.zh.length, verb])].filter((at) => at < token.image.length) }
}

/** 成员当患大病满足获救助 in 占比, which must have a 满足: where to cut. */
export function gluedMembers(token: IToken): Cut | undefined {
  if (!plainRun(token)) return undefined
  const { when, satisfies } = EXPRESSION_WORDS
  const filter = token.image.indexOf(when.zh, 1)
  const body = token.image.indexOf(satisfies.zh, 1)
  if (body < 0 || body + satisfies.zh.length === token.image.length) return undefined
  const cuts = filter > 0 && filter + when.zh.length < body ? [filter, filter + when.zh.length] : []
  return { token, at: [...cuts, body, body + satisfies.zh.length] }
}

/** A declaration's keyword glued to its name and perhaps a clause word (须收入达标依据「四」): where to cut; undefined when no keyword of the block begins it. */
export function gluedDeclaration(token: IToken, words: BlockWords): Cut | undefined {
  if (!plainRun(token)) return undefined
  const run = token.image
  const flag = run.startsWith(CLAUSES.in_principle.zh) ? CLAUSES.in_principle.zh.length : 0
  const keyword = [...words.kinds.keys()]
    .filter((word) => isHan(word) && run.startsWith(word, flag))
    .sort((a, b) => b.length - a.length)[0]
  if (keyword === undefined || flag + keyword.length === run.length) return undefined
  const name = flag + keyword.length
  const at = [...new Set([flag, name, ...clauseCuts(run, name, words.kinds.get(keyword)!)])]
  return { token, at: at.filter((offset) => offset > 0 && offset < run.length) }
}

/** A clause word glued to the name before it (收入达标依据「四」): where to cut. */
export function gluedName(token: IToken, kind: DeclKind): Cut | undefined {
  if (!plainRun(token)) return undefined
  const word = clauseWords(kind).find((one) => one.length > 1 && token.image.endsWith(one) && one.length < token.image.length)
  return word === undefined ? undefined : { token, at: [token.image.length - word.length] }
}

/** A clause word glued to what follows it (由审定机关, 除外危房): where to cut. Short words are too often the beginning of a name. */
export function gluedClause(token: IToken, kind: DeclKind, short: boolean): Cut | undefined {
  if (!plainRun(token)) return undefined
  const word = clauseWords(kind).find(
    (one) => (short || one.length > 1) && token.image.startsWith(one) && one.length < token.image.length,
  )
  return word === undefined ? undefined : { token, at: [word.length] }
}

/** Clauses glued to each other where only a clause may stand (从拟退出户, 计家庭人口依据「一」): where to cut; undefined when no clause word begins the run. */
export function gluedClauses(token: IToken, kind: DeclKind): Cut | undefined {
  if (!plainRun(token)) return undefined
  const run = token.image
  const word = clauseWords(kind).find((one) => run.startsWith(one) && one.length < run.length)
  if (word === undefined) return undefined
  const at = [...new Set([word.length, ...clauseCuts(run, word.length, kind)])]
  return { token, at: at.filter((offset) => offset < run.length) }
}

const YEARS = (['position_last', 'position_this', 'position_next'] as const).map((id) => EXPRESSION_WORDS[id].zh)

/** A clause word before its figure or quotation glued to the name before it (住建限 10 天, 旧办法自 2018-05-01, 县领导小组起次年 1月1日): where to cut. */
export function gluedTail(token: IToken, kind: DeclKind, position: boolean): Cut | undefined {
  if (!plainRun(token)) return undefined
  const year = position ? YEARS.find((one) => token.image.endsWith(one)) : undefined
  const run = token.image.slice(0, token.image.length - (year ?? '').length)
  const word = clauseWords(kind).find((one) => run.endsWith(one) && one.length < run.length)
  if (word === undefined) return undefined
  return { token, at: [run.length - word.length, ...(year === undefined ? [] : [run.length])] }
}

/** Longest first: 同时 is not 同. */
function clauseWords(kind: DeclKind): readonly string[] {
  const words = [...new Set([...clausesOf(kind).values()].map((name) => clauseSpec(name).zh))].filter((word) => word !== '')
  return words.sort((a, b) => b.length - a.length)
}

/** Whether one of the clause's own words follows, so that even a short one is sure: 占到会. */
function choiceFollows(run: string, at: number, word: string, kind: DeclKind): boolean {
  const name = clausesOf(kind).get(word)
  const choices = Object.values((name && clauseSpec(name).words) ?? {}).map(([zh]) => zh)
  return choices.some((choice) => run.startsWith(choice, at + word.length))
}

/**
 * Cuts around clause words: those of two or more characters anywhere behind the name, shorter ones only at the end of the run, before one of their own
 * words, or right behind a keyword that no name follows (公示于公示栏).
 */
function clauseCuts(run: string, from: number, kind: DeclKind): readonly number[] {
  const words = clauseWords(kind)
  const cuts: number[] = []
  const nameless = declSpec(kind).name === undefined && declSpec(kind).value === undefined
  let nameStart = nameless ? -1 : from
  for (let i = nameless ? from : from + 1; i < run.length; i++) {
    const sure = (word: string) =>
      word.length > 1 || i + word.length === run.length || (nameless && i === from) || choiceFollows(run, i, word, kind)
    const word = words.find((candidate) => run.startsWith(candidate, i) && sure(candidate))
    if (word === undefined || i === nameStart) continue
    cuts.push(i, i + word.length)
    i += word.length - 1
    nameStart = i + 1
  }
  return cuts
}
