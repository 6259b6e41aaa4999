import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { explain, explanationText } from '../explain/index.ts'
import type { Lang } from '../types.ts'
import { type ProcedureCoverage, procedureCoverage } from './case/coverage.ts'
import { isProcedureSuite, readProcedureSuite } from './case/read.ts'
import { runProcedureSuite } from './case/run.ts'
import type { ListResult, ProcedureSuite } from './case/suite.ts'
import { listReasons, procedureCoverageText } from './case/words.ts'
import { coverage, type StandardCoverage } from './coverage.ts'
import { readSuite } from './read-suite.ts'
import { runSuite } from './run-suite.ts'
import type { CaseResult, Suite, TestResult } from './suite.ts'
import { coverageText } from './words.ts'

/** A suite that was run: of a standard, or of a procedure. */
export type SuiteRun =
  | { readonly kind: 'standard'; readonly program: Program; readonly suite: Suite; readonly results: readonly CaseResult[] }
  | {
      readonly kind: 'procedure'
      readonly program: Program
      readonly suite: ProcedureSuite
      readonly results: readonly ListResult[]
    }

export type Coverage = StandardCoverage | ProcedureCoverage

/** Reads a suite file of either kind and runs the cases whose name holds `filter`. No run when anything is wrong with the file. */
export function runSuiteFile(
  text: string,
  file: string,
  programOf: (policy: string) => Program | undefined,
  policies: readonly string[],
  filter = '',
): { readonly run?: SuiteRun; readonly diagnostics: readonly Diagnostic[] } {
  if (isProcedureSuite(text)) {
    const { suite, program, diagnostics } = readProcedureSuite(text, file, programOf, policies)
    if (!suite || !program) return { diagnostics }
    return { run: { kind: 'procedure', program, suite, results: runProcedureSuite(program, suite, filter) }, diagnostics }
  }
  const { suite, program, diagnostics } = readSuite(text, file, programOf, policies)
  if (!suite || !program) return { diagnostics }
  return { run: { kind: 'standard', program, suite, results: runSuite(program, suite, filter) }, diagnostics }
}

/** What the runs together cover of each standard and procedure they are about, in the order these first occur. */
export function coverageOf(runs: readonly SuiteRun[]): readonly Coverage[] {
  const groups = new Map<string, readonly SuiteRun[]>()
  for (const run of runs) {
    const { policy } = run.suite
    const key = run.kind === 'standard' ? `${policy}/${run.suite.standard}` : `${policy}//${run.suite.procedure}`
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    const { program, suite } = first!
    if ('standard' in suite) {
      const results = group.flatMap((run) => (run.kind === 'standard' ? run.results : []))
      return coverage(program, program.standards.find(({ id }) => id === suite.standard)!, results)
    }
    const results = group.flatMap((run) => (run.kind === 'procedure' ? run.results : []))
    return procedureCoverage(program, program.procedures.find(({ id }) => id === suite.procedure)!, results)
  })
}

/** Coverage of either kind in words, what is not covered marked. */
export function anyCoverageText(found: Coverage, lang: Lang): string {
  return 'procedure' in found ? procedureCoverageText(found, lang) : coverageText(found, lang)
}

/** Why a result came out as it did, a line each; none where the case was refused. */
export function reasonsOf(run: SuiteRun, result: TestResult, lang: Lang): readonly string[] {
  if (run.kind === 'procedure') {
    const found = run.results.find((one) => one === result)
    return found ? listReasons(run.program, found, lang) : []
  }
  const found = run.results.find((one) => one === result)
  if (!found?.record) return []
  const explanation = explain(run.program, found.facts, { kind: 'decided', record: found.record })
  return explanationText(explanation, lang, { detail: 'brief' }).split('\n')
}
