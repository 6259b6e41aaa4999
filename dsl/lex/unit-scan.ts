import { formatUnit, parseUnit, UNIT_WORDS } from '../value/unit.ts'
import { ASCII_WORD, BLANK, DIGIT, HAN } from './characters.ts'
import { KEYWORDS, mayBeginHere } from './keywords.ts'

const ZH = UNIT_WORDS.map((word) => word.zh)
  .sort((a, b) => b.length - a.length)
  .join('|')
const EN = `(?:${UNIT_WORDS.map((word) => word.en)
  .sort((a, b) => b.length - a.length)
  .join('|')})s?(?![A-Za-z0-9_])`
const WORD = `(?:${ZH}|${EN})(?:[²³]|\\^[1-9])?`
const MORE = `(?:[/／]${WORD}|[/／][(（]${WORD}(?:[·•・‧⋅*×]${WORD})*[)）]|[·•・‧⋅]${WORD}|每${WORD}|${BLANK}per${BLANK}${WORD})`
const UNIT = new RegExp(`${WORD}${MORE}*`, 'y')
const HAN_RUN = new RegExp(`${HAN}*`, 'y')
const ASCII_RUN = new RegExp(ASCII_WORD, 'y')
const FIGURE_BEHIND = new RegExp(`${BLANK}+${DIGIT}`, 'y')
const BLANKS = new RegExp(`${BLANK}*`, 'y')

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Where the blanks that begin at `at` end. */
export function skipBlanks(text: string, at: number): number {
  return matchEnd(BLANKS, text, at)
}

/** Where the run of Han characters that begins at `at` ends. */
export function hanEnd(text: string, at: number): number {
  return matchEnd(HAN_RUN, text, at)
}

/** Where the ASCII word that begins at `at` ends. */
export function asciiEnd(text: string, at: number): number {
  return matchEnd(ASCII_RUN, text, at)
}

/** Whether a word may end at `at`: no Han characters follow, or ones that begin with a keyword (3700元以上). */
export function wordMayEnd(text: string, at: number): boolean {
  return mayBeginHere(text.slice(at, hanEnd(text, at)))
}

/** Where the unit that begins at `at` ends; `at` itself when none does. Shorter readings are tried until the rest of the run is a keyword. */
export function unitEnd(text: string, at: number): number {
  const end = matchEnd(UNIT, text, at)
  if (end === at) return end
  // 至少 1 人数 3, at_least 1 persons 3: 人数 is a word of its own, and so is persons before a figure.
  const run = hanEnd(text, at)
  if (run > end && KEYWORDS.has(text.slice(at, run))) return at
  if (run === at && matchEnd(FIGURE_BEHIND, text, end) > end && KEYWORDS.has(text.slice(at, end))) return at
  if (mayBeginHere(text.slice(end, run > end ? run : hanEnd(text, end)))) return end
  for (let shorter = end - 1; shorter > at; shorter--) {
    if (wordMayEnd(text, shorter) && matchEnd(UNIT, text.slice(0, shorter), at) === shorter) return shorter
  }
  return at
}

const CANONICAL = new Map<string, string>()

/** The unit in the zh spelling of the tree; undefined when the text is no unit. */
export function canonicalUnit(text: string): string | undefined {
  const known = CANONICAL.get(text)
  if (known !== undefined) return known
  const unit = parseUnit(text)
  if (unit === undefined) return undefined
  const spelling = formatUnit(unit, 'zh')
  if (CANONICAL.size < 500) CANONICAL.set(text, spelling)
  return spelling
}
