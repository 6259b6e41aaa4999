import { lineage } from '../bind/adoption.ts'
import type { Binding } from '../bind/bind.ts'
import { itemsOf } from '../bind/layout.ts'
import { models, viewOf } from '../bind/step-lines.ts'
import type { PolicySymbol } from '../bind/symbol.ts'
import { clause } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr, Ref } from '../syntax/expression.ts'

/** What a standard or procedure has by adoption and neither replaces nor leaves out; nothing for what adopts nothing. */
export function adoptedParts(binding: Binding, symbol: PolicySymbol): readonly (Decl | Expr | Ref)[] {
  const [, ...bases] = lineage(binding, symbol)
  if (bases.length === 0) return []
  const said = (read: (decl: Decl) => Expr | Ref | undefined) =>
    [symbol, ...bases].flatMap((level) => read(level.decl) ?? []).slice(0, 1)
  const guard = said((decl) => clause(decl, 'when'))
  if (symbol.kind === 'standard') return [...guard, ...itemsOf(binding, symbol).map((held) => held.symbol.decl)]
  const view = viewOf(binding, symbol)
  const { counting, phases, steps } = view.layout
  return [
    ...guard,
    ...said((decl) => clause(decl, 'roster')),
    ...said((decl) => clause(decl, 'judged_by')),
    ...counting.map((line) => line.decl),
    ...phases.flatMap((phase) => [clause(phase.symbol.decl, 'when') ?? [], ...phase.lines.map((line) => line.decl)].flat()),
    ...[...counting, ...phases, ...phases.flatMap((phase) => phase.lines), ...steps].flatMap(({ arms }) =>
      arms.flatMap((arm) => arm.reading ?? []),
    ),
    ...steps.flatMap((held) => models(view, held).map((one) => one.symbol.decl)),
  ]
}
