import { scan } from '../../dsl/lex/lexer.ts'

/** One token of the language with the name of its type: Name, Literal, Quoted, Colon, And … */
export interface Lexeme {
  readonly kind: string
  readonly image: string
  readonly start: number
  readonly end: number
}

/** The tokens of a text, comments left out. Reads any text, however broken. */
export function lexemes(text: string, file: string): readonly Lexeme[] {
  return scan(text, file).tokens.map((token) => ({
    kind: token.tokenType.name,
    image: token.image,
    start: token.startOffset,
    end: token.startOffset + token.image.length,
  }))
}

/** Whether an offset lies in a comment of the text. */
export function inComment(text: string, file: string, offset: number): boolean {
  return scan(text, file).comments.some(
    ({ span, block }) => span.start < offset && (block ? offset < span.end : offset <= span.end),
  )
}

/** What stands inside 「…」, the closing mark there or not. */
export function unquoted(image: string): string {
  return image.slice(1, image.endsWith('」') && image.length > 1 ? -1 : undefined)
}
