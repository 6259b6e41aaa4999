import type { Lang } from '../types.ts'
import type { Level } from './levels.ts'
import { DOC_WORDS_EN } from './words.en.ts'
import { DOC_WORDS_ZH } from './words.zh.ts'

/** Every word of the pages in one language, conditions apart (those are engine/explain's). Arguments are finished phrases of that language. */
export interface DocWords {
  readonly htmlLang: string
  readonly otherLang: string
  // sentence marks
  readonly comma: string
  readonly semicolon: string
  readonly colon: string
  /** between names in a row */
  readonly separator: string
  readonly list: (names: readonly string[]) => string
  readonly either: (names: readonly string[]) => string
  // index page
  readonly indexTitle: string
  readonly indexLead: (count: number) => string
  readonly backToIndex: string
  readonly contents: string
  readonly invented: string
  // headings
  readonly headings: Readonly<Record<SectionId, string>>
  // head
  readonly jurisdiction: string
  readonly level: string
  readonly levels: Readonly<Record<Level, string>>
  readonly version: string
  readonly document: string
  readonly inForce: string
  readonly period: (from: string | undefined, to: string | undefined) => string
  readonly historic: (from: string | undefined, to: string) => string
  readonly undated: string
  readonly parent: string
  readonly supersedes: string
  readonly since: (day: string) => string
  readonly note: string
  readonly digest: string
  readonly edition: string
  readonly counts: (standards: number, procedures: number, cases: number) => string
  // tables
  readonly article: string
  readonly summary: string
  readonly answeredBy: string
  readonly byParts: string
  readonly noRule: string
  readonly unanswered: string
  readonly elsewhere: string
  readonly ledgerTotals: (articles: number, answered: number, noRule: number, open: number) => string
  readonly kindOf: Readonly<Record<string, string>>
  readonly item: string
  readonly kind: string
  readonly condition: string
  readonly clause: string
  readonly itemKinds: Readonly<Record<'must' | 'bar' | 'suspend' | 'weigh' | 'part', string>>
  readonly inPrinciple: string
  readonly appliesTo: string
  readonly appliesWhere: string
  readonly onlyWhere: string
  readonly deemed: string
  readonly except: string
  readonly reviewedBy: (roles: string) => string
  readonly groups: { readonly all: string; readonly any: string; readonly atLeast: (n: number) => string }
  readonly underReading: (reading: string, choice: string) => string
  readonly byReading: (reading: string) => string
  readonly chosenMark: string
  readonly period2: string
  readonly value: string
  readonly area: string
  readonly category: string
  readonly origin: string
  readonly timed: { readonly year: string; readonly as_of: string }
  readonly noValues: string
  readonly alternatives: string
  readonly name: string
  readonly meaning: string
  readonly about: string
  readonly otherwise: string
  readonly firstHit: string
  readonly uniqueHit: string
  readonly points: string
  readonly cap: (value: string) => string
  readonly floor: (value: string) => string
  readonly external: string
  readonly notSupplied: string
  readonly absent: string
  readonly given: string
  readonly paper: string
  readonly state: string
  // procedures
  readonly step: string
  readonly after: string
  readonly beginning: string
  readonly who: string
  readonly demands: string
  readonly dates: string
  readonly listwise: string
  readonly each: string
  readonly entityRoster: (entity: string) => string
  readonly underStandard: string
  readonly phase: string
  readonly noActor: string
  readonly sameAs: (step: string) => string
  readonly conditional: string
  readonly diagram: (procedure: string) => string
  readonly states: (register: string) => string
  readonly legend: readonly string[]
  readonly scrollHint: string
  readonly whereGuard: (condition: string) => string
  readonly counting: {
    readonly title: string
    readonly days: { readonly calendar: string; readonly working: string }
    readonly firstDay: { readonly counted: string; readonly not_counted: string }
    readonly deadlineDay: { readonly counted: string; readonly not_counted: string }
    readonly rollover: { readonly moved: string; readonly stays: string }
    readonly calendar: (name: string) => string
  }
  readonly earliest: (from: string, to: string) => string
  readonly latest: (day: string) => string
  readonly datesFor: (year: number) => string
  readonly acts: ActWords
  // effects, register, targets, tests
  readonly forces: { readonly shall: string; readonly may: string; readonly ceases: string }
  readonly effect: string
  readonly roles: string
  readonly neverDecides: string
  readonly keptIn: string
  readonly transition: string
  readonly from: string
  readonly to: string
  readonly via: (procedure: string) => string
  readonly entry: string
  readonly anyState: string
  readonly forbidden: string
  readonly forbiddenShort: string
  readonly labelled: (label: string) => string
  readonly changes: string
  readonly joins: string
  readonly leaves: string
  readonly removes: string
  readonly goal: string
  readonly counted: string
  readonly eachOne: string
  readonly by: string
  readonly orders: { readonly high_first: string; readonly low_first: string }
  readonly byJudgement: string
  readonly target: string
  readonly ranking: string
  readonly testCase: string
  readonly expected: string
  readonly refused: (codes: string) => string
  readonly sweep: string
  readonly itemsExpected: (n: number) => string
  readonly casesOf: (standard: string, n: number) => string
  readonly noFindings: string
  readonly none: string
}

