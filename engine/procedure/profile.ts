import type { Day } from '../../dsl/value/date.ts'
import type { Interval } from '../../dsl/value/interval.ts'
import { and, FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { dayOf } from './days.ts'
import type { Layout, LineAt, StepAt } from './layout.ts'

/** What the guards and numbers of a procedure come to for a subject. */
export interface Vector {
  /** 0 false, 1 true, 2 unknown, by guard */
  readonly truths: readonly number[]
  readonly numbers: readonly Interval[]
}

/** A line with a day as written: `day` undefined where there is no such day. */
export interface Dated {
  readonly line: LineAt
  readonly day: Day | undefined
}

/** What a step demands of a subject. */
export interface StepPlan {
  readonly at: StepAt
  /** procedure's, phase's and step's guards together; FALSE also for a step that does not exist */
  readonly need: Truth
  /** lines in force but those that only say what follows */
  readonly lines: readonly LineAt[]
  /** lines whose guard is unknown */
  readonly open: readonly LineAt[]
  readonly starts: readonly Dated[]
  readonly ends: readonly Dated[]
  readonly deadlines: readonly LineAt[]
  /** steps that come before it, those not needed replaced by the ones before them */
  readonly before: readonly number[]
  /** the latest first day and the earliest last day among those written */
  readonly from: Day | undefined
  readonly to: Day | undefined
  /** a posting of some length is among the lines: an act without `until` is not complete */
  readonly timed: boolean
  /** roles that must reply */
  readonly asked: readonly number[]
  readonly samples: readonly LineAt[]
  readonly onObjection: LineAt | undefined
  readonly onRefusal: LineAt | undefined
  readonly onFail: LineAt | undefined
  /** roles that carry it out */
  readonly actors: readonly string[]
}

/** What a procedure demands of the subjects for whom its guards come to the same. */
export interface Profile {
  readonly vector: Vector
  /** the procedure's own guard */
  readonly guard: Truth
  readonly steps: readonly StepPlan[]
}

/** Settles a procedure for one outcome of its guards. */
export function profileOf(layout: Layout, vector: Vector, year: number): Profile {
  const truth = (guard: number): Truth => (guard < 0 ? TRUE : (vector.truths[guard] as Truth))
  const guard = truth(layout.guard)
  const steps: StepPlan[] = []
  for (const step of layout.steps) steps.push(planOf(layout, step, truth, guard, year, steps))
  return { vector, guard, steps }
}

function planOf(
  layout: Layout,
  at: StepAt,
  truth: (guard: number) => Truth,
  guard: Truth,
  year: number,
  earlier: readonly StepPlan[],
): StepPlan {
  const { readings } = layout.model
  const need = at.exists ? at.guards.reduce<Truth>((known, one) => and(known, truth(one)), guard) : FALSE
  const inForce = at.lines.filter((line) => truth(line.guard) === TRUE)
  const of = (...kinds: readonly LineAt['kind'][]) => inForce.filter((line) => kinds.includes(line.kind))
  const dated = (lines: readonly LineAt[], end: 'from' | 'to') =>
    lines.flatMap((line) => (line[end] === undefined ? [] : [{ line, day: dayOf(line[end], year, readings) }]))
  const starts = dated(of('window'), 'from')
  const ends = dated(of('window', 'due'), 'to')
  const known = (list: readonly Dated[]) => list.flatMap(({ day }) => (day === undefined ? [] : [day]))
  const results = ['on_objection', 'on_refusal', 'on_fail'] as const
  const [onObjection, onRefusal, onFail] = results.map((kind) => of(kind)[0])
  return {
    at,
    need,
    lines: inForce.filter((line) => !results.some((kind) => kind === line.kind)),
    open: at.lines.filter((line) => truth(line.guard) === UNKNOWN),
    starts,
    ends,
    deadlines: of('due').filter((line) => line.length !== undefined),
    before: [...new Set(at.after.flatMap((step) => (earlier[step]!.need === FALSE ? earlier[step]!.before : [step])))],
    from: known(starts).reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
    to: known(ends).reduce<Day | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined),
    timed: of('posting', 'announcement').some((line) => line.length !== undefined),
    asked: [...new Set(of('consult').flatMap((line) => line.roles))],
    samples: of('sample'),
    onObjection,
    onRefusal,
    onFail,
    actors: [...new Set(of('actor').flatMap((line) => line.roles.map((role) => layout.roles.ids[role]!)))],
  }
}
