import { displayWidth } from '../source/display-width.ts'

/**
 * A text with its possible line breaks. `gap` is the blank between words: none beside full-width punctuation, which brings its own air.
 * `line` is a gap and `soft` nothing, until their group is broken: then both start a new line. `hard` always does.
 */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: 'gap' | 'line' | 'soft' | 'hard' | 'blank' }
  | { readonly kind: 'group' | 'indent'; readonly doc: Doc }
  /** as written, line breaks included; never breaks a group */
  | { readonly kind: 'verbatim'; readonly text: string }
  /** written at the end of a line without a say in where that line breaks */
  | { readonly kind: 'aside'; readonly text: string }

export const GAP: Doc = { kind: 'gap' }
export const LINE: Doc = { kind: 'line' }
export const SOFT: Doc = { kind: 'soft' }
export const HARD: Doc = { kind: 'hard' }
/** An empty line. */
export const BLANK: Doc = { kind: 'blank' }

/** Kept on one line where it fits. */
export function group(...docs: readonly Doc[]): Doc {
  return { kind: 'group', doc: docs }
}
/** Lines started inside stand two columns further in. */
export function indent(...docs: readonly Doc[]): Doc {
  return { kind: 'indent', doc: docs }
}
export function verbatim(text: string): Doc {
  return { kind: 'verbatim', text }
}
export function aside(text: string): Doc {
  return { kind: 'aside', text }
}
/** The documents with `separator` between them. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, i) => (i === 0 ? [doc] : [separator, doc]))
}
/** The documents with gaps between them; empty ones count for nothing. */
export function spaced(...docs: readonly Doc[]): Doc {
  return join(
    GAP,
    docs.filter((doc) => doc !== ''),
  )
}

interface Task {
  readonly doc: Doc
  readonly depth: number
  readonly flat: boolean
}

/** Full-width punctuation needs no blank beside it. */
const AIRY = /[（）：；，、。「」〔〕]/
/** In a text of ASCII words it does. */
export const NO_AIR = /^$/

/** Whether a gap between these two characters is drawn. */
function needsBlank(before: string, after: string, airy: RegExp): boolean {
  if (after === '{') return before !== ''
  return before !== '' && !airy.test(before) && !airy.test(after)
}

/** Writes a document, lines at most `width` columns where its groups allow it. No blank stands at a line's end. */
export function render(root: Doc, width: number, airy = AIRY): string {
  const out: string[] = []
  let column = 0
  let last = ''
  let pending = false
  let startOfLine = -1
  const stack: Task[] = [{ doc: root, depth: 0, flat: false }]

  const write = (text: string): void => {
    if (text === '') return
    if (startOfLine >= 0) out.push('  '.repeat(startOfLine))
    else if (pending && needsBlank(last, text[0]!, airy)) {
      out.push(' ')
      column += 1
    }
    startOfLine = -1
    pending = false
    out.push(text)
    const lastBreak = text.lastIndexOf('\n')
    column = lastBreak < 0 ? column + displayWidth(text) : displayWidth(text.slice(lastBreak + 1))
    last = text[text.length - 1]!
  }

  while (stack.length > 0) {
    const { doc, depth, flat } = stack.pop()!
    if (typeof doc === 'string') write(doc)
    else if (isList(doc)) for (let i = doc.length - 1; i >= 0; i--) stack.push({ doc: doc[i]!, depth, flat })
    else if (doc.kind === 'verbatim' || doc.kind === 'aside') write(doc.text)
    else if (doc.kind === 'indent') stack.push({ doc: doc.doc, depth: depth + 1, flat })
    else if (doc.kind === 'group')
      stack.push({ doc: doc.doc, depth, flat: flat || fits(doc.doc, stack, width - column - (pending ? 1 : 0)) })
    else if (doc.kind === 'gap' || (doc.kind === 'line' && flat)) pending = true
    else if (doc.kind === 'blank') out.push('\n')
    else if (doc.kind === 'hard' || !flat) {
      out.push('\n')
      startOfLine = depth
      column = depth * 2
      last = ''
    }
  }
  return out.join('')
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc)
}

/** Whether `doc` and what follows it up to the next possible break take at most `room` columns. */
function fits(doc: Doc, after: readonly Task[], room: number): boolean {
  const queue: Task[] = [{ doc, depth: 0, flat: true }]
  let next = after.length
  while (room >= 0) {
    const task = queue.pop() ?? after[--next]
    if (task === undefined) return true
    const { doc: d, flat } = task
    if (typeof d === 'string') room -= displayWidth(d)
    else if (isList(d)) for (let i = d.length - 1; i >= 0; i--) queue.push({ doc: d[i]!, depth: 0, flat })
    else if (d.kind === 'aside') continue
    else if (d.kind === 'verbatim') {
      if (d.text.includes('\n')) return room >= displayWidth(d.text.slice(0, d.text.indexOf('\n')))
      room -= displayWidth(d.text)
    } else if (d.kind === 'group' || d.kind === 'indent') queue.push({ doc: d.doc, depth: 0, flat })
    else if (d.kind === 'hard' || d.kind === 'blank') return !flat
    else if (d.kind === 'soft') {
      if (!flat) return true
    } else if (d.kind === 'line' && !flat) return true
    else room -= 1
  }
  return false
}
