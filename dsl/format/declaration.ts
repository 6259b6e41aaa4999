import type { Decl, FormName, Forms } from '../syntax/declaration.ts'
import { CLAUSES, type ClauseName, clauseSpec, type DeclKind, type DeclSpec, declSpec } from '../syntax/table.ts'
import { commentDoc } from './comments.ts'
import { exprDoc, hugs, LEVEL } from './expression.ts'
import { formDoc } from './forms.ts'
import { aside, BLANK, type Doc, GAP, group, HARD, indent, join, LINE, SOFT, spaced } from './layout.ts'
import { declaredName } from './name.ts'
import type { Style } from './style.ts'

/** Blocks short enough to stand on the line of their keyword. */
const INLINE_BLOCKS: ReadonlySet<DeclKind> = new Set<DeclKind>(['use'])

/** A declaration with the comments above, within and beside it. */
export function declDoc(decl: Decl, style: Style, depth = 0, next?: Decl): Doc {
  const spec = declSpec(decl.kind)
  const statement = [signature(decl, spec, style), block(decl, style, depth), endMark(decl, spec, style, next)]
  const leading = decl.comments.leading.flatMap((comment) => [commentDoc(comment), HARD])
  const trailing = decl.comments.trailing.map((comment) => [aside(' '), asideDoc(commentDoc(comment))])
  return [leading, statement, trailing]
}

function asideDoc(doc: Doc): Doc {
  return typeof doc === 'string' ? aside(doc) : doc
}

/** None behind ｝, unless what follows could be read as one more clause: 解释 甲 { … } and then 说明 of the policy. */
function endMark(decl: Decl, spec: DeclSpec, style: Style, next: Decl | undefined): string {
  if (decl.children !== undefined) return ''
  if (spec.body !== 'options' || decl.body === undefined) return style.semicolon
  const word = next && declSpec(next.kind)[style.lang]
  return spec.clauses.some((name) => CLAUSES[name][style.lang] === word) ? style.semicolon : ''
}

/** Declarations of one block, one to a line; `depth` 0 is the file's. */
export function siblingsDoc(decls: readonly Decl[], style: Style, depth: number): Doc {
  return decls.map((decl, i) => {
    const before = decls[i - 1]
    const separator = before === undefined ? '' : needsBlankLine(before, decl, depth) ? [BLANK, HARD] : HARD
    return [separator, declDoc(decl, style, depth, decls[i + 1])]
  })
}

/** Files and the blocks of a policy get air; what stands within those is kept together. */
function needsBlankLine(a: Decl, b: Decl, depth: number): boolean {
  if (depth !== 1) return depth === 0
  if (a.kind === b.kind) return hasTallBlock(a) || hasTallBlock(b)
  return isTerm(a) || isTerm(b)
}

function hasTallBlock(decl: Decl): boolean {
  return decl.children !== undefined && !INLINE_BLOCKS.has(decl.kind)
}

function isTerm(decl: Decl): boolean {
  return declSpec(decl.kind).name !== undefined
}

/** Everything before the block: flags, keyword, name or value, clauses, body. */
function signature(decl: Decl, spec: DeclSpec, style: Style): Doc {
  const head = headDoc(decl, spec, style)
  const tails = clausesAt(decl, spec, 'tail').flatMap((name) => clauseDocs(decl, name, style))
  const tail = indent(tails.map((doc) => [style.comma, group(LINE, doc)]))
  const body = decl.body
  if (body === undefined || spec.body === undefined) return [head, tail]
  if (spec.assigns) return [head, GAP, '=', GAP, formDoc(spec.body, body, style)]
  const doc = formDoc(spec.body, body, style)
  if (spec.body === 'options') return [head, tail, GAP, group('{', indent(LINE, doc), LINE, '}')]
  if (spec.body === 'expr' && hugs(body as Forms['expr'])) return [head, style.colon, doc, tail]
  // Before a block the head breaks rather than the body, lest the block seem to hang on it.
  if (decl.children !== undefined) return [head, style.colon, doc, tail]
  const colon = typeof style.colon === 'string' ? [style.colon, indent(SOFT, doc)] : [':', indent(LINE, doc)]
  return [group(head, colon), tail]
}

function headDoc(decl: Decl, spec: DeclSpec, style: Style): Doc {
  const flags = clausesAt(decl, spec, 'prefix').map((name) => CLAUSES[name][style.lang])
  const subject = decl.name
    ? declaredName(decl.name)
    : decl.value && spec.value
      ? formDoc(spec.value, decl.value, style, spec.valueWords)
      : ''
  const [first, ...others] = headOrder(clausesAt(decl, spec, 'head'), style)
  // 来源 河南办法「…」: the 概要 right after the name goes without its keyword.
  const bareSummary = first === 'summary' && spec.clauses[0] === 'summary'
  const summary = bareSummary ? formDoc('text', decl.clauses.summary!, style) : ''
  const clauses = (bareSummary || first === undefined ? others : [first, ...others]).flatMap((name) =>
    clauseDocs(decl, name, style),
  )
  const opening = spaced(...flags, spec[style.lang], subject, summary)
  return clauses.length === 0 ? opening : group(opening, indent(LINE, join(LINE, clauses)))
}

/** In English a condition goes last: `when x at_least 2 {` would compare x with 2. */
function headOrder(names: readonly ClauseName[], style: Style): readonly ClauseName[] {
  if (style.lang === 'zh' || !names.includes('combine')) return names
  return [...names.filter((name) => name !== 'when'), ...names.filter((name) => name === 'when')]
}

function clausesAt(decl: Decl, spec: DeclSpec, place: 'prefix' | 'head' | 'tail'): readonly ClauseName[] {
  return spec.clauses.filter((name) => clauseSpec(name).place === place && decl.clauses[name] !== undefined)
}

/** A clause in words; one that may be repeated is written once per value. */
function clauseDocs(decl: Decl, name: ClauseName, style: Style): readonly Doc[] {
  const spec = clauseSpec(name)
  const content = decl.clauses[name]!
  const values: readonly Forms[FormName][] = spec.repeat
    ? (content as readonly Forms['expr'][]).map((value) => [value])
    : [content]
  const noun = name === 'stated' && style.lang === 'zh' ? '项' : ''
  // A condition stands before the colon of the body.
  const doc = (value: Forms[FormName]) =>
    name === 'when' ? exprDoc(value as Forms['expr'], style, LEVEL.or) : formDoc(spec.form, value, style, spec.words)
  return values.map((value) => spaced(spec[style.lang], doc(value), noun))
}

function block(decl: Decl, style: Style, depth: number): Doc {
  const { children } = decl
  if (children === undefined) return ''
  const { inner } = decl.comments
  if (children.length === 0 && inner.length === 0) return [GAP, '{', GAP, '}']
  const bare =
    inner.length === 0 && children.every((child) => child.comments.leading.length + child.comments.trailing.length === 0)
  if (bare && INLINE_BLOCKS.has(decl.kind)) {
    const items = children.map((child) => signature(child, declSpec(child.kind), style))
    return [GAP, group('{', indent(LINE, join([style.semicolon, LINE], items)), LINE, '}')]
  }
  const comments = inner.flatMap((comment, i) => [i === 0 && children.length === 0 ? '' : HARD, commentDoc(comment)])
  return [GAP, '{', indent(HARD, siblingsDoc(children, style, depth + 1), comments), HARD, '}']
}
