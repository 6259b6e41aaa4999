import type { Span } from '../source/span.ts'
import type { Calendar, Effects, Paper, Procedure } from './program-procedure.ts'
import type { Ranking, Register, Target } from './program-register.ts'

/**
 * THE contract between language and engine: a checked policy with everything it needs, as plain frozen JSON. No names are left to resolve, no sugar to
 * undo, no types to infer. Serialisable, structured-clone-able, versioned. The engine and the oracle read this and nothing else of dsl/.
 */
export const PROGRAM_SCHEMA = 'tiaoli/program/1'
export const LANGUAGE_EDITION = '2026.1'

export interface Program {
  readonly schema: typeof PROGRAM_SCHEMA
  readonly edition: string
  readonly policy: PolicyHead
  readonly entities: readonly Entity[]
  readonly enums: readonly Enumeration[]
  readonly roles: readonly Term[]
  readonly channels: readonly Term[]
  readonly relations: readonly Relation[]
  readonly parameters: readonly Parameter[]
  readonly readings: readonly Reading[]
  readonly externals: readonly External[]
  readonly definitions: readonly Definition[]
  readonly standards: readonly Standard[]
  readonly papers: readonly Paper[]
  readonly places: readonly Term[]
  readonly calendars: readonly Calendar[]
  readonly procedures: readonly Procedure[]
  readonly effects: readonly Effects[]
  readonly registers: readonly Register[]
  readonly targets: readonly Target[]
  readonly rankings: readonly Ranking[]
  readonly sources: readonly Source[]
  /** id and digest of every unit this one rests on, itself included, sorted by id */
  readonly units: readonly { readonly id: string; readonly digest: string }[]
  /** digest of the canonical program (spans and comments left out): same meaning, same digest */
  readonly digest: string
}

/** A declared thing's names. `id` is unique among its kind within the program (ascii id, else the Chinese name). `zh`/`en` are what is shown. */
export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly note?: string
  readonly span: Span
}

export interface Cite {
  /** id of a Source */
  readonly source: string
  readonly article: string
}

export interface PolicyHead extends Term {
  readonly title?: string
  /** GB/T 2260 code as text */
  readonly jurisdiction?: string
  readonly level?: 'nation' | 'province' | 'city' | 'county' | 'township' | 'village'
  readonly version?: string
  readonly document?: string
  readonly parent?: string
  /** instruments this one replaces, from a day on (absent: its own first day) */
  readonly supersedes: readonly { readonly policy: string; readonly from?: string }[]
  /** both ends included, YYYY-MM-DD */
  readonly inForce: { readonly from?: string; readonly to?: string }
  readonly cites: readonly Cite[]
}

export interface Source extends Term {
  readonly title?: string
  readonly articles: readonly {
    readonly article: string
    readonly summary?: string
    readonly noRule?: string
    readonly digest?: string
  }[]
}

// ---------------------------------------------------------------------------------------------------------------- types

export type ValueType =
  | { readonly kind: 'boolean' }
  /** `unit` in zh spelling as formatUnit gives it ('' = none); `decimals` what a fact may have (undefined: any rational, e.g. a quotient) */
  | { readonly kind: 'number'; readonly unit: string; readonly decimals?: number; readonly ratio?: true }
  | { readonly kind: 'date' }
  /** a calendar year, e.g. 2019 */
  | { readonly kind: 'year' }
  | { readonly kind: 'text' }
  | { readonly kind: 'enum'; readonly enum: string }
  | { readonly kind: 'entity'; readonly entity: string }
  | { readonly kind: 'list'; readonly entity: string; readonly atMost?: number }

export interface Entity extends Term {
  readonly fields: readonly Field[]
}

/** A fact an element may carry. */
export interface Field extends Term {
  readonly type: ValueType
  /** inclusive bounds as fraction text, in the field's unit; money, integers and ratios without a written lower bound have none unless stated here */
  readonly low?: string
  readonly high?: string
  /** 无 is a possible value */
  readonly nullable: boolean
  /** the fact may be an object {year: value}; X〔年〕 reads it */
  readonly yearly: boolean
  /** a human judgement: the fact is {value, role, on, by?, basis?} or a list of them; only these roles count */
  readonly judgement?: { readonly roles: readonly string[] }
  /** the fact must come from this channel: {value, source} */
  readonly channel?: string
}

export interface Enumeration extends Term {
  readonly values: readonly Term[]
}

