import { finding } from '../diagnostics/finding.ts'
import { splitRun } from '../lex/split-run.ts'
import { parseLeaf } from '../parse/parse-leaf.ts'
import type { Ref } from '../syntax/expression.ts'
import { CLAUSES, type ClauseName, clauseSpec } from '../syntax/table.ts'
import { type Binder, type Context, scopeOf } from './binder.ts'
import { BUILTINS } from './builtins.ts'
import { namesInSight } from './report.ts'
import { resolveExpr } from './resolve-expr.ts'
import { visibleSymbols } from './scope.ts'
import { type PolicySymbol, typedNames } from './symbol.ts'

/** The words with which a body ends and a clause of values begins: 视为, 除外. */
const BEHIND_BODY = new RegExp(
  ` (?:${(Object.keys(CLAUSES) as ClauseName[])
    .map(clauseSpec)
    .filter(({ form, place, zh }) => (form === 'expr' || form === 'exprs') && place === 'tail' && zh !== '')
    .map(({ zh }) => zh)
    .join('|')}) `,
)
const OPENS_AGGREGATE = /(?:计数|合计|占比|count|sum|share)\s*[（(]\s*$/

/**
 * N220 when an unknown run parts in exactly one way into keywords and declared names, and reads and binds cleanly when it is parted so.
 * Gives whether it was reported.
 */
export function reportRun(binder: Binder, ref: Ref, context: Context, expected?: PolicySymbol): boolean {
  if (ref.quoted) return false
  const [words, doubt] = splitRun(ref.text, namesAnywhere(binder, context, expected))
  if (!words || doubt || words.length < 2) return false
  const spaced = words.join(' ')
  const whole = inAggregate(binder, ref) ? `计数（${spaced}）` : spaced
  const parts = whole.split(BEHIND_BODY)
  if (!parts.every((part) => readsCleanly(binder, part, ref, context, expected))) return false
  const fixes = [{ word: 'space', args: { spaced }, edits: [{ span: ref.span, text: spaced }] }]
  binder.diagnostics.push(finding('N220', ref.span, { name: ref.text, spaced }, { fixes }))
  return true
}

/** Whether the run opens 计数（…）, 合计（…） or 占比（…）, where 当 may follow a list. */
function inAggregate(binder: Binder, ref: Ref): boolean {
  const before = (binder.linked.texts.get(ref.span.file) ?? '').slice(0, ref.span.start)
  return OPENS_AGGREGATE.test(before.slice(-20))
}

/** Behind 的 and 满足 stand fields of other elements too. */
function namesAnywhere(binder: Binder, context: Context, expected?: PolicySymbol): ReadonlySet<string> {
  const scope = scopeOf(binder, context.unit)
  const fields = visibleSymbols(scope, ['entity']).flatMap((entity) => entity.members)
  const others = [...fields, ...visibleSymbols(scope, ['standard', 'reading']), ...BUILTINS].flatMap(typedNames)
  return new Set([...namesInSight(binder, context, expected), ...others])
}

function readsCleanly(binder: Binder, text: string, ref: Ref, context: Context, expected?: PolicySymbol): boolean {
  const { value, diagnostics } = parseLeaf('expr', text, ref.span.file, ref.span.start)
  if (!value || diagnostics.length > 0) return false
  const trial: Binder = { ...binder, resolutions: new Map(), regions: [], diagnostics: [] }
  resolveExpr(trial, value, context, expected)
  return trial.diagnostics.length === 0
}
