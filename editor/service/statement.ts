import type { FormName } from '../../dsl/syntax/declaration.ts'
import { type ClauseName, clauseSpec, type DeclKind, type DeclSpec, declSpec } from '../../dsl/syntax/table.ts'
import type { Lexeme } from './lexemes.ts'

/** What a block holds: declarations of a kind's `block` list, options, or the arms of a 按 expression. */
export type BlockKind = 'file' | 'options' | 'arms' | DeclKind

/** A statement as far as it is written before the caret. `kind` is unknown while its keyword is. */
export interface Statement {
  readonly block: BlockKind
  readonly kind?: DeclKind
  readonly tokens: readonly Lexeme[]
}

/** The part of a statement the caret stands in, with what it holds so far. */
export interface Slot {
  readonly part: 'start' | 'name' | 'clauses' | 'value' | 'body' | 'clause' | 'after'
  readonly form?: FormName
  readonly clause?: ClauseName
  readonly words?: Readonly<Record<string, readonly [string, string]>>
  readonly args: readonly Lexeme[]
}

/**
 * The statements that are open at the end of `tokens`, outermost first; the last is the one being written. Reads tokens only, by the node table,
 * so that half a statement is as good as a whole one.
 */
export function openStatements(tokens: readonly Lexeme[]): readonly Statement[] {
  const stack: { block: BlockKind; kind?: DeclKind; tokens: Lexeme[]; round: number }[] = [
    { block: 'file', tokens: [], round: 0 },
  ]
  for (const token of tokens) {
    const top = stack[stack.length - 1]!
    if (token.kind === 'LeftBrace') {
      const block = blockOf(top)
      top.tokens.push(token)
      stack.push({ block, tokens: [], round: 0 })
    } else if (token.kind === 'RightBrace') {
      if (stack.length > 1) stack.pop()
      const outer = stack[stack.length - 1]!
      // After a declaration's block comes the next statement; after the block of 按 the expression goes on.
      if (outer.tokens.length > 0 && blockOf({ ...outer, tokens: outer.tokens.slice(0, -1) }) !== 'arms') reset(outer)
      else outer.tokens.push(token)
    } else if (token.kind === 'End' && top.round === 0) reset(top)
    else {
      if (token.kind === 'LeftParen') top.round++
      if (token.kind === 'RightParen') top.round = Math.max(0, top.round - 1)
      top.tokens.push(token)
      if (top.kind === undefined) {
        const kind = kindNamed(top.block, token.image)
        if (kind) top.kind = kind
      }
    }
  }
  return stack
}

function reset(statement: { kind?: DeclKind; tokens: Lexeme[]; round: number }): void {
  delete statement.kind
  statement.tokens = []
  statement.round = 0
}

/** What the block that opens after these tokens holds. */
function blockOf({
  block,
  kind,
  tokens,
}: {
  readonly block: BlockKind
  readonly kind?: DeclKind
  readonly tokens: readonly Lexeme[]
}): BlockKind {
  if (isReading(tokens[tokens.length - 2]) && (kind === undefined || declSpec(kind).zh !== '按')) return 'arms'
  if (kind === undefined) return block === 'options' ? 'options' : 'arms'
  if (declSpec(kind).body === 'options') return 'options'
  return kind
}

function isReading(token: Lexeme | undefined): boolean {
  return token?.image === '按' || token?.image === 'by'
}

/** The kinds of declaration a block holds. */
export function kindsIn(block: BlockKind): readonly DeclKind[] {
  if (block === 'file') return ['policy', 'vocabulary', 'source']
  if (block === 'options' || block === 'arms') return []
  return (declSpec(block).block ?? []) as readonly DeclKind[]
}

function kindNamed(block: BlockKind, word: string): DeclKind | undefined {
  return kindsIn(block).find((kind) => declSpec(kind).zh === word || declSpec(kind).en === word)
}

/** The part of the last statement where the next token will stand. */
export function slotAt(statement: Statement): Slot {
  const { block, kind, tokens } = statement
  if (block === 'options') return { part: 'name', args: tokens }
  if (block === 'arms') {
    const colon = tokens.findIndex((token) => token.kind === 'Colon')
    return colon < 0 ? { part: 'start', args: tokens } : { part: 'body', form: 'expr', args: tokens.slice(colon + 1) }
  }
  if (kind === undefined) return { part: 'start', args: tokens }
  const spec: DeclSpec = declSpec(kind)
  const keyword = tokens.findIndex((token) => token.image === spec.zh || token.image === spec.en)
  let slot: Slot = spec.name ? { part: 'name', args: [] } : valueSlot(spec)
  let round = 0
  let curly = 0
  for (const token of tokens.slice(keyword + 1)) {
    if (token.kind === 'LeftParen') round++
    if (token.kind === 'RightParen') round--
    if (token.kind === 'LeftBrace') curly++
    if (token.kind === 'RightBrace') curly--
    const level = round === 0 && curly === 0
    const name = level ? clauseNamed(spec, token.image, slot) : undefined
    if (name) slot = { part: 'clause', clause: name, ...formOf(name), args: [] }
    else if (level && token.kind === 'Colon' && spec.body) slot = { part: 'body', form: spec.body, args: [] }
    else if (level && spec.assigns && token.kind === 'Compare') slot = { part: 'body', form: 'ref', args: [] }
    else slot = { ...slot, args: [...slot.args, token] }
  }
  return slot
}

function valueSlot(spec: DeclSpec): Slot {
  if (!spec.value) return { part: 'clauses', args: [] }
  return { part: 'value', form: spec.value, ...(spec.valueWords ? { words: spec.valueWords } : {}), args: [] }
}

function formOf(name: ClauseName): Pick<Slot, 'form' | 'words'> {
  const { form, words } = clauseSpec(name)
  return { form, ...(words ? { words } : {}) }
}

/** Words that mean something else inside an expression. */
const SHARED: readonly ClauseName[] = [
  'when',
  'from',
  'to',
  'by',
  'timed',
  'keyed',
  'range',
  'at',
  'at_least',
  'over',
  'entering',
]

/** The clause a word begins where it stands, if the kind has one of that name. */
function clauseNamed(spec: DeclSpec, word: string, slot: Slot): ClauseName | undefined {
  const found = spec.clauses.find((name) => {
    const { zh, en } = clauseSpec(name)
    return word !== '' && (zh === word || en === word)
  })
  const inExpression = slot.form === 'expr' || slot.form === 'exprs' || slot.form === 'range'
  return found !== undefined && inExpression && SHARED.includes(found) ? undefined : found
}
