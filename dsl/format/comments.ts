import type { Comment, Decl, Document } from '../syntax/declaration.ts'
import { type Doc, HARD, join, verbatim } from './layout.ts'

/** The lines of a comment, each without blanks around it; line breaks other than \n count too. */
export function commentLines(comment: Comment): readonly string[] {
  const lines = comment.text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim())
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first < 0 ? [''] : lines.slice(first, last + 1)
}

/** Every comment's lines in the order they stand in the file: what formatting must not change. */
export function commentSequence(document: Document): readonly string[] {
  const found: Comment[] = []
  const walk = (decl: Decl): void => {
    found.push(...decl.comments.leading)
    if (decl.children === undefined) found.push(...decl.comments.inner)
    decl.children?.forEach(walk)
    if (decl.children !== undefined) found.push(...decl.comments.inner)
    found.push(...decl.comments.trailing)
  }
  document.declarations.forEach(walk)
  found.push(...document.comments)
  return found.flatMap(commentLines)
}

/** A comment in the DSL; block comments keep their marks and their line breaks. */
export function commentDoc(comment: Comment): Doc {
  const lines = commentLines(comment)
  if (!comment.block) return lines[0] === '' ? '//' : `// ${lines.join(' ')}`
  return lines.length === 1
    ? `/* ${lines[0]} */`
    : join(HARD, ['/*', ...lines.map((line) => verbatim(line === '' ? '' : `   ${line}`)), '*/'])
}

/** A comment in YAML: one # per line, and an empty line where the author put one behind it. */
export function hashLines(comment: Comment): readonly string[] {
  const lines = commentLines(comment).map((line) => (line === '' ? '#' : `# ${line}`))
  return comment.blankAfter ? [...lines, ''] : lines
}

/** Whether a comment can stand on the last line of a declaration. */
export type Stays = (comment: Comment, decl: Decl) => boolean

/**
 * The same tree with comments where a printer can put them: those within a statement lead it, and of several after it only the last one that
 * fits stays on its line, the others go to what comes next.
 */
export function settleComments(document: Document, stays: Stays): Document {
  const { decls, rest } = settleAll(document.declarations, stays)
  return { ...document, declarations: decls, comments: [...rest, ...document.comments] }
}

function settleAll(decls: readonly Decl[], stays: Stays): { decls: readonly Decl[]; rest: readonly Comment[] } {
  const done: Decl[] = []
  let carried: readonly Comment[] = []
  for (const decl of decls) {
    const inside = decl.children === undefined ? decl.comments.inner : []
    const leading = [...carried, ...decl.comments.leading, ...inside]
    const [first, ...more] = decl.comments.trailing
    const kept = first !== undefined && stays(first, decl)
    const trailing = kept ? [first] : []
    carried = kept ? more : decl.comments.trailing
    if (decl.children === undefined) done.push({ ...decl, comments: { leading, inner: [], trailing } })
    else {
      const children = settleAll(decl.children, stays)
      const inner = [...children.rest, ...decl.comments.inner]
      done.push({ ...decl, children: children.decls, comments: { leading, inner, trailing } })
    }
  }
  return { decls: done, rest: carried }
}
