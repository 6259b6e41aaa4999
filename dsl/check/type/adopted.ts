import { baseOf, lineage } from '../../bind/adoption.ts'
import { itemsOf, layoutOf } from '../../bind/layout.ts'
import { type PolicySymbol, shownName } from '../../bind/symbol.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { clause } from '../../syntax/access.ts'
import type { Expr } from '../../syntax/expression.ts'
import { condition } from './infer.ts'
import { checkItem } from './items.ts'
import { presentIf } from './presence.ts'
import { checkSteps, guarded } from './procedure.ts'
import { type At, report, type Typer, withPresent } from './typer.ts'

/** T363: an adopted item or step that relied on the guard of what is adopted, where an own guard takes that guard's place. */
export function checkAdopted(typer: Typer, symbol: PolicySymbol, at: At): void {
  const when = clause(symbol.decl, 'when')
  const base = when && baseOf(typer.binding, symbol)
  const theirs = base && lineage(typer.binding, base).flatMap((level) => clause(level.decl, 'when') ?? [])[0]
  if (!when || !base || !theirs) return
  const held = symbol.kind === 'standard' ? itemsOf(typer.binding, symbol) : layoutOf(typer.binding, symbol).steps
  for (const { symbol: part } of held) {
    if (part.parent === symbol) continue
    const lost = unguarded(typer, part, when, at)
    if (!lost || unguarded(typer, part, theirs, at)) continue
    const args = { name: shownName(part), base: shownName(base) }
    report(typer, 'T363', when.span, args, { labels: [{ span: lost.span, word: 'used' }] })
    return
  }
}

/** Where a part would put nothing in order under this guard. Looks aside: types and findings of the part are noted where it stands. */
function unguarded(typer: Typer, part: PolicySymbol, guard: Expr, at: At): Diagnostic | undefined {
  const trial: Typer = { ...typer, types: new Map(), definitions: new Map(), open: new Set(), diagnostics: [] }
  condition(trial, guard, at)
  const inside = withPresent(at, presentIf(trial, guard, true, at.level))
  if (part.kind === 'step') checkSteps(trial, part.decl, guarded(trial, part.decl, inside))
  else checkItem(trial, part.decl, inside)
  return trial.diagnostics.find((found) => found.code === 'T306')
}
