import { describe } from '../../../dsl/diagnostics/describe.ts'
import type { Diagnostic } from '../../../dsl/diagnostics/diagnostic.ts'
import { renderSarif } from '../../../dsl/diagnostics/render-sarif.ts'
import { lineMap, positionAt } from '../../../dsl/source/line-map.ts'
import { EXIT, type ExitCode, report, type Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import { say } from '../words.ts'
import { compileAt } from '../workspace.ts'

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif'
}

/** `tiaoli check`: every finding in the files; exit 1 when one is an error or a warning. */
export function check(terminal: Terminal, paths: readonly string[], options: CheckOptions): ExitCode {
  const { diagnostics, documents } = compileAt(terminal, paths, false)
  const textOf = (file: string) => terminal.texts.get(file)
  if (options.format === 'sarif')
    terminal.out(JSON.stringify(renderSarif(diagnostics, terminal.lang, textOf, VERSION), null, 2) + '\n')
  else if (options.format === 'json')
    terminal.out(
      JSON.stringify({ schema: 'tiaoli/check/1', findings: diagnostics.map((d) => asJson(d, terminal)) }, null, 2) + '\n',
    )
  else {
    report(terminal, diagnostics)
    const count = (severity: Diagnostic['severity']) => diagnostics.filter((d) => d.severity === severity).length
    const files = documents.length
    if (diagnostics.length === 0) terminal.out(say(terminal.lang, 'clean', { files }) + '\n')
    else
      terminal.out(
        say(terminal.lang, 'checked', { errors: count('error'), warnings: count('warning'), infos: count('info'), files }) + '\n',
      )
  }
  return diagnostics.some((d) => d.severity !== 'info') ? EXIT.findings : EXIT.answered
}

function asJson(d: Diagnostic, terminal: Terminal): object {
  const text = terminal.texts.get(d.span.file)
  const place = text === undefined ? {} : positionAt(lineMap(text), d.span.start)
  const words = describe(d, terminal.lang)
  return {
    code: d.code,
    severity: d.severity,
    file: d.span.file,
    ...place,
    start: d.span.start,
    end: d.span.end,
    title: words.title,
    why: words.why,
    help: words.help,
    labels: (d.labels ?? []).map((label, i) => ({ ...label.span, text: words.labels[i] })),
    fixes: (d.fixes ?? []).map((fix, i) => ({
      text: words.fixes[i],
      edits: fix.edits.map((e) => ({ ...e.span, text: e.text })),
    })),
  }
}
