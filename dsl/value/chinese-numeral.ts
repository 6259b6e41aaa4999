const DIGITS = '零一二三四五六七八九'
const PLACES: readonly string[] = ['', '十', '百', '千']
const VARIANTS: Readonly<Record<string, string>> = { 〇: '零', 两: '二' }
const LIMIT = 9999

/** The standard spelling of a whole number 0–9999: 105 is 一百零五, 12 is 十二. Throws RangeError outside. */
export function toChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > LIMIT) throw new RangeError(`not a whole number up to ${LIMIT}: ${n}`)
  if (n === 0) return '零'
  const digits = [...String(n)].map(Number)
  const text = digits.map((digit, i) => (digit === 0 ? '零' : DIGITS[digit]! + PLACES[digits.length - 1 - i]!)).join('')
  return text.replace(/零+$/, '').replace(/零+/g, '零').replace(/^一十/, '十')
}

/**
 * Reads 零 to 九千九百九十九 in the standard spelling, with 〇, 两 and 一十 as variants; bare 百 and 千 are 100 and 1000.
 * Undefined for anything else: 一百五 may be 150 or 105, so it is not guessed.
 */
export function parseChineseNumeral(text: string): number | undefined {
  if (text === '百') return 100
  if (text === '千') return 1000
  const plain = text.replace(/[〇两]/g, (c) => VARIANTS[c]!).replace(/^一十/, '十')
  let total = 0
  let digit: number | undefined
  for (const c of plain) {
    const place = PLACES.indexOf(c)
    const value = DIGITS.indexOf(c)
    if (place > 0) {
      total += (digit ?? 1) * 10 ** place
      digit = undefined
    } else if (value >= 0) digit = value
    else return undefined
  }
  total += digit ?? 0
  // The loop reads loosely; only what the standard spelling gives back was one.
  return plain !== '' && total <= LIMIT && toChineseNumeral(total) === plain ? total : undefined
}
