/** How wide a character is drawn, in parts of the font's size; on the safe side, since the page takes whatever font the reader has. */
function advance(c: string): number {
  if (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60\u2014\u2026]/u.test(c)) return 1.02
  if (/[ilj.,:;'|!]/.test(c)) return 0.34
  if (/[ ftr()[\]-]/.test(c)) return 0.42
  if (/[mwMW%@]/.test(c)) return 0.95
  if (/[A-Z]/.test(c)) return 0.74
  if (c < '\u0250') return 0.62
  return 1.02
}

/** The width a line of text is estimated to take, in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0
  for (const c of text) sum += advance(c)
  return sum * size * (bold ? 1.06 : 1)
}

const NOT_FIRST = /[，。；：、！？）」』》〕】%,.;:!?)\]…]/
const NOT_LAST = /[（「『《〔【([]/

/** Text in lines no wider than `width`. Breaks at spaces and between Han characters, within a word only where it is wider than a line. */
export function wrapText(text: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    if (fits(line + word, width, size, bold) || line === '') {
      line += word
    } else {
      lines.push(line.trimEnd())
      line = word.trimStart()
    }
    while (!fits(line, width, size, bold)) {
      const cut = longestPrefix(line, width, size, bold)
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

function fits(line: string, width: number, size: number, bold: boolean): boolean {
  return textWidth(line.trimEnd(), size, bold) <= width
}

function longestPrefix(line: string, width: number, size: number, bold: boolean): number {
  let cut = 0
  for (const c of line) {
    if (cut > 0 && !fits(line.slice(0, cut + c.length), width, size, bold)) break
    cut += c.length
  }
  return cut
}

/** Pieces that stay together: a word with the space after it, a Han character with the marks that may not begin or end a line. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let open = ''
  let last = ''
  for (const c of text) {
    const breaks =
      last === ' ' ||
      (/\p{Script=Han}/u.test(c) && !NOT_LAST.test(last)) ||
      (/\p{Script=Han}|[，。；：、）」》]/u.test(last) && !NOT_FIRST.test(c))
    if (open !== '' && breaks && c !== ' ') {
      words.push(open)
      open = ''
    }
    open += c
    last = c
  }
  if (open !== '') words.push(open)
  return words
}
