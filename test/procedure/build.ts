import type { Expr, Program } from '../../dsl/lower/program.ts'
import type {
  Act,
  Calendar,
  Chosen,
  Combine,
  Counting,
  DayAt,
  Duration,
  Paper,
  Phase,
  Procedure,
  Step,
} from '../../dsl/lower/program-procedure.ts'
import * as b from '../engine/build.ts'

/** A line without id and clause, which the builder gives it; for each kind of line its own fields. */
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'cites' | 'under'> & Partial<Pick<Act, 'under'>> : never
export type Line = Bare<Act>

export const at = (month: number, day: number | 'end', year: -1 | 0 | 1 = 0): DayAt => ({ kind: 'position', year, month, day })
export const date = (value: string): DayAt => ({ kind: 'date', value })
export const span = (amount: number, unit: Duration['unit'] = 'day'): Duration => ({ kind: 'duration', amount, unit })
export const ALL: Combine = { mode: 'all' }
export const ANY: Combine = { mode: 'any' }

export const window = (from: Chosen<DayAt>, to: Chosen<DayAt>, more: Partial<Line> = {}) =>
  ({ kind: 'window', window: { from, to }, ...more }) as Line
export const dueOn = (day: Chosen<DayAt>, more: Partial<Line> = {}) =>
  ({ kind: 'due', deadline: { kind: 'on', day }, ...more }) as Line
export const dueAfter = (step: string, length: Chosen<Duration>) =>
  ({ kind: 'due', deadline: { kind: 'after', step, length } }) as Line
export const actor = (roles: string[], more: Partial<{ combine: Combine; persons: number; when: Expr }> = {}) =>
  ({ kind: 'actor', roles, combine: ALL, ...more }) as Line
export const attend = (roles: string[], more: Partial<{ combine: Combine; persons: number }> = {}) =>
  ({ kind: 'attend', roles, combine: ALL, ...more }) as Line
export const uses = (papers: string[], naming = false) => ({ kind: 'uses', papers, naming }) as Line
export const produces = (...papers: string[]) => ({ kind: 'produces', papers }) as Line
export const posting = (
  length: Chosen<Duration> | undefined,
  more: Partial<{ places: string[]; exactly: true; when: Expr; under: Act['under'] }> = {},
) => ({ kind: 'posting', places: [], ...(length && { length }), ...more }) as Line
export const vote = (
  more: Partial<{
    bodies: string[]
    base: 'present' | 'eligible' | 'cast'
    threshold: { strict: boolean; value: Expr }
    quorum: Expr
  }> = {},
) => ({ kind: 'vote', bodies: [], ...more }) as Line
export const consent = (...roles: string[]) => ({ kind: 'consent', roles }) as Line
export const signatures = (...parties: { roles: string[]; combine?: Combine; proxy?: boolean }[]) =>
  ({ kind: 'signatures', parties: parties.map((party) => ({ combine: ALL, proxy: false, ...party })) }) as Line
export const consult = (roles: string[], within?: Chosen<Duration>) =>
  ({ kind: 'consult', roles, ...(within && { within }) }) as Line
export const told = (kind: 'notify' | 'archive' | 'filing', ...roles: string[]) => ({ kind, roles }) as Line
export const sample = (share: Expr | undefined, ...strata: { id: string; condition: Expr }[]) =>
  ({ kind: 'sample', ...(share && { share }), strata: strata.map((one) => ({ ...b.term(one.id), ...one, cites: [] })) }) as Line
export const registers = (act: 'label' | 'remove' | 'enter', label?: string, ...places: string[]) =>
  ({ kind: 'registers', act, ...(label && { label }), places }) as Line
export const follow = (
  kind: 'on_objection' | 'on_refusal' | 'on_fail',
  to: string | 'drop' | 'unsaid',
  roles: string[] = [],
  more: Partial<Line> = {},
) => ({ kind, roles, then: to === 'drop' || to === 'unsaid' ? { kind: to } : { kind: 'goto', step: to }, ...more }) as Line

function numbered(lines: readonly Line[]): Act[] {
  const counts = new Map<string, number>()
  return lines.map((line) => {
    const n = (counts.get(line.kind) ?? 0) + 1
    counts.set(line.kind, n)
    return { under: [], ...line, id: `${line.kind}.${n}`, cites: [{ source: 'law', article: `${line.kind}` }] } as Act
  })
}

export function step(id: string, lines: readonly Line[] = [], more: Partial<Step> = {}): Step {
  return { ...b.term(id), scope: 'each', cites: [b.CITE], under: [], after: [], acts: numbered(lines), ...more }
}

/** Steps one after the other, where they do not say otherwise. */
export function chain(...steps: readonly Step[]): Step[] {
  return steps.map((one, i) => (i === 0 || one.after.length > 0 ? one : { ...one, after: [steps[i - 1]!.id] }))
}

export function phase(id: string, lines: readonly Line[], more: Partial<Phase> = {}): Phase {
  return { ...b.term(id), cites: [], under: [], acts: numbered(lines) as Phase['acts'], ...more }
}

export const counting = (more: Partial<Counting>): Counting => ({ id: 'counting.1', under: [], cites: [], ...more })

export function calendar(id: string, from: string, to: string, rest: string[] = [], work: string[] = []): Calendar {
  const span = (text: string) => ({ from: text, to: text })
  return { ...b.term(id), from, to, rest: rest.map(span), work: work.map(span) }
}

export const paper = (id: string): Paper => ({ ...b.term(id), given: true, notSupplied: false, cites: [] })

const ROLES = ['committees', 'reps', 'team', 'secretary', 'head', 'helper', 'township', 'county', 'police', 'housing', 'province']

/** A policy about households of a village, with one procedure. */
export function programWith(
  procedure: Partial<Procedure> & { readonly steps: readonly Step[] },
  more: Partial<Program> = {},
): Program {
  return b.program({
    entities: [
      b.entity(
        'household',
        b.field('poor', b.BOOL),
        b.field('ill', b.BOOL),
        b.field('income', b.MONEY, { low: '0' }),
        b.field('village', b.entityType('village')),
      ),
      b.entity('village', b.field('has_team', b.BOOL), b.field('quorum', b.RATIO)),
    ],
    roles: ROLES.map((id) => b.term(id)),
    papers: ['plan', 'form', 'list', 'notice'].map(paper),
    places: ['board', 'gate', 'system'].map((id) => b.term(id)),
    standards: [b.standard('exit', [b.must('income_line', b.cmp(b.get('income', b.MONEY), 'gt', b.num(3700)))])],
    procedures: [{ ...b.term('exit_steps'), entity: 'household', cites: [], counting: [], phases: [], ...procedure }],
    ...more,
  })
}
