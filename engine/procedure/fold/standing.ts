import type { Day } from '../../../dsl/value/date.ts'
import type { Profile } from '../profile.ts'
import type { CaseFinding } from '../types.ts'
import type { Instance } from '../verdict.ts'

/** How a subject stands after the events walked so far. Changed by the walk that made it, and by nothing else. */
export interface Standing {
  readonly profile: Profile
  readonly joined: Day
  /** dropped, and not relisted since */
  off: boolean
  /** by step: the counting act */
  readonly held: (Instance | undefined)[]
  /** by step: papers of acts that are not void but count no longer */
  papers: Map<number, Set<number>> | undefined
  /** by step: lateness of such acts, which repeating does not mend */
  late: Map<number, CaseFinding[]> | undefined
  /** by step: open objections against it */
  open: number[] | undefined
  notes: CaseFinding[] | undefined
  returns: number
}

/** A subject before any event. */
export function newStanding(profile: Profile, joined: Day | undefined): Standing {
  return {
    profile,
    joined: joined ?? Number.NEGATIVE_INFINITY,
    off: false,
    held: new Array<Instance | undefined>(profile.steps.length).fill(undefined),
    papers: undefined,
    late: undefined,
    open: undefined,
    notes: undefined,
    returns: 0,
  }
}

/** Whether the subject is on the list on a day. */
export function isListed(standing: Standing, day: Day): boolean {
  return !standing.off && standing.joined <= day
}

/** Notes something that is no breach. */
export function note(standing: Standing, finding: CaseFinding): void {
  standing.notes ??= []
  standing.notes.push(finding)
}

/** Makes an act the counting one of its step. */
export function hold(standing: Standing, step: number, instance: Instance): void {
  const before = standing.held[step]
  standing.held[step] = instance
  if (before === undefined) return
  if (before.findings.length > 0) keepLateness(standing, step, before)
  if (before.act.papers.length === 0) return
  standing.papers ??= new Map()
  const kept = standing.papers.get(step) ?? new Set()
  for (const paper of before.act.papers) kept.add(paper)
  standing.papers.set(step, kept)
}

function keepLateness(standing: Standing, step: number, { findings }: Instance): void {
  const late = findings.filter((finding) => !finding.curable)
  if (late.length === 0) return
  standing.late ??= new Map()
  const kept = standing.late.get(step)
  if (kept === undefined) standing.late.set(step, late)
  else kept.push(...late)
}

/** Whether an act that is not void brought a paper. */
export function isBrought({ held, papers }: Standing, paper: number): boolean {
  for (let i = 0; i < held.length; i++) if (held[i]?.act.papers.includes(paper)) return true
  if (papers !== undefined) for (const kept of papers.values()) if (kept.has(paper)) return true
  return false
}

/** Makes the acts of a step, and of those that have it among their predecessors, void. Whether there were any. */
export function voidFrom(standing: Standing, followers: readonly number[]): boolean {
  let some = false
  for (const step of followers) {
    if (standing.held[step] === undefined) continue
    standing.held[step] = undefined
    standing.papers?.delete(step)
    standing.late?.delete(step)
    some = true
  }
  if (some) standing.returns++
  return some
}
