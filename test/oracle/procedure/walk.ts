import type { Step } from '../../../dsl/lower/program-procedure.ts'
import type { ActEvent, FindingCode } from '../../../engine/procedure/types.ts'
import { all, type Truth } from '../truth.ts'
import { type Placed, sameEvent } from './case.ts'
import { type Breach, isLateness, type Judged, judgeAct } from './judge.ts'
import { before, comesAfter, isNeeded, isThere, type LineOf, linesOf, type Setting, stepIsThere, stepOf } from './setting.ts'

/** An act that was taken for the subject. */
export interface Taken {
  readonly at: number
  readonly step: string
  readonly act: ActEvent
  readonly judged: Judged
  /** breaches that need no completion, `order` included */
  readonly breaches: readonly Breach[]
  /** a line is unclear, or the order */
  readonly unclear: boolean
  void: boolean
  failed: boolean
}

/** What is known of one subject after some of the events. */
export interface Walk {
  onList: boolean
  returns: number
  readonly taken: Taken[]
  readonly open: { readonly objection: string; readonly step: string }[]
  /** objections that were open once and are not */
  readonly closed: string[]
  readonly supplied: { readonly paper: string; readonly names: readonly string[] }[]
  readonly notes: { readonly code: FindingCode; readonly at: number }[]
}

export const counting = (walk: Walk, step: string): Taken | undefined =>
  walk.taken.findLast((one) => one.step === step && !one.void)

export const isComplete = (taken: Taken, day: string): boolean =>
  taken.judged.completion !== undefined && taken.judged.completion <= day

/** The breaches of an act that show on a day. */
export const breachesOn = (taken: Taken, day: string): readonly Breach[] =>
  isComplete(taken, day) ? [...taken.breaches, ...taken.judged.onCompletion] : taken.breaches

/** Whether a step is settled so that the next could begin on this day. */
export function isSettled(walk: Walk, step: Step, day: string): boolean {
  const taken = counting(walk, step.id)
  if (taken === undefined || taken.failed || walk.open.some((one) => one.step === step.id)) return false
  if (breachesOn(taken, day).some((breach) => !isLateness(breach))) return false
  const { completion } = taken.judged
  if (completion === undefined) return false
  return taken.act.until === undefined ? completion <= day : completion < day
}

/** Whether everything that comes before a step is settled on that day; a step that may not be needed leaves it open. */
export function inOrder(setting: Setting, walk: Walk, step: Step, day: string): Truth {
  return all(
    before(setting, step).map((earlier): Truth => {
      if (isSettled(walk, earlier, day)) return 'true'
      return isNeeded(setting, earlier) === 'unknown' && inOrder(setting, walk, earlier, day) !== 'false' ? 'unknown' : 'false'
    }),
  )
}

const names = (event: Placed): readonly string[] | undefined => ('subjects' in event ? event.subjects : undefined)

