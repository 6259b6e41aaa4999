import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Timed } from '../lower/lower.ts'
import type { Procedure } from '../lower/program-procedure.ts'
import { dayFindings } from './days-that-bind.ts'
import { flowFindings } from './flow.ts'
import { schedule } from './schedule.ts'
import { settingOf } from './terms.ts'

/** What a policy's procedures cannot keep or never reach, under the readings the policy chose (W7xx). */
export function reviewProcedures(program: Timed): readonly Diagnostic[] {
  return program.procedures.flatMap((procedure) => {
    const timetable = schedule(settingOf(program, procedure, reviewYear(program)))
    const found = [...flowFindings(timetable.setting, timetable.network), ...dayFindings(timetable)]
    return found.map((one) => (printedSo(procedure, one) ? { ...one, severity: 'info' as const } : one))
  })
}

/** The year looked at: the first the policy decides. Months are alike in every year; working days are those of that year's calendar. */
function reviewYear({ policy }: Timed): number {
  return Number((policy.inForce.from ?? policy.inForce.to ?? DEFAULT_YEAR).slice(0, 4))
}
const DEFAULT_YEAR = '2019'

/** 照录: the author knows, and the instrument says it so. */
function printedSo(procedure: Procedure, { span }: Diagnostic): boolean {
  return procedure.steps.some(
    (step) => step.asPrinted !== undefined && step.span.file === span.file && step.span.start === span.start,
  )
}
