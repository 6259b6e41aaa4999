import type { PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, clause } from '../syntax/access.ts'
import { lowerCites } from './cites.ts'
import { lowerDay } from './day.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Cite } from './program.ts'
import type { EffectLine, Effects } from './program-procedure.ts'

/** 效果 with its lines; a line without 依据 has that of the whole. */
export function lowerEffects(lower: Lowerer, symbol: PolicySymbol): Effects {
  const { decl } = symbol
  const entity = lower.binding.subjectOf(symbol)
  const via = clause(decl, 'via')
  const when = clause(decl, 'when')
  const cites = lowerCites(lower, decl, symbol.unit)
  return {
    ...termOf(lower, symbol),
    ...(entity ? { entity: idOf(lower, entity) } : {}),
    ...(via ? { procedure: idOf(lower, lower.binding.symbolOf(via)) } : {}),
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    cites,
    lines: symbol.members.flatMap((line) => lowerLine(lower, line, cites) ?? []),
  }
}

function lowerLine(lower: Lowerer, symbol: PolicySymbol, around: readonly Cite[]): EffectLine | undefined {
  const { decl, kind } = symbol
  if (kind !== 'shall' && kind !== 'may' && kind !== 'ceases') return undefined
  const from = clause(decl, 'starting')
  const to = clause(decl, 'until')
  const when = clause(decl, 'when')
  const own = lowerCites(lower, decl, symbol.unit)
  return {
    ...termOf(lower, symbol),
    force: kind,
    roles: (clause(decl, 'by') ?? []).map((role) => idOf(lower, lower.binding.symbolOf(role))),
    ...(from ? { from: lowerDay(lower, from) } : {}),
    ...(to ? { to: lowerDay(lower, to) } : {}),
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    text: bodyOf(decl, 'shall')?.text ?? '',
    cites: own.length > 0 ? own : around,
  }
}
