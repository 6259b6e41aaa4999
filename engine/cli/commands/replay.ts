import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../../dsl/diagnostics/finding.ts'
import { nearest } from '../../../dsl/diagnostics/suggest.ts'
import type { Program } from '../../../dsl/lower/program.ts'
import { decide } from '../../index.ts'
import type { DecisionRecord, Facts } from '../../types.ts'
import { failure } from '../failure.ts'
import { readText } from '../files.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { compileAt, shippedPolicies } from '../workspace.ts'

export interface ReplayOptions {
  readonly policy?: string
}

interface Entry {
  readonly record: DecisionRecord
  readonly facts: Facts
}

/** `tiaoli replay`: decides again from the recorded facts and compares with the record: digests, outcome, every item, what was missing. */
export function replay(terminal: Terminal, path: string, options: ReplayOptions): ExitCode {
  const entries = readRecords(readText(terminal, path), path)
  const where = options.policy ?? shippedPolicies() ?? '.'
  const { programs, diagnostics } = compileAt(terminal, [where])
  const errors = diagnostics.filter((d) => d.severity === 'error')
  report(terminal, errors)
  if (errors.length > 0) return EXIT.wrong
  const found = entries.flatMap((entry) => compareWith(programs, entry, path))
  report(terminal, found)
  if (found.length > 0) return EXIT.findings
  terminal.out(say(terminal.lang, 'same', { n: entries.length }) + '\n')
  return EXIT.answered
}

function readRecords(text: string, path: string): Entry[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw failure(
      'C804',
      { path, format: 'JSON', detail: (error as Error).message.split('\n')[0]! },
      { file: path, start: 0, end: 1 },
    )
  }
  const list = (value as { decisions?: unknown[] } | null)?.decisions ?? (Array.isArray(value) ? value : [value])
  const entries = list.filter((one): one is Entry => {
    const { record, facts } = (one ?? {}) as Partial<Entry>
    return record?.schema === 'tiaoli/decision/1' && facts !== null && typeof facts === 'object'
  })
  const refused = list.filter((one) => (one as { kind?: string } | null)?.kind === 'rejected').length
  if (entries.length === 0 || entries.length + refused !== list.length) throw failure('C812', { path })
  return entries
}

function compareWith(programs: ReadonlyMap<string, Program>, { record, facts }: Entry, file: string): Diagnostic[] {
  const program = programOf(programs, record)
  if (!program) throw failure('C809', { kind: 'policy', name: record.policy, near: nearest(record.policy, programs.keys()) })
  if (!program.standards.some((s) => s.id === record.standard))
    throw failure('C806', { name: record.standard, known: program.standards.map((s) => s.id) })
  const now = decide(program, record.standard, facts, record.times, { readings: record.readings })
  const differs = (what: string, expected: unknown, actual: unknown) =>
    finding('C813', { file, start: 0, end: 0 }, { what, expected: JSON.stringify(expected), actual: JSON.stringify(actual) })
  if (now.kind === 'rejected')
    return [
      differs(
        'kind',
        'decided',
        now.problems.map((p) => `${p.code} ${p.path}`),
      ),
    ]
  const keys = (Object.keys({ ...record, ...now.record }) as (keyof DecisionRecord)[]).filter((key) => key !== 'engine')
  return keys.flatMap((key) =>
    JSON.stringify(record[key]) === JSON.stringify(now.record[key])
      ? []
      : differences(key, record[key], now.record[key], differs),
  )
}

/** The policy of that id; of its versions the one whose digest the record has, else the first. */
function programOf(programs: ReadonlyMap<string, Program>, record: DecisionRecord): Program | undefined {
  const versions = [...programs.values()].filter((program) => program.policy.id === record.policy)
  return versions.find((program) => program.digest === record.digests.program) ?? versions[0]
}

function differences(
  key: string,
  was: unknown,
  now: unknown,
  differs: (what: string, was: unknown, now: unknown) => Diagnostic,
): Diagnostic[] {
  if (key !== 'items' || !Array.isArray(was) || !Array.isArray(now)) return [differs(key, was, now)]
  return was.flatMap((item, i) =>
    JSON.stringify(item) === JSON.stringify(now[i]) ? [] : [differs(`${key} ${item.id}`, item, now[i])],
  )
}
