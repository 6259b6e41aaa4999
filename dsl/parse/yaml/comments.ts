import type { Comment, Decl, Document } from '../../syntax/declaration.ts'
import { blankBefore, withBlanks } from '../blank-before.ts'
import { columnOf, type DraftDecl } from './declaration.ts'
import type { Reading } from './node.ts'
import type { YamlComment } from './source.ts'

interface Place {
  readonly leading: Comment[]
  readonly trailing: Comment[]
  readonly inner: Comment[]
}

/**
 * Gives every comment its declaration: one behind a declaration's last line trails it; one above the next declaration leads that; one below a block's
 * last declaration, at least as far in as its dashes, belongs to the block. None is lost and their order stays.
 */
export function attachComments(
  reading: Reading,
  drafts: readonly DraftDecl[],
  comments: readonly YamlComment[],
): Pick<Document, 'declarations' | 'comments'> {
  const places = new Map<DraftDecl, Place>()
  const placeOf = (decl: DraftDecl): Place => {
    const place = places.get(decl) ?? { leading: [], trailing: [], inner: [] }
    places.set(decl, place)
    return place
  }
  const atEnd: Comment[] = []
  const order = inOrder(drafts)
  let passed = -1
  // A comment further out than the one before it closes the blocks between.
  let column = Number.POSITIVE_INFINITY
  for (const { text, span } of comments) {
    const comment: Comment = { text: text.trim(), block: false, span }
    const before = passed
    while (passed + 1 < order.length && order[passed + 1]!.decl.span.start < span.start) passed++
    if (passed !== before) column = Number.POSITIVE_INFINITY
    const last = order[passed]
    const path = last ? [...last.path, last.decl] : []
    const lineStart = span.start - columnOf(reading, span.start)
    const trailed = path.findLast((decl) => decl.span.end <= span.start && decl.span.end >= lineStart)
    if (trailed !== undefined && trailed === last?.decl) {
      placeOf(trailed).trailing.push(comment)
      continue
    }
    column = Math.min(column, ownLine(reading, span.start) ? columnOf(reading, span.start) : column)
    const owner = path.findLast(
      (decl) => span.start < decl.span.end || (decl.children !== undefined && column >= decl.childColumn),
    )
    const next = order[passed + 1]
    if (next !== undefined && next.path.at(-1) === owner) placeOf(next.decl).leading.push(comment)
    else if (owner !== undefined) placeOf(owner).inner.push(comment)
    else atEnd.push(comment)
  }
  return { declarations: finished(reading, drafts, places), comments: atEnd }
}

function finished(reading: Reading, drafts: readonly DraftDecl[], places: ReadonlyMap<DraftDecl, Place>): readonly Decl[] {
  return drafts.map((draft, i) => {
    const { childColumn: _column, children, ...rest } = draft
    const place = places.get(draft) ?? { leading: [], trailing: [], inner: [] }
    const comments = { ...place, leading: withBlanks(place.leading, reading.text, draft.span.start) }
    const airy = i > 0 && blankBefore(reading.text, comments.leading[0]?.span.start ?? draft.span.start, true)
    return {
      ...rest,
      ...(children && { children: finished(reading, children, places) }),
      comments,
      ...(airy && { blankBefore: true as const }),
    }
  })
}

function ownLine(reading: Reading, offset: number): boolean {
  return reading.text.slice(offset - columnOf(reading, offset), offset).trim() === ''
}

interface Placed {
  readonly decl: DraftDecl
  /** the declarations around it, outermost first */
  readonly path: readonly DraftDecl[]
}

function inOrder(drafts: readonly DraftDecl[], path: readonly DraftDecl[] = []): readonly Placed[] {
  return drafts.flatMap((decl) => [{ decl, path }, ...inOrder(decl.children ?? [], [...path, decl])])
}
