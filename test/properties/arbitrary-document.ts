import fc from 'fast-check'
import { NOWHERE } from '../../dsl/source/span.ts'
import { COMPARE_WORDS, type CompareWordId } from '../../dsl/syntax/compare-words.ts'
import type { Cell, Comment, Decl, Document, FormName, Forms, Name, TypeExpr } from '../../dsl/syntax/declaration.ts'
import { type ClauseName, clauseSpec, type DeclKind, declSpec } from '../../dsl/syntax/table.ts'
import { formatDay } from '../../dsl/value/date.ts'
import { anyExpr, anyPosition, anyRef, anyText, anyUnit } from './arbitrary-expression.ts'

const span = NOWHERE
type WordTable = Readonly<Record<string, readonly [string, string]>>

const zh = fc.constantFrom(
  '收入达标',
  '贫困户退出',
  '安全饮水',
  '附件1',
  '版本',
  '须',
  '且',
  '二',
  '地区',
  '公示',
  '逐户',
  '同意',
)
const id = fc.constantFrom('income_line', 'exit', 'when', 'X9', '_b', 'policy', 'or', 'posting', 'each', 'May')

/** 中文名/ascii_id, or one of them. */
export const anyName: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ zh, id: id.filter((text) => text !== 'or'), span: fc.constant(span) }),
  fc.record({ zh, span: fc.constant(span) }),
  fc.record({ id: id.filter((text) => text !== 'or'), span: fc.constant(span) }),
)

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map((day) => ({ kind: 'date' as const, value: formatDay(day), span }))
const quoted = anyText.map((text) => ({ text, span }))
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant({ kind: 'any' as const, span }),
  fc
    .tuple(fc.constantFrom(...(Object.keys(COMPARE_WORDS) as CompareWordId[])), anyExpr)
    .map(([word, value]) => ({ kind: 'compare' as const, word, value, span })),
  fc
    .tuple(anyExpr, anyExpr, fc.constantFrom('none' as const, 'low' as const, 'high' as const, 'both' as const))
    .map(([low, high, open]) => ({ kind: 'between' as const, low, high, open, span })),
  fc.array(anyExpr, { minLength: 1, maxLength: 3 }).map((values) => ({ kind: 'oneOf' as const, values, span })),
)
const optionalUnit = fc.option(anyUnit, { nil: undefined }).map((unit) => (unit === undefined ? {} : { unit }))
const type: fc.Arbitrary<TypeExpr> = fc.oneof(
  fc
    .constantFrom('ratio' as const, 'boolean' as const, 'date' as const, 'year' as const, 'text' as const)
    .map((kind) => ({ kind, span })),
  anyUnit.map((unit) => ({ kind: 'money' as const, unit, span })),
  optionalUnit.map((unit) => ({ kind: 'integer' as const, ...unit, span })),
  fc
    .tuple(fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }), optionalUnit)
    .map(([decimals, unit]) => ({ kind: 'number' as const, ...(decimals !== undefined && { decimals }), ...unit, span })),
  anyRef.map((ref) => ({ kind: 'list' as const, ref, span })),
  anyRef.map((ref) => ({ kind: 'named' as const, ref, span })),
)

function formArbitrary(form: FormName, words: WordTable = {}): fc.Arbitrary<Forms[FormName]> {
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
  switch (form) {
    case 'flag':
      return fc.constant(true as const)
    case 'text':
      return quoted
    case 'code':
      return fc.constantFrom('410000', '1', '1.10', '2016.5.1').map((text) => ({ text, span }))
    case 'number':
      return fc.nat(1000).map((value) => ({ value, span }))
    case 'word':
      return fc.constantFrom(...Object.keys(words)).map((word) => ({ id: word, span }))
    case 'ref':
      return anyRef
    case 'refs':
      return list(anyRef)
    case 'cites':
      return list(
        fc.oneof(
          fc.record({ article: anyText, span: fc.constant(span) }),
          fc.record({ source: anyRef, article: anyText, span: fc.constant(span) }),
        ),
      )
    case 'moment':
      return fc.oneof(
        fc.integer({ min: -20_000, max: 40_000 }).map((day) => ({ kind: 'date' as const, value: formatDay(day), span })),
        fc.integer({ min: 1900, max: 2100 }).map((year) => ({ kind: 'year' as const, value: String(year), span })),
      )
    case 'expr':
      return anyExpr
    case 'exprs':
      return list(anyExpr)
    case 'cells':
      return list(cell)
    case 'type':
      return type
    case 'range':
      return fc.oneof(
        fc.record({ low: anyExpr, high: anyExpr, span: fc.constant(span) }),
        fc.record({ low: anyExpr, span: fc.constant(span) }),
        fc.oneof(anyPosition, anyDate).map((day) => ({ low: day, high: day, single: true as const, span })),
      )
    case 'combine':
      return fc.oneof(
        fc.constantFrom('all' as const, 'any' as const).map((mode) => ({ mode, span })),
        fc.integer({ min: 1, max: 9 }).map((n) => ({ mode: 'at_least' as const, n, span })),
      )
    case 'options':
      return list(fc.oneof(fc.record({ name: anyName }), fc.record({ name: anyName, isDefault: fc.constant(true as const) })))
    default:
      return form satisfies never
  }
}

