import { clause } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Binder, Context } from './binder.ts'
import { resolveKind } from './report.ts'
import { resolveCites } from './resolve-cites.ts'
import { resolveExpr } from './resolve-expr.ts'

/** Clauses that hold references whatever the kind. Conditions, steps and states are resolved where their surroundings are known. */
export function resolveClauses(binder: Binder, decl: Decl, context: Context): void {
  const subject = clause(decl, 'for')
  if (subject) resolveKind(binder, subject, context, ['entity'], 'entity')
  for (const role of clause(decl, 'by') ?? []) resolveKind(binder, role, context, ['role'], 'role')
  const channel = clause(decl, 'channel')
  if (channel) resolveKind(binder, channel, context, ['channel'], 'channel')
  const keyed = clause(decl, 'keyed')
  if (keyed) resolveKind(binder, keyed, context, ['enum'], 'enum')
  const range = clause(decl, 'range')
  for (const end of [range?.low, range?.high]) if (end) resolveExpr(binder, end, context)
  for (const place of clause(decl, 'at') ?? []) resolveKind(binder, place, context, ['place'], 'place')
  const calendar = clause(decl, 'by_calendar')
  if (calendar) resolveKind(binder, calendar, context, ['calendar'], 'calendar')
  const standard = clause(decl, 'judged_by')
  if (standard) resolveKind(binder, standard, context, ['standard'], 'standard')
  const via = clause(decl, 'via')
  if (via) resolveKind(binder, via, context, ['procedure'], 'procedure')
  resolveCites(binder, clause(decl, 'cite') ?? [], context)
}
