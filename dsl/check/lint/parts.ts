import type { Expr } from '../../syntax/expression.ts'

/** A direct part of an expression; `inside` when it stands one element further in, `truth` when it must be true or false. */
export interface Part {
  readonly expr: Expr
  readonly inside?: true
  readonly truth?: true
}

const NONE: readonly Part[] = []

/** The direct parts of an expression in order of the text. Lists and places are left out: nothing is computed in them. */
export function partsOf(expr: Expr): readonly Part[] {
  const values = (...exprs: readonly Expr[]): readonly Part[] => exprs.map((value) => ({ expr: value }))
  const condition = (value: Expr | undefined): readonly Part[] => (value ? [{ expr: value, inside: true, truth: true }] : [])
  switch (expr.kind) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'year':
    case 'duration':
    case 'position':
    case 'text':
    case 'nothing':
    case 'name':
    case 'meets':
    case 'error':
      return NONE
    case 'path':
      return values(expr.of)
    case 'period':
      return values(expr.of, expr.year)
    case 'call':
      return values(...expr.args)
    case 'not':
      return [{ expr: expr.operand, truth: true }]
    case 'negate':
    case 'status':
    case 'has':
      return values(expr.operand)
    case 'and':
    case 'or':
      return expr.items.map((item) => ({ expr: item, truth: true }))
    case 'compare':
    case 'arithmetic':
      return [{ expr: expr.left }, { expr: expr.right }]
    case 'between':
      return values(expr.value, expr.low, expr.high)
    case 'in':
      return values(expr.value, ...expr.items)
    case 'round':
      return values(expr.value)
    case 'extreme':
      return values(...expr.items)
    case 'if':
      return [{ expr: expr.condition, truth: true }, ...values(expr.then, ...(expr.otherwise ? [expr.otherwise] : []))]
    case 'reading':
      return values(...expr.arms.map((arm) => arm.value))
    case 'quantifier':
      return [...condition(expr.filter), ...condition(expr.body)]
    case 'count':
      return condition(expr.filter)
    case 'sum':
      return [...condition(expr.filter), { expr: expr.value, inside: true }]
    case 'share':
      if (expr.domain === undefined) return values(expr.part, ...(expr.whole ? [expr.whole] : []))
      return [...condition(expr.filter), ...condition(expr.part)]
    default:
      return expr satisfies never
  }
}
