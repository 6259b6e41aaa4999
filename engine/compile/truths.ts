import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { armOf } from '../run/branches.ts'
import { kindOf } from '../run/kind.ts'
import { parameterValue } from '../run/parameter.ts'
import { compileCompare } from './compare.ts'
import { compileAll } from './junction.ts'
import { conjunction, constant, disjunction } from './logic.ts'
import { compileNumber } from './numbers.ts'
import * as OP from './op.ts'
import { quantifier } from './quantifier.ts'
import type { Region } from './region.ts'
import { exactTruth, type Frame, keep, type Shop, siteOf, slotOf, type TruthAt } from './site.ts'
import { compileMet } from './standard.ts'
import { compileTests, flagOf } from './tests.ts'
import { compileDate, enumAt } from './values.ts'

/** Compiles a truth. Always succeeds: what has no closure of its own is left to the exact evaluator. */
export function compileTruth(shop: Shop, expr: Expr, frames: readonly Frame[]): TruthAt {
  const exact = exactTruth(shop, expr, frames)
  return quick(shop, expr, frames, exact) ?? exact
}

function quick(shop: Shop, expr: Expr, frames: readonly Frame[], exact: TruthAt): TruthAt | undefined {
  const compile = (inner: Expr) => compileTruth(shop, inner, frames)
  switch (expr.kind) {
    case 'literal':
      return expr.literal.kind === 'boolean' ? constant(expr.literal.value ? 1 : 0) : constant(2)
    case 'field':
      return fieldTruth(expr, frames)
    case 'parameter': {
      if (expr.category !== undefined) return undefined
      const literal = parameterValue(shop.run, shop.run.model.parameters.get(expr.parameter)!, undefined)
      return constant(literal?.kind === 'boolean' ? (literal.value ? 1 : 0) : 2)
    }
    case 'external':
      return constant(2)
    case 'definition': {
      const body = shop.run.model.definitions.get(expr.definition)!.value
      if (expr.place === undefined) return compileTruth(shop, body, [])
      const site = siteOf(expr.place, frames)
      if (site === undefined) return undefined
      const { region, row } = site
      const inner = keep(shop, region, `truth ${expr.definition}`, () => {
        const own = [{ region, row: 0 }]
        return compileTests(shop, [[body, false]], own) ?? remembered(shop, region, compileTruth(shop, body, own))
      })
      return site.inner ? inner : (r) => inner(row(r))
    }
    case 'meets': {
      const site = siteOf(expr.place, frames)
      if (site === undefined) return undefined
      const { row } = site
      const met = compileMet(shop, shop.run.model.standards.get(expr.standard)!, site.region)
      return site.inner ? met : (r) => met(row(r))
    }
    case 'not':
    case 'and':
    case 'or':
      return compileAll(shop, [[expr, false]], frames)
    case 'compare':
      return compileCompare(shop, expr.op, expr.left, expr.right, frames, exact, false)
    case 'between': {
      const low = compileCompare(shop, expr.lowOpen ? 'gt' : 'ge', expr.value, expr.low, frames, exact, true)
      const high = compileCompare(shop, expr.highOpen ? 'lt' : 'le', expr.value, expr.high, frames, exact, true)
      // A side that asks the exact evaluator gets the answer for both, which is then the answer of their conjunction too.
      return low && high && conjunction([low, high])
    }
    case 'in':
      return compileTests(shop, [[expr, false]], frames) ?? oneOf(shop, expr, frames)
    case 'has':
      return has(shop, expr, frames)
    case 'status':
      return status(shop, expr, frames)
    case 'if': {
      const condition = compile(expr.condition)
      const then = compile(expr.then)
      const otherwise = compile(expr.otherwise)
      return (r) => {
        const truth = condition(r)
        if (truth !== 2) return truth === 1 ? then(r) : otherwise(r)
        const a = then(r)
        return a === otherwise(r) ? a : 2
      }
    }
    case 'reading':
      return compile(armOf(shop.run, expr))
    case 'table':
      return table(expr, compile)
    case 'quantifier':
      return quantifier(shop, expr, frames)
    default:
      return undefined
  }
}

/** Works out a definition of the subject once a record, where that takes more than a look. */
function remembered(shop: Shop, region: Region, truth: TruthAt): TruthAt {
  if (region.kind !== 'root') return truth
  const { record } = shop
  let seen = -1
  let kept = 2
  return (row) => {
    if (seen !== record.number) {
      kept = truth(row)
      seen = record.number
    }
    return kept
  }
}

