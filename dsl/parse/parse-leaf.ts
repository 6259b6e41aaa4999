import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { scan } from '../lex/lexer.ts'
import type { FormName, Forms } from '../syntax/declaration.ts'
import { PARSER, rounds } from './dsl/rounds.ts'

/** The forms a leaf can have. */
export type LeafForm = FormName

/**
 * Reads one leaf of the grammar (an expression, a type, a moment, a table's cells …) for the YAML reader and for editors. `offset` is where `text` begins in
 * its file and is added to every span. `words` are the choices of a `word` form. Undefined, with a diagnostic, when it cannot be read.
 */
export function parseLeaf<F extends LeafForm>(
  form: F,
  text: string,
  file: string,
  offset: number,
  words?: Readonly<Record<string, readonly [string, string]>>,
): { readonly value: Forms[F] | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const scanned = scan(text, file, offset)
  if (scanned.refused) return { value: undefined, diagnostics: scanned.diagnostics }
  const { result, diagnostics } = rounds(scanned, (tokens) => PARSER.readLeaf(form, scanned, tokens, text, file, offset, words))
  return { value: result.value as Forms[F] | undefined, diagnostics }
}
