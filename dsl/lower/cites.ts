import { articleKey, declaredArticle } from '../bind/resolve-cites.ts'
import type { PolicySymbol } from '../bind/symbol.ts'
import type { Unit } from '../link/unit.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Cite as CiteNode, Decl } from '../syntax/declaration.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Cite, Source } from './program.ts'

/** Citations with the source they mean and the article as that source spells it. A unit without sources cites its own text. */
export function lowerCites(lower: Lowerer, decl: Decl, unit: Unit): readonly Cite[] {
  return lowerCiteNodes(lower, citeNodes(decl), unit)
}

/** Citations that stand apart from their declaration, in the eyes of the unit they were written in. */
export function lowerCiteNodes(lower: Lowerer, cites: readonly CiteNode[], unit: Unit): readonly Cite[] {
  return cites.map((cite) => lowerCite(lower, cite, unit))
}

function citeNodes(decl: Decl): readonly CiteNode[] {
  return clause(decl, 'cite') ?? []
}

function lowerCite(lower: Lowerer, cite: CiteNode, unit: Unit): Cite {
  const source = cite.source ? lower.binding.symbolOf(cite.source) : lower.binding.sourcesOf(unit)[0]
  if (source) {
    lower.citedSources.add(source)
    return { source: idOf(lower, source), article: declaredArticle(source.decl, cite.article) ?? cite.article }
  }
  const known = lower.looseArticles.get(unit) ?? []
  const article = known.find((other) => articleKey(other) === articleKey(cite.article)) ?? cite.article
  if (!known.includes(article)) lower.looseArticles.set(unit, [...known, article])
  return { source: unit.id, article }
}

/** The program's sources: the root's own, those cited, and the texts of units that declare none. To be called when all else is lowered. */
export function lowerSources(lower: Lowerer, own: readonly PolicySymbol[]): readonly Source[] {
  const declared = [...new Set([...own, ...lower.citedSources])].map((symbol) => lowerSource(lower, symbol))
  const loose = [...lower.looseArticles].flatMap(([unit, articles]) => {
    const symbol = lower.binding.declared.unitSymbol.get(unit)
    return symbol ? [{ ...termOf(lower, symbol), id: unit.id, articles: articles.map((article) => ({ article })) }] : []
  })
  return [...declared, ...loose]
}

/** A source with its articles as declared. */
export function lowerSource(lower: Lowerer, symbol: PolicySymbol): Source {
  const title = clause(symbol.decl, 'summary')?.text
  return {
    ...termOf(lower, symbol),
    ...(title === undefined ? {} : { title }),
    articles: childrenOf(symbol.decl, 'article').flatMap((decl) => {
      const article = mainValue(decl, 'article')?.text
      const summary = clause(decl, 'summary')?.text
      const noRule = clause(decl, 'no_rule')?.text
      const digest = clause(decl, 'digest')?.text
      if (article === undefined) return []
      return [
        {
          article,
          ...(summary === undefined ? {} : { summary }),
          ...(noRule === undefined ? {} : { noRule }),
          ...(digest === undefined ? {} : { digest }),
        },
      ]
    }),
  }
}
