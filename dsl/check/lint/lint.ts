import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Checked } from '../check.ts'
import { lintConditions } from './condition.ts'
import { lintDivisions } from './division.ts'
import { lintGroups } from './group.ts'
import { lintItems } from './items.ts'
import { lintLedger } from './ledger.ts'
import { linter, soundDeclarations } from './linter.ts'
import { lintOrder, lintParent } from './order.ts'
import { lintEntries } from './parameter-dates.ts'
import { lintForce } from './parameter-force.ts'
import { lintDefaults, lintNestedReadings } from './reading.ts'
import { lintTable } from './table.ts'
import { lintWording } from './wording.ts'

/** What is well formed but hardly meant: rules against themselves (R4xx) and against their dates (D5xx). Silent about what is broken already. */
export function lintChecked(checked: Checked): readonly Diagnostic[] {
  const lint = linter(checked)
  for (const unit of checked.binding.linked.units) {
    for (const decl of soundDeclarations(lint, unit)) {
      lintOrder(lint, decl)
      lintWording(lint, decl)
      lintConditions(lint, decl)
      lintDivisions(lint, decl)
      lintNestedReadings(lint, decl)
      lintDefaults(lint, decl)
      lintEntries(lint, decl)
      if (decl.kind === 'table') lintTable(lint, decl)
      if (decl.kind !== 'standard') continue
      lintGroups(lint, decl)
      lintItems(lint, decl)
    }
    if (unit.kind === 'policy') lintParent(lint, unit)
  }
  lintForce(lint)
  lintLedger(lint)
  return lint.found
}