const commentText = fc.stringMatching(/^[a-z说明#/: -]{0,8}$/).map((text) => text.trim())
const lineComment: fc.Arbitrary<Comment> = commentText.map((text) => ({ text, block: false, span }))
const blockComment: fc.Arbitrary<Comment> = fc
  .array(commentText, { minLength: 1, maxLength: 2 })
  .map((lines) => ({ text: lines.join('\n').replaceAll('*/', ''), block: true, span }))
const anyComment = fc.oneof(lineComment, blockComment)
/** Mostly none. */
const comments = (max: number) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(anyComment, { maxLength: max }) })

function clausesArbitrary(names: readonly ClauseName[]): fc.Arbitrary<Decl['clauses']> {
  const entries = names.map((name) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: formArbitrary(clauseSpec(name).form, clauseSpec(name).words).map((value) => [[name, value]]) },
    ),
  )
  return fc.tuple(...entries).map((found) => Object.fromEntries(found.flat()) as Decl['clauses'])
}

/** How many blocks deep the smallest declaration of a kind is. */
function blocksNeeded(kind: DeclKind, within: readonly DeclKind[] = []): number {
  const spec = declSpec(kind)
  if (spec.block === undefined || spec.blockOptional) return 0
  if (within.includes(kind)) return Number.POSITIVE_INFINITY
  return 1 + Math.min(...spec.block.map((child) => blocksNeeded(child as DeclKind, [...within, kind])))
}

/** A well-formed declaration of a kind, straight from the node table; blocks at most `height` deep. */
export function anyDecl(kind: DeclKind, height: number): fc.Arbitrary<Decl> {
  const spec = declSpec(kind)
  const some = <T, K extends string>(key: K, arbitrary: fc.Arbitrary<T> | undefined, optional: boolean | undefined) =>
    arbitrary === undefined
      ? fc.constant({})
      : optional
        ? fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }))
        : arbitrary.map((value) => ({ [key]: value }))
  const allowed = ((spec.block ?? []) as readonly DeclKind[]).filter((child) => blocksNeeded(child) < height)
  const children =
    allowed.length === 0
      ? undefined
      : fc.array(
          fc.constantFrom(...allowed).chain((child) => anyDecl(child, height - 1)),
          { minLength: 1, maxLength: 3 },
        )
  return fc
    .tuple(
      some('name', spec.name && anyName, false),
      some('value', spec.value && formArbitrary(spec.value, spec.valueWords), false),
      clausesArbitrary(spec.clauses),
      some('body', spec.body && formArbitrary(spec.body), spec.bodyOptional),
      some('children', children, spec.blockOptional),
      fc.record({ leading: comments(2), trailing: comments(2), inner: comments(2) }),
    )
    .filter(([, , , body, childDecls]) => !spec.bodyOptional || 'body' in body || 'children' in childDecls)
    .map(([name, value, clauses, body, childDecls, placed]) => ({
      kind,
      ...name,
      ...value,
      clauses,
      ...body,
      ...childDecls,
      comments: placed,
      keywordSpan: span,
      span,
    }))
}

/** Whole files with comments everywhere. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(
    fc.array(
      fc.constantFrom<DeclKind>('policy', 'policy', 'vocabulary', 'source').chain((kind) => anyDecl(kind, 4)),
      { maxLength: 2 },
    ),
    comments(2),
  )
  .map(([declarations, atEnd]) => ({ file: 'made.policy', spelling: 'dsl' as const, declarations, comments: atEnd }))
