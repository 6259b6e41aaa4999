/** A small table of texts: by length, so that most texts are told apart without looking at their letters or hashing them. */
export type Lookup = readonly (readonly Entry[] | undefined)[]

export interface Entry {
  readonly text: string
  readonly value: number
  /** the first word's flags that are true, and false, of this value */
  trues: number
  falses: number
}

/** Makes a table. Texts fresh from JSON have no hash yet, and a policy's lists of words are short: this beats a Map there. */
export function lookupOf(entries: Iterable<readonly [text: string, value: number]>): Lookup {
  const table: Entry[][] = []
  for (const [text, value] of entries) {
    table[text.length] ??= []
    table[text.length]!.push({ text, value, trues: 0, falses: 0 })
  }
  return Array.from(table)
}

/** The entry of a text; undefined for one not in the table. */
export function entryOf(table: Lookup, text: string): Entry | undefined {
  const { length } = text
  const entries = length < table.length ? table[length] : undefined
  if (entries === undefined) return undefined
  for (let i = 0; i < entries.length; i++) if (entries[i]!.text === text) return entries[i]
  return undefined
}

/** The value of a text; undefined for one not in the table. */
export function find(table: Lookup, text: string): number | undefined {
  return entryOf(table, text)?.value
}

/** All entries. */
export function entriesOf(table: Lookup): readonly Entry[] {
  return table.flatMap((entries) => entries ?? [])
}
