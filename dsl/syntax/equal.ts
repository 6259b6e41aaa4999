import { parseUnit, sameUnit } from '../value/unit.ts'
import type { Decl, Document, FormName, Name } from './declaration.ts'
import type { Ref } from './expression.ts'
import { type ClauseName, clauseSpec, declSpec } from './table.ts'

type NameOf = (ref: Ref) => Name | undefined

/** Where things stand and how they were quoted says nothing about what they mean. */
const IGNORED: ReadonlySet<string> = new Set(['span', 'wordSpan', 'keywordSpan', 'quoted'])
/** The keys under which expressions, types and cites hold references. */
const REFS: ReadonlySet<string> = new Set(['ref', 'member', 'callee', 'standard', 'reading', 'choice', 'source'])

/**
 * Whether two documents say the same: equal but for spans, quoting marks, spelling (DSL or YAML), comments, and, where `nameOf` knows the declared
 * names, whether a reference was typed in Chinese or English. Comment texts are compared by `commentSequence`.
 */
export function equalDocuments(a: Document, b: Document, nameOf: NameOf = () => undefined): boolean {
  return equalLists(a.declarations, b.declarations, (x, y) => equalDecls(x, y, nameOf))
}

function equalDecls(a: Decl, b: Decl, nameOf: NameOf): boolean {
  if (a.kind !== b.kind || !equalContents(a.name, b.name, nameOf)) return false
  const spec = declSpec(a.kind)
  if (!equalForms(spec.value, a.value, b.value, nameOf) || !equalForms(spec.body, a.body, b.body, nameOf)) return false
  const names = new Set([...Object.keys(a.clauses), ...Object.keys(b.clauses)] as ClauseName[])
  for (const name of names) if (!equalForms(clauseSpec(name).form, a.clauses[name], b.clauses[name], nameOf)) return false
  if (a.children === undefined || b.children === undefined) return a.children === b.children
  return equalLists(a.children, b.children, (x, y) => equalDecls(x, y, nameOf))
}

function equalForms(form: FormName | undefined, a: unknown, b: unknown, nameOf: NameOf): boolean {
  if (a === undefined || b === undefined) return a === b
  if (form === 'ref') return equalRefs(a as Ref, b as Ref, nameOf)
  if (form === 'refs') return equalLists(a as readonly Ref[], b as readonly Ref[], (x, y) => equalRefs(x, y, nameOf))
  return equalContents(a, b, nameOf)
}

function equalContents(a: unknown, b: unknown, nameOf: NameOf): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return equalLists(a, b, (x, y) => equalContents(x, y, nameOf))
  if (!isRecord(a) || !isRecord(b)) return false
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [x, y] = [a[key], b[key]]
    if (IGNORED.has(key) || (x === undefined && y === undefined)) continue
    if (x === undefined || y === undefined) return false
    if (
      REFS.has(key) ? !equalRefs(x as Ref, y as Ref, nameOf) : key === 'unit' ? !equalUnits(x, y) : !equalContents(x, y, nameOf)
    )
      return false
  }
  return true
}

/** Whether two references name the same thing, as far as their spellings and `nameOf` tell. */
function equalRefs(a: Ref, b: Ref, nameOf: NameOf): boolean {
  if (a.text === b.text) return true
  const [x, y] = [nameOf(a), nameOf(b)]
  if (x !== undefined && (x.zh === b.text || x.id === b.text)) return true
  if (y !== undefined && (y.zh === a.text || y.id === a.text)) return true
  return x !== undefined && y !== undefined && x.zh === y.zh && x.id === y.id
}

/** 元/人·年, 元/人/年 and 元每人每年 are one unit; a duration's unit is an id of its own. */
function equalUnits(a: unknown, b: unknown): boolean {
  if (a === b) return true
  const [x, y] = [parseUnit(String(a)), parseUnit(String(b))]
  return x !== undefined && y !== undefined && sameUnit(x, y)
}

function equalLists<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i]!))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
