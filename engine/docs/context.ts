import type { Cite, Expr, Program } from '../../dsl/lower/program.ts'
import { type Ledger, ledgersOf } from '../ledger/ledger.ts'
import type { ProcedureSuite } from '../testing/case/suite.ts'
import type { Suite } from '../testing/suite.ts'
import type { Lang } from '../types.ts'
import { type Places, placesOf } from './anchors.ts'
import { conditionText, type Scope } from './condition.ts'
import { anchor, type Html, html, join } from './html.ts'
import { type Names, namesOf } from './names.ts'
import { type DocWords, docWords } from './words.ts'

/** When the steps of a procedure can be at the earliest and must be over at the latest, as worked out by the language's timetable. Days as YYYY-MM-DD. */
export interface Timetable {
  readonly procedure: string
  readonly year: number
  readonly steps: readonly { readonly step: string; readonly from: string; readonly to: string; readonly latest?: string }[]
}

/** What a page is made of. */
export interface Instrument {
  readonly program: Program
  readonly suites: readonly Suite[]
  readonly procedureSuites: readonly ProcedureSuite[]
  readonly timetables: readonly Timetable[]
}

/** Another instrument's title and page. */
export interface OtherPage {
  readonly title: string
  readonly href: string
}

/** What every part of a page is written with. */
export interface Context extends Instrument {
  readonly names: Names
  readonly words: DocWords
  readonly ledgers: readonly Ledger[]
  readonly places: Places
  /** pages of the instruments documented together, by policy id */
  readonly others: ReadonlyMap<string, OtherPage>
}

/** An instrument with its names, words and ledgers at hand. */
export function contextOf(instrument: Instrument, lang: Lang, others: ReadonlyMap<string, OtherPage>): Context {
  return {
    ...instrument,
    names: namesOf(instrument.program, lang),
    words: docWords(lang),
    ledgers: ledgersOf(instrument.program),
    places: placesOf(instrument.program),
    others,
  }
}

/** Clauses, each leading to its article; a source is named where it is not the instrument itself. */
export function citesHtml(cites: readonly Cite[], { names, words, ledgers }: Context): Html {
  const links = cites.map((cite) => {
    const ledger = ledgers.find(({ source }) => source === cite.source)
    const known = ledger?.lines.some(({ article }) => article === cite.article) === true
    const text = ledger !== undefined && ledger === ledgers[0] ? cite.article : names.cite(cite)
    return known ? html`<a class="cite" href="#${anchor('article', cite.source, cite.article)}">${text}</a>` : text
  })
  return join(links, words.separator)
}

/** A labelled remark below something: 只在 …, 视为满足 …. */
export function remark(label: string, text: string | Html, words: DocWords): Html {
  return html`<div class="remark"><b>${label}</b>${words.colon}${text}</div>`
}

/** A note of the author; nothing where there is none. */
export function noteHtml(note: string | undefined): Html {
  return note === undefined ? html`` : html`<p class="note">${note}</p>`
}

/** A condition in words, as text. */
export function say(expr: Expr, scope: Scope, { names }: Context): string {
  return conditionText(expr, names, scope)
}

/** Another instrument by its id: its title and page where it is documented too, else its id. */
export function policyHtml(id: string, { others }: Context): Html {
  const page = others.get(id)
  return page === undefined ? html`${id.replaceAll('_', ' ')}` : html`<a href="${page.href}">${page.title}</a>`
}

/** A name that leads to its rule where the page has it. */
export function linkHtml(kind: string, id: string, text: string, { places }: Context): Html {
  const place = places.find(kind, id)
  return place === undefined ? html`${text}` : html`<a href="#${place}">${text}</a>`
}
