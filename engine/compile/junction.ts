import type { Expr } from '../../dsl/lower/program.ts'
import { armOf } from '../run/branches.ts'
import { conjunction, disjunction, negated } from './logic.ts'
import type { Frame, Shop, TruthAt } from './site.ts'
import { compileTests, testsOf } from './tests.ts'
import { compileTruth } from './truths.ts'

export type Part = readonly [expr: Expr, negate: boolean]

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
  // A definition named twice is one closure.
  const once = [...new Set(others)]
  return conjunction(tests === undefined ? once : [tests, ...once])
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

/** Compiles the negation of a truth. */
export function compileNegation(shop: Shop, expr: Expr, frames: readonly Frame[]): TruthAt {
  return compileAll(shop, [[expr, true]], frames)
}