/** 约束: holds for every element of `entity` from/to; a fact file that makes it false is refused. */
export interface Relation extends Term {
  readonly entity: string
  readonly from?: string
  readonly to?: string
  readonly condition: Expr
  readonly cites: readonly Cite[]
  readonly origin?: string
}

/** Which row: those whose period holds the key time (年度 for `year`, 评定日 for `as_of`), whose category equals the argument, and whose area is the longest prefix region of the policy's jurisdiction (no area = everywhere). */
export interface Parameter extends Term {
  readonly type: ValueType
  readonly timed: 'year' | 'as_of'
  /** enumeration of the category key */
  readonly keyed?: string
  readonly cites: readonly Cite[]
  readonly entries: readonly ParameterEntry[]
}
export interface ParameterEntry {
  /** year ("2019") or date, inclusive; absent = unbounded */
  readonly from?: string
  readonly to?: string
  readonly area?: string
  readonly category?: string
  readonly value: Literal
  readonly origin?: string
  readonly span: Span
}

export interface Reading extends Term {
  readonly cites: readonly Cite[]
  readonly choices: readonly Term[]
  /** id of a choice: an importer's 取, else the declared （默认）, else the first */
  readonly chosen: string
}

export interface External extends Term {
  readonly title?: string
  readonly type: ValueType
  readonly cites: readonly Cite[]
}

/** A named expression about one element of `entity`; without entity about nothing but parameters and times. Scores and tables are definitions too. */
export interface Definition extends Term {
  readonly entity?: string
  readonly type: ValueType
  readonly value: Expr
  readonly cites: readonly Cite[]
  readonly form: 'definition' | 'score' | 'table'
}

// ------------------------------------------------------------------------------------------------------------ standards

export interface Standard extends Term {
  readonly entity: string
  /** 当 after 适用于 */
  readonly guard?: Expr
  readonly cites: readonly Cite[]
  readonly items: readonly Item[]
}

/**
 * truth of an item's own condition: `condition`, or the group of its parts; with deemed/except: (e ∨ 视为…) ∧ ¬除外…; with `when`: ¬C ∨ that.
 * An item whose `under` names a reading choice that is not in force is not part of the standard.
 */
export interface Item extends Term {
  readonly kind: 'must' | 'bar' | 'suspend' | 'weigh' | 'part'
  readonly inPrinciple: boolean
  readonly cites: readonly Cite[]
  readonly when?: Expr
  readonly condition?: Expr
  readonly group?: { readonly mode: 'all' | 'any' | 'at_least'; readonly n?: number; readonly parts: readonly Item[] }
  readonly deemed: readonly Expr[]
  readonly except: readonly Expr[]
  /** suspend: roles whose re-check counts */
  readonly reviewers: readonly string[]
  readonly under: readonly { readonly reading: string; readonly choice: string }[]
}

// ---------------------------------------------------------------------------------------------------------- expressions

/** Values that stand for themselves. Numbers as fraction text in the unit of their type. */
export type Literal =
  | { readonly kind: 'number'; readonly value: string; readonly unit: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'year'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'enum'; readonly enum: string; readonly value: string }
  | { readonly kind: 'nothing' }

/** Where a field is read from: an enclosing element (0 = innermost: the quantified element, … outermost: the standard's subject), or an entity field of one. */
export type Place =
  | { readonly kind: 'element'; readonly depth: number }
  | { readonly kind: 'member'; readonly of: Place; readonly entity: string; readonly field: string }

interface Node {
  /** stable within the program, for explanation, coverage and diagnostics */
  readonly id: number
  readonly span: Span
}

