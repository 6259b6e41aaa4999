import type { IToken } from 'chevrotain'
import { fold } from '../../lex/characters.ts'
import * as T from '../../lex/tokens.ts'
import type { Forms, Name, Option } from '../../syntax/declaration.ts'
import { unquoted } from './base-parser.ts'
import { TypeParser } from './type-parser.ts'

const RESERVED: ReadonlySet<unknown> = new Set(Object.values(T.RESERVED_TOKENS))

/** The names that are declared: of declarations, of enumeration values and of a reading's alternatives. */
export abstract class NameParser extends TypeParser {
  /** { 含本数（默认）；不含本数 } */
  protected readonly options = this.RULE('options', (): readonly Option[] => {
    const options: Option[] = []
    const open = this.OPTION(() => this.CONSUME(T.LeftBrace))
    this.ACTION(() => {
      if (open) return
      if (!this.isType(1, T.NameToken) && !this.isType(1, T.QuotedToken)) this.fail('options')
      this.insert('P105', '{')
    })
    this.MANY({
      GATE: () => !this.isType(1, T.RightBrace) && !this.optionsOver(),
      DEF: () => {
        const name = this.SUBRULE(this.declaredName)
        const marked = this.OPTION2(() => this.SUBRULE(this.defaultMark))
        this.ACTION(() => name && options.push({ name, ...(marked ? { isDefault: true as const } : {}) }))
        this.ACTION(() => this.optionEndAhead() || this.optionsOver() || this.betweenOptions())
        this.OPTION3(() =>
          this.OR([
            { ALT: () => this.CONSUME(T.End) },
            { ALT: () => this.CONSUME(T.ListComma) },
            { ALT: () => this.CONSUME(T.Comma) },
          ]),
        )
      },
    })
    const close = this.OPTION4(() => this.CONSUME(T.RightBrace))
    this.ACTION(() => {
      if (!close) this.missingBraceOrFail(open ? this.spanOf(open) : undefined)
      else if (options.length === 0) this.complain('P114', this.spanOf(close))
    })
    return options
  })

  private optionEndAhead(): boolean {
    return [T.End, T.ListComma, T.Comma, T.RightBrace].includes(this.LA(1).tokenType)
  }

  private betweenOptions(): void {
    if (!this.nameAhead()) this.fail('end')
    this.insert('P102', '；')
  }

  /** Whether the block of options ended without its ｝: the file ends, or a line begins with a declaration. */
  protected abstract optionsOver(): boolean

  private readonly defaultMark = this.RULE('defaultMark', (): boolean => {
    this.CONSUME(T.LeftParen)
    this.ACTION(() => this.means(1, 'expression', 'default') || this.wrongWord(['默认'], ['default']))
    this.CONSUME(T.NameToken)
    this.SUBRULE(this.closeParen)
    return true
  })

  /** 中文名/ascii_id, 中文名, 「附件1」/annex_1 or ascii_id. A reserved word is reported and taken for the name it was meant to be. */
  protected readonly declaredName = this.RULE('declaredName', (): Name | undefined => {
    this.ACTION(() => this.nameAhead() || this.fail('name'))
    const first = this.OR<IToken>({
      DEF: [
        { ALT: () => this.CONSUME(T.NameToken) },
        { ALT: () => this.CONSUME(T.QuotedToken) },
        { ALT: () => this.CONSUME(T.AnyToken) },
      ],
      IGNORE_AMBIGUITIES: true,
    })
    let second: IToken | undefined
    this.OPTION(() => {
      this.CONSUME(T.Slash)
      this.ACTION(() => this.secondName(first) || this.fail('name'))
      second = this.OR2([{ ALT: () => this.CONSUME2(T.NameToken) }, { ALT: () => this.CONSUME2(T.QuotedToken) }])
    })
    return this.ACTION(() => this.nameOf(first, second))
  })

  /** Behind 中文名/ only an ASCII word, behind ascii_id/ only a Chinese name. */
  private secondName(first: IToken): boolean {
    const ascii = (token: IToken) => token.tokenType === T.NameToken && /^[A-Za-z_]/.test(fold(token.image))
    const name = this.isType(1, T.NameToken) || this.isType(1, T.QuotedToken)
    return name && ascii(this.LA(1)) !== ascii(first)
  }

  private partOfName(token: IToken): { readonly text: string; readonly ascii: boolean } {
    if (token.tokenType === T.QuotedToken) return { text: unquoted(token), ascii: false }
    const text = fold(token.image)
    return { text, ascii: /^[A-Za-z_]/.test(text) }
  }

  protected nameAhead(): boolean {
    const type = this.LA(1).tokenType
    return type === T.NameToken || type === T.QuotedToken || RESERVED.has(type)
  }

  private nameOf(first: IToken, second: IToken | undefined): Name {
    if (first.tokenType !== T.NameToken && first.tokenType !== T.QuotedToken) {
      const span = this.spanOf(first)
      this.complain(
        'P111',
        span,
        { found: first.image },
        { fixes: [{ word: 'quote', edits: [{ span, text: `「${first.image}」` }] }] },
      )
    }
    const span = this.spanFrom(this.startOf(first))
    const one = this.partOfName(first)
    if (!second) return one.ascii ? { id: one.text, span } : { zh: one.text, span }
    const other = this.partOfName(second)
    return one.ascii ? { id: one.text, zh: other.text, span } : { zh: one.text, id: other.text, span }
  }

  /** 全部, 任一 or 至少 N ahead. */
  protected combineAhead(howFar = 1): Forms['combine']['mode'] | undefined {
    if (this.means(howFar, 'expression', 'combine_all')) return 'all'
    if (this.means(howFar, 'expression', 'combine_any')) return 'any'
    return this.means(howFar, 'expression', 'combine_at_least') && this.isType(howFar + 1, T.LiteralToken)
      ? 'at_least'
      : undefined
  }
}
