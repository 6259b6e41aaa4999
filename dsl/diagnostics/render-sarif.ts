import { lineMap, positionAt } from '../source/line-map.ts'
import type { Span } from '../source/span.ts'
import { codeEntry } from './catalogue.ts'
import { describe } from './describe.ts'
import type { Diagnostic, Lang } from './diagnostic.ts'

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const

/** SARIF 2.1.0, for code-scanning tools: one run, rules from the catalogue, results with regions and fixes. */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  lang: Lang,
  textOf: (file: string) => string | undefined,
  version: string,
): object {
  const region = (span: Span) => {
    const text = textOf(span.file)
    if (text === undefined) return { charOffset: span.start, charLength: span.end - span.start }
    const map = lineMap(text)
    const start = positionAt(map, span.start)
    const end = positionAt(map, span.end)
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: span.start,
      charLength: span.end - span.start,
    }
  }
  const location = (span: Span) => ({
    physicalLocation: { artifactLocation: { uri: encodeURI(span.file) }, region: region(span) },
  })
  const codes = [...new Set(diagnostics.map((d) => d.code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tiaoli',
            version,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: codeEntry(code)?.[lang].title ?? code },
              fullDescription: { text: codeEntry(code)?.[lang].why ?? '' },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => {
          const words = describe(d, lang)
          return {
            ruleId: d.code,
            level: LEVEL[d.severity],
            message: { text: `${words.title} ${words.help}`.trim() },
            locations: [location(d.span)],
            ...(d.labels
              ? {
                  relatedLocations: d.labels.map((label, i) => ({
                    ...location(label.span),
                    message: { text: words.labels[i]! },
                  })),
                }
              : {}),
            ...(d.fixes
              ? {
                  fixes: d.fixes.map((fix, i) => ({
                    description: { text: words.fixes[i]! },
                    artifactChanges: fix.edits.map((edit) => ({
                      artifactLocation: { uri: encodeURI(edit.span.file) },
                      replacements: [{ deletedRegion: region(edit.span), insertedContent: { text: edit.text } }],
                    })),
                  })),
                }
              : {}),
          }
        }),
      },
    ],
  }
}
