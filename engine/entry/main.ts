/** `tiaoli`: policy text to program, program and facts to decision, decision to words. */

export { describe } from '../../dsl/diagnostics/describe.ts'
export type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
export { renderText } from '../../dsl/diagnostics/render-text.ts'
export { checkedFormat } from '../../dsl/format/index.ts'
export { type Compilation, compile, type SourceFile } from '../../dsl/index.ts'
export { explain, explanationText } from '../explain/index.ts'
export {
  applyEvent,
  type Case,
  type CaseRefusal,
  type CaseStates,
  caseInput,
  checkCase,
  historyOf,
  type LawfulnessTimes,
  lawfulness,
  openCase,
  type PreparedProcedure,
  prepareProcedure,
  ranking,
  readCase,
  readHistory,
  rollUp,
  sizeAtEnd,
  sizeOn,
  statusOf,
  targets,
} from '../index.ts'
export { compareText, type TextComparison } from '../ledger/compare-text.ts'
export { type Ledger, ledgersOf } from '../ledger/ledger.ts'
export { type ImpactOptions, type ReadingsImpact, readingsImpact } from '../readings/impact.ts'
export type {
  Amount,
  Decided,
  History,
  HistoryAnswer,
  HistoryDay,
  HistoryFinding,
  HistoryInput,
  HistoryOptions,
  HistoryProblem,
  HistoryStatus,
  NextChange,
  RankingStatus,
  ReadHistory,
  RolledUp,
  RollUpOptions,
  Standing,
  TargetStatus,
} from '../register/types.ts'
export { historyText } from '../register/words.ts'
export { type Candidate, type InForce, type InForceOptions, inForce } from '../versions/in-force.ts'
export * from './engine.ts'
