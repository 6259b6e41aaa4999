import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { fold } from '../../lex/characters.ts'
import type { Span } from '../../source/span.ts'
import type { Forms, Name } from '../../syntax/declaration.ts'
import { type LeafForm, parseLeaf } from '../parse-leaf.ts'
import { type Reading, report, type ScalarText } from './node.ts'

/** A leaf in the DSL's own grammar, its spans and findings placed in the YAML file; undefined when nothing could be read. */
export function readLeaf<F extends LeafForm>(reading: Reading, form: F, scalar: ScalarText): Forms[F] | undefined {
  const { value, diagnostics } = parseLeaf(form, scalar.text, reading.file, scalar.offset)
  if (scalar.exact) {
    reading.diagnostics.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, ...safeFixes(reading, diagnostic, scalar) })))
    return value
  }
  reading.diagnostics.push(...diagnostics.map(({ fixes: _fixes, ...diagnostic }) => relocated(diagnostic, scalar.span)))
  return relocated(value, scalar.span)
}

/** Fixes whose words mean the same between these quotes. */
function safeFixes(reading: Reading, diagnostic: Diagnostic, scalar: ScalarText): Pick<Diagnostic, 'fixes'> {
  if (diagnostic.fixes === undefined) return {}
  const quote = reading.text[scalar.span.start]
  const unsafe = quote === '"' ? /["\\]/ : quote === "'" ? /'/ : /[:#"'[\]{},]/
  return { fixes: diagnostic.fixes.filter((fix) => fix.edits.every((edit) => !unsafe.test(edit.text))) }
}

/** The same data with every span on `span`: escapes and folded lines leave no offsets to point at. */
function relocated<T>(value: T, span: Span): T {
  if (Array.isArray(value)) return value.map((item) => relocated(item, span)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, /^(?:span|.*Span)$/.test(key) ? span : relocated(item, span)])
  return Object.fromEntries(entries) as T
}

const PART = /\s*(?:「([^」\r\n]+)」|([^「」/／\s]+))\s*/y
const ID = /^[A-Za-z_]/

/** 中文名/ascii_id, or one of them; special names in 「」. */
export function readName(reading: Reading, scalar: ScalarText, key: string): Name | undefined {
  const { text, span } = scalar
  let at = 0
  let name: { zh?: string; id?: string } = {}
  for (let count = 1; count <= 2; count++) {
    PART.lastIndex = at
    const match = PART.exec(text)
    if (!match) break
    const part = match[1] ?? fold(match[2]!)
    name = { ...name, [match[1] === undefined && ID.test(part) ? 'id' : 'zh']: part }
    at = PART.lastIndex
    if (at === text.length && Object.keys(name).length === count) return { ...name, span }
    if (!/[/／]/.test(text[at] ?? '')) break
    at++
  }
  report(reading, 'P533', span, { key, value: text })
  return undefined
}
