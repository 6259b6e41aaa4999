import type { IToken, ParserMethod } from 'chevrotain'
import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { joinSpans, type Span } from '../../source/span.ts'
import type { Expr, Ref } from '../../syntax/expression.ts'
import { parseFractionWord } from '../../value/number-words.ts'
import { toFractionText } from '../../value/rational.ts'
import { MAX_HEIGHT, unquoted } from './base-parser.ts'
import { foldExpression, type Part } from './fold-expression.ts'
import { type Awaited, type Level, OperatorParser } from './operator-parser.ts'

type OperandForm =
  | 'literal'
  | 'year'
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
const CONSTANTS = new Set(['true', 'false', 'nothing'])

/** Operands and paths. */
export abstract class ExpressionParser extends OperatorParser {
  /** Constructs that begin with a word of their own; see ConstructParser. */
  protected abstract readonly construct: ParserMethod<[], Expr>

  readonly expression = this.RULE('expression', (level: Level = 'full'): Expr => {
    const parts: Part[] = []
    const awaited: Awaited = { to: 0, open: false, postfix: false }
    this.SUBRULE(this.prefixes, { ARGS: [parts] })
    const first = this.SUBRULE(this.operand)
    this.ACTION(() => parts.push({ kind: 'operand', expr: first, height: this.lastHeight }))
    this.MANY({
      GATE: () => this.infixAhead(level, awaited),
      DEF: () => {
        const operator = this.SUBRULE(this.operator, { ARGS: [awaited] })
        this.ACTION(() => parts.push(operator))
        if (this.RECORDING_PHASE || !(operator.kind === 'postfix' || operator.kind === 'open' || operator.kind === 'in')) {
          this.SUBRULE2(this.prefixes, { ARGS: [parts] })
          const next = this.SUBRULE2(this.operand)
          this.ACTION(() => parts.push({ kind: 'operand', expr: next, height: this.lastHeight }))
        }
      },
    })
    return this.ACTION(() => {
      const folded = foldExpression(
        parts,
        (diagnostic) => this.misread(diagnostic),
        (span) => this.source(span),
      )
      this.lastHeight = folded.height
      this.grew()
      return folded.expr
    })
  })

  private readonly prefixes = this.RULE('prefixes', (parts: Part[]) => {
    this.MANY(() => {
      const token = this.OR([{ ALT: () => this.CONSUME(T.RESERVED_TOKENS.not) }, { ALT: () => this.CONSUME(T.Minus) }])
      this.ACTION(() => {
        parts.push({ kind: token.tokenType === T.Minus ? 'minus' : 'not', span: this.spanOf(token) })
        if (parts.length > MAX_HEIGHT && parts.slice(-MAX_HEIGHT).every((part) => part.kind === 'not' || part.kind === 'minus'))
          this.tooDeep()
      })
    })
  })

  /** What the gates of `operandForms` ask; read before anything else is. */
  private ahead: OperandForm = 'none'
  // Made once: an operand is the most frequent thing there is.
  private readonly operandForms = {
    DEF: [
      { GATE: () => this.ahead === 'literal', ALT: () => this.literal(this.CONSUME(T.LiteralToken)) },
      { GATE: () => this.ahead === 'name', ALT: () => this.named(this.SUBRULE(this.ref)) },
      { GATE: () => this.ahead === 'group', ALT: () => this.SUBRULE(this.group) },
      { GATE: () => this.ahead === 'call', ALT: () => this.SUBRULE(this.call) },
      { GATE: () => this.ahead === 'text', ALT: () => this.textOf(this.CONSUME(T.TextToken)) },
      { GATE: () => this.ahead === 'year', ALT: () => this.SUBRULE(this.yearWord) },
      { GATE: () => this.ahead === 'constant', ALT: () => this.constant(this.CONSUME(T.NameToken)) },
      { GATE: () => this.ahead === 'prefix' || this.ahead === 'meets', ALT: () => this.SUBRULE(this.prefixed) },
      { GATE: () => this.ahead !== 'none', ALT: () => this.SUBRULE(this.construct) },
      { ALT: () => this.ACTION(() => this.fail('expr')) },
    ],
    IGNORE_AMBIGUITIES: true,
  }