export type SectionId =
  | 'articles'
  | 'standards'
  | 'parameters'
  | 'readings'
  | 'definitions'
  | 'externals'
  | 'procedures'
  | 'effects'
  | 'registers'
  | 'targets'
  | 'tests'

/** What the lines of a step say. `short` ones stand in the boxes of the diagram. */
export interface ActWords {
  readonly units: Readonly<Record<'day' | 'workday' | 'week' | 'half_month' | 'month' | 'year', (n: number) => string>>
  readonly fixed: (year: number | undefined, month: number, day: number | 'end') => string
  readonly position: (year: -1 | 0 | 1, month: number, day: number | 'end') => string
  readonly window: (from: string, to: string) => string
  readonly on: (day: string) => string
  readonly after: (length: string, step: string) => string
  readonly actor: (roles: string) => string
  readonly attend: (roles: string) => string
  readonly atLeastRoles: (n: number, roles: string) => string
  readonly persons: (n: number) => string
  readonly uses: (papers: string, naming: boolean) => string
  readonly produces: (papers: string) => string
  readonly posting: string
  readonly announcement: string
  readonly postedAt: (kind: string, places: string, length: string | undefined) => string
  readonly notLess: (length: string) => string
  readonly exactly: (length: string) => string
  readonly voteBy: (bodies: string, threshold: string | undefined, quorum: string | undefined) => string
  readonly threshold: (strict: boolean, value: string, base: string | undefined) => string
  readonly bases: Readonly<Record<'present' | 'eligible' | 'cast', string>>
  readonly quorum: (value: string) => string
  readonly vote: string
  readonly consent: (roles: string) => string
  readonly signatures: (n: number, parties: string) => string
  readonly signed: (n: number) => string
  readonly proxy: string
  readonly allOf: (roles: readonly string[]) => string
  readonly consult: (roles: string, within: string | undefined) => string
  readonly notify: (roles: string) => string
  readonly archive: (roles: string) => string
  readonly filing: (roles: string) => string
  readonly sample: (share: string | undefined, strata: string) => string
  readonly sampleShort: string
  readonly registers: Readonly<Record<'label' | 'remove' | 'enter', string>>
  readonly registered: (act: string, label: string | undefined, places: string) => string
  readonly branches: Readonly<Record<'on_objection' | 'on_refusal' | 'on_fail', string>>
  readonly settledBy: (roles: string) => string
  readonly goesTo: (step: string) => string
  readonly drop: string
  readonly unsaid: string
}

/** The words of a language. */
export function docWords(lang: Lang): DocWords {
  return lang === 'zh' ? DOC_WORDS_ZH : DOC_WORDS_EN
}
