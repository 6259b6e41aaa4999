import type { Clauses } from './declaration.ts'
import type { CompareExpr, Expr } from './expression.ts'
import { type ClauseName, type DeclKind, declSpec } from './table.ts'

/** The comparisons whose words are those of clauses as well. */
const WORDS: Readonly<Record<string, ClauseName>> = { at_least: 'at_least', not_less_than: 'at_least', exceeds: 'over' }
const SHARES = new Set(['percent', 'permille', 'fraction'])

/** A condition cut before the comparison it ends with. */
export interface Trailing {
  readonly rest: Expr
  readonly compare: CompareExpr
  readonly clause: ClauseName
}

/**
 * 公示 当 危房 不少于 10 天: the comparison at the end of a condition that a reader takes for the line's own demand; undefined where the line says its
 * demand elsewhere or could have none of this kind. Written in brackets it is a comparison.
 */
export function trailingDemand(kind: DeclKind, clauses: Clauses, when: Expr): Trailing | undefined {
  const own = declSpec(kind).clauses
  if (!own.includes('at_least') || clauses.at_least || clauses.over || clauses.exactly) return undefined
  const found = detach(when)
  return found && own.includes(found.clause) ? found : undefined
}

function detach(expr: Expr): Trailing | undefined {
  switch (expr.kind) {
    case 'compare': {
      const clause = WORDS[expr.word]
      const { right } = expr
      const length = right.kind === 'duration' || (right.kind === 'number' && SHARES.has(right.form))
      return clause && length ? { rest: expr.left, compare: expr, clause } : undefined
    }
    case 'not': {
      const inner = detach(expr.operand)
      return inner && { ...inner, rest: { ...expr, operand: inner.rest } }
    }
    case 'and':
    case 'or': {
      const inner = detach(expr.items.at(-1)!)
      return inner && { ...inner, rest: { ...expr, items: [...expr.items.slice(0, -1), inner.rest] } }
    }
    default:
      return undefined
  }
}
