import type { IToken } from 'chevrotain'
import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { gluedAt } from './glued-words.ts'
import { OperatorParser } from './operator-parser.ts'

/** The kinds of values by how they begin. */
export type OperandForm =
  | 'literal'
  | 'year'
  | 'position'
  | 'text'
  | 'name'
  | 'call'
  | 'group'
  | 'constant'
  | 'prefix'
  | 'meets'
  | 'quantifier'
  | 'if'
  | 'reading'
  | 'function'
  | 'none'

const FUNCTIONS = new Set([
  'count',
  'sum',
  'share',
  'larger',
  'smaller',
  'round_half_up',
  'round_up',
  'round_down',
  'round_half_even',
])
const PREFIXES = new Set(['has', 'known', 'unknown'])
/** Words that are values themselves. */
export const CONSTANTS = new Set(['true', 'false', 'nothing'])

const OPERAND_STARTS: ReadonlySet<unknown> = new Set([
  ...[T.NameToken, T.QuotedToken, T.LiteralToken, T.TextToken, T.LeftParen, T.Minus],
  ...(['not', 'if', 'every', 'some', 'none'] as const).map((id) => T.RESERVED_TOKENS[id]),
])
const OPERATOR_IDS = new Set(['between', 'in', 'not_in', 'of', 'to'])

/** Which value the words ahead begin. */
export abstract class OperandStartParser extends OperatorParser {
  protected operandForm(): OperandForm {
    const token = this.LA(1)
    switch (token.tokenType) {
      case T.LiteralToken:
        return 'literal'
      case T.TextToken:
        return 'text'
      case T.LeftParen:
        return 'group'
      case T.QuotedToken:
        return this.isType(2, T.LeftParen) ? 'call' : 'name'
      case T.RESERVED_TOKENS.every:
      case T.RESERVED_TOKENS.some:
      case T.RESERVED_TOKENS.none:
        return 'quantifier'
      case T.RESERVED_TOKENS.if:
        return 'if'
      case T.NameToken:
        return token.payload === undefined ? this.plainForm() : this.wordForm(token)
      default:
        return 'none'
    }
  }

  /** Whether what is ahead can only stand behind the end of everything that is open in the declaration. */
  protected abstract closedBy(howFar: number): boolean

  private plainForm(): OperandForm {
    // 原因属于（…）, 没有异议满足（…）: no function, but a word glued to the name before it.
    if (this.isType(2, T.LeftParen)) this.cutAt(gluedAt((howFar) => this.LA(howFar + 1)))
    return this.isType(2, T.LeftParen) ? 'call' : 'name'
  }

  /** What a contextual keyword means where a value stands: it is a name unless what follows makes it the keyword. */
  private wordForm(token: IToken): OperandForm {
    // A line that begins with a declaration ends a half-typed one: 年人均纯收入 超过 ⏎ 须 有房 …
    if (this.startsLine(1) && this.closedBy(1)) return 'none'
    for (const { role, id } of meaningsOf(token)) {
      if (role !== 'expression') continue
      if (CONSTANTS.has(id) && !this.isType(2, T.LeftParen)) return 'constant'
      if (FUNCTIONS.has(id) && this.isType(2, T.LeftParen)) return 'function'
      if (PREFIXES.has(id) && this.operandAhead(2)) return 'prefix'
      if (id === 'meets' && this.operandAhead(2)) return 'meets'
      if (id === 'by' && this.readingAhead()) return 'reading'
      if (id === 'year_position' && this.plainYear(2)) return 'year'
      if ((role === 'expression' && id.startsWith('position_')) || id.startsWith('month_'))
        if (this.positionAhead(1)) return 'position'
    }
    return this.plainForm()
  }

  protected readingAhead(howFar = 1): boolean {
    const arm = this.isName(howFar + 2) && this.isType(howFar + 3, T.Colon)
    return this.isName(howFar + 1) && (this.isType(howFar + 2, T.LeftBrace) || arm)
  }

  protected plainYear(howFar: number): boolean {
    const literal = literalOf(this.LA(howFar))
    return (
      literal?.kind === 'number' && literal.unit === undefined && literal.form === 'plain' && /^[0-9]{4}$/.test(literal.figure)
    )
  }

  /** Whether a place of a day in a year begins here with a word: 次年1月10日, next_year Jan 10, Dec end. 10月12日 alone is one literal. */
  protected positionAhead(howFar: number): boolean {
    const year = this.relativeYear(howFar)
    if (year !== undefined && literalOf(this.LA(howFar + 1))?.kind === 'position') return true
    const at = year === undefined ? howFar : howFar + 1
    return this.monthWord(at) !== undefined && this.dayAt(at + 1)
  }

  /** −1 上年, 0 当年, 1 次年. */
  protected relativeYear(howFar: number): -1 | 0 | 1 | undefined {
    if (this.means(howFar, 'expression', 'position_this')) return 0
    if (this.means(howFar, 'expression', 'position_next')) return 1
    return this.means(howFar, 'expression', 'position_last') ? -1 : undefined
  }

  /** 1 for Jan. */
  protected monthWord(howFar: number): number | undefined {
    const id = meaningsOf(this.LA(howFar)).find((meaning) => meaning.role === 'expression' && meaning.id.startsWith('month_'))?.id
    return id === undefined ? undefined : Number(id.slice('month_'.length))
  }

  private dayAt(howFar: number): boolean {
    const literal = literalOf(this.LA(howFar))
    if (literal === undefined) return this.means(howFar, 'expression', 'position_end')
    return (
      literal.kind === 'number' && literal.unit === undefined && literal.form === 'plain' && /^[0-9]{1,2}$/.test(literal.figure)
    )
  }

  /** Whether a value can begin here; a word that is an operator is taken for one. */
  private operandAhead(howFar: number): boolean {
    const token = this.LA(howFar)
    const type = token.tokenType
    if (type === T.NameToken) {
      const operator = meaningsOf(token).some(
        ({ role, id }) => role === 'compare' || role === 'lead' || (role === 'expression' && OPERATOR_IDS.has(id)),
      )
      return !operator || this.LA(howFar + 1).tokenType === T.NameToken
    }
    return type === T.QuotedToken || type === T.LeftParen
  }

  /** Whether an expression can begin here. */
  protected operandAt(howFar: number): boolean {
    return OPERAND_STARTS.has(this.LA(howFar).tokenType)
  }

  protected pathAhead(): boolean {
    const type = this.LA(1).tokenType
    return type === T.LeftBracket || type === T.Dot || (type === T.NameToken && this.means(1, 'expression', 'of'))
  }
}
