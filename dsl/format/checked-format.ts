import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseDsl } from '../parse/parse-dsl.ts'
import { parseYaml } from '../parse/yaml/parse-yaml.ts'
import type { Span } from '../source/span.ts'
import type { Document } from '../syntax/declaration.ts'
import { equalDocuments } from '../syntax/equal.ts'
import { commentSequence } from './comments.ts'
import { type FormatOptions, format } from './format.ts'

/**
 * The formatted text, or why there is none: `errors` the text does not parse, `unprintable` something in it has no spelling there, `tree` or `comments`
 * the result would not say the same.
 */
export type CheckedFormat =
  | { readonly text: string }
  | { readonly refused: 'errors' | 'unprintable' | 'tree' | 'comments'; readonly at: Span }

/**
 * Formats a file's text only if it parses without errors and the result reads back to an equal tree with the same comments. `document` is the tree of this
 * text whose references `nameOf` knows, where it tells references by identity; without it the tree is read anew.
 */
export function checkedFormat(text: string, file: string, options: FormatOptions, document?: Document): CheckedFormat {
  const given = parse(text, file, /\.ya?ml$/.test(file) ? 'yaml' : 'dsl')
  const whole: Span = { file, start: 0, end: text.length }
  const error = given.diagnostics.find((diagnostic) => diagnostic.severity === 'error')
  if (error) return { refused: 'errors', at: error.span }
  const tree = document ?? given.document
  let printed: string
  try {
    printed = format(tree, options)
  } catch (problem) {
    if (problem instanceof RangeError) return { refused: 'unprintable', at: whole }
    throw problem
  }
  const back = parse(printed, file, options.spelling)
  if (back.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return { refused: 'tree', at: whole }
  if (!equalDocuments(tree, back.document, options.nameOf)) return { refused: 'tree', at: whole }
  const [before, after] = [commentSequence(tree), commentSequence(back.document)]
  if (before.length !== after.length || before.some((line, i) => line !== after[i])) return { refused: 'comments', at: whole }
  return { text: printed }
}

function parse(
  text: string,
  file: string,
  spelling: 'dsl' | 'yaml',
): { readonly document: Document; readonly diagnostics: readonly Diagnostic[] } {
  return spelling === 'yaml' ? parseYaml(text, file) : parseDsl(text, file)
}
