import type { PolicySymbol } from '../../dsl/bind/symbol.ts'
import type { CompletionContext } from './completion.ts'
import type { Lexeme } from './lexemes.ts'
import { entityOf, typeOf, visibleFrom } from './symbols.ts'

/**
 * The elements an expression at the caret is about, innermost first: those of the lists it goes through, then the subject its declaration is 适用于.
 * Read from the tokens, since a half-written expression has no tree.
 */
export function elementsAround(context: CompletionContext): readonly PolicySymbol[] {
  const subject = subjectOf(context)
  const elements = subject ? [subject] : []
  for (const statement of context.open) {
    const from = statement.tokens.findIndex((token) => token.kind === 'Colon')
    for (const element of quantified(context, statement.tokens.slice(Math.max(0, from)), elements)) elements.unshift(element)
  }
  return elements
}

/** The entity the nearest enclosing declaration is 适用于. */
function subjectOf({ open, workspace, unit }: CompletionContext): PolicySymbol | undefined {
  const entities = visibleFrom(workspace, unit, ['entity'])
  for (const { tokens } of [...open].reverse()) {
    const at = tokens.findIndex((token) => token.image === '适用于' || token.image === 'for')
    const name = tokens[at + 1]?.image
    const entity = at < 0 ? undefined : entities.find((symbol) => symbol.name.zh === name || symbol.name.id === name)
    if (entity) return entity
  }
  return undefined
}

/** The elements of the quantifiers and of 计数, 合计, 占比 still open at the end of these tokens, outermost first. */
function quantified(
  context: CompletionContext,
  tokens: readonly Lexeme[],
  outer: readonly PolicySymbol[],
): readonly PolicySymbol[] {
  const found: { element: PolicySymbol; depth: number }[] = []
  let depth = 0
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'LeftParen') depth++
    if (token.kind === 'RightParen') depth--
    while (found.length > 0 && found[found.length - 1]!.depth > depth) found.pop()
    const opens = ['Every', 'Some', 'None'].includes(token.kind)
    const calls =
      token.kind === 'LeftParen' && ['计数', '合计', '占比', 'count', 'sum', 'share'].includes(tokens[i - 1]?.image ?? '')
    if (!opens && !calls) continue
    // The word the caret may still stand in is the list itself, not yet its elements.
    const path = pathFrom(tokens, i + 1)
    if (path.length === 0 || i + path.length >= tokens.length - 1) continue
    const around = [...found.map((one) => one.element).reverse(), ...outer]
    const element = walk(context, path, around)
    if (element) found.push({ element, depth })
  }
  return found.map((one) => one.element)
}

/** A path as written: names joined by 的 or a dot. */
function pathFrom(tokens: readonly Lexeme[], at: number): readonly Lexeme[] {
  let end = at
  while (tokens[end] && isName(tokens[end]!) && (end === at || joins(tokens[end - 1]))) end += joins(tokens[end + 1]) ? 2 : 1
  return tokens.slice(at, end)
}

function isName({ kind }: Lexeme): boolean {
  return kind === 'Name' || kind === 'Quoted'
}

function joins(token: Lexeme | undefined): boolean {
  return token?.image === '的' || token?.kind === 'Dot'
}

/** The entity a path at the end of these tokens leads to: 村 for `户 的 所在村`. */
export function namedElement(context: CompletionContext, tokens: readonly Lexeme[]): PolicySymbol | undefined {
  let start = tokens.length - 1
  while (start >= 2 && joins(tokens[start - 1])) start -= 2
  return walk(context, tokens.slice(Math.max(0, start)), elementsAround(context))
}

function walk(
  { workspace, unit }: CompletionContext,
  path: readonly Lexeme[],
  elements: readonly PolicySymbol[],
): PolicySymbol | undefined {
  const names = path.filter((token) => !joins(token)).map((token) => token.image.replace(/^「|」$/g, ''))
  const isNamed = (symbol: PolicySymbol) => symbol.name.zh === names[0] || symbol.name.id === names[0]
  const field = elements.flatMap((element) => element.members).find(isNamed)
  let entity = field ? entityOf(typeOf(workspace, field)) : visibleFrom(workspace, unit, ['entity']).find(isNamed)
  for (const name of names.slice(1)) {
    const member = entity?.members.find((symbol) => symbol.name.zh === name || symbol.name.id === name)
    entity = member && entityOf(typeOf(workspace, member))
  }
  return entity
}
