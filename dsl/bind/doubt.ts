import { type Unit, usedUnits } from '../link/unit.ts'
import { childrenOf } from '../syntax/access.ts'
import { DECLS, type DeclKind, declSpec } from '../syntax/table.ts'
import type { Binder } from './binder.ts'

const DECLARING = (Object.keys(DECLS) as DeclKind[])
  .map(declSpec)
  .filter((spec) => spec.name === 'required')
  .flatMap((spec) => [spec.zh, spec.en])
  .join('|')

/**
 * Whether an unknown name is most likely the consequence of something already reported: a 采用 that was not found, or a declaration of that name
 * which could not be read. One mistake, one message.
 */
export function isDoubtful(binder: Binder, unit: Unit, name: string): boolean {
  const units = [unit, ...usedUnits(binder.linked, unit).flat()]
  const missing = units.some((member) => childrenOf(member.decl, 'use').length > (binder.linked.uses.get(member)?.length ?? 0))
  if (missing) return true
  const broken = unreadFiles(binder)
  return units.some(({ document: { file } }) => broken.has(file) && declares(binder.linked.texts.get(file) ?? '', name))
}

/** Files of which some part could not be read: what seems missing or unused there may stand in that part. */
export function unreadFiles(binder: Binder): ReadonlySet<string> {
  const errors = binder.linked.diagnostics.filter((found) => found.severity === 'error' && /^[LP]/.test(found.code))
  return new Set(errors.map((found) => found.span.file))
}

/** Whether the text has the name as one half of 中文名/ascii_id, or right after a declaring keyword. */
function declares(text: string, name: string): boolean {
  if (text.includes(`${name}/`) || text.includes(`/${name}`)) return true
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:${DECLARING})\\s*[「]?${escaped}(?![\\p{L}\\p{N}_])`, 'u').test(text)
}
