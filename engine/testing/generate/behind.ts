import type { Expr, ExprOf, Field } from '../../../dsl/lower/program.ts'
import type { Model } from '../../run/model.ts'
import { type Spot, spotAt } from './spot.ts'

/** A field a comparison reads by itself, not through a count or a sum. */
export interface Pivot {
  readonly spot: Spot
  readonly field: Field
  readonly expr: ExprOf<'field'>
}

/** Fields of numbers, years and dates an expression reads by itself, under the readings in force. */
export function gather(model: Model, expr: Expr, env: readonly Spot[], into: Pivot[]): void {
  const each = (...inner: readonly (Expr | undefined)[]) => {
    for (const one of inner) if (one) gather(model, one, env, into)
  }
  switch (expr.kind) {
    case 'field': {
      const spot = spotAt(model, expr.place, env)
      const field = spot && fieldOf(model, spot, expr.field)
      if (spot && field && ['number', 'year', 'date'].includes(field.type.kind)) into.push({ spot, field, expr })
      return
    }
    case 'definition': {
      const spot = expr.place && spotAt(model, expr.place, env)
      gather(model, model.definitions.get(expr.definition)!.value, spot ? [spot] : [], into)
      return
    }
    case 'reading':
      each(expr.arms.find((arm) => arm.choice === model.readings.get(expr.reading))?.value)
      return
    case 'negate':
      each(expr.operand)
      return
    case 'arithmetic':
      each(expr.left, expr.right)
      return
    case 'ratio':
      each(expr.part, expr.whole)
      return
    case 'round':
      each(expr.value)
      return
    case 'extreme':
      each(...expr.items)
      return
    case 'if':
      each(expr.then, expr.otherwise)
      return
    case 'table':
      each(...expr.rows.map((row) => row.value), expr.otherwise)
      return
    case 'score':
      each(...expr.lines.map((line) => line.value))
      return
    case 'datePart':
      each(expr.of)
      return
    case 'dateAdd':
      each(expr.date)
      return
    case 'daysBetween':
    case 'fullYears':
      each(expr.from, expr.to)
      return
    default:
      return
  }
}

/** The field a value comes from, through definitions and the readings in force. */
export function fieldBehind(
  model: Model,
  expr: Expr,
  env: readonly Spot[],
): { readonly spot: Spot; readonly expr: ExprOf<'field'> } | undefined {
  if (expr.kind === 'field') {
    const spot = spotAt(model, expr.place, env)
    return spot && { spot, expr }
  }
  if (expr.kind === 'definition') {
    const spot = expr.place && spotAt(model, expr.place, env)
    return fieldBehind(model, model.definitions.get(expr.definition)!.value, spot ? [spot] : [])
  }
  if (expr.kind !== 'reading') return undefined
  const arm = expr.arms.find((one) => one.choice === model.readings.get(expr.reading))
  return arm && fieldBehind(model, arm.value, env)
}

/** The field of that id at a spot. */
export function fieldOf(model: Model, spot: Spot, id: string): Field | undefined {
  return model.schema.entities.get(spot.entity)?.byId.get(id)?.field
}
