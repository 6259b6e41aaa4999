import type { Lang } from '../diagnostics/diagnostic.ts'
import type { NumberExpr, NumberForm } from '../syntax/expression.ts'
import { toChineseNumeral } from '../value/chinese-numeral.ts'
import { FRACTION_WORDS, parseFractionWord, SCALE_WORDS } from '../value/number-words.ts'
import {
  decimals,
  divide,
  equals,
  fromInteger,
  multiply,
  parseRational,
  type Rational,
  toDecimalText,
  toFractionText,
} from '../value/rational.ts'
import { UNIT_WORDS, unitWord } from '../value/unit.ts'

/** The figure with its scale and unit, as both languages' readers take it back: 2%, 430万 元, 三分之二, 430 ten_thousand yuan. */
export function numberText(expr: NumberExpr, lang: Lang): string {
  const value = parseRational(expr.value)
  if (value === undefined) throw new RangeError(`not a fraction text: ${expr.value}`)
  const figure = expr.form === 'fraction' ? fractionWord(value, lang) : scaled(value, expr.form, lang)
  return expr.unit === undefined ? figure : `${figure} ${unitText(expr.unit, lang)}`
}

function scaled(value: Rational, form: Exclude<NumberForm, 'fraction'>, lang: Lang): string {
  const scale = SCALE_WORDS.find((word) => word.id === form)
  if (scale === undefined) return exactDecimal(value)
  const glue = lang === 'zh' || /^[%‰]$/.test(scale.en) ? '' : ' '
  return exactDecimal(divide(value, scale.factor)) + glue + scale[lang]
}

function exactDecimal(value: Rational): string {
  const places = decimals(value)
  if (places === undefined) throw new RangeError(`no finite decimal: ${toFractionText(value)}`)
  return toDecimalText(value, places)
}

// 百分之二 must not come back as 五十分之一: its value is the same, its words are the document's.
const BASES: readonly (readonly [number, string])[] = [
  [100, '百'],
  [1000, '千'],
  [10_000, '万'],
]

/**
 * A fraction in words: the table's own word, else 五分之三, 百分之二, 百分之二点五. English has words for the table's fractions only and keeps the
 * Chinese one for the others, since n/d would be a division.
 */
function fractionWord(value: Rational, lang: Lang): string {
  const known = FRACTION_WORDS.find((word) => equals(word.value, value))
  if (known !== undefined) return known[lang]
  const candidates: string[] = []
  if (value.d > 1n && value.d <= 10n) candidates.push(overWord(toChineseNumeral(Number(value.d)), fromInteger(value.n)))
  for (const [base, word] of BASES) candidates.push(overWord(word, multiply(value, fromInteger(base))))
  if (value.d > 1n && value.d <= 9999n) candidates.push(overWord(toChineseNumeral(Number(value.d)), fromInteger(value.n)))
  const found = candidates.find((word) => {
    const back = parseFractionWord(word)
    return back !== undefined && equals(back, value)
  })
  if (found === undefined) throw new RangeError(`no word for the fraction ${toFractionText(value)}`)
  return found
}

function overWord(below: string, above: Rational): string {
  const places = decimals(above)
  if (places === undefined || above.n < 0n) return ''
  const [whole, fraction] = toDecimalText(above, places).split('.')
  if (Number(whole) > 9999) return ''
  const tail = fraction === undefined ? '' : `点${[...fraction].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}`
  return `${below}分之${toChineseNumeral(Number(whole))}${tail}`
}

const ZH_UNITS = UNIT_WORDS.map((word) => word.zh).sort((a, b) => b.length - a.length)
const OPERATORS: Readonly<Record<string, string>> = {
  每: '/',
  per: '/',
  '÷': '/',
  '／': '/',
  '*': '·',
  '×': '·',
  '•': '·',
  '・': '·',
  '‧': '·',
  '⋅': '·',
  '（': '(',
  '）': ')',
}

/** A unit word by word in one language, with / and · between; words that are no unit stay. */
export function unitText(unit: string, lang: Lang): string {
  let rest = unit.trim()
  let text = ''
  while (rest !== '') {
    const token = ZH_UNITS.find((word) => rest.startsWith(word)) ?? /^(?:[A-Za-z_]+|\s+|.)/su.exec(rest)![0]
    text += token.trim() === '' ? '' : (OPERATORS[token] ?? unitWord(token)?.[lang] ?? token)
    rest = rest.slice(token.length)
  }
  return text
}
