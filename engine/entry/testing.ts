/** `tiaoli/testing`: policy tests as data, to be run by any test runner; invented subjects to try a policy on. */
export { type Aim, type ProcedureCoverage, procedureCoverage, type StepCoverage } from '../testing/case/coverage.ts'
export { isProcedureSuite, readProcedureSuite } from '../testing/case/read.ts'
export { runProcedureSuite } from '../testing/case/run.ts'
export type * from '../testing/case/suite.ts'
export { procedureCoverageText } from '../testing/case/words.ts'
export { coverage, type ItemCoverage, type StandardCoverage } from '../testing/coverage.ts'
export {
  type Generated,
  type GeneratedFormat,
  type GeneratedSubject,
  type GenerateOptions,
  generate,
  generatedText,
  generateEach,
} from '../testing/generate/index.ts'
export { readSuite } from '../testing/read-suite.ts'
export { junitReport } from '../testing/report-junit.ts'
export { anyCoverageText, type Coverage, coverageOf, reasonsOf, runSuiteFile, type SuiteRun } from '../testing/run-file.ts'
export { runSuite } from '../testing/run-suite.ts'
export type * from '../testing/suite.ts'
export { coverageText, differenceText } from '../testing/words.ts'
