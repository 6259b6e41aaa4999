const MARKED = /^[ \t\u3000]*([0-9０-９]{1,3})[、.．](.*)$/su
const ENDED = /[。；;：:！!？?】”"]\s*$/
const FEWEST = 3

/**
 * Takes out the page numbers some readers of scanned pages put at the start of each page (1、…, 2、…, amid sentences) and joins what they tore apart.
 * A text whose numbered lines begin where a sentence ended is left as it is: those are headings.
 */
export function withoutPageMarks(text: string): string {
  const lines = text.split('\n')
  const pages: number[] = []
  let torn = 0
  let last = ''
  for (const [i, line] of lines.entries()) {
    const number = Number((MARKED.exec(line)?.[1] ?? '').normalize('NFKC'))
    if (number === pages.length + 1) {
      if (pages.length > 0 && last !== '' && !ENDED.test(last)) torn++
      pages.push(i)
    }
    if (line.trim() !== '') last = line
  }
  if (pages.length < FEWEST || torn * 2 < pages.length - 1) return text
  const marks = new Set(pages)
  const kept: string[] = []
  let open = false
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') {
      if (!marks.has(i + 1)) kept.push('')
      continue
    }
    const plain = marks.has(i) ? MARKED.exec(line)![2]! : line
    const previous = kept.findLastIndex((one) => one.trim() !== '')
    if (marks.has(i) && open && previous >= 0) kept[previous] += plain
    else kept.push(plain)
    open = !ENDED.test(line)
  }
  return kept.join('\n')
}
