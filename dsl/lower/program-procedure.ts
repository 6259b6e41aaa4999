import type { Cite, Expr, Term } from './program.ts'

/**
 * Procedures as the engine sees them. Everything a step demands is a line of its own with its clause, its guard and the readings it stands under;
 * what `同` copies is already copied, what `沿用` adopts already merged. docs/procedures.md says what each line means.
 */

/** 文书: a list, a form, a notice, a decision. `given`: it comes from outside the procedure; `notSupplied`: its text was not attached to the instrument. */
export interface Paper extends Term {
  readonly title?: string
  readonly given: boolean
  readonly notSupplied: boolean
  readonly cites: readonly Cite[]
}

/** 日历: the days off and the days worked instead, both ends included, within [from, to]; outside these days it knows nothing. */
export interface Calendar extends Term {
  readonly from: string
  readonly to: string
  readonly rest: readonly { readonly from: string; readonly to: string }[]
  readonly work: readonly { readonly from: string; readonly to: string }[]
  readonly origin?: string
}

/** A value that may depend on a reading: exactly one arm per choice. */
export type Chosen<T> =
  | T
  | {
      readonly kind: 'reading'
      readonly reading: string
      readonly arms: readonly { readonly choice: string; readonly value: Chosen<T> }[]
    }

/** A length of time. Weeks are 7 days, half a month 15, years 12 months. */
export interface Duration {
  readonly kind: 'duration'
  readonly amount: number
  readonly unit: 'day' | 'workday' | 'week' | 'half_month' | 'month' | 'year'
}

/** A day: fixed, or a place in the case's year (−1 上年, 0 当年, 1 次年); `end` is the month's last day. */
export type DayAt =
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'position'; readonly year: -1 | 0 | 1; readonly month: number; readonly day: number | 'end' }

export interface Under {
  readonly reading: string
  readonly choice: string
}

/** What every line of a procedure carries. A line whose guard is false, or that stands under a choice not in force, demands nothing. */
export interface Line {
  /** stable within its step: kind and position, e.g. `posting.1` */
  readonly id: string
  readonly when?: Expr
  readonly under: readonly Under[]
  readonly cites: readonly Cite[]
  readonly note?: string
}

export type Combine = { readonly mode: 'all' | 'any' } | { readonly mode: 'at_least'; readonly n: number }

export interface Window {
  readonly from: Chosen<DayAt>
  readonly to: Chosen<DayAt>
}

/** 期限: a day, or a length from the end of another step. Both include the last day. */
export type Deadline =
  | { readonly kind: 'on'; readonly day: Chosen<DayAt> }
  | { readonly kind: 'after'; readonly length: Chosen<Duration>; readonly step: string }

/** One demand of a step. Roles, papers, places and steps by id. */
export type Act = Line &
  (
    | { readonly kind: 'window'; readonly window: Window }
    | { readonly kind: 'due'; readonly deadline: Deadline }
    | {
        readonly kind: 'actor' | 'attend'
        readonly roles: readonly string[]
        readonly combine: Combine
        readonly persons?: number
      }
    | { readonly kind: 'uses'; readonly papers: readonly string[]; readonly naming: boolean }
    | { readonly kind: 'produces'; readonly papers: readonly string[] }
    /** `length`: at least that long, `exactly`: neither longer nor shorter; neither: no length demanded. `places`: all of them */
    | {
        readonly kind: 'posting' | 'announcement'
        readonly places: readonly string[]
        readonly length?: Chosen<Duration>
        readonly exactly?: true
      }
    /** per subject: yes ÷ base, strictly over or at least the threshold; quorum: present ÷ eligible at least that */
    | {
        readonly kind: 'vote'
        readonly bodies: readonly string[]
        readonly base?: 'present' | 'eligible' | 'cast'
        readonly threshold?: { readonly strict: boolean; readonly value: Expr }
        readonly quorum?: Expr
      }
    | { readonly kind: 'consent'; readonly roles: readonly string[] }
    | {
        readonly kind: 'signatures'
        readonly stated?: number
        readonly parties: readonly { readonly roles: readonly string[]; readonly combine: Combine; readonly proxy: boolean }[]
      }
    | { readonly kind: 'consult'; readonly roles: readonly string[]; readonly within?: Chosen<Duration> }
    | { readonly kind: 'notify' | 'archive' | 'filing'; readonly roles: readonly string[] }
    /** share: of the list's subjects; strata: those subjects must all be in the sample */
    | {
        readonly kind: 'sample'
        readonly share?: Expr
        readonly strata: readonly (Term & { readonly condition: Expr; readonly cites: readonly Cite[] })[]
      }
    | {
        readonly kind: 'registers'
        readonly act: 'label' | 'remove' | 'enter'
        readonly label?: string
        readonly places: readonly string[]
      }
    | {
        readonly kind: 'on_objection' | 'on_refusal' | 'on_fail'
        /** roles entitled to settle an objection; none named: anyone */
        readonly roles: readonly string[]
        readonly then: { readonly kind: 'goto'; readonly step: string } | { readonly kind: 'drop' } | { readonly kind: 'unsaid' }
      }
  )
export type ActKind = Act['kind']
export type ActOf<K extends ActKind> = Act & { readonly kind: K }

export interface Step extends Term {
  /** the whole list at once, or each subject for itself */
  readonly scope: 'list' | 'each'
  readonly phase?: string
  readonly cites: readonly Cite[]
  /** element at depth 0: the list's own record for `list` steps of a procedure with a roster, else the subject */
  readonly when?: Expr
  readonly under: readonly Under[]
  /** steps that come before it, already resolved: 承接, else the step before it with all that run 同时 with that one */
  readonly after: readonly string[]
  readonly acts: readonly Act[]
  /** 照录: why what `check` remarks on here stands as the instrument has it */
  readonly asPrinted?: string
  /** the step it was copied from by 同 */
  readonly sameAs?: string
}

export interface Phase extends Term {
  readonly cites: readonly Cite[]
  /** element at depth 0: the subject, in its lines too */
  readonly when?: Expr
  readonly under: readonly Under[]
  /** window and due lines; they hold for every step of the phase besides its own */
  readonly acts: readonly (ActOf<'window'> | ActOf<'due'>)[]
}

/** 计日: how days are counted. Lines under readings: the first whose choices are in force. */
export interface Counting extends Line {
  readonly days?: 'calendar' | 'working'
  readonly firstDay?: 'counted' | 'not_counted'
  readonly deadlineDay?: 'counted' | 'not_counted'
  readonly rollover?: 'moved' | 'stays'
  readonly calendar?: string
}

export interface Procedure extends Term {
  readonly entity: string
  /** the subject's entity field that holds the list's own record, and that record's entity */
  readonly roster?: { readonly field: string; readonly entity: string }
  /** the standard an exit by this procedure must meet */
  readonly standard?: string
  readonly guard?: Expr
  readonly cites: readonly Cite[]
  readonly counting: readonly Counting[]
  readonly phases: readonly Phase[]
  /** in the order of the text; `after` never points forward */
  readonly steps: readonly Step[]
}

/** 效果: what follows an exit. Never decides. */
export interface Effects extends Term {
  readonly entity?: string
  readonly procedure?: string
  readonly when?: Expr
  readonly cites: readonly Cite[]
  readonly lines: readonly EffectLine[]
}
export interface EffectLine extends Term {
  readonly force: 'shall' | 'may' | 'ceases'
  readonly roles: readonly string[]
  readonly from?: Chosen<DayAt>
  readonly to?: Chosen<DayAt>
  readonly when?: Expr
  readonly text: string
  readonly cites: readonly Cite[]
}
