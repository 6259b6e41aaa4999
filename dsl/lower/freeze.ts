/**
 * Freezes a plain tree through and through and gives it back. Parts that say the same and have no place in a file (types, places, clauses, empty lists), and texts, become one
 * object: a program repeats them hundreds of times, and a process may hold thousands of programs that say the same.
 */
export function deepFreeze<T>(value: T): T {
  return frozen(value) as T
}

/**
 * A copy as JSON has it. Texts of it no longer keep the file they were cut from in memory, and its objects share their layout, which those put together from optional
 * parts do not: together half of what a program takes.
 */
export function compact<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

function frozen(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
  const record = value as Record<string, unknown>
  for (const key in record) {
    const inner = record[key]
    if (typeof inner === 'object') record[key] = frozen(inner)
    else if (typeof inner === 'string' && inner.length > SHORT) record[key] = TEXTS.first(inner, inner)
  }
  Object.freeze(record)
  const text = smallText(record)
  return text === undefined ? record : PARTS.first(text, record)
}

/** The first of what is equal, as long as there are not too many: forgetting one costs a copy and nothing else. */
class Firsts<V> {
  private readonly known = new Map<string, V>()

  first(key: string, value: V): V {
    const known = this.known.get(key)
    if (known !== undefined) return known
    if (this.known.size >= MOST) this.known.clear()
    this.known.set(key, value)
    return value
  }
}
const MOST = 20_000
const TEXTS = new Firsts<string>()
const PARTS = new Firsts<object>()

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
