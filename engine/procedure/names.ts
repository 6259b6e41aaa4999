import type { Term } from '../../dsl/lower/program.ts'

/** Declared things by number, found by id or Chinese name. */
export interface Names {
  readonly ids: readonly string[]
  readonly byName: ReadonlyMap<string, number>
}

/** Numbers the terms in order. An id wins over another term's Chinese name. */
export function namesOf(terms: readonly Term[]): Names {
  const byName = new Map(terms.map((term, index) => [term.zh, index] as const))
  terms.forEach((term, index) => {
    byName.set(term.id, index)
  })
  return { ids: terms.map((term) => term.id), byName }
}

/** The number of an id. Throws RangeError for one that is not declared: a checked program has none. */
export function numberOfName(names: Names, id: string): number {
  const found = names.byName.get(id)
  if (found === undefined) throw new RangeError(`not declared: ${id}`)
  return found
}
