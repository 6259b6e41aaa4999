import { type Text, type TextRole, TYPE } from './diagram.ts'
import type { PlacedText } from './geometry.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Lines of text one below the other. */
export interface TextBlock {
  readonly texts: readonly PlacedText[]
  readonly height: number
}

/** Texts wrapped to a width, the first line's top at y. */
export function textBlock(texts: readonly Text[], x: number, y: number, width: number): TextBlock {
  const placed: PlacedText[] = []
  let at = y
  for (const { text, role } of texts) {
    const { size, line, bold } = TYPE[role]
    for (const words of wrapText(text, width, size, bold)) {
      placed.push({ text: words, role, x, y: at + line * 0.75 })
      at += line
    }
  }
  return { texts: placed, height: at - y }
}

/** The height texts take at a width. */
export function textHeight(texts: readonly Text[], width: number): number {
  return textBlock(texts, 0, 0, width).height
}

/** The width a line is estimated to take. */
export function lineWidth(text: { readonly text: string; readonly role: TextRole }): number {
  return textWidth(text.text, TYPE[text.role].size, TYPE[text.role].bold)
}
