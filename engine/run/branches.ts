import type { Expr, ExprOf } from '../../dsl/lower/program.ts'
import { and, FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import type { Env, Run } from './scope.ts'
import { truthOf } from './truth.ts'

/** What a choice between expressions has come down to: the tests still open and the values still possible. */
export interface Branches {
  /** conditions that are unknown, in order */
  readonly open: readonly Expr[]
  readonly candidates: readonly Expr[]
  /** no row applies and nothing stands for the rest: an unknown candidate more */
  readonly gap: boolean
}

/** The arm of the choice in force. */
export function armOf(run: Run, expr: ExprOf<'reading'>): Expr {
  const choice = run.model.readings.get(expr.reading)
  return (expr.arms.find((arm) => arm.choice === choice) ?? expr.arms[0]!).value
}

/** The branches of an if still possible. */
export function branchesOfIf(run: Run, expr: ExprOf<'if'>, env: Env): Branches {
  const truth = truthOf(run, expr.condition, env)
  if (truth === TRUE) return { open: [], candidates: [expr.then], gap: false }
  if (truth === FALSE) return { open: [], candidates: [expr.otherwise], gap: false }
  return { open: [expr.condition], candidates: [expr.then, expr.otherwise], gap: false }
}

/** The rows of a table still possible. */
export function branchesOfTable(run: Run, expr: ExprOf<'table'>, env: Env): Branches {
  const truths = expr.rows.map((row) => allOf(run, row.tests, env))
  const sure = truths.indexOf(TRUE)
  if (sure >= 0 && expr.hit === 'unique') return { open: [], candidates: [expr.rows[sure]!.value], gap: false }
  const last = sure >= 0 ? sure : truths.length
  const left = expr.rows.filter((_, i) => i <= last && truths[i] !== FALSE)
  const candidates = left.map((row) => row.value)
  const open = expr.rows.flatMap((row, i) => (i < last && truths[i] === UNKNOWN ? row.tests : []))
  if (sure >= 0) return { open, candidates, gap: false }
  return expr.otherwise === undefined
    ? { open, candidates, gap: true }
    : { open, candidates: [...candidates, expr.otherwise], gap: false }
}

function allOf(run: Run, tests: readonly Expr[], env: Env): Truth {
  return tests.reduce<Truth>((truth, test) => (truth === FALSE ? FALSE : and(truth, truthOf(run, test, env))), TRUE)
}
