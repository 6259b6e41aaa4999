import { watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import { junitReport } from '../../testing/report-junit.ts'
import { anyCoverageText, coverageOf, reasonsOf, runSuiteFile, type SuiteRun } from '../../testing/run-file.ts'
import type { TestResult } from '../../testing/suite.ts'
import { differenceParts, differenceText, REPORT_WORDS } from '../../testing/words.ts'
import { filesBelow, readText, writeText } from '../files.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { compileAt, POLICY_ENDINGS, SUITE_ENDINGS } from '../workspace.ts'

export interface TestOptions {
  readonly coverage: boolean
  readonly watch: boolean
  readonly junit?: string
  readonly filter?: string
  readonly format: 'text' | 'json'
}

/** `tiaoli test`: runs the suites below the paths against the policies beside them; exit 1 when a case fails or a suite cannot be read. */
export function test(terminal: Terminal, paths: readonly string[], options: TestOptions): ExitCode | Promise<ExitCode> {
  const code = once(terminal, paths, options)
  return options.watch ? watching(terminal, paths, options) : code
}

function once(terminal: Terminal, paths: readonly string[], options: TestOptions): ExitCode {
  const files = filesBelow(paths, SUITE_ENDINGS).filter((file) => file.endsWith('.yaml'))
  if (files.length === 0) {
    terminal.err(REPORT_WORDS[terminal.lang].noSuites + '\n')
    return EXIT.wrong
  }
  const found: Diagnostic[] = []
  const runs: SuiteRun[] = []
  const programs = new Map<string, Program>()
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    if (filesBelow([folder], POLICY_ENDINGS).length === 0) continue
    const compilation = compileAt(terminal, [folder])
    found.push(...compilation.diagnostics.filter((d) => d.severity === 'error'))
    for (const [id, program] of compilation.programs) programs.set(id, program)
  }
  for (const file of files) {
    const policies = [...programs.values()].flatMap((p) => [p.policy.id, p.policy.zh])
    const programOf = (name: string) => [...programs.values()].find((p) => p.policy.id === name || p.policy.zh === name)
    const { run, diagnostics } = runSuiteFile(readText(terminal, file), file, programOf, policies, options.filter)
    found.push(...diagnostics)
    if (run) runs.push(run)
  }
  report(terminal, found)
  const results = resultsOf(runs)
  if (options.junit !== undefined)
    writeText(
      options.junit,
      junitReport(results, (d) => differenceText(d, terminal.lang)),
    )
  if (options.format === 'json')
    terminal.out(
      JSON.stringify(
        {
          schema: 'tiaoli/test/1',
          results: results.map(({ suite, name, line, status, differences }) => ({ suite, name, line, status, differences })),
          coverage: options.coverage ? coverageOf(runs) : undefined,
        },
        null,
        2,
      ) + '\n',
    )
  else terminal.out(text(terminal, runs, options.coverage))
  return results.some((r) => r.status === 'failed') || found.length > 0 ? EXIT.findings : EXIT.answered
}

function resultsOf(runs: readonly SuiteRun[]): readonly TestResult[] {
  return runs.flatMap((run): readonly TestResult[] => run.results)
}

function text(terminal: Terminal, runs: readonly SuiteRun[], withCoverage: boolean): string {
  const { lang } = terminal
  const paint = (code: number, s: string) => (terminal.color ? `\u001b[${code}m${s}\u001b[0m` : s)
  const words = REPORT_WORDS[lang]
  const lines: string[] = []
  for (const run of runs) {
    const { suite } = run
    const results: readonly TestResult[] = run.results
    const failed = results.filter((r) => r.status === 'failed')
    lines.push(
      `${failed.length === 0 ? paint(32, '✓') : paint(31, '✗')} ${suite.file} (${results.length - failed.length}/${results.length})`,
    )
    for (const result of failed) {
      lines.push(`  ${paint(31, '✗')} ${result.name}  ${suite.file}:${result.line}`)
      for (const d of result.differences) {
        const { what, expected, actual } = differenceParts(d, lang)
        lines.push(
          `      ${what}`,
          `      ${paint(32, `+ ${words.expected}: ${expected}`)}`,
          `      ${paint(31, `- ${words.actual}: ${actual}`)}`,
        )
      }
      const reasons = reasonsOf(run, result, lang)
      if (reasons.length > 0) lines.push(`      ${words.reason}:`, ...reasons.map((line) => `        ${line}`))
    }
  }
  const results = resultsOf(runs)
  if (withCoverage) lines.push('', ...coverageOf(runs).map((c) => anyCoverageText(c, lang)))
  const failed = results.filter((r) => r.status === 'failed').length
  lines.push('', say(lang, 'tests', { passed: results.length - failed, failed }))
  return lines.join('\n') + '\n'
}

function watching(terminal: Terminal, paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  terminal.err(REPORT_WORDS[terminal.lang].watching + '\n')
  return new Promise(() => {
    let timer: NodeJS.Timeout | undefined
    const again = (_event: unknown, name: string | null) => {
      if (name !== null && !/\.(policy|ya?ml)$/.test(name)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        try {
          once(terminal, paths, options)
        } catch (error) {
          if (error instanceof Error && 'diagnostics' in error) report(terminal, error.diagnostics as readonly Diagnostic[])
          else throw error
        }
        terminal.err(REPORT_WORDS[terminal.lang].watching + '\n')
      }, 100)
    }
    for (const path of paths) watch(path, { recursive: true }, again)
  })
}
