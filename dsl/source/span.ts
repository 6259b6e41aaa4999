/** A stretch of one file, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** The smallest span that holds both; the file is the first one's. */
export function joinSpans(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** Where generated nodes stand. */
export const NOWHERE: Span = { file: '', start: 0, end: 0 }
