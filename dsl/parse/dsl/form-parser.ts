import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { Cite, FormName, Forms, Quoted } from '../../syntax/declaration.ts'
import type { Expr, Ref } from '../../syntax/expression.ts'
import { declSpec } from '../../syntax/table.ts'
import { unquoted } from './base-parser.ts'
import { anyClause } from './block-words.ts'
import { NameParser } from './name-parser.ts'

type WordTable = Readonly<Record<string, readonly [string, string]>>

const NO_WORDS: WordTable = {}
const GOES_ON = () => false
/** A bound of these alone leaves the other end open: 范围 0. */
const FIGURES: ReadonlySet<Expr['kind']> = new Set(['number', 'negate', 'arithmetic', 'year'])
const FULL: { ARGS: ['full'] } = { ARGS: ['full'] }
/** Every form, the empty one last. */
const RECORDED: readonly FormName[] = [
  ...(['expr', 'cites', 'ref', 'text', 'type', 'moment', 'code', 'number', 'word', 'refs', 'exprs', 'cells'] as const),
  ...(['range', 'combine', 'options', 'flag'] as const),
]

/** What a clause, a value or a body holds: one rule per form of the node table. */
export abstract class FormParser extends NameParser {
  /** Any form by its name. `words` are the choices of a `word`; `stop` says whether the ， ahead ends a list because a clause follows. */
  readonly form = this.RULE(
    'form',
    (name: FormName, words: WordTable = NO_WORDS, stop: () => boolean = GOES_ON): Forms[FormName] => {
      if (this.RECORDING_PHASE) return this.anyForm()
      return this.formOf(name, words, stop)
    },
  )

  /** All the forms, as the grammar's analysis wants to see them. */
  private anyForm(): Forms[FormName] {
    const alternatives = RECORDED.map((name) => ({ ALT: () => this.formOf(name, NO_WORDS, GOES_ON) }))
    return this.OR<Forms[FormName]>({ DEF: alternatives, IGNORE_AMBIGUITIES: true })
  }

  /** The alternative a form's name picks. Asking Chevrotain would try the gates one by one. */
  private formOf(name: FormName, words: WordTable, stop: () => boolean): Forms[FormName] {
    switch (name) {
      case 'expr':
        return this.SUBRULE(this.expression, FULL)
      case 'cites':
        return this.SUBRULE(this.cites)
      case 'ref':
        return this.SUBRULE(this.ref)
      case 'text':
        return this.SUBRULE(this.quotation)
      case 'type':
        return this.SUBRULE(this.typeForm)
      case 'moment':
        return this.SUBRULE(this.moment)
      case 'code':
        return this.SUBRULE(this.code)
      case 'number':
        return this.SUBRULE(this.number)
      case 'word':
        return this.SUBRULE(this.choiceWord, { ARGS: [words] })
      case 'refs':
        return this.SUBRULE(this.refs)
      case 'exprs':
        return this.SUBRULE(this.exprs, { ARGS: [stop] })
      case 'cells':
        return this.SUBRULE(this.cells)
      case 'range':
        return this.SUBRULE(this.range)
      case 'combine':
        return this.SUBRULE(this.combine)
      case 'options':
        return this.SUBRULE(this.options)
      case 'flag':
        return true
      default:
        return name satisfies never
    }
  }

  protected readonly quotation = this.RULE('quotation', (): Quoted => {
    this.ACTION(() => this.isType(1, T.QuotedToken) || this.isType(1, T.TextToken) || this.fail('text'))
    const token = this.OR([{ ALT: () => this.CONSUME(T.QuotedToken) }, { ALT: () => this.CONSUME(T.TextToken) }])
    return this.ACTION(() => ({ text: unquoted(token), span: this.spanOf(token) }))
  })

