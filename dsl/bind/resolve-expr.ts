import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import type { Expr, NameExpr, PathExpr, ReadingExpr, Ref } from '../syntax/expression.ts'
import { type Binder, type Context, resolve, scopeOf } from './binder.ts'
import { BUILTINS, builtinNamed } from './builtins.ts'
import { isDoubtful } from './doubt.ts'
import { lookupMember, lookupName } from './lookup.ts'
import {
  declaredLabel,
  replacements,
  reportAmbiguous,
  reportNoElement,
  reportUnknown,
  reportWrongKind,
  resolveKind,
} from './report.ts'
import { find, visibleSymbols } from './scope.ts'
import { enumOf, shapeOf } from './shape.ts'
import { subjectOf } from './subject.ts'
import { memberNamed, type PolicySymbol, type Resolution, shownName, typedNames } from './symbol.ts'

/** Resolves every name of an expression; `expected` is the enumeration its value should be of. */
export function resolveExpr(binder: Binder, expr: Expr, context: Context, expected?: PolicySymbol): void {
  const walk = (inner: Expr, wanted?: PolicySymbol) => resolveExpr(binder, inner, context, wanted)
  switch (expr.kind) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'year':
    case 'duration':
    case 'position':
    case 'text':
    case 'nothing':
    case 'error':
      return
    case 'name':
      resolveName(binder, expr, context, expected)
      return
    case 'path':
      resolvePath(binder, expr, context)
      return
    case 'period':
      walk(expr.of)
      walk(expr.year)
      return
    case 'call':
      resolveCall(binder, expr.callee, expr.args, context)
      return
    case 'not':
    case 'negate':
    case 'status':
    case 'has':
      walk(expr.operand)
      return
    case 'meets':
      resolveMeets(binder, expr.standard, context)
      return
    case 'and':
    case 'or':
      for (const item of expr.items) walk(item)
      return
    case 'compare':
      walk(expr.left, enumOf(binder, expr.right, context))
      walk(expr.right, enumOf(binder, expr.left, context))
      return
    case 'between':
      for (const part of [expr.value, expr.low, expr.high]) walk(part)
      return
    case 'in': {
      const wanted = enumOf(binder, expr.value, context)
      walk(expr.value)
      for (const item of expr.items) walk(item, wanted)
      return
    }
    case 'arithmetic':
      walk(expr.left)
      walk(expr.right)
      return
    case 'round':
      walk(expr.value)
      walk(expr.to)
      return
    case 'extreme':
      for (const item of expr.items) walk(item)
      return
    case 'if': {
      walk(expr.condition)
      const wanted = expected ?? enumOf(binder, expr, context)
      walk(expr.then, wanted)
      if (expr.otherwise) walk(expr.otherwise, wanted)
      return
    }
    case 'reading':
      resolveArms(binder, expr, context, expected ?? enumOf(binder, expr, context))
      return
    case 'quantifier':
    case 'count':
    case 'sum':
    case 'share':
      resolveAggregate(binder, expr, context)
      return
    default:
      expr satisfies never
      return
  }
}

function resolveName(binder: Binder, { ref }: NameExpr, context: Context, expected?: PolicySymbol): void {
  const found = lookupName(binder, ref.text, context, expected)
  if (found.kind === 'found') {
    resolve(binder, ref, found.resolution)
    checkOtherName(binder, ref, found.resolution, context, expected)
    return
  }
  if (found.kind === 'many') {
    reportAmbiguous(binder, ref, found.symbols)
    return
  }
  if (found.kind === 'noElement') {
    reportNoElement(binder, ref, found.symbol, found.entity, context)
    return
  }
  reportUnknown(binder, ref, context, expected)
}

/** N224: printed in the other language the name would mean something else, so the two spellings would not say the same. */
function checkOtherName(binder: Binder, ref: Ref, resolution: Resolution, context: Context, expected?: PolicySymbol): void {
  const named = resolution.kind === 'builtin' ? resolution.builtin : resolution.symbol
  const other = typedNames(named).find((name) => name !== ref.text)
  if (other === undefined) return
  const there = lookupName(binder, other, context, expected)
  if (there.kind !== 'found') return
  const meant = there.resolution.kind === 'builtin' ? there.resolution.builtin : there.resolution.symbol
  if (meant === named) return
  const labels = there.resolution.kind === 'builtin' ? [] : [declaredLabel(there.resolution.symbol, 'other', { other })]
  binder.diagnostics.push(finding('N224', ref.span, { name: ref.text, other }, { labels }))
}

function resolvePath(binder: Binder, expr: PathExpr, context: Context): void {
  resolveExpr(binder, expr.of, context)
  const shape = shapeOf(binder, expr.of, context)
  const ref = expr.member
  const member = shape.kind === 'entity' ? lookupMember(binder, ref.text, shape.entity, context) : undefined
  if (member) {
    resolve(binder, ref, member)
    return
  }
  if (shape.kind === 'entity') {
    if (isDoubtful(binder, context.unit, ref.text)) return
    const near = nearest(ref.text, shape.entity.members.flatMap(typedNames))
    const more = { labels: [declaredLabel(shape.entity, 'entity')], fixes: replacements(ref, near) }
    binder.diagnostics.push(finding('N202', ref.span, { name: ref.text, entity: shownName(shape.entity), near }, more))
    return
  }
  const part = builtinNamed(ref.text, 'date_member')
  // A path on anything else than an element or a date is a matter of types.
  if (part) resolve(binder, ref, { kind: 'builtin', builtin: part })
}

