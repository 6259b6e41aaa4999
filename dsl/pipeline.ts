import { type Binding, bind } from './bind/bind.ts'
import { joinRuns } from './bind/join-runs.ts'
import { type Checked, check } from './check/check.ts'
import { lintChecked } from './check/lint/lint.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { type Load, link } from './link/link.ts'
import { type Unit, usedUnits } from './link/unit.ts'
import { lower, lowerTimed } from './lower/lower.ts'
import type { Program } from './lower/program.ts'
import type { SourceFile } from './source/source-file.ts'
import type { Document } from './syntax/declaration.ts'
import { reviewProcedures } from './timetable/timetable.ts'

export interface CompileOptions {
  /** where 采用 looks beyond the files given */
  readonly load?: Load
  /** false: only look, make no programs */
  readonly programs?: boolean
}

/** Everything known about the files given. Programs exist for policies whose files, and those they use, are without errors. */
export interface Compilation {
  readonly documents: readonly Document[]
  /** by file, then place */
  readonly diagnostics: readonly Diagnostic[]
  readonly binding: Binding
  readonly checked: Checked
  /** by policy id, loaded policies included; further versions of a policy by `id@version` */
  readonly programs: ReadonlyMap<string, Program>
  /** of the only policy among the files given */
  readonly program?: Program
}

/** A further look at what is checked; finds what is well-formed but hardly meant. */
export type Lint = (checked: Checked) => readonly Diagnostic[]

/** Lints in order. Only what leaves two answers open is an error and takes the program away; the rest are warnings. */
const LINTS: readonly Lint[] = [lintChecked]

/** Text to checked programs. Never throws for what an author wrote; a text without file name is read as the language itself. */
export function compile(input: readonly SourceFile[] | string, options: CompileOptions = {}): Compilation {
  const files = typeof input === 'string' ? [{ file: '', text: input }] : input
  const linked = link(files, options.load)
  const binding = bind(linked)
  const checked = check(binding)
  const lints = LINTS.flatMap((lint) => lint(checked))
  const found = [...linked.diagnostics, ...binding.diagnostics, ...checked.diagnostics, ...lints]
  const broken = new Set(found.filter((finding) => finding.severity === 'error').map((finding) => finding.span.file))
  const sound = (unit: Unit) => [unit, ...usedUnits(linked, unit).flat()].every((member) => !broken.has(member.document.file))
  const policies = linked.units.filter((unit) => unit.kind === 'policy')
  const own = policies.filter((unit) => !unit.loaded)
  const wanted = options.programs === false ? [] : policies.filter(sound)
  const made = new Map(wanted.map((unit) => [unit, lower(checked, unit)] as const))
  // Timetables are looked at even for those who want no programs.
  const timed = own.filter((unit) => unit.decl.children?.some((child) => child.kind === 'procedure') && sound(unit))
  const reviewed = timed.flatMap((unit) => reviewProcedures(made.get(unit) ?? lowerTimed(checked, unit)))
  const programs = new Map<string, Program>()
  for (const [{ id }, program] of made) programs.set(programs.has(id) ? `${id}@${program.policy.version}` : id, program)
  const [only, ...others] = own
  const program = only && others.length === 0 ? programs.get(only.id) : undefined
  return {
    documents: linked.documents,
    diagnostics: sorted(joinRuns([...found, ...reviewed], linked)),
    binding,
    checked,
    programs,
    ...(program ? { program } : {}),
  }
}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = (a: Diagnostic, b: Diagnostic) =>
    a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  return [...diagnostics].sort((a, b) => (a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : byPlace(a, b)))
}
