import { keywordsOf } from '../../lex/keywords.ts'
import * as T from '../../lex/tokens.ts'
import type { DeclKind } from '../../syntax/table.ts'
import { CLAUSES, type ClauseName, declSpec } from '../../syntax/table.ts'
import { type BlockWords, blockWords, clausesOf } from './block-words.ts'
import type { Draft } from './draft.ts'
import { FormParser } from './form-parser.ts'

/** 按 with a block of arms. */
const BY_READING: ReadonlySet<DeclKind> = new Set(['by_reading', 'by_reading_steps', 'by_reading_acts'])
const OPERATOR_ROLES = new Set(['compare', 'lead'])
/** Kinds that are nothing but clauses, and whose keywords are everyday words: 公示, 抽查, 休. */
const PLAIN_WORDS: ReadonlySet<DeclKind> = new Set<DeclKind>([
  ...(['rest', 'work', 'counting', 'posting', 'announcement', 'vote', 'signatures', 'sample'] as const),
  ...(['on_objection', 'on_refusal', 'on_fail'] as const),
])

/** Where declarations begin and end when something is missing: the look-ahead behind every recovery. */
export abstract class ItemStartParser extends FormParser {
  /** Opening and closing mark of each declaration's block. */
  protected braces = new Map<Draft, { open: number; close: number }>()

  /** How far ahead the keyword stands: behind flags such as 原则上. */
  protected keywordAt(howFar: number): number {
    let at = howFar
    while (this.isFlag(at)) at++
    return at
  }

  protected isFlag(howFar: number): boolean {
    const word = this.word(howFar)
    return word !== '' && (word === CLAUSES.in_principle.zh || word === CLAUSES.in_principle.en)
  }

  /** The kind that begins `howFar` ahead in a block, if it is one of that block's. */
  protected kindAt(howFar: number, words: BlockWords): DeclKind | undefined {
    return words.kinds.get(this.word(this.keywordAt(howFar)))
  }

  /** Whether what follows the keyword looks like its declaration, so that the word is no mere name in an expression. */
  protected plausible(howFar: number, kind: DeclKind, strict = false): boolean {
    const next = this.keywordAt(howFar) + 1
    const token = this.LA(next)
    const spec = declSpec(kind)
    // 按 R { 甲：… } is an expression, 按 R { 取 甲 … } a declaration.
    if (BY_READING.has(kind) && this.isType(next + 1, T.LeftBrace) && this.kindAt(next + 2, blockWords(kind)) === undefined)
      return false
    if (spec.name || spec.value === 'ref' || spec.value === 'refs') {
      if (token.tokenType === T.QuotedToken) return true
      if (token.tokenType !== T.NameToken) return false
      const operator = keywordsOf(token.image).some(({ role }) => OPERATOR_ROLES.has(role))
      return !operator || this.isType(next + 1, T.Slash) || this.isType(next + 1, T.Colon)
    }
    if (spec.value === 'text') return token.tokenType === T.QuotedToken || token.tokenType === T.TextToken
    if (spec.value === 'code') return token.tokenType === T.LiteralToken
    if (spec.value === 'word') return token.tokenType === T.NameToken
    if (kind === 'window' || kind === 'due') return this.boundAhead(next)
    return !PLAIN_WORDS.has(kind) || (strict ? this.sureClauseAt(next, kind) : this.bareAt(next, kind))
  }

  /** Whether a clause of the kind stands here, or its block or end. */
  private bareAt(howFar: number, kind: DeclKind): boolean {
    const type = this.LA(howFar).tokenType
    if (type === T.End || type === T.RightBrace || this.isEnd(howFar)) return true
    return clausesOf(kind).has(this.word(howFar)) || (type === T.LeftBrace && declSpec(kind).block !== undefined)
  }

  /** Whether a word stands here that can only be a clause of the kind, and no operator behind a name. */
  private sureClauseAt(howFar: number, kind: DeclKind): boolean {
    const token = this.LA(howFar)
    if (!clausesOf(kind).has(this.word(howFar))) return false
    return !keywordsOf(token.image).some(({ role }) => OPERATOR_ROLES.has(role) || role === 'expression')
  }

  /** Whether a declaration of an open block begins here, or of `own`, the block of the declaration being read. */
  protected itemAt(howFar: number, own?: DeclKind, strict = false): boolean {
    if (this.word(howFar) === '') return false
    const inner = own === undefined ? [] : [blockWords(own)]
    for (const words of [...inner, ...this.blocks]) {
      const kind = this.kindAt(howFar, words)
      if (kind && this.plausible(howFar, kind, strict)) return true
    }
    return false
  }

