import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChineseNumeral, toChineseNumeral } from '../../dsl/value/chinese-numeral.ts'
import { FRACTION_WORDS, parseFractionWord, parseNumberText, SCALE_WORDS, scaleWord } from '../../dsl/value/number-words.ts'
import { multiply, parseRational, rational, toDecimalText, toFractionText } from '../../dsl/value/rational.ts'

describe('scale words', () => {
  it.each([
    ['百', '100'],
    ['千', '1000'],
    ['万', '10000'],
    ['百万', '1000000'],
    ['千万', '10000000'],
    ['亿', '100000000'],
    ['%', '1/100'],
    ['％', '1/100'],
    ['‰', '1/1000'],
    ['million', '1000000'],
  ])('%s is %s', (word, factor) => {
    expect(toFractionText(scaleWord(word)!.factor)).toBe(factor)
  })

  it('1.1242万 is 11242, and no spelling is used twice', () => {
    expect(multiply(parseNumberText('1.1242')!, scaleWord('万')!.factor)).toEqual(rational(11242n))
    const spellings = SCALE_WORDS.flatMap((word) => [...new Set([word.zh, word.en]), ...word.also])
    expect(new Set(spellings).size).toBe(spellings.length)
    expect(scaleWord('十')).toBeUndefined()
  })
})

describe('fraction words', () => {
  it.each([
    ['半数', '1/2'],
    ['一半', '1/2'],
    ['half', '1/2'],
    ['三分之一', '1/3'],
    ['三分之二', '2/3'],
    ['two_thirds', '2/3'],
    ['四分之三', '3/4'],
    ['五分之四', '4/5'],
    ['十分之九', '9/10'],
    ['百分之二', '1/50'],
    ['百分之九十八', '49/50'],
    ['百分之百', '1'],
    ['百分之一百', '1'],
    ['百分之二点五', '1/40'],
    ['百分之零点〇五', '1/2000'],
    ['千分之五', '1/200'],
    ['万分之一', '1/10000'],
    ['一百分之两', '1/50'],
  ])('%s is %s', (text, value) => {
    expect(toFractionText(parseFractionWord(text)!)).toBe(value)
  })

  it.each([
    '',
    '分之',
    '三分之',
    '分之二',
    '三分之二分之一',
    '零分之一',
    '百分之2',
    '百分之一百五',
    '百分之二点',
    '百分之点五',
    '百分之一点二点三',
    '三',
  ])('refuses %j', (text) => {
    expect(parseFractionWord(text)).toBeUndefined()
  })

  it('the generic reading agrees with the table', () => {
    for (const word of FRACTION_WORDS) expect(parseFractionWord(word.zh)).toEqual(word.value)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (d, n) => {
        expect(parseFractionWord(`${toChineseNumeral(d)}分之${toChineseNumeral(n)}`)).toEqual(rational(BigInt(n), BigInt(d)))
      }),
    )
  })
})

describe('Chinese numerals', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['十', 10],
    ['一十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['两百五十', 250],
    ['一千零一', 1001],
    ['一千零一十', 1010],
    ['九千九百九十九', 9999],
  ])('%s is %d', (text, n) => {
    expect(parseChineseNumeral(text)).toBe(n)
  })

  it.each(['', '一百五', '十十', '二〇一九', '一二', '百五', '零五', '一百零零五', '一千一', '一万', '5', '一百零', '千百'])(
    'refuses %j',
    (text) => {
      expect(parseChineseNumeral(text)).toBeUndefined()
    },
  )

  it('reads back all it writes', () => {
    for (let n = 0; n <= 9999; n++) if (parseChineseNumeral(toChineseNumeral(n)) !== n) expect(toChineseNumeral(n)).toBe(n)
    expect(toChineseNumeral(1010)).toBe('一千零一十')
    for (const bad of [-1, 10_000, 0.5]) expect(() => toChineseNumeral(bad)).toThrow(RangeError)
  })
})

describe('parseNumberText', () => {
  it.each([
    ['3700', '3700'],
    ['3,700', '3700'],
    ['1,234,567.5', '2469135/2'],
    ['３７００', '3700'],
    ['３，７００．５', '7401/2'],
    ['2.5', '5/2'],
    ['-5', '-5'],
    ['0.01', '1/100'],
    ['0', '0'],
    ['007', '7'],
  ])('%s', (text, value) => {
    expect(toFractionText(parseNumberText(text)!)).toBe(value)
  })

  it.each([
    '',
    '3,70',
    '3,7000',
    '37,00',
    '0,700',
    ',700',
    '3,700,',
    '1234,567',
    '3，700',
    '3_700',
    '3 700',
    '1e3',
    '.5',
    '5.',
    '1.2.3',
    '1.5,000',
    '1/2',
    '+1',
    '三',
  ])('refuses %j', (text) => {
    expect(parseNumberText(text)).toBeUndefined()
  })

  it('reads what toDecimalText prints, with and without commas and full-width', () => {
    const fullWidth = (text: string) => text.replace(/[0-9.,-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = rational(digits, 10n ** BigInt(places))
        const text = toDecimalText(value, 6, { grouping: true })
        expect(parseNumberText(text)).toEqual(value)
        expect(parseNumberText(fullWidth(text))).toEqual(value)
        expect(parseNumberText(toDecimalText(value))).toEqual(parseRational(toDecimalText(value)))
      }),
    )
  })
})
