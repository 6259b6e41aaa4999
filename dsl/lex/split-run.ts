import { EXPRESSION_WORDS, type ExpressionWord } from '../syntax/expression-words.ts'
import { UNIT_WORDS } from '../value/unit.ts'
import { comparable } from './characters.ts'
import { HAN_KEYWORDS, keywordsOf } from './keywords.ts'

/** Words that only types, groups, cells and literals use; they never stand between names. */
const NOT_BETWEEN_NAMES = /^(type_|combine_|duration_|cell_|empty_(?!as)|year_position|position_end|month_|places|default)/

function joins(word: string): boolean {
  return keywordsOf(word).some(({ id, role }) => {
    if (role === 'reserved' || role === 'compare' || role === 'lead') return true
    if (role === 'clause') return word.length > 1
    return role === 'expression' && !NOT_BETWEEN_NAMES.test(id)
  })
}

const JOINING = HAN_KEYWORDS.filter(joins)
const VALUES: ReadonlySet<string> = new Set(
  (['true', 'false', 'nothing'] as const).map((id) => (EXPRESSION_WORDS[id] as ExpressionWord).zh),
)
/** 半数, 三分之二, 百分之二点五: a value in words. */
const FRACTION = /半数|[零〇一二两三四五六七八九十百千万]+分之[零〇一二两三四五六七八九十百千点]+/y
const UNITS = UNIT_WORDS.map((word) => word.zh).sort((a, b) => b.length - a.length)
const MOST = 2
const LONGEST_RUN = 200
/** Steps of the search; a run that needs more is not split. */
const MOST_STEPS = 20_000

/**
 * The ways to read a run of Han characters as keywords, operator words and declared names, fewest words first; at most two, for one is a suggestion and
 * two are a doubt. Two names never stand side by side, and a unit only at the start (after a figure). Bounded: a long or hopeless run gives none.
 */
export function splitRun(run: string, names: ReadonlySet<string>): readonly (readonly string[])[] {
  const text = comparable(run)
  if (text === '' || text.length > LONGEST_RUN) return []
  const byFirst = new Map<string, string[]>()
  for (const name of names) {
    const word = comparable(name)
    if (word === '' || !text.includes(word)) continue
    const first = byFirst.get(word[0]!) ?? []
    first.push(word)
    byFirst.set(word[0]!, first)
  }
  let steps = 0
  for (let most = 1; most <= 12; most++) {
    const found: string[][] = []
    const hopeless = new Set<string>()
    const walk = (at: number, words: string[], afterName: boolean): boolean => {
      if (at === text.length) {
        if (words.length === most) found.push([...words])
        return words.length === most
      }
      const state = `${at} ${words.length} ${afterName}`
      if (words.length === most || hopeless.has(state) || ++steps > MOST_STEPS) return false
      let any = false
      const step = (word: string, name: boolean) => {
        if (found.length >= MOST || !text.startsWith(word, at)) return
        words.push(word)
        any = walk(at + word.length, words, name) || any
        words.pop()
      }
      const declared = byFirst.get(text[at]!) ?? []
      if (!afterName) for (const word of declared) step(word, true)
      for (const word of JOINING) if (!declared.includes(word) && !(afterName && VALUES.has(word))) step(word, VALUES.has(word))
      FRACTION.lastIndex = at
      const fraction = afterName ? undefined : FRACTION.exec(text)?.[0]
      if (fraction !== undefined && !declared.includes(fraction)) step(fraction, true)
      if (at === 0) for (const word of UNITS) if (!declared.includes(word)) step(word, true)
      if (!any && found.length < MOST) hopeless.add(state)
      return any
    }
    walk(0, [], false)
    if (found.length > 0) return found
  }
  return []
}
