import type { Document } from '../syntax/declaration.ts'
import { commentDoc, commentLines, settleComments } from './comments.ts'
import { siblingsDoc } from './declaration.ts'
import { BLANK, type Doc, HARD, join, NO_AIR, render } from './layout.ts'
import type { Style } from './style.ts'

/** Columns of a printed line; a Chinese character takes two. */
export const LINE_WIDTH = 100

/** The document in the DSL's spelling. Throws RangeError for a tree with errors. */
export function printDsl(document: Document, style: Style): string {
  const settled = settleComments(document, (comment) => !comment.block || commentLines(comment).length === 1)
  const parts: Doc[] = []
  if (settled.declarations.length > 0) parts.push(siblingsDoc(settled.declarations, style, 0))
  if (settled.comments.length > 0) parts.push(join(HARD, settled.comments.map(commentDoc)))
  return parts.length === 0
    ? ''
    : render([join([BLANK, HARD], parts), HARD], LINE_WIDTH, style.lang === 'zh' ? undefined : NO_AIR)
}
