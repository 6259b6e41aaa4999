import type { ExprOf } from '../../dsl/lower/program.ts'
import { rowsOf } from './aggregates.ts'
import { compileAll, type Part } from './junction.ts'
import { constant } from './logic.ts'
import type { Frame, Shop, TruthAt } from './site.ts'
import { scan, testsOf } from './tests.ts'

/** What an element must be to decide a quantifier alone: F ∧ P, or F ∧ ¬P under 每个. */
function deciding({ filter, body, quantifier: which }: ExprOf<'quantifier'>): readonly Part[] {
  const parts: Part[] = []
  if (filter !== undefined) parts.push([filter, false])
  if (body !== undefined) parts.push([body, which === 'every'])
  return parts
}

/** 每个, 存在, 没有. */
export function quantifier(shop: Shop, expr: ExprOf<'quantifier'>, frames: readonly Frame[]): TruthAt | undefined {
  const rows = rowsOf(expr.list, frames)
  if (rows === undefined) return undefined
  const { owner, at, enclosing } = rows
  const whenFound = expr.quantifier === 'some' ? 1 : 0
  const hollow = expr.quantifier === 'every' && expr.body === undefined
  const parts = deciding(expr)
  const tests = hollow ? undefined : testsOf(shop, parts, rows.frames)
  if (tests !== undefined) {
    if (owner.kind === 'root') {
      const start = at(0)
      return () => {
        const { lists } = owner
        if (lists[start + 2] !== 0) return 2
        const found = scan(tests, lists[start]!, lists[start + 1]!)
        return found === 2 ? 2 : found === 1 ? whenFound : 1 - whenFound
      }
    }
    return (row) => {
      const start = at(row)
      const { lists } = owner
      if (lists[start + 2] !== 0) return 2
      const found = scan(tests, lists[start]!, lists[start + 1]!)
      return found === 2 ? 2 : found === 1 ? whenFound : 1 - whenFound
    }
  }
  const decides = hollow ? constant(0) : compileAll(shop, parts, rows.frames)
  return (row) => {
    const start = at(row)
    const { lists } = owner
    if (lists[start + 2] !== 0) return 2
    enclosing.row = row
    let open = false
    const end = lists[start + 1]!
    for (let r = lists[start]!; r < end; r++) {
      const truth = decides(r)
      if (truth === 1) return whenFound
      if (truth === 2) open = true
    }
    return open ? 2 : 1 - whenFound
  }
}
