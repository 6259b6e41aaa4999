import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { and, FALSE, fromBoolean, not, or, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { NIL } from '../facts/element.ts'
import { armOf, type Branches, branchesOfIf, branchesOfTable } from './branches.ts'
import { compareExprs } from './comparison.ts'
import { readField } from './field.ts'
import { kindOf } from './kind.ts'
import { quantified } from './lists.ts'
import { isKnown } from './number.ts'
import { numberOf } from './numeric.ts'
import { metBy } from './outcome.ts'
import { parameterValue } from './parameter.ts'
import { type Env, elementAt, type Run } from './scope.ts'
import { isKnownVal, isThere } from './value.ts'
import { categoryOf, definitionEnv, plainOf } from './values.ts'

/** The truth of an expression of a truth kind. */
export function truthOf(run: Run, expr: Expr, env: Env): Truth {
  switch (expr.kind) {
    case 'literal':
      return expr.literal.kind === 'boolean' ? fromBoolean(expr.literal.value) : UNKNOWN
    case 'field': {
      const value = readField(run, expr, env).fact?.value
      return typeof value === 'boolean' ? fromBoolean(value) : UNKNOWN
    }
    case 'parameter': {
      const literal = parameterOf(run, expr, env)
      return literal?.kind === 'boolean' ? fromBoolean(literal.value) : UNKNOWN
    }
    case 'external':
      return UNKNOWN
    case 'definition':
      return truthOf(run, run.model.definitions.get(expr.definition)!.value, definitionEnv(run, expr, env))
    case 'meets':
      return metBy(run, run.model.standards.get(expr.standard)!, elementAt(run, expr.place, env))
    case 'not':
      return not(truthOf(run, expr.operand, env))
    case 'and':
      return expr.items.reduce<Truth>((truth, item) => (truth === FALSE ? FALSE : and(truth, truthOf(run, item, env))), TRUE)
    case 'or':
      return expr.items.reduce<Truth>((truth, item) => (truth === TRUE ? TRUE : or(truth, truthOf(run, item, env))), FALSE)
    case 'compare':
      return compareExprs(run, expr.op, expr.left, expr.right, env)
    case 'between':
      return and(
        compareExprs(run, expr.lowOpen ? 'gt' : 'ge', expr.value, expr.low, env, true),
        compareExprs(run, expr.highOpen ? 'lt' : 'le', expr.value, expr.high, env, true),
      )
    case 'in':
      return expr.items.reduce<Truth>(
        (truth, item) => (truth === TRUE ? TRUE : or(truth, compareExprs(run, 'eq', expr.value, item, env, true))),
        FALSE,
      )
    case 'has':
      return hasValue(run, expr.operand, env)
    case 'status':
      return fromBoolean(isKnownExpr(run, expr.operand, env) === (expr.status === 'known'))
    case 'if':
      return agreedTruth(run, branchesOfIf(run, expr, env), env)
    case 'reading':
      return truthOf(run, armOf(run, expr), env)
    case 'table':
      return agreedTruth(run, branchesOfTable(run, expr, env), env)
    case 'quantifier':
      return quantified(run, expr, env)
    default:
      throw new RangeError(`not a truth: ${expr.kind}`)
  }
}

/** The entry of a parameter in force, undefined where none is or its category is unknown. */
export function parameterOf(run: Run, expr: ExprOf<'parameter'>, env: Env): ReturnType<typeof parameterValue> {
  const category = categoryOf(run, expr, env)
  return category === null ? undefined : parameterValue(run, run.model.parameters.get(expr.parameter)!, category)
}

function agreedTruth(run: Run, { candidates, gap }: Branches, env: Env): Truth {
  if (gap) return UNKNOWN
  const truths = candidates.map((candidate) => truthOf(run, candidate, env))
  return truths.every((truth) => truth === truths[0]) ? truths[0]! : UNKNOWN
}

/** Whether an operand is there rather than 无. */
export function hasValue(run: Run, operand: Expr, env: Env): Truth {
  switch (kindOf(operand)) {
    case 'truth':
      return hasTruth(run, operand, env)
    case 'number':
      return not(numberOf(run, operand, env).nil)
    case 'value':
      return isThere(plainOf(run, operand, env))
    case 'nothing':
      return FALSE
  }
}

function hasTruth(run: Run, operand: Expr, env: Env): Truth {
  if (operand.kind !== 'field') return TRUE
  const { field, fact } = readField(run, operand, env)
  if (fact?.value === NIL) return FALSE
  return fact?.value === undefined && field.field.nullable ? UNKNOWN : TRUE
}

/** Whether nothing about the expression's value is open. */
export function isKnownExpr(run: Run, expr: Expr, env: Env): boolean {
  switch (kindOf(expr)) {
    case 'truth':
      return truthOf(run, expr, env) !== UNKNOWN || (expr.kind === 'field' && readField(run, expr, env).fact?.value === NIL)
    case 'number':
      return isKnown(numberOf(run, expr, env))
    case 'value':
      return isKnownVal(plainOf(run, expr, env))
    case 'nothing':
      return true
  }
}
