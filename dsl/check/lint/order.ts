import { KIND_WORDS } from '../../diagnostics/codes/names.ts'
import type { Unit } from '../../link/unit.ts'
import { childrenOf, clause, mainValue, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { CLAUSES, DECLS } from '../../syntax/table.ts'
import { forceOf } from './force.ts'
import { isSound, type Linter, note, written } from './linter.ts'
import { firstDayOf, lastDayOf, periodText, periodTexts, uncovered } from './period.ts'

/** D506: 自 later than 至, of 施行, 约束 and values. */
export function lintOrder(lint: Linter, decl: Decl): void {
  for (const child of decl.children ?? []) lintOrder(lint, child)
  const [from, to] = [clause(decl, 'from'), clause(decl, 'to')]
  if (!from || !to) return
  const [first, last] = [firstDayOf(from), lastDayOf(to)]
  if (first === undefined || last === undefined || first <= last) return
  const words = decl.kind === 'relation' ? KIND_WORDS.relation : DECLS[decl.kind]
  const [a, b] = [figure(lint, decl, 'from'), figure(lint, decl, 'to')]
  const args = { kind: words.zh, kindEn: words.en, from: a, to: b }
  const edits = [
    { span: from.span, text: b },
    { span: to.span, text: a },
  ]
  note(lint, 'D506', to.span, args, { fixes: [{ word: 'swap', edits }] })
}

/** A moment as written, without its word 自 or 至. */
function figure(lint: Linter, decl: Decl, name: 'from' | 'to'): string {
  const span = clause(decl, name)?.span
  return span ? written(lint, span).replace(new RegExp(`^(${CLAUSES[name].zh}|${CLAUSES[name].en})\\s*`), '') : ''
}

/** D507: an instrument above that is known and not in force all the time this policy is. */
export function lintParent(lint: Linter, unit: Unit): void {
  const decl = childrenOf(unit.decl, 'parent')[0]
  const ref = decl && mainValue(decl, 'parent')
  const above = ref && lint.checked.binding.symbolOf(ref)
  if (!ref || !above || above.unit === unit || !isSound(lint, decl)) return
  const [own, upper] = [forceOf(unit), forceOf(above.unit)]
  if (!own || !upper) return
  const missing = uncovered(own.days, [upper.days])
  if (missing.length === 0) return
  const args = {
    parent: nameText(above.decl),
    missing: periodTexts(missing, 'day', 'zh'),
    missingEn: periodTexts(missing, 'day', 'en'),
  }
  const force = { force: periodText(upper.days, 'day', 'zh'), forceEn: periodText(upper.days, 'day', 'en') }
  note(lint, 'D507', ref.span, args, { labels: [{ span: upper.decl.span, word: 'parent', args: force }] })
}
