import { isCollection, isPair, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts'
import type { Diagnostic, DiagnosticArgs, Fix, Label } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'

/** What the reader carries along: the text, and where its findings go. */
export interface Reading {
  readonly file: string
  readonly text: string
  readonly diagnostics: Diagnostic[]
}

/** One `key: value` of a mapping. */
export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Node | null
}

/** A text of the file. `exact` when its characters stand in the file one for one from `offset` on. */
export interface ScalarText {
  readonly text: string
  readonly offset: number
  readonly exact: boolean
  readonly span: Span
}

export function report(
  reading: Reading,
  code: DiagnosticCode,
  span: Span,
  args: DiagnosticArgs = {},
  more: { readonly labels?: readonly Label[]; readonly fixes?: readonly Fix[] } = {},
): void {
  reading.diagnostics.push(finding(code, span, args, more))
}

/** Where a node stands, without the comments and line ends after it, which the reader counts to block collections. */
export function spanOf(reading: Reading, node: Node | null, otherwise: Span): Span {
  if (!node?.range) return otherwise
  const start = node.range[0]
  const end = Math.max(start, lastOf(node).range![1])
  return { file: reading.file, start, end: trimmedEnd(reading.text, start, end) }
}

/** The node whose end is the end of a block collection. */
function lastOf(node: Node): Node {
  let last = node
  while (isCollection(last) && !last.flow) {
    const item = last.items.at(-1) as Node | Pair<Node, Node | null> | undefined
    const next = isPair(item) ? (item.value?.range ? item.value : item.key) : item
    if (!next?.range) break
    last = next
  }
  return last
}

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return end
}

/** Whether nothing was written for a value. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.type === 'PLAIN' && (node.source ?? '') === '')
}

/** The entries of a mapping; repeated keys, merge keys and keys that are no texts are reported and left out. */
export function entriesOf(reading: Reading, map: YAMLMap): readonly Entry[] {
  const found = new Map<string, Entry>()
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const keySpan = spanOf(reading, pair.key, spanOf(reading, map, { file: reading.file, start: 0, end: 0 }))
    if (!isScalar(pair.key)) {
      report(reading, 'P513', keySpan)
      continue
    }
    const key = String(pair.key.value ?? '')
    if (key === '') {
      report(reading, 'P513', keySpan)
      continue
    }
    if (key === '<<') {
      report(reading, 'P505', keySpan)
      continue
    }
    const first = found.get(key)
    if (first) report(reading, 'P506', keySpan, { key }, { labels: [{ span: first.keySpan, word: 'first' }] })
    else found.set(key, { key, keySpan, value: pair.value })
  }
  return [...found.values()]
}

/** The text of an entry; undefined, with a finding, for an empty value, a list or a mapping. */
export function textOf(reading: Reading, node: Node | null, key: string, keySpan: Span): ScalarText | undefined {
  if (isEmpty(node)) {
    report(reading, 'P528', keySpan, { key })
    return undefined
  }
  const span = spanOf(reading, node, keySpan)
  if (!isScalar(node)) {
    report(reading, 'P523', span, { key })
    return undefined
  }
  return scalarText(reading, node, span)
}

function scalarText(reading: Reading, node: Scalar, span: Span): ScalarText {
  const value = String(node.value ?? '')
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  const inside = quoted ? { start: span.start + 1, end: span.end - 1 } : span
  const exact = (quoted || node.type === 'PLAIN') && reading.text.slice(inside.start, inside.end) === value
  // Block scalars end with the line break of their last line, which says nothing.
  const text = exact || quoted ? value : value.replace(/\n+$/, '')
  return { text, offset: inside.start, exact, span }
}

/** The items of a list, or the value itself where one text stands for a list of one. */
export function itemsOf(node: Node | null): readonly (Node | null)[] {
  return isSeq(node) ? (node.items as (Node | null)[]) : [node]
}
