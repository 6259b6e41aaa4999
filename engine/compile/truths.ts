import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { armOf } from '../run/branches.ts'
import { kindOf } from '../run/kind.ts'
import { parameterValue } from '../run/parameter.ts'
import { rowsOf } from './aggregates.ts'
import { compileCompare } from './compare.ts'
import { compileNumber } from './numbers.ts'
import { OP, type Region } from './region.ts'
import { exactTruth, type Frame, keep, type Shop, siteOf, slotOf, type TruthAt } from './site.ts'
import { compileMet } from './standard.ts'
import { compileTests, scan, testsOf } from './tests.ts'
import { compileDate, enumAt } from './values.ts'

/** Compiles a truth. Always succeeds: what has no closure of its own is left to the exact evaluator. */
export function compileTruth(shop: Shop, expr: Expr, frames: readonly Frame[]): TruthAt {
  const exact = exactTruth(shop, expr, frames)
  return quick(shop, expr, frames, exact) ?? exact
}

/** Compiles the negation of a truth. */
export function compileNegation(shop: Shop, expr: Expr, frames: readonly Frame[]): TruthAt {
  return compileAll(shop, [[expr, true]], frames)
}

type Part = readonly [expr: Expr, negate: boolean]

/** Conditions (or their negations), all of which must hold: the plain tests among them as one closure, whatever the nesting. */
export function compileAll(shop: Shop, exprs: readonly Part[], frames: readonly Frame[]): TruthAt {
  const parts: Part[] = []
  for (const [expr, negate] of exprs) flatten(shop, expr, negate, parts)
  const [only] = parts
  if (parts.length === 1 && only !== undefined && isJunction(only[0])) return someOf(shop, only, frames)
  const plain = parts.filter((part) => testsOf(shop, [part], frames) !== undefined)
  const tests = compileTests(shop, plain, frames)
  const others = (tests === undefined ? parts : parts.filter((part) => !plain.includes(part))).map((part) =>
    compileOne(shop, part, frames),
  )
  return conjunction(tests === undefined ? others : [tests, ...others])
}

function isJunction(expr: Expr): boolean {
  return expr.kind === 'and' || expr.kind === 'or'
}

function compileOne(shop: Shop, [expr, negate]: Part, frames: readonly Frame[]): TruthAt {
  if (isJunction(expr)) {
    return (expr.kind === 'or') === negate ? compileAll(shop, [[expr, negate]], frames) : someOf(shop, [expr, negate], frames)
  }
  const truth = compileTruth(shop, expr, frames)
  return negate ? negated(truth) : truth
}

/** An or, or an and that is negated: the negation of a conjunction where that spares negations, else a disjunction. */
function someOf(shop: Shop, [expr, negate]: Part, frames: readonly Frame[]): TruthAt {
  const opposite: Part[] = []
  flatten(shop, expr, !negate, opposite)
  const spares = opposite.every((part) => !part[1] || testsOf(shop, [part], frames) !== undefined)
  if (spares) return negated(compileAll(shop, opposite, frames))
  return disjunction(opposite.map(([part, negative]) => compileOne(shop, [part, !negative], frames)))
}

