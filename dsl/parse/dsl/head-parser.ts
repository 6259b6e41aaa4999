import { type IToken, isRecognitionException } from 'chevrotain'
import { literalOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { FormName } from '../../syntax/declaration.ts'
import { type ClauseName, clauseSpec, type DeclSpec, declSpec } from '../../syntax/table.ts'
import { Unreadable } from './base-parser.ts'
import { anyClause, blockWords, clausesOf } from './block-words.ts'
import { DemandParser } from './demand-parser.ts'
import { addClause, type Draft } from './draft.ts'
import { gluedClause, gluedClauses, gluedName, gluedTail } from './glued-words.ts'

export const NO_SPEC: DeclSpec = declSpec('policy')

/** A declaration up to its block: flags, keyword, name or value, clauses, body. */
export abstract class HeadParser extends DemandParser {
  /** Passes on what is no sign of a text that cannot be read. */
  protected caught(error: unknown): void {
    if (error instanceof Unreadable) return
    if (!(error instanceof Error) || !isRecognitionException(error)) throw error
    const token = this.LA(1)
    if (this.isEnd(1)) this.complain('P123', this.here(), {}, { labels: [{ span: this.here(), word: 'expr' }] })
    else
      this.complain('P101', this.spanOf(token), { found: token.image }, { labels: [{ span: this.spanOf(token), word: 'expr' }] })
  }

  protected unknownUnitOr(otherwise: () => never): never {
    if (this.unknownUnit()) throw new Unreadable()
    return otherwise()
  }

  protected readonly head = this.RULE('head', (decl: Draft, spec: DeclSpec = NO_SPEC) => {
    if (this.RECORDING_PHASE || this.isFlag(1)) {
      this.MANY({
        GATE: () => this.isFlag(1),
        DEF: () => {
          this.CONSUME(T.NameToken)
          this.ACTION(() => this.flagged(decl, spec))
        },
      })
    }
    this.CONSUME2(T.NameToken)
    this.ACTION(() => {
      this.textBody = spec.body === 'text'
    })
    if (this.RECORDING_PHASE || spec.name) {
      this.OPTION({
        GATE: () => this.namePresent(decl),
        DEF: () => {
          const name = this.SUBRULE(this.declaredName)
          this.ACTION(() => {
            if (name) decl.name = name
          })
        },
      })
      this.ACTION(() => decl.name && this.isType(1, T.QuotedToken) && this.cutAt(gluedName(this.LA(0), decl.kind)))
      this.ACTION(() => decl.name ?? this.complain('P110', this.here(), { keyword: this.source(decl.keywordSpan) }))
    }
    if (this.RECORDING_PHASE || spec.value) {
      const value = this.SUBRULE(this.form, { ARGS: [spec.value ?? 'flag', spec.valueWords ?? {}] })
      this.ACTION(() => {
        decl.value = decl.kind === 'window' || decl.kind === 'due' ? this.dayOf(value) : value
      })
    }
    if (this.RECORDING_PHASE || spec.clauses.includes('summary')) {
      this.OPTION2({
        GATE: () => this.isType(1, T.QuotedToken) || this.isType(1, T.TextToken),
        DEF: () => {
          const summary = this.SUBRULE2(this.form, { ARGS: ['text'] })
          this.ACTION(() => addClause(decl, 'summary', summary))
        },
      })
    }
    if (this.RECORDING_PHASE || this.clauseAhead(decl) !== undefined) this.SUBRULE(this.clauses, { ARGS: [decl] })
    const plan = this.ACTION(() => this.bodyPlan(decl, spec))
    if (this.RECORDING_PHASE || plan === 'marked') {
      this.OR([{ ALT: () => this.CONSUME(T.Colon) }, { ALT: () => this.CONSUME(T.Compare) }])
    }
    if (this.RECORDING_PHASE || (plan !== 'none' && (!this.atEnd() || this.absentBody(decl)))) {
      const body = this.SUBRULE3(this.form, { ARGS: [spec.body ?? 'flag', {}, () => this.clauseAhead(decl) !== undefined] })
      this.ACTION(() => {
        decl.body = body
      })
      if (this.RECORDING_PHASE || this.clauseBehindBody(decl, spec)) this.SUBRULE2(this.clauses, { ARGS: [decl] })
    }
    this.ACTION(() => this.headOver(decl, spec))
  })

  /** Behind the ｝ of options a clause needs its ，: without it 说明 is the policy's own. */
  private clauseBehindBody(decl: Draft, spec: DeclSpec): boolean {
    if (spec.body === 'options' && !this.isType(1, T.Comma)) return false
    return this.clauseAhead(decl) !== undefined
  }

  private flagged(decl: Draft, spec: DeclSpec): void {
    const token = this.LA(0)
    if (spec.clauses.includes('in_principle')) addClause(decl, 'in_principle', true)
    else this.complain('P108', this.spanOf(token), { clause: token.image, keyword: this.word(this.keywordAt(1)) })
  }

  /** Whether the word ahead is the name, and not a clause whose declaration lacks its name (须 依据「四」：…). */
  private namePresent(decl: Draft): boolean {
    if (!this.nameAhead()) return false
    if (this.clauseAt(1, clausesOf(decl.kind), declSpec(decl.kind).clauses.includes('combine')) === undefined) return true
    const next = this.LA(2)
    const closes = [T.Slash, T.Colon, T.LeftBrace, T.End, T.RightBrace, T.Comma].includes(next.tokenType)
    return closes || this.clauseAt(2, clausesOf(decl.kind), true) !== undefined
  }

  private readonly clauses = this.RULE('clauses', (decl: Draft) => {
    this.MANY({
      GATE: () => this.clauseAhead(decl) !== undefined,
      DEF: () => {
        this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(T.ListComma) }]))
        if (this.RECORDING_PHASE)
          this.OR2([{ ALT: () => this.SUBRULE(this.clause) }, { ALT: () => this.SUBRULE(this.bareSummary) }])
        else if (this.isType(1, T.QuotedToken)) this.SUBRULE(this.bareSummary, { ARGS: [decl] })
        else this.SUBRULE(this.clause, { ARGS: [decl] })
      },
    })
  })

  /** 概要 without its word. */
  private readonly bareSummary = this.RULE('bareSummary', (decl: Draft) => {
    const summary = this.SUBRULE(this.quotation)
    this.ACTION(() => addClause(decl, 'summary', summary))
  })

  /** The clause that begins here or behind a ，: one of the kind's, or one of another kind that has no business here. */
  private clauseAhead(decl: Draft): ClauseName | undefined {
    const at = this.isType(1, T.Comma) || this.isType(1, T.ListComma) ? 2 : 1
    if (at === 1 && this.isType(1, T.QuotedToken) && this.summaryAhead(decl)) return 'summary'
    const own = this.clauseAt(at, clausesOf(decl.kind), declSpec(decl.kind).clauses.includes('combine'))
    // 原则上 may begin the next line's declaration.
    if (own) return own === 'in_principle' && this.itemAt(at) ? undefined : own
    const foreign = anyClause(this.word(at))
    if (foreign === undefined || this.itemAt(at, decl.kind) || (at === 1 && this.readingAhead())) return undefined
    // 输入 甲，移出 is a list of two.
    if (at === 2 && (clauseSpec(foreign).form === 'flag' || this.operatorAt(at + 1))) return undefined
    return this.formAhead(at + 1, clauseSpec(foreign).form) ? foreign : undefined
  }

  /** Whether the 「…」 ahead is the 概要 behind a flag: 文书 年度计划 外来「…」. */
  private summaryAhead(decl: Draft): boolean {
    if (!declSpec(decl.kind).clauses.includes('summary') || decl.clauses.summary !== undefined) return false
    const flag = clausesOf(decl.kind).get(this.word(0))
    return flag !== undefined && clauseSpec(flag).form === 'flag'
  }

  private formAhead(howFar: number, form: FormName): boolean {
    const type = this.LA(howFar).tokenType
    if (form === 'text') return type === T.QuotedToken || type === T.TextToken
    if (form === 'cites') return type === T.QuotedToken || this.isType(howFar + 1, T.QuotedToken)
    if (form === 'flag') return type !== T.Slash && type !== T.Colon
    if (form === 'number' || form === 'code' || form === 'moment' || form === 'range') return type === T.LiteralToken
    return type === T.NameToken || type === T.QuotedToken
  }

  private readonly clause = this.RULE('clause', (decl: Draft) => {
    const name = this.ACTION(() => this.clauseAhead(decl)!)
    const spec = this.RECORDING_PHASE ? clauseSpec('cite') : clauseSpec(name)
    const token = this.ACTION(() => this.LA(1))
    const allowed = this.ACTION(() => this.clauseAllowed(decl, name, token))
    if (this.RECORDING_PHASE || name !== 'combine') this.CONSUME(T.NameToken)
    const value = this.SUBRULE(this.form, { ARGS: [spec.form, spec.words ?? {}, () => this.clauseAhead(decl) !== undefined] })
    this.ACTION(() => {
      if (allowed) addClause(decl, name, this.contentOf(decl, name, value))
    })
  })

  private clauseAllowed(decl: Draft, name: ClauseName, token: IToken): boolean {
    const spec = declSpec(decl.kind)
    const args = { clause: token.image, keyword: this.source(decl.keywordSpan) }
    if (!spec.clauses.includes(name)) {
      const lang = /[A-Za-z]/.test(token.image) ? 'en' : 'zh'
      const choices = spec.clauses.map((clause) => clauseSpec(clause)[lang]).filter((word) => word !== '')
      this.complain('P108', this.spanOf(token), { ...args, choices })
      return false
    }
    if (decl.clauses[name] === undefined || clauseSpec(name).repeat) return true
    this.complain('P109', this.spanOf(token), args)
    return false
  }

  /** Whether a body follows: behind its ： (or the = of 取), or bare because the mark is missing, which is said. */
  private bodyPlan(decl: Draft, spec: DeclSpec): 'none' | 'marked' | 'bare' {
    if (!spec.body) return 'none'
    if (spec.body === 'options') {
      if (!this.isType(1, T.LeftBrace) && !this.isType(1, T.NameToken) && !this.isType(1, T.QuotedToken)) this.absentBody(decl)
      return this.complained ? 'none' : 'bare'
    }
    if (this.isType(1, T.Colon) || (spec.assigns && this.isType(1, T.Compare))) return 'marked'
    if (this.atEnd() || this.isType(1, T.LeftBrace) || this.itemAt(1, decl.kind)) {
      if (!spec.bodyOptional) this.absentBody(decl)
      return 'none'
    }
    if (!this.operandAt(1)) return 'none'
    if (spec.body === 'text' && !this.isType(1, T.QuotedToken) && !this.isType(1, T.TextToken)) return 'none'
    if (this.isType(2, T.Colon)) this.cutAt(gluedClause(this.LA(1), decl.kind, true))
    if (this.isType(2, T.QuotedToken)) this.cutAt(gluedClauses(this.LA(1), decl.kind))
    this.insert('P104', spec.assigns ? ' = ' : '：')
    return 'bare'
  }

  protected absentBody(decl: Draft): boolean {
    this.complain('P118', this.here(), { keyword: this.source(decl.keywordSpan) })
    if (declSpec(decl.kind).body === 'expr') decl.body = { kind: 'error', span: this.here() }
    return false
  }

  protected atEnd(): boolean {
    return this.isEnd(1) || this.isType(1, T.End) || this.isType(1, T.RightBrace)
  }

  /** The head must be followed by its block or its end; anything else does not belong here. */
  private headOver(decl: Draft, spec: DeclSpec): void {
    if (this.atEnd()) {
      if (spec.bodyOptional && spec.block && decl.body === undefined && decl.kind !== 'policy') this.absentBody(decl)
      return
    }
    if (spec.block && (this.ownBrace(decl) || this.childAhead(decl))) return
    if (this.itemAt(1)) return
    if (spec.body === 'options' && decl.body !== undefined) return
    this.cutAt(gluedClause(this.LA(this.isType(1, T.Comma) ? 2 : 1), decl.kind, false))
    if (!this.startsLine(1)) this.cutAt(gluedClauses(this.LA(1), decl.kind))
    if (this.isType(1, T.LiteralToken) || this.isType(1, T.QuotedToken))
      this.cutAt(gluedTail(this.LA(0), decl.kind, literalOf(this.LA(1))?.kind === 'position'))
    this.lengthWithout(decl)
    this.figureInName(decl)
    this.unknownUnitOr(() => this.fail(...(spec.block && decl.body === undefined ? (['block'] as const) : (['end'] as const))))
  }

  protected blockAhead(decl: Draft, spec: DeclSpec): boolean {
    if (!spec.block) return false
    return this.ownBrace(decl) || this.childAhead(decl)
  }

  /** Whether the ｛ ahead opens the block: behind a finished body only with a child in it. */
  protected ownBrace(decl: Draft): boolean {
    if (!this.isType(1, T.LeftBrace)) return false
    if (decl.body === undefined || declSpec(decl.kind).body !== 'expr') return true
    return this.isType(2, T.RightBrace) || this.kindAt(2, blockWords(decl.kind)) !== undefined
  }

  /** Whether a child begins here although no ｛ does. A 项 behind a finished 项 is its neighbour, not its child. */
  protected childAhead(decl: Draft): boolean {
    const kind = this.kindAt(1, blockWords(decl.kind))
    if (kind === undefined || !this.plausible(1, kind)) return false
    const outer = this.kindAt(1, this.blocks.at(-1)!)
    if (outer === undefined || (decl.body === undefined && decl.clauses.combine !== undefined)) return true
    return this.surelyChild(decl, kind, outer)
  }
}
