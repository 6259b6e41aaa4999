export { type CallCode, TiaoliError } from './error.ts'
export type { ItemTruths } from './run/general.ts'
export { decide, type Prepared, type PrepareOptions, prepare } from './run/prepare.ts'
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
