import type { Day } from '../../dsl/value/date.ts'

/**
 * Events as read: steps, roles, papers, places and subjects by their number, days as days. `index` is the position in the file; `again`: equal to an
 * event taken before it.
 */
interface Read {
  readonly index: number
  readonly on: Day
}

export interface Ballot {
  readonly yes: number
  readonly no: number
  readonly abstain: number
}

/** Some numbers; a set where there are many of them. */
export type Members = readonly number[] | ReadonlySet<number>

export interface ConsentRead {
  readonly role: number
  readonly given: boolean
  readonly subjects: Members | undefined
}
export interface SignatureRead {
  readonly role: number
  readonly proxy: string | undefined
  readonly subjects: Members | undefined
}

export interface ActRead extends Read {
  readonly kind: 'act'
  readonly step: number
  readonly until: Day | undefined
  readonly subjects: readonly number[] | undefined
  readonly by: readonly number[]
  readonly attended: readonly number[]
  readonly persons: number | undefined
  readonly papers: readonly number[]
  readonly places: readonly number[]
  readonly failed: Members
  readonly present: number | undefined
  readonly eligible: number | undefined
  readonly ballots: ReadonlyMap<number, Ballot> | undefined
  readonly consents: readonly ConsentRead[]
  readonly signatures: readonly SignatureRead[]
  readonly replies: readonly { readonly role: number; readonly on: Day }[]
  readonly notified: readonly number[]
  readonly archived: readonly number[]
  readonly filed: readonly number[]
  readonly sampled: Members
  readonly registered:
    | { readonly act: 'label' | 'remove' | 'enter'; readonly label: string | undefined; readonly place: number | undefined }
    | undefined
}

export interface ObjectionRead extends Read {
  readonly kind: 'objection'
  readonly objection: string
  readonly subjects: readonly number[]
  readonly against: number
}
export interface ResolutionRead extends Read {
  readonly kind: 'resolution'
  readonly objection: string
  readonly result: 'upheld' | 'dismissed' | 'withdrawn'
  readonly by: readonly number[]
}
export interface ReturnRead extends Read {
  readonly kind: 'return'
  readonly subjects: readonly number[]
  readonly to: number
}
export interface MoveRead extends Read {
  readonly kind: 'drop' | 'relist'
  readonly subjects: readonly number[]
}
export interface PaperRead extends Read {
  readonly kind: 'paper'
  readonly paper: number
  readonly names: Members | undefined
}

export type EventRead = ActRead | ObjectionRead | ResolutionRead | ReturnRead | MoveRead | PaperRead

export interface SubjectRead {
  readonly id: string
  readonly joined: Day | undefined
  readonly facts: unknown
}

/** A case as read; `events` in the order of the file. */
export interface CaseRead {
  readonly year: number
  readonly opened: Day | undefined
  readonly list: unknown
  readonly subjects: readonly SubjectRead[]
  readonly numbers: ReadonlyMap<string, number>
  readonly events: readonly EventRead[]
}

const FEW = 12

/** The numbers for quick asking, each once. */
export function members(list: readonly number[]): Members {
  if (list.length < 2) return list
  const once = new Set(list)
  return once.size > FEW ? once : once.size === list.length ? list : [...once]
}

/** Whether a number is among them. */
export function isAmong(some: Members, one: number): boolean {
  return 'has' in some ? some.has(one) : some.includes(one)
}

/** Whether there is none. */
export function isNobody(some: Members): boolean {
  return 'has' in some ? some.size === 0 : some.length === 0
}
