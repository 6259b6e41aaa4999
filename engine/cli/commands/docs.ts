import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import { schedule } from '../../../dsl/timetable/schedule.ts'
import { settingOf } from '../../../dsl/timetable/terms.ts'
import { formatDay } from '../../../dsl/value/date.ts'
import { documentation, type Instrument, type Timetable } from '../../docs/index.ts'
import { isProcedureSuite, readProcedureSuite } from '../../testing/case/read.ts'
import type { ProcedureSuite } from '../../testing/case/suite.ts'
import { readSuite } from '../../testing/read-suite.ts'
import type { Suite } from '../../testing/suite.ts'
import type { Lang } from '../../types.ts'
import { failure } from '../failure.ts'
import { filesBelow, readText, writeText } from '../files.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { policiesAt, SUITE_ENDINGS } from '../workspace.ts'

export interface DocsOptions {
  readonly out: string
  readonly lang?: 'zh' | 'en' | 'both'
}

/** `tiaoli docs`: a page per instrument and an index, each a file that needs nothing else. Exit 1 when a policy or a suite has errors and its page is missing or short of it. */
export function docs(terminal: Terminal, paths: readonly string[], options: DocsOptions): ExitCode {
  const { compilation, programs } = policiesAt(terminal, paths)
  const read = suitesAt(terminal, paths, programs)
  const errors = [...compilation.diagnostics.filter((one) => one.severity === 'error'), ...read.diagnostics]
  report(terminal, errors)
  if (programs.length === 0) return EXIT.wrong
  const instruments = programs.map(
    (program): Instrument => ({
      program,
      suites: read.suites.filter((suite) => suite.policy === program.policy.id),
      procedureSuites: read.procedureSuites.filter((suite) => suite.policy === program.policy.id),
      timetables: timetablesOf(program),
    }),
  )
  const files = documentation(instruments, langsOf(options.lang ?? terminal.lang))
  makeFolder(options.out)
  for (const { path, text } of files) writeText(join(options.out, path), text)
  terminal.out(`${say(terminal.lang, 'docsWritten', { n: files.length, path: join(options.out, files[0]!.path) })}\n`)
  return errors.length > 0 ? EXIT.findings : EXIT.answered
}

function langsOf(lang: 'zh' | 'en' | 'both'): readonly [Lang, ...Lang[]] {
  return lang === 'both' ? ['zh', 'en'] : [lang]
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw failure('C815', { path, detail: (error as NodeJS.ErrnoException).code ?? (error as Error).message })
  }
}

/** The suites below the paths, for a file those beside it, as far as they are about these policies. */
function suitesAt(
  terminal: Terminal,
  paths: readonly string[],
  programs: readonly Program[],
): {
  readonly suites: readonly Suite[]
  readonly procedureSuites: readonly ProcedureSuite[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const folders = new Set(paths.map((path) => (existsSync(path) && statSync(path).isDirectory() ? path : dirname(path))))
  const names = programs.flatMap(({ policy }) => [policy.id, policy.zh])
  const suites: Suite[] = []
  const procedureSuites: ProcedureSuite[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of filesBelow([...folders], SUITE_ENDINGS)) {
    let known = true
    const programOf = (name: string) => {
      const found = programs.find(({ policy }) => policy.id === name || policy.zh === name)
      known = found !== undefined
      return found
    }
    const text = readText(terminal, file)
    if (isProcedureSuite(text)) {
      const { suite, diagnostics: found } = readProcedureSuite(text, file, programOf, names)
      if (suite) procedureSuites.push(suite)
      if (known) diagnostics.push(...found)
    } else {
      const { suite, diagnostics: found } = readSuite(text, file, programOf, names)
      if (suite) suites.push(suite)
      if (known) diagnostics.push(...found)
    }
  }
  return { suites, procedureSuites, diagnostics }
}

/** The earliest and latest days of procedures that have windows of their own, in the first year the policy decides. */
function timetablesOf(program: Program): readonly Timetable[] {
  const from = program.policy.inForce.from ?? program.policy.inForce.to
  if (from === undefined) return []
  const year = Number(from.slice(0, 4))
  return program.procedures
    .filter(({ steps, phases }) => [...steps, ...phases].some(({ acts }) => acts.some(({ kind }) => kind === 'window')))
    .map((procedure) => ({
      procedure: procedure.id,
      year,
      steps: [...schedule(settingOf(program, procedure, year)).slots.values()].map(({ step, from: first, to, latest }) => ({
        step,
        from: formatDay(first),
        to: formatDay(to),
        ...(latest === undefined ? {} : { latest: formatDay(latest) }),
      })),
    }))
}
