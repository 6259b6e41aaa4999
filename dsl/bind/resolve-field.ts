import { finding } from '../diagnostics/finding.ts'
import { nearest } from '../diagnostics/suggest.ts'
import type { Ref } from '../syntax/expression.ts'
import { type Binder, type Context, resolve } from './binder.ts'
import { isDoubtful } from './doubt.ts'
import { declaredLabel, replacements } from './report.ts'
import { memberNamed, type PolicySymbol, shownName, typedNames } from './symbol.ts'

/** The field of an entity a reference names (名单, 记于); N202 when it has none of that name. */
export function resolveField(binder: Binder, ref: Ref, entity: PolicySymbol, context: Context): PolicySymbol | undefined {
  const field = memberNamed(entity, ref.text)
  if (field) {
    resolve(binder, ref, { kind: 'symbol', symbol: field })
    return field
  }
  if (isDoubtful(binder, context.unit, ref.text)) return undefined
  const near = nearest(ref.text, entity.members.flatMap(typedNames))
  const more = { labels: [declaredLabel(entity, 'entity', { entity: shownName(entity) })], fixes: replacements(ref, near) }
  binder.diagnostics.push(finding('N202', ref.span, { name: ref.text, entity: shownName(entity), near }, more))
  return undefined
}
