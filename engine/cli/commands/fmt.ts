import { checkedFormat } from '../../../dsl/format/index.ts'
import { Failure, failure } from '../failure.ts'
import { filesBelow, readText, writeText } from '../files.ts'
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts'
import { say } from '../words.ts'
import { compileAt, POLICY_ENDINGS } from '../workspace.ts'

export interface FmtOptions {
  /** keywords of the output; undefined: as the terminal speaks */
  readonly as?: 'dsl' | 'yaml'
  readonly check: boolean
  readonly stdout: boolean
}

const REASONS = {
  errors: 'refusedErrors',
  unprintable: 'refusedUnprintable',
  tree: 'refusedTree',
  comments: 'refusedComments',
} as const

/** `tiaoli fmt`: lays the files out; with --as the other spelling is written beside the file. Nothing is written unless it reads back to the same tree and comments. */
export function fmt(terminal: Terminal, paths: readonly string[], options: FmtOptions): ExitCode {
  const files = filesBelow(paths, POLICY_ENDINGS)
  if (files.length === 0) throw failure('C817', { path: paths.join(' ') })
  const { binding, documents } = compileAt(terminal, paths)
  const refused: Failure[] = []
  let changed = 0
  for (const file of files) {
    const text = readText(terminal, file)
    const own = file.endsWith('.yaml') ? 'yaml' : 'dsl'
    const spelling = options.as ?? own
    const result = checkedFormat(
      text,
      file,
      { lang: terminal.lang, spelling, nameOf: (ref) => binding.nameOf(ref) },
      documents.find((d) => d.file === file),
    )
    if (!('text' in result)) {
      refused.push(failure('C816', { path: file, reason: say(terminal.lang, REASONS[result.refused]) }, result.at))
      continue
    }
    const target = spelling === own ? file : spelling === 'yaml' ? `${file}.yaml` : file.replace(/\.yaml$/, '')
    if (options.stdout) terminal.out(result.text)
    else if (result.text !== text || target !== file) {
      changed++
      if (options.check) terminal.out(say(terminal.lang, 'wouldChange', { path: file }) + '\n')
      else {
        writeText(target, result.text)
        terminal.out(say(terminal.lang, 'rewritten', { path: target }) + '\n')
      }
    }
  }
  if (changed === 0 && !options.stdout && refused.length === 0)
    terminal.out(say(terminal.lang, 'unchanged', { files: files.length }) + '\n')
  if (refused.length > 0) throw new Failure(refused.flatMap((f) => f.diagnostics))
  return options.check && changed > 0 ? EXIT.findings : EXIT.answered
}
