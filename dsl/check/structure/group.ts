import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding } from '../../diagnostics/finding.ts'
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
    const text = (texts.get(stated.span.file) ?? '').slice(stated.span.start, stated.span.end)
    // The span may hold the noise word 项, and the figure may be full width.
    const digits = /^\p{Nd}*/u.exec(text)?.[0].length ?? 0
    const figure = { ...stated.span, end: stated.span.start + digits }
    const fixes = digits > 0 ? [{ word: 'count', args: { actual: parts }, edits: [{ span: figure, text: String(parts) }] }] : []
    found.push(finding('T343', stated.span, { stated: stated.value, actual: parts }, { fixes }))
  }
  if (combine?.mode === 'at_least' && (combine.n > parts || combine.n < 1))
    found.push(finding('T347', combine.span, { n: combine.n, parts }))
  return found
}
