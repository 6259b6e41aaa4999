import type { Compilation } from '../../../dsl/index.ts'
import type { Program, Source } from '../../../dsl/lower/program.ts'
import { byLikeness, compareText, type TextComparison } from '../../ledger/compare-text.ts'
import { type Ledger, ledgersOf } from '../../ledger/ledger.ts'
import { comparisonText, ledgerText } from '../../ledger/words.ts'
import { failure } from '../failure.ts'
import { writeText } from '../files.ts'
import { ledgerFile, markedText } from '../mark-ledger.ts'
import { readSourceText } from '../read-source.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { policiesAt } from '../workspace.ts'

export interface LedgerOptions {
  readonly policy?: string
  /** id or name of the 来源 */
  readonly of?: string
  readonly source?: string
  readonly write: boolean
  readonly stdout: boolean
  readonly failOn?: string
  readonly format: 'text' | 'json'
}

const FINDINGS = ['open', 'unanswered', 'missing', 'changed', 'unmarked'] as const
type Finding = (typeof FINDINGS)[number]

/** `tiaoli ledger`: every article with what answers it; with --source held against the attached text, whose words are neither kept nor shown. */
export function ledger(terminal: Terminal, paths: readonly string[], options: LedgerOptions): ExitCode {
  const stopOn = failOn(options.failOn)
  if ((options.write || options.stdout) && options.source === undefined)
    throw failure('C808', { option: options.write ? '--write' : '--stdout', value: '', wanted: '--source FILE' })
  const { compilation, programs } = policiesAt(terminal, paths)
  report(
    terminal,
    compilation.diagnostics.filter((d) => d.severity === 'error'),
  )
  const wanted = named(programs, options.policy)
  if (wanted.length === 0) return EXIT.wrong
  if (options.source !== undefined) return compared(terminal, paths, compilation, wanted, options, stopOn)
  const listed = wanted.map((program) => ({ program, ledgers: chosen(program, options.of) }))
  const bare = listed.find(({ ledgers }) => ledgers.length === 0)
  if (bare) throw failure('C835', { policy: bare.program.policy.zh })
  const ledgers = listed.flatMap((one) => one.ledgers)
  if (options.format === 'json')
    terminal.out(json({ policies: listed.map(({ program, ledgers: own }) => ({ policy: program.policy.id, ledgers: own })) }))
  else terminal.out(`${ledgers.map((one) => ledgerText(one, terminal.lang)).join('\n\n')}\n`)
  return stopOn.has('open') && ledgers.some((one) => one.totals.open > 0) ? EXIT.findings : EXIT.answered
}

function compared(
  terminal: Terminal,
  paths: readonly string[],
  compilation: Compilation,
  programs: readonly Program[],
  options: LedgerOptions,
  stopOn: ReadonlySet<Finding>,
): ExitCode {
  const [program, ...others] = programs
  if (others.length > 0)
    throw failure('C834', { path: paths.join(' '), known: programs.map(({ policy }) => `${policy.zh}/${policy.id}`) })
  const path = options.source!
  const best = bestMatch(program!, chosen(program!, options.of), readSourceText(path), compilation)
  if (best.comparison.headings === 0) throw failure('C831', { path })
  const { comparison, ledger: own } = best
  if (options.stdout || options.write) mark(terminal, compilation, comparison, options)
  if (!options.stdout) {
    if (options.format === 'json') terminal.out(json({ policy: program!.policy.id, ledger: own, comparison }))
    else
      terminal.out(
        `${say(terminal.lang, 'comparedWith', { name: own[terminal.lang], path })}\n${comparisonText(comparison, terminal.lang)}\n`,
      )
  }
  const found = (finding: Finding) =>
    finding === 'open'
      ? own.totals.open > 0
      : finding === 'unanswered'
        ? comparison.unanswered.length > 0
        : comparison.articles.some((one) => one.state === finding || (finding === 'changed' && one.state === 'illegible'))
  return [...stopOn].some(found) ? EXIT.findings : EXIT.answered
}

/** Of the declared sources the policy decides by (else of all it has) the one most of whose articles the text has. */
function bestMatch(
  program: Program,
  ledgers: readonly Ledger[],
  text: string,
  compilation: Compilation,
): { readonly ledger: Ledger; readonly comparison: TextComparison } {
  const declared = ledgers.filter((one) => ledgerFile(compilation, one.source) !== undefined)
  if (declared.length === 0) throw failure('C835', { policy: program.policy.zh })
  const own = declared.some((one) => one.own) ? declared.filter((one) => one.own) : declared
  const sourceOf = (id: string): Source => program.sources.find((source) => source.id === id)!
  const [best] = own
    .map((one) => ({ ledger: one, comparison: compareText(sourceOf(one.source), text) }))
    .sort((a, b) => byLikeness(a.comparison, b.comparison))
  return best!
}

/** Writes the digests into the file that declares the source, or prints that file. */
function mark(terminal: Terminal, compilation: Compilation, comparison: TextComparison, options: LedgerOptions): void {
  // INVARIANT: bestMatch took a declared source, and every file read is among the texts.
  const file = ledgerFile(compilation, comparison.source)!
  const path = file.document.file
  const text = terminal.texts.get(path)!
  const digests = new Map(comparison.articles.flatMap((one) => (one.found ? [[one.article, one.found.digest] as const] : [])))
  const result = markedText(file, text, digests, compilation)
  if (options.stdout) {
    terminal.out(result.text)
    return
  }
  if (result.marked > 0) writeText(path, result.text)
  const { lang } = terminal
  terminal.err(`${result.marked === 0 ? say(lang, 'nothingToMark') : say(lang, 'marked', { n: result.marked, path })}\n`)
}

function named(programs: readonly Program[], name: string | undefined): readonly Program[] {
  if (name === undefined) return programs
  const found = programs.filter(({ policy }) => policy.id === name || policy.zh === name)
  if (found.length === 0)
    throw failure('C809', { kind: '--policy', name, near: programs.map(({ policy }) => `${policy.zh}/${policy.id}`) })
  return found
}

function chosen(program: Program, name: string | undefined): readonly Ledger[] {
  const all = ledgersOf(program)
  if (name === undefined) return all
  const found = all.filter((one) => one.source === name || one.zh === name || one.title === name)
  if (found.length === 0) throw failure('C809', { kind: '--of', name, near: all.map((one) => `${one.zh}/${one.source}`) })
  return found
}

function failOn(list: string | undefined): ReadonlySet<Finding> {
  const words = (list ?? '').split(',').filter((word) => word !== '')
  for (const word of words)
    if (!FINDINGS.includes(word as Finding))
      throw failure('C808', { option: '--fail-on', value: word, wanted: FINDINGS.join(' | ') })
  return new Set(words as Finding[])
}

function json(value: object): string {
  return `${JSON.stringify({ schema: 'tiaoli/ledger/1', ...value }, null, 2)}\n`
}
