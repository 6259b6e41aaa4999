/** A small table of texts: by length, so that most texts are told apart without looking at their letters or hashing them. */
export type Lookup = readonly (readonly Entry[] | undefined)[]

interface Entry {
  readonly text: string
  readonly value: number
}

/** Makes a table. Texts fresh from JSON have no hash yet, and a policy's lists of words are short: this beats a Map there. */
export function lookupOf(entries: Iterable<readonly [text: string, value: number]>): Lookup {
  const table: Entry[][] = []
  for (const [text, value] of entries) {
    table[text.length] ??= []
    table[text.length]!.push({ text, value })
  }
  return Array.from(table)
}

/** The value of a text; undefined for one not in the table. */
export function find(table: Lookup, text: string): number | undefined {
  const { length } = text
  const entries = length < table.length ? table[length] : undefined
  if (entries === undefined) return undefined
  for (let i = 0; i < entries.length; i++) if (entries[i]!.text === text) return entries[i]!.value
  return undefined
}
