import type { Program } from '../../dsl/lower/program.ts'
import type { DecideOptions } from '../types.ts'
import { type Desk, dayAsked, deskOf } from './desk.ts'
import { type CaseRefusal, deskNamed } from './open.ts'
import { readCaseFile } from './read/case.ts'
import { sequenceOf } from './sequence.ts'
import { type CaseStates, caseStates, caseStatus } from './status/case.ts'
import type { CaseInput, CaseStatus } from './types.ts'

/** A procedure made ready for many cases. Synchronous, and no call leaves a trace in the next. */
export interface PreparedProcedure {
  /** the whole status, or what is wrong with the case */
  readonly check: (input: CaseInput, on: string) => { readonly status: CaseStatus } | CaseRefusal
  /** the states of the case and its subjects alone: fast */
  readonly states: (input: CaseInput, on: string) => CaseStates | 'rejected'
}

/** Prepares a procedure. Throws TiaoliError for what is no program, and for an unknown procedure, reading or choice. */
export function prepareProcedure(program: Program, procedureId: string, options: DecideOptions = {}): PreparedProcedure {
  const desk = deskOf(program, procedureId, options)
  return { check: (input, on) => checked(desk, input, on), states: (input, on) => stated(desk, input, on) }
}

/** Reads a case and says how it stands on a day. Bad input is refused; throws TiaoliError for a bad day, an unknown reading or choice. */
export function checkCase(
  program: Program,
  input: CaseInput,
  on: string,
  options: DecideOptions = {},
): { readonly status: CaseStatus } | CaseRefusal {
  const desk = deskNamed(program, input, options)
  return 'problems' in desk ? desk : checked(desk, input, on)
}

function checked(desk: Desk, input: unknown, on: string): { readonly status: CaseStatus } | CaseRefusal {
  const day = dayAsked(on)
  const found = readCaseFile(desk.layout, input)
  if ('problems' in found) return found
  const status = caseStatus(desk, found.read, sequenceOf(found.read.events), on, day)
  return status.problems === undefined ? { status } : { problems: status.problems }
}

function stated(desk: Desk, input: unknown, on: string): CaseStates | 'rejected' {
  const day = dayAsked(on)
  const found = readCaseFile(desk.layout, input)
  if ('problems' in found) return 'rejected'
  return caseStates(desk, found.read, sequenceOf(found.read.events), on, day) ?? 'rejected'
}
