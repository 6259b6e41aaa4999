import { COMPARE_LEADS, COMPARE_WORDS } from '../syntax/compare-words.ts'
import { EXPRESSION_WORDS, type ExpressionWord, RESERVED_WORD_IDS } from '../syntax/expression-words.ts'
import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclKind, declSpec } from '../syntax/table.ts'
import { comparable } from './characters.ts'

/** What a word may mean: a kind of declaration, a clause, a choice of a clause, an operator word, the verb before one, a word of expressions, a reserved word. */
export type KeywordRole = 'declaration' | 'clause' | 'choice' | 'compare' | 'lead' | 'expression' | 'reserved'

/** One meaning of a word; the place where it stands says which of a word's meanings holds. `id` is the key in its table. */
export interface Keyword {
  readonly id: string
  readonly lang: 'zh' | 'en'
  readonly role: KeywordRole
}

function collect(): ReadonlyMap<string, readonly Keyword[]> {
  const found = new Map<string, Keyword[]>()
  const add = (word: string, id: string, lang: 'zh' | 'en', role: KeywordRole) => {
    if (word === '' || !/^[A-Za-z_\u3005-\u9FFF]/.test(word)) return
    const meanings = found.get(word) ?? []
    if (!meanings.some((meaning) => meaning.id === id && meaning.role === role)) meanings.push({ id, lang, role })
    found.set(word, meanings)
  }
  const both = (entry: ExpressionWord, id: string, role: KeywordRole) => {
    add(entry.zh, id, 'zh', role)
    add(entry.en, id, 'en', role)
    for (const word of entry.also ?? []) add(word, id, /^[A-Za-z]/.test(word) ? 'en' : 'zh', role)
  }
  const choices = (words: Readonly<Record<string, readonly [string, string]>> = {}) => {
    for (const [id, [zh, en]] of Object.entries(words)) both({ zh, en }, id, 'choice')
  }
  const reserved: ReadonlySet<string> = new Set(RESERVED_WORD_IDS)
  for (const [id, entry] of Object.entries(EXPRESSION_WORDS)) both(entry, id, reserved.has(id) ? 'reserved' : 'expression')
  for (const [id, entry] of Object.entries(COMPARE_WORDS)) both(entry, id, 'compare')
  for (const [id, entry] of Object.entries(COMPARE_LEADS)) both(entry, id, 'lead')
  for (const kind of Object.keys(DECLS) as DeclKind[]) {
    both(declSpec(kind), kind, 'declaration')
    choices(declSpec(kind).valueWords)
  }
  for (const name of Object.keys(CLAUSES) as ClauseName[]) {
    both(clauseSpec(name), name, 'clause')
    choices(clauseSpec(name).words)
  }
  return found
}

/** Every word of the language with all it may mean, in both languages. */
export const KEYWORDS: ReadonlyMap<string, readonly Keyword[]> = collect()

/** The meanings of a word as typed, full width and composed forms alike; none for an ordinary name. */
export function keywordsOf(word: string): readonly Keyword[] {
  return KEYWORDS.get(word) ?? KEYWORDS.get(comparable(word)) ?? []
}

function longestFirst(words: Iterable<string>): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

/** The Chinese keywords, longest first: where a run of Han characters may be split. */
export const HAN_KEYWORDS: readonly string[] = longestFirst([...KEYWORDS.keys()].filter((word) => word.charCodeAt(0) > 0x7f))

const BY_FIRST: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(HAN_KEYWORDS.map((word) => word[0]!))].map(
    (first) => [first, HAN_KEYWORDS.filter((word) => word[0] === first)] as const,
  ),
)

/** Whether a stretch of Han characters is empty or begins with a keyword, so that what stands before it may end there. */
export function mayBeginHere(rest: string): boolean {
  return rest === '' || (BY_FIRST.get(rest[0]!)?.some((word) => rest.startsWith(word)) ?? false)
}
