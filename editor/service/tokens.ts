import { keywordsOf } from '../../dsl/lex/keywords.ts'
import { scan } from '../../dsl/lex/lexer.ts'
import { readLiteral } from '../../dsl/lex/literal.ts'
import type { TypeExpr } from '../../dsl/syntax/declaration.ts'
import { declSpec } from '../../dsl/syntax/table.ts'
import { textOf, type Workspace } from './workspace.ts'

/** Names of colours; editor/monaco/palette.ts has one for each. */
export const TOKEN_COLOURS = ['keyword', 'name', 'number', 'unit', 'clause', 'comment', 'operator', 'punctuation'] as const
export type TokenColour = (typeof TOKEN_COLOURS)[number]

export interface ColouredToken {
  readonly start: number
  readonly end: number
  readonly colour: TokenColour
}

const PUNCTUATION: ReadonlySet<string> = new Set(
  'LeftBrace RightBrace LeftParen RightParen LeftBracket RightBracket Colon End Comma ListComma Dot'.split(' '),
)
const OPERATOR: ReadonlySet<string> = new Set('Compare Plus Minus Times Slash MiddleDot'.split(' '))

/**
 * Every token with its colour, in order. A contextual keyword is a keyword only where it is not a name: a field may be called 地区.
 */
export function colouredTokens(workspace: Workspace, file: string): readonly ColouredToken[] {
  const text = textOf(workspace, file)
  const named = nameStarts(workspace, file)
  const inUnit = unitPlaces(workspace, file)
  const { tokens, comments } = scan(text, file)
  const found: ColouredToken[] = comments.map(({ span }) => ({ start: span.start, end: span.end, colour: 'comment' }))
  for (const token of tokens) {
    const start = token.startOffset
    const end = start + token.image.length
    const kind = token.tokenType.name
    if (inUnit(start) && kind !== 'Literal') found.push({ start, end, colour: 'unit' })
    else if (kind === 'Literal') found.push(...literal(text, start, end))
    else if (PUNCTUATION.has(kind)) found.push({ start, end, colour: 'punctuation' })
    else if (OPERATOR.has(kind)) found.push({ start, end, colour: 'operator' })
    else if (kind === 'Quoted') found.push({ start, end, colour: named.has(start) ? 'name' : 'clause' })
    else if (kind === 'Text') found.push({ start, end, colour: 'clause' })
    else if (kind === 'Name') found.push({ start, end, colour: named.has(start) ? 'name' : wordColour(token.image) })
    // What is left are the reserved words.
    else found.push({ start, end, colour: 'keyword' })
  }
  return found.sort((a, b) => a.start - b.start)
}

function wordColour(image: string): TokenColour {
  const roles = keywordsOf(image).map((meaning) => meaning.role)
  if (roles.length === 0) return 'name'
  // 超过 and 不少于 are clauses as well, with the same meaning.
  const operator = roles.some((role) => role === 'compare' || role === 'lead')
  return operator && roles.every((role) => role === 'compare' || role === 'lead' || role === 'clause') ? 'operator' : 'keyword'
}

function literal(text: string, start: number, end: number): readonly ColouredToken[] {
  const read = readLiteral(text, start)
  const figureEnd = read?.figureEnd ?? end
  if (read?.kind !== 'number' || figureEnd >= end) return [{ start, end, colour: 'number' }]
  const unit = text.slice(figureEnd, end)
  return [
    { start, end: figureEnd, colour: 'number' },
    { start: end - unit.trimStart().length, end, colour: 'unit' },
  ]
}

/** Where declared names and references stand in a file. */
function nameStarts(workspace: Workspace, file: string): ReadonlySet<number> {
  const { binding } = workspace.compilation
  const starts = new Set<number>()
  for (const symbol of binding.symbols) {
    if (symbol.name.span.file === file) starts.add(symbol.name.span.start)
    for (const ref of binding.references(symbol)) if (ref.span.file === file) starts.add(ref.span.start)
  }
  return starts
}

/** Whether an offset lies in the unit of a declared type: behind the type's word, 金额. */
function unitPlaces(workspace: Workspace, file: string): (offset: number) => boolean {
  const text = textOf(workspace, file)
  const places = workspace.compilation.binding.symbols.flatMap((symbol) => {
    const type =
      symbol.name.span.file === file && declSpec(symbol.decl.kind).body === 'type'
        ? (symbol.decl.body as TypeExpr | undefined)
        : undefined
    if (type?.unit === undefined) return []
    const word = /^[^\s\u3000]*/.exec(text.slice(type.span.start, type.span.end))?.[0].length ?? 0
    return [{ start: type.span.start + word, end: type.span.end }]
  })
  const starts = new Map(places.map(({ start, end }) => [start, end]))
  const sorted = [...starts.keys()].sort((a, b) => a - b)
  return (offset) => {
    const start = sorted.findLast((one) => one <= offset)
    return start !== undefined && offset < starts.get(start)!
  }
}
