import type { Act, Combine, Step } from '../../../dsl/lower/program-procedure.ts'
import type { ActEvent, FindingCode } from '../../../engine/procedure/types.ts'
import { truthOf } from '../evaluate.ts'
import { order, type Q, q } from '../rational.ts'
import { dayOf, lastDay, lastDayOfDeadline, UNCLEAR } from './days.ts'
import { demandsOf, figureOf, linesOf, type Setting } from './setting.ts'

/** What is wrong with an act, and by which line. */
export interface Breach {
  readonly code: FindingCode
  readonly line?: string
}

/** What judging an act needs to know of what was before it. */
export interface Past {
  /** papers brought by acts that cover the subject and are not void */
  readonly brought: readonly string[]
  readonly supplied: readonly { readonly paper: string; readonly names: readonly string[] }[]
  /** completion of a step's counting act */
  readonly completionOf: (step: string) => string | undefined
  /** the subjects the act covers */
  readonly covered: readonly Setting[]
}

export interface Judged {
  readonly breaches: readonly Breach[]
  /** judged once the act is complete */
  readonly onCompletion: readonly Breach[]
  readonly unclear: boolean
  readonly unclearOnCompletion: boolean
  /** undefined: not complete as recorded so far */
  readonly completion: string | undefined
  /** last days of replies that are missing */
  readonly limits: readonly string[]
  readonly failure: 'none' | 'failed' | 'refused'
}

const LATENESS: readonly FindingCode[] = ['late', 'reply']
export const isLateness = ({ code }: Breach): boolean => LATENESS.includes(code)

function enough(roles: readonly string[], combine: Combine, there: readonly string[]): boolean {
  const count = roles.filter((role) => there.includes(role)).length
  return count >= (combine.mode === 'at_least' ? combine.n : combine.mode === 'any' ? 1 : roles.length)
}

const isFor = (subject: string, one: { readonly subjects?: readonly string[] }): boolean =>
  one.subjects === undefined || one.subjects.includes(subject)

const share = (part: number, whole: number): Q | undefined => (whole === 0 ? undefined : q(part, BigInt(whole)))
const reaches = (value: Q | undefined, least: Q, strictly = false): boolean =>
  value !== undefined && (strictly ? order(value, least) > 0 : order(value, least) >= 0)

/** The replies seen by the day asked about. */
const repliesOf = (setting: Setting, act: ActEvent) => (act.replies ?? []).filter((reply) => reply.on <= setting.on)

function completionOf(setting: Setting, act: ActEvent): string {
  return [act.on, act.until ?? act.on, ...repliesOf(setting, act).map((reply) => reply.on)].sort().at(-1)!
}

function missesReply(setting: Setting, act: ActEvent, roles: readonly string[]): boolean {
  return roles.some((role) => !repliesOf(setting, act).some((reply) => reply.role === role))
}

/** Judges an act of a step for one subject, line by line. */
export function judgeAct(setting: Setting, step: Step, act: ActEvent, past: Past): Judged {
  const posts = [...linesOf(setting, step, 'posting'), ...linesOf(setting, step, 'announcement')]
  const asks = linesOf(setting, step, 'consult')
  const endless =
    (act.until === undefined && posts.some((line) => line.length !== undefined)) ||
    asks.some((line) => missesReply(setting, act, line.roles))
  const completion = endless ? undefined : completionOf(setting, act)
  const parts = demandsOf(setting, step).map(({ line, guard }) =>
    guard === 'unknown' ? { ...NOTHING, unclear: true } : judgeLine(setting, step, line, act, past, completion),
  )
  return {
    breaches: parts.flatMap((part) => part.breaches.map((code) => ({ code, line: part.line }))),
    onCompletion: parts.flatMap((part) => part.onCompletion.map((code) => ({ code, line: part.line }))),
    unclear: parts.some((part) => part.unclear),
    unclearOnCompletion: parts.some((part) => part.unclearOnCompletion),
    completion,
    limits: parts.flatMap((part) => part.limits),
    failure: parts.some((part) => part.refused)
      ? 'refused'
      : act.failed?.includes(setting.id) || parts.some((part) => part.failed)
        ? 'failed'
        : 'none',
  }
}

interface Part {
  readonly line: string
  readonly breaches: FindingCode[]
  readonly onCompletion: FindingCode[]
  unclear: boolean
  unclearOnCompletion: boolean
  readonly limits: string[]
  failed: boolean
  refused: boolean
}
const NOTHING: Part = {
  line: '',
  breaches: [],
  onCompletion: [],
  unclear: false,
  unclearOnCompletion: false,
  limits: [],
  failed: false,
  refused: false,
}

