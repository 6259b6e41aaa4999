import type { Fix } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import type { Unit } from '../link/unit.ts'
import { childrenOf, mainValue } from '../syntax/access.ts'
import type { Cite, Decl } from '../syntax/declaration.ts'
import { type Binder, type Context, scopeOf } from './binder.ts'
import { unreadFiles } from './doubt.ts'
import { declaredLabel, resolveKind, spelled } from './report.ts'
import { type PolicySymbol, shownName } from './symbol.ts'

/** The sources a citation of this unit may leave unnamed: its own 来源 and those standing beside it in the file. */
export function ownSources(binder: Binder, unit: Unit): readonly PolicySymbol[] {
  const levels = scopeOf(binder, unit).levels
  const own = (levels[0] ?? []).filter((symbol) => symbol.kind === 'source')
  return own.length > 0 ? own : (levels[1] ?? []).filter((symbol) => symbol.kind === 'source')
}

/** Article numbers are compared without regard to full or half width and blanks: 四(1) is 四（1）. */
export function articleKey(article: string): string {
  return article.normalize('NFKC').replace(/\s+/g, '')
}

/** The article of a source as it declares it; undefined when it lists articles and this is none of them. A source without list has any. */
export function declaredArticle(source: Decl, article: string): string | undefined {
  if (source.children === undefined) return article
  let index = ARTICLES.get(source)
  if (!index) {
    index = new Map()
    for (const declared of articlesOf(source).toReversed()) index.set(articleKey(declared), declared)
    ARTICLES.set(source, index)
  }
  return index.get(article) === article ? article : index.get(articleKey(article))
}

/** A source's articles by their keys, the first of equal ones; a source is cited at every item. */
const ARTICLES = new WeakMap<Decl, Map<string, string>>()

function articlesOf(source: Decl): readonly string[] {
  return childrenOf(source, 'article').flatMap((decl) => mainValue(decl, 'article')?.text ?? [])
}

/** Resolves sources and checks articles: N222 which source, N215 unknown article. */
export function resolveCites(binder: Binder, cites: readonly Cite[], context: Context): void {
  for (const cite of cites) {
    const source = cite.source
      ? resolveKind(binder, cite.source, context, ['source'], 'source')
      : onlySource(binder, cite, context)
    if (!source || declaredArticle(source.decl, cite.article) !== undefined || unclosed(binder, cite)) continue
    const { file } = source.decl.span
    if (unreadFiles(binder).has(file) && listsArticle(binder.linked.texts.get(file) ?? '', cite.article)) continue
    const near = nearest(cite.article, articlesOf(source.decl))
    const fixes = near.filter((article) => !/[「」“”"]/.test(article)).map((article) => replaceArticle(binder, cite, article))
    const args = { source: shownName(source), article: cite.article, near }
    binder.diagnostics.push(finding('N215', cite.span, args, { labels: [declaredLabel(source, 'source')], fixes }))
  }
}

/** Whether the article's quotation was never closed, so that it holds more than the article. */
function unclosed(binder: Binder, cite: Cite): boolean {
  return binder.linked.diagnostics.some(
    ({ code, span }) =>
      (code === 'L103' || code === 'L104') &&
      span.file === cite.span.file &&
      cite.span.start <= span.start &&
      span.end <= cite.span.end,
  )
}

/** Whether the text has the article after 条, though its declaration may not have been read. */
function listsArticle(text: string, article: string): boolean {
  return ['条', 'article'].some((keyword) =>
    text.split(keyword).some((rest) =>
      articleKey(rest.slice(0, article.length + 8))
        .replace(/^[：:]?["「“]?/, '')
        .startsWith(articleKey(article)),
    ),
  )
}

function replaceArticle(binder: Binder, cite: Cite, article: string): Fix {
  const text = binder.linked.texts.get(cite.span.file)?.slice(cite.span.start, cite.span.end) ?? ''
  const at = text.lastIndexOf(cite.article)
  const start = cite.span.start + Math.max(at, 0)
  const span = at < 0 ? cite.span : { ...cite.span, start, end: start + cite.article.length }
  return { word: 'replace', args: { to: article }, edits: [{ span, text: article }] }
}

function onlySource(binder: Binder, cite: Cite, context: Context): PolicySymbol | undefined {
  const sources = ownSources(binder, context.unit)
  if (sources.length <= 1) return sources[0]
  const having = sources.filter((source) => declaredArticle(source.decl, cite.article) !== undefined)
  const fixes = having.map((source): Fix => {
    const name = shownName(source)
    return {
      word: 'source',
      args: { source: name },
      edits: [{ span: { ...cite.span, end: cite.span.start }, text: ` ${spelled(name)}` }],
    }
  })
  binder.diagnostics.push(finding('N222', cite.span, { article: cite.article, sources: sources.map(shownName) }, { fixes }))
  return undefined
}