function fieldTruth(expr: ExprOf<'field'>, frames: readonly Frame[]): TruthAt | undefined {
  const found = expr.year === undefined ? slotOf(expr.place, expr.field, frames) : undefined
  if (found === undefined || found.reader.op !== OP.bool) return undefined
  const { site, reader } = found
  const { region, row, inner } = site
  const flag = flagOf(region, reader)
  if (flag === undefined) return undefined
  const word = region.flags.words[flag.word]!
  const { bit } = flag
  return (r) => {
    const at = inner ? r : row(r)
    return (word.trues[at]! & bit) !== 0 ? 1 : (word.falses[at]! & bit) !== 0 ? 0 : 2
  }
}

function oneOf(shop: Shop, expr: ExprOf<'in'>, frames: readonly Frame[]): TruthAt | undefined {
  const value = enumAt(shop, expr.value, frames)
  const items = expr.items.map((item) => enumAt(shop, item, frames)?.constant)
  const known = items.filter((item) => item !== undefined)
  if (value !== undefined && known.length === items.length && value.values.length <= 31) {
    const mask = known.reduce((bits, item) => bits | (1 << item), 0)
    const { point } = value
    return (r) => {
      const index = point(r)
      return index === Number.POSITIVE_INFINITY ? 0 : !Number.isNaN(index) ? (mask >> index) & 1 : 2
    }
  }
  const equalities = expr.items.map((item) => {
    const exact = exactTruth(shop, expr, frames)
    return compileCompare(shop, 'eq', expr.value, item, frames, exact, true)
  })
  return equalities.every((equality) => equality !== undefined) ? disjunction(equalities) : undefined
}

function has(shop: Shop, expr: ExprOf<'has'>, frames: readonly Frame[]): TruthAt | undefined {
  const { operand } = expr
  const kind = kindOf(operand)
  const value =
    kind === 'number'
      ? compileNumber(shop, operand, frames)
      : kind === 'value'
        ? (enumAt(shop, operand, frames) ?? compileDate(shop, operand, frames))
        : undefined
  if (value === undefined) return undefined
  if (!value.nullable) return constant(1)
  const { point } = value
  return (r) => {
    const found = point(r)
    return found === Number.POSITIVE_INFINITY ? 0 : !Number.isNaN(found) ? 1 : 2
  }
}

function status(shop: Shop, expr: ExprOf<'status'>, frames: readonly Frame[]): TruthAt | undefined {
  const { operand } = expr
  const whenKnown = expr.status === 'known' ? 1 : 0
  if (kindOf(operand) === 'truth') {
    if (operand.kind === 'field') return undefined
    const truth = compileTruth(shop, operand, frames)
    return (r) => (truth(r) === 2 ? 1 - whenKnown : whenKnown)
  }
  // Only a plain field: an unknown number may still have come down to a point.
  if (operand.kind !== 'field' || operand.year !== undefined) return undefined
  const found = slotOf(operand.place, operand.field, frames)
  const { low, high } = found?.reader.plan ?? {}
  if (low !== undefined && low !== null && high !== undefined && high !== null && low.n === high.n && low.d === high.d)
    return undefined
  const value =
    kindOf(operand) === 'number'
      ? compileNumber(shop, operand, frames)
      : (enumAt(shop, operand, frames) ?? compileDate(shop, operand, frames))
  if (value === undefined) return undefined
  const { point } = value
  return (r) => {
    const known = point(r)
    return !Number.isNaN(known) ? whenKnown : 1 - whenKnown
  }
}

function table(expr: ExprOf<'table'>, compile: (inner: Expr) => TruthAt): TruthAt {
  const rows = expr.rows.map((row) => ({ test: conjunction(row.tests.map(compile)), value: compile(row.value) }))
  const otherwise = expr.otherwise && compile(expr.otherwise)
  const unique = expr.hit === 'unique'
  return (r) => {
    // −1: no candidate yet.
    let found = -1
    const add = (truth: number) => {
      found = found === -1 || found === truth ? truth : 2
    }
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      const test = row.test(r)
      if (test === 0) continue
      const value = row.value(r)
      if (test === 1) {
        if (unique) return value
        add(value)
        return found
      }
      add(value)
    }
    if (otherwise === undefined) return 2
    add(otherwise(r))
    return found
  }
}
