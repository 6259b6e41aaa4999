import { finding } from '../../diagnostics/finding.ts'
import { literalOf, meaningsOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { FormName, Forms } from '../../syntax/declaration.ts'
import { type ClauseName, clauseSpec, declSpec } from '../../syntax/table.ts'
import { trailingDemand } from '../../syntax/trailing-demand.ts'
import { Unreadable } from './base-parser.ts'
import { dayAlone } from './day-alone.ts'
import { addClause, type Draft } from './draft.ts'
import { ItemStartParser } from './item-start.ts'

/** What the lines of procedures demand, and how their writing may mislead: days, lengths, conditions, names with figures. */
export abstract class DemandParser extends ItemStartParser {
  protected operatorAt(howFar: number): boolean {
    return meaningsOf(this.LA(howFar)).some(({ role }) => role === 'compare' || role === 'lead')
  }

  protected contentOf(decl: Draft, name: ClauseName, value: Forms[FormName]): Forms[FormName] {
    if (name === 'when') return this.conditionOf(decl, value as Forms['expr'])
    return name === 'starting' || name === 'until' ? this.dayOf(value) : value
  }

  /** Where a day is wanted, 12月 is none. */
  protected dayOf(value: Forms[FormName]): Forms[FormName] {
    return dayAlone(
      value,
      (one) => this.remark(one),
      (span) => this.source(span),
    )
  }

  /** 公示 10 天, 公示 至少 10 天: at least that long, or exactly? */
  protected lengthWithout(decl: Draft): void {
    const { clauses } = declSpec(decl.kind)
    if (!clauses.includes('at_least') || !clauses.includes('exactly') || decl.clauses.at_least || decl.clauses.exactly) return
    const compared = this.operatorAt(1) || this.means(1, 'expression', 'combine_at_least')
    const figure = this.LA(compared ? 2 : 1)
    if (literalOf(figure)?.kind !== 'duration') return
    const lang = /[A-Za-z]/.test(compared ? this.LA(1).image : this.source(decl.keywordSpan)) ? 'en' : 'zh'
    const words = [clauseSpec('at_least')[lang], clauseSpec('exactly')[lang]]
    const span = compared ? this.spanOf(this.LA(1)) : this.here()
    const fixes = words.map((word) => ({
      word: 'length',
      args: { word },
      edits: [{ span, text: compared ? word : ` ${word}` }],
    }))
    const found = this.source({ ...span, start: this.startOf(this.LA(1)), end: this.endOf(figure) })
    this.complain(
      'P125',
      { ...span, start: this.startOf(this.LA(1)), end: this.endOf(figure) },
      { found, choices: words },
      { fixes },
    )
    throw new Unreadable()
  }

  /** 附件1 without 「」, where a name stood. */
  protected figureInName(decl: Draft): void {
    const name = this.LA(0)
    const figure = this.LA(1)
    const literal = literalOf(figure)
    if (name.tokenType !== T.NameToken || literal === undefined || literal.end !== literal.figureEnd) return
    const at = this.lastEnd()
    if (at !== this.startOf(figure) || this.exprEndsAt(decl, at)) return
    const span = { ...this.spanOf(name), end: this.endOf(figure) }
    const found = this.source(span)
    this.complain('P126', span, { found }, { fixes: [{ word: 'quote', edits: [{ span, text: `「${found}」` }] }] })
    throw new Unreadable()
  }

  private exprEndsAt(decl: Draft, at: number): boolean {
    return [decl.value, decl.body, ...Object.values(decl.clauses)].some(
      (part) => typeof part === 'object' && 'kind' in part && 'span' in part && part.span.end === at,
    )
  }

  /** 公示 当 危房 不少于 10 天: said, and read as the line's demand that it looks like. In brackets it is a comparison. */
  private conditionOf(decl: Draft, when: Forms['expr']): Forms['expr'] {
    const found = this.LA(0).tokenType === T.RightParen ? undefined : trailingDemand(decl.kind, decl.clauses, when)
    if (found === undefined) return when
    const { wordSpan, right } = found.compare
    const word = this.source(wordSpan)
    const demand = clauseSpec(found.clause)[/[A-Za-z]/.test(word) ? 'en' : 'zh']
    const fixes = [{ word: 'comma', args: { demand }, edits: [{ span: wordSpan, text: `，${demand}` }] }]
    this.remark(finding('P124', wordSpan, { found: word, demand }, { fixes }))
    addClause(decl, found.clause, right)
    return found.rest
  }
}
