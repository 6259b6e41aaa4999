import { readdirSync, readFileSync } from 'node:fs'
import { describe as words } from '../../dsl/diagnostics/describe.ts'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { type FormatOptions, format } from '../../dsl/format/index.ts'
import { parseDsl } from '../../dsl/parse/parse-dsl.ts'
import { parseYaml } from '../../dsl/parse/yaml/parse-yaml.ts'
import type { Document } from '../../dsl/syntax/declaration.ts'

const OK = new URL('../corpus/ok/', import.meta.url)

/** Every file of the corpus that must be read without errors, by its name. */
export const CORPUS: readonly (readonly [string, string])[] = readdirSync(OK)
  .filter((name) => /\.policy(?:\.yaml)?$/.test(name))
  .sort()
  .map((name) => [name, readFileSync(new URL(name, OK), 'utf8')] as const)

/** The four ways to print. */
export const WAYS: readonly FormatOptions[] = [
  { lang: 'zh', spelling: 'dsl' },
  { lang: 'en', spelling: 'dsl' },
  { lang: 'zh', spelling: 'yaml' },
  { lang: 'en', spelling: 'yaml' },
]

/** Reads a text in either spelling. */
export function read(
  text: string,
  spelling: 'dsl' | 'yaml',
): { readonly document: Document; readonly diagnostics: readonly Diagnostic[] } {
  return spelling === 'yaml' ? parseYaml(text, 'test.policy.yaml') : parseDsl(text, 'test.policy')
}

/** Reads a text that must have no errors; throws with the first one and its line otherwise. */
export function readClean(text: string, spelling: 'dsl' | 'yaml'): Document {
  const { document, diagnostics } = read(text, spelling)
  const error = diagnostics.find((diagnostic) => diagnostic.severity === 'error')
  if (error === undefined) return document
  const line = text.slice(0, error.span.start).split('\n').length
  throw new Error(
    `${error.code} ${words(error, 'en').title} ${JSON.stringify(error.args)} at line ${line}: \n${text
      .split('\n')
      .slice(Math.max(0, line - 2), line + 1)
      .join('\n')}`,
  )
}

/** Prints and reads back. */
export function roundTrip(document: Document, options: FormatOptions): { readonly text: string; readonly back: Document } {
  const text = format(document, options)
  return { text, back: readClean(text, options.spelling) }
}
