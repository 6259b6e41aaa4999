import { articleDigest } from './article-digest.ts'
import { type ArticlePath, PREAMBLE, pathText } from './article-key.ts'
import { headingLabel } from './heading-label.ts'
import { type HeadingStyle, type Mark, marksIn } from './headings.ts'
import { withoutPageMarks } from './page-marks.ts'
import { paragraphsOf } from './paragraphs.ts'

/** The print of a stretch of text: its digest and how long it is, never its words. */
export interface Print {
  readonly digest: string
  readonly characters: number
}

/** An article of an attached text with all that stands below it. */
export interface TextArticle extends Print {
  readonly path: ArticlePath
  /** the number as a ledger would write it: 五（一）第一步 */
  readonly label: string
  /** how often the text prints it; the longest print counts */
  readonly printed: number
  readonly children: readonly TextArticle[]
  /** its unnumbered paragraphs, where it has no numbered parts and more than one paragraph */
  readonly paragraphs: readonly Print[]
}

/** One text of the file: 【篇二】 begins another. */
export interface TextPart {
  /** number of the 篇; 0 for a file that is one text */
  readonly number: number
  readonly articles: readonly TextArticle[]
}

interface Level {
  readonly style: HeadingStyle
  readonly number: number
  readonly bare: boolean
  readonly node: Draft
}
interface Draft {
  readonly style: HeadingStyle
  readonly number: number
  readonly start: number
  end: number
  readonly children: Draft[]
}

/**
 * Splits a text at its headings: 第X条, 一、, （一）, 1., （1）, ①, 第一步, ——, nested as they come; marks amid a line count where the numbering goes on, or
 * where `awaited` (paths as `pathText` writes them) names the article a lone first mark would begin.
 */