/** Walks the events of one subject anew, the first `count` of them. */
export function walkOf(setting: Setting, everybody: readonly Setting[], count: number = setting.events.length): Walk {
  const walk: Walk = { onList: false, returns: 0, taken: [], open: [], closed: [], supplied: [], notes: [] }
  let dropped = false
  const isOn = (day: string): boolean => !dropped && (setting.joined === undefined || setting.joined <= day)

  const goBack = (to: string): void => {
    const undone = walk.taken.filter((one) => one.step === to || comesAfter(setting, stepOf(setting, one.step), to))
    if (undone.some((one) => !one.void)) walk.returns++
    for (const one of undone) one.void = true
  }
  type Follow = LineOf<'on_objection' | 'on_refusal' | 'on_fail'>
  /** Does what the first line in force says; false where it says nothing. */
  const follow = (line: Follow | undefined): boolean => {
    if (line === undefined || line.then.kind === 'unsaid') return false
    if (line.then.kind === 'drop') dropped = true
    else goBack(line.then.step)
    return true
  }

  const takeAct = (event: Placed & { kind: 'act' }, index: number): void => {
    if (!isOn(event.on)) {
      if (names(event)?.includes(setting.id)) walk.notes.push({ code: 'not-on-list', at: event.at })
      return
    }
    if (names(event)?.includes(setting.id) === false) return
    const step = stepOf(setting, event.step)
    if (isNeeded(setting, step) === 'false') {
      walk.notes.push({ code: 'not-needed', at: event.at })
      return
    }
    const judged = judgeAct(setting, step, event, {
      brought: walk.taken.filter((one) => !one.void).flatMap((one) => one.act.papers ?? []),
      supplied: walk.supplied,
      completionOf: (id) => counting(walk, id)?.judged.completion,
      covered: needsCover(setting, step) ? everybody.filter((one) => covers(one, event, index)) : [],
    })
    const order = inOrder(setting, walk, step, event.on)
    const breaches: Breach[] = [...(order === 'false' ? [{ code: 'order' as const }] : []), ...judged.breaches]
    const unclear = judged.unclear || order === 'unknown'
    const failed = judged.failure !== 'none'
    walk.taken.push({ at: event.at, step: step.id, act: event, judged, breaches, unclear, void: false, failed })
    if (failed) follow(linesOf(setting, step, judged.failure === 'refused' ? 'on_refusal' : 'on_fail')[0])
  }

  const resolve = (event: Placed & { kind: 'resolution' }): void => {
    if (walk.closed.includes(event.objection) && !walk.open.some((one) => one.objection === event.objection)) {
      walk.notes.push({ code: 'closed', at: event.at })
    }
    for (const one of walk.open.filter((each) => each.objection === event.objection)) {
      const line = linesOf(setting, stepOf(setting, one.step), 'on_objection')[0]
      const entitled = line?.roles ?? []
      if (event.result !== 'withdrawn' && entitled.length > 0 && !entitled.some((role) => event.by?.includes(role))) {
        walk.notes.push({ code: 'resolver', at: event.at })
        continue
      }
      walk.open.splice(walk.open.indexOf(one), 1)
      walk.closed.push(one.objection)
      if (event.result !== 'upheld' || follow(line)) continue
      const act = counting(walk, one.step)
      if (act !== undefined) act.failed = true
    }
  }

  setting.events.slice(0, count).forEach((event, index) => {
    const named = names(event)
    if (setting.events.slice(0, index).some((earlier) => sameEvent(earlier, event))) {
      if (concerns(event, setting, isOn(event.on))) walk.notes.push({ code: 'duplicate', at: event.at })
      return
    }
    const isNamed = named?.includes(setting.id) === true
    switch (event.kind) {
      case 'act':
        takeAct(event, index)
        return
      case 'resolution':
        resolve(event)
        return
      case 'paper':
        walk.supplied.push({ paper: event.paper, names: event.names ?? [] })
        return
      case 'objection':
        if (isNamed && !walk.open.some((one) => one.objection === event.objection && one.step === event.against)) {
          walk.open.push({ objection: event.objection, step: event.against })
        }
        return
      case 'return':
        if (!isNamed) return
        if (!returnsTo(setting, event.to)) walk.notes.push({ code: 'return', at: event.at })
        goBack(event.to)
        return
      case 'drop':
        if (isNamed) dropped = true
        return
      case 'relist':
        if (isNamed) dropped = false
        return
      default: {
        const never: never = event
        throw new Error(`unknown event ${JSON.stringify(never)}`)
      }
    }
  })
  walk.onList = isOn(setting.on)
  return walk
}

/** Whether an event that is told again is about the subject. */
function concerns(event: Placed, { id, events }: Setting, isOn: boolean): boolean {
  switch (event.kind) {
    case 'act':
      return event.subjects?.includes(id) ?? isOn
    case 'paper':
      return event.names === undefined || event.names.length === 0 || event.names.includes(id)
    case 'resolution':
      return events.some((one) => one.kind === 'objection' && one.objection === event.objection && one.subjects.includes(id))
    default:
      return event.subjects.includes(id)
  }
}

/** Whether any line of the procedure goes back to that step. */
function returnsTo(setting: Setting, to: string): boolean {
  const lines = setting.procedure.steps
    .filter((step) => stepIsThere(setting, step))
    .flatMap((step) => step.acts.filter((line) => isThere(setting, line)))
  return lines.some((line) => 'then' in line && line.then.kind === 'goto' && line.then.step === to)
}

const needsCover = (setting: Setting, step: Step): boolean => linesOf(setting, step, 'sample').length > 0

/** Whether an act covers a subject, found by walking all that came before it for that subject; samples have no part in that. */
function covers(one: Setting, event: Placed & { kind: 'act' }, index: number): boolean {
  if (event.subjects !== undefined && !event.subjects.includes(one.id)) return false
  return walkOf({ ...one, on: event.on }, [], index).onList
}
