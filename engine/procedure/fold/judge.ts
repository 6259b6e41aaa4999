import type { Day } from '../../../dsl/value/date.ts'
import { FALSE, TRUE, type Truth } from '../../../dsl/value/truth.ts'
import type { LineAt } from '../layout.ts'
import { isForAll, judgeConsent } from '../lines/consent.ts'
import { judgeConsult } from '../lines/consult.ts'
import { isSupplied, judgeProduces, judgeUses, type Supplies } from '../lines/papers.ts'
import { judgePeople } from '../lines/people.ts'
import { judgePosting } from '../lines/posting.ts'
import { judgeRegister } from '../lines/register.ts'
import { judgeSample } from '../lines/sample.ts'
import { judgeSignatures } from '../lines/signatures.ts'
import { judgeTold } from '../lines/told.ts'
import { judgeBallot, judgeMeeting } from '../lines/vote.ts'
import { judgeDays, judgeDeadline } from '../lines/window.ts'
import { type ActRead, isAmong } from '../log.ts'
import type { Profile, StepPlan } from '../profile.ts'
import { type Instance, noVerdict, type Scene, type Verdict } from '../verdict.ts'
import { isBrought, type Standing } from './standing.ts'

/** An act judged as far as it is the same for all subjects of a profile, and what remains to be asked for each. */
export interface Base {
  readonly scene: Scene
  readonly instance: Instance
  readonly refused: boolean
  readonly each: readonly LineAt[]
}

/** The day an act is complete: the latest of its day, its end and its replies; undefined while an end or a reply it must have is lacking. */
export function completionOf(act: ActRead, plan: StepPlan, on: Day): Day | undefined {
  if (plan.timed && act.until === undefined) return undefined
  let last = act.until ?? act.on
  for (const reply of act.replies) if (reply.on <= on && reply.on > last) last = reply.on
  for (const role of plan.asked) if (!act.replies.some((reply) => reply.role === role && reply.on <= on)) return undefined
  return last
}

/** Judges what is the same for every subject of a profile. */
export function judgeBase(scene: Scene, profile: Profile, supplies: Supplies): Base {
  const { plan, act } = scene
  const verdict = noVerdict()
  const each: LineAt[] = []
  if (plan.starts.length > 0 || plan.ends.length > 0) judgeDays(verdict, scene)
  for (const line of plan.lines) judgeLine(verdict, scene, line, profile, supplies, each)
  for (const line of plan.open) verdict.doubts.push({ kind: 'guard', at: line.guard })
  const { findings, doubts, curable, failed, refused } = verdict
  return {
    scene,
    instance: { act, plan, findings, doubts, curable, failed, completion: scene.completion, shown: undefined },
    refused,
    each,
  }
}

function judgeLine(verdict: Verdict, scene: Scene, line: LineAt, profile: Profile, supplies: Supplies, each: LineAt[]): void {
  switch (line.kind) {
    case 'window':
      return
    case 'due':
      if (line.length !== undefined) each.push(line)
      return
    case 'actor':
    case 'attend':
      judgePeople(verdict, scene, line)
      return
    case 'uses':
      if (!isSupplied(scene, line, supplies)) each.push(line)
      return
    case 'produces':
      judgeProduces(verdict, scene, line)
      return
    case 'posting':
    case 'announcement':
      judgePosting(verdict, scene, line)
      return
    case 'vote':
      each.push(line)
      judgeMeeting(verdict, scene, line, profile)
      return
    case 'consent':
      if (isForAll(scene.act.consents)) judgeConsent(verdict, scene, line, undefined)
      else each.push(line)
      return
    case 'signatures':
      if (isForAll(scene.act.signatures)) judgeSignatures(verdict, scene, line, undefined)
      else each.push(line)
      return
    case 'consult':
      judgeConsult(verdict, scene, line)
      return
    case 'notify':
    case 'archive':
    case 'filing':
      judgeTold(verdict, scene, line, line.kind)
      return
    case 'sample':
      judgeSample(verdict, scene, line, profile)
      return
    case 'registers':
      judgeRegister(verdict, scene, line)
      return
    case 'on_objection':
    case 'on_refusal':
    case 'on_fail':
      return
    default:
      line.kind satisfies never
  }
}

/** What an act comes to for one subject. */
export interface Judged {
  readonly instance: Instance
  readonly refused: boolean
}

/** Judges the rest for one subject: the order, and the lines that ask for the subject's own. */
export function judgeEach(base: Base, standing: Standing, subject: number, order: Truth, supplies: Supplies): Judged {
  const { scene, instance, refused, each } = base
  const { act, plan } = scene
  const own = noVerdict()
  if (isAmong(act.failed, subject)) own.failed = true
  if (order === FALSE) own.findings.push(orderBreach(scene, standing))
  else if (order !== TRUE) for (const at of plan.before) own.doubts.push({ kind: 'step', at })
  for (const line of each) judgeOwn(own, scene, line, standing, subject, supplies)
  if (own.findings.length + own.doubts.length === 0 && !own.failed) return base
  return {
    instance: {
      ...instance,
      findings: [...own.findings, ...instance.findings],
      doubts: [...instance.doubts, ...own.doubts],
      curable: instance.curable || own.curable || order === FALSE,
      failed: instance.failed || own.failed,
      shown: undefined,
    },
    refused: refused || own.refused,
  }
}

function judgeOwn(own: Verdict, scene: Scene, line: LineAt, standing: Standing, subject: number, supplies: Supplies): void {
  switch (line.kind) {
    case 'due':
      judgeDeadline(own, scene, line, standing.held[line.other])
      return
    case 'uses':
      judgeUses(own, scene, line, subject, supplies, (paper) => isBrought(standing, paper))
      return
    case 'vote':
      judgeBallot(own, scene, line, subject, standing.profile)
      return
    case 'consent':
      judgeConsent(own, scene, line, subject)
      return
    case 'signatures':
      judgeSignatures(own, scene, line, subject)
      return
    default:
      return
  }
}

function orderBreach({ act, plan, layout }: Scene, standing: Standing): Instance['findings'][number] {
  const id = (step: number) => layout.steps[step]!.step.id
  const done = plan.before.filter((step) => standing.held[step] !== undefined)
  const { id: step, cites } = plan.at.step
  const where = { step, event: act.index, cites }
  return { code: 'order', breach: true, curable: true, ...where, found: done.map(id), required: plan.before.map(id) }
}
