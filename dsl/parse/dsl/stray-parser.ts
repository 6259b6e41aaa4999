import type { IToken, TokenType } from 'chevrotain'
import type { Edit } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/suggest.ts'
import { readWord } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import { type DeclKind, declSpec } from '../../syntax/table.ts'
import { anyKind, type BlockWords, blockWords, clausesOf } from './block-words.ts'
import type { Draft } from './draft.ts'
import { gluedDeclaration } from './glued-words.ts'
import { HeadParser } from './head-parser.ts'
import { keywordMeant, simplified } from './keyword-variants.ts'

/** What to do about tokens that begin no declaration: read one of this kind, go on in a block closed too early, or skip. */
export interface Plan {
  readonly kind?: DeclKind
  readonly into?: Draft[]
  readonly reopen?: Draft
  readonly skip?: number
}

/** What stands where a declaration should begin and begins none. */
export abstract class StrayParser extends HeadParser {
  protected strayPlan(words: BlockWords, into: Draft[]): Plan {
    const token = this.LA(1)
    if (this.isType(1, T.End)) return this.strayEnd(token)
    if (this.isType(1, T.RightBrace)) {
      const skip = this.runOf(T.RightBrace)
      const span = { ...this.spanOf(token), end: this.endOf(this.LA(skip)) }
      this.complain('P117', span, {}, { fixes: [{ word: 'remove', edits: [{ span, text: '' }] }] })
      return { skip }
    }
    const last = into.at(-1)
    const closed = last && this.braces.get(last)
    if (last && closed && this.kindAt(1, blockWords(last.kind)) !== undefined) {
      const span = { file: this.file, start: closed.close, end: closed.close + 1 }
      this.complain('P117', span, {}, { fixes: [{ word: 'remove', edits: [{ span, text: '' }] }] })
      return { reopen: last }
    }
    if (token.tokenType === T.NameToken) {
      const plan = this.strayWord(token, words, into)
      if (plan) return plan
    }
    this.complain(
      'P101',
      this.spanOf(token),
      { found: token.image },
      { labels: [{ span: this.spanOf(token), word: 'declaration' }] },
    )
    return { skip: Math.max(1, this.skipLength()) }
  }

  /** How many tokens of one type stand here in a row. */
  private runOf(type: TokenType): number {
    let count = 1
    while (this.isType(count + 1, type)) count++
    return count
  }

  private strayEnd(token: IToken): Plan {
    // An extra ； is harmless, but two in a row may hide a lost line.
    this.complain(
      'P101',
      this.spanOf(token),
      { found: token.image },
      { labels: [{ span: this.spanOf(token), word: 'declaration' }] },
    )
    return { skip: this.runOf(T.End) }
  }

  /** Reads the clause words behind a keyword in simplified characters, and gives the edits that write them so: who writes 標準 writes 適用於. */
  private simplifyClauses(keyword: number, kind: DeclKind | undefined): readonly Edit[] {
    const edits: Edit[] = []
    const over = [T.Colon, T.LeftBrace, T.RightBrace, T.End]
    for (let k = keyword + 1; kind !== undefined && !this.isEnd(k) && !over.includes(this.LA(k).tokenType); k++) {
      const token = this.LA(k)
      const span = this.spanOf(token)
      const typed = this.source(span)
      const text = simplified(typed)
      if (text === typed || !clausesOf(kind).has(text)) continue
      edits.push({ span, text })
      // INVARIANT: one character stands for one, so that no offset moves.
      token.image = text
      readWord(token)
    }
    return edits
  }

  private strayWord(token: IToken, words: BlockWords, into: Draft[]): Plan | undefined {
    const at = this.keywordAt(1)
    const word = this.word(at)
    const span = this.spanOf(this.LA(at))
    const cut = gluedDeclaration(this.LA(at), words)
    if (cut) {
      this.cutWord(cut)
      return { skip: Math.max(1, this.skipLength()) }
    }
    const misplaced = anyKind(word)
    const owner = words.owner === undefined ? '' : declSpec(words.owner)[/[A-Za-z]/.test(token.image) ? 'en' : 'zh']
    const meant = keywordMeant(word, (keyword) => words.kinds.has(keyword))
    if (misplaced && meant === undefined && this.plausible(1, misplaced)) {
      this.complain('P116', span, { found: word, owner })
      this.forgiven = true
      return { kind: misplaced, into: [] }
    }
    const similar = this.isType(at + 1, T.Slash) || word === '' ? [] : nearest(word, words.kinds.keys())
    const near = meant === undefined ? similar : [meant]
    const close = near.filter((candidate) => candidate === meant || Math.abs(candidate.length - word.length) <= 1)
    const fixes = near.map((keyword) => ({
      word: 'keyword',
      args: { keyword },
      edits: [{ span, text: keyword }, ...this.simplifyClauses(at, words.kinds.get(keyword))],
    }))
    const kind = close[0] === undefined ? undefined : words.kinds.get(close[0])
    const known = [...words.kinds.keys()].filter((keyword) => /[A-Za-z]/.test(keyword) === /[A-Za-z]/.test(word))
    this.complain('P107', span, { found: this.LA(at).image, choices: known.slice(0, 4) }, { fixes })
    if (kind && this.plausible(1, kind)) {
      this.forgiven = true
      return { kind, into }
    }
    return { skip: Math.max(1, this.skipLength()) }
  }
}
