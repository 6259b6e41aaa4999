import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Fix, Label } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import { fold, hasLineEnd } from '../../lex/characters.ts'
import { meaningsOf, type Scan } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { Span } from '../../source/span.ts'
import type { Ref } from '../../syntax/expression.ts'
import { type BlockWords, FILE_WORDS, wordOf } from './block-words.ts'
import { figureGroup } from './figure-group.ts'
import { firstEndingAt } from './first-ending.ts'
import { type Cut, gluedAt } from './glued-words.ts'

/** What could stand where something else was found; the keys of P101's labels. */
export type Noun =
  | 'declaration'
  | 'name'
  | 'expr'
  | 'text'
  | 'code'
  | 'number'
  | 'word'
  | 'moment'
  | 'type'
  | 'cite'
  | 'ref'
  | 'cell'
  | 'range'
  | 'options'
  | 'combine'
  | 'colon'
  | 'end'
  | 'block'
  | 'close_paren'
  | 'close_bracket'
  | 'open_paren'
  | 'then'
  | 'satisfies'
  | 'nothing_more'

/** Thrown where a declaration cannot be read on; the message has been given. Always caught in the declaration. */
export class Unreadable extends Error {}

/** Recursion deeper than this is refused; brackets were counted before. */
export const MAX_HEIGHT = 257

