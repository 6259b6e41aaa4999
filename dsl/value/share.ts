import { type Interval, interval } from './interval.ts'
import { ONE, type Rational, rational, ZERO } from './rational.ts'

/** A share while something is unknown: where it lies if F has any element, and whether F has any. */
export interface ShareOutcome {
  /** The tightest interval over all outcomes with a non-empty F; null when there is none. */
  readonly interval: Interval | null
  /** Whether the denominator is zero. */
  readonly empty: 'no' | 'maybe' | 'yes'
}

function part(of: number, rest: number, whenNeither: Rational): Rational {
  return of + rest === 0 ? whenNeither : rational(BigInt(of), BigInt(of + rest))
}

/**
 * The share of P in F. `hits` and `misses` are the elements surely in F that surely are or are not P; the possible ones include the
 * sure ones, and an element whose P is unknown counts in both. `sureMembers` is how many elements are surely in F whatever P is:
 * without it a lone sure element of unknown P could not be told from a doubtful one, and F is then said to be 'maybe' empty.
 * Throws RangeError for counts that contradict each other.
 */
export function shareInterval(
  hits: number,
  misses: number,
  possibleHits: number,
  possibleMisses: number,
  sureMembers: number = hits + misses,
): ShareOutcome {
  const counts = [hits, misses, possibleHits, possibleMisses, sureMembers]
  const sound = counts.every((c) => Number.isSafeInteger(c) && c >= 0)
  if (!sound || hits > possibleHits || misses > possibleMisses || sureMembers < hits + misses) {
    throw new RangeError(`contradictory counts: ${counts.join(', ')}`)
  }
  if (sureMembers > possibleHits + possibleMisses) throw new RangeError(`contradictory counts: ${counts.join(', ')}`)
  if (possibleHits + possibleMisses === 0) return { interval: null, empty: 'yes' }
  // With no possible miss every non-empty outcome is all hits, and with no possible hit all misses.
  const lo = part(hits, possibleMisses, ONE)
  const hi = part(possibleHits, misses, ZERO)
  return { interval: interval(lo, hi), empty: sureMembers > 0 ? 'no' : 'maybe' }
}
