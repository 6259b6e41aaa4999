import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { bodyOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import { type Binder, type Context, resolve, scopeOf } from './binder.ts'
import { isDoubtful } from './doubt.ts'
import { declaredLabel, replacements, reportAmbiguous } from './report.ts'
import { resolveClauses } from './resolve-clauses.ts'
import { resolveExpr } from './resolve-expr.ts'
import { resolveField } from './resolve-field.ts'
import { visibleSymbols } from './scope.ts'
import { shapeOfType } from './shape.ts'
import { memberNamed, type PolicySymbol, shownName, typedNames } from './symbol.ts'

/** Resolves 效果: its guard and its lines about the element it is for. */
export function resolveEffects(binder: Binder, decl: Decl, context: Context, inner: Context): void {
  expressions(binder, [clause(decl, 'when')], inner)
  for (const line of decl.children ?? []) {
    resolveClauses(binder, line, context)
    expressions(binder, [clause(line, 'starting'), clause(line, 'until'), clause(line, 'when')], inner)
  }
}

/** Resolves 登记册: its field, states (values of that field's enumeration), ways between them and changes of membership. */
export function resolveRegister(binder: Binder, decl: Decl, context: Context, inner: Context): void {
  const kept = clause(decl, 'kept_in')
  const [entity] = inner.elements
  const field = kept && entity ? resolveField(binder, kept, entity, context) : undefined
  const states = field && enumOfField(binder, field)
  for (const child of decl.children ?? []) {
    resolveClauses(binder, child, context)
    expressions(binder, [clause(child, 'when')], inner)
    if (states) for (const ref of stateRefs(child)) resolveState(binder, ref, states, context)
    if (child.kind === 'gain' || child.kind === 'loss') resolveChanges(binder, (child.value ?? []) as readonly Ref[], context)
  }
}

/** The enumeration of a field's values. */
export function enumOfField(binder: Binder, field: PolicySymbol): PolicySymbol | undefined {
  if (field.kind !== 'field') return undefined
  const shape = shapeOfType(binder, bodyOf(field.decl, 'field'), { unit: field.unit, elements: [] })
  return shape.kind === 'enum' ? shape.enum : undefined
}

function stateRefs(decl: Decl): readonly Ref[] {
  const state = decl.kind === 'state' ? mainValue(decl, 'state') : undefined
  const entering = clause(decl, 'entering')
  return [...(state ? [state] : []), ...(clause(decl, 'leaving') ?? []), ...(entering ? [entering] : [])]
}

/** N219 for what is no value of the states' enumeration. */
function resolveState(binder: Binder, ref: Ref, states: PolicySymbol, context: Context): void {
  const value = memberNamed(states, ref.text)
  if (value) resolve(binder, ref, { kind: 'symbol', symbol: value })
  else if (!isDoubtful(binder, context.unit, ref.text)) reportNoValue(binder, ref, states)
}

function reportNoValue(binder: Binder, ref: Ref, owner: PolicySymbol): void {
  const near = nearest(ref.text, owner.members.flatMap(typedNames))
  const args = { name: ref.text, enum: shownName(owner), near }
  const more = { labels: [declaredLabel(owner, 'declared')], fixes: replacements(ref, near) }
  binder.diagnostics.push(finding('N219', ref.span, args, more))
}

/** Values of one enumeration in sight; N207 when several have them, N230 when none has. */
function resolveChanges(binder: Binder, refs: readonly Ref[], context: Context): void {
  const enums = visibleSymbols(scopeOf(binder, context.unit), ['enum'])
  const having = (ref: Ref) => enums.filter((candidate) => memberNamed(candidate, ref.text))
  const all = enums.filter((candidate) => refs.every((ref) => memberNamed(candidate, ref.text)))
  for (const ref of refs) {
    const owners = all.length > 0 ? all : having(ref)
    const [owner] = owners
    const value = owner && memberNamed(owner, ref.text)
    if (owner && value && owners.length === 1) resolve(binder, ref, { kind: 'symbol', symbol: value })
    else if (owners.length > 1)
      reportAmbiguous(
        binder,
        ref,
        owners.flatMap((one) => memberNamed(one, ref.text) ?? []),
      )
    else if (!isDoubtful(binder, context.unit, ref.text)) reportNoChange(binder, ref, refs, enums)
  }
}

function reportNoChange(binder: Binder, ref: Ref, refs: readonly Ref[], enums: readonly PolicySymbol[]): void {
  const beside = enums.filter((candidate) => refs.some((other) => memberNamed(candidate, other.text)))
  const [only] = beside
  if (only && beside.length === 1) {
    reportNoValue(binder, ref, only)
    return
  }
  const near = nearest(
    ref.text,
    enums.flatMap((candidate) => candidate.members.flatMap(typedNames)),
  )
  binder.diagnostics.push(finding('N230', ref.span, { name: ref.text, near }, { fixes: replacements(ref, near) }))
}

/** Resolves 目标: its guard and tally are about the element, its figure and day about none. */
export function resolveTarget(binder: Binder, decl: Decl, context: Context, inner: Context): void {
  expressions(binder, [clause(decl, 'when'), clause(decl, 'tally')], inner)
  expressions(binder, [bodyOf(decl, 'target'), clause(decl, 'until')], context)
}

/** Resolves 排序: what it goes by is read from the element. */
export function resolveRanking(binder: Binder, decl: Decl, inner: Context): void {
  expressions(binder, [bodyOf(decl, 'ranking')], inner)
}

function expressions(binder: Binder, exprs: readonly (Expr | undefined)[], context: Context): void {
  for (const expr of exprs) if (expr) resolveExpr(binder, expr, context)
}
