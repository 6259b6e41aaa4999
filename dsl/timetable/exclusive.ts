import type { Expr } from '../lower/program.ts'

/** Whether two conditions can never hold together, as far as their form shows it: one is the other's denial, or both pin one thing to different values. */
export function exclusive(a: Expr | undefined, b: Expr | undefined): boolean {
  if (!a || !b) return false
  if (a.kind === 'and') return a.items.some((item) => exclusive(item, b))
  if (b.kind === 'and') return b.items.some((item) => exclusive(a, item))
  if (a.kind === 'or') return a.items.every((item) => exclusive(item, b))
  if (b.kind === 'or') return b.items.every((item) => exclusive(a, item))
  if (a.kind === 'not' && sameExpr(a.operand, b)) return true
  if (b.kind === 'not' && sameExpr(b.operand, a)) return true
  if (a.kind === 'literal' && a.literal.kind === 'boolean') return !a.literal.value
  if (b.kind === 'literal' && b.literal.kind === 'boolean') return !b.literal.value
  const left = pinned(a)
  const right = pinned(b)
  if (!left || !right || !sameExpr(left.of, right.of)) return false
  return left.values.every((value) => !right.values.includes(value))
}

/** X = v, X 属于（v、w）: the only values under which it holds. */
function pinned(e: Expr): { readonly of: Expr; readonly values: readonly string[] } | undefined {
  if (e.kind === 'compare' && e.op === 'eq') {
    const value = literalText(e.right)
    return value === undefined ? undefined : { of: e.left, values: [value] }
  }
  if (e.kind !== 'in') return undefined
  const values = e.items.map(literalText)
  return values.every((value) => value !== undefined) ? { of: e.value, values } : undefined
}

function literalText(e: Expr): string | undefined {
  return e.kind === 'literal' && e.literal.kind !== 'nothing' ? JSON.stringify(e.literal) : undefined
}

/** Whether two expressions say the same, wherever they stand. */
export function sameExpr(a: Expr, b: Expr): boolean {
  return textOf(a) === textOf(b)
}

function textOf(e: Expr): string {
  return JSON.stringify(e, (key, value: unknown) => (key === 'id' || key === 'span' ? undefined : value))
}