  /** A value with the 的 and 〔 〕 behind it. */
  readonly operand = this.RULE('operand', (): Expr => {
    const outer = this.ACTION(() => this.enter())
    const form = this.ACTION(() => this.operandForm())
    this.ahead = form
    let expr = this.OR<Expr>(this.operandForms)
    let steps = 0
    this.ACTION(() => this.settle(form === 'group' ? 0 : 1))
    this.MANY({
      GATE: () => this.pathAhead(),
      DEF: () => {
        const of = expr
        expr = this.OR2<Expr>([
          { ALT: () => this.SUBRULE(this.period, { ARGS: [of] }) },
          { ALT: () => this.SUBRULE(this.member, { ARGS: [of] }) },
        ])
        this.ACTION(() => {
          steps++
          if (steps > MAX_HEIGHT) this.tooDeep()
        })
      },
    })
    this.ACTION(() => this.leave(outer, steps))
    return expr
  })

  private operandForm(): OperandForm {
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

  private plainForm(): OperandForm {
    return this.isType(2, T.LeftParen) ? 'call' : 'name'
  }

  /** What a contextual keyword means where a value stands: it is a name unless what follows makes it the keyword. */
  private wordForm(token: IToken): OperandForm {
    for (const { role, id } of meaningsOf(token)) {
      if (role !== 'expression') continue
      if (CONSTANTS.has(id) && !this.isType(2, T.LeftParen)) return 'constant'
      if (FUNCTIONS.has(id) && this.isType(2, T.LeftParen)) return 'function'
      if (PREFIXES.has(id) && this.operandAhead(2)) return 'prefix'
      if (id === 'meets' && this.operandAhead(2)) return 'meets'
      if (id === 'by' && this.readingAhead()) return 'reading'
      if (id === 'year_position' && this.plainYear(2)) return 'year'
    }
    return this.plainForm()
  }

  protected readingAhead(): boolean {
    const named = this.isType(2, T.NameToken) || this.isType(2, T.QuotedToken)
    const arm = (this.isType(3, T.NameToken) || this.isType(3, T.QuotedToken)) && this.isType(4, T.Colon)
    return named && (this.isType(3, T.LeftBrace) || arm)
  }

  protected plainYear(howFar: number): boolean {
    const literal = literalOf(this.LA(howFar))
    return (
      literal?.kind === 'number' && literal.unit === undefined && literal.form === 'plain' && /^[0-9]{4}$/.test(literal.figure)
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

  private pathAhead(): boolean {
    const type = this.LA(1).tokenType
    return type === T.LeftBracket || type === T.Dot || (type === T.NameToken && this.means(1, 'expression', 'of'))
  }

  readonly ref = this.RULE('ref', (): Ref => {
    this.ACTION(() => this.isType(1, T.NameToken) || this.isType(1, T.QuotedToken) || this.fail('ref'))
    const token = this.OR([{ ALT: () => this.CONSUME(T.NameToken) }, { ALT: () => this.CONSUME(T.QuotedToken) }])
    return this.ACTION(() => this.refOf(token))
  })

  private readonly member = this.RULE('member', (of: Expr): Expr => {
    this.OR([{ ALT: () => this.CONSUME(T.Dot) }, { ALT: () => this.CONSUME(T.NameToken) }])
    const member = this.SUBRULE(this.ref)
    return this.ACTION(() => ({ kind: 'path', of, member, span: joinSpans(of.span, member.span) }))
  })

  private readonly period = this.RULE('period', (of: Expr): Expr => {
    this.CONSUME(T.LeftBracket)
    const year = this.SUBRULE(this.expression, { ARGS: ['full'] })
    const close = this.OPTION(() => this.CONSUME(T.RightBracket))
    this.ACTION(() => close ?? this.missingClose('〕', 'close_bracket'))
    return this.ACTION(() => ({ kind: 'period', of, year, span: this.spanFrom(of.span.start) }))
  })

  private readonly group = this.RULE('group', (): Expr => {
    this.CONSUME(T.LeftParen)
    const expr = this.SUBRULE(this.expression, { ARGS: ['full'] })
    this.SUBRULE(this.closeParen)
    return expr
  })

  private readonly call = this.RULE('call', (): Expr => {
    const callee = this.SUBRULE(this.ref)
    const args: Expr[] = []
    this.CONSUME(T.LeftParen)
    this.OPTION({ GATE: () => !this.isType(1, T.RightParen), DEF: () => this.SUBRULE(this.list, { ARGS: [args] }) })
    this.SUBRULE(this.closeParen)
    return this.ACTION(() => ({ kind: 'call', callee, args, span: this.spanFrom(callee.span.start) }))
  })

  private readonly prefixed = this.RULE('prefixed', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    const operand = this.SUBRULE(this.operand)
    return this.ACTION((): Expr => {
      const span = this.spanFrom(this.startOf(word))
      const ids = meaningsOf(word).map((meaning) => meaning.id)
      if (ids.includes('meets')) {
        if (operand.kind !== 'name') this.fail('ref')
        return { kind: 'meets', standard: (operand as Expr & { kind: 'name' }).ref, span }
      }
      if (ids.includes('has')) return { kind: 'has', operand, span }
      return { kind: 'status', status: ids.includes('known') ? 'known' : 'unknown', operand, span }
    })
  })

  private readonly yearWord = this.RULE('yearWord', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    const year = this.CONSUME(T.LiteralToken)
    return this.ACTION(() => ({
      kind: 'year',
      value: Number(literalOf(year)!.figure),
      span: joinSpans(this.spanOf(word), this.spanOf(year)),
    }))
  })

  private named(ref: Ref): Expr {
    return this.ACTION((): Expr => {
      const fraction = ref.quoted || !/分之|半|^[a-z_]+$/.test(ref.text) ? undefined : parseFractionWord(ref.text)
      if (fraction) return { kind: 'number', value: toFractionText(fraction), form: 'fraction', span: ref.span }
      return { kind: 'name', ref, span: ref.span }
    })
  }

  private textOf(token: IToken): Expr {
    return this.ACTION(() => ({ kind: 'text', value: unquoted(token), span: this.spanOf(token) }))
  }

  private constant(token: IToken): Expr {
    return this.ACTION((): Expr => {
      const span = this.spanOf(token)
      const id = meaningsOf(token).find((meaning) => meaning.role === 'expression' && CONSTANTS.has(meaning.id))!.id
      return id === 'nothing' ? { kind: 'nothing', span } : { kind: 'boolean', value: id === 'true', span }
    })
  }

  protected literal(token: IToken): Expr {
    return this.ACTION((): Expr => {
      const literal = literalOf(token)!
      const span = this.spanOf(token)
      if (literal.problem) return { kind: 'error', span }
      switch (literal.kind) {
        case 'number': {
          const unit = literal.unit === undefined ? {} : { unit: literal.unit }
          return { kind: 'number', value: literal.value!, form: literal.form!, ...unit, span }
        }
        case 'date':
          return { kind: 'date', value: literal.value!, span }
        case 'year':
          return { kind: 'year', value: literal.year!, span }
        case 'duration':
          return { kind: 'duration', amount: Number(literal.value), unit: literal.duration!, span }
        case 'code':
          this.notNumber(span)
          return { kind: 'error', span }
        default: {
          const never: never = literal.kind
          return never
        }
      }
    })
  }

  protected abstract notNumber(span: Span): void
}

const OPERAND_STARTS: ReadonlySet<unknown> = new Set([
  ...[T.NameToken, T.QuotedToken, T.LiteralToken, T.TextToken, T.LeftParen, T.Minus],
  ...(['not', 'if', 'every', 'some', 'none'] as const).map((id) => T.RESERVED_TOKENS[id]),
])
const OPERATOR_IDS = new Set(['between', 'in', 'not_in', 'of', 'to'])
