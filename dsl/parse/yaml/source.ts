import { Composer, CST, Lexer, Parser, type Document as YamlDocument } from 'yaml'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'
import { yamlProblem } from './problems.ts'

export const MOST_CHARACTERS = 1_500_000
export const MOST_LEVELS = 64

/** A `# …` comment of the YAML text; `text` without its mark. */
export interface YamlComment {
  readonly text: string
  readonly span: Span
}

export interface YamlSource {
  /** absent when the text is refused before anything is composed */
  readonly document?: YamlDocument.Parsed
  readonly comments: readonly YamlComment[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the text as one YAML document of the restricted profile. Length, anchors, aliases, tags and nesting are looked at before anything is composed:
 * the lexer and the CST parser are iterative, the composer is not.
 */
export function readYamlSource(text: string, file: string): YamlSource {
  const at = (start: number, end: number): Span => ({ file, start, end })
  const refused = (diagnostic: Diagnostic): YamlSource => ({ comments: [], diagnostics: [diagnostic] })
  if (text.length > MOST_CHARACTERS) return refused(finding('P501', at(0, 0), { length: text.length, most: MOST_CHARACTERS }))

  const scanned = scan(text, at)
  if ('refused' in scanned) return refused(scanned.refused)
  const deep = scanned.tokens.map(tooDeep).find((offset) => offset !== undefined)
  if (deep !== undefined) return refused(finding('P502', at(deep, deep + 1), { most: MOST_LEVELS }))

  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, merge: false, prettyErrors: false, logLevel: 'silent' })
  const documents = [...composer.compose(scanned.tokens, true, text.length)]
  const [document, second] = documents
  // What follows the first error is mostly its consequence.
  const diagnostics = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
    .slice(0, 1)
    .map((error) => yamlProblem(error, text, at))
  if (second && diagnostics.length === 0) {
    const mark = text.lastIndexOf('---', second.range[0])
    const start = mark >= 0 ? mark : second.range[0]
    diagnostics.push(finding('P507', at(start, Math.min(start + 3, text.length))))
  }
  return { ...(document && { document: document as YamlDocument.Parsed }), comments: scanned.comments, diagnostics }
}

type Scanned =
  | { readonly tokens: readonly CST.Token[]; readonly comments: readonly YamlComment[] }
  | { readonly refused: Diagnostic }

function scan(text: string, at: (start: number, end: number) => Span): Scanned {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  const comments: YamlComment[] = []
  let offset = 0
  let scalarNext = false
  for (const lexeme of new Lexer().lex(text)) {
    const type: CST.TokenType | null = scalarNext ? 'scalar' : CST.tokenType(lexeme)
    const span = at(offset, offset + lexeme.length)
    if (type === 'anchor' || type === 'alias') return { refused: finding('P503', span, { mark: lexeme }) }
    if (type === 'tag') {
      return {
        refused: finding(
          'P504',
          span,
          { mark: lexeme },
          { fixes: [{ word: 'remove', args: { mark: lexeme }, edits: [{ span, text: '' }] }] },
        ),
      }
    }
    if (type === 'comment') comments.push({ text: lexeme.slice(1), span })
    for (const token of parser.next(lexeme)) tokens.push(token)
    // Control marks of the lexer's own stand for nothing in the text.
    const isControl = type === 'doc-mode' || type === 'flow-error-end' || (type === 'scalar' && !scalarNext)
    scalarNext = type === 'scalar' && !scalarNext
    if (!isControl) offset += lexeme.length
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, comments }
}

/** Where the nesting first goes beyond the limit; undefined when it does not. */
function tooDeep(root: CST.Token): number | undefined {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next
    if (depth > MOST_LEVELS) return 'offset' in token ? token.offset : 0
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth })
    } else if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 })
        if (item.value) stack.push({ token: item.value, depth: depth + 1 })
      }
    }
  }
  return undefined
}
