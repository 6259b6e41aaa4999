import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Compilation, compile } from '../../dsl/index.ts'
import type { Program } from '../../dsl/lower/program.ts'
import { failure } from './failure.ts'
import { filesBelow, readText } from './files.ts'
import type { Terminal } from './terminal.ts'

export const POLICY_ENDINGS = ['.policy', '.policy.yaml'] as const
export const SUITE_ENDINGS = ['.test.yaml'] as const

const UNIT_HEAD =
  /(?:^|[\n;；}｝-])[ \t\u3000]*(?:政策|词汇|来源|policy|vocabulary|source)(?:[ \t\u3000]+|\s*:\s*["']?)([^\s{｛「"']+)/g

/** Compiles the policy files at the paths. Units they use are looked for beside them, one folder up, and among the shipped policies. */
export function compileAt(terminal: Terminal, paths: readonly string[], programs = true): Compilation {
  const files = filesBelow(paths, POLICY_ENDINGS)
  if (files.length === 0) throw failure('C817', { path: paths.join(' ') })
  const given = files.map((file) => ({ file, text: readText(terminal, file) }))
  const units = unitFinder(terminal, files)
  return compile(given, { load: units, programs })
}

/** The one policy among the files at `path`. */
export function policyAt(
  terminal: Terminal,
  path: string,
): { readonly compilation: Compilation; readonly program: Program | undefined } {
  const compilation = compileAt(terminal, [path])
  const own = compilation.documents.filter((d) => filesBelow([path], POLICY_ENDINGS).includes(d.file))
  const declares = own.some((d) => d.declarations.some((decl) => decl.kind === 'policy'))
  if (!declares && !compilation.diagnostics.some((d) => d.severity === 'error')) throw failure('C805', { path })
  return { compilation, program: compilation.program }
}

/** The policies declared in the files at the paths, by file and place, and whether some are missing because their files have errors. None declared, and none for an error: C805. */
export function policiesAt(
  terminal: Terminal,
  paths: readonly string[],
): { readonly compilation: Compilation; readonly programs: readonly Program[]; readonly incomplete: boolean } {
  const files = filesBelow(paths, POLICY_ENDINGS)
  const compilation = compileAt(terminal, paths)
  const programs = [...compilation.programs.values()].filter(({ policy }) => files.includes(policy.span.file))
  const own = compilation.documents.filter(({ file }) => files.includes(file))
  const declared = own.flatMap(({ declarations }) => declarations.filter(({ kind }) => kind === 'policy')).length
  const failed = compilation.diagnostics.some((d) => d.severity === 'error')
  if (declared === 0 && !failed) throw failure('C805', { path: paths.join(' ') })
  return { compilation, programs, incomplete: programs.length < declared }
}

/** Where the shipped policies stand, in the sources and in the package alike. */
export function shippedPolicies(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let up = 0; up < 5; up++) {
    const here = join(folder, 'policies')
    if (existsSync(join(here, 'vocabulary'))) return here
    folder = dirname(folder)
  }
  return undefined
}

function unitFinder(terminal: Terminal, files: readonly string[]): (name: string) => { file: string; text: string } | undefined {
  let index: Map<string, { file: string; text: string }> | undefined
  return (name) => {
    index ??= indexUnits(terminal, files)
    return index.get(name)
  }
}

function indexUnits(terminal: Terminal, files: readonly string[]): Map<string, { file: string; text: string }> {
  const index = new Map<string, { file: string; text: string }>()
  const folders = new Set(
    files
      .flatMap((file) => [dirname(file), dirname(dirname(file))])
      .filter((folder) => existsSync(folder) && statSync(folder).isDirectory()),
  )
  const shipped = shippedPolicies()
  const candidates = [
    ...[...folders].flatMap(policyFilesIn),
    ...(shipped ? filesBelow([relative(process.cwd(), shipped) || '.'], POLICY_ENDINGS) : []),
  ]
  for (const file of new Set(candidates)) {
    if (files.includes(file)) continue
    const text = readText(terminal, file)
    for (const [, name] of text.matchAll(UNIT_HEAD)) {
      for (const spelling of name!.split('/')) if (!index.has(spelling)) index.set(spelling, { file, text })
    }
  }
  return index
}

function policyFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((entry) => POLICY_ENDINGS.some((ending) => entry.endsWith(ending)))
    .map((entry) => join(folder, entry))
}
