import type { Program } from '../../dsl/lower/program.ts'
import type { DecideOptions } from '../../engine/index.ts'
import { checkCase } from '../../engine/procedure/prepare.ts'
import type { CaseEvent, CaseInput, CaseStatus, StepStatus, SubjectStatus } from '../../engine/procedure/types.ts'

/** A case of 2019, of one household h unless told otherwise. */
export function caseOf(events: readonly unknown[], more: Partial<Record<keyof CaseInput, unknown>> = {}): CaseInput {
  return { procedure: 'exit_steps', year: 2019, subjects: [{ id: 'h' }], events: events as CaseEvent[], ...more } as CaseInput
}

/** An act. */
export const act = (step: string, on: string, more: Record<string, unknown> = {}) => ({ step, on, ...more })

/** The status of a case that is in order. Throws where it is refused. */
export function statusOn(program: Program, input: CaseInput, on: string, options: DecideOptions = {}): CaseStatus {
  const found = checkCase(program, input, on, options)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found.status
}

/** Codes and paths of what is wrong with a case. */
export function refused(program: Program, input: unknown, on = '2019-12-01'): readonly string[] {
  const found = checkCase(program, input as CaseInput, on)
  return 'problems' in found ? found.problems.map(({ code, path }) => `${code} ${path}`) : []
}

export function subject(status: CaseStatus, id = 'h'): SubjectStatus {
  return status.subjects.find((one) => one.id === id)!
}

export function stepOf(status: CaseStatus, step: string, id = 'h'): StepStatus {
  return subject(status, id).steps.find((one) => one.step === step)!
}

/** `a:done b:due …`, and what breaches a step in brackets. */
export function line(status: CaseStatus, id = 'h'): string {
  const brief = ({ step, state, findings }: StepStatus) => {
    const codes = findings.map((finding) => finding.code)
    return `${step}:${state}${codes.length > 0 ? `(${codes.join(' ')})` : ''}`
  }
  return subject(status, id).steps.map(brief).join(' ')
}
