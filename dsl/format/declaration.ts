import type { Decl, FormName, Forms } from '../syntax/declaration.ts'
import { CLAUSES, type ClauseName, clauseSpec, DECLS, type DeclSpec, declSpec } from '../syntax/table.ts'
import { trailingDemand } from '../syntax/trailing-demand.ts'
import { INLINE_BLOCKS, needsBlankLine } from './air.ts'
import { commentDoc } from './comments.ts'
import { endsOpen, exprDoc, hugs, LEVEL } from './expression.ts'
import { formDoc } from './forms.ts'
import { aside, BLANK, type Doc, GAP, group, HARD, indent, join, LINE, SOFT, spaced } from './layout.ts'
import { declaredName } from './name.ts'
import type { Style } from './style.ts'
import { isOperator } from './words.ts'

/** A declaration with the comments above, within and beside it. */
export function declDoc(decl: Decl, style: Style, depth = 0): Doc {
  const spec = declSpec(decl.kind)
  const statement = [signature(decl, spec, style), block(decl, style, depth), endMark(decl, spec, style)]
  const leading = decl.comments.leading.flatMap((comment) => [commentDoc(comment), comment.blankAfter ? BLANK : '', HARD])
  const trailing = decl.comments.trailing.map((comment) => [aside(' '), asideDoc(commentDoc(comment))])
  return [leading, statement, trailing]
}

function asideDoc(doc: Doc): Doc {
  return typeof doc === 'string' ? aside(doc) : doc
}

/** None behind ｝. */
function endMark(decl: Decl, spec: DeclSpec, style: Style): string {
  return decl.children !== undefined || (spec.body === 'options' && decl.body !== undefined) ? '' : style.semicolon
}

/** Declarations of one block, one to a line; `depth` 0 is the file's. */
export function siblingsDoc(decls: readonly Decl[], style: Style, depth: number): Doc {
  return decls.map((decl, i) => {
    const before = decls[i - 1]
    const separator = before === undefined ? '' : needsBlankLine(before, decl, depth) ? [BLANK, HARD] : HARD
    return [separator, declDoc(decl, style, depth)]
  })
}

/** Everything before the block and its ｛: flags, keyword, name or value, clauses, body. */
function signature(decl: Decl, spec: DeclSpec, style: Style): Doc {
  const head = headDoc(decl, spec, style)
  const tails = tailDocs(decl, spec, style)
  const body = decl.body
  if (body === undefined || spec.body === undefined) return decl.children ? beforeBlock(head, tails) : [head, onLines(tails)]
  if (spec.assigns) return [head, GAP, '=', GAP, formDoc(spec.body, body, style)]
  if (spec.body === 'options') {
    const options = ['{', indent(LINE, formDoc(spec.body, body, style)), LINE, '}']
    // With 说明 all of it stands on one line or everything on lines of its own.
    return tails.length === 0 ? [head, GAP, group(options)] : group(head, indent(tails), LINE, options)
  }
  const told = withBody(head, spec.body, body, decl.children !== undefined, style)
  return decl.children ? beforeBlock(told, tails) : [told, onLines(tails)]
}

/** The clauses behind the body, each with its ， and possible line break. Behind a name or an article 说明「…」 stands without ，. */
function tailDocs(decl: Decl, spec: DeclSpec, style: Style): readonly Doc[] {
  const first = clausesAt(decl, spec, 'tail')[0]
  const bare = decl.body === undefined || spec.body === 'options'
  const plain = bare && decl.clauses.by === undefined && first !== undefined && clauseSpec(first).form === 'text'
  const docs = clausesAt(decl, spec, 'tail').flatMap((name) => clauseDocs(decl, name, style))
  return docs.map((doc, i) => [i === 0 && plain ? '' : style.comma, LINE, doc])
}

/** Clauses one by one on the line of what stands before them, or on lines of their own. */
function onLines(tails: readonly Doc[]): Doc {
  return indent(tails.map((doc) => group(doc)))
}

/** What stands before a ｛, which gets a line of its own when clauses had to be put on lines of theirs. */
function beforeBlock(doc: Doc, tails: readonly Doc[]): Doc {
  return tails.length === 0 ? [doc, GAP] : group(doc, onLines(tails), LINE)
}

