import type { Cite, Comment, Decl, Document, FormName, Forms } from '../syntax/declaration.ts'
import { clauseSpec, declSpec } from '../syntax/table.ts'
import { needsBlankLine } from './air.ts'
import { commentLines, hashLines, settleComments } from './comments.ts'
import { exprDoc } from './expression.ts'
import { cellDoc, citeDoc, formDoc, optionDoc, type WordTable } from './forms.ts'
import { type Doc, NO_AIR, render } from './layout.ts'
import { declaredName, refDoc } from './name.ts'
import type { Style } from './style.ts'
import { quotedScalar, textScalar } from './yaml-scalar.ts'

/** The document in the YAML spelling. Throws RangeError for a tree with errors. */
export function printYaml(document: Document, style: Style): string {
  const settled = settleComments(document, (comment, decl) => commentLines(comment).length === 1 && decl.children === undefined)
  const [first, ...more] = settled.declarations
  const lines =
    first !== undefined && more.length === 0
      ? [...above(first.comments.leading), ...declLines(first, style, 0)]
      : items(settled.declarations, style, 0)
  if (settled.comments.length > 0) lines.push(...(lines.length > 0 ? [''] : []), ...above(settled.comments))
  return lines.map((line) => `${line}\n`).join('')
}

function above(comments: readonly Comment[]): string[] {
  return comments.flatMap(hashLines)
}

/** A sequence of declarations, each with its dash. */
function items(decls: readonly Decl[], style: Style, depth: number): string[] {
  return decls.flatMap((decl, i) => {
    const [first, ...others] = declLines(decl, style, depth)
    const item = [...above(decl.comments.leading), `- ${first}`, ...others.map((line) => (line === '' ? '' : `  ${line}`))]
    return i > 0 && needsBlankLine(decls[i - 1]!, decl, depth) ? ['', ...item] : item
  })
}

/** The mapping of one declaration; its trailing comment stands on the last line. */
function declLines(decl: Decl, style: Style, depth: number): string[] {
  const spec = declSpec(decl.kind)
  const rest: string[] = []
  for (const name of spec.clauses) {
    const content = decl.clauses[name]
    const clause = clauseSpec(name)
    if (content !== undefined) rest.push(...entry(clause.yaml, formLines(clause.form, content, style, clause.words)))
  }
  if (decl.body !== undefined && spec.body !== undefined) rest.push(...entry('is', formLines(spec.body, decl.body, style)))
  if (decl.children !== undefined) rest.push(...blockLines(decl, style, depth))
  const head = headText(decl, style)
  const lines = head === undefined ? entry(spec.yaml, { nested: rest }) : [...entry(spec.yaml, head), ...rest]
  const trailing = decl.comments.trailing.flatMap(hashLines)
  if (trailing.length > 0) lines[lines.length - 1] += `  ${trailing.join(' ')}`
  return lines
}

function blockLines(decl: Decl, style: Style, depth: number): string[] {
  const children = decl.children ?? []
  const inner = above(decl.comments.inner)
  if (children.length === 0) return ['do: []', ...inner.map((line) => `  ${line}`)]
  return ['do:', ...[...items(children, style, depth + 1), ...inner].map((line) => (line === '' ? '' : `  ${line}`))]
}

type Value = { readonly text: string } | { readonly list: readonly string[] } | { readonly nested: readonly string[] }

function entry(key: string, value: Value): string[] {
  if ('text' in value) return [`${key}: ${value.text}`]
  if ('nested' in value)
    return value.nested.length === 0 ? [`${key}: {}`] : [`${key}:`, ...value.nested.map((line) => `  ${line}`)]
  return value.list.length === 0 ? [`${key}: []`] : [`${key}:`, ...value.list.map((item) => `  - ${item}`)]
}

/** What stands behind the kind's key: the name, the value, or nothing where the clauses stand there. */
function headText(decl: Decl, style: Style): Value | undefined {
  const spec = declSpec(decl.kind)
  if (decl.name !== undefined) return { text: textScalar(declaredName(decl.name)) }
  if (decl.value === undefined || spec.value === undefined) return undefined
  return formLines(spec.value, decl.value, style, spec.valueWords)
}

function formLines(form: FormName, content: Forms[FormName], style: Style, words?: WordTable): Value {
  // INVARIANT: the node table's form of a place is the form of what the tree holds there.
  const read = <G extends FormName>(_form: G) => content as Forms[G]
  const flat = (doc: Doc) => flatText(doc, style)
  const one = (docs: readonly string[]): Value => (docs.length === 1 ? { text: docs[0]! } : { list: docs })
  switch (form) {
    case 'flag':
      return { text: 'true' }
    case 'text':
      return { text: textScalar(read('text').text) }
    case 'code':
      return { text: quotedScalar(read('code').text) }
    case 'ref':
      return { text: textScalar(flat(refDoc(read('ref'), style))) }
    case 'refs':
      return { list: read('refs').map((ref) => textScalar(flat(refDoc(ref, style)))) }
    case 'cites':
      return one(read('cites').map((cite) => textScalar(citeText(cite, style))))
    case 'exprs':
      return { list: read('exprs').map((expr) => quotedScalar(flat(exprDoc(expr, style)))) }
    case 'cells':
      return { list: read('cells').map((cell) => quotedScalar(flat(cellDoc(cell, style)))) }
    case 'options':
      return { list: read('options').map((option) => textScalar(flat(optionDoc(option, style)))) }
    case 'word':
    case 'number':
    case 'combine':
      return { text: textScalar(flat(formDoc(form, content, style, words))) }
    case 'moment':
    case 'expr':
    case 'type':
    case 'range':
      return { text: quotedScalar(flat(formDoc(form, content, style, words))) }
    default:
      return form satisfies never
  }
}

/** An article without its 「」 where it is only that; with a source in the DSL's own words. */
function citeText(cite: Cite, style: Style): string {
  const bare =
    cite.source === undefined && cite.article.trim() === cite.article && !/[「」“”"]/.test(cite.article) && cite.article !== ''
  return bare ? cite.article : flatText(citeDoc(cite, style), style)
}

function flatText(doc: Doc, style: Style): string {
  return render({ kind: 'group', doc }, Number.POSITIVE_INFINITY, style.lang === 'zh' ? undefined : NO_AIR)
}
