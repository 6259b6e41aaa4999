import type { Expr, ExprOf, Literal } from '../../dsl/lower/program.ts'
import { addDays, addMonths, parseDay } from '../../dsl/value/date.ts'
import { NIL } from '../facts/element.ts'
import { armOf, type Branches, branchesOfIf, branchesOfTable } from './branches.ts'
import { readField } from './field.ts'
import { type Env, elementAt, type Run } from './scope.ts'
import { parameterOf } from './truth.ts'
import { agreed, type Val } from './value.ts'

/** The value of an expression of a date, text or enumeration kind. */
export function plainOf(run: Run, expr: Expr, env: Env): Val {
  switch (expr.kind) {
    case 'literal':
      return literalValue(expr.literal)
    case 'time':
      return run.asOf
    case 'field': {
      const { field, fact } = readField(run, expr, env)
      const value = fact?.value
      if (typeof value === 'string' || typeof value === 'number' || value === NIL) return value
      return field.field.nullable ? null : undefined
    }
    case 'parameter': {
      const literal = parameterOf(run, expr, env)
      return literal && literalValue(literal)
    }
    case 'external':
      return undefined
    case 'definition':
      return plainOf(run, run.model.definitions.get(expr.definition)!.value, definitionEnv(run, expr, env))
    case 'if':
      return agreedValue(run, branchesOfIf(run, expr, env), env)
    case 'reading':
      return plainOf(run, armOf(run, expr), env)
    case 'table':
      return agreedValue(run, branchesOfTable(run, expr, env), env)
    case 'dateAdd': {
      const date = plainOf(run, expr.date, env)
      if (typeof date !== 'number') return undefined
      return expr.unit === 'day' ? addDays(date, expr.amount) : addMonths(date, expr.amount)
    }
    default:
      throw new RangeError(`not a plain value: ${expr.kind}`)
  }
}

function literalValue(literal: Literal): Val {
  switch (literal.kind) {
    case 'date':
      return parseDay(literal.value)
    case 'text':
    case 'enum':
      return literal.value
    case 'nothing':
      return NIL
    default:
      return undefined
  }
}

function agreedValue(run: Run, { candidates, gap }: Branches, env: Env): Val {
  const values = candidates.map((candidate) => plainOf(run, candidate, env))
  return (gap ? [...values, undefined] : values).reduce(agreed)
}

/** The elements a definition's own expression sees. */
export function definitionEnv(run: Run, expr: ExprOf<'definition'>, env: Env): Env {
  return expr.place === undefined ? [] : [elementAt(run, expr.place, env)]
}

/** The category a parameter is asked for; undefined when it has none, null while unknown. */
export function categoryOf(run: Run, expr: ExprOf<'parameter'>, env: Env): string | undefined | null {
  if (expr.category === undefined) return undefined
  const value = plainOf(run, expr.category, env)
  return typeof value === 'string' ? value : null
}
