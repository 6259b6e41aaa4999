import type { Fix } from '../../diagnostics/diagnostic.ts'
import { clause, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { inEnglish, type Linter, note } from './linter.ts'
import { axisOf, type Entry, entriesOf, sameCategory } from './parameter-entry.ts'
import { type Axis, type Period, period, periodText, periodTexts, shared, uncovered } from './period.ts'

/** D503 values that overlap and D504 gaps between values, for one area and category. */
export function lintEntries(lint: Linter, parameter: Decl): void {
  if (parameter.kind !== 'parameter') return
  const axis = axisOf(parameter)
  const entries = entriesOf(lint, parameter) ?? []
  for (const [i, entry] of entries.entries()) {
    const twin = entries.slice(0, i).find((other) => alike(other, entry) && shared(other.period, entry.period))
    if (twin) overlap(lint, parameter, axis, twin, entry)
    else gapBefore(lint, parameter, axis, entries, entry)
  }
}

const alike = (a: Entry, b: Entry) => a.area === b.area && sameCategory(a, b)

function overlap(lint: Linter, parameter: Decl, axis: Axis, first: Entry, second: Entry): void {
  const both = shared(first.period, second.period)
  if (!both) return
  const [earlier, later] = starts(first) <= starts(second) ? [first, second] : [second, first]
  const args = { name: nameText(parameter), overlap: periodText(both, axis, 'zh'), overlapEn: periodText(both, axis, 'en') }
  const labels = [{ span: first.decl.keywordSpan, word: 'other' }]
  note(lint, 'D503', second.decl.keywordSpan, args, { labels, fixes: ending(lint, axis, earlier, later) })
}

const starts = (entry: Entry) => entry.period.from ?? Number.NEGATIVE_INFINITY

/** Lets the earlier value end just before the later one begins. */
function ending(lint: Linter, axis: Axis, earlier: Entry, later: Entry): readonly Fix[] {
  const from = later.period.from
  const written = clause(earlier.decl, 'from')
  // Nothing would be left of a value that begins on the same day.
  if (from === undefined || starts(earlier) >= from || !written || written.span.file.endsWith('.policy.yaml')) return []
  const english = inEnglish(lint, earlier.decl.keywordSpan)
  const last = periodText(period(from - 1, from - 1), axis, english ? 'en' : 'zh')
  const text = axis === 'year' && english ? `year ${last}` : last
  const to = clause(earlier.decl, 'to')
  const after = { ...written.span, start: written.span.end }
  const edit = to ? { span: to.span, text } : { span: after, text: english ? ` to ${text}` : ` 至 ${text}` }
  return [{ word: 'end', args: { to: last }, edits: [edit] }]
}

/** The stretch between the value and the one before it that no value of its area, or of one around it, fills. */
function gapBefore(lint: Linter, parameter: Decl, axis: Axis, entries: readonly Entry[], entry: Entry): void {
  const { from } = entry.period
  if (from === undefined) return
  const before = entries.filter((other) => alike(other, entry) && other.period.to !== undefined && other.period.to < from)
  const last = before.reduce<Entry | undefined>(
    (best, other) => ((best?.period.to ?? -Infinity) < other.period.to! ? other : best),
    undefined,
  )
  if (!last || last.period.to === undefined || last.period.to + 1 >= from) return
  const between: Period = period(last.period.to + 1, from - 1)
  const around = entries.filter((other) => sameCategory(other, entry) && entry.area.startsWith(other.area))
  const missing = uncovered(
    between,
    around.map((other) => other.period),
  )
  if (missing.length === 0) return
  const args = { name: nameText(parameter), gap: periodTexts(missing, axis, 'zh'), gapEn: periodTexts(missing, axis, 'en') }
  const span = clause(entry.decl, 'from')?.span ?? entry.decl.keywordSpan
  note(lint, 'D504', span, args, { labels: [{ span: last.decl.keywordSpan, word: 'other' }] })
}
