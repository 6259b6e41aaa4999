import type { IToken } from 'chevrotain'
import { finding } from '../../diagnostics/finding.ts'
import { nearest } from '../../diagnostics/suggest.ts'
import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { canonicalUnit } from '../../lex/unit-scan.ts'
import type { Span } from '../../source/span.ts'
import type { Cell, TypeExpr } from '../../syntax/declaration.ts'
import type { BetweenExpr, Expr, Ref } from '../../syntax/expression.ts'
import { UNIT_WORDS } from '../../value/unit.ts'
import { ConstructParser } from './construct-parser.ts'
import { gluedAt } from './glued-words.ts'
import { symbolOf } from './operator-parser.ts'

const UNIT_SPELLINGS = UNIT_WORDS.flatMap((word) => [word.zh, word.en])
const WITH_UNIT: ReadonlySet<TypeExpr['kind']> = new Set(['money', 'integer', 'number'])

/** Types and the cells of tables. */
export abstract class TypeParser extends ConstructParser {
  protected readonly typeForm = this.RULE('typeForm', (): TypeExpr => {
    this.ACTION(() => this.isType(1, T.NameToken) || this.isType(1, T.QuotedToken) || this.fail('type'))
    const kind = this.ACTION(() => this.typeAhead())
    const first = this.SUBRULE(this.ref)
    let decimals: number | undefined
    let unit: string | undefined
    let ref: Ref | undefined
    if (this.RECORDING_PHASE || kind === 'number') {
      this.OPTION({
        GATE: () => this.means(2, 'expression', 'places'),
        DEF: () => {
          const places = this.CONSUME(T.LiteralToken)
          this.CONSUME(T.NameToken)
          this.ACTION(() => {
            decimals = Number(literalOf(places)?.value)
          })
        },
      })
    }
    if (this.RECORDING_PHASE || WITH_UNIT.has(kind)) {
      this.OPTION2({
        GATE: () => this.isUnit(1),
        DEF: () => {
          unit = this.SUBRULE(this.unit)
        },
      })
    }
    if (this.RECORDING_PHASE || kind === 'list') ref = this.SUBRULE2(this.ref)
    return this.ACTION(() => {
      if (kind === 'named') ref = first
      const parts = {
        ...(unit === undefined ? {} : { unit }),
        ...(decimals === undefined ? {} : { decimals }),
        ...(ref ? { ref } : {}),
      }
      return { kind, ...parts, span: this.spanFrom(first.span.start) }
    })
  })

  private typeAhead(): TypeExpr['kind'] {
    const meaning = meaningsOf(this.LA(1)).find(({ role, id }) => role === 'expression' && id.startsWith('type_'))
    return (meaning?.id.slice('type_'.length) as TypeExpr['kind'] | undefined) ?? 'named'
  }

  private isUnit(howFar: number): boolean {
    const token = this.LA(howFar)
    return token.tokenType === T.NameToken && canonicalUnit(token.image) !== undefined
  }

