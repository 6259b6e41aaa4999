import { KEYWORDS } from '../../dsl/lex/keywords.ts'
import type { Unit } from '../../dsl/link/unit.ts'
import { expressionItems } from './complete-expression.ts'
import { articleItems, referenceItems, statementItems, typeItems, wordItems } from './complete-words.ts'
import { writtenIn } from './format.ts'
import { gluedHead } from './glued.ts'
import { inComment, type Lexeme, lexemes } from './lexemes.ts'
import { openStatements, type Slot, type Statement, slotAt } from './statement.ts'
import type { Lang } from './symbols.ts'
import { textOf, unitAt, type Workspace } from './workspace.ts'

/** Something that may stand at the caret. `rank` 0 is likeliest; items of one rank stay in the order given. */
export interface CompletionItem {
  readonly label: string
  readonly kind: 'keyword' | 'operator' | 'name' | 'value' | 'unit' | 'clause' | 'function'
  /** the text put in; with `snippet` it has $1, ${1:…} and $0 */
  readonly insert: string
  readonly snippet?: true
  readonly detail?: string
  readonly note?: string
  readonly rank: number
}

/** `start` and `end` say what an item replaces. */
export interface Completion {
  readonly start: number
  readonly end: number
  readonly items: readonly CompletionItem[]
}

/** All that the rules for one kind of place may need. */
export interface CompletionContext {
  readonly workspace: Workspace
  readonly file: string
  readonly unit: Unit | undefined
  readonly lang: Lang
  readonly open: readonly Statement[]
  readonly slot: Slot
}

/** What may be written at an offset of a file in the language itself: keywords the node table allows there, and names in scope. */
export function completionAt(workspace: Workspace, file: string, offset: number): Completion {
  const text = textOf(workspace, file)
  const none: Completion = { start: offset, end: offset, items: [] }
  if (/\.ya?ml$/.test(file) || inComment(text, file, offset)) return none
  const tokens = lexemes(text, file)
  const touched = tokens.find((token) => token.start < offset && offset <= token.end)
  const before = tokens.filter((token) => token.end <= offset && token !== touched)
  const lang = writtenIn(text, file)
  const at = (written: readonly Lexeme[]): CompletionContext => {
    const open = openStatements(written)
    return { workspace, file, unit: unitAt(workspace, file, offset), lang, open, slot: slotAt(open[open.length - 1]!) }
  }
  if (touched?.kind === 'Quoted') {
    const closed = touched.image.length > 1 && touched.image.endsWith('」')
    // Behind the closing mark something new begins.
    if (closed && offset === touched.end) return { ...none, items: itemsFor(at([...before, touched])) }
    const end = closed ? touched.end - 1 : offset
    const items = articleItems(at(before)).map((item) => (closed ? item : { ...item, insert: `${item.insert}」` }))
    return { start: touched.start + 1, end, items }
  }
  if (touched?.kind === 'Text' || (touched?.kind === 'Literal' && offset < touched.end)) return none
  if (touched === undefined || !isWord(touched)) {
    return { ...none, items: itemsFor(at(touched ? [...before, touched] : before)) }
  }
  const glued = gluedHead(workspace, text.slice(touched.start, offset))
  if (glued) {
    const head = lexemes(glued.words.join(' '), file)
    return { start: touched.start + glued.length, end: touched.end, items: itemsFor(at([...before, ...head])) }
  }
  return { start: touched.start, end: touched.end, items: itemsFor(at(before)) }
}

// Reserved words are words too while they are being typed: 有 may become 有驻村工作队.
function isWord(token: Lexeme): boolean {
  return token.kind === 'Name' || KEYWORDS.has(token.image)
}

function itemsFor(context: CompletionContext): readonly CompletionItem[] {
  return unique(placeItems(context))
}

function placeItems(context: CompletionContext): readonly CompletionItem[] {
  const { slot } = context
  const last = slot.args[slot.args.length - 1]
  const clauses = () => statementItems(context)
  switch (slot.part) {
    case 'start':
    case 'clauses':
    case 'after':
      return clauses()
    case 'name':
      // Names are new: nothing to offer before one is there.
      return slot.args.length === 0 || last?.kind === 'Slash' ? [] : clauses()
    case 'value':
    case 'body':
    case 'clause':
      break
    default: {
      const never: never = slot.part
      return never
    }
  }
  switch (slot.form) {
    case 'expr':
    case 'exprs':
    case 'cells':
      return expressionItems(context)
    case 'type':
      return typeItems(context)
    case 'ref':
      return slot.args.length === 0 ? referenceItems(context) : clauses()
    case 'refs':
      return slot.args.length === 0 || last?.kind === 'ListComma' ? referenceItems(context) : clauses()
    case 'cites':
      return slot.args.length === 0 || last?.kind !== 'Quoted'
        ? [...referenceItems(context), ...articleItems(context, true)]
        : clauses()
    case 'word':
      return slot.args.length === 0 ? wordItems(context) : clauses()
    case 'flag':
    case 'combine':
      return clauses()
    case 'range':
      return []
    case 'text':
    case 'code':
    case 'number':
    case 'moment':
      return slot.args.length === 0 ? [] : clauses()
    case 'options':
    case undefined:
      return []
    default: {
      const never: never = slot.form
      return never
    }
  }
}

function unique(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const seen = new Set<string>()
  return items.filter((item) => item.label !== '' && !seen.has(item.label) && seen.add(item.label))
}
