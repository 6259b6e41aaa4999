import type { Span } from '../../source/span.ts'

/** The index of the first of these spans, which stand in order, that does not end before an offset. */
export function firstEndingAt(spans: readonly Span[], from: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end < from) low = middle + 1
    else high = middle
  }
  return low
}
