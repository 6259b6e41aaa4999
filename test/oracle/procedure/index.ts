import type { Program } from '../../../dsl/lower/program.ts'
import type { CaseInput, CaseState } from '../../../engine/procedure/types.ts'
import { Refusal } from '../problem.ts'
import { byId, type World } from '../world.ts'
import { BadCase, readEvents } from './case.ts'
import { settingOf } from './setting.ts'
import { caseOf, type JudgedSubject, subjectOf } from './status.ts'

export type { FoundBreach, JudgedStep, JudgedSubject } from './status.ts'

export type JudgedCase =
  | { readonly kind: 'judged'; readonly state: CaseState; readonly subjects: readonly JudgedSubject[] }
  | { readonly kind: 'refused'; readonly why: string }

/** Judges a case on a day as docs/procedures.md says, slowly and plainly: for every subject all events are walked anew. */
export function judgeCase(
  program: Program,
  input: CaseInput,
  on: string,
  readings: Readonly<Record<string, string>> = {},
): JudgedCase {
  const choices = Object.fromEntries(program.readings.map((r) => [r.id, readings[r.id] ?? r.chosen]))
  const world: World = { program, times: { asOf: on, year: input.year }, choices }
  const procedure =
    program.procedures.find((one) => one.id === input.procedure) ?? program.procedures.find((one) => one.zh === input.procedure)
  if (procedure === undefined) return { kind: 'refused', why: `unknown ${input.procedure}` }
  if (input.list !== undefined && procedure.roster === undefined) return { kind: 'refused', why: 'no list to tell of' }
  try {
    const events = readEvents(program, byId(program.procedures, procedure.id), input)
    const seen = events.filter((event) => event.on <= on)
    const settings = input.subjects.map((one) => settingOf(world, procedure, input, seen, one))
    const subjects = settings.map((setting) => subjectOf(setting, settings))
    return { kind: 'judged', state: caseOf(subjects), subjects }
  } catch (error) {
    if (error instanceof BadCase) return { kind: 'refused', why: error.message }
    if (error instanceof Refusal) return { kind: 'refused', why: error.message }
    throw error
  }
}
