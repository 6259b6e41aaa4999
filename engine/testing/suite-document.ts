import type { ErrorObject } from 'ajv/dist/2020.js'
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { Diagnostic } from '../../dsl/diagnostics/diagnostic.ts'
import { finding } from '../../dsl/diagnostics/finding.ts'
import { nearest } from '../../dsl/diagnostics/suggest.ts'
import type { Program, Term } from '../../dsl/lower/program.ts'
import type { Span } from '../../dsl/source/span.ts'

/** A suite file as YAML, with the places of what stands in it. */
export interface SuiteDocument {
  readonly raw: unknown
  readonly spanAt: (path: readonly (string | number)[]) => Span
  /** the line of a place, from 1 */
  readonly lineAt: (span: Span) => number
}

/** Reads the YAML of a suite file; what is no YAML is told (S701). */
export function suiteDocument(text: string, file: string): SuiteDocument | { readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as object)
  const fault = document.errors[0]
  if (fault)
    return {
      diagnostics: [finding('S701', { file, start: fault.pos[0], end: fault.pos[1] }, { detail: fault.message.split('\n')[0]! })],
    }
  try {
    return {
      raw: document.toJS({ maxAliasCount: 0 }),
      spanAt: (path) => nodeSpan(document.contents, path, file),
      lineAt: ({ start }) => lines.linePos(start).line,
    }
  } catch (error) {
    return { diagnostics: [finding('S701', { file, start: 0, end: 1 }, { detail: (error as Error).message })] }
  }
}

/** What ajv finds, as the one finding that lies deepest (S702). */
export function shapeFindings(errors: readonly ErrorObject[], spanAt: SuiteDocument['spanAt']): Diagnostic[] {
  const [first] = [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length)
  if (!first) return []
  const path = first.instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
  const extra = (first.params as { additionalProperty?: string }).additionalProperty
  const at = extra === undefined ? path : [...path, extra]
  return [finding('S702', spanAt(at), { path: at.join('.') || '/', detail: first.message ?? first.keyword })]
}

function nodeSpan(node: Node | null, path: readonly (string | number)[], file: string): Span {
  let at: Node | null = node
  let best: readonly [number, number] = node?.range ? [node.range[0], node.range[1]] : [0, 0]
  for (const step of path) {
    if (isMap(at)) {
      const pair = at.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) break
      const key = pair.key as Node
      if (key.range) best = [key.range[0], key.range[1]]
      at = pair.value as Node | null
    } else if (at && 'items' in at) {
      at = (at as unknown as { items: Node[] }).items[Number(step)] ?? null
    }
    if (!at) break
    if (at.range && !isMap(at)) best = [at.range[0], at.range[1]]
  }
  return { file, start: best[0], end: Math.max(best[1], best[0] + 1) }
}

/** Readings chosen by either name, as ids; unknown ones are told (S712, S713). */
export function readingChoices(
  program: Program,
  wanted: Record<string, string>,
  span: Span,
  found: Diagnostic[],
): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const [name, choice] of Object.entries(wanted)) {
    const reading = program.readings.find((r) => r.id === name || r.zh === name)
    const picked = reading?.choices.find((c) => c.id === choice || c.zh === choice)
    if (!reading) found.push(finding('S712', span, { name, near: nearestOrAll(name, names(program.readings)) }))
    else if (!picked) found.push(finding('S713', span, { name: choice, near: nearestOrAll(choice, names(reading.choices)) }))
    else chosen[reading.id] = picked.id
  }
  return chosen
}

/** The nearest names; where none is near, what there is to choose from. */
export function nearestOrAll(name: string, known: Iterable<string>): readonly string[] {
  const all = [...known]
  const near = nearest(name, all)
  return near.length > 0 ? near : all.slice(0, 12)
}

/** Both names of each. */
export function names(terms: readonly Term[]): string[] {
  return terms.flatMap((t) => [t.id, t.zh])
}
