import type { PolicySymbol } from '../bind/symbol.ts'
import { childrenOf, clause } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import { lowerCites } from './cites.ts'
import { type Lowerer, termOf } from './lowerer.ts'
import type { Calendar, Paper } from './program-procedure.ts'
import { firstDay, lastDay } from './vocabulary.ts'

/** A paper that steps use and produce. */
export function lowerPaper(lower: Lowerer, symbol: PolicySymbol): Paper {
  const { decl } = symbol
  const title = clause(decl, 'summary')?.text
  return {
    ...termOf(lower, symbol),
    ...(title === undefined ? {} : { title }),
    given: clause(decl, 'given') === true,
    notSupplied: clause(decl, 'not_supplied') === true,
    cites: lowerCites(lower, decl, symbol.unit),
  }
}

/** The days off and the days worked instead; a single day may be written by its 自 alone. */
export function lowerCalendar(lower: Lowerer, symbol: PolicySymbol): Calendar {
  const { decl } = symbol
  const origin = clause(decl, 'origin')?.text
  return {
    ...termOf(lower, symbol),
    from: firstDay(clause(decl, 'from')) ?? '',
    to: lastDay(clause(decl, 'to')) ?? '',
    rest: childrenOf(decl, 'rest').map(stretch),
    work: childrenOf(decl, 'work').map(stretch),
    ...(origin === undefined ? {} : { origin }),
  }
}

function stretch(decl: Decl): { readonly from: string; readonly to: string } {
  const from = clause(decl, 'from')
  return { from: firstDay(from) ?? '', to: lastDay(clause(decl, 'to') ?? from) ?? '' }
}
