import { UNIT_WORDS, unitWord } from './unit-words.ts'

export { UNIT_WORDS, type UnitWord, unitWord } from './unit-words.ts'

/** A unit as a map from base id to exponent: 元/人·年 is { yuan: 1, person: -1, year: -1 }. Without entries: a bare number. */
export interface Unit {
  readonly [base: string]: number
}

export const NO_UNIT: Unit = Object.freeze({})

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const exponents = new Map(Object.entries(a))
  for (const [base, exponent] of Object.entries(b)) exponents.set(base, (exponents.get(base) ?? 0) + sign * exponent)
  return Object.fromEntries([...exponents].filter(([, exponent]) => exponent !== 0))
}

/** The unit of a product. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, 1)
}

/** The unit of a quotient a ÷ b. */
export function divideUnits(a: Unit, b: Unit): Unit {
  return combine(a, b, -1)
}

/** Whether two units are the same, whatever the order of their entries. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === b) return true
  for (const base in a) if (a[base] !== (b[base] ?? 0)) return false
  for (const base in b) if (b[base] !== (a[base] ?? 0)) return false
  return true
}

const MAX_EXPONENT = 9
const MAX_TOKENS = 64
const SUPERSCRIPTS: Readonly<Record<string, string>> = { '²': '^2', '³': '^3' }
const TIMES = new Set(['·', '•', '・', '‧', '⋅', '*', '×'])
const OVER = new Set(['/', '／', '÷', '每', 'per'])
const ZH_SPELLINGS = UNIT_WORDS.map((word) => word.zh).sort((a, b) => b.length - a.length)

/** Splits into unit words, operators, brackets and "^n"; undefined where something is none of these. */
function tokens(text: string): string[] | undefined {
  const found: string[] = []
  let rest = text.replace(/[²³]/g, (c) => SUPERSCRIPTS[c]!).trimStart()
  while (rest !== '') {
    const zh = ZH_SPELLINGS.find((word) => rest.startsWith(word))
    const token = zh ?? /^(?:[A-Za-z_]+|\^[1-9]|1|[()（）]|[·•・‧⋅*×/／÷每])/.exec(rest)?.[0]
    if (token === undefined || found.length === MAX_TOKENS) return undefined
    found.push(token)
    rest = rest.slice(token.length).trimStart()
  }
  return found
}

/** Reads the product at the front of `queue`, bracketed or bare; undefined when there is none. */
function product(queue: string[], inBrackets: boolean): Unit | undefined {
  if (!inBrackets && (queue[0] === '(' || queue[0] === '（')) {
    queue.shift()
    const inner = product(queue, true)
    const closing = queue.shift()
    return closing === ')' || closing === '）' ? inner : undefined
  }
  let result: Unit = NO_UNIT
  for (;;) {
    const factor = power(queue)
    if (factor === undefined) return undefined
    result = multiplyUnits(result, factor)
    if (queue[0] === undefined || !TIMES.has(queue[0])) return result
    queue.shift()
  }
}

function power(queue: string[]): Unit | undefined {
  const spelling = queue.shift()
  if (spelling === '1') return NO_UNIT
  const word = spelling === undefined ? undefined : unitWord(spelling)
  // A word with a factor would need converting, which a bare unit cannot express.
  if (word === undefined || word.factor !== undefined) return undefined
  const exponent = queue[0]?.startsWith('^') ? Number(queue.shift()!.slice(1)) : 1
  return Object.fromEntries(Object.entries(word.base).map(([id, n]) => [id, n * exponent]))
}

/**
 * Reads a unit: 元, 元/人·年, 元每人每年, yuan/person·year, yuan/(person*year), yuan per person per year. All after a slash divides,
 * so 元/人·年 and 元/人/年 are the same. Blanks between words are skipped, "" and "1" are the bare number, ^2 and ² are powers.
 * Undefined when the text is no unit.
 */
export function parseUnit(text: string): Unit | undefined {
  const known = PARSED.get(text)
  if (known !== undefined) return known
  const unit = readUnit(text)
  if (unit !== undefined && PARSED.size < MOST_KNOWN) PARSED.set(text, Object.freeze(unit))
  return unit
}

/** The few spellings a policy uses come up at every name and figure. */
const PARSED = new Map<string, Unit>()
const PRINTED = { zh: new WeakMap<Unit, string>(), en: new WeakMap<Unit, string>() }
const MOST_KNOWN = 1000

function readUnit(text: string): Unit | undefined {
  const queue = tokens(text)
  if (queue === undefined) return undefined
  if (queue.length === 0) return NO_UNIT
  let result = product(queue, false)
  while (result !== undefined && queue.length > 0) {
    if (!OVER.has(queue.shift()!)) return undefined
    const divisor = product(queue, false)
    result = divisor === undefined ? undefined : divideUnits(result, divisor)
  }
  return result
}

/**
 * Prints a unit so that `parseUnit` reads it back: 元/人·年, yuan/person·year; "" for the bare number, 1/年 where nothing is above
 * the line. Throws RangeError for a base without a word or an exponent that is not a whole number of at most 9.
 */
export function formatUnit(unit: Unit, lang: 'zh' | 'en'): string {
  const known = PRINTED[lang].get(unit)
  if (known !== undefined) return known
  const text = writeUnit(unit, lang)
  PRINTED[lang].set(unit, text)
  return text
}

function writeUnit(unit: Unit, lang: 'zh' | 'en'): string {
  const above: string[] = []
  const below: string[] = []
  const left = new Set(Object.keys(unit))
  for (const word of UNIT_WORDS) {
    if (!left.has(word.id)) continue
    left.delete(word.id)
    const exponent = unit[word.id]!
    const size = Math.abs(exponent)
    if (!Number.isInteger(size) || size > MAX_EXPONENT) throw new RangeError(`not an exponent of a unit: ${exponent}`)
    if (size === 0) continue
    const side = exponent > 0 ? above : below
    side.push(size === 1 ? word[lang] : `${word[lang]}^${size}`)
  }
  if (left.size > 0) throw new RangeError(`not a unit: ${[...left].join(', ')}`)
  if (below.length === 0) return above.join('·')
  return `${above.length === 0 ? '1' : above.join('·')}/${below.join('·')}`
}
