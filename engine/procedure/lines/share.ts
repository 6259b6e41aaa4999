import { type Interval, isPoint } from '../../../dsl/value/interval.ts'
import { FALSE, fromBoolean, type Truth, UNKNOWN } from '../../../dsl/value/truth.ts'

/** Whether part ÷ whole is over (strictly) or at least a number; unknown while that is no known number. Out of nothing none is reached. */
export function reaches(part: number, whole: number, least: Interval, strict: boolean): Truth {
  if (whole === 0) return FALSE
  if (!isPoint(least)) return UNKNOWN
  const { n, d } = least.lo!
  const left = part * Number(d)
  const right = whole * Number(n)
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return fromBoolean(strict ? left > right : left >= right)
  const [a, b] = [BigInt(part) * d, BigInt(whole) * n]
  return fromBoolean(strict ? a > b : a >= b)
}

/** A number as found or required: `1/2`, and `?` where it is not known. */
export function numberText({ lo, hi }: Interval): string {
  if (lo === null || hi === null || lo.n !== hi.n || lo.d !== hi.d) return '?'
  return lo.d === 1n ? `${lo.n}` : `${lo.n}/${lo.d}`
}
