import type { Source } from '../../dsl/lower/program.ts'
import { toChineseNumeral } from '../../dsl/value/chinese-numeral.ts'
import { isDigest, sameDigest } from './article-digest.ts'
import { type ArticleKey, articleKey, PREAMBLE, pathText } from './article-key.ts'
import { type Print, splitText, type TextArticle, type TextPart } from './split.ts'

/**
 * An article of the ledger held against the text. `same` | `changed`: by its 指纹; `unmarked`: it has none; `illegible`: what stands there is none; `missing`: the text has no such article.
 * `as`: the heading found; `by`: the article itself, one of its unnumbered paragraphs, or (for 第六条民主评议) the article it is a part of.
 */
export interface ComparedArticle {
  readonly article: string
  readonly state: 'same' | 'changed' | 'unmarked' | 'illegible' | 'missing'
  readonly found?: Print & { readonly as: string; readonly by: 'article' | 'paragraph' | 'within'; readonly printed: number }
}

/** A heading of the text that nothing in the ledger is about: its number and how many characters, never its words. */
export interface UnansweredArticle {
  readonly label: string
  readonly characters: number
}

export interface TextComparison {
  readonly source: string
  /** number of the 篇 the text was found in; 0 when the file is one text */
  readonly part: number
  readonly parts: number
  /** headings the text has */
  readonly headings: number
  readonly articles: readonly ComparedArticle[]
  readonly unanswered: readonly UnansweredArticle[]
}

type Found = NonNullable<ComparedArticle['found']>

/** Holds a ledger against an attached text. Of several texts in one file the one in which most articles are found. The words stay where they were. */
export function compareText(source: Source, text: string): TextComparison {
  const keys = source.articles.map(({ article }) => articleKey(article))
  const awaited = new Set(keys.flatMap((key) => (key === undefined ? [] : prefixes(key))))
  const parts = splitText(text, awaited)
  const [best] = parts.map((part) => held(source, keys, part)).sort(byLikeness)
  // INVARIANT: a text, even an empty one, is at least one part.
  return { ...best!, parts: parts.length }
}

type Held = Omit<TextComparison, 'parts'>

/** For sorting comparisons, the likeliest first: headings that are there count before articles that may be parts of one. */
export function byLikeness(a: Held, b: Held): number {
  const exact = ({ articles }: Held) => articles.filter(({ found }) => found && found.by !== 'within').length
  const found = ({ articles }: Held) => articles.filter((one) => one.found).length
  return exact(b) - exact(a) || found(b) - found(a) || a.unanswered.length - b.unanswered.length || a.part - b.part
}

function prefixes({ path }: ArticleKey): readonly string[] {
  return path.map((_, i) => pathText(path.slice(0, i + 1)))
}

function held(source: Source, keys: readonly (ArticleKey | undefined)[], part: TextPart): Held {
  const nodes = new Map<string, TextArticle>()
  const index = (articles: readonly TextArticle[]) => {
    for (const article of articles) {
      const at = pathText(article.path)
      if (!nodes.has(at)) nodes.set(at, article)
      index(article.children)
    }
  }
  index(part.articles)
  const last = highestParagraphs(keys)
  const touched = new Set<string>()
  const paragraphs = new Map<string, Set<number>>()
  const articles = source.articles.map(({ article, digest }, i): ComparedArticle => {
    const key = keys[i]
    const found = key && findIn(nodes, key, last, touched, paragraphs)
    if (!found) return { article, state: 'missing' }
    return { article, state: stateOf(digest, found), found }
  })
  return {
    source: source.id,
    part: part.number,
    headings: nodes.size - (nodes.has(PREAMBLE) ? 1 : 0),
    articles,
    unanswered: unanswered(part.articles, touched, paragraphs),
  }
}

function stateOf(recorded: string | undefined, found: Found): ComparedArticle['state'] {
  if (recorded === undefined) return 'unmarked'
  if (!isDigest(recorded)) return 'illegible'
  return sameDigest(recorded, found.digest) ? 'same' : 'changed'
}

/** The highest number the ledger gives below each path: whether 之三 can be a third paragraph is seen by it. */
function highestParagraphs(keys: readonly (ArticleKey | undefined)[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>()
  for (const key of keys) {
    if (!key || key.path.length < 2) continue
    const above = pathText(key.path.slice(0, -1))
    highest.set(above, Math.max(highest.get(above) ?? 0, Number(key.path.at(-1))))
  }
  return highest
}

function findIn(
  nodes: ReadonlyMap<string, TextArticle>,
  key: ArticleKey,
  last: ReadonlyMap<string, number>,
  touched: Set<string>,
  paragraphs: Map<string, Set<number>>,
): Found | undefined {
  for (let length = key.path.length; length > 0; length--) {
    const at = pathText(key.path.slice(0, length))
    const node = nodes.get(at)
    if (!node) continue
    const own = { as: node.label, printed: node.printed }
    const beyond = key.path.length - length
    const number = Number(key.path.at(-1))
    const paragraph = beyond === 1 && (last.get(at) ?? 0) <= node.paragraphs.length ? node.paragraphs[number - 1] : undefined
    if (paragraph && key.tail === '') {
      paragraphs.set(at, (paragraphs.get(at) ?? new Set()).add(number))
      return { ...own, ...printOf(paragraph), by: 'paragraph' }
    }
    // Where the parts are numbered, a number that is not among them is not there.
    if (beyond > 0 && (node.children.length > 0 || key.path[0] === PREAMBLE)) return undefined
    touched.add(at)
    return { ...own, ...printOf(node), by: beyond === 0 && key.tail === '' ? 'article' : 'within' }
  }
  return undefined
}

const printOf = ({ digest, characters }: Print): Print => ({ digest, characters })

/**
 * What of these the ledger is not about. A line about an article covers its parts too, unless the ledger goes into the parts: then each wants a line. What is
 * left out altogether is named once, not part by part.
 */
function unanswered(
  articles: readonly TextArticle[],
  touched: ReadonlySet<string>,
  paragraphs: ReadonlyMap<string, ReadonlySet<number>>,
): readonly UnansweredArticle[] {
  const isAbout = (article: TextArticle): boolean => touched.has(pathText(article.path)) || paragraphs.has(pathText(article.path))
  const reaches = (article: TextArticle): boolean => isAbout(article) || article.children.some(reaches)
  return articles.flatMap((article): readonly UnansweredArticle[] => {
    if (article.children.some(reaches)) return unanswered(article.children, touched, paragraphs)
    const at = pathText(article.path)
    if (touched.has(at)) return []
    const known = paragraphs.get(at)
    if (!known) return [{ label: article.label, characters: article.characters }]
    return article.paragraphs.flatMap(({ characters }, i) =>
      known.has(i + 1) ? [] : [{ label: `${article.label}之${toChineseNumeral(i + 1)}`, characters }],
    )
  })
}
