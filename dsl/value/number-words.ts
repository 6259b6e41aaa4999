import { parseChineseNumeral } from './chinese-numeral.ts'
import { fromInteger, parseRational, type Rational, rational } from './rational.ts'

/** A word after a figure that multiplies it. `also` lists further spellings; `id` is what trees and YAML keep. */
export interface ScaleWord {
  readonly id: 'percent' | 'permille' | 'bai' | 'qian' | 'wan' | 'baiwan' | 'qianwan' | 'yi'
  readonly zh: string
  readonly en: string
  readonly also: readonly string[]
  readonly factor: Rational
}

function tenTo(power: number): Rational {
  return fromInteger(10n ** BigInt(power))
}

export const SCALE_WORDS: readonly ScaleWord[] = [
  { id: 'percent', zh: '%', en: '%', also: ['％'], factor: rational(1n, 100n) },
  { id: 'permille', zh: '‰', en: '‰', also: [], factor: rational(1n, 1000n) },
  { id: 'bai', zh: '百', en: 'hundred', also: [], factor: tenTo(2) },
  { id: 'qian', zh: '千', en: 'thousand', also: [], factor: tenTo(3) },
  { id: 'wan', zh: '万', en: 'ten_thousand', also: [], factor: tenTo(4) },
  { id: 'baiwan', zh: '百万', en: 'million', also: [], factor: tenTo(6) },
  { id: 'qianwan', zh: '千万', en: 'ten_million', also: [], factor: tenTo(7) },
  { id: 'yi', zh: '亿', en: 'hundred_million', also: [], factor: tenTo(8) },
]

const SCALES: ReadonlyMap<string, ScaleWord> = new Map(
  SCALE_WORDS.flatMap((word) => [word.zh, word.en, ...word.also].map((spelling) => [spelling, word] as const)),
)

/** The scale word spelt so in either language. */
export function scaleWord(spelling: string): ScaleWord | undefined {
  return SCALES.get(spelling)
}

/** A fraction with a word of its own; others are read by `parseFractionWord`. */
export interface FractionWord {
  readonly zh: string
  readonly en: string
  readonly value: Rational
}

/** What a printer writes for a fraction is the first row with that value. */
export const FRACTION_WORDS: readonly FractionWord[] = [
  { zh: '半数', en: 'half', value: rational(1n, 2n) },
  { zh: '一半', en: 'one_half', value: rational(1n, 2n) },
  { zh: '三分之一', en: 'one_third', value: rational(1n, 3n) },
  { zh: '三分之二', en: 'two_thirds', value: rational(2n, 3n) },
  { zh: '四分之一', en: 'one_quarter', value: rational(1n, 4n) },
  { zh: '四分之三', en: 'three_quarters', value: rational(3n, 4n) },
  { zh: '五分之四', en: 'four_fifths', value: rational(4n, 5n) },
]

const FRACTIONS: ReadonlyMap<string, Rational> = new Map(
  FRACTION_WORDS.flatMap((word) => [[word.zh, word.value] as const, [word.en, word.value] as const]),
)

function chineseDecimal(text: string): Rational | undefined {
  const [whole, fraction, ...more] = text.split('点')
  const n = parseChineseNumeral(whole!)
  if (n === undefined || more.length > 0) return undefined
  if (fraction === undefined) return fromInteger(n)
  const digits = [...fraction].map((c) => '零一二三四五六七八九'.indexOf(c === '〇' ? '零' : c))
  return digits.includes(-1) ? undefined : parseRational(`${n}.${digits.join('')}`)
}

/**
 * Reads 半数, two_thirds and every X分之Y in Chinese numerals: 五分之四, 百分之二, 百分之二点五, 百分之百, 万分之一. Undefined for other
 * text and for a zero denominator.
 */
export function parseFractionWord(text: string): Rational | undefined {
  const known = FRACTIONS.get(text)
  if (known !== undefined) return known
  const [below, above, ...more] = text.split('分之')
  if (above === undefined || more.length > 0) return undefined
  const d = below === '万' ? 10_000 : parseChineseNumeral(below!)
  const n = chineseDecimal(above)
  return d === undefined || d === 0 || n === undefined ? undefined : rational(n.n, n.d * BigInt(d))
}

const FULL_WIDTH = /[０-９．，－]/g
const LITERAL = /^-?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/

/**
 * Reads a figure as policy texts write it: 3700, ３７００, 3,700, 0.01, -5. Commas only between whole groups of three; a full-width
 * comma only in a figure that is full-width throughout, for elsewhere it is punctuation. No underscores, blanks or exponents.
 */
export function parseNumberText(text: string): Rational | undefined {
  if (text.includes('，') && /[0-9]/.test(text)) return undefined
  const plain = text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  return LITERAL.test(plain) ? parseRational(plain.replaceAll(',', '')) : undefined
}
