import { isMap, isSeq, type Node } from 'yaml'
import { nearest } from '../../diagnostics/suggest.ts'
import type { Span } from '../../source/span.ts'
import type { Clauses, Decl, FormName, Forms, Name } from '../../syntax/declaration.ts'
import { clauseSpec, DECLS, type DeclKind, type DeclSpec, declSpec } from '../../syntax/table.ts'
import { dayAlone } from '../dsl/day-alone.ts'
import { readForm } from './forms.ts'
import { BLOCK_KEY, BODY_KEY, clauseOfKey, isKnownKey, keysOf, kindOfKey, kindsIn } from './keys.ts'
import { readName } from './leaf.ts'
import { type Entry, entriesOf, isEmpty, type Reading, report, spanOf, textOf } from './node.ts'

/** A declaration while comments are still to be attached; `childColumn` is where its children's dashes stand. */
export interface DraftDecl extends Omit<Decl, 'children' | 'comments'> {
  readonly children?: readonly DraftDecl[]
  readonly childColumn: number
}

/** Reads the entries of a sequence, or the one mapping of a file, as declarations that may stand in `parent`. */
export function readDecls(
  reading: Reading,
  nodes: readonly (Node | null)[],
  parent: DeclKind | undefined,
  around: Span,
): readonly DraftDecl[] {
  return nodes.flatMap((node) => {
    const decl = readDecl(reading, node, parent, spanOf(reading, node, around))
    return decl ? [decl] : []
  })
}

function readDecl(reading: Reading, node: Node | null, parent: DeclKind | undefined, span: Span): DraftDecl | undefined {
  if (!isMap(node)) {
    report(reading, 'P525', span)
    return undefined
  }
  const entries = entriesOf(reading, node)
  const heads = headsOf(entries, parent)
  const head = heads[0]
  if (head === undefined) {
    if (entries.length > 0 || node.items.length === 0) noKind(reading, entries, parent, span)
    return undefined
  }
  for (const second of heads.slice(1)) {
    report(
      reading,
      'P522',
      second.keySpan,
      { first: head.key, second: second.key },
      { labels: [{ span: head.keySpan, word: 'first' }] },
    )
  }
  const kind = kindOfKey(head.key, parent)!
  const spec = declSpec(kind)
  if (!kindsIn(parent).includes(kind)) {
    report(reading, 'P527', head.keySpan, {
      kind: head.key,
      parent: parent ? declSpec(parent).yaml : 'YAML',
      allowed: allowedKeys(parent),
    })
  }
  const subject = readSubject(reading, spec, head)
  const nested = spec.name === undefined && spec.value === undefined ? nestedEntries(reading, head) : []
  const parts = readParts(reading, kind, spec, [...nested, ...entries.filter((entry) => !heads.includes(entry))], head.keySpan)
  return { kind, ...subject, ...parts, keywordSpan: head.keySpan, span }
}

function allowedKeys(parent: DeclKind | undefined): readonly string[] {
  return kindsIn(parent).map((kind) => declSpec(kind).yaml)
}

/** The entries whose keys say the kind. A key that is a clause of another one's kind (note in must) is that clause. */
function headsOf(entries: readonly Entry[], parent: DeclKind | undefined): readonly Entry[] {
  const kinds = entries.filter((entry) => kindOfKey(entry.key, parent) !== undefined)
  return kinds.filter(
    (entry) => !kinds.some((other) => other !== entry && clauseOfKey(declSpec(kindOfKey(other.key, parent)!), entry.key)),
  )
}

function noKind(reading: Reading, entries: readonly Entry[], parent: DeclKind | undefined, span: Span): void {
  const strange = entries.find((entry) => !isKnownKey(entry.key))
  const allowed = allowedKeys(parent)
  if (strange && nearest(strange.key, allowed).length > 0)
    unknownKey(reading, strange, parent ? declSpec(parent).yaml : 'YAML', allowed)
  else report(reading, 'P521', entries[0]?.keySpan ?? span, { allowed })
}

function unknownKey(reading: Reading, entry: Entry, kind: string, allowed: readonly string[]): void {
  const names = nearest(entry.key, allowed)
  const fixes = names.map((name) => ({ word: 'rename', args: { name }, edits: [{ span: entry.keySpan, text: name }] }))
  report(reading, 'P520', entry.keySpan, { key: entry.key, kind, allowed }, { fixes })
}

