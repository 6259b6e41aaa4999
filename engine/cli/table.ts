import { displayWidth } from '../../dsl/source/display-width.ts'

/** Lines of a table, columns two blanks apart, wide characters counted as two. The first column gives way where `width` is too small for all. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[], width: number): readonly string[] {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => displayWidth(row[i] ?? ''))))
  const others = widths.slice(1).reduce((sum, one) => sum + one + 2, 0)
  widths[0] = Math.max(Math.min(widths[0] ?? 0, width - others), LEAST)
  const line = (row: readonly string[]) =>
    widths
      .map((wide, i) => padded(cut(row[i] ?? '', wide), wide))
      .join('  ')
      .trimEnd()
  return all.map(line)
}
const LEAST = 8

/** The text with blanks behind it up to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** The text, or its beginning and … where it is wider than that. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (displayWidth(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}…`
}
