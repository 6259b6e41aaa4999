import { nearest } from '../../dsl/diagnostics/suggest.ts'
import type { Program, Standard, Term } from '../../dsl/lower/program.ts'
import { failure } from './failure.ts'

/** The standard of that id or Chinese name; the only one when none is named. */
export function standardNamed(program: Program, name: string | undefined): Standard {
  const { standards } = program
  const found =
    name === undefined
      ? standards.length === 1
        ? standards[0]
        : undefined
      : standards.find((s) => s.id === name || s.zh === name)
  if (!found) throw failure('C806', { name: name ?? '', known: standards.map((s) => `${s.zh}/${s.id}`) })
  return found
}

/** `R=v` options as reading id → choice id; either name of both. */
export function readingsFrom(program: Program, options: readonly string[]): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const option of options) {
    const cut = option.indexOf('=')
    if (cut < 1) throw failure('C808', { option: '--reading', value: option, wanted: 'R=v' })
    const reading = named(program.readings, option.slice(0, cut).trim(), '--reading')
    chosen[reading.id] = named(reading.choices, option.slice(cut + 1).trim(), `--reading ${reading.id}`).id
  }
  return chosen
}

function named<T extends Term>(terms: readonly T[], name: string, kind: string): T {
  const found = terms.find((t) => t.id === name || t.zh === name)
  if (!found) {
    const near = nearest(
      name,
      terms.flatMap((t) => [t.zh, t.id]),
    )
    throw failure('C809', { kind, name, near: near.length > 0 ? near : terms.map((t) => `${t.zh}/${t.id}`) })
  }
  return found
}
