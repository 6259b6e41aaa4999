import { hasLineEnd } from '../../lex/characters.ts'
import type { Comment } from '../../syntax/declaration.ts'
import { blankBefore, withBlanks } from '../blank-before.ts'
import type { Draft } from './draft.ts'

type Braces = ReadonlyMap<Draft, { readonly open: number; readonly close: number }>

/**
 * Gives every comment a declaration: trailing when it follows one on its last line, leading when one follows, inner when it stands before ｝ with nothing
 * behind it. Comments inside a head or a body lead their declaration. Those after the last declaration are returned. The order of all is kept.
 */
export function attachComments(
  comments: readonly Comment[],
  declarations: readonly Draft[],
  braces: Braces,
  text: string,
): readonly Comment[] {
  const after: Comment[] = []
  for (const comment of comments) place(comment, declarations, braces, text, after)
  noteBlanks(declarations, text)
  return after
}

/** Notes the empty lines between neighbours, now that it is known which comments belong to the later one. */
function noteBlanks(siblings: readonly Draft[], text: string): void {
  siblings.forEach((decl, i) => {
    const start = Math.min(decl.span.start, decl.comments.leading[0]?.span.start ?? decl.span.start)
    if (i > 0 && blankBefore(text, start)) decl.blankBefore = true
    if (decl.comments.leading.length > 0) decl.comments.leading = [...withBlanks(decl.comments.leading, text, decl.span.start)]
    if (decl.children) noteBlanks(decl.children, text)
  })
}

function place(comment: Comment, top: readonly Draft[], braces: Braces, text: string, after: Comment[]): void {
  let siblings = top
  let rest = after
  for (;;) {
    const at = lastStarting(siblings, comment.span.start)
    const before = siblings[at]
    if (before && comment.span.start < before.span.end) {
      const inside = braces.get(before)
      if (!inside || comment.span.start < inside.open) {
        before.comments.leading.push(comment)
        return
      }
      if (comment.span.start < inside.close) {
        siblings = before.children ?? []
        rest = before.comments.inner
        continue
      }
    }
    const sameLine = before && !hasLineEnd(text.slice(before.span.end, comment.span.start))
    const next = siblings[at + 1]
    if (before && sameLine) before.comments.trailing.push(comment)
    else if (next) next.comments.leading.push(comment)
    else rest.push(comment)
    return
  }
}

/** The index of the last declaration that starts at or before an offset; -1 when none does. */
function lastStarting(siblings: readonly Draft[], offset: number): number {
  let low = 0
  let high = siblings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (siblings[middle]!.span.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
