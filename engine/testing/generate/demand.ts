import type { CompareOp, Expr, ExprOf, Item, Relation, Standard } from '../../../dsl/lower/program.ts'
import type { Model } from '../../run/model.ts'
import { fieldBehind, fieldOf, gather, type Pivot } from './behind.ts'
import { type Spot, spotAt, subjectSpot } from './spot.ts'
import { leansOf, listEnv, newWalk, touch, use, type Walk } from './walk.ts'
import type { Demand, Want } from './wish.ts'

/** 1: true (or more) is wanted; −1: false (or less); 0: read, no more known. */
type Sign = 1 | -1 | 0

/** What a standard asks: every fact it reads under any reading, and, under the readings in force, which values help. */
export function demandOf(model: Model, standard: Standard): Demand {
  const walk = newWalk(model)
  const spot = subjectSpot(standard.entity)
  walk.spots.set(spot.key, spot)
  standardWalk(walk, standard, 1, [spot], false)
  return walk
}

/** What a relation asks of its entity. */
export function demandOfRelation(model: Model, relation: Relation): Demand {
  const walk = newWalk(model)
  walk.source = { id: relation.id, kind: 'relation' }
  const spot = subjectSpot(relation.entity)
  walk.spots.set(spot.key, spot)
  expression(walk, relation.condition, 1, [spot])
  return walk
}

function standardWalk(walk: Walk, standard: Standard, sign: Sign, env: readonly Spot[], within: boolean): void {
  const outer = walk.source
  if (!within) walk.source = { id: '', kind: 'guard' }
  if (standard.guard) expression(walk, standard.guard, sign, env)
  for (const item of standard.items) {
    const inForce = item.under.every((entry) => walk.model.readings.get(entry.reading) === entry.choice)
    const helps: Sign = item.kind === 'weigh' ? 0 : item.kind === 'must' ? sign : flipped(sign)
    if (!within) walk.source = { id: item.id, kind: item.kind }
    idly(walk, !inForce, () => itemWalk(walk, item, helps, env))
  }
  walk.source = outer
}

function itemWalk(walk: Walk, item: Item, sign: Sign, env: readonly Spot[]): void {
  if (item.when) expression(walk, item.when, 0, env)
  if (item.condition) expression(walk, item.condition, sign, env)
  for (const part of item.group?.parts ?? []) itemWalk(walk, part, sign, env)
  for (const expr of item.deemed) expression(walk, expr, sign, env)
  for (const expr of item.except) expression(walk, expr, flipped(sign), env)
}

/** Walks what counts only under a reading not in force. */
function idly(walk: Walk, idle: boolean, inner: () => void): void {
  const outer = walk.idle
  walk.idle = outer || idle
  inner()
  walk.idle = outer
}

function flipped(sign: Sign): Sign {
  return sign === 0 ? 0 : sign === 1 ? -1 : 1
}

function expression(walk: Walk, expr: Expr, sign: Sign, env: readonly Spot[]): void {
  const same = (inner: Expr) => expression(walk, inner, sign, env)
  const read = (inner: Expr) => expression(walk, inner, 0, env)
  switch (expr.kind) {
    case 'literal':
    case 'external':
    case 'time':
      return
    case 'field': {
      const spot = use(walk, expr, env)
      if (expr.year) read(expr.year)
      if (spot && expr.type.kind === 'boolean' && sign !== 0) lean(walk, spot, expr, { kind: 'truth', value: sign === 1 })
      return
    }
    case 'parameter':
      if (expr.category) read(expr.category)
      return
    case 'definition': {
      const definition = walk.model.definitions.get(expr.definition)!
      const spot = expr.place && spotAt(walk.model, expr.place, env)
      if (expr.place) touch(walk, expr.place, env)
      expression(walk, definition.value, sign, spot ? [spot] : [])
      return
    }
    case 'meets': {
      const spot = spotAt(walk.model, expr.place, env)
      touch(walk, expr.place, env)
      if (spot) standardWalk(walk, walk.model.standards.get(expr.standard)!, sign, [spot], true)
      return
    }
    case 'not':
    case 'negate':
      expression(walk, expr.operand, flipped(sign), env)
      return
    case 'and':
    case 'or':
    case 'extreme':
      expr.items.forEach(same)
      return
    case 'compare':
      compared(walk, expr, sign, env)
      return
    case 'between': {
      atom(walk, expr.lowOpen ? 'gt' : 'ge', expr.value, expr.low, sign, sign === 1 ? true : undefined, env)
      atom(walk, expr.highOpen ? 'lt' : 'le', expr.value, expr.high, sign, sign === 1 ? true : undefined, env)
      for (const inner of [expr.value, expr.low, expr.high]) read(inner)
      return
    }
    case 'in': {
      const values = expr.items.flatMap((item) => enumValue(item))
      chosen(walk, expr.value, values.length === expr.items.length ? values : [], sign, env)
      expr.items.forEach(read)
      return
    }
    case 'has': {
      const found = fieldBehind(walk.model, expr.operand, env)
      if (found && sign !== 0) lean(walk, found.spot, found.expr, { kind: 'there', value: sign === 1 })
      read(expr.operand)
      return
    }
    case 'status':
      read(expr.operand)
      return
    case 'arithmetic': {
      same(expr.left)
      expression(walk, expr.right, expr.op === '-' || expr.op === '/' ? flipped(sign) : sign, env)
      return
    }
    case 'ratio':
      same(expr.part)
      expression(walk, expr.whole, flipped(sign), env)
      return
    case 'round':
      same(expr.value)
      return
    case 'if':
      read(expr.condition)
      same(expr.then)
      same(expr.otherwise)
      return
    case 'reading':
      for (const arm of expr.arms)
        idly(walk, walk.model.readings.get(expr.reading) !== arm.choice, () => expression(walk, arm.value, sign, env))
      return
    case 'table':
      for (const row of expr.rows) {
        row.tests.forEach(read)
        same(row.value)
      }
      if (expr.otherwise) same(expr.otherwise)
      return
    case 'quantifier': {
      const inner = listEnv(walk, expr.list, env)
      if (!inner) return
      const body: Sign = expr.quantifier === 'none' ? flipped(sign) : sign
      if (expr.quantifier !== 'every') elements(walk, expr.list, body, env)
      if (expr.filter) expression(walk, expr.filter, expr.quantifier === 'every' ? flipped(sign) : body, inner)
      if (expr.body) expression(walk, expr.body, body, inner)
      return
    }
    case 'count':
    case 'sum':
    case 'share': {
      const inner = listEnv(walk, expr.list, env)
      if (!inner) return
      if (expr.kind === 'count') elements(walk, expr.list, sign, env)
      if (expr.filter) expression(walk, expr.filter, expr.kind === 'share' ? 0 : sign, inner)
      if (expr.kind === 'sum') expression(walk, expr.value, sign, inner)
      if (expr.kind === 'share') expression(walk, expr.body, sign, inner)
      return
    }
    case 'datePart':
      read(expr.of)
      return
    case 'dateAdd':
      read(expr.date)
      return
    case 'daysBetween':
    case 'fullYears':
      read(expr.from)
      read(expr.to)
      return
    case 'score':
      for (const line of expr.lines) {
        if (line.when) same(line.when)
        same(line.value)
      }
      return
    default: {
      const unreachable: never = expr
      throw new RangeError(String(unreachable))
    }
  }
}

