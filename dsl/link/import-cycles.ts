import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { nameText } from '../syntax/access.ts'
import type { Unit, Use } from './unit.ts'

/** One N214 per 采用 that closes a circle, the way round it in the arguments. */
export function importCycles(units: readonly Unit[], uses: ReadonlyMap<Unit, readonly Use[]>): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const done = new Set<Unit>()
  const path: Unit[] = []

  function visit(unit: Unit): void {
    path.push(unit)
    for (const use of uses.get(unit) ?? []) {
      const at = path.indexOf(use.unit)
      if (at >= 0) {
        const round = [...path.slice(at), use.unit].map((step) => nameText(step.decl))
        found.push(finding('N214', use.ref.span, { path: round.join(' → ') }))
      } else if (!done.has(use.unit)) visit(use.unit)
    }
    path.pop()
    done.add(unit)
  }

  for (const unit of units) if (!done.has(unit)) visit(unit)
  return found
}
