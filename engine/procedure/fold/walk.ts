import type { Day } from '../../../dsl/value/date.ts'
import { FALSE, TRUE } from '../../../dsl/value/truth.ts'
import { dayText } from '../days.ts'
import type { Layout, LineAt } from '../layout.ts'
import {
  type ActRead,
  type CaseRead,
  type EventRead,
  isNobody,
  type ObjectionRead,
  type PaperRead,
  type ResolutionRead,
  type ReturnRead,
} from '../log.ts'
import type { Profile, StepPlan } from '../profile.ts'
import type { CaseFinding, FindingCode } from '../types.ts'
import type { Scene } from '../verdict.ts'
import { type Base, completionOf, judgeBase, judgeEach } from './judge.ts'
import { isInOrder } from './order.ts'
import { hold, isListed, newStanding, note, type Standing, voidFrom } from './standing.ts'

/** Events in the order they are taken, and which of them are equal to an earlier one. */
export interface Sequence {
  readonly events: readonly EventRead[]
  readonly again: ReadonlySet<EventRead>
}

interface Walk extends Pick<Scene, 'truthFor' | 'idOf'> {
  readonly layout: Layout
  readonly on: Day
  readonly all: readonly Standing[]
  readonly supplies: Map<number, PaperRead[]>
  /** by objection: the step, and the subjects for whom it is open */
  readonly objections: Map<string, { readonly event: ObjectionRead; readonly open: Set<number> }>
}

/** Walks the events up to a day. `profiles` by subject. Linear in events and in the subjects each concerns. */
export function walk(
  layout: Layout,
  read: CaseRead,
  sequence: Sequence,
  profiles: readonly Profile[],
  on: Day,
): readonly Standing[] {
  const all = read.subjects.map(({ joined }, i) => newStanding(profiles[i]!, joined))
  const truthFor = (guard: number, subject: number) => all[subject]!.profile.vector.truths[guard]!
  const idOf = (subject: number) => read.subjects[subject]!.id
  const state: Walk = { layout, on, all, supplies: new Map(), objections: new Map(), truthFor, idOf }
  for (const event of sequence.events) {
    if (event.on > on) break
    if (sequence.again.size > 0 && sequence.again.has(event)) repeat(state, event)
    else take(state, event)
  }
  return all
}

function take(state: Walk, event: EventRead): void {
  switch (event.kind) {
    case 'act':
      takeAct(state, event)
      return
    case 'objection':
      object(state, event)
      return
    case 'resolution':
      resolve(state, event)
      return
    case 'return':
      sendBack(state, event)
      return
    case 'drop':
    case 'relist':
      for (const subject of event.subjects) state.all[subject]!.off = event.kind === 'drop'
      return
    case 'paper': {
      const supplied = state.supplies.get(event.paper)
      if (supplied === undefined) state.supplies.set(event.paper, [event])
      else supplied.push(event)
      return
    }
    default:
      event satisfies never
  }
}

function takeAct(state: Walk, act: ActRead): void {
  const { all, layout } = state
  const { subjects } = act
  const covered = layout.steps[act.step]!.samples ? coveredBy(state, act) : NOBODY
  let bases: Map<StepPlan, Base> | undefined
  let plan: StepPlan | undefined
  let base: Base | undefined
  const count = subjects === undefined ? all.length : subjects.length
  for (let i = 0; i < count; i++) {
    const subject = subjects === undefined ? i : subjects[i]!
    const standing = all[subject]!
    if (!isListed(standing, act.on)) {
      if (subjects !== undefined) note(standing, remark(state, act, 'not-on-list', act.step))
      continue
    }
    const own = standing.profile.steps[act.step]!
    if (own.need === FALSE) {
      note(standing, remark(state, act, 'not-needed', act.step))
      continue
    }
    if (own !== plan || base === undefined) {
      if (plan !== undefined && base !== undefined) {
        bases ??= new Map()
        bases.set(plan, base)
      }
      plan = own
      base = bases?.get(own) ?? judgeBase(sceneOf(state, act, own, covered), standing.profile, state.supplies)
    }
    conclude(state, standing, subject, base)
  }
}

const NOBODY: readonly number[] = Object.freeze([])

function coveredBy({ all }: Walk, act: ActRead): readonly number[] {
  const subjects = act.subjects ?? all.map((_, i) => i)
  return subjects.filter((subject) => isListed(all[subject]!, act.on))
}