function withBody(head: Doc, form: FormName, body: Forms[FormName], opens: boolean, style: Style): Doc {
  const doc = formDoc(form, body, style)
  // Before a block the head breaks rather than the body, lest the block seem to hang on it.
  if (opens || (form === 'expr' && hugs(body as Forms['expr']))) return [head, style.colon, doc]
  return group(head, typeof style.colon === 'string' ? [style.colon, indent(SOFT, doc)] : [':', indent(LINE, doc)])
}

function headDoc(decl: Decl, spec: DeclSpec, style: Style): Doc {
  const flags = clausesAt(decl, spec, 'prefix').map((name) => CLAUSES[name][style.lang])
  const subject = decl.name
    ? declaredName(decl.name)
    : decl.value && spec.value
      ? formDoc(spec.value, decl.value, style, spec.valueWords)
      : ''
  const names = headOrder(clausesAt(decl, spec, 'head'), style)
  const [first, ...others] = names
  // 来源 河南办法「…」: the 概要 right after the name goes without its keyword.
  const bareSummary = first === 'summary' && spec.clauses[0] === 'summary'
  const summary = bareSummary ? formDoc('text', decl.clauses.summary!, style) : ''
  const written = bareSummary || first === undefined ? others : names
  const clauses = written.map((name) => {
    const at = names.indexOf(name)
    const before = at > 0 ? exprAt(decl, names[at - 1]!) : spec.value === 'expr' ? (decl.value as Forms['expr']) : undefined
    const parted = (before && absorbs(before, name, style)) || (at > 0 && decl.kind === 'counting')
    return [parted ? style.comma : '', LINE, ...clauseDocs(decl, name, style)]
  })
  const opening = spaced(...flags, spec[style.lang], subject, summary)
  return clauses.length === 0 ? opening : group(opening, indent(clauses))
}

function exprAt(decl: Decl, name: ClauseName): Forms['expr'] | undefined {
  return clauseSpec(name).form === 'expr' ? (decl.clauses[name] as Forms['expr']) : undefined
}

/** Whether the clause's word behind this expression would be read as a part of it: only a ， keeps 当 X and 不少于 10 天 apart. */
function absorbs(before: Forms['expr'], next: ClauseName, style: Style): boolean {
  return next === 'when' ? endsOpen(before) : isOperator(clauseSpec(next)[style.lang])
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
  if (spec.repeat) return (content as Forms['exprs']).map((value) => spaced(spec[style.lang], repeated(value, style)))
  const noun = name === 'stated' && style.lang === 'zh' ? DECLS[decl.kind === 'signatures' ? 'party' : 'part'].zh : ''
  // A condition stands before the colon of the body.
  const doc =
    name === 'when' ? conditionDoc(decl, content as Forms['expr'], style) : formDoc(spec.form, content, style, spec.words)
  return [spaced(spec[style.lang], doc, noun)]
}

/** A condition, in brackets where its end would be taken for what the line demands. */
function conditionDoc(decl: Decl, when: Forms['expr'], style: Style): Doc {
  return exprDoc(when, style, trailingDemand(decl.kind, decl.clauses, when) ? LEVEL.bracketed : LEVEL.or)
}

function repeated(value: Forms['expr'], style: Style): Doc {
  return hugs(value) ? exprDoc(value, style) : formDoc('exprs', [value], style)
}

function block(decl: Decl, style: Style, depth: number): Doc {
  const { children } = decl
  if (children === undefined) return ''
  const { inner } = decl.comments
  if (children.length === 0 && inner.length === 0) return ['{', GAP, '}']
  const bare =
    inner.length === 0 && children.every((child) => child.comments.leading.length + child.comments.trailing.length === 0)
  if (bare && INLINE_BLOCKS.has(decl.kind)) {
    const items = children.map((child) => signature(child, declSpec(child.kind), style))
    return group('{', indent(LINE, join([style.semicolon, LINE], items)), LINE, '}')
  }
  const comments = inner.flatMap((comment, i) => [i === 0 && children.length === 0 ? '' : HARD, commentDoc(comment)])
  return ['{', indent(HARD, siblingsDoc(children, style, depth + 1), comments), HARD, '}']
}
