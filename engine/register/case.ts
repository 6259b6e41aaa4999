import type { Program } from '../../dsl/lower/program.ts'
import type { Transition } from '../../dsl/lower/program-register.ts'
import { checkCase } from '../procedure/prepare.ts'
import type { CaseInput, SubjectState } from '../procedure/types.ts'
import type { DecideOptions } from '../types.ts'
import { join } from './sink.ts'
import type { Change, HistoryProblem } from './types.ts'

/** How the subject stood in a case on the day of a change. */
export interface Stood {
  readonly procedure: string
  readonly state: SubjectState
}

/**
 * How the subject stood on the day of a change that goes by a procedure; undefined where no case is given. A whole case is checked as on that day; what is wrong with
 * it is noted with its place, and so is a case that does not have the subject (K523).
 */
export function stoodBy(
  program: Program,
  { via }: Transition,
  change: Change,
  subject: string | undefined,
  options: DecideOptions,
  problems: HistoryProblem[],
): Stood | undefined {
  if (via === undefined || change.case === undefined) return undefined
  if (change.case.kind === 'standing') return { procedure: change.case.procedure ?? via, state: change.case.state }
  const path = `changes[${change.event}].case`
  const { readings } = options
  const checked = checkCase(program, change.case.input as CaseInput, change.on, readings === undefined ? {} : { readings })
  if ('problems' in checked) {
    problems.push(...checked.problems.map((one) => ({ ...one, path: one.path === '' ? path : join(path, one.path) })))
    return undefined
  }
  const { procedure, subjects } = checked.status
  // A case of one subject is that subject's, also in a history that does not name it.
  const found = subject === undefined && subjects.length === 1 ? subjects[0] : subjects.find(({ id }) => id === subject)
  if (found !== undefined) return { procedure, state: found.state }
  problems.push({ code: 'K523', path, args: { subject: subject ?? '—', known: subjects.map(({ id }) => id) } })
  return undefined
}
