import type { Lang } from '../diagnostics/diagnostic.ts'
import type { Document } from '../syntax/declaration.ts'
import { printDsl } from './dsl.ts'
import { type NameOf, styleOf } from './style.ts'
import { printYaml } from './yaml.ts'

/** The language and spelling to print in; `nameOf` knows the two names of what a reference means. */
export interface FormatOptions {
  readonly lang: Lang
  readonly spelling: 'dsl' | 'yaml'
  readonly nameOf?: NameOf
}

/** The document as text, ending with a line break. Throws RangeError for a tree with errors: `checkedFormat` asks first. */
export function format(document: Document, options: FormatOptions): string {
  const style = styleOf(options.lang, options.nameOf)
  return options.spelling === 'dsl' ? printDsl(document, style) : printYaml(document, style)
}
