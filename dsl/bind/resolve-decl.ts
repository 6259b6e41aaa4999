import { bodyOf, childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Cell, Decl, TypeExpr } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'
import { type Binder, type Context, resolve } from './binder.ts'
import { resolveKind } from './report.ts'
import { resolveBase, resolveOmissions } from './resolve-adoption.ts'
import { resolveClauses } from './resolve-clauses.ts'
import { keyOf, resolveChoices, resolveExpr } from './resolve-expr.ts'
import { resolveProcedure } from './resolve-procedure.ts'
import { resolveEffects, resolveRanking, resolveRegister, resolveTarget } from './resolve-register.ts'
import { resolveUse } from './resolve-use.ts'
import { enumOf, shapeOfType } from './shape.ts'
import { subjectContext } from './subject.ts'
import type { PolicySymbol } from './symbol.ts'

/** Resolves all references of one unit: types, subjects, roles, clauses, expressions. */
export function resolveUnit(binder: Binder, unit: Context['unit']): void {
  const context: Context = { unit, elements: [] }
  binder.regions.push({ span: unit.decl.span, context })
  for (const decl of unit.decl.children ?? []) resolveDecl(binder, decl, context)
}

function resolveDecl(binder: Binder, decl: Decl, context: Context): void {
  resolveClauses(binder, decl, context)
  const symbol = binder.declared.ofDecl.get(decl)
  switch (decl.kind) {
    case 'parent': {
      const ref = mainValue(decl, 'parent')
      if (ref) resolveInstrument(binder, ref)
      return
    }
    case 'use':
      resolveUse(binder, decl, context)
      return
    case 'entity':
      children(binder, decl, context)
      return
    case 'field':
      resolveType(binder, bodyOf(decl, 'field'), context)
      return
    case 'external':
      resolveType(binder, bodyOf(decl, 'external'), context)
      return
    case 'parameter':
      resolveParameter(binder, decl, context)
      return
    case 'table':
      resolveTable(binder, decl, about(binder, decl, context))
      return
    case 'definition':
    case 'relation': {
      const inner = about(binder, decl, context)
      expressions(binder, [decl.body as Expr | undefined], inner)
      return
    }
    case 'score': {
      const inner = about(binder, decl, context)
      expressions(binder, [clause(decl, 'cap'), clause(decl, 'floor')], inner)
      for (const line of childrenOf(decl, 'points')) {
        resolveClauses(binder, line, inner)
        expressions(binder, [clause(line, 'when'), bodyOf(line, 'points'), clause(line, 'cap'), clause(line, 'floor')], inner)
      }
      return
    }
    case 'supersedes':
      for (const ref of mainValue(decl, 'supersedes') ?? []) resolveInstrument(binder, ref)
      return
    case 'procedure':
      if (symbol) resolveProcedure(binder, symbol, context, about(binder, decl, context))
      return
    case 'effects':
      resolveEffects(binder, decl, context, about(binder, decl, context))
      return
    case 'register':
      resolveRegister(binder, decl, context, about(binder, decl, context))
      return
    case 'target':
      resolveTarget(binder, decl, context, about(binder, decl, context))
      return
    case 'ranking':
      resolveRanking(binder, decl, about(binder, decl, context))
      return
    case 'standard': {
      const inner = about(binder, decl, context)
      if (symbol) {
        resolveBase(binder, symbol, context)
        resolveOmissions(binder, symbol)
      }
      expressions(binder, [clause(decl, 'when')], inner)
      resolveItems(binder, decl, inner)
      return
    }
    default:
      return
  }
}

function children(binder: Binder, decl: Decl, context: Context): void {
  for (const child of decl.children ?? []) resolveDecl(binder, child, context)
}

/** The context of a declaration's own expressions; the region lets an editor complete there. */
function about(binder: Binder, decl: Decl, context: Context): Context {
  const symbol = binder.declared.ofDecl.get(decl)
  const inner = symbol ? subjectContext(binder, symbol) : context
  binder.regions.push({ span: decl.span, context: inner })
  return inner
}

