import type { Program } from '../../dsl/lower/program.ts'

/** Where an instrument stands on a day. `superseded`: another says so with 替代, or a later version of the same instrument has begun. */
export type Standing = 'in-force' | 'not-yet' | 'ended' | 'superseded'

export interface Candidate {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly version?: string
  readonly jurisdiction?: string
  /** both ends included */
  readonly from?: string
  readonly to?: string
  readonly standing: Standing
  /** what took its place, and from which day */
  readonly by?: { readonly id: string; readonly version?: string; readonly since?: string }
}

export type InForce =
  | { readonly kind: 'one'; readonly program: Program; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' | 'several'; readonly candidates: readonly Candidate[] }

export interface InForceOptions {
  /** GB/T 2260 code of a place: instruments for it or for what it belongs to; the nearest one counts */
  readonly jurisdiction?: string
  /** id or Chinese name of the instrument; its versions compete */
  readonly id?: string
}

/**
 * The one policy in force on a day (YYYY-MM-DD): within 施行, not replaced by 替代 of another from its day on, nor by a later version of the same instrument
 * from that one's first day on. What was replaced stays so, also when the replacement has ended. `none` and `several` come with every candidate and where it stands.
 */
export function inForce(programs: Iterable<Program>, asOf: string, options: InForceOptions = {}): InForce {
  const all = [...new Set(programs)]
  const wanted = all.filter((program) => matches(program, options))
  const standing = wanted.map((program) => ({ program, candidate: candidateOf(program, all, asOf) }))
  const candidates = standing.map(({ candidate }) => candidate)
  const valid = standing.filter(({ candidate }) => candidate.standing === 'in-force').map(({ program }) => program)
  const nearest = options.jurisdiction === undefined ? valid : closest(valid)
  const [only, ...others] = nearest
  if (only && others.length === 0) return { kind: 'one', program: only, candidates }
  return { kind: only ? 'several' : 'none', candidates }
}

function matches({ policy }: Program, { id, jurisdiction }: InForceOptions): boolean {
  if (id !== undefined && policy.id !== id && policy.zh !== id) return false
  return jurisdiction === undefined || jurisdiction.startsWith(region(policy.jurisdiction))
}

/** 410000 is 41: the levels below left open. A policy without a place holds everywhere. */
function region(code = ''): string {
  return code.replace(/(?:00)+$/, '')
}

function closest(programs: readonly Program[]): readonly Program[] {
  const depth = (program: Program) => region(program.policy.jurisdiction).length
  const deepest = Math.max(0, ...programs.map(depth))
  return programs.filter((program) => depth(program) === deepest)
}

function candidateOf(program: Program, all: readonly Program[], asOf: string): Candidate {
  const { id, zh, en, version, jurisdiction, inForce: period } = program.policy
  const by = successor(program, all, asOf)
  const { from, to } = period
  const standing =
    from !== undefined && asOf < from ? 'not-yet' : by ? 'superseded' : to !== undefined && asOf > to ? 'ended' : 'in-force'
  return {
    id,
    zh,
    en,
    ...(version === undefined ? {} : { version }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    standing,
    ...(standing === 'superseded' && by ? { by } : {}),
  }
}

function successor(program: Program, all: readonly Program[], asOf: string): Candidate['by'] {
  const { policy } = program
  for (const other of all) {
    if (other === program) continue
    const since = replacedSince(policy, other.policy)
    if (since === undefined || asOf < since) continue
    const { id, version } = other.policy
    return { id, ...(version === undefined ? {} : { version }), ...(since === '' ? {} : { since }) }
  }
  return undefined
}

/** The day from which `other` stands in the place of `policy`; '' when it gives none; undefined when it never does. */
function replacedSince(policy: Program['policy'], other: Program['policy']): string | undefined {
  const begins = other.inForce.from ?? ''
  if (other.id === policy.id) return begins > (policy.inForce.from ?? '') ? begins : undefined
  const named = (other.supersedes ?? []).find((one) => one.policy === policy.id || one.policy === policy.zh)
  return named && (named.from ?? begins)
}
