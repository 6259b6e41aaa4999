import type { Effect, Lang, Outcome } from '../types.ts'
import type { Cause, ConditionNode, ItemNode } from './explanation.ts'

/** The operator words of the language; `word` of a comparison is one of them. */
export type CompareId =
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'eq'
  | 'ne'
  | 'exceeds'
  | 'above'
  | 'greater_than'
  | 'more_than'
  | 'later_than'
  | 'below'
  | 'less_than'
  | 'fewer_than'
  | 'short_of'
  | 'under'
  | 'earlier_than'
  | 'at_least'
  | 'not_below'
  | 'not_less_than'
  | 'not_earlier_than'
  | 'reaches'
  | 'not_above'
  | 'not_exceeding'
  | 'at_most'
  | 'not_greater_than'
  | 'not_later_than'
  | 'is'
  | 'be'
  | 'equals'
  | 'is_not'
  | 'be_not'
  | 'not_equal'
  | 'or_more'
  | 'or_less'
  | 'within'

/** How a comparison reads when it holds and when it does not; {} is the other side. */
export type ComparePhrase = readonly [holds: string, fails: string]

/** A share that must change by `by` elements, to `needed` of `of`; `each` is what one of them is called. */
export interface SharePeople {
  readonly members: string
  readonly body: string
  readonly each: string
  readonly by: number
  readonly needed: number
  readonly of: number
  readonly direction: 'raise' | 'lower'
}