  /** Digits kept as text; a quoted text may stand for them. */
  private readonly code = this.RULE('code', (): Quoted => {
    this.ACTION(
      () => this.isType(1, T.LiteralToken) || this.isType(1, T.QuotedToken) || this.isType(1, T.TextToken) || this.fail('code'),
    )
    const token = this.OR([
      { ALT: () => this.CONSUME(T.LiteralToken) },
      { ALT: () => this.CONSUME(T.TextToken) },
      { ALT: () => this.CONSUME(T.QuotedToken) },
    ])
    return this.ACTION(() => {
      const literal = literalOf(token)
      if (!literal) return { text: unquoted(token), span: this.spanOf(token) }
      if (literal.figureEnd !== literal.end)
        this.complain(
          'P101',
          this.spanOf(token),
          { found: token.image },
          { labels: [{ span: this.spanOf(token), word: 'code' }] },
        )
      return { text: literal.figure, span: this.spanOf(token) }
    })
  })

  /** A whole number; 项 or 方 behind it is a noise word. */
  private readonly number = this.RULE('number', (): Forms['number'] => {
    this.ACTION(() => this.whole() || this.fail('number'))
    this.ACTION(() => this.partBehind() && this.cuts.push({ token: this.LA(1), at: [] }))
    const token = this.CONSUME(T.LiteralToken)
    this.OPTION({ GATE: () => this.partiesBehind(), DEF: () => this.CONSUME(T.NameToken) })
    return this.ACTION(() => ({ value: Number(literalOf(token)?.value), span: this.spanOf(token) }))
  })

  /** Whether the 项 of `共 6 项` is the keyword of the first part instead, its ｛ being lost: a name of its own follows. */
  private partBehind(): boolean {
    const figure = this.LA(1)
    const next = this.LA(2)
    if (!figure.image.endsWith(declSpec('part').zh)) return false
    if (this.isType(2, T.QuotedToken)) return true
    return next.tokenType === T.NameToken && (this.isType(3, T.Slash) || meaningsOf(next).length === 0)
  }

  /** The 方 of `共 5 方`, unless it is the keyword of the first one, its ｛ being lost. */
  private partiesBehind(): boolean {
    return (
      this.word(1) === declSpec('party').zh &&
      (!this.isName(2) || this.word(2) === this.word(1) || anyClause(this.word(2)) !== undefined)
    )
  }

  private whole(): boolean {
    const literal = literalOf(this.LA(1))
    return literal?.kind === 'number' && /^[0-9]{1,15}$/.test(literal.value!)
  }

  private readonly choiceWord = this.RULE('choiceWord', (words: WordTable): Forms['word'] => {
    const id = this.ACTION(() => {
      const word = this.word(1)
      const entry = Object.entries(words).find(([, [zh, en]]) => word !== '' && (word === zh || word === en))
      const all = Object.values(words)
      return (
        entry?.[0] ??
        this.wrongWord(
          all.map((pair) => pair[0]),
          all.map((pair) => pair[1]),
        )
      )
    })
    const token = this.CONSUME(T.NameToken)
    return this.ACTION(() => ({ id, span: this.spanOf(token) }))
  })

  private readonly refs = this.RULE('refs', (): readonly Ref[] => {
    const refs: Ref[] = []
    const first = this.SUBRULE(this.ref)
    this.ACTION(() => refs.push(first))
    this.MANY(() => {
      this.CONSUME(T.ListComma)
      const next = this.SUBRULE2(this.ref)
      this.ACTION(() => refs.push(next))
    })
    return refs
  })

  private readonly cites = this.RULE('cites', (): readonly Cite[] => {
    const cites: Cite[] = []
    const first = this.SUBRULE(this.cite)
    this.ACTION(() => cites.push(first))
    this.MANY(() => {
      this.CONSUME(T.ListComma)
      const next = this.SUBRULE2(this.cite)
      this.ACTION(() => cites.push(next))
    })
    return cites
  })

  /** 「四（1）」 or 河南办法「四（1）」. */
  private readonly cite = this.RULE('cite', (): Cite => {
    let source: Ref | undefined
    this.OPTION({
      GATE: () => (this.isType(2, T.QuotedToken) || this.isType(2, T.TextToken)) && !this.bodyFollows(),
      DEF: () => {
        source = this.SUBRULE(this.ref)
      },
    })
    this.ACTION(() => this.isType(1, T.QuotedToken) || this.isType(1, T.TextToken) || this.fail('cite'))
    const article = this.SUBRULE(this.quotation)
    return this.ACTION(() => ({
      ...(source ? { source } : {}),
      article: article.text,
      span: source ? { ...article.span, start: source.span.start } : article.span,
    }))
  })

