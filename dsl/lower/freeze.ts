/**
 * Freezes a plain tree through and through and gives it back. Parts that say the same and are no nodes of their own (types, places, clauses, empty lists) become one object:
 * a program repeats them hundreds of times, and a process may hold thousands of programs.
 */
export function deepFreeze<T>(value: T): T {
  return frozen(value, new Map()) as T
}

function frozen(value: unknown, known: Map<string, object>): unknown {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  const record = value as Record<string, unknown>
  for (const key in record) {
    const inner = record[key]
    if (typeof inner === 'object') record[key] = frozen(inner, known)
    else if (typeof inner === 'string' && inner.length > SLICED && key !== 'file') record[key] = detached(inner)
  }
  Object.freeze(record)
  const text = smallText(record)
  if (text === undefined) return record
  const first = known.get(text)
  if (first === undefined) known.set(text, record)
  return first ?? record
}

/** A longer piece of a text is a window on it, which would keep the whole file in memory for as long as the program lives. */
const SLICED = 12
const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string

const MOST_KEYS = 4
const SHORT = 40

/** A text that says all of a small part that has no place in a file; undefined for anything else. */
function smallText(record: object): string | undefined {
  const list = Array.isArray(record)
  let text = list ? '[' : '{'
  let keys = 0
  for (const key in record) {
    keys += 1
    const inner = (record as Record<string, unknown>)[key]
    if (keys > MOST_KEYS || key === 'span') return undefined
    if (!list) text += `${key}:`
    if (typeof inner === 'object' && inner !== null) {
      const below = smallText(inner)
      if (below === undefined) return undefined
      text += `${below},`
    } else if (typeof inner === 'string') {
      if (inner.length > SHORT) return undefined
      text += `${JSON.stringify(inner)},`
    } else text += `${String(inner)},`
  }
  return `${text}${list ? ']' : '}'}`
}
