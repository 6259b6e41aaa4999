import type { Clauses, Comment, Decl, Forms } from '../../syntax/declaration.ts'
import type { DeclKind } from '../../syntax/table.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A declaration while it is being read. It is put into its parent's list before it is filled, so that what was read survives an error behind it. */
export type Draft = Omit<Writable<Decl>, 'clauses' | 'children' | 'comments'> & {
  clauses: Writable<Clauses>
  children?: Draft[]
  comments: { leading: Comment[]; trailing: Comment[]; inner: Comment[] }
}

/** An empty declaration of a kind, standing where its keyword stands. */
export function draft(kind: DeclKind, keywordSpan: Decl['keywordSpan']): Draft {
  return { kind, clauses: {}, comments: { leading: [], trailing: [], inner: [] }, keywordSpan, span: keywordSpan }
}

/** Adds a clause's value; lists of a clause written again are joined. */
export function addClause(into: Draft, name: keyof Clauses, value: Forms[keyof Forms]): void {
  const before = into.clauses[name]
  into.clauses[name] = (Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value) as Forms[keyof Forms]
}