function resolveCall(binder: Binder, callee: Ref, args: readonly Expr[], context: Context): void {
  const scope = scopeOf(binder, context.unit)
  const parameter = find(scope, callee.text, ['parameter'])
  if (parameter.kind === 'one') {
    resolve(binder, callee, { kind: 'symbol', symbol: parameter.symbol })
    const key = keyOf(binder, parameter.symbol)
    for (const arg of args) resolveExpr(binder, arg, context, key)
    return
  }
  for (const arg of args) resolveExpr(binder, arg, context)
  if (parameter.kind === 'many') {
    reportAmbiguous(binder, callee, parameter.symbols)
    return
  }
  const builtin = builtinNamed(callee.text, 'function')
  if (builtin) {
    resolve(binder, callee, { kind: 'builtin', builtin })
    return
  }
  const other = lookupName(binder, callee.text, context)
  if (other.kind === 'found' && other.resolution.kind !== 'builtin') {
    reportWrongKind(binder, callee, other.resolution.symbol, 'callable')
    return
  }
  if (isDoubtful(binder, context.unit, callee.text)) return
  const functions = BUILTINS.filter((entry) => entry.role === 'function')
  const near = nearest(callee.text, [...visibleSymbols(scope, ['parameter']), ...functions].flatMap(typedNames))
  binder.diagnostics.push(finding('N201', callee.span, { name: callee.text, near }, { fixes: replacements(callee, near) }))
}

/** The enumeration a parameter is 分 by. */
export function keyOf(binder: Binder, parameter: PolicySymbol): PolicySymbol | undefined {
  const keyed = parameter.decl.clauses.keyed as Ref | undefined
  const found = keyed ? find(scopeOf(binder, parameter.unit), keyed.text, ['enum']) : undefined
  return found?.kind === 'one' ? found.symbol : undefined
}

function resolveMeets(binder: Binder, ref: Ref, context: Context): void {
  const standard = resolveKind(binder, ref, context, ['standard'], 'standard')
  if (!standard) return
  const entity = subjectOf(binder, standard)
  const depth = entity ? context.elements.indexOf(entity) : 0
  if (depth >= 0) {
    resolve(binder, ref, { kind: 'standard', symbol: standard, depth })
    return
  }
  binder.resolutions.delete(ref)
  if (entity) reportNoElement(binder, ref, standard, entity, context)
}

function resolveArms(binder: Binder, expr: ReadingExpr, context: Context, expected?: PolicySymbol): void {
  const reading = resolveKind(binder, expr.reading, context, ['reading'], 'reading')
  if (reading) {
    resolveChoices(
      binder,
      reading,
      expr.reading,
      expr.arms.map((arm) => arm.choice),
    )
  }
  for (const arm of expr.arms) resolveExpr(binder, arm.value, context, expected)
}

/** Resolves the choices of a reading's arms: N212 unknown, N221 twice, N211 missing where all are wanted. */
export function resolveChoices(binder: Binder, reading: PolicySymbol, at: Ref, choices: readonly Ref[], complete = true): void {
  const taken = new Map<PolicySymbol, Ref>()
  let unknown = false
  for (const ref of choices) {
    const choice = resolveChoice(binder, reading, ref)
    const first = choice && taken.get(choice)
    if (first) {
      const labels = [{ span: first.span, word: 'first' }]
      binder.diagnostics.push(finding('N221', ref.span, { choice: ref.text, reading: shownName(reading) }, { labels }))
    } else if (choice) taken.set(choice, ref)
    else unknown = true
  }
  const missing = reading.members.filter((choice) => !taken.has(choice)).map(shownName)
  // An unknown choice is most likely the missing one: one mistake, one message.
  if (!complete || missing.length === 0 || unknown) return
  binder.diagnostics.push(
    finding('N211', at.span, { reading: shownName(reading), missing }, { labels: [declaredLabel(reading, 'declared')] }),
  )
}

/** The choice of a reading a reference means; N212 when it has none of that name. */
export function resolveChoice(binder: Binder, reading: PolicySymbol, ref: Ref): PolicySymbol | undefined {
  const choice = memberNamed(reading, ref.text)
  if (choice) {
    resolve(binder, ref, { kind: 'symbol', symbol: choice })
    return choice
  }
  const near = nearest(ref.text, reading.members.flatMap(typedNames))
  const more = { labels: [declaredLabel(reading, 'declared')], fixes: replacements(ref, near) }
  binder.diagnostics.push(finding('N212', ref.span, { name: ref.text, reading: shownName(reading), near }, more))
  return undefined
}

function resolveAggregate(
  binder: Binder,
  expr: Extract<Expr, { kind: 'quantifier' | 'count' | 'sum' | 'share' }>,
  context: Context,
): void {
  if (expr.kind === 'share' && expr.domain === undefined) {
    resolveExpr(binder, expr.part, context)
    if (expr.whole) resolveExpr(binder, expr.whole, context)
    return
  }
  const domain = expr.domain
  if (domain === undefined) return
  resolveExpr(binder, domain, context)
  const shape = shapeOf(binder, domain, context)
  const inside = [
    expr.filter,
    expr.kind === 'quantifier' ? expr.body : expr.kind === 'sum' ? expr.value : expr.kind === 'share' ? expr.part : undefined,
  ].filter((part) => part !== undefined)
  // Without a list there is no element to look names up in; the domain itself is reported.
  if (shape.kind !== 'list') return
  const inner: Context = { unit: context.unit, elements: [shape.entity, ...context.elements] }
  binder.regions.push({ span: { ...expr.span, start: domain.span.end }, context: inner })
  for (const part of inside) resolveExpr(binder, part, inner)
}
