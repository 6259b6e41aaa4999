import type { CompareOp, EmptyShare, Expr } from '../../dsl/lower/program.ts'
import { FALSE, fromBoolean, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { commonKind, kindOf } from './kind.ts'
import { shareOf } from './lists.ts'
import { between, compareNum, NOTHING, type Num } from './number.ts'
import { numberOf, ratioOf } from './numeric.ts'
import type { Env, Run } from './scope.ts'
import { hasValue, truthOf } from './truth.ts'
import { compareVal } from './value.ts'
import { plainOf } from './values.ts'

/** Compares two expressions. `indirect`: a share on the left is then an ordinary number, whatever it says of being empty. */
export function compareExprs(run: Run, op: CompareOp, left: Expr, right: Expr, env: Env, indirect = false): Truth {
  switch (commonKind(left, right)) {
    case 'truth':
      return compareTruths(run, op, left, right, env)
    case 'number':
      if (!indirect && (left.kind === 'share' || left.kind === 'ratio')) return compareShare(run, op, left, right, env)
      return compareNum(op, sideOf(run, left, env), sideOf(run, right, env))
    case 'value':
      return compareVal(op, plainOf(run, left, env), plainOf(run, right, env))
    case 'nothing':
      return fromBoolean(op === 'eq')
  }
}

function sideOf(run: Run, expr: Expr, env: Env): Num {
  return kindOf(expr) === 'nothing' ? NOTHING : numberOf(run, expr, env)
}

function compareTruths(run: Run, op: CompareOp, left: Expr, right: Expr, env: Env): Truth {
  const nothing = kindOf(left) === 'nothing' ? right : kindOf(right) === 'nothing' ? left : undefined
  if (nothing !== undefined) return flip(hasValue(run, nothing, env), op === 'eq')
  const a = truthOf(run, left, env)
  const b = truthOf(run, right, env)
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : fromBoolean((a === b) === (op === 'eq'))
}

function flip(truth: Truth, when: boolean): Truth {
  return truth === UNKNOWN || !when ? truth : truth === TRUE ? FALSE : TRUE
}

function compareShare(run: Run, op: CompareOp, left: Expr & { kind: 'share' | 'ratio' }, right: Expr, env: Env): Truth {
  const { interval, empty } = left.kind === 'share' ? shareOf(run, left, env) : ratioOf(run, left, env)
  const other = sideOf(run, right, env)
  if (empty === 'no') return compareNum(op, between(interval), other)
  const said = whenEmpty(left.empty)
  if (empty === 'yes') return said
  return compareNum(op, between(interval), other) === said ? said : UNKNOWN
}

function whenEmpty(empty: EmptyShare): Truth {
  return empty === 'met' ? TRUE : empty === 'unmet' ? FALSE : UNKNOWN
}
