import type { IToken, TokenType } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { nearest } from '../../diagnostics/suggest.ts'
import type { Scan } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { FormName, Forms } from '../../syntax/declaration.ts'
import { type DeclKind, type DeclSpec, declSpec } from '../../syntax/table.ts'
import { anyKind, type BlockWords, blockWords, FILE_WORDS } from './block-words.ts'
import { type Draft, draft } from './draft.ts'
import { type Cut, gluedDeclaration } from './glued-words.ts'
import { HeadParser, NO_SPEC } from './head-parser.ts'

/** What one reading of a text gave. `cuts` are words that must be split before it is read again. */
export interface Reading {
  readonly declarations: readonly Draft[]
  readonly diagnostics: readonly Diagnostic[]
  readonly cuts: readonly Cut[]
  readonly braces: ReadonlyMap<Draft, { readonly open: number; readonly close: number }>
}

/** What to do about tokens that begin no declaration: read one of this kind, go on in a block closed too early, or skip. */
interface Plan {
  readonly kind?: DeclKind
  readonly into?: Draft[]
  readonly reopen?: Draft
  readonly skip?: number
}

/**
 * The one rule for declarations, driven by the node table: keyword, name or value, clauses, body, clauses, block, end. Chevrotain's own recovery is off:
 * every word is a Name to it, so its follow sets say nothing. Missing marks are productions of their own here, and the rest is skipped up to the next
 * declaration; which words begin one, the open blocks say.
 */
export class DeclarationParser extends HeadParser {
  constructor() {
    super()
    this.performSelfAnalysis()
  }

  /** Reads a whole file. */
  readFile(scan: Scan, tokens: IToken[], text: string, file: string): Reading {
    this.begin(scan, tokens, text, file, 0)
    this.braces = new Map()
    const declarations: Draft[] = []
    this.items(FILE_WORDS, declarations)
    return { declarations, diagnostics: this.found, cuts: this.cuts, braces: this.braces }
  }

  /** Reads one leaf. */
  readLeaf(
    form: FormName,
    scan: Scan,
    tokens: IToken[],
    text: string,
    file: string,
    shift: number,
    words?: Readonly<Record<string, readonly [string, string]>>,
  ) {
    this.begin(scan, tokens, text, file, shift)
    try {
      const value = this.leaf(form, words)
      return { value, diagnostics: this.found, cuts: this.cuts }
    } catch (error) {
      this.caught(error)
      return { value: undefined, diagnostics: this.found, cuts: this.cuts }
    }
  }

  private readonly leaf = this.RULE(
    'leaf',
    (form: FormName, words?: Readonly<Record<string, readonly [string, string]>>): Forms[FormName] => {
      const value = this.SUBRULE(this.form, { ARGS: [form, words ?? {}] })
      this.ACTION(() => this.isEnd(1) || this.unknownUnitOr(() => this.fail('nothing_more')))
      return value
    },
  )

  /** The declarations of one block, or of the file. */
  private readonly items = this.RULE('items', (words: BlockWords, into: Draft[]) => {
    this.MANY({
      GATE: () => !this.blockOver(words),
      DEF: () =>
        this.OR<void>({
          DEF: [
            {
              GATE: () => this.kindAt(1, words) !== undefined,
              ALT: () => this.SUBRULE(this.declaration, { ARGS: [this.ACTION(() => this.kindAt(1, words))!, into] }),
            },
            { ALT: () => this.SUBRULE(this.stray, { ARGS: [words, into] }) },
          ],
          IGNORE_AMBIGUITIES: true,
        }),
    })
  })

  /** Whether the block ends here: at its ｝, or because a declaration of an outer block begins. */
  private blockOver(words: BlockWords): boolean {
    if (this.isEnd(1)) return true
    if (this.isType(1, T.RightBrace)) return words.owner !== undefined
    if (this.kindAt(1, words) !== undefined) return false
    return this.blocks.slice(0, -1).some((outer) => {
      const kind = this.kindAt(1, outer)
      return kind !== undefined && this.plausible(1, kind)
    })
  }

  private readonly declaration = this.RULE('declaration', (kind: DeclKind, into: Draft[]) => {
    const spec = this.RECORDING_PHASE ? NO_SPEC : declSpec(kind)
    const before = this.ACTION(() => this.complained)
    const decl = this.ACTION(() => {
      this.complained = this.forgiven
      this.forgiven = false
      this.surface()
      const made = draft(kind, this.spanOf(this.LA(this.keywordAt(1))))
      into.push(made)
      return made
    })
    const start = this.ACTION(() => this.startOf(this.LA(1)))
    const said = this.found.length
    let skipped = 0
    try {
      this.SUBRULE(this.head, { ARGS: [decl, spec] })
    } catch (error) {
      this.caught(error)
      if (spec.body === 'expr' && (decl.body === undefined || !this.atEnd())) decl.body = { kind: 'error', span: this.here() }
      skipped = this.skipLength(spec.block ? kind : undefined, start)
    }
    this.SUBRULE(this.skip, { ARGS: [skipped] })
    this.OPTION({ GATE: () => this.blockAhead(decl, spec), DEF: () => this.SUBRULE(this.block, { ARGS: [decl] }) })
    const end = this.OPTION2(() => this.CONSUME(T.End))
    this.ACTION(() => {
      if (!end) this.unended(decl, spec)
      // With a bracket lost, 且 and 或 may only seem mixed.
      if (this.complained) this.takeBack('P112', said)
      decl.span = this.spanFrom(start)
      this.complained = before
    })
  })

