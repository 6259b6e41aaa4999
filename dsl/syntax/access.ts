import type { Decl, FormName, Forms } from './declaration.ts'
import type { CLAUSES, ClauseName, DECLS, DeclKind } from './table.ts'

type ClauseForm<C extends ClauseName> = Forms[(typeof CLAUSES)[C]['form']]
type PartForm<K extends DeclKind, P extends 'value' | 'body'> = (typeof DECLS)[K] extends {
  readonly [Q in P]: infer F extends FormName
}
  ? Forms[F]
  : never

/** A clause's value with the type its table entry promises. */
export function clause<C extends ClauseName>(decl: Decl, name: C): ClauseForm<C> | undefined {
  return decl.clauses[name] as ClauseForm<C> | undefined
}

/** The value after the keyword of a declaration known to be of `kind`. */
export function mainValue<K extends DeclKind>(decl: Decl, _kind: K): PartForm<K, 'value'> | undefined {
  return decl.value as PartForm<K, 'value'> | undefined
}

/** What follows the colon of a declaration known to be of `kind`. */
export function bodyOf<K extends DeclKind>(decl: Decl, _kind: K): PartForm<K, 'body'> | undefined {
  return decl.body as PartForm<K, 'body'> | undefined
}

/** The children of one kind, in order. */
export function childrenOf(decl: Decl, kind: DeclKind): readonly Decl[] {
  return (decl.children ?? []).filter((child) => child.kind === kind)
}

/** How a declared name is shown: the Chinese one first. */
export function nameText(decl: Decl): string {
  return decl.name?.zh ?? decl.name?.id ?? ''
}