/** Every word an explanation uses in one language. Arguments are finished phrases of that language. */
export interface Words {
  readonly lang: Lang
  readonly compare: Readonly<Record<CompareId, ComparePhrase>>
  readonly truth: Readonly<Record<'true' | 'false' | 'unknown', string>>
  readonly nothing: string
  readonly unknown: string
  readonly stop: string
  /** between statements of one sentence, and between names in a row */
  readonly semicolon: string
  readonly comma: string
  readonly colon: string
  readonly list: (names: readonly string[]) => string
  readonly quote: (name: string) => string
  readonly aside: (text: string) => string
  /** puts `arg` into a pattern with a blank where the script asks for one */
  readonly fill: (pattern: string, arg: string) => string
  readonly name: (label: string) => string
  readonly year: (year: string) => string
  readonly date: (year: number, month: number, day: number) => string
  readonly quantity: (number: string, unit: string | undefined) => string
  readonly range: (low: string | undefined, high: string | undefined) => string
  /** a distance between two shares */
  readonly points: (number: string) => string
  readonly element: (label: string, number: number | undefined, called: string | undefined) => string
  readonly whose: (owners: readonly string[], name: string) => string
  readonly ofYear: (name: string, year: string) => string
  // phrases of expressions
  readonly and: string
  readonly or: string
  /** `simple`: the clause is one name */
  readonly not: (clause: string, simple: boolean) => string
  readonly meets: (whose: string, standard: string) => string
  readonly time: Readonly<Record<'year' | 'as_of', string>>
  readonly between: (value: string, low: string, high: string, word: string) => string
  readonly notBetween: (value: string, low: string, high: string, word: string) => string
  readonly among: (items: readonly string[], holds: boolean) => string
  readonly has: (name: string, holds: boolean) => string
  readonly known: (name: string, known: boolean) => string
  readonly rounded: (value: string, mode: string, to: string) => string
  readonly extreme: (items: readonly string[], which: string) => string
  readonly ifElse: (condition: string, then: string, otherwise: string) => string
  readonly byTable: string
  readonly members: (of: string, filter: string | undefined) => string
  readonly quantified: (quantifier: string, members: string, body: string | undefined) => string
  readonly countOf: (members: string) => string
  readonly sumOf: (members: string, value: string) => string
  readonly shareOf: (members: string, body: string) => string
  readonly datePart: (date: string, part: string) => string
  readonly dateAdd: (date: string, amount: number, unit: string) => string
  readonly daysFrom: (from: string, to: string) => string
  readonly yearsFrom: (from: string, to: string) => string
  readonly total: (lines: readonly string[]) => string
  // what was found
  readonly valued: (name: string, value: string) => string
  /** dates, years, texts and enumeration values, which no unit sets off from their name */
  readonly is: (name: string, value: string) => string
  readonly stated: (name: string, truth: string) => string
  readonly compared: (left: string, relation: string) => string
  readonly openCompare: (left: string, relation: string, why: string) => string
  readonly gap: (by: string, direction: 'raise' | 'lower') => string
  readonly tally: (hits: number, members: number, of: string, open: number | null) => string
  readonly judgedBy: (role: string, on: string, by: string | undefined) => string
  readonly sourceIs: (source: string) => string
  readonly cause: (kind: Cause['kind'], given: readonly string[]) => string
  readonly blocked: (kind: NonNullable<ConditionNode['blocked']>) => string
  readonly allHold: (members: string, count: number, body: string | undefined) => string
  readonly noneHold: (members: string, body: string | undefined) => string
  readonly noMembers: (members: string) => string
  readonly listUnknown: (members: string) => string
  readonly listPartial: (members: string) => string
  readonly andMore: (count: number) => string
  // the page
  readonly subject: (label: string, id: string | undefined) => string
  readonly outcome: (outcome: Outcome, subject: string, standard: string, items: readonly string[]) => string
  readonly times: (asOf: string, year: string, period: { readonly from: string; readonly to: string } | undefined) => string
  readonly reading: (name: string, choice: string) => string
  readonly marks: Readonly<Record<Effect, string>>
  readonly verdict: (item: Pick<ItemNode, 'kind' | 'effect' | 'value' | 'applied' | 'exception' | 'recheck'>) => string
  readonly cite: (source: string | undefined, article: string) => string
  readonly citing: (cites: readonly string[]) => string
  readonly group: (mode: 'all' | 'any' | 'at_least', count: number, of: number, held: number) => string
  readonly situations: (mode: 'all' | 'any' | 'at_least', count: number, of: number, held: number) => string
  readonly notApplied: (condition: string) => string
  readonly openWhen: (condition: string) => string
  readonly deemed: (reason: string) => string
  readonly excepted: (reason: string) => string
  readonly exception: (reason: string, by: string, on: string) => string
  readonly rechecked: (passed: boolean, role: string, on: string) => string
  readonly guard: (condition: string) => string
  /** `name` is '' for a computation without one */
  readonly working: (name: string, working: string, value: string) => string
  readonly parameter: (
    name: string,
    value: string,
    from: string | undefined,
    to: string | undefined,
    origin: string | undefined,
  ) => string
  readonly headings: Readonly<Record<'items' | 'remedy' | 'recheck' | 'both' | 'meetAll' | 'meet' | 'fail' | 'blocked', string>>
  readonly oneSet: string
  readonly truncated: string
  /** more facts are missing than can be listed */
  readonly tooMany: string
  // what would change it
  readonly all: string
  readonly any: (count: number) => string
  readonly number: (
    name: string,
    direction: 'raise' | 'lower' | 'change',
    to: string,
    by: string | undefined,
    beyond: boolean,
  ) => string
  readonly share: (people: SharePeople) => string
  readonly must: (name: string, needed: boolean) => string
  readonly judge: (name: string, roles: readonly string[], needed: boolean) => string
  readonly mustCompare: (clause: string) => string
  readonly exists: (name: string, needed: boolean) => string
  readonly standard: (whose: string, standard: string, needed: boolean) => string
  readonly end: (situation: string, how: string | undefined) => string
  readonly depart: (item: string) => string
  readonly recheck: (item: string, roles: readonly string[]) => string
  readonly learn: (name: string, needed: boolean) => string
  readonly condition: (clause: string, needed: boolean) => string
  readonly elementDoes: (name: string, remedy: string) => string
  // what to collect
  readonly need: (name: string, list: 'list' | 'rest' | undefined) => string
  readonly suppliedBy: (roles: readonly string[]) => string
  readonly fromChannel: (channel: string) => string
  readonly blockedBy: (kind: string, name: string, time: string | undefined) => string
  // facts that were refused
  readonly rejected: string
  readonly problem: (code: string, path: string) => string
}