  /** Whether the 按 ahead, which this block may hold, holds what only the 按 of an outer block may: its own ｝ is lost. */
  protected outerReading(kind: DeclKind): boolean {
    if (!BY_READING.has(kind) || this.holdsArmsOf(kind)) return false
    return this.blocks.slice(0, -1).some((outer) => {
      const other = this.kindAt(1, outer)
      return other !== undefined && BY_READING.has(other) && this.holdsArmsOf(other)
    })
  }

  /** Whether the 按 R { 取 甲 { … ahead begins with what the arms of this kind hold. */
  private holdsArmsOf(kind: DeclKind): boolean {
    const [arm] = declSpec(kind).block as readonly [DeclKind]
    return this.isType(3, T.LeftBrace) && this.isType(6, T.LeftBrace) && this.kindAt(7, blockWords(arm)) !== undefined
  }

  /** Whether a child of this kind is no neighbour although the block outside may hold its like: a step's ｛ is lost before 时段. */
  protected surelyChild(decl: Draft, kind: DeclKind, outer: DeclKind): boolean {
    if (decl.kind !== 'step' && decl.kind !== 'phase') return false
    if (BY_READING.has(kind)) return this.holdsArmsOf(kind) && !this.holdsArmsOf(outer)
    return kind === 'window' || kind === 'due'
  }

  /** Whether the 按 ahead is an expression, which begins no declaration. */
  protected readingExpression(): boolean {
    return this.means(1, 'expression', 'by') && this.isType(3, T.LeftBrace) && this.isType(5, T.Colon)
  }

  protected closedBy(howFar: number): boolean {
    return this.isEnd(howFar) || this.itemAt(howFar, undefined, true)
  }

  protected optionsOver(): boolean {
    return this.isEnd(1) || (this.startsLine(1) && this.itemAt(1))
  }

  /** Which clause of a kind begins `howFar` ahead. */
  protected clauseAt(howFar: number, clauses: ReadonlyMap<string, ClauseName>, combines: boolean): ClauseName | undefined {
    const word = this.word(howFar)
    if (word === '') return undefined
    if (combines && this.combineAhead(howFar)) return 'combine'
    return clauses.get(word)
  }

  /**
   * How many tokens to skip so that the next one ends the broken declaration (；, the block's ｝) or begins another. The ｛ of the block
   * of `own` is kept. Brackets opened since `start`, the declaration's beginning, are closed first.
   */
  protected skipLength(own?: DeclKind, start = Number.POSITIVE_INFINITY): number {
    let { braces, parens } = this.openSince(start)
    for (let k = 1; ; k++) {
      const type = this.LA(k).tokenType
      if (this.isEnd(k)) return k - 1
      if (braces > 0) {
        if (type === T.LeftBrace) braces++
        else if (type === T.RightBrace && --braces === 0 && !this.isType(k + 1, T.End)) {
          if (this.isEnd(k + 1) || this.isType(k + 1, T.RightBrace) || this.itemAt(k + 1)) return k
        } else if (this.startsLine(k) && this.outerItem(k)) return k - 1
        continue
      }
      if (type === T.RightBrace) return k - 1
      if (type === T.LeftBrace) {
        if (own !== undefined && (this.isType(k + 1, T.RightBrace) || this.kindAt(k + 1, blockWords(own)) !== undefined))
          return k - 1
        braces++
      } else if (type === T.LeftParen) parens++
      else if (type === T.RightParen) parens = Math.max(0, parens - 1)
      else if (type === T.End) {
        if (
          (parens === 0 && !this.closesLater(k + 1)) ||
          this.isType(k + 1, T.RightBrace) ||
          this.isEnd(k + 1) ||
          this.itemAt(k + 1)
        )
          return k - 1
      } else if ((k > 1 || this.startOf(this.LA(k)) > start) && this.startsLine(k) && this.itemAt(k)) return k - 1
    }
  }

  /** How many braces and brackets opened behind `start` are still open. */
  private openSince(start: number): { braces: number; parens: number } {
    const open = { braces: 0, parens: 0 }
    const closed = { braces: 0, parens: 0 }
    for (let k = 0; ; k--) {
      const token = this.LA(k)
      if (Number.isNaN(token.startOffset) || this.startOf(token) < start) return open
      const type = token.tokenType
      const which = type === T.LeftBrace || type === T.RightBrace ? 'braces' : 'parens'
      if (type === T.RightBrace || type === T.RightParen) closed[which]++
      else if (type === T.LeftBrace || type === T.LeftParen) {
        if (closed[which] > 0) closed[which]--
        else open[which]++
      }
    }
  }

  /** A declaration with a block of its own, of the block that is open: no skipped ｛ can hold it. */
  private outerItem(howFar: number): boolean {
    const words = this.blocks.at(-1)!
    const kind = this.kindAt(howFar, words)
    if (kind === undefined || !declSpec(kind).block || declSpec(kind).blockOptional) return false
    return this.plausible(howFar, kind) && this.LA(howFar - 1).tokenType !== T.LeftBrace
  }
}
