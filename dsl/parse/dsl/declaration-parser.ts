import type { IToken } from 'chevrotain'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Scan } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'
import type { FormName, Forms } from '../../syntax/declaration.ts'
import { type DeclKind, type DeclSpec, declSpec } from '../../syntax/table.ts'
import { type BlockWords, blockWords, FILE_WORDS } from './block-words.ts'
import { type Draft, draft } from './draft.ts'
import type { Cut } from './glued-words.ts'
import { NO_SPEC } from './head-parser.ts'
import { type Plan, StrayParser } from './stray-parser.ts'

/** What one reading of a text gave. `cuts` are words that must be split before it is read again. */
export interface Reading {
  readonly declarations: readonly Draft[]
  readonly diagnostics: readonly Diagnostic[]
  readonly cuts: readonly Cut[]
  readonly braces: ReadonlyMap<Draft, { readonly open: number; readonly close: number }>
}

/**
 * The one rule for declarations, driven by the node table: keyword, name or value, clauses, body, clauses, block, end. Chevrotain's own recovery is off:
 * every word is a Name to it, so its follow sets say nothing. Missing marks are productions of their own here, and the rest is skipped up to the next
 * declaration; which words begin one, the open blocks say.
 */
export class DeclarationParser extends StrayParser {
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
              GATE: () => this.kindAt(1, words) !== undefined && !this.readingExpression(),
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
    const own = this.kindAt(1, words)
    if (own !== undefined) return this.outerReading(own)
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
    if (this.RECORDING_PHASE || skipped > 0) this.SUBRULE(this.skip, { ARGS: [skipped] })
    if (this.RECORDING_PHASE || this.blockAhead(decl, spec)) {
      this.OPTION({ GATE: () => this.blockAhead(decl, spec), DEF: () => this.SUBRULE(this.block, { ARGS: [decl] }) })
    }
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
