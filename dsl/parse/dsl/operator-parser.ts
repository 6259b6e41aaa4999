import type { IToken, ParserMethod } from 'chevrotain'
import { fold, LOOK_ALIKES } from '../../lex/characters.ts'
import { meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { Span } from '../../source/span.ts'
import type { CompareWordId } from '../../syntax/compare-words.ts'
import type { BetweenExpr, CompareExpr, Expr } from '../../syntax/expression.ts'
import { BaseParser } from './base-parser.ts'
import type { Part } from './fold-expression.ts'

/** How much of the language an expression may use: everything; no 且 and 或 (bodies of 每个); sums and products only (cells, ends of ranges). */
export type Level = 'full' | 'unchained' | 'sum'

const SYMBOLS: Readonly<Record<string, CompareWordId>> = {
  '>': 'gt',
  '>=': 'ge',
  '≥': 'ge',
  '<': 'lt',
  '<=': 'le',
  '≤': 'le',
  '=': 'eq',
  '!=': 'ne',
  '≠': 'ne',
}
/** The comparison a sign stands for. */
export function symbolOf(token: IToken): CompareWordId {
  return SYMBOLS[fold(LOOK_ALIKES[token.image] ?? token.image)]!
}

const OPENS: Readonly<Record<string, BetweenExpr['open']>> = { low_open: 'low', high_open: 'high', both_open: 'both' }

/** What the comparison being read still waits for: the 至 of 介于, the words after its end, the 以上 of 在. */
export interface Awaited {
  to: number
  open: boolean
  postfix: boolean
}
/** Operators in signs and words, and what stands between brackets. */
export abstract class OperatorParser extends BaseParser {
  abstract readonly expression: ParserMethod<[level?: Level], Expr>

  /** Whether an operator that may be used here is ahead. */
  protected infixAhead(level: Level, awaited: Awaited): boolean {
    const token = this.LA(1)
    switch (token.tokenType) {
      case T.Plus:
      case T.Minus:
      case T.Times:
      case T.Slash:
        return true
      case T.RESERVED_TOKENS.and:
      case T.RESERVED_TOKENS.or:
        return level === 'full'
      case T.Compare:
        return level !== 'sum'
      case T.NameToken:
        return level !== 'sum' && token.payload !== undefined && this.operatorWord(token, awaited) !== undefined
      default:
        return false
    }
  }

  /** What the word ahead does where an operator may stand. */
  private operatorWord(token: IToken, awaited: Awaited): Part['kind'] | undefined {
    for (const { role, id } of meaningsOf(token)) {
      if (role === 'compare') {
        const postfix = id === 'or_more' || id === 'or_less' || id === 'within'
        if (!postfix && this.means(1, 'lead', 'reach')) return 'lead'
        if (!postfix) return 'compare'
        if (awaited.postfix) return 'postfix'
      } else if (role === 'lead') return 'lead'
      else if (role === 'expression') {
        if (id === 'between' || id === 'in') return id
        if (id === 'not_in') return 'in'
        if (id === 'to' && awaited.to > 0) return 'to'
        if (id in OPENS && awaited.open) return 'open'
      }
    }
    return undefined
  }

  private readonly operators = [
    T.NameToken,
    T.RESERVED_TOKENS.and,
    T.RESERVED_TOKENS.or,
    T.Compare,
    T.Plus,
    T.Minus,
    T.Times,
    T.Slash,
  ].map((type) => ({
    ALT: () => this.CONSUME(type),
  }))

  protected readonly operator = this.RULE('operator', (awaited: Awaited): Part => {
    const token = this.OR<IToken>(this.operators)
    const part = this.ACTION(() => this.partOf(token, awaited))
    if (this.RECORDING_PHASE || part.kind === 'in') {
      const items: Expr[] = []
      this.SUBRULE(this.openParen)
      const outer = this.ACTION(() => this.enter())
      this.SUBRULE(this.list, { ARGS: [items] })
      this.SUBRULE(this.closeParen)
      return this.ACTION(() => {
        this.leave(outer, 0)
        const negated = part.kind === 'in' && part.negated
        return { kind: 'in', negated, items, height: this.lastHeight, span: this.spanFrom(this.startOf(token)) }
      })
    }
    return part
  })

  private partOf(token: IToken, awaited: Awaited): Part {
    const span = this.spanOf(token)
    switch (token.tokenType) {
      case T.RESERVED_TOKENS.and:
      case T.RESERVED_TOKENS.or: {
        awaited.to = 0
        awaited.open = false
        awaited.postfix = false
        return { kind: token.tokenType === T.RESERVED_TOKENS.and ? 'and' : 'or', span }
      }
      case T.Plus:
        return { kind: 'arithmetic', op: '+', span }
      case T.Minus:
        return { kind: 'arithmetic', op: '-', span }
      case T.Times:
        return { kind: 'arithmetic', op: '*', span }
      case T.Slash:
        return { kind: 'arithmetic', op: '/', span }
      case T.Compare:
        return { kind: 'compare', word: symbolOf(token), span }
      default:
        return this.wordPart(token, span, awaited)
    }
  }

  private wordPart(token: IToken, span: Span, awaited: Awaited): Part {
    const meanings = meaningsOf(token)
    const idOf = (role: 'compare' | 'lead') => meanings.find((meaning) => meaning.role === role)?.id
    const lead = idOf('lead') as CompareExpr['lead']
    const compare = idOf('compare') as CompareWordId
    if (lead) {
      awaited.postfix = true
      return { kind: 'lead', lead, span }
    }
    if (compare) {
      const postfix = compare === 'or_more' || compare === 'or_less' || compare === 'within'
      if (postfix) awaited.postfix = false
      return postfix ? { kind: 'postfix', word: compare, span } : { kind: 'compare', word: compare, span }
    }
    const has = (id: string) => meanings.some((meaning) => meaning.role === 'expression' && meaning.id === id)
    if (has('between')) {
      awaited.to++
      return { kind: 'between', span }
    }
    if (has('to')) {
      awaited.to--
      awaited.open = true
      return { kind: 'to', span }
    }
    if (has('in') || has('not_in')) return { kind: 'in', negated: has('not_in'), items: [], height: 0, span }
    awaited.open = false
    const open = Object.keys(OPENS).find(has)!
    return { kind: 'open', open: OPENS[open]!, span }
  }

  /** Expressions joined by 、 or ，. */
  protected readonly list = this.RULE('list', (into: Expr[]) => {
    const first = this.SUBRULE(this.expression, { ARGS: ['full'] })
    this.ACTION(() => into.push(first))
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.ListComma) }])
      const next = this.SUBRULE2(this.expression, { ARGS: ['full'] })
      this.ACTION(() => into.push(next))
    })
  })

  protected readonly openParen = this.RULE('openParen', () => {
    this.ACTION(() => this.isType(1, T.LeftParen) || this.fail('open_paren'))
    this.CONSUME(T.LeftParen)
  })

  /** ）, or a message that it is missing when what follows can only stand behind it. */
  protected readonly closeParen = this.RULE('closeParen', () => {
    const token = this.OPTION(() => this.CONSUME(T.RightParen))
    this.ACTION(() => token ?? this.missingClose('）', 'close_paren'))
  })

  protected missingClose(mark: string, noun: 'close_paren' | 'close_bracket'): void {
    const type = this.LA(1).tokenType
    const over =
      this.isEnd(1) || [T.End, T.RightBrace, T.Colon, T.Comma, T.ListComma, T.RightParen, T.RightBracket].includes(type)
    if (this.groupAhead()) this.fail(noun)
    if ((!over && !this.startsLine(1)) || (type === T.End && this.closesLater(2))) this.fail(noun)
    this.complain('P106', this.here(), { mark }, { fixes: [{ word: 'insert', edits: [{ span: this.here(), text: mark }] }] })
  }
}
