import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  divide,
  equals,
  isInteger,
  maximum,
  multiply,
  negate,
  ONE,
  parseRational,
  rational,
  subtract,
  toFractionText,
  ZERO,
} from '../../dsl/value/rational.ts'
import { type RoundingMode, round } from '../../dsl/value/rounding.ts'
import { anyRational } from './arbitraries.ts'

const r = (text: string) => parseRational(text)!
const MODES: readonly RoundingMode[] = ['half_up', 'up', 'down', 'half_even']

describe('round', () => {
  // value → half_up, up, down, half_even, to whole numbers
  it.each([
    ['2.5', '3', '3', '2', '2'],
    ['3.5', '4', '4', '3', '4'],
    ['-2.5', '-3', '-3', '-2', '-2'],
    ['-3.5', '-4', '-4', '-3', '-4'],
    ['0.5', '1', '1', '0', '0'],
    ['-0.5', '-1', '-1', '0', '0'],
    ['2.4999', '2', '3', '2', '2'],
    ['2.5001', '3', '3', '2', '3'],
    ['2.0001', '2', '3', '2', '2'],
    ['-2.0001', '-2', '-3', '-2', '-2'],
    ['7', '7', '7', '7', '7'],
    ['0', '0', '0', '0', '0'],
  ])('%s', (value, ...expected) => {
    expect(MODES.map((mode) => toFractionText(round(r(value), mode, ONE)))).toEqual(expected)
  })

  it('rounds to any unit', () => {
    expect(round(r('3700.015'), 'half_up', r('0.01'))).toEqual(r('3700.02'))
    expect(round(r('3749'), 'half_up', r('100'))).toEqual(r('3700'))
    expect(round(r('3750'), 'half_even', r('100'))).toEqual(r('3800'))
    expect(round(r('1'), 'down', r('1/3'))).toEqual(ONE)
    expect(() => round(ONE, 'up', ZERO)).toThrow(RangeError)
    expect(() => round(ONE, 'up', r('-1'))).toThrow(RangeError)
  })

  it('gives a multiple less than one unit away, on the side its mode says', () => {
    const unit = fc.tuple(fc.bigInt(1n, 200n), fc.bigInt(1n, 100n)).map(([n, d]) => rational(n, d))
    const size = (x: ReturnType<typeof rational>) => maximum(x, negate(x))
    fc.assert(
      fc.property(anyRational, unit, fc.constantFrom(...MODES), (value, to, mode) => {
        const rounded = round(value, mode, to)
        const error = size(subtract(rounded, value))
        expect(isInteger(divide(rounded, to))).toBe(true)
        if (mode === 'up') expect(compare(size(rounded), size(value))).toBeGreaterThanOrEqual(0)
        if (mode === 'down') expect(compare(size(rounded), size(value))).toBeLessThanOrEqual(0)
        if (mode === 'up' || mode === 'down') expect(compare(error, to)).toBe(-1)
        else expect(compare(multiply(error, rational(2n)), to)).toBeLessThanOrEqual(0)
        expect(round(negate(value), mode, to)).toEqual(negate(rounded))
        expect(round(rounded, mode, to)).toEqual(rounded)
        if (equals(error, ZERO)) expect(rounded).toEqual(value)
      }),
    )
  })
})
