/** `tiaoli/testing`: policy tests as data, to be run by any test runner; invented subjects to try a policy on. */
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
export { runSuite } from '../testing/run-suite.ts'
export type * from '../testing/suite.ts'
export { coverageText, differenceText } from '../testing/words.ts'
