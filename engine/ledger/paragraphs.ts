const ENDED = /[。；;：:！!？?”"）)]\s*$/
const INDENTED = /^(?:\u3000\u3000|\t| {2,})/
const HEADING_MOST = 40

/**
 * The paragraphs of a stretch of text, lines that a page's width broke joined again. A first line that is only a heading (short, no full stop) is none of them.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = []
  let open: string | undefined
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const isTitle = i === 0 && lines.length > 1 && line.trim().length <= HEADING_MOST && !/[。；;！!？?]/.test(line)
    if (isTitle) continue
    const goesOn = open !== undefined && !ENDED.test(open) && !INDENTED.test(line)
    if (goesOn) open += line.trim()
    else {
      if (open !== undefined) paragraphs.push(open)
      open = line.trim()
    }
  }
  if (open !== undefined) paragraphs.push(open)
  return paragraphs
}
