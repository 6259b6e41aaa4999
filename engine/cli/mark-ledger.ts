import { checkedFormat } from '../../dsl/format/index.ts'
import type { Compilation } from '../../dsl/index.ts'
import { clause, mainValue } from '../../dsl/syntax/access.ts'
import type { Decl, Document } from '../../dsl/syntax/declaration.ts'
import type { Lang } from '../types.ts'
import { failure } from './failure.ts'
import { say } from './words.ts'

const REASONS = {
  errors: 'refusedErrors',
  unprintable: 'refusedUnprintable',
  tree: 'refusedTree',
  comments: 'refusedComments',
} as const

/** The file that declares a source, and its place there. */
export interface LedgerFile {
  readonly document: Document
  readonly source: Decl
}

/** The 来源 of that id (or Chinese name) among the files read; undefined when none declares it. */
export function ledgerFile(compilation: Compilation, id: string): LedgerFile | undefined {
  for (const document of compilation.documents) {
    const source = sourcesIn(document.declarations).find((decl) => decl.name?.id === id || decl.name?.zh === id)
    if (source) return { document, source }
  }
  return undefined
}

function sourcesIn(declarations: readonly Decl[]): readonly Decl[] {
  return declarations.flatMap((decl) => (decl.kind === 'source' ? [decl] : sourcesIn(decl.children ?? [])))
}

/** The file's text with these 指纹 (article as written → digest) at its articles, everything else as it is; and how many differ from before. Refuses with C816 as fmt does. */
export function markedText(
  { document, source }: LedgerFile,
  text: string,
  digests: ReadonlyMap<string, string>,
  compilation: Compilation,
): { readonly text: string; readonly marked: number } {
  let marked = 0
  const mark = (decl: Decl): Decl => {
    if (decl === source) return { ...decl, children: (decl.children ?? []).map(markArticle) }
    return decl.children?.some((child) => holds(child, source)) ? { ...decl, children: decl.children.map(mark) } : decl
  }
  const markArticle = (decl: Decl): Decl => {
    const name = decl.kind === 'article' ? mainValue(decl, 'article') : undefined
    const digest = name && digests.get(name.text)
    if (digest === undefined || clause(decl, 'digest')?.text === digest) return decl
    marked++
    return { ...decl, clauses: { ...decl.clauses, digest: { text: digest, span: decl.span } } }
  }
  const tree = { ...document, declarations: document.declarations.map(mark) }
  if (marked === 0) return { text, marked }
  const options = {
    lang: languageOf(text, source),
    spelling: document.spelling,
    nameOf: compilation.binding.nameOf.bind(compilation.binding),
  }
  const result = checkedFormat(text, document.file, options, tree)
  if (!('text' in result))
    throw failure('C816', { path: document.file, reason: say(options.lang, REASONS[result.refused]) }, result.at)
  return { text: result.text, marked }
}

function holds(decl: Decl, wanted: Decl): boolean {
  return decl === wanted || (decl.children ?? []).some((child) => holds(child, wanted))
}

/** The language the ledger is written in stays its own. */
function languageOf(text: string, { keywordSpan }: Decl): Lang {
  return /[\u3400-\u9fff]/.test(text.slice(keywordSpan.start, keywordSpan.end)) ? 'zh' : 'en'
}
