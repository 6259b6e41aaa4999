import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../dsl/lower/program.ts'
import { type CaseInput, checkCase, decide, type Facts, type Times } from '../../engine/index.ts'
import { runSuiteFile, type SuiteRun } from '../../engine/testing/run-file.ts'
import { shippedPrograms } from './small.ts'

/** One case of a shipped suite, to be run again under other readings. */
export interface Shown {
  readonly policy: string
  readonly name: string
  readonly passed: boolean
  /** ids of the readings the case itself chooses */
  readonly chooses: readonly string[]
  /** what it comes to under its own readings and these */
  readonly under: (readings: Readonly<Record<string, string>>) => string
}

const folders = readdirSync('policies', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [join('policies', entry.name)] : [],
)
const programOf = (name: string) => shippedPrograms.find(({ policy }) => policy.id === name || policy.zh === name)

function runOf(path: string): SuiteRun | undefined {
  return runSuiteFile(
    readFileSync(path, 'utf8'),
    path,
    programOf,
    shippedPrograms.map(({ policy }) => policy.id),
  ).run
}

/** A household, village or county as the engine decides it: outcome, items, what blocks it. */
export function decidedUnder(program: Program, standard: string, facts: Facts, times: Times): Shown['under'] {
  return (readings) => {
    const decision = decide(program, standard, facts, times, { readings })
    if (decision.kind === 'rejected') return decision.problems.map(({ code, path }) => `${code} ${path}`).join()
    const { outcome, items, missing } = decision.record
    return [outcome, ...items.map(({ id, effect }) => `${id} ${effect}`), ...missing.blocked.map(({ id }) => id)].join()
  }
}

/** A case as the engine sees it on a day: states of the case, of its subjects and their steps, and what was found. */
export function standingUnder(program: Program, input: CaseInput, on: string): Shown['under'] {
  return (readings) => {
    const found = checkCase(program, input, on, { readings })
    if ('problems' in found) return found.problems.map(({ code, path }) => `${code} ${path}`).join()
    const steps = found.status.subjects.flatMap(({ id, state, returns, steps }) => [
      `${id} ${state} ${returns}`,
      ...steps.map((one) => `${one.step} ${one.state} ${one.findings.map(({ code }) => code).join('+')}`),
    ])
    return [found.status.state, ...steps].join()
  }
}

function casesOf(run: SuiteRun): readonly Shown[] {
  const { program } = run
  const passed = new Set(run.results.filter(({ status }) => status === 'passed').map(({ name }) => name))
  const shown = (name: string, readings: Readonly<Record<string, string>>, under: Shown['under']): Shown => ({
    policy: program.policy.id,
    name,
    passed: passed.has(name),
    chooses: Object.keys(named(program, readings)),
    under: (more) => under({ ...named(program, readings), ...more }),
  })
  if (run.kind === 'standard') {
    const { standard, cases } = run.suite
    return cases.map((one) => shown(one.name, one.readings, decidedUnder(program, standard, one.facts, one.times)))
  }
  return run.suite.cases.map((one) => shown(one.name, one.readings, standingUnder(program, one.input, one.on)))
}

/** Readings by id, whichever spelling a suite has them in. */
function named(program: Program, readings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readings).map(([name, choice]) => {
      const found = program.readings.find(({ id, zh }) => id === name || zh === name)
      return [found?.id ?? name, found?.choices.find(({ id, zh }) => id === choice || zh === choice)?.id ?? choice]
    }),
  )
}

/** Every case of every shipped suite. */
export const SUITES: readonly Shown[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.test.yaml'))
    .flatMap((file) => {
      const run = runOf(join(folder, file))
      return run ? casesOf(run) : []
    }),
)

/** What stands in a folder of policies, all files together. */
export function wordsOf(folder: string): string {
  return readdirSync(join('policies', folder))
    .map((file) => readFileSync(join('policies', folder, file), 'utf8'))
    .join('\n')
}
