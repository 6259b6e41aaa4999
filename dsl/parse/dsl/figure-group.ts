import type { IToken } from 'chevrotain'
import { literalOf } from '../../lex/lexer.ts'
import * as T from '../../lex/tokens.ts'

/** The offsets of a figure with a comma and another figure joined to it without any blank (37,00); undefined when these are no such three. */
export function figureGroup(
  figure: IToken | undefined,
  comma: IToken,
  more: IToken,
): { readonly start: number; readonly end: number } | undefined {
  if (comma.tokenType !== T.Comma || figure?.tokenType !== T.LiteralToken || more.tokenType !== T.LiteralToken) return undefined
  const joined = figure.startOffset + figure.image.length === comma.startOffset && comma.startOffset + 1 === more.startOffset
  if (!joined || literalOf(figure)?.kind !== 'number') return undefined
  return { start: figure.startOffset, end: literalOf(more)!.figureEnd }
}
