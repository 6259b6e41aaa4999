import type { Expr } from '../../dsl/lower/program.ts'
import { conditionText, type Scope } from './condition.ts'
import { ratioText } from './figure.ts'
import type { Names } from './names.ts'

/** A threshold, a quorum, the share of a sample: 50%, 2/3; what is no plain number in words. */
export function shareText(expr: Expr, names: Names, scope: Scope): string {
  return expr.kind === 'literal' && expr.literal.kind === 'number'
    ? ratioText(expr.literal.value, names)
    : conditionText(expr, names, scope)
}
