import type { Expr, ListRef } from '../../dsl/lower/program.ts'
import { FALSE, UNKNOWN } from '../../dsl/value/truth.ts'
import type { Blocked } from '../types.ts'
import { armOf, type Branches, branchesOfIf, branchesOfTable } from './branches.ts'
import { type FieldRead, readField } from './field.ts'
import { heldBy, shareOf } from './lists.ts'
import { isZero, ratioOf, spanOf } from './numeric.ts'
import { failRole, holds, type Judged, outcomeOf } from './outcome.ts'
import { type Env, elementAt, type Listed, listAt, type Run } from './scope.ts'
import { isKnownExpr, parameterOf, truthOf } from './truth.ts'
import { definitionEnv } from './values.ts'

/** Told what an expression reads, in order. */
export interface Reader {
  /** leave out subtrees whose value is known */
  readonly openOnly: boolean
  readonly field: (read: FieldRead) => void
  readonly list: (list: Listed) => void
  readonly parameter: (expr: Expr & { kind: 'parameter' }, env: Env) => void
  readonly external: (expr: Expr & { kind: 'external' }) => void
  readonly definition: (expr: Expr & { kind: 'definition' }, env: Env) => void
  readonly blocked: (blocked: Blocked) => void
}

/** Walks what an expression reads, leaving out branches that are no longer possible. `item`: id of the item it stands in. */
export function walk(run: Run, expr: Expr, env: Env, item: string, reader: Reader): void {
  if (reader.openOnly && isKnownExpr(run, expr, env)) return
  const go = (inner: Expr | undefined, at: Env = env): void => {
    if (inner !== undefined) walk(run, inner, at, item, reader)
  }
  const goAll = (inner: readonly Expr[]): void => {
    for (const one of inner) go(one)
  }
  switch (expr.kind) {
    case 'literal':
    case 'time':
      return
    case 'field': {
      go(expr.year)
      const read = readField(run, expr, env)
      if (read.year !== undefined || !read.field.field.yearly) reader.field(read)
      return
    }
    case 'parameter':
      go(expr.category)
      reader.parameter(expr, env)
      if (settledCategory(run, expr, env) && parameterOf(run, expr, env) === undefined) {
        reader.blocked({ kind: 'parameter', id: expr.parameter })
      }
      return
    case 'external':
      reader.external(expr)
      reader.blocked({ kind: 'external', id: expr.external })
      return
    case 'definition':
      reader.definition(expr, env)
      go(run.model.definitions.get(expr.definition)!.value, definitionEnv(run, expr, env))
      return
    case 'meets':
      walkStandard(run, expr, env, reader)
      return
    case 'not':
    case 'has':
    case 'status':
    case 'negate':
      go(expr.operand)
      return
    case 'and':
    case 'or':
    case 'extreme':
      goAll(expr.items)
      return
    case 'compare':
      go(expr.left)
      go(expr.right)
      return
    case 'between':
      go(expr.value)
      go(expr.low)
      go(expr.high)
      return
    case 'in':
      go(expr.value)
      goAll(expr.items)
      return
    case 'arithmetic':
      go(expr.left)
      go(expr.right)
      if (expr.op === '/' && isZero(spanOf(run, expr.right, env))) reader.blocked({ kind: 'division-by-zero', id: item })
      return
    case 'round':
      go(expr.value)
      return
    case 'if':
      // A condition that is known has chosen the branch: it was read all the same.
      if (!reader.openOnly) go(expr.condition)
      walkBranches(branchesOfIf(run, expr, env), !reader.openOnly, go)
      return
    case 'reading':
      go(armOf(run, expr))
      return
    case 'table': {
      const branches = branchesOfTable(run, expr, env)
      if (!reader.openOnly) for (const row of expr.rows) for (const test of row.tests) go(test)
      if (branches.gap && branches.candidates.length === 0) reader.blocked({ kind: 'table-gap', id: item })
      walkBranches(branches, !reader.openOnly, go)
      return
    }
    case 'quantifier':
      walkList(run, expr.list, expr.filter, expr.body, env, go, reader)
      return
    case 'count':
      walkList(run, expr.list, expr.filter, undefined, env, go, reader)
      return
    case 'sum':
      walkList(run, expr.list, expr.filter, expr.value, env, go, reader)
      return
    case 'share':
      walkList(run, expr.list, expr.filter, expr.body, env, go, reader)
      if (shareOf(run, expr, env).empty === 'yes') reader.blocked({ kind: 'empty-share', id: item })
      return
    case 'ratio':
      go(expr.part)
      go(expr.whole)
      if (ratioOf(run, expr, env).empty === 'yes') reader.blocked({ kind: 'empty-share', id: item })
      return
    case 'datePart':
      go(expr.of)
      return
    case 'dateAdd':
      go(expr.date)
      return
    case 'daysBetween':
    case 'fullYears':
      go(expr.from)
      go(expr.to)
      return
    case 'score':
      for (const line of expr.lines) {
        go(line.when)
        if (heldBy(run, line.when, env) !== FALSE) go(line.value)
      }
      return
    default: {
      const unreachable: never = expr
      throw new RangeError(`not an expression: ${String(unreachable)}`)
    }
  }
}

/** Whether the category asked for is known, be it 无. */
function settledCategory(run: Run, expr: Expr & { kind: 'parameter' }, env: Env): boolean {
  return expr.category === undefined || isKnownExpr(run, expr.category, env)
}

function walkBranches(branches: Branches, conditionsDone: boolean, go: (inner: Expr) => void): void {
  if (!conditionsDone) for (const test of branches.open) go(test)
  for (const candidate of branches.candidates) go(candidate)
}

function walkList(
  run: Run,
  ref: ListRef,
  filter: Expr | undefined,
  body: Expr | undefined,
  env: Env,
  go: (inner: Expr | undefined, at: Env) => void,
  reader: Reader,
): void {
  const list = listAt(run, ref, env)
  reader.list(list)
  for (const element of list.elements) {
    const inner = [...env, element]
    go(filter, inner)
    if (heldBy(run, filter, inner) !== FALSE) go(body, inner)
  }
}

function walkStandard(run: Run, expr: Expr & { kind: 'meets' }, env: Env, reader: Reader): void {
  const standard = run.model.standards.get(expr.standard)!
  const element = elementAt(run, expr.place, env)
  const inner = [element]
  if (standard.guard !== undefined) walk(run, standard.guard, inner, standard.id, reader)
  const visit = ({ item, own, deemed, value, parts }: Judged): void => {
    if (reader.openOnly && value !== UNKNOWN) return
    const go = (part: Expr) => {
      walk(run, part, inner, item.id, reader)
    }
    if (item.when !== undefined) go(item.when)
    if (item.when !== undefined && truthOf(run, item.when, inner) === FALSE) return
    if (!reader.openOnly || (own === UNKNOWN && deemed === UNKNOWN)) {
      if (item.condition !== undefined) go(item.condition)
      for (const part of parts) visit(part)
    }
    if (!reader.openOnly || deemed === UNKNOWN) for (const one of item.deemed) go(one)
    for (const one of item.except) go(one)
  }
  const matters = ({ item }: Judged) => failRole(run, item, element) !== 'never' || holds(run, item, element)
  for (const judged of outcomeOf(run, standard, element).items.filter(matters)) visit(judged)
}
