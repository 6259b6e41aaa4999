import type { PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, clause } from '../syntax/access.ts'
import { lowerCites } from './cites.ts'
import { lowerDay } from './day.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Ranking, Target } from './program-register.ts'

/** 目标: how many exits are wanted, of whom, until when. */
export function lowerTarget(lower: Lowerer, symbol: PolicySymbol): Target | undefined {
  const { decl } = symbol
  const goal = bodyOf(decl, 'target')
  const when = clause(decl, 'when')
  const tally = clause(decl, 'tally')
  const until = clause(decl, 'until')
  if (!goal) return undefined
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    ...(tally ? { tally: lowerExpr(lower, tally) } : {}),
    goal: lowerExpr(lower, goal),
    ...(until ? { until: lowerDay(lower, until) } : {}),
    cites: lowerCites(lower, decl, symbol.unit),
  }
}

/** 排序: the highest comes first unless the text says otherwise. */
export function lowerRanking(lower: Lowerer, symbol: PolicySymbol): Ranking {
  const { decl } = symbol
  const by = bodyOf(decl, 'ranking')
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    roles: (clause(decl, 'by') ?? []).map((role) => idOf(lower, lower.binding.symbolOf(role))),
    order: clause(decl, 'order')?.id === 'low_first' ? 'low_first' : 'high_first',
    ...(by ? { by: lowerExpr(lower, by) } : {}),
    cites: lowerCites(lower, decl, symbol.unit),
  }
}