function sceneOf(state: Walk, act: ActRead, plan: StepPlan, covered: readonly number[]): Scene {
  const { layout, on, truthFor, idOf } = state
  return { layout, plan, act, on, completion: completionOf(act, plan, on), covered, idOf, truthFor }
}

/** The act becomes the subject's counting act of its step, and what follows from its failing is done. */
function conclude(state: Walk, standing: Standing, subject: number, base: Base): void {
  const { act, plan } = base.scene
  const step = act.step
  const order = plan.before.length === 0 ? TRUE : isInOrder(standing, step, act.on)
  const plain = order === TRUE && base.each.length === 0 && isNobody(act.failed)
  const { instance, refused } = plain ? base : judgeEach(base, standing, subject, order, state.supplies)
  hold(standing, step, instance)
  if (instance.failed) follow(state, standing, refused ? plan.onRefusal : plan.onFail)
}

/** Does what a line says: sends back or drops. Whether it said anything. */
function follow({ layout }: Walk, standing: Standing, line: LineAt | undefined): boolean {
  const then = line !== undefined && 'then' in line.act ? line.act.then.kind : 'unsaid'
  switch (then) {
    case 'goto':
      voidFrom(standing, layout.followers[line!.other]!)
      return true
    case 'drop':
      standing.off = true
      return true
    case 'unsaid':
      return false
    default: {
      const unreachable: never = then
      return unreachable
    }
  }
}

function object(state: Walk, event: ObjectionRead): void {
  state.objections.set(event.objection, { event, open: new Set(event.subjects) })
  for (const subject of event.subjects) {
    const standing = state.all[subject]!
    standing.open ??= standing.held.map(() => 0)
    standing.open[event.against]!++
  }
}

function resolve(state: Walk, event: ResolutionRead): void {
  const objection = state.objections.get(event.objection)
  if (objection === undefined) return
  const step = objection.event.against
  for (const subject of objection.event.subjects) {
    const standing = state.all[subject]!
    const line = standing.profile.steps[step]!.onObjection
    const named = line?.roles ?? NOBODY
    if (!objection.open.has(subject)) {
      note(standing, remark(state, event, 'closed', step))
      continue
    }
    if (event.result !== 'withdrawn' && named.length > 0 && !named.some((role) => event.by.includes(role))) {
      const ids = (roles: readonly number[]) => roles.map((role) => state.layout.roles.ids[role]!)
      note(standing, { ...remark(state, event, 'resolver', step, line), found: ids(event.by), required: ids(named) })
      continue
    }
    objection.open.delete(subject)
    standing.open![step]!--
    if (event.result !== 'upheld' || follow(state, standing, line)) continue
    const act = standing.held[step]
    if (act !== undefined) standing.held[step] = { ...act, failed: true, shown: undefined }
  }
}

function sendBack(state: Walk, event: ReturnRead): void {
  const { layout, all } = state
  for (const subject of event.subjects) {
    const standing = all[subject]!
    if (!layout.returnsTo.has(event.to)) note(standing, remark(state, event, 'return', event.to))
    voidFrom(standing, layout.followers[event.to]!)
  }
}

/** An event that was there already is reported for those it would have concerned. */
function repeat(state: Walk, event: EventRead): void {
  const { all, objections } = state
  const everyone = () => all.map((_, i) => i)
  const report = (subjects: Iterable<number>, step?: number) => {
    for (const subject of subjects) note(all[subject]!, remark(state, event, 'duplicate', step))
  }
  switch (event.kind) {
    case 'act':
      report(event.subjects ?? everyone().filter((subject) => isListed(all[subject]!, event.on)), event.step)
      return
    case 'objection':
      report(event.subjects, event.against)
      return
    case 'resolution': {
      const objection = objections.get(event.objection)?.event
      if (objection !== undefined) report(objection.subjects, objection.against)
      return
    }
    case 'return':
      report(event.subjects, event.to)
      return
    case 'drop':
    case 'relist':
      report(event.subjects)
      return
    case 'paper':
      report(event.names ?? everyone())
      return
    default:
      event satisfies never
  }
}

function remark({ layout }: Walk, event: EventRead, code: FindingCode, step: number | undefined, line?: LineAt): CaseFinding {
  const at = step === undefined ? undefined : layout.steps[step]!.step
  const cites = line?.act.cites ?? at?.cites ?? []
  const where = { ...(at && { step: at.id }), ...(line && { line: line.act.id }) }
  return { code, breach: false, curable: false, ...where, event: event.index, cites, found: [dayText(event.on)], required: [] }
}
