import type { ExprOf } from '../../dsl/lower/program.ts'
import { isPoint } from '../../dsl/value/interval.ts'
import { type Element, fieldPath, type ScalarFact } from '../facts/element.ts'
import type { FieldPlan } from '../facts/plan.ts'
import { numberOf } from './numeric.ts'
import { type Env, elementAt, type Run } from './scope.ts'

/** Which fact a field expression reads. `year` is set for yearly fields: undefined while unknown. */
export interface FieldRead {
  readonly element: Element
  readonly field: FieldPlan
  readonly year: number | undefined
  readonly fact: ScalarFact | undefined
}

/** Finds the fact a field expression reads. */
export function readField(run: Run, expr: ExprOf<'field'>, env: Env): FieldRead {
  const element = elementAt(run, expr.place, env)
  const field = element.plan.byId.get(expr.field)!
  const year = expr.year === undefined ? run.year : yearOf(run, expr.year, env)
  const stored = element.facts[field.index]
  if (stored?.kind === 'scalar') return { element, field, year, fact: stored }
  const fact = stored?.kind === 'yearly' && year !== undefined ? stored.years.get(year) : undefined
  return { element, field, year, fact }
}

function yearOf(run: Run, expr: ExprOf<'field'>['year'] & object, env: Env): number | undefined {
  const { interval, nil } = numberOf(run, expr, env)
  return nil === 0 && isPoint(interval) && interval.lo!.d === 1n ? Number(interval.lo!.n) : undefined
}

/** The path of the fact: `net_income_pc@2018` for a year other than the decision's. */
export function pathOfRead(run: Run, read: FieldRead): string {
  const path = fieldPath(read.element, read.field)
  return read.field.field.yearly && read.year !== undefined && read.year !== run.year ? `${path}@${read.year}` : path
}
