import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclKind, type DeclSpec, declSpec } from '../../syntax/table.ts'

/** The key of a declaration's body. */
export const BODY_KEY = 'is'
/** The key of a declaration's block. */
export const BLOCK_KEY = 'do'

const KINDS: ReadonlyMap<string, DeclKind> = new Map(
  (Object.keys(DECLS) as DeclKind[]).map((kind) => [declSpec(kind).yaml, kind]),
)
const CLAUSE_KEYS: ReadonlySet<string> = new Set((Object.keys(CLAUSES) as ClauseName[]).map((name) => clauseSpec(name).yaml))

/** The kind a key stands for. */
export function kindOfKey(key: string): DeclKind | undefined {
  return KINDS.get(key)
}

/** Whether the key means something in some declaration. */
export function isKnownKey(key: string): boolean {
  return KINDS.has(key) || CLAUSE_KEYS.has(key) || key === BODY_KEY || key === BLOCK_KEY
}

/** The clause a key stands for in a kind of declaration. */
export function clauseOfKey(spec: DeclSpec, key: string): ClauseName | undefined {
  return spec.clauses.find((name) => clauseSpec(name).yaml === key)
}

/** The keys a kind may have beside its own. */
export function keysOf(spec: DeclSpec): readonly string[] {
  const clauses = spec.clauses.map((name) => clauseSpec(name).yaml)
  return [...clauses, ...(spec.body ? [BODY_KEY] : []), ...(spec.block ? [BLOCK_KEY] : [])]
}

/** The kinds a block may hold; undefined: the file's. */
export function kindsIn(parent: DeclKind | undefined): readonly DeclKind[] {
  if (parent === undefined) return ['policy', 'vocabulary', 'source']
  return (declSpec(parent).block ?? []) as readonly DeclKind[]
}