  private readonly skip = this.RULE('skip', (count: number) => {
    let left = count
    this.MANY({
      GATE: () => left > 0,
      DEF: () => {
        left--
        this.CONSUME(T.AnyToken)
      },
    })
  })

  /** Tokens that were complained about, with the ； behind them. */
  private readonly junk = this.RULE('junk', (count: number) => {
    const first = this.CONSUME(T.AnyToken)
    this.SUBRULE(this.skip, { ARGS: [count - 1] })
    this.OPTION({ GATE: () => first.tokenType !== T.End && first.tokenType !== T.RightBrace, DEF: () => this.CONSUME(T.End) })
  })

  private readonly block = this.RULE('block', (decl: Draft) => {
    const children: Draft[] = []
    const said = this.found.length
    const open = this.OPTION(() => this.CONSUME(T.LeftBrace))
    const words = this.ACTION(() => {
      if (!open) this.insert('P105', '{')
      decl.children = children
      this.braces.set(decl, { open: this.lastEnd(), close: Number.POSITIVE_INFINITY })
      return blockWords(decl.kind)
    })
    this.ACTION(() => this.blocks.push(words))
    this.SUBRULE(this.items, { ARGS: [words, children] })
    this.ACTION(() => this.blocks.pop())
    const close = this.OPTION2(() => this.CONSUME(T.RightBrace))
    this.ACTION(() => {
      const at = close ? this.startOf(close) : this.lastEnd()
      this.braces.set(decl, { open: this.braces.get(decl)!.open, close: at })
      if (!close) this.missingBrace(open ? this.spanOf(open) : undefined)
      else if (children.length === 0 && open && this.found.length === said) {
        const keyword = this.source(decl.keywordSpan)
        if (!declSpec(decl.kind).blockOptional || decl.body === undefined) this.complain('P114', this.spanOf(close), { keyword })
      }
    })
  })

  /** No ；: fine before ｝, behind a block and at the end of the file. */
  private unended(decl: Draft, spec: DeclSpec): void {
    if (this.isEnd(1) || this.isType(1, T.RightBrace)) {
      if (spec.block && !spec.blockOptional && decl.children === undefined && !this.complained) {
        this.complain('P118', this.here(), { keyword: this.source(decl.keywordSpan) })
      }
      return
    }
    const behind = this.LA(0).tokenType
    if (behind === T.RightBrace && (decl.children !== undefined || spec.body === 'options')) return
    this.insert('P102', '；')
  }

  /** Something that begins no declaration of this block. */
  private readonly stray = this.RULE('stray', (words: BlockWords, into: Draft[]) => {
    const before = this.ACTION(() => this.complained)
    this.ACTION(() => {
      this.complained = false
    })
    const plan: Plan = this.RECORDING_PHASE ? {} : this.strayPlan(words, into)
    this.OR<void>({
      DEF: [
        { GATE: () => plan.reopen !== undefined, ALT: () => this.SUBRULE(this.reopened, { ARGS: [plan.reopen!] }) },
        {
          GATE: () => plan.kind !== undefined,
          ALT: () => this.SUBRULE(this.declaration, { ARGS: [plan.kind!, plan.into ?? []] }),
        },
        { ALT: () => this.SUBRULE(this.junk, { ARGS: [plan.skip ?? 1] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    })
    this.ACTION(() => {
      this.complained = before
    })
  })

  private strayPlan(words: BlockWords, into: Draft[]): Plan {
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
    if (misplaced && this.plausible(1, misplaced)) {
      this.complain('P116', span, { found: word, owner })
      this.forgiven = true
      return { kind: misplaced, into: [] }
    }
    const near = this.isType(at + 1, T.Slash) || word === '' ? [] : nearest(word, words.kinds.keys())
    const close = near.filter((candidate) => Math.abs(candidate.length - word.length) <= 1)
    const fixes = near.map((keyword) => ({ word: 'keyword', args: { keyword }, edits: [{ span, text: keyword }] }))
    const kind = close[0] === undefined ? undefined : words.kinds.get(close[0])
    const known = [...words.kinds.keys()].filter((keyword) => /[A-Za-z]/.test(keyword) === /[A-Za-z]/.test(word))
    this.complain('P107', span, { found: this.LA(at).image, choices: known.slice(0, 4) }, { fixes })
    if (kind && this.plausible(1, kind)) {
      this.forgiven = true
      return { kind, into }
    }
    return { skip: Math.max(1, this.skipLength()) }
  }

  /** A block that a surplus ｝ closed too early goes on. */
  private readonly reopened = this.RULE('reopened', (decl: Draft) => {
    const words = this.ACTION(() => {
      const known = blockWords(decl.kind)
      this.blocks.push(known)
      return known
    })
    const children = this.ACTION(() => decl.children!)
    this.SUBRULE(this.declaration, { ARGS: [this.ACTION(() => this.kindAt(1, words))!, children] })
    this.SUBRULE(this.items, { ARGS: [words, children] })
    this.OPTION(() => this.CONSUME(T.RightBrace))
    this.ACTION(() => {
      this.blocks.pop()
      this.braces.set(decl, { open: this.braces.get(decl)!.open, close: this.lastEnd() })
      decl.span = this.spanFrom(decl.span.start)
    })
  })
}
