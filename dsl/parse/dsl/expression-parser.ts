import type { IToken, ParserMethod } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import type { Literal } from '../../lex/literal.ts'
import * as T from '../../lex/tokens.ts'
import { joinSpans, type Span } from '../../source/span.ts'
import type { Expr, PositionExpr, Ref } from '../../syntax/expression.ts'
import { EXPRESSION_WORDS } from '../../syntax/expression-words.ts'
import { fromParts } from '../../value/date.ts'
import { parseFractionWord } from '../../value/number-words.ts'
import { toFractionText } from '../../value/rational.ts'
import { MAX_HEIGHT, unquoted } from './base-parser.ts'
import { foldExpression, type Part } from './fold-expression.ts'
import { CONSTANTS, type OperandForm, OperandStartParser } from './operand-start.ts'
import type { Awaited, Level } from './operator-parser.ts'

const HALF_MONTH = EXPRESSION_WORDS.duration_half_month
/** 2月29日 is a day of some years. */
const LEAP_YEAR = 2000

/** Operands and paths. */
export abstract class ExpressionParser extends OperandStartParser {
  /** Constructs that begin with a word of their own; see ConstructParser. */
  protected abstract readonly construct: ParserMethod<[], Expr>

  readonly expression = this.RULE('expression', (level: Level = 'full'): Expr => {
    const parts: Part[] = []
    const awaited: Awaited = { to: 0, open: false, postfix: false }
    // Each look ahead of Chevrotain's costs more than asking first whether there is anything to read.
    if (this.RECORDING_PHASE || this.signAhead()) this.SUBRULE(this.prefixes, { ARGS: [parts] })
    const first = this.SUBRULE(this.operand)
    this.ACTION(() => parts.push({ kind: 'operand', expr: first, height: this.lastHeight }))
    if (!this.RECORDING_PHASE && !this.infixAhead(level, awaited)) return this.folded(parts)
    this.MANY({
      GATE: () => this.infixAhead(level, awaited),
      DEF: () => {
        const operator = this.SUBRULE(this.operator, { ARGS: [awaited] })
        this.ACTION(() => parts.push(operator))
        if (this.RECORDING_PHASE || !(operator.kind === 'postfix' || operator.kind === 'open' || operator.kind === 'in')) {
          if (this.RECORDING_PHASE || this.signAhead()) this.SUBRULE2(this.prefixes, { ARGS: [parts] })
          const next = this.SUBRULE2(this.operand)
          this.ACTION(() => parts.push({ kind: 'operand', expr: next, height: this.lastHeight }))
        }
      },
    })
    return this.ACTION(() => this.folded(parts))
  })

  private readonly misreadPart = (diagnostic: Diagnostic) => this.misread(diagnostic)
  private readonly sourceOf = (span: Span) => this.source(span)

  private folded(parts: readonly Part[]): Expr {
    const { expr, height } = foldExpression(parts, this.misreadPart, this.sourceOf)
    this.lastHeight = height
    this.grew()
    return expr
  }

  private signAhead(): boolean {
    const type = this.LA(1).tokenType
    return type === T.RESERVED_TOKENS.not || type === T.Minus
  }

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

  // All the operands, as the grammar's analysis wants to see them.
  private readonly operandForms = (
    ['literal', 'name', 'group', 'call', 'text', 'year', 'position', 'constant', 'prefix', 'function'] as const
  ).map((form) => ({ ALT: () => this.operandOf(form) }))

  /** A value with the 的 and 〔 〕 behind it. */
  readonly operand = this.RULE('operand', (): Expr => {
    const outer = this.ACTION(() => this.enter())
    const form = this.ACTION(() => this.operandForm())
    let expr = this.RECORDING_PHASE ? this.OR<Expr>({ DEF: this.operandForms, IGNORE_AMBIGUITIES: true }) : this.operandOf(form)
    let steps = 0
    this.ACTION(() => this.settle(form === 'group' ? 0 : 1))
    if (!this.RECORDING_PHASE && !this.pathAhead()) {
      this.leave(outer, 0)
      return expr
    }
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

  private operandOf(form: OperandForm): Expr {
    switch (form) {
      case 'literal':
        return this.literal(this.CONSUME(T.LiteralToken))
      case 'name':
        return this.named(this.SUBRULE(this.ref))
      case 'group':
        return this.SUBRULE(this.group)
      case 'call':
        return this.SUBRULE(this.call)
      case 'text':
        return this.textOf(this.CONSUME(T.TextToken))
      case 'year':
        return this.SUBRULE(this.yearWord)
      case 'position':
        return this.SUBRULE(this.dayPosition)
      case 'constant':
        return this.constant(this.CONSUME(T.NameToken))
      case 'prefix':
      case 'meets':
        return this.SUBRULE(this.prefixed)
      case 'quantifier':
      case 'if':
      case 'reading':
      case 'function':
        return this.SUBRULE(this.construct)
      case 'none':
        return this.fail('expr')
      default:
        return form satisfies never
    }
  }

  readonly ref = this.RULE('ref', (): Ref => {
    this.ACTION(() => this.isType(1, T.NameToken) || this.isType(1, T.QuotedToken) || this.fail('ref'))
    if (!this.RECORDING_PHASE) return this.refOf(this.CONSUME(this.isType(1, T.NameToken) ? T.NameToken : T.QuotedToken))
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

  /** 次年1月10日, next_year Jan 10, Dec end. */
  private readonly dayPosition = this.RULE('dayPosition', (): Expr => {
    const start = this.ACTION(() => this.startOf(this.LA(1)))
    const year = this.ACTION(() => this.relativeYear(1))
    this.OPTION({ GATE: () => this.relativeYear(1) !== undefined, DEF: () => this.CONSUME(T.NameToken) })
    const month = this.ACTION(() => this.monthWord(1))
    this.OPTION2({ GATE: () => this.monthWord(1) !== undefined, DEF: () => this.CONSUME2(T.NameToken) })
    const day = this.OR([{ ALT: () => this.CONSUME(T.LiteralToken) }, { ALT: () => this.CONSUME3(T.NameToken) }])
    return this.ACTION((): Expr => {
      const literal = literalOf(day)
      const span = this.spanFrom(start)
      if (literal?.problem) return { kind: 'error', span }
      if (month === undefined) return { ...this.position(literal!, span), year: year ?? 0, stated: true }
      const which = literal === undefined ? 'end' : Number(literal.figure)
      if (which !== 'end' && fromParts(LEAP_YEAR, month, which) === undefined) {
        this.remark(finding('L107', span, { found: this.source(span) }))
        return { kind: 'error', span }
      }
      return { kind: 'position', year: year ?? 0, stated: year !== undefined, month, day: which, span }
    })
  })

  private position(literal: Literal, span: Span): PositionExpr {
    return { kind: 'position', year: 0, stated: false, month: literal.month!, day: literal.day!, span }
  }

  private named(ref: Ref): Expr {
    return this.ACTION((): Expr => {
      if (!ref.quoted && (ref.text === HALF_MONTH.zh || ref.text === HALF_MONTH.en))
        return { kind: 'duration', amount: 1, unit: 'half_month', span: ref.span }
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
        case 'position':
          return this.position(literal, span)
        case 'code':
          this.notNumber({ ...span, end: span.start + literal.figureEnd - token.startOffset })
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