/** Typed expressions. `truth` kinds yield a Truth; number kinds an interval; the rest a value or unknown. */
export type Expr = Node &
  (
    | { readonly kind: 'literal'; readonly literal: Literal }
    /** entity = the element's entity, field = field id */
    | {
        readonly kind: 'field'
        readonly place: Place
        readonly entity: string
        readonly field: string
        readonly type: ValueType /** X〔…〕: a year expression */
        readonly year?: Expr
      }
    | { readonly kind: 'parameter'; readonly parameter: string; readonly type: ValueType; readonly category?: Expr }
    | { readonly kind: 'external'; readonly external: string; readonly type: ValueType }
    /** the definition's value with its element bound to `place` (absent for element-less definitions) */
    | { readonly kind: 'definition'; readonly definition: string; readonly place?: Place; readonly type: ValueType }
    /** 符合: the element at `place` meets the standard */
    | { readonly kind: 'meets'; readonly standard: string; readonly place: Place }
    /** 年度 (a year) or 评定日 (a date) */
    | { readonly kind: 'time'; readonly time: 'year' | 'as_of' }
    | { readonly kind: 'not'; readonly operand: Expr }
    | { readonly kind: 'and' | 'or'; readonly items: readonly Expr[] }
    /** both sides of one type; eq/ne for every type, order for numbers, dates and years. With a share that says what empty means, `left` is that share */
    | { readonly kind: 'compare'; readonly op: CompareOp; readonly word: string; readonly left: Expr; readonly right: Expr }
    | {
        readonly kind: 'between'
        readonly value: Expr
        readonly low: Expr
        readonly high: Expr
        readonly lowOpen: boolean
        readonly highOpen: boolean
      }
    | { readonly kind: 'in'; readonly value: Expr; readonly items: readonly Expr[] }
    /** operand is not 无 */
    | { readonly kind: 'has'; readonly operand: Expr }
    /** never unknown; only below 统筹 */
    | { readonly kind: 'status'; readonly status: 'known' | 'unknown'; readonly operand: Expr }
    | { readonly kind: 'negate'; readonly operand: Expr }
    | { readonly kind: 'arithmetic'; readonly op: '+' | '-' | '*' | '/'; readonly left: Expr; readonly right: Expr }
    | {
        readonly kind: 'round'
        readonly mode: 'half_up' | 'up' | 'down' | 'half_even'
        readonly value: Expr /** fraction text > 0 */
        readonly to: string
      }
    | { readonly kind: 'extreme'; readonly which: 'larger' | 'smaller'; readonly items: readonly Expr[] }
    | { readonly kind: 'if'; readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr; readonly type: ValueType }
    /** exactly one arm per choice of the reading */
    | {
        readonly kind: 'reading'
        readonly reading: string
        readonly arms: readonly { readonly choice: string; readonly value: Expr }[]
        readonly type: ValueType
      }
    /** rows in order; unique: conditions are disjoint, so a known-true row decides whatever the others; first: an if-chain. Without `otherwise` and with every row false: unknown, blocked (check proves it away where it can) */
    | {
        readonly kind: 'table'
        readonly hit: 'unique' | 'first'
        readonly rows: readonly { readonly tests: readonly Expr[]; readonly value: Expr; readonly cites: readonly Cite[] }[]
        readonly otherwise?: Expr
        readonly type: ValueType
      }
    /** `list` is a list field; filter and body see the element at depth 0 */
    | {
        readonly kind: 'quantifier'
        readonly quantifier: 'every' | 'some' | 'none'
        readonly list: ListRef
        readonly filter?: Expr
        readonly body?: Expr
      }
    | { readonly kind: 'count'; readonly list: ListRef; readonly filter?: Expr }
    | { readonly kind: 'sum'; readonly list: ListRef; readonly filter?: Expr; readonly value: Expr; readonly type: ValueType }
    | { readonly kind: 'share'; readonly list: ListRef; readonly filter?: Expr; readonly body: Expr; readonly empty: EmptyShare }
    | { readonly kind: 'ratio'; readonly part: Expr; readonly whole: Expr; readonly empty: EmptyShare }
    | { readonly kind: 'datePart'; readonly part: 'year' | 'month' | 'day'; readonly of: Expr }
    /** date ± span; `amount` whole, negative for minus. Weeks are 7 days, years 12 months */
    | { readonly kind: 'dateAdd'; readonly date: Expr; readonly amount: number; readonly unit: 'day' | 'month' }
    /** days from `from` to `to` */
    | { readonly kind: 'daysBetween'; readonly from: Expr; readonly to: Expr }
    /** full years from `from` to `to` */
    | { readonly kind: 'fullYears'; readonly from: Expr; readonly to: Expr }
    /** sum of lines, each clamped */
    | { readonly kind: 'score'; readonly lines: readonly ScoreLine[]; readonly cap?: string; readonly floor?: string }
  )

export interface ScoreLine extends Term {
  readonly cites: readonly Cite[]
  /** points count only when this holds; otherwise 0 */
  readonly when?: Expr
  readonly value: Expr
  readonly cap?: string
  readonly floor?: string
}

export interface ListRef {
  readonly place: Place
  readonly entity: string
  readonly field: string
  /** entity of the elements */
  readonly of: string
}

export type CompareOp = 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne'
/** met: the comparison holds where the denominator is empty; unmet: it does not; undetermined: unknown, blocked */
export type EmptyShare = 'met' | 'unmet' | 'undetermined'
export type ExprKind = Expr['kind']
export type ExprOf<K extends ExprKind> = Extract<Expr, { kind: K }>
