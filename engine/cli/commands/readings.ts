import type { Item, Program, Standard } from '../../../dsl/lower/program.ts'
import { type ReadingsImpact, readingsImpact } from '../../readings/impact.ts'
import { impactText } from '../../readings/words.ts'
import type { Times } from '../../types.ts'
import { readingsFrom, standardNamed } from '../choices.ts'
import { policyChooser } from '../choose-policy.ts'
import { failure } from '../failure.ts'
import { readText } from '../files.ts'
import { readFacts, type Subject } from '../read-facts.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { timesFrom } from '../times.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface ReadingsOptions {
  readonly standard?: string
  readonly policy?: string
  readonly facts: string
  readonly asOf?: string
  readonly year?: string
  readonly reading: readonly string[]
  readonly combinations?: string
  readonly format: 'text' | 'json'
}

interface Group {
  readonly program: Program
  readonly standard: Standard
  readonly subjects: { readonly subject: Subject; readonly times: Times; readonly name: string }[]
}

/** `tiaoli readings`: decides the facts under every alternative of each reading the standard may depend on, and tells what changes. */
export function readings(terminal: Terminal, paths: readonly string[], options: ReadingsOptions): ExitCode {
  const combinations = countOf(options.combinations)
  const { compilation, programs, incomplete } = policiesAt(terminal, paths)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  if (programs.length === 0 || (incomplete && options.policy === undefined)) return EXIT.wrong
  const choose = policyChooser(terminal, programs, options.policy)
  const groups = new Map<Standard, Group>()
  for (const [i, subject] of readFacts(readText(terminal, options.facts), options.facts).entries()) {
    const wanted = options.standard ?? subject.standard
    const times = timesFrom(options, subject.times)
    const program = choose(times.asOf, wanted)
    const standard = standardNamed(program, wanted)
    const group = groups.get(standard) ?? { program, standard, subjects: [] }
    groups.set(standard, group)
    group.subjects.push({ subject, times, name: nameOf(terminal, subject, i) })
  }
  const found = [...groups.values()].map((group) => ({ group, impact: impactOf(group, options, combinations) }))
  terminal.out(options.format === 'json' ? json(found) : text(terminal, found))
  return EXIT.answered
}

function impactOf(
  { program, standard, subjects }: Group,
  options: ReadingsOptions,
  combinations: number | undefined,
): ReadingsImpact {
  return readingsImpact(
    program,
    standard.id,
    subjects.map(({ subject }) => subject.facts),
    subjects.map(({ times }) => times),
    { readings: readingsFrom(program, options.reading), ...(combinations === undefined ? {} : { combinations }) },
  )
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,5}$/.test(text)) throw failure('C808', { option: '--combinations', value: text, wanted: '0 … 99999' })
  return Number(text)
}

function nameOf({ lang }: Terminal, subject: Subject, i: number): string {
  return subject.name ?? (typeof subject.facts['id'] === 'string' ? subject.facts['id'] : say(lang, 'subject', { n: i + 1 }))
}

interface Found {
  readonly group: Group
  readonly impact: ReadingsImpact
}

function json(found: readonly Found[]): string {
  const standards = found.map(({ group, impact }) => ({
    ...impact,
    subjects: group.subjects.map(({ name, times }) => ({ name, times })),
  }))
  return `${JSON.stringify({ schema: 'tiaoli/readings/1', standards }, null, 2)}\n`
}

function text({ lang }: Terminal, found: readonly Found[]): string {
  const blocks = found.map(({ group, impact }) => {
    const items = new Map(itemsOf(group.standard.items).map((item) => [item.id, item[lang]]))
    return impactText(impact, lang, {
      standard: group.standard[lang],
      subject: (place) => group.subjects[place]!.name,
      item: (id) => items.get(id) ?? id,
    })
  })
  return `${blocks.join('\n\n')}\n`
}

function itemsOf(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...itemsOf(item.group?.parts ?? [])])
}
