import { describe } from '../../dsl/diagnostics/describe.ts'
import type { Diagnostic, Lang, Severity } from '../../dsl/diagnostics/diagnostic.ts'
import { type LineMap, lineMap, positionAt } from '../../dsl/source/line-map.ts'
import type { Span } from '../../dsl/source/span.ts'
import type { Place, Problem } from './problem.ts'
import { textOf, type Workspace } from './workspace.ts'

const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** Every finding of the last compilation in one language: errors first, then by file and place. */
export function problemsOf(workspace: Workspace, lang: Lang): readonly Problem[] {
  const maps = new Map<string, LineMap>()
  const mapOf = (file: string): LineMap => {
    const map = maps.get(file) ?? lineMap(textOf(workspace, file))
    maps.set(file, map)
    return map
  }
  return workspace.compilation.diagnostics
    .map((diagnostic) => problem(diagnostic, lang, mapOf(diagnostic.span.file)))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compareText(a.file, b.file) || a.start - b.start)
}

function problem(diagnostic: Diagnostic, lang: Lang, map: LineMap): Problem {
  const words = describe(diagnostic, lang)
  return {
    ...place(diagnostic.span),
    ...positionAt(map, diagnostic.span.start),
    code: diagnostic.code,
    severity: diagnostic.severity,
    title: words.title,
    why: words.why,
    help: words.help,
    labels: (diagnostic.labels ?? []).map((label, i) => ({ ...place(label.span), message: words.labels[i] ?? '' })),
    fixes: (diagnostic.fixes ?? []).map((fix, i) => ({
      title: words.fixes[i] ?? '',
      edits: fix.edits.map((edit) => ({ ...place(edit.span), text: edit.text })),
    })),
  }
}

function place({ file, start, end }: Span): Place {
  return { file, start, end }
}

// By code unit: the same order on every machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