export function splitText(text: string, awaited: ReadonlySet<string> = new Set()): readonly TextPart[] {
  const plain = withoutPageMarks(text.replace(/^\ufeff/, '').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'))
  const marks = marksIn(plain)
  const starts = marks.filter((mark) => mark.style === 'part' && mark.number !== undefined)
  if (starts.length === 0) return [{ number: 0, articles: articlesOf(plain, marks, 0, plain.length, awaited) }]
  return starts.map((part, i) => {
    const end = starts[i + 1]?.start ?? plain.length
    const within = marks.filter((mark) => mark.style !== 'part' && mark.start >= part.end && mark.end <= end)
    return { number: part.number!, articles: articlesOf(plain, within, part.end, end, awaited) }
  })
}

function articlesOf(
  text: string,
  marks: readonly Mark[],
  start: number,
  end: number,
  awaited: ReadonlySet<string>,
): readonly TextArticle[] {
  const roots = nest(marks, end, awaited)
  const preamble = paragraphsOf(`\n${text.slice(start, roots.first)}`).filter((one) => /[。；;]/.test(one))
  const lead: TextArticle[] =
    preamble.length === 0
      ? []
      : [{ path: [PREAMBLE], label: '引言', printed: 1, children: [], paragraphs: [], ...articleDigest(preamble.join('')) }]
  return [...lead, ...merged(roots.drafts, [], '', text)]
}

/** Puts the marks that are headings one below another. */
function nest(
  marks: readonly Mark[],
  end: number,
  awaited: ReadonlySet<string>,
): { readonly drafts: readonly Draft[]; readonly first: number } {
  const drafts: Draft[] = []
  const byArticles = marks.some((mark) => mark.style === 'article' && mark.hold >= 2)
  let stack: Level[] = []
  let first = end
  const close = (depth: number, at: number) => {
    for (const level of stack.splice(depth)) level.node.end = Math.min(level.node.end, at)
  }
  for (const [i, mark] of marks.entries()) {
    if (mark.style === 'chapter' && byArticles) {
      // Articles are counted on through the chapters; a chapter's own heading belongs to none of them.
      first = Math.min(first, mark.start)
      for (const level of stack) level.node.end = Math.min(level.node.end, mark.start)
      stack = stack.slice(0, 1)
      continue
    }
    const placed = place(mark, i, marks, stack, awaited)
    if (!placed) continue
    close(placed.depth, mark.start)
    const node: Draft = { style: mark.style, number: placed.number, start: mark.end, end, children: [] }
    const parent = stack.at(-1)?.node
    ;(parent?.children ?? drafts).push(node)
    stack.push({ style: mark.style, number: placed.number, bare: mark.hold === 0, node })
    first = Math.min(first, mark.start)
  }
  return { drafts, first }
}

const MOST_SKIPPED = 5
const MAJOR: ReadonlySet<HeadingStyle> = new Set(['annex', 'chapter', 'article', 'numeral'])

/** Where a mark goes on or opens a level; undefined when it is no heading. */
function place(
  mark: Mark,
  index: number,
  marks: readonly Mark[],
  stack: readonly Level[],
  awaited: ReadonlySet<string>,
): { readonly depth: number; readonly number: number } | undefined {
  const depth = stack.findLastIndex((level) => level.style === mark.style)
  const { number, hold, style } = mark
  if (style === 'annex' && number !== undefined) return { depth: 0, number }
  if (depth >= 0) {
    const level = stack[depth]!
    if (number === undefined) return { depth, number: level.number + 1 }
    if (hold === 0 && !level.bare) return undefined
    const step = number - level.number
    const fits = step === 1 || (hold === 3 && step <= MOST_SKIPPED)
    return fits ? { depth, number } : undefined
  }
  if (style === 'dash') return { depth: stack.length, number: 1 }
  if (number === undefined) return undefined
  const major = MAJOR.has(style) && hold === 3
  if (number !== 1 && !major) return undefined
  if (hold < 2 && !goesOn(index, marks, stack) && !isAwaited(index, marks, stack, awaited)) return undefined
  // A heading of the highest kinds is never part of a list that came before the first of them.
  const within = stack.findLastIndex((level) => MAJOR.has(level.style)) + 1
  return { depth: MAJOR.has(style) ? within : stack.length, number }
}

const FARTHEST = 400

/** Whether a list that seems to begin here has a second member before what is above it goes on. */
function goesOn(index: number, marks: readonly Mark[], stack: readonly Level[]): boolean {
  const { style } = marks[index]!
  for (const later of marks.slice(index + 1, index + 1 + FARTHEST)) {
    if (later.style === style && later.number === 2) return true
    const above = stack.find((level) => level.style === later.style)
    if (above && later.hold >= 2 && later.number === above.number + 1) return false
  }
  return false
}

/** Whether the article that would begin here is one the ledger has, and no surer mark for it follows. */
function isAwaited(index: number, marks: readonly Mark[], stack: readonly Level[], awaited: ReadonlySet<string>): boolean {
  const path = [...stack.map((level) => nameOf(level.style, level.number)), '1']
  const { style, hold } = marks[index]!
  if (!awaited.has(pathText(path)) || (hold === 0 && stack.length === 0)) return false
  for (const later of marks.slice(index + 1, index + 1 + FARTHEST)) {
    if (later.style === style && later.number === 1 && later.hold > hold) return false
    const above = stack.find((level) => level.style === later.style)
    if (above && later.hold >= 2 && later.number === above.number + 1) return true
  }
  return true
}

function nameOf(style: HeadingStyle, number: number): string {
  return style === 'annex' ? `annex${number}` : String(number)
}

/** What stands between a heading's number and its words belongs to neither. */
const AFTER_MARK = /^[ \t\u3000：:、.．]+/

/** Prints of one number become one article, the longest print counting. */
function merged(drafts: readonly Draft[], above: ArticlePath, label: string, text: string): readonly TextArticle[] {
  const byPath = new Map<string, TextArticle>()
  for (const draft of drafts) {
    const name = nameOf(draft.style, draft.number)
    const own = headingLabel(label, draft.style, draft.number)
    const words = text.slice(draft.start, draft.end).replace(AFTER_MARK, '')
    const path = [...above, name]
    const inner = draft.children.length > 0 ? [] : paragraphsOf(words)
    const article: TextArticle = {
      path,
      label: own,
      printed: 1,
      children: merged(draft.children, path, own, text),
      paragraphs: inner.length > 1 ? inner.map(articleDigest) : [],
      ...articleDigest(words),
    }
    const earlier = byPath.get(`${draft.style} ${name}`)
    const longer = earlier && earlier.characters >= article.characters ? earlier : article
    byPath.set(`${draft.style} ${name}`, { ...longer, printed: (earlier?.printed ?? 0) + 1 })
  }
  return [...byPath.values()]
}
