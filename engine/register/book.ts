import type { Program, Term } from '../../dsl/lower/program.ts'
import type { Register } from '../../dsl/lower/program-register.ts'

/** A register with its names in reach: id and Chinese name → id. An id wins over another's Chinese name. */
export interface Book {
  readonly register: Register
  readonly states: ReadonlyMap<string, string>
  readonly transitions: ReadonlyMap<string, string>
  /** kinds of change of membership */
  readonly kinds: ReadonlyMap<string, string>
  readonly procedures: ReadonlyMap<string, string>
}

const BOOKS = new WeakMap<Register, Book>()

/** The names of a register. */
export function bookOf(program: Program, register: Register): Book {
  const kept = BOOKS.get(register)
  if (kept !== undefined) return kept
  const values = program.enums.find((entry) => entry.id === register.enum)?.values ?? []
  const states = new Set(register.states.map((state) => state.id))
  const book: Book = {
    register,
    states: spellings(
      values.filter((value) => states.has(value.id)),
      states,
    ),
    transitions: spellings(register.transitions),
    kinds: kindsOf(program, register),
    procedures: spellings(program.procedures),
  }
  BOOKS.set(register, book)
  return book
}

/** Id and Chinese name of each term; ids without a term stand for themselves. */
function spellings(terms: readonly Term[], ids: Iterable<string> = []): ReadonlyMap<string, string> {
  const map = new Map(terms.map((term) => [term.zh, term.id] as const))
  for (const term of terms) map.set(term.id, term.id)
  for (const id of ids) map.set(id, id)
  return map
}

/** The kinds are values of the one enumeration that has them all; the register names that enumeration only by them. */
function kindsOf(program: Program, register: Register): ReadonlyMap<string, string> {
  const named = new Set(register.changes.flatMap((change) => change.values))
  const values = program.enums
    .map((entry) => entry.values.filter((value) => named.has(value.id)))
    .find((found) => found.length === named.size)
  return spellings(values ?? [], named)
}
