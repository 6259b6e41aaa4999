import type { Program } from '../../dsl/lower/program.ts'
import { TiaoliError } from '../error.ts'
import { decideFully } from '../run/general.ts'
import { standardOf } from '../run/model.ts'
import { clockOf } from '../run/times.ts'
import type { DecideOptions, Facts, Outcome, Times } from '../types.ts'
import { withRoster } from './clock.ts'
import { dayAsked } from './desk.ts'
import { type CaseRefusal, deskNamed } from './open.ts'
import { readCaseFile } from './read/case.ts'
import { sequenceOf } from './sequence.ts'
import { caseStatus } from './status/case.ts'
import { prefixed } from './status/facts.ts'
import type { CaseInput, Lawfulness, SubjectState } from './types.ts'

/** When lawfulness is asked, and by which standard if not by the procedure's own. */
export interface LawfulnessTimes {
  readonly on: string
  /** absent: the case's */
  readonly year?: number
  readonly incomePeriod?: NonNullable<Times['incomePeriod']>
  readonly standard?: string
}

/**
 * Whether each subject's exit is lawful on a day: the standard met and the case conformant. Bad input is refused; throws TiaoliError for bad times, an
 * unknown standard (also where neither the procedure nor the call names one), reading or choice.
 */
export function lawfulness(
  program: Program,
  input: CaseInput,
  times: LawfulnessTimes,
  options: DecideOptions = {},
): { readonly subjects: readonly Lawfulness[] } | CaseRefusal {
  const day = dayAsked(times?.on)
  const desk = deskNamed(program, input, options)
  if ('problems' in desk) return desk
  const { layout } = desk
  const { procedure, model } = layout
  const found = readCaseFile(layout, input)
  if ('problems' in found) return found
  const { read } = found
  const name = times.standard ?? procedure.standard
  if (name === undefined) throw new TiaoliError('C902', { name: '', known: [...model.standards.keys()].join(', ') })
  const standard = standardOf(model, name)
  const { on, incomePeriod } = times
  const clock = clockOf({ asOf: on, year: times.year ?? read.year, ...(incomePeriod && { incomePeriod }) })
  const status = caseStatus(desk, read, sequenceOf(read.events), on, day)
  if (status.problems !== undefined) return { problems: status.problems }
  const field = procedure.roster && desk.day(on, read.year).subject.plan.byId.get(procedure.roster.field)?.field
  const subjects = status.subjects.map((subject, i): Lawfulness => {
    const facts = withRoster(read.subjects[i]!.facts ?? {}, read.list, field) as Facts
    const decision = decideFully(model, standard, facts, clock)
    const { id, state } = subject
    if (decision.kind === 'rejected') {
      const problems = prefixed(decision.problems, `subjects[${i}].facts`, id)
      return { id, lawful: isLawful(undefined, state), procedure: state, problems }
    }
    const { outcome } = decision.record
    return { id, lawful: isLawful(outcome, state), procedure: state, outcome }
  })
  return { subjects }
}

/** Lawful: met and conformant. Not lawful: what is decided against it for good. Else not yet known. */
export function isLawful(outcome: Outcome | undefined, procedure: SubjectState): Lawfulness['lawful'] {
  if (outcome === 'unmet' || outcome === 'suspended' || outcome === 'not-applicable') return 'false'
  if (procedure === 'breached' || procedure === 'dropped' || procedure === 'not-applicable') return 'false'
  return outcome === 'met' && procedure === 'conformant' ? 'true' : 'unknown'
}