function expressions(binder: Binder, exprs: readonly (Expr | undefined)[], context: Context, expected?: PolicySymbol): void {
  for (const expr of exprs) if (expr) resolveExpr(binder, expr, context, expected)
}

/** 上位, 替代. */
function resolveInstrument(binder: Binder, ref: Ref): void {
  const unit = binder.linked.units.find(
    (candidate) => candidate.decl.name?.zh === ref.text || candidate.decl.name?.id === ref.text,
  )
  const symbol = unit && binder.declared.unitSymbol.get(unit)
  // The other instrument need not be written as a policy: its name alone is enough then.
  if (symbol) resolve(binder, ref, { kind: 'symbol', symbol })
}

function resolveType(binder: Binder, type: TypeExpr | undefined, context: Context): void {
  if (!type?.ref) return
  if (type.kind === 'list') resolveKind(binder, type.ref, context, ['entity'], 'entity')
  else resolveKind(binder, type.ref, context, ['enum', 'entity'], 'enum')
}

function resolveParameter(binder: Binder, decl: Decl, context: Context): void {
  const type = bodyOf(decl, 'parameter')
  resolveType(binder, type, context)
  const shape = shapeOfType(binder, type, context)
  const symbol = binder.declared.ofDecl.get(decl)
  const key = symbol && keyOf(binder, symbol)
  for (const entry of childrenOf(decl, 'entry')) {
    const category = clause(entry, 'category')
    if (category && key)
      resolveExpr(binder, { kind: 'name', ref: category, span: category.span }, { unit: context.unit, elements: [] }, key)
    expressions(binder, [bodyOf(entry, 'entry')], context, shape.kind === 'enum' ? shape.enum : undefined)
  }
}

function resolveTable(binder: Binder, decl: Decl, context: Context): void {
  const type = bodyOf(decl, 'table')
  resolveType(binder, type, context)
  const shape = shapeOfType(binder, type, context)
  const result = shape.kind === 'enum' ? shape.enum : undefined
  const inputs = childrenOf(decl, 'inputs').flatMap((child) => mainValue(child, 'inputs') ?? [])
  expressions(binder, inputs, context)
  const enums = inputs.map((input) => enumOf(binder, input, context))
  for (const row of decl.children ?? []) {
    if (row.kind !== 'row' && row.kind !== 'otherwise') continue
    resolveClauses(binder, row, context)
    const cells = row.kind === 'row' ? (mainValue(row, 'row') ?? []) : []
    for (const [i, cell] of cells.entries()) expressions(binder, cellExprs(cell), context, enums[i])
    expressions(binder, [row.body as Expr | undefined], context, result)
  }
}

/** The expressions in a table's cell. */
export function cellExprs(cell: Cell): readonly Expr[] {
  switch (cell.kind) {
    case 'any':
      return []
    case 'compare':
      return [cell.value]
    case 'between':
      return [cell.low, cell.high]
    case 'oneOf':
      return cell.values
    default:
      return cell satisfies never
  }
}

function resolveItems(binder: Binder, decl: Decl, context: Context): void {
  for (const item of decl.children ?? []) {
    if (item.kind === 'omit') {
      resolveClauses(binder, item, context)
      continue
    }
    if (item.kind === 'by_reading') {
      resolveArmsOfItems(binder, item, context)
      continue
    }
    resolveClauses(binder, item, context)
    expressions(binder, [clause(item, 'when'), item.body as Expr | undefined], context)
    expressions(binder, clause(item, 'deemed') ?? [], context)
    expressions(binder, clause(item, 'except') ?? [], context)
    resolveItems(binder, item, context)
  }
}

function resolveArmsOfItems(binder: Binder, decl: Decl, context: Context): void {
  const ref = mainValue(decl, 'by_reading')
  const reading = ref && resolveKind(binder, ref, context, ['reading'], 'reading')
  const arms = childrenOf(decl, 'arm')
  const choices = arms.map((arm) => mainValue(arm, 'arm')).filter((choice) => choice !== undefined)
  // Items may stand under one reading only: under the others the standard simply lacks them.
  if (ref && reading) resolveChoices(binder, reading, ref, choices, false)
  for (const arm of arms) resolveItems(binder, arm, context)
}
