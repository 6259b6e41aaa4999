import type { Program } from '../dsl/lower/program.ts'
import { quicken } from './compile/quick.ts'
import { type Prepared, type PrepareOptions, prepareWith } from './run/prepare.ts'

export { type CallCode, TiaoliError } from './error.ts'
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
