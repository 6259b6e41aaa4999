import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
import type { Span } from '../../source/span.ts'
import { childrenOf, clause, nameText } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'

/** Groups of 须, 不得 and 项: stated number (T343), no parts (T344), both forms (T345), 至少 N out of reach (T347). */
export function groupFindings(decl: Decl, texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  if (!decl.name || (decl.kind !== 'must' && decl.kind !== 'bar' && decl.kind !== 'part')) return []
  const span = decl.name.span
  const name = nameText(decl)
  const parts = childrenOf(decl, 'part').length
  const combine = clause(decl, 'combine')
  const stated = clause(decl, 'stated')
  if (decl.body && decl.children) return [finding('T345', span, { name })]
  // Neither condition nor parts: both readers say so where the text ends.
  if (!decl.body && !decl.children) return combine || stated ? [finding('T344', span, { name })] : []
  if (decl.body) return combine || stated ? [finding('T344', span, { name })] : []
  // An empty block has been reported where it stands.
  if (parts === 0) return []
  const found: Diagnostic[] = []
  if (stated && stated.value !== parts) {
    const fixes = countFixes(stated.span, parts, texts)
    found.push(finding('T343', stated.span, { stated: stated.value, actual: parts }, { fixes }))
  }
  if (combine?.mode === 'at_least' && (combine.n > parts || combine.n < 1))
    found.push(finding('T347', combine.span, { n: combine.n, parts }))
  return found
}

/** Puts the right figure where a wrong one was stated. */
export function countFixes(stated: Span, actual: number, texts: ReadonlyMap<string, string>): readonly Fix[] {
  const text = (texts.get(stated.file) ?? '').slice(stated.start, stated.end)
  // The span may hold the noise word 项 or 方, and the figure may be full width.
  const digits = /^\p{Nd}*/u.exec(text)?.[0].length ?? 0
  const figure = { ...stated, end: stated.start + digits }
  return digits > 0 ? [{ word: 'count', args: { actual }, edits: [{ span: figure, text: String(actual) }] }] : []
}