type Subject = { readonly name?: Name; readonly value?: Forms[FormName] }

function readSubject(reading: Reading, spec: DeclSpec, head: Entry): Subject {
  if (spec.name !== undefined) {
    const text = textOf(reading, head.value, head.key, head.keySpan)
    const name = text && readName(reading, text, head.key)
    return name ? { name } : {}
  }
  const value = spec.value && readForm(reading, spec.value, head.value, head.key, head.keySpan, spec.valueWords)
  if (value === undefined) return {}
  return { value: spec === DECLS.window || spec === DECLS.due ? dayOf(reading, value) : value }
}

/** Where a day is wanted, 12月 is none. */
function dayOf(reading: Reading, value: Forms[FormName]): Forms[FormName] {
  const source = ({ start, end }: Span) => reading.text.slice(start, end)
  return dayAlone(value, (diagnostic) => reading.diagnostics.push(diagnostic), source)
}

function nestedEntries(reading: Reading, head: Entry): readonly Entry[] {
  if (isMap(head.value)) return entriesOf(reading, head.value)
  if (!isEmpty(head.value)) report(reading, 'P525', spanOf(reading, head.value, head.keySpan))
  return []
}

type Parts = {
  readonly clauses: Clauses
  readonly body?: Forms[FormName]
  readonly children?: readonly DraftDecl[]
  readonly childColumn: number
}

function readParts(reading: Reading, kind: DeclKind, spec: DeclSpec, entries: readonly Entry[], keywordSpan: Span): Parts {
  const clauses: { -readonly [C in keyof Clauses]: Clauses[C] } = {}
  const has = (key: string) => entries.some((entry) => entry.key === key)
  let body: Forms[FormName] | undefined
  let children: readonly DraftDecl[] | undefined
  let childColumn = columnOf(reading, keywordSpan.start) + 1
  for (const entry of entries) {
    const clause = clauseOfKey(spec, entry.key)
    if (clause !== undefined) {
      const form = clauseSpec(clause)
      const value = readForm(reading, form.form, entry.value, entry.key, entry.keySpan, form.words)
      const day = clause === 'starting' || clause === 'until'
      if (value !== undefined) clauses[clause] = day ? dayOf(reading, value) : value
    } else if (entry.key === BODY_KEY && spec.body) body = readForm(reading, spec.body, entry.value, entry.key, entry.keySpan)
    else if (entry.key === BLOCK_KEY && spec.block) {
      children = readBlock(reading, entry, kind)
      if (
        children?.length === 0 &&
        isSeq(entry.value) &&
        entry.value.items.length === 0 &&
        !(spec.blockOptional && has(BODY_KEY))
      )
        report(reading, 'P528', entry.keySpan, { key: entry.key })
      const first = isSeq(entry.value) ? (entry.value.items[0] as Node | undefined) : undefined
      if (isSeq(entry.value) && first && !entry.value.flow) childColumn = columnOf(reading, entry.value.range![0])
    } else if (isKnownKey(entry.key))
      report(reading, 'P526', entry.keySpan, { kind: spec.yaml, key: entry.key, allowed: keysOf(spec) })
    else unknownKey(reading, entry, spec.yaml, keysOf(spec))
  }
  const bodiless = spec.bodyOptional ? spec.block !== undefined && !has(BLOCK_KEY) : true
  if (spec.body && bodiless && !has(BODY_KEY)) report(reading, 'P532', keywordSpan, { kind: spec.yaml, key: BODY_KEY })
  if (spec.block && !spec.blockOptional && !has(BLOCK_KEY))
    report(reading, 'P532', keywordSpan, { kind: spec.yaml, key: BLOCK_KEY })
  return { clauses, ...(body !== undefined && { body }), ...(children && { children }), childColumn }
}

function readBlock(reading: Reading, entry: Entry, kind: DeclKind): readonly DraftDecl[] | undefined {
  if (isSeq(entry.value))
    return readDecls(reading, entry.value.items as (Node | null)[], kind, spanOf(reading, entry.value, entry.keySpan))
  report(reading, isEmpty(entry.value) ? 'P528' : 'P524', spanOf(reading, entry.value, entry.keySpan), { key: entry.key })
  return undefined
}

/** How many characters stand before an offset on its line. */
export function columnOf(reading: Reading, offset: number): number {
  return offset - (reading.text.lastIndexOf('\n', offset - 1) + 1)
}
