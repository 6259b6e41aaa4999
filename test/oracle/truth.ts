/** Kleene's three truths. */
export type Truth = 'true' | 'false' | 'unknown'

export const truth = (b: boolean): Truth => (b ? 'true' : 'false')
export const not = (a: Truth): Truth => (a === 'true' ? 'false' : a === 'false' ? 'true' : 'unknown')

/** ∧; of nothing: true. */
export function all(items: readonly Truth[]): Truth {
  if (items.includes('false')) return 'false'
  return items.includes('unknown') ? 'unknown' : 'true'
}

/** ∨; of nothing: false. */
export function any(items: readonly Truth[]): Truth {
  if (items.includes('true')) return 'true'
  return items.includes('unknown') ? 'unknown' : 'false'
}

/** true with n true ones, false when true and unknown ones together are fewer than n. */
export function atLeast(n: number, items: readonly Truth[]): Truth {
  const sure = items.filter((t) => t === 'true').length
  const possible = items.filter((t) => t !== 'false').length
  return sure >= n ? 'true' : possible < n ? 'false' : 'unknown'
}
