import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { usedUnits } from '../link/unit.ts'
import { bodyOf, childrenOf, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import { type Binder, type Context, resolve } from './binder.ts'
import { replacements } from './report.ts'
import { resolveChoice } from './resolve-expr.ts'
import { isNamed, typedNames } from './symbol.ts'

/** Resolves 采用 U { 取 R = v }: the unit, its reading (N217 when it has none of that name) and the choice (N212). */
export function resolveUse(binder: Binder, decl: Decl, context: Context): void {
  const use = binder.linked.uses.get(context.unit)?.find((candidate) => candidate.decl === decl)
  const used = use && binder.declared.unitSymbol.get(use.unit)
  if (!use || !used) return
  resolve(binder, use.ref, { kind: 'symbol', symbol: used })
  const units = [use.unit, ...usedUnits(binder.linked, use.unit).flat()]
  const readings = units.flatMap((unit) => (binder.declared.ofUnit.get(unit) ?? []).filter((symbol) => symbol.kind === 'reading'))
  for (const choose of childrenOf(decl, 'choose')) {
    const ref = mainValue(choose, 'choose')
    const value = bodyOf(choose, 'choose')
    if (!ref) continue
    const reading = readings.find((candidate) => isNamed(candidate, ref.text))
    if (reading) {
      resolve(binder, ref, { kind: 'symbol', symbol: reading })
      if (value) resolveChoice(binder, reading, value)
      continue
    }
    const near = nearest(ref.text, readings.flatMap(typedNames))
    binder.diagnostics.push(
      finding('N217', ref.span, { name: ref.text, unit: use.ref.text, near }, { fixes: replacements(ref, near) }),
    )
  }
}
