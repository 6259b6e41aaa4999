import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  decimals,
  divide,
  equals,
  fromInteger,
  fromJsonNumber,
  isInteger,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  parseRational,
  rational,
  subtract,
  toDecimalText,
  toFractionText,
  toNumber,
  ZERO,
} from '../../dsl/value/rational.ts'
import { anyRational } from './arbitraries.ts'

const r = (text: string) => parseRational(text)!

describe('construction', () => {
  it('normalises sign and common factors', () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n })
    expect(rational(0n, -7n)).toEqual({ n: 0n, d: 1n })
    expect(rational(5n)).toEqual({ n: 5n, d: 1n })
    expect(() => rational(1n, 0n)).toThrow(RangeError)
  })

  it('takes safe integers and bigints only', () => {
    expect(fromInteger(Number.MAX_SAFE_INTEGER)).toEqual({ n: 9007199254740991n, d: 1n })
    expect(fromInteger(-0)).toEqual(ZERO)
    expect(fromInteger(10n ** 30n).n).toBe(10n ** 30n)
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => fromInteger(bad)).toThrow(RangeError)
  })
})

describe('field laws', () => {
  it('addition and multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(multiply(a, b)).toEqual(multiply(b, a))
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(add(a, ZERO)).toEqual(a)
        expect(multiply(a, ONE)).toEqual(a)
        expect(add(a, negate(a))).toEqual(ZERO)
        expect(subtract(a, b)).toEqual(add(a, negate(b)))
      }),
    )
  })

  it('division undoes multiplication and refuses zero', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        if (equals(b, ZERO)) expect(() => divide(a, b)).toThrow(RangeError)
        else expect(multiply(divide(a, b), b)).toEqual(a)
      }),
    )
    expect(() => divide(ONE, ZERO)).toThrow(RangeError)
  })

  it('order is total and agrees with subtraction', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const sign = subtract(a, b).n
        expect(compare(a, b)).toBe(sign < 0n ? -1 : sign > 0n ? 1 : 0)
        expect(compare(b, a) + compare(a, b)).toBe(0)
        expect(equals(a, b)).toBe(compare(a, b) === 0)
        expect(compare(minimum(a, b), maximum(a, b))).toBeLessThanOrEqual(0)
        expect([a, b]).toContainEqual(minimum(a, b))
        expect([a, b]).toContainEqual(maximum(a, b))
      }),
    )
  })
})

describe('parseRational', () => {
  it.each([
    ['-12.30', -123n, 10n],
    ['3/7', 3n, 7n],
    ['-6/4', -3n, 2n],
    ['1.1242', 5621n, 5000n],
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['007', 7n, 1n],
  ])('%s', (text, n, d) => {
    expect(parseRational(text)).toEqual({ n, d })
  })

  it.each([
    '',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1,000',
    '1_000',
    '１',
    '1/0',
    '1/-2',
    '1/2/3',
    '1.5/2',
    '--1',
    'NaN',
    '0x10',
    '٣',
  ])('refuses %j', (text) => {
    expect(parseRational(text)).toBeUndefined()
  })

  it('reads its canonical text back', () => {
    expect(toFractionText(r('3700'))).toBe('3700')
    expect(toFractionText(r('0.02'))).toBe('1/50')
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(parseRational(toFractionText(a))).toEqual(a)
      }),
    )
  })
})

describe('decimals and display', () => {
  it.each([
    ['0', 0],
    ['0.02', 2],
    ['3700.10', 1],
    ['1/8', 3],
    ['1/3', undefined],
    ['1/6', undefined],
  ])('%s needs %s decimals', (text, count) => {
    expect(decimals(r(text))).toBe(count)
  })

  it.each([
    ['-12.30', '-12.3'],
    ['1/3', '≈0.333333'],
    ['2/3', '≈0.666667'],
    ['-2/3', '≈-0.666667'],
    ['0.0000005', '≈0.000001'],
    ['-0.0000004', '≈0'],
    ['0.1234567', '≈0.123457'],
    ['0.123456', '0.123456'],
    ['0.9999999', '≈1'],
  ])('%s shows as %s', (text, shown) => {
    expect(toDecimalText(r(text))).toBe(shown)
  })

  it('groups thousands and honours the number of decimals', () => {
    expect(toDecimalText(r('3700'), 6, { grouping: true })).toBe('3,700')
    expect(toDecimalText(r('-1234567.125'), 6, { grouping: true })).toBe('-1,234,567.125')
    expect(toDecimalText(r('999'), 6, { grouping: true })).toBe('999')
    expect(toDecimalText(r('1234.5'), 0, { grouping: true })).toBe('≈1,235')
    expect(() => toDecimalText(ONE, -1)).toThrow(RangeError)
  })

  it('is exact where it says so and within half a place where it does not', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 8 }), (a, places) => {
        const text = toDecimalText(a, places)
        const shown = parseRational(text.replace('≈', ''))!
        const needed = decimals(a)
        expect(text.startsWith('≈')).toBe(needed === undefined || needed > places)
        const error = subtract(shown, a)
        const size = maximum(error, negate(error))
        const allowed = text.startsWith('≈') ? rational(1n, 2n * 10n ** BigInt(places)) : ZERO
        expect(compare(size, allowed)).toBeLessThanOrEqual(0)
        expect(isInteger(a)).toBe(needed === 0)
      }),
    )
  })
})

