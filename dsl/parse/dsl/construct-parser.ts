import { meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { Span } from '../../source/span.ts'
import type { EmptyShare, Expr, QuantifierExpr, Ref, RoundExpr } from '../../syntax/expression.ts'
import { ExpressionParser } from './expression-parser.ts'
import { gluedEmpty, gluedMembers } from './glued-words.ts'

type Quantifier = QuantifierExpr['quantifier']
const EMPTY: Readonly<Record<string, EmptyShare>> = { empty_met: 'met', empty_unmet: 'unmet', empty_undetermined: 'undetermined' }

/** 若, 每个 存在 没有, 按, and the functions that take more than values. */
export abstract class ConstructParser extends ExpressionParser {
  protected readonly construct = this.RULE('construct', (): Expr => {
    const type = this.ACTION(() => this.LA(1).tokenType)
    const id = this.ACTION(() => this.functionAhead())
    return this.OR<Expr>({
      DEF: [
        { GATE: () => type === T.RESERVED_TOKENS.if, ALT: () => this.SUBRULE(this.conditional) },
        { GATE: () => type !== T.NameToken, ALT: () => this.SUBRULE(this.quantifier) },
        { GATE: () => id === 'count' || id === 'sum' || id === 'share', ALT: () => this.SUBRULE(this.aggregate) },
        { GATE: () => id === 'larger' || id === 'smaller', ALT: () => this.SUBRULE(this.extreme) },
        { GATE: () => id?.startsWith('round_') === true, ALT: () => this.SUBRULE(this.rounding) },
        { ALT: () => this.SUBRULE(this.choice) },
      ],
      IGNORE_AMBIGUITIES: true,
    })
  })

  private functionAhead(): string | undefined {
    if (!this.isType(2, T.LeftParen)) return undefined
    return meaningsOf(this.LA(1)).find(
      ({ role, id }) => role === 'expression' && /^(count|sum|share|larger|smaller|round_(?!to)\w+)$/.test(id),
    )?.id
  }

  private readonly conditional = this.RULE('conditional', (): Expr => {
    const first = this.CONSUME(T.RESERVED_TOKENS.if)
    const condition = this.SUBRULE(this.expression, { ARGS: ['full'] })
    this.ACTION(() => this.isType(1, T.RESERVED_TOKENS.then) || this.fail('then'))
    this.CONSUME(T.RESERVED_TOKENS.then)
    const then = this.SUBRULE2(this.expression, { ARGS: ['full'] })
    let otherwise: Expr | undefined
    this.OPTION(() => {
      this.CONSUME(T.RESERVED_TOKENS.else)
      otherwise = this.SUBRULE3(this.expression, { ARGS: ['full'] })
    })
    return this.ACTION(() => ({
      kind: 'if',
      condition,
      then,
      ...(otherwise ? { otherwise } : {}),
      span: this.spanFrom(this.startOf(first)),
    }))
  })

  private readonly quantifier = this.RULE('quantifier', (): Expr => {
    const word = this.OR([
      { ALT: () => this.CONSUME(T.RESERVED_TOKENS.every) },
      { ALT: () => this.CONSUME(T.RESERVED_TOKENS.some) },
      { ALT: () => this.CONSUME(T.RESERVED_TOKENS.none) },
    ])
    const domain = this.SUBRULE(this.operand)
    const filter = this.SUBRULE(this.filter, { ARGS: [true] })
    let body: Expr | undefined
    this.OPTION(() => {
      this.CONSUME(T.RESERVED_TOKENS.satisfies)
      body = this.SUBRULE(this.expression, { ARGS: ['unchained'] })
    })
    return this.ACTION((): Expr => {
      const quantifier: Quantifier =
        word.tokenType === T.RESERVED_TOKENS.every ? 'every' : word.tokenType === T.RESERVED_TOKENS.some ? 'some' : 'none'
      if (quantifier === 'every' && !body) this.fail('satisfies')
      const span = this.spanFrom(this.startOf(word))
      return { kind: 'quantifier', quantifier, domain, ...(filter ? { filter } : {}), ...(body ? { body } : {}), span }
    })
  })

  /** 当 and a condition, or nothing. Within brackets the condition may use 且 and 或. */
  private readonly filter = this.RULE('filter', (tight: boolean): Expr | undefined => {
    let filter: Expr | undefined
    this.OPTION({
      GATE: () => this.means(1, 'expression', 'when'),
      DEF: () => {
        this.CONSUME(T.NameToken)
        filter = this.SUBRULE(this.expression, { ARGS: [tight ? 'unchained' : 'full'] })
      },
    })
    return filter
  })

  private readonly aggregate = this.RULE('aggregate', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    const id = this.ACTION(() => meaningsOf(word).find((meaning) => meaning.role === 'expression')!.id)
    this.CONSUME(T.LeftParen)
    const start = this.ACTION(() => this.LA(1))
    const domain = this.SUBRULE(this.expression, { ARGS: ['full'] })
    const filter = this.SUBRULE(this.filter, { ARGS: [false] })
    let value: Expr | undefined
    let empty: EmptyShare | undefined
    if (this.RECORDING_PHASE || id === 'sum') {
      this.ACTION(() => this.isType(1, T.Colon) || this.fail('colon'))
      this.CONSUME(T.Colon)
      value = this.SUBRULE2(this.expression, { ARGS: ['full'] })
    }
    if (this.RECORDING_PHASE || id === 'share') {
      this.OPTION(() => {
        this.CONSUME(T.RESERVED_TOKENS.satisfies)
        value = this.SUBRULE3(this.expression, { ARGS: ['full'] })
      })
      this.ACTION(() => (this.isType(1, T.End) || this.isType(1, T.Comma)) && this.cutAt(gluedEmpty(this.LA(2))))
      empty = this.SUBRULE(this.emptyShare)
    }
    this.SUBRULE(this.closeParen)
    return this.ACTION((): Expr => {
      const span = this.spanFrom(this.startOf(word))
      const where = filter ? { filter } : {}
      if (id === 'count') return { kind: 'count', domain, ...where, span }
      if (id === 'sum') return { kind: 'sum', domain, ...where, value: value!, span }
      const rest = { ...(empty ? { empty } : {}), span }
      if (value) return { kind: 'share', domain, ...where, part: value, ...rest }
      if (!filter && domain.kind === 'arithmetic' && domain.op === '/')
        return { kind: 'share', part: domain.left, whole: domain.right, ...rest }
      const cut = domain.kind === 'name' && !domain.ref.quoted && !filter ? gluedMembers(start) : undefined
      if (cut) this.cutWord(cut)
      else this.complain('P122', span)
      return { kind: 'error', span }
    })
  })

  /** ；分母为零 视为 待定, or nothing. */
  private readonly emptyShare = this.RULE('emptyShare', (): EmptyShare | undefined => {
    let empty: EmptyShare | undefined
    this.OPTION({
      GATE: () => this.means(2, 'expression', 'empty') && this.means(3, 'expression', 'empty_as'),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(T.End) }, { ALT: () => this.CONSUME(T.Comma) }])
        this.CONSUME(T.NameToken)
        this.CONSUME2(T.NameToken)
        this.ACTION(
          () =>
            Object.keys(EMPTY).some((id) => this.means(1, 'expression', id)) ||
            this.wrongWord(['达到', '未达', '待定'], ['met', 'unmet', 'undetermined']),
        )
        const word = this.CONSUME3(T.NameToken)
        this.ACTION(() => {
          empty = EMPTY[meaningsOf(word).find((meaning) => meaning.id in EMPTY)!.id]
        })
      },
    })
    return empty
  })

  /** The word ahead is none of those that may stand here. */
  protected wrongWord(zh: readonly string[], en: readonly string[]): never {
    if (!this.isType(1, T.NameToken)) return this.fail('word')
    const choices = /[A-Za-z]/.test(this.LA(1).image) ? en : zh
    this.complain('P119', this.spanOf(this.LA(1)), { found: this.LA(1).image, choices })
    return this.fail()
  }

  private readonly extreme = this.RULE('extreme', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    const items: Expr[] = []
    this.CONSUME(T.LeftParen)
    this.SUBRULE(this.list, { ARGS: [items] })
    this.SUBRULE(this.closeParen)
    return this.ACTION((): Expr => {
      const which = meaningsOf(word).some((meaning) => meaning.id === 'larger') ? 'larger' : 'smaller'
      return { kind: 'extreme', which, items, span: this.spanFrom(this.startOf(word)) }
    })
  })

  private readonly rounding = this.RULE('rounding', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    this.CONSUME(T.LeftParen)
    const value = this.SUBRULE(this.expression, { ARGS: ['full'] })
    this.ACTION(() => this.isType(1, T.Comma) || this.fail('range'))
    this.CONSUME(T.Comma)
    this.OPTION({ GATE: () => this.means(1, 'expression', 'round_to'), DEF: () => this.CONSUME2(T.NameToken) })
    const to = this.SUBRULE2(this.expression, { ARGS: ['full'] })
    this.SUBRULE(this.closeParen)
    return this.ACTION((): Expr => {
      const id = meaningsOf(word).find((meaning) => meaning.id.startsWith('round_'))!.id
      return {
        kind: 'round',
        mode: id.slice('round_'.length) as RoundExpr['mode'],
        value,
        to,
        span: this.spanFrom(this.startOf(word)),
      }
    })
  })

  /** 按 R { 甲：式；乙：式 }. */
  private readonly choice = this.RULE('choice', (): Expr => {
    const word = this.CONSUME(T.NameToken)
    const reading = this.SUBRULE(this.ref)
    const arms: { choice: Ref; value: Expr }[] = []
    const open = this.OPTION(() => this.CONSUME(T.LeftBrace))
    this.ACTION(() => open ?? this.insert('P105', '{'))
    this.MANY({
      GATE: () => this.isName(1) && this.isType(2, T.Colon),
      DEF: () => {
        const option = this.SUBRULE2(this.ref)
        this.CONSUME(T.Colon)
        const value = this.SUBRULE(this.expression, { ARGS: ['full'] })
        this.ACTION(() => arms.push({ choice: option, value }))
        this.OPTION2({ GATE: () => this.isType(2, T.RightBrace) || !this.closedBy(2), DEF: () => this.CONSUME(T.End) })
        this.ACTION(() => {
          if (this.LA(0).tokenType !== T.End && this.isType(2, T.Colon) && this.isName(1)) this.insert('P102', '；')
        })
      },
    })
    const close = this.OPTION3(() => this.CONSUME(T.RightBrace))
    this.ACTION(() => close ?? this.missingBraceOrFail(open ? this.spanOf(open) : undefined))
    return this.ACTION(() => ({ kind: 'reading', reading, arms, span: this.spanFrom(this.startOf(word)) }))
  })

  /** Says that a mark is missing behind the last word read, with the fix that puts it there. */
  protected insert(code: 'P102' | 'P104' | 'P105', mark: string): void {
    this.complain(code, this.here(), { mark }, { fixes: [{ word: 'insert', edits: [{ span: this.here(), text: mark }] }] })
  }

  /** Says that a ｝ is missing behind the last word read. */
  protected missingBrace(open: Span | undefined): void {
    const labels = open ? [{ span: open, word: 'open' }] : []
    this.complain('P103', this.here(), {}, { labels, fixes: [{ word: 'insert', edits: [{ span: this.here(), text: ' }' }] }] })
  }

  /** The same inside a declaration, which is given up when what follows cannot stand behind a ｝. */
  protected missingBraceOrFail(open: Span | undefined): void {
    const over = [T.End, T.RightBrace, T.RightParen].includes(this.LA(1).tokenType)
    if (!over && !this.isEnd(1) && !this.startsLine(1)) this.fail('end')
    this.missingBrace(open)
  }
}
