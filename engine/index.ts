import type { Program } from '../dsl/lower/program.ts'
import { quicken } from './compile/quick.ts'
import { type Prepared, type PrepareOptions, prepareWith } from './run/prepare.ts'

export { type CallCode, TiaoliError } from './error.ts'
export { type LawfulnessTimes, lawfulness } from './procedure/lawful.ts'
export { applyEvent, type Case, type CaseRefusal, caseInput, openCase, readCase, statusOf } from './procedure/open.ts'
export { checkCase, type PreparedProcedure, prepareProcedure } from './procedure/prepare.ts'
export type { CaseStates } from './procedure/status/case.ts'
export type * from './procedure/types.ts'
export { historyOf } from './register/history.ts'
export { sizeAtEnd, sizeOn } from './register/people.ts'
export { ranking } from './register/ranking.ts'
export { readHistory } from './register/read.ts'
export { rollUp } from './register/roll-up.ts'
export { targets } from './register/targets.ts'
export type * from './register/types.ts'
export type { ItemTruths } from './run/general.ts'
export { decide, type Prepared, type PrepareOptions } from './run/prepare.ts'
export { ENGINE_VERSION } from './run/record.ts'
export type {
  Blocked,
  DecideOptions,
  Decision,
  DecisionRecord,
  Effect,
  FactProblem,
  FactSet,
  Facts,
  ItemRecord,
  Lang,
  Missing,
  Operand,
  Outcome,
  Times,
  TruthName,
} from './types.ts'

/** Prepares a standard for many subjects. Throws TiaoliError for what is no program, and for an unknown standard, reading or choice. */
export function prepare(program: Program, standardId: string, options: PrepareOptions = {}): Prepared {
  return prepareWith(quicken, program, standardId, options)
}