/** The exact value of a double, from its bits. */
function exactly(x: number): ReturnType<typeof rational> {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, x)
  const word = bits.getBigUint64(0)
  const exponent = Number((word >> 52n) & 0x7ffn)
  const fraction = word & ((1n << 52n) - 1n)
  const significand = exponent === 0 ? fraction : fraction | (1n << 52n)
  const power = Math.max(exponent, 1) - 1075
  const size = power >= 0 ? rational(significand << BigInt(power)) : rational(significand, 1n << BigInt(-power))
  return x < 0 ? negate(size) : size
}

describe('doubles', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

  it('toNumber finds every double again', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(toNumber(exactly(x))).toBe(x === 0 ? 0 : x)
      }),
    )
    expect(toNumber(exactly(Number.MIN_VALUE))).toBe(Number.MIN_VALUE)
    expect(toNumber(exactly(Number.MAX_VALUE))).toBe(Number.MAX_VALUE)
    expect(toNumber(rational(10n ** 400n))).toBe(Number.POSITIVE_INFINITY)
    expect(toNumber(rational(-1n, 10n ** 400n))).toBe(0)
  })

  it('toNumber breaks ties to even, and a hair past a tie goes up', () => {
    const tie = 2n ** 60n + 2n ** 7n
    expect(toNumber(rational(tie))).toBe(2 ** 60)
    expect(toNumber(rational(tie * 10n ** 900n + 1n, 10n ** 900n))).toBe(2 ** 60 + 2 ** 8)
    const half = rational(1n, 2n ** 1075n)
    expect(toNumber(half)).toBe(0)
    expect(toNumber(multiply(half, r('1.000000001')))).toBe(Number.MIN_VALUE)
    expect(toNumber(multiply(half, r('3')))).toBe(2 * Number.MIN_VALUE)
  })

  it('toNumber is the nearest of its neighbours', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        const x = toNumber(a)
        const ulp = 2 ** (Math.floor(Math.log2(Math.abs(x) || 1)) - 53)
        const distance = (y: number) => {
          const e = subtract(exactly(y), a)
          return maximum(e, negate(e))
        }
        for (const y of [x + ulp, x - ulp, x + 2 * ulp, x - 2 * ulp])
          expect(compare(distance(x), distance(y))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it.each([
    [3700.01, '370001/100'],
    [0.1, '1/10'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '3/20000000'],
    [123456789012345, '123456789012345'],
    [123456789012345e6, '123456789012345000000'],
    [-2.5, '-5/2'],
  ])('fromJsonNumber reads %d as %s', (x, text) => {
    expect(toFractionText(fromJsonNumber(x)!)).toBe(text)
  })

  it.each([0.1 + 0.2, 1234567890123456, 2 ** 53, 1 / 3, Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE * 7e300])(
    'fromJsonNumber refuses %d unless 15 digits name it',
    (x) => {
      expect(fromJsonNumber(x)).toBeUndefined()
    },
  )

  it('fromJsonNumber gives back any decimal of up to 15 digits', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.integer({ min: -20, max: 20 }), (digits, exponent) => {
        const scale = 10n ** BigInt(Math.abs(exponent))
        const meant = exponent >= 0 ? rational(digits * scale) : rational(digits, scale)
        expect(fromJsonNumber(Number(`${digits}e${exponent}`))).toEqual(meant)
      }),
    )
  })
})
