import { compare, divide, fromInteger, multiply, type Rational, ZERO } from './rational.ts'

/** 四舍五入 half away from zero, 进一 away from zero, 舍去 toward zero, 银行家 half to even. */
export type RoundingMode = 'half_up' | 'up' | 'down' | 'half_even'

function goesUp(mode: RoundingMode, whole: bigint, twiceRest: bigint, d: bigint): boolean {
  switch (mode) {
    case 'half_up':
      return twiceRest >= d
    case 'up':
      return twiceRest > 0n
    case 'down':
      return false
    case 'half_even':
      return twiceRest > d || (twiceRest === d && whole % 2n === 1n)
    default: {
      const unreachable: never = mode
      throw new RangeError(`not a rounding mode: ${String(unreachable)}`)
    }
  }
}

/** Rounds to a multiple of `to` (1/100 for 0.01 元, 100 for 百元). Throws RangeError unless `to` is positive. */
export function round(r: Rational, mode: RoundingMode, to: Rational): Rational {
  if (compare(to, ZERO) <= 0) throw new RangeError('the unit rounded to must be positive')
  const steps = divide(r, to)
  const size = steps.n < 0n ? -steps.n : steps.n
  const whole = size / steps.d
  const rounded = goesUp(mode, whole, 2n * (size % steps.d), steps.d) ? whole + 1n : whole
  return multiply(fromInteger(steps.n < 0n ? -rounded : rounded), to)
}