  /** 依据「一」「先退先奖」；: the second 「…」 is a body that lacks its ：, not the article of a source 「一」. */
  private bodyFollows(): boolean {
    return this.textBody && this.isType(1, T.QuotedToken) && (this.isType(3, T.End) || this.isType(3, T.RightBrace))
  }

  private readonly moment = this.RULE('moment', (): Forms['moment'] => {
    this.ACTION(() => this.momentAhead() || this.fail('moment'))
    const word = this.OPTION(() => this.CONSUME(T.NameToken))
    const token = this.CONSUME(T.LiteralToken)
    return this.ACTION(() => {
      const literal = literalOf(token)!
      const span = word ? { ...this.spanOf(token), start: this.startOf(word) } : this.spanOf(token)
      const date = literal.kind === 'date'
      return { kind: date ? 'date' : 'year', value: date ? (literal.value ?? '') : literal.figure, span }
    })
  })

  private momentAhead(): boolean {
    if (this.means(1, 'expression', 'year_position')) return this.plainYear(2)
    const kind = literalOf(this.LA(1))?.kind
    return kind === 'date' || kind === 'year' || this.plainYear(1)
  }

  private readonly exprs = this.RULE('exprs', (stop: () => boolean): readonly Expr[] => {
    const list: Expr[] = []
    const first = this.SUBRULE(this.expression, { ARGS: ['full'] })
    this.ACTION(() => list.push(first))
    this.MANY({
      GATE: () => this.isType(1, T.ListComma) || !stop(),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.ListComma) }])
        const next = this.SUBRULE2(this.expression, { ARGS: ['full'] })
        this.ACTION(() => list.push(next))
      },
    })
    return list
  })

  /** `0 至 10000000`, `自 0`, `0 至`; `10月1日 至 10月14日`, and `10月12日` alone for that one day. */
  private readonly range = this.RULE('range', (): Forms['range'] => {
    const start = this.ACTION(() => {
      if (!this.boundAhead(1) && !this.openRange()) this.fail('range')
      return this.startOf(this.LA(1))
    })
    let low: Expr | undefined
    let high: Expr | undefined
    const upTo = this.ACTION(() => this.means(1, 'expression', 'to'))
    const opened = this.OPTION({ GATE: () => !this.boundAhead(1), DEF: () => this.CONSUME(T.NameToken) })
    let ended = false
    this.OPTION2({
      GATE: () => this.boundAhead(1),
      DEF: () => {
        const bound = this.SUBRULE(this.expression, { ARGS: ['sum'] })
        if (upTo) high = bound
        else low = bound
      },
    })
    this.OPTION3({
      GATE: () => !upTo && this.means(1, 'expression', 'to'),
      DEF: () => {
        this.CONSUME2(T.NameToken)
        ended = true
        this.OPTION4({
          GATE: () => this.boundAhead(1),
          DEF: () => {
            high = this.SUBRULE2(this.expression, { ARGS: ['sum'] })
          },
        })
      },
    })
    return this.ACTION(() => {
      const span = this.spanFrom(start)
      if (low && !opened && !ended && !FIGURES.has(low.kind)) return { low, high: low, single: true, span }
      return { ...(low ? { low } : {}), ...(high ? { high } : {}), span }
    })
  })

  private openRange(): boolean {
    return ['自', 'from', '至', 'to'].includes(this.word(1)) && this.boundAhead(2)
  }

  protected boundAhead(howFar: number): boolean {
    const type = this.LA(howFar).tokenType
    if (type !== T.NameToken) return type === T.LiteralToken || type === T.Minus || type === T.LeftParen
    return this.positionAhead(howFar) || (this.means(howFar, 'expression', 'by') && this.readingAhead(howFar))
  }

  private readonly combine = this.RULE('combine', (): Forms['combine'] => {
    const mode = this.ACTION(() => this.combineAhead() ?? this.fail('combine'))
    const word = this.CONSUME(T.NameToken)
    let n = 0
    if (this.RECORDING_PHASE || mode === 'at_least') {
      n = this.SUBRULE(this.number).value
    }
    return this.ACTION(() => {
      const span = this.spanFrom(this.startOf(word))
      return mode === 'at_least' ? { mode, n, span } : { mode, span }
    })
  })
}
