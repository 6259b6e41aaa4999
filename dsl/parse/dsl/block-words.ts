import type { IToken } from 'chevrotain'
import { comparable } from '../../lex/characters.ts'
import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclKind, declSpec } from '../../syntax/table.ts'

/** The words with which a declaration may begin in one block. */
export interface BlockWords {
  /** the kind whose block it is; undefined for a file */
  readonly owner: DeclKind | undefined
  readonly kinds: ReadonlyMap<string, DeclKind>
}

/** What may stand at the top of a file. */
const FILE_KINDS: readonly DeclKind[] = ['policy', 'vocabulary', 'source']

/** Kinds that share the keyword of a plain one and differ by what they hold. */
const VARIANTS: ReadonlySet<DeclKind> = new Set(['by_reading_steps', 'arm_steps', 'by_reading_acts', 'arm_acts'])

function wordsOf(owner: DeclKind | undefined, kinds: readonly string[]): BlockWords {
  const words = new Map<string, DeclKind>()
  for (const kind of kinds as readonly DeclKind[]) {
    for (const word of [declSpec(kind).zh, declSpec(kind).en]) if (!(words.has(word) && VARIANTS.has(kind))) words.set(word, kind)
  }
  return { owner, kinds: words }
}

export const FILE_WORDS: BlockWords = wordsOf(undefined, FILE_KINDS)

const ALL_KINDS = Object.keys(DECLS) as DeclKind[]
const BLOCKS: ReadonlyMap<DeclKind, BlockWords> = new Map(
  ALL_KINDS.map((kind) => [kind, wordsOf(kind, declSpec(kind).block ?? [])] as const),
)
const CLAUSE_WORDS: ReadonlyMap<DeclKind, ReadonlyMap<string, ClauseName>> = new Map(
  ALL_KINDS.map((kind) => [kind, clauseWords(declSpec(kind).clauses)] as const),
)
const ANY_CLAUSE = clauseWords(Object.keys(CLAUSES) as ClauseName[])
const ANY_KIND = wordsOf(undefined, ALL_KINDS).kinds

function clauseWords(names: readonly ClauseName[]): ReadonlyMap<string, ClauseName> {
  const words = names.flatMap((name) => [[clauseSpec(name).zh, name] as const, [clauseSpec(name).en, name] as const])
  return new Map(words.filter(([word]) => word !== ''))
}

/** What may stand in the block of a kind. */
export function blockWords(kind: DeclKind): BlockWords {
  return BLOCKS.get(kind)!
}

/** The words of a kind's clauses. */
export function clausesOf(kind: DeclKind): ReadonlyMap<string, ClauseName> {
  return CLAUSE_WORDS.get(kind)!
}

/** The clause that some kind has under this word. */
export function anyClause(word: string): ClauseName | undefined {
  return ANY_CLAUSE.get(word)
}

/** The kind that has this keyword somewhere; the plain one, or else the last of the table, when several do. */
export function anyKind(word: string): DeclKind | undefined {
  return ANY_KIND.get(word)
}

/** The word of a token as the tables hold it. */
export function wordOf(token: IToken): string {
  // Words with keyword meanings are the only ones looked up, and nearly all are written as the table has them.
  return token.payload === undefined ? token.image : comparable(token.image)
}
