import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclKind, type DeclSpec, declSpec } from '../../syntax/table.ts'

/** The key of a declaration's body. */
export const BODY_KEY = 'is'
/** The key of a declaration's block. */
export const BLOCK_KEY = 'do'

const KINDS = new Map<string, DeclKind[]>()
for (const kind of Object.keys(DECLS) as DeclKind[])
  KINDS.set(declSpec(kind).yaml, [...(KINDS.get(declSpec(kind).yaml) ?? []), kind])
const CLAUSE_KEYS: ReadonlySet<string> = new Set((Object.keys(CLAUSES) as ClauseName[]).map((name) => clauseSpec(name).yaml))

/** The kind a key stands for in the block of a kind: by_reading holds items, steps or what a step says. A kind of another block where this one has none. */
export function kindOfKey(key: string, parent: DeclKind | undefined): DeclKind | undefined {
  const kinds = KINDS.get(key)
  if (kinds === undefined || kinds.length === 1) return kinds?.[0]
  const here = kindsIn(parent)
  return kinds.find((kind) => here.includes(kind)) ?? kinds[0]
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
