import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts'
import type { Linked } from '../link/unit.ts'
import type { Span } from '../source/span.ts'
import type { Decl } from '../syntax/declaration.ts'

/** One message for all that is run together in a declaration: what only its names could part (N220) joins what the parser parted (P115). */
export function joinRuns(diagnostics: readonly Diagnostic[], linked: Linked): readonly Diagnostic[] {
  const parted = diagnostics.filter(({ code }) => code === 'P115')
  if (parted.length === 0) return diagnostics
  const owners = new Map<Decl, Diagnostic>()
  for (const one of parted) {
    const decl = ownerOf(linked, one.span)
    if (decl && !owners.has(decl)) owners.set(decl, one)
  }
  const joined = new Map<Diagnostic, Diagnostic>()
  const rest = diagnostics.filter((one) => {
    const decl = one.code === 'N220' ? ownerOf(linked, one.span) : undefined
    const into = decl && owners.get(decl)
    if (into) joined.set(into, join(joined.get(into) ?? into, one))
    return !into
  })
  return rest.map((one) => joined.get(one) ?? one)
}

/** The innermost declaration around a place. */
function ownerOf(linked: Linked, span: Span): Decl | undefined {
  const within = (decls: readonly Decl[]): Decl | undefined => {
    const decl = decls.find((one) => one.span.file === span.file && one.span.start <= span.start && span.end <= one.span.end)
    return decl && (within(decl.children ?? []) ?? decl)
  }
  return within(linked.units.map((unit) => unit.decl))
}

function list(value: Diagnostic['args'][string] | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)]
}

function join(parted: Diagnostic, run: Diagnostic): Diagnostic {
  const name = String(run.args['name'])
  const words = String(run.args['spaced']).split(' ')
  const split = list(parted.args['split'])
  // Either a piece of what the parser parted, or a run of its own.
  const piece = split.indexOf(name)
  const found = list(parted.args['found'])
  const earlier = run.span.start < parted.span.start
  const both = (own: readonly string[], more: readonly string[]) => (earlier ? [...more, ...own] : [...own, ...more])
  const args = {
    found: piece < 0 ? both(found, [name]) : found,
    split: piece < 0 ? both(split, words) : split.flatMap((word, i) => (i === piece ? words : [word])),
  }
  const edits = [...(parted.fixes?.[0]?.edits ?? []), ...blanks(run, name, words)]
  const span = earlier && piece < 0 ? run.span : parted.span
  return { ...parted, span, args, fixes: [{ word: 'spaces', edits: edits.sort((a, b) => a.span.start - b.span.start) }] }
}

/** The blanks alone: edits that replace a word would meet those that put blanks around it. */
function blanks(run: Diagnostic, name: string, words: readonly string[]): readonly Edit[] {
  if (words.join('') !== name) return run.fixes?.[0]?.edits ?? []
  let at = run.span.start
  return words.slice(0, -1).map((word) => {
    at += word.length
    return { span: { ...run.span, start: at, end: at }, text: ' ' }
  })
}
