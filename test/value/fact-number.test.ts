import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFactNumber, readFactRatio } from '../../dsl/value/fact-number.ts'
import { parseRational, rational, toDecimalText } from '../../dsl/value/rational.ts'

const good = (text: string) => ({ ok: true, value: parseRational(text)! })
const bad = (why: string) => ({ ok: false, why })

describe('readFactNumber', () => {
  it.each<[unknown, number | undefined, string]>([
    [3700, 2, '3700'],
    [3700.01, 2, '3700.01'],
    ['3700.01', 2, '3700.01'],
    ['3700.010', 2, '3700.01'],
    ['-5', 0, '-5'],
    [1e3, 0, '1000'],
    ['12345678901234567890.12', 2, '12345678901234567890.12'],
    [0.1234567, undefined, '0.1234567'],
    [-0, 0, '0'],
  ])('reads %j with %s decimals', (value, allowed, text) => {
    expect(readFactNumber(value, allowed)).toEqual(good(text))
  })

  it.each<[unknown, number | undefined, string]>([
    ['3700.015', 2, 'too-precise'],
    [3700.015, 2, 'too-precise'],
    [0.5, 0, 'too-precise'],
    [0.1 + 0.2, undefined, 'inexact'],
    [1234567890123456, 0, 'inexact'],
    [Number.NaN, 2, 'not-finite'],
    [Number.NEGATIVE_INFINITY, 2, 'not-finite'],
    ['3,700', 2, 'not-a-number'],
    ['3/7', undefined, 'not-a-number'],
    ['1e3', 2, 'not-a-number'],
    ['', 2, 'not-a-number'],
    [' 1', 2, 'not-a-number'],
    ['2%', 2, 'not-a-number'],
    ['9'.repeat(401), 0, 'not-a-number'],
    [null, 2, 'not-a-number'],
    [undefined, 2, 'not-a-number'],
    [true, 2, 'not-a-number'],
    [[1], 2, 'not-a-number'],
    [{}, 2, 'not-a-number'],
  ])('refuses %j with %s decimals as %s', (value, allowed, why) => {
    expect(readFactNumber(value, allowed)).toEqual(bad(why))
  })

  it('takes exactly the decimals the field has', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 18n), 10n ** 18n),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places, allowed) => {
          const value = rational(digits, 10n ** BigInt(places))
          const text = toDecimalText(value)
          const needed = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
          expect(readFactNumber(text, allowed)).toEqual(needed <= allowed ? { ok: true, value } : bad('too-precise'))
        },
      ),
    )
  })
})

describe('readFactRatio', () => {
  it.each<[unknown, string]>([
    [0, '0'],
    [1, '1'],
    [0.025, '1/40'],
    ['0.025', '1/40'],
    ['2.5%', '1/40'],
    ['2.5％', '1/40'],
    ['5‰', '1/200'],
    ['0%', '0'],
    ['100%', '1'],
    ['250%', '5/2'],
    ['-3.18%', '-159/5000'],
  ])('reads %j as %s', (value, text) => {
    expect(readFactRatio(value)).toEqual(good(text))
  })

  it.each<[unknown, readonly string[]]>([
    [2.5, ['2.5%', '250%']],
    ['2.5', ['2.5%', '250%']],
    [98, ['98%', '9800%']],
    [1.0001, ['1.0001%', '100.01%']],
  ])('offers both readings of %j', (value, readings) => {
    expect(readFactRatio(value)).toEqual({ ok: false, why: 'ambiguous-ratio', readings })
  })

  it.each<[unknown, string]>([
    [-0.1, 'out-of-range'],
    ['-0.02', 'out-of-range'],
    [Number.NaN, 'not-finite'],
    [1 / 3, 'inexact'],
    ['2.5 %', 'not-a-number'],
    ['%', 'not-a-number'],
    ['2.5%%', 'not-a-number'],
    ['1/40', 'not-a-number'],
    [null, 'not-a-number'],
    [true, 'not-a-number'],
  ])('refuses %j as %s', (value, why) => {
    expect(readFactRatio(value)).toEqual(bad(why))
  })

  it('honours the decimals of the ratio itself', () => {
    expect(readFactRatio('2.55%', 4)).toEqual(good('0.0255'))
    expect(readFactRatio('2.555%', 4)).toEqual(bad('too-precise'))
    expect(readFactRatio(0.02555, 4)).toEqual(bad('too-precise'))
  })
})
