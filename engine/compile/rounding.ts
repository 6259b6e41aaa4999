import { multiply, type Rational, rational } from '../../dsl/value/rational.ts'
import type { RoundingMode } from '../../dsl/value/rounding.ts'
import { exactly, type QuickNumber } from './numbers.ts'

/** Rounding to whole multiples of `to`; undefined unless `to` is a whole number of the slots' multiples. */
export function roundTo(number: QuickNumber, mode: RoundingMode, to: Rational): QuickNumber | undefined {
  const step = multiply(to, rational(BigInt(number.scale)))
  // A target finer than the numbers themselves changes nothing where it divides them.
  if (step.n === 1n) return number
  const size = Number(step.n)
  if (step.d !== 1n || !Number.isSafeInteger(size)) return undefined
  const rounded = (x: number): number => {
    if (!Number.isFinite(x)) return x
    const magnitude = Math.abs(x)
    const rest = magnitude % size
    const below = magnitude - rest
    const result = exactly(goesUp(mode, below / size, 2 * rest, size) ? below + size : below)
    return x < 0 ? -result : result
  }
  const { point, low, high } = number
  return {
    scale: number.scale,
    nullable: false,
    point: (r) => rounded(point(r)),
    low: (r) => rounded(low(r)),
    high: (r) => rounded(high(r)),
  }
}

function goesUp(mode: RoundingMode, whole: number, twiceRest: number, size: number): boolean {
  switch (mode) {
    case 'half_up':
      return twiceRest >= size
    case 'up':
      return twiceRest > 0
    case 'down':
      return false
    case 'half_even':
      return twiceRest > size || (twiceRest === size && whole % 2 === 1)
    default: {
      const unreachable: never = mode
      return unreachable
    }
  }
}
