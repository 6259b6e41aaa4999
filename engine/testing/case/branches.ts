import type { Program } from '../../../dsl/lower/program.ts'
import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import { dayAsked } from '../../procedure/desk.ts'
import type { Standing } from '../../procedure/fold/standing.ts'
import type { LineAt } from '../../procedure/layout.ts'
import { type ActRead, type EventRead, isAmong } from '../../procedure/log.ts'
import { laidOut } from './laid-out.ts'
import type { ListCase } from './suite.ts'

/** The 有异议, 不同意 and 不通过 lines that some event of a case made follow, as `step/line`. */
export function branchesTaken(program: Program, procedure: Procedure, one: ListCase): ReadonlySet<string> {
  const taken = new Set<string>()
  const branching = procedure.steps.some(({ acts }) => acts.some(({ kind }) => kind.startsWith('on_')))
  const found = branching ? laidOut(program, one) : undefined
  if (!found) return taken
  const seen = dayAsked(one.on)
  found.sequence.events.forEach((event, i) => {
    const step = stepOf(event, found.sequence.events)
    if (step === undefined || event.on > seen) return
    const before = found.after(i)
    found.after(i + 1).forEach((standing, subject) => {
      const line = lineOf(event, standing, step, subject)
      if (line && follows(line, before[subject]!, standing, step)) taken.add(`${idOf(standing, step)}/${line.act.id}`)
    })
  })
  return taken
}

/** The step an event may bring to a branch. */
function stepOf(event: EventRead, events: readonly EventRead[]): number | undefined {
  if (event.kind === 'act') return event.step
  if (event.kind !== 'resolution' || event.result !== 'upheld') return undefined
  const raised = events.find((other) => other.kind === 'objection' && other.objection === event.objection)
  return raised?.kind === 'objection' ? raised.against : undefined
}

function idOf({ profile }: Standing, step: number): string {
  return profile.steps[step]!.at.step.id
}

function lineOf(event: EventRead, { profile }: Standing, step: number, subject: number): LineAt | undefined {
  const { onObjection, onRefusal, onFail } = profile.steps[step]!
  if (event.kind !== 'act') return onObjection
  return refuses(event, subject) ? onRefusal : onFail
}

function refuses({ consents }: ActRead, subject: number): boolean {
  return consents.some(({ given, subjects }) => !given && (subjects === undefined || isAmong(subjects, subject)))
}

/** Whether what the line says has happened between the two. */
function follows({ act }: LineAt, before: Standing, after: Standing, step: number): boolean {
  const then = 'then' in act ? act.then.kind : undefined
  switch (then) {
    case 'drop':
      return !before.off && after.off
    case 'goto':
      return after.returns > before.returns
    case 'unsaid':
      return after.held[step]?.failed === true && before.held[step]?.failed !== true
    case undefined:
      return false
    default: {
      const unreachable: never = then
      return unreachable
    }
  }
}