  /** 元/人·年 in any spelling, as the tree holds it. */
  private readonly unit = this.RULE('unit', (): string | undefined => {
    const first = this.CONSUME(T.NameToken)
    this.MANY({
      GATE: () => this.unitGoesOn(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(T.Slash) },
          { ALT: () => this.CONSUME(T.MiddleDot) },
          { ALT: () => this.CONSUME(T.Times) },
          { ALT: () => this.CONSUME3(T.NameToken) },
        ])
        const open = this.OPTION(() => this.CONSUME(T.LeftParen))
        this.CONSUME2(T.NameToken)
        if (this.RECORDING_PHASE || open) {
          this.MANY2(() => {
            this.OR2([{ ALT: () => this.CONSUME2(T.MiddleDot) }, { ALT: () => this.CONSUME2(T.Times) }])
            this.CONSUME4(T.NameToken)
          })
          this.SUBRULE(this.closeParen)
        }
      },
    })
    return this.ACTION(() => canonicalUnit(this.source(this.spanFrom(this.startOf(first)))))
  })

  private unitGoesOn(): boolean {
    const joiner = this.LA(1)
    const word = joiner.image === 'per' || joiner.image === '每'
    const sign = [T.Slash, T.MiddleDot, T.Times].includes(joiner.tokenType)
    return (word || sign) && (this.isUnit(2) || (this.isType(2, T.LeftParen) && this.isUnit(3)))
  }

  protected readonly cells = this.RULE('cells', (): readonly Cell[] => {
    const cells: Cell[] = []
    const first = this.SUBRULE(this.cell)
    this.ACTION(() => cells.push(first))
    this.MANY(() => {
      this.CONSUME(T.Comma)
      const next = this.SUBRULE2(this.cell)
      this.ACTION(() => cells.push(next))
    })
    return cells
  })

  private readonly cell = this.RULE('cell', (): Cell => {
    const start = this.ACTION(() => this.startOf(this.LA(1)))
    const form = this.ACTION(() => this.cellForm())
    return this.OR<Cell>({
      DEF: [
        { GATE: () => form === 'any', ALT: () => this.anyCell(this.CONSUME(T.NameToken)) },
        { GATE: () => form === 'between', ALT: () => this.SUBRULE(this.betweenCell) },
        { GATE: () => form === 'compare', ALT: () => this.SUBRULE(this.compareCell) },
        { GATE: () => this.operandAt(1), ALT: () => this.SUBRULE(this.valueCell, { ARGS: [start] }) },
        { ALT: () => this.ACTION(() => this.fail('cell')) },
      ],
      IGNORE_AMBIGUITIES: true,
    })
  })

  private cellForm(): Cell['kind'] {
    const token = this.LA(1)
    if (token.tokenType === T.Compare) return 'compare'
    const ends = this.isEnd(2) || [T.Comma, T.Colon, T.End].includes(this.LA(2).tokenType)
    if (this.means(1, 'expression', 'cell_any') && (ends || this.isType(2, T.NameToken))) return 'any'
    if (ends) return 'oneOf'
    if (this.means(1, 'expression', 'between')) return 'between'
    return meaningsOf(token).some(({ role }) => role === 'compare') ? 'compare' : 'oneOf'
  }

  private compareId(token: IToken): string {
    return token.tokenType === T.Compare ? symbolOf(token) : meaningsOf(token).find(({ role }) => role === 'compare')!.id
  }

  private anyCell(token: IToken): Cell {
    return this.ACTION(() => ({ kind: 'any', span: this.spanOf(token) }))
  }

  private readonly compareCell = this.RULE('compareCell', (): Cell => {
    const token = this.OR([{ ALT: () => this.CONSUME(T.Compare) }, { ALT: () => this.CONSUME(T.NameToken) }])
    const value = this.SUBRULE(this.expression, { ARGS: ['sum'] })
    return this.ACTION(() => ({ kind: 'compare', word: this.compareId(token), value, span: this.spanFrom(this.startOf(token)) }))
  })

  private readonly betweenCell = this.RULE('betweenCell', (): Cell => {
    const word = this.CONSUME(T.NameToken)
    const low = this.SUBRULE(this.expression, { ARGS: ['sum'] })
    this.ACTION(() => this.means(1, 'expression', 'to') || this.fail('range'))
    this.CONSUME2(T.NameToken)
    const high = this.SUBRULE2(this.expression, { ARGS: ['sum'] })
    const open = this.ACTION(() => this.openAhead())
    if (this.RECORDING_PHASE || open) this.OPTION(() => this.CONSUME3(T.NameToken))
    return this.ACTION(() => ({ kind: 'between', low, high, open: open ?? 'none', span: this.spanFrom(this.startOf(word)) }))
  })

  private openAhead(): BetweenExpr['open'] | undefined {
    if (this.means(1, 'expression', 'low_open')) return 'low'
    if (this.means(1, 'expression', 'high_open')) return 'high'
    return this.means(1, 'expression', 'both_open') ? 'both' : undefined
  }

  /** 甲 或 乙, or 3700 元 以上. */
  private readonly valueCell = this.RULE('valueCell', (start: number): Cell => {
    const values: Expr[] = []
    const first = this.SUBRULE(this.expression, { ARGS: ['sum'] })
    this.ACTION(() => values.push(first))
    const word = this.OPTION({
      GATE: () =>
        this.means(1, 'compare', 'or_more') || this.means(1, 'compare', 'or_less') || this.means(1, 'compare', 'within'),
      DEF: () => this.CONSUME(T.NameToken),
    })
    this.MANY(() => {
      this.CONSUME(T.RESERVED_TOKENS.or)
      const next = this.SUBRULE2(this.expression, { ARGS: ['sum'] })
      this.ACTION(() => values.push(next))
    })
    return this.ACTION((): Cell => {
      const span = this.spanFrom(start)
      return word ? { kind: 'compare', word: this.compareId(word), value: first, span } : { kind: 'oneOf', values, span }
    })
  })

  protected notNumber(span: Span): void {
    this.remark(finding('L106', span, { found: this.source(span) }))
  }

  /** A word directly behind a bare figure that is no unit: says so with the nearest units. False when it is not that case. */
  protected unknownUnit(): boolean {
    const figure = this.LA(0) === undefined ? undefined : literalOf(this.LA(0))
    const token = this.LA(1)
    if (
      figure?.kind !== 'number' ||
      figure.unit !== undefined ||
      !this.isType(1, T.NameToken) ||
      token.payload !== undefined ||
      this.startsLine(1) ||
      gluedAt((howFar) => this.LA(howFar)) !== undefined
    )
      return false
    const span = this.spanOf(token)
    const fixes = nearest(token.image, UNIT_SPELLINGS).map((unit) => ({
      word: 'unit',
      args: { unit },
      edits: [{ span, text: unit }],
    }))
    this.complain('L109', span, { found: token.image }, { fixes })
    return true
  }
}
