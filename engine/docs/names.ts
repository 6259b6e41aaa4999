import type { Cite, Entity, Enumeration, Program, Term } from '../../dsl/lower/program.ts'
import { WORDS_EN } from '../explain/words.en.ts'
import type { Words } from '../explain/words.ts'
import { WORDS_ZH } from '../explain/words.zh.ts'
import type { Lang } from '../types.ts'

/** A program with its names at hand, in one language. */
export interface Names {
  readonly program: Program
  readonly lang: Lang
  /** the words conditions are put in */
  readonly words: Words
  readonly role: (id: string) => string
  readonly paper: (id: string) => string
  readonly place: (id: string) => string
  readonly reading: (id: string) => string
  readonly choice: (reading: string, id: string) => string
  readonly procedure: (id: string) => string
  readonly standard: (id: string) => string
  readonly entity: (id: string) => string
  readonly calendar: (id: string) => string
  readonly entityOf: (id: string) => Entity | undefined
  readonly enumOf: (id: string) => Enumeration | undefined
  readonly cite: (cite: Cite) => string
}

/** What is shown of a declared thing; English names are ids, read without their underscores. */
export function shown(term: Pick<Term, 'zh' | 'en'>, lang: Lang): string {
  return lang === 'zh' ? term.zh : term.en.replaceAll('_', ' ')
}

/** The names of a program in a language. Unknown ids stand for themselves. */
export function namesOf(program: Program, lang: Lang): Names {
  const words = lang === 'zh' ? WORDS_ZH : WORDS_EN
  const lookup = (terms: readonly Term[]) => {
    const byId = new Map(terms.map((term) => [term.id, shown(term, lang)]))
    return (id: string) => byId.get(id) ?? id
  }
  const readings = new Map(program.readings.map((reading) => [reading.id, lookup(reading.choices)]))
  const entities = new Map(program.entities.map((entity) => [entity.id, entity]))
  const enums = new Map(program.enums.map((one) => [one.id, one]))
  const sources = new Map(program.sources.map((source) => [source.id, source.title ?? shown(source, lang)]))
  return {
    program,
    lang,
    words,
    role: lookup(program.roles),
    paper: lookup(program.papers),
    place: lookup(program.places),
    reading: lookup(program.readings),
    choice: (reading, id) => readings.get(reading)?.(id) ?? id,
    procedure: lookup(program.procedures),
    standard: lookup(program.standards),
    entity: lookup(program.entities),
    calendar: lookup(program.calendars),
    entityOf: (id) => entities.get(id),
    enumOf: (id) => enums.get(id),
    cite: (cite) => words.cite(sources.get(cite.source) ?? cite.source, cite.article),
  }
}