function judgeLine(setting: Setting, step: Step, line: Act, act: ActEvent, past: Past, completion: string | undefined): Part {
  const part: Part = { ...NOTHING, line: line.id, breaches: [], onCompletion: [], limits: [] }
  const { clock, id } = setting
  const breach = (code: FindingCode, is: boolean): void => {
    if (is) part.breaches.push(code)
  }
  switch (line.kind) {
    case 'window': {
      const to = dayOf(clock, line.window.to)
      breach('early', act.on < dayOf(clock, line.window.from))
      breach('late', completion !== undefined && completion > to)
      return part
    }
    case 'due': {
      if (completion === undefined) return part
      const last = deadline(setting, line, past.completionOf)
      if (last === UNCLEAR) part.unclear = true
      else if (last !== undefined) {
        breach('late', completion > last)
      }
      return part
    }
    case 'actor':
    case 'attend': {
      const there = (line.kind === 'actor' ? act.by : act.attended) ?? []
      breach(line.kind, !enough(line.roles, line.combine, there))
      breach('persons', line.persons !== undefined && (act.persons ?? 0) < line.persons)
      return part
    }
    case 'uses': {
      const brought = [...(act.papers ?? []), ...past.brought]
      const rest = line.papers.filter((paper) => !brought.includes(paper))
      const supplies = (paper: string) => past.supplied.filter((one) => one.paper === paper)
      breach(
        'paper',
        rest.some((paper) => supplies(paper).length === 0),
      )
      const unnamed = rest.filter((paper) => !supplies(paper).some((one) => one.names.includes(id)))
      breach('naming', line.naming && unnamed.some((paper) => supplies(paper).length > 0))
      return part
    }
    case 'produces':
      breach(
        'output',
        line.papers.some((paper) => !(act.papers ?? []).includes(paper)),
      )
      return part
    case 'posting':
    case 'announcement': {
      if (line.places.some((place) => !(act.places ?? []).includes(place))) part.onCompletion.push('place')
      if (line.length === undefined || act.until === undefined) return part
      const last = lastDay(clock, act.on, line.length, clock.postingCounts)
      if (last === UNCLEAR) part.unclearOnCompletion = true
      else if (act.until < last) part.onCompletion.push('short')
      else if (line.exactly && act.until > last) part.onCompletion.push('long')
      return part
    }
    case 'vote': {
      const there = [...(act.by ?? []), ...(act.attended ?? [])]
      breach(
        'body',
        line.bodies.some((body) => !there.includes(body)),
      )
      if (line.quorum !== undefined) {
        const least = figureOf(setting, step, line.quorum)
        if (least === undefined) part.unclear = true
        const recorded = act.present !== undefined && act.eligible !== undefined
        if (!recorded) breach('quorum', true)
        else if (least !== undefined) breach('quorum', !reaches(share(act.present, act.eligible), least))
      }
      const counts = act.ballots?.[id]
      const cast = counts === undefined ? undefined : counts.yes + counts.no
      const base = line.base === 'present' ? act.present : line.base === 'eligible' ? act.eligible : cast
      breach('ballot', counts === undefined || base === undefined)
      if (line.threshold !== undefined) {
        const least = figureOf(setting, step, line.threshold.value)
        const nobody = counts !== undefined && line.base !== undefined && base === 0
        if (nobody) part.failed = true
        else if (least === undefined || line.base === undefined) part.unclear = true
        else if (counts !== undefined && base !== undefined) {
          part.failed = !reaches(share(counts.yes, base), least, line.threshold.strict)
        }
      }
      return part
    }
    case 'consent': {
      const answers = (act.consents ?? []).filter((one) => line.roles.includes(one.role) && isFor(id, one))
      breach(
        'consent',
        line.roles.some((role) => !answers.some((one) => one.role === role)),
      )
      part.refused = answers.some((one) => !one.given)
      return part
    }
    case 'signatures': {
      const signed = (act.signatures ?? []).filter((one) => isFor(id, one))
      const present = signed.map((one) => one.role)
      const inPerson = signed.filter((one) => one.proxy === undefined).map((one) => one.role)
      const signs = ({ roles, combine }: (typeof line.parties)[number], by: readonly string[]) => enough(roles, combine, by)
      breach(
        'signature',
        line.parties.some((party) => !signs(party, present)),
      )
      breach(
        'proxy',
        line.parties.some((party) => !party.proxy && signs(party, present) && !signs(party, inPerson)),
      )
      return part
    }
    case 'consult': {
      if (line.within === undefined) return part
      const last = lastDayOfDeadline(clock, act.on, line.within)
      if (last === UNCLEAR) part.unclear = true
      else {
        breach(
          'reply',
          repliesOf(setting, act).some((reply) => line.roles.includes(reply.role) && reply.on > last),
        )
        if (missesReply(setting, act, line.roles)) part.limits.push(last)
      }
      return part
    }
    case 'notify':
      breach(
        'notify',
        line.roles.some((role) => !(act.notified ?? []).includes(role)),
      )
      return part
    case 'archive':
      breach(
        'archive',
        line.roles.some((role) => !(act.archived ?? []).includes(role)),
      )
      return part
    case 'filing':
      breach(
        'filing',
        line.roles.some((role) => !(act.filed ?? []).includes(role)),
      )
      return part
    case 'sample': {
      const inSample = (one: Setting): boolean => (act.sampled ?? []).includes(one.id)
      if (line.share !== undefined) {
        const least = figureOf(setting, step, line.share)
        if (least === undefined) part.unclear = true
        else breach('sample', !reaches(share(past.covered.filter(inSample).length, past.covered.length), least))
      }
      const outside = past.covered.filter((one) => !inSample(one))
      const truths = line.strata.flatMap((stratum) => outside.map((one) => truthOf(one.world, stratum.condition, [one.subject])))
      breach('stratum', truths.includes('true'))
      if (truths.includes('unknown')) part.unclear = true
      return part
    }
    case 'registers': {
      const made = act.registered
      const wrongLabel = line.label !== undefined && made?.label !== line.label
      const wrongPlace = line.places.length > 0 && !line.places.includes(made?.place ?? '')
      breach('register', made?.act !== line.act || wrongLabel || wrongPlace)
      return part
    }
    case 'on_objection':
    case 'on_refusal':
    case 'on_fail':
      return part
    default: {
      const never: never = line
      throw new Error(`unknown line ${JSON.stringify(never)}`)
    }
  }
}

/** The last day of a 期限; undefined while there is no act to count from. */
export function deadline(
  setting: Setting,
  line: Act & { kind: 'due' },
  completion: (step: string) => string | undefined,
): string | typeof UNCLEAR | undefined {
  if (line.deadline.kind === 'on') return dayOf(setting.clock, line.deadline.day)
  const start = completion(line.deadline.step)
  return start === undefined ? undefined : lastDayOfDeadline(setting.clock, start, line.deadline.length)
}