function compared(walk: Walk, expr: ExprOf<'compare'>, sign: Sign, env: readonly Spot[]): void {
  const { op, left, right } = expr
  const equal = op === 'eq' ? sign : op === 'ne' ? flipped(sign) : undefined
  const literal = right.kind === 'literal' ? right.literal : left.kind === 'literal' ? left.literal : undefined
  const other = right.kind === 'literal' ? left : right
  if (equal !== undefined && literal?.kind === 'enum') {
    chosen(walk, other, [literal.value], equal, env)
    return
  }
  if (equal !== undefined && literal?.kind === 'boolean') {
    expression(walk, other, literal.value ? equal : flipped(equal), env)
    return
  }
  if (equal !== undefined && literal?.kind === 'nothing') {
    const found = fieldBehind(walk.model, other, env)
    if (found && equal !== 0) lean(walk, found.spot, found.expr, { kind: 'there', value: equal === -1 })
    expression(walk, other, 0, env)
    return
  }
  atom(walk, op, left, right, sign, sign === 0 ? undefined : sign === 1, env)
  const more: Sign = op === 'gt' || op === 'ge' ? sign : op === 'lt' || op === 'le' ? flipped(sign) : op === 'eq' ? sign : 0
  expression(walk, left, more, env)
  expression(walk, right, op === 'eq' ? more : flipped(more), env)
}

/** A field that should (not) be one of some enumeration values. */
function chosen(walk: Walk, value: Expr, values: readonly string[], sign: Sign, env: readonly Spot[]): void {
  const found = fieldBehind(walk.model, value, env)
  if (found && sign !== 0 && values.length > 0) lean(walk, found.spot, found.expr, { kind: 'values', values, inside: sign === 1 })
  expression(walk, value, 0, env)
}

function enumValue(expr: Expr): readonly string[] {
  return expr.kind === 'literal' && expr.literal.kind === 'enum' ? [expr.literal.value] : []
}

function elements(walk: Walk, list: ExprOf<'count'>['list'], sign: Sign, env: readonly Spot[]): void {
  const owner = spotAt(walk.model, list.place, env)
  const field = owner && fieldOf(walk.model, owner, list.field)
  if (owner && field && sign !== 0)
    leansOf(walk).push({ source: walk.source, spot: owner, field, want: { kind: 'elements', some: sign === 1 } })
}

function lean(walk: Walk, spot: Spot, expr: ExprOf<'field'>, want: Want): void {
  const field = fieldOf(walk.model, spot, expr.field)
  if (field) leansOf(walk).push({ source: walk.source, spot, field, want })
}

function atom(
  walk: Walk,
  op: CompareOp,
  left: Expr,
  right: Expr,
  sign: Sign,
  wanted: boolean | undefined,
  env: readonly Spot[],
): void {
  const pivots: Pivot[] = []
  gather(walk.model, left, env, pivots)
  gather(walk.model, right, env, pivots)
  if (pivots.length > 0)
    walk.atoms.push({ source: walk.source, op, left, right, wanted, live: sign !== 0 && !walk.idle, env, pivots })
}
