import type { ExprOf, ScoreLine } from '../../dsl/lower/program.ts'
import { addI, hull, type Interval, maximumI, minimumI, point } from '../../dsl/value/interval.ts'
import { ZERO } from '../../dsl/value/rational.ts'
import { FALSE, TRUE } from '../../dsl/value/truth.ts'
import { rationalOf, spanOf } from './numeric.ts'
import type { Env, Run } from './scope.ts'
import { truthOf } from './truth.ts'

const NONE: Interval = point(ZERO)

/** The points of a score: its lines, each held between its floor and cap, then the whole. */
export function scoreOf(run: Run, expr: ExprOf<'score'>, env: Env): Interval {
  const total = expr.lines.map((line) => pointsOf(run, line, env)).reduce(addI, NONE)
  return held(total, expr)
}

function pointsOf(run: Run, line: ScoreLine, env: Env): Interval {
  const counts = line.when === undefined ? TRUE : truthOf(run, line.when, env)
  if (counts === FALSE) return NONE
  const points = held(spanOf(run, line.value, env), line)
  return counts === TRUE ? points : hull(NONE, points)
}

function held(value: Interval, limits: { readonly cap?: string; readonly floor?: string }): Interval {
  const raised = limits.floor === undefined ? value : maximumI(value, point(rationalOf(limits.floor)))
  return limits.cap === undefined ? raised : minimumI(raised, point(rationalOf(limits.cap)))
}