/** Where the source stands and what was found: the state that the grammar's actions share. */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected file = ''
  protected text = ''
  protected shift = 0
  protected found: Diagnostic[] = []
  /** Words that must be cut in two or more before the text is read again. */
  protected cuts: Cut[] = []
  /** The blocks that are open, the innermost last. */
  protected blocks: BlockWords[] = [FILE_WORDS]
  /** Whether the declaration being read has had its one message about its shape; `forgiven`: the one about to be read has, for its keyword was wrong. */
  protected complained = false
  protected forgiven = false
  /** Whether the body of the declaration being read is a text. */
  protected textBody = false
  private depth = 0
  /** The height of the operand read last, and of the highest tree read since `enter`. */
  protected lastHeight = 0
  private highest = 0
  private lexical: readonly Span[] = []
  private lastComplaint = -1

  constructor() {
    // One token: what words mean is decided by gates, and parts under a condition are recorded as if they were always there.
    super(T.VOCABULARY, { recoveryEnabled: false, maxLookahead: 1 })
  }

  /** Makes ready to read one text. */
  protected begin(scan: Scan, tokens: IToken[], text: string, file: string, shift: number): void {
    this.input = tokens
    this.file = file
    this.text = text
    this.shift = shift
    this.found = []
    this.cuts = []
    this.blocks = [FILE_WORDS]
    this.complained = false
    this.forgiven = false
    this.textBody = false
    this.lastComplaint = -1
    this.surface()
    this.lexical = scan.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').map((diagnostic) => diagnostic.span)
  }

  protected isType(howFar: number, type: TokenType): boolean {
    return this.LA(howFar).tokenType === type
  }

  /** Whether a name as it is referred to stands ahead. */
  protected isName(howFar: number): boolean {
    const type = this.LA(howFar).tokenType
    return type === T.NameToken || type === T.QuotedToken
  }

  protected isEnd(howFar: number): boolean {
    return Number.isNaN(this.LA(howFar).startOffset)
  }

  /** The word of the token ahead as the keyword tables spell it; '' when it is no word that could be a name. */
  protected word(howFar: number): string {
    const token = this.LA(howFar)
    return token.tokenType === T.NameToken ? wordOf(token) : ''
  }

  /** Whether the word ahead may mean this. */
  protected means(howFar: number, role: 'expression' | 'compare' | 'lead', id: string): boolean {
    return meaningsOf(this.LA(howFar)).some((meaning) => meaning.role === role && meaning.id === id)
  }

  /** Whether a ） without its （ stands before the next ；: what looks like an end is inside brackets. */
  protected closesLater(howFar: number): boolean {
    let open = 0
    for (let k = howFar; !this.isEnd(k); k++) {
      const type = this.LA(k).tokenType
      if (type === T.End || type === T.LeftBrace || type === T.RightBrace) return false
      if (type === T.LeftParen) open++
      else if (type === T.RightParen && open-- === 0) return true
    }
    return false
  }

  protected startOf(token: IToken): number {
    return (Number.isNaN(token.startOffset) ? this.text.length : token.startOffset) + this.shift
  }

  protected endOf(token: IToken): number {
    return this.startOf(token) + (Number.isNaN(token.startOffset) ? 0 : token.image.length)
  }

  protected spanOf(token: IToken): Span {
    return { file: this.file, start: this.startOf(token), end: this.endOf(token) }
  }

  /** From a token up to the last one read. */
  protected spanFrom(start: number): Span {
    return { file: this.file, start, end: Math.max(start, this.lastEnd()) }
  }

  /** Where the last token read ends; the start of the text when none was. */
  protected lastEnd(): number {
    const last = this.LA(0)
    return last === undefined || Number.isNaN(last.startOffset) ? this.shift : this.endOf(last)
  }

  protected here(): Span {
    const end = this.lastEnd()
    return { file: this.file, start: end, end }
  }

  protected source(span: Span): string {
    return this.text.slice(span.start - this.shift, span.end - this.shift)
  }

  protected startsLine(howFar: number): boolean {
    const before = this.LA(howFar - 1)
    const start = this.LA(howFar).startOffset
    if (before === undefined || Number.isNaN(before.startOffset) || Number.isNaN(start)) return true
    return hasLineEnd(this.text.slice(before.startOffset + before.image.length, start))
  }

  protected refOf(token: IToken): Ref {
    if (token.tokenType !== T.QuotedToken) return { text: wordOf(token), span: this.spanOf(token) }
    return { text: unquoted(token), quoted: true, span: this.spanOf(token) }
  }

  /** Says something about meaning or writing that leaves the structure whole; never suppressed. */
  protected remark(diagnostic: Diagnostic): void {
    this.found.push(diagnostic)
  }

  /** Takes what folding found. A comparison without its second half breaks the structure; the rest only its meaning. */
  protected misread(diagnostic: Diagnostic): void {
    const { code, span, args, fixes = [] } = diagnostic
    if (code === 'P120' && this.groupAhead()) this.fail('end')
    if (code === 'P120') this.complain(code, span, args, { fixes })
    else this.remark(diagnostic)
  }

  /** Says what breaks the structure: once per declaration, once per token, and never where the characters themselves were already wrong. */
  protected complain(
    code: DiagnosticCode,
    span: Span,
    args: DiagnosticArgs = {},
    more: { readonly labels?: readonly Label[]; readonly fixes?: readonly Fix[] } = {},
  ): void {
    const at = this.startOf(this.LA(1))
    if (!this.complained && at !== this.lastComplaint && !this.brokenHere(at)) this.found.push(finding(code, span, args, more))
    this.complained = true
    this.lastComplaint = at
  }

  /** Nothing fits here: says what was found and what could stand here, and gives the declaration up. */
  protected fail(...nouns: readonly Noun[]): never {
    const token = this.LA(1)
    const cut = gluedAt((howFar) => this.LA(howFar))
    if (cut) this.cutWord(cut)
    else if (this.groupAhead()) this.wrongGroup()
    else if (this.isEnd(1)) this.complain('P123', this.here(), {}, { labels: this.labels(nouns, this.here()) })
    else this.complain('P101', this.spanOf(token), { found: token.image }, { labels: this.labels(nouns, this.spanOf(token)) })
    throw new Unreadable()
  }

  /** Whether a comma ahead stands between two figures without any blank: 37,00. */
  protected groupAhead(): boolean {
    return figureGroup(this.LA(0), this.LA(1), this.LA(2)) !== undefined
  }

  /** Says that the figure is grouped wrongly, with the fix that leaves its comma out. */
  private wrongGroup(): void {
    const { start, end } = figureGroup(this.LA(0), this.LA(1), this.LA(2))!
    const span = { file: this.file, start: start + this.shift, end: end + this.shift }
    const found = this.source(span)
    const digits = fold(found).replaceAll(',', '')
    this.complain('L106', span, { found }, { fixes: [{ word: 'join', args: { digits }, edits: [{ span, text: digits }] }] })
  }

  /** Back at no depth at all: a declaration begins. */
  protected surface(): void {
    this.depth = 0
    this.highest = 0
  }

  /** Goes one level down; what it returns must be given to `leave`. */
  protected enter(): number {
    if (++this.depth > MAX_HEIGHT) this.tooDeep()
    const outer = this.highest
    this.highest = 0
    return outer
  }

  /** What was read within has become one tree, so many levels above the highest part. */
  protected settle(above: number): void {
    this.highest += above
  }

  /** Comes back up with a tree of so many levels above the highest one read within. */
  protected leave(outer: number, above: number): void {
    this.depth--
    this.lastHeight = this.highest + above
    this.grew(outer)
  }

  /** A tree of the height in `lastHeight` stands beside others of height `beside`. */
  protected grew(beside: number = this.highest): void {
    if (this.lastHeight > MAX_HEIGHT) this.tooDeep()
    this.highest = Math.max(beside, this.lastHeight)
  }

  protected tooDeep(): never {
    this.complain('L111', this.spanOf(this.LA(1)), { most: MAX_HEIGHT - 1 })
    throw new Unreadable()
  }

  /** Takes back what was only said because the structure was misread. */
  protected takeBack(code: DiagnosticCode, since: number): void {
    const kept = this.found.splice(since).filter((one) => one.code !== code)
    for (const one of kept) this.found.push(one)
  }

  private labels(nouns: readonly Noun[], span: Span): readonly Label[] {
    return nouns.slice(0, 4).map((word) => ({ span, word }))
  }

  /** Words written together: offers the blanks, and has the text read again with the word cut there. */
  protected cutWord(cut: Cut): void {
    const { token, at } = cut
    const start = this.startOf(token)
    const edits = at.map((offset) => ({ span: { file: this.file, start: start + offset, end: start + offset }, text: ' ' }))
    const split = [0, ...at].map((from, i) => token.image.slice(from, at[i]))
    this.cuts.push(cut)
    this.complain('P115', this.spanOf(token), { found: token.image, split }, { fixes: [{ word: 'spaces', edits }] })
  }

  /** Gives the declaration up to be read again with the word cut. */
  protected cutAt(cut: Cut | undefined): void {
    if (!cut) return
    this.cutWord(cut)
    throw new Unreadable()
  }

  private brokenHere(at: number): boolean {
    const from = this.lastEnd()
    const next = this.lexical[firstEndingAt(this.lexical, from)]
    return next !== undefined && next.start <= at
  }
}

/** A quotation's text without its marks. */
export function unquoted(token: IToken): string {
  const closed = token.image.length > 1 && /[」】”“"＂]$/.test(token.image)
  return token.image.slice(1, closed ? -1 : undefined)
}