/** Takes a conjunction apart: through 非, through the arm of a reading, never through a definition, which is worked out once. */
function flatten(shop: Shop, expr: Expr, negate: boolean, into: Part[]): void {
  switch (expr.kind) {
    case 'not':
      flatten(shop, expr.operand, !negate, into)
      return
    case 'and':
    case 'or':
      if ((expr.kind === 'or') === negate) for (const item of expr.items) flatten(shop, item, negate, into)
      else into.push([expr, negate])
      return
    case 'reading':
      flatten(shop, armOf(shop.run, expr), negate, into)
      return
    default:
      into.push([expr, negate])
  }
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
      return oneOf(shop, expr, frames)
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

/** A truth that is the same for all facts. */
export function constant(truth: number): TruthAt {
  return () => truth
}

/** ¬. */
export function negated(inner: TruthAt): TruthAt {
  return (r) => {
    const truth = inner(r)
    return truth === 2 ? 2 : 1 - truth
  }
}

/** ∧, unrolled where it is short. */
export function conjunction(parts: readonly TruthAt[]): TruthAt {
  const [a, b, c] = parts
  if (a === undefined) return constant(1)
  if (b === undefined) return a
  if (c === undefined) {
    return (r) => {
      const x = a(r)
      if (x === 0) return 0
      const y = b(r)
      return y === 0 ? 0 : x === 1 ? y : 2
    }
  }
  if (parts.length === 3) {
    return (r) => {
      const x = a(r)
      if (x === 0) return 0
      const y = b(r)
      if (y === 0) return 0
      const z = c(r)
      return z === 0 ? 0 : x === 1 && y === 1 ? z : 2
    }
  }
  return (r) => {
    let truth = 1
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(r)
      if (part === 0) return 0
      if (part === 2) truth = 2
    }
    return truth
  }
}

/** ∨. */
export function disjunction(parts: readonly TruthAt[]): TruthAt {
  const [a, b, c] = parts
  if (a === undefined) return constant(0)
  if (b === undefined) return a
  if (c === undefined) {
    return (r) => {
      const x = a(r)
      if (x === 1) return 1
      const y = b(r)
      return y === 1 ? 1 : x === 0 ? y : 2
    }
  }
  return (r) => {
    let truth = 0
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!(r)
      if (part === 1) return 1
      if (part === 2) truth = 2
    }
    return truth
  }
}

function fieldTruth(expr: ExprOf<'field'>, frames: readonly Frame[]): TruthAt | undefined {
  const found = expr.year === undefined ? slotOf(expr.place, expr.field, frames) : undefined
  if (found === undefined || found.reader.op !== OP.bool) return undefined
  const { site, reader } = found
  const { region, row } = site
  const { slot } = reader
  const { width } = region
  if (region.kind === 'root') return () => region.truths[slot]!
  return site.inner ? (r) => region.truths[r * width + slot]! : (r) => region.truths[row(r) * width + slot]!
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

/** What an element must be to decide a quantifier alone: F ∧ P, or F ∧ ¬P under 每个. */
function deciding({ filter, body, quantifier: which }: ExprOf<'quantifier'>): readonly Part[] {
  const parts: Part[] = []
  if (filter !== undefined) parts.push([filter, false])
  if (body !== undefined) parts.push([body, which === 'every'])
  return parts
}

function quantifier(shop: Shop, expr: ExprOf<'quantifier'>, frames: readonly Frame[]): TruthAt | undefined {
  const rows = rowsOf(expr.list, frames)
  if (rows === undefined) return undefined
  const { owner, at, enclosing } = rows
  const whenFound = expr.quantifier === 'some' ? 1 : 0
  const hollow = expr.quantifier === 'every' && expr.body === undefined
  const parts = deciding(expr)
  const tests = hollow ? undefined : testsOf(shop, parts, rows.frames)
  if (tests !== undefined) {
    return (row) => {
      const start = at(row)
      const { lists } = owner
      if (lists[start + 2] !== 0) return 2
      const found = scan(tests, lists[start]!, lists[start + 1]!)
      return found === 2 ? 2 : found === 1 ? whenFound : 1 - whenFound
    }
  }
  const decides = hollow ? constant(0) : compileAll(shop, parts, rows.frames)
  return (row) => {
    const start = at(row)
    const { lists } = owner
    if (lists[start + 2] !== 0) return 2
    enclosing.row = row
    let open = false
    const end = lists[start + 1]!
    for (let r = lists[start]!; r < end; r++) {
      const truth = decides(r)
      if (truth === 1) return whenFound
      if (truth === 2) open = true
    }
    return open ? 2 : 1 - whenFound
  }
}
