import { watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import { explain, explanationText } from '../../explain/index.ts'
import { coverage } from '../../testing/coverage.ts'
import { readSuite } from '../../testing/read-suite.ts'
import { junitReport } from '../../testing/report-junit.ts'
import { runSuite } from '../../testing/run-suite.ts'
import type { CaseResult, Suite } from '../../testing/suite.ts'
import { coverageText, differenceParts, differenceText, REPORT_WORDS } from '../../testing/words.ts'
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
  const runs: { suite: Suite; program: Program; results: CaseResult[] }[] = []
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
    const read = readSuite(readText(terminal, file), file, programOf, policies)
    found.push(...read.diagnostics)
    if (read.suite && read.program)
      runs.push({ suite: read.suite, program: read.program, results: runSuite(read.program, read.suite, options.filter) })
  }
  report(terminal, found)
  const results = runs.flatMap((run) => run.results)
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
          results: results.map(({ record, facts, ...result }) => result),
          coverage: options.coverage ? covered(runs) : undefined,
        },
        null,
        2,
      ) + '\n',
    )
  else terminal.out(text(terminal, runs, options.coverage))
  return results.some((r) => r.status === 'failed') || found.length > 0 ? EXIT.findings : EXIT.answered
}

function text(
  terminal: Terminal,
  runs: readonly { suite: Suite; program: Program; results: CaseResult[] }[],
  withCoverage: boolean,
): string {
  const { lang } = terminal
  const paint = (code: number, s: string) => (terminal.color ? `\u001b[${code}m${s}\u001b[0m` : s)
  const words = REPORT_WORDS[lang]
  const lines: string[] = []
  for (const { suite, program, results } of runs) {
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
      if (result.record) {
        const reason = explanationText(explain(program, result.facts, { kind: 'decided', record: result.record }), lang, {
          detail: 'brief',
        })
        lines.push(`      ${words.reason}:`, ...reason.split('\n').map((line) => `        ${line}`))
      }
    }
  }
  const results = runs.flatMap((run) => run.results)
  if (withCoverage) lines.push('', ...covered(runs).map((c) => coverageText(c, lang)))
  const failed = results.filter((r) => r.status === 'failed').length
  lines.push('', say(lang, 'tests', { passed: results.length - failed, failed }))
  return lines.join('\n') + '\n'
}

function covered(runs: readonly { suite: Suite; program: Program; results: CaseResult[] }[]) {
  const groups = new Map<string, { program: Program; standard: string; results: CaseResult[] }>()
  for (const { suite, program, results } of runs) {
    const key = `${suite.policy}/${suite.standard}`
    const group = groups.get(key) ?? { program, standard: suite.standard, results: [] }
    group.results.push(...results)
    groups.set(key, group)
  }
  return [...groups.values()].map((g) => coverage(g.program, g.program.standards.find((s) => s.id === g.standard)!, g.results))
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
