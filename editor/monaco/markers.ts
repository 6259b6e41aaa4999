import { editor, MarkerSeverity } from 'monaco-editor/editor'
import type { Problem } from '../service/problem.ts'
import { fileOf, modelOf, rangeOf, uriOf } from './models.ts'

export const markerOwner = 'tiaoli'
const SEVERITY = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info } as const

/** Underlines the problems in every open text: what, why, what to do, and the code. */
export function showMarkers(problems: readonly Problem[]): void {
  const byFile = grouped(problems)
  for (const model of editor.getModels()) {
    if (model.uri.scheme !== 'tiaoli') continue
    editor.setModelMarkers(
      model,
      markerOwner,
      (byFile.get(fileOf(model)) ?? []).map((problem) => marker(model, problem)),
    )
  }
}

function grouped(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>()
  for (const problem of problems) found.set(problem.file, [...(found.get(problem.file) ?? []), problem])
  return found
}

function marker(model: editor.ITextModel, problem: Problem): editor.IMarkerData {
  return {
    ...rangeOf(model, visible(problem)),
    severity: SEVERITY[problem.severity],
    code: problem.code,
    source: '条理',
    message: [problem.title, problem.why, problem.help].filter((part) => part !== '').join('\n'),
    relatedInformation: problem.labels.flatMap((label) => {
      const other = modelOf(label.file)
      return other ? [{ ...rangeOf(other, label), resource: uriOf(label.file), message: label.message }] : []
    }),
  }
}

// An empty stretch (something is missing here) would draw no line.
function visible({ start, end }: Problem): { start: number; end: number } {
  return end > start ? { start, end } : { start: Math.max(0, start - 1), end: start + 1 }
}
