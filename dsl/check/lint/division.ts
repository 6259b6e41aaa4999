import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { compareI, point } from '../../value/interval.ts'
import { ZERO } from '../../value/rational.ts'
import { FALSE } from '../../value/truth.ts'
import { rangeLabels } from './condition.ts'
import { comparison, formulaOf, fresh } from './formula.ts'
import { type Linter, note, written } from './linter.ts'
import { conjunction, negation, operandsOf } from './logic.ts'
import { partsOf } from './parts.ts'
import { rangeOf } from './range.ts'
import { type Given, sitesOf } from './site.ts'
import { satisfiable } from './solve.ts'

/** R441: a divisor whose declared range holds 0, with nothing around it that excludes 0. */
export function lintDivisions(lint: Linter, decl: Decl): void {
  for (const site of sitesOf(decl)) if (site.kinds.has('arithmetic')) below(lint, site.expr, site.level, site.given)
}

function below(lint: Linter, expr: Expr, level: number, given: readonly Given[]): void {
  if (expr.kind === 'arithmetic' && expr.op === '/' && maybeZero(lint, expr.right, level, given)) {
    const text = written(lint, expr.right.span)
    note(lint, 'R441', expr.right.span, { text }, { labels: rangeLabels(lint, expr.right) })
  }
  for (const part of partsOf(expr)) {
    if (!divides(part.expr)) continue
    below(lint, part.expr, part.inside ? level + 1 : level, [...given, ...givenFor(expr, part.expr, level)])
  }
}

function divides(expr: Expr): boolean {
  return (expr.kind === 'arithmetic' && expr.op === '/') || partsOf(expr).some((part) => divides(part.expr))
}

/** What must hold of its neighbours for the part to matter. */
function givenFor(expr: Expr, part: Expr, level: number): readonly Given[] {
  const others = (items: readonly Expr[], truth: boolean) =>
    items.filter((item) => item !== part).map((item) => ({ expr: item, truth, level }))
  switch (expr.kind) {
    case 'and':
      return others(expr.items, true)
    case 'or':
      return others(expr.items, false)
    case 'if':
      return part === expr.condition ? [] : [{ expr: expr.condition, truth: part === expr.then, level }]
    case 'quantifier':
    case 'sum':
    case 'share':
      return expr.filter && part !== expr.filter ? [{ expr: expr.filter, truth: true, level: level + 1 }] : []
    default:
      return []
  }
}

function maybeZero(lint: Linter, divisor: Expr, level: number, given: readonly Given[]): boolean {
  const range = rangeOf(lint.checked, divisor)
  const declared = range.lo !== null || range.hi !== null
  // A figure that is 0 is an error of its own, and where nothing is declared nothing is known.
  if (!declared || divisor.kind === 'number' || compareI('eq', range, point(ZERO)) === FALSE) return false
  const space = fresh(lint.space)
  const zero: Expr = { kind: 'number', value: '0', form: 'plain', span: divisor.span }
  const isZero = comparison(space, divisor, 'eq', divisor, zero, level)
  if (!isZero || satisfiable(space, isZero) === false) return false
  const around = given.flatMap((one) => {
    const formula = formulaOf(space, one.expr, one.level)
    if (!formula || ![...operandsOf(formula)].some((key) => operandsOf(isZero).has(key))) return []
    return [one.truth ? formula : negation(formula)]
  })
  return satisfiable(space, conjunction([isZero, ...around])) !== false
}
