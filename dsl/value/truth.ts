/** A truth value of Kleene's strong three-valued logic. */
export type Truth = 0 | 1 | 2

export const FALSE = 0 as const
export const TRUE = 1 as const
export const UNKNOWN = 2 as const

/** Kleene negation; unknown stays unknown. */
export function not(t: Truth): Truth {
  return t === UNKNOWN ? UNKNOWN : t === TRUE ? FALSE : TRUE
}

/** Kleene conjunction; false wins over unknown. */
export function and(a: Truth, b: Truth): Truth {
  if (a === FALSE || b === FALSE) return FALSE
  return a === TRUE && b === TRUE ? TRUE : UNKNOWN
}

/** Kleene disjunction; true wins over unknown. */
export function or(a: Truth, b: Truth): Truth {
  if (a === TRUE || b === TRUE) return TRUE
  return a === FALSE && b === FALSE ? FALSE : UNKNOWN
}

/** The truth value of a boolean. */
export function fromBoolean(b: boolean): Truth {
  return b ? TRUE : FALSE
}

/** The stable name used in serialised records. */
export function truthName(t: Truth): 'true' | 'false' | 'unknown' {
  return t === TRUE ? 'true' : t === FALSE ? 'false' : 'unknown'
}
