/** Han characters as names may hold them, without the /u flag: Chevrotain's lexer drops it. */
export const HAN = '(?:[\\u3005\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]|[\\uD840-\\uD888][\\uDC00-\\uDFFF])'
export const ASCII_WORD =
  '[A-Za-z_\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF3F][A-Za-z0-9_\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF10-\\uFF19\\uFF3F]*'
export const DIGIT = '[0-9\\uFF10-\\uFF19]'
/** White space within a line. */
export const BLANK = '[ \\t\\u00A0\\u3000]'

const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const LINE_END = /[\r\n\u2028\u2029]/
const HAN_ONLY = new RegExp(`^${HAN}+$`)

/** Words that folding and composing leave as they are. */
const COMPOSED = /^[\0-\x7F\u4E00-\u9FFF]*$/

function hasFullWidth(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xff01 && code <= 0xff5e) return true
  }
  return false
}

/** Full-width letters, digits and marks as their ASCII twins; one unit in, one unit out. */
export function fold(text: string): string {
  if (!hasFullWidth(text)) return text
  return text.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/** A word as it is compared with keyword tables: full width folded, NFC. */
export function comparable(word: string): string {
  if (COMPOSED.test(word)) return word
  return fold(word).normalize('NFC')
}

/** Whether the text holds a line end. */
export function hasLineEnd(text: string): boolean {
  return LINE_END.test(text)
}

/** Whether the word is written in Han characters only. */
export function isHan(word: string): boolean {
  return HAN_ONLY.test(word)
}

/** Marks that look like the one meant, often from word processors and PDF files: read as meant, with a warning. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '﹤': '<',
  '˂': '<',
  '‹': '<',
  '﹥': '>',
  '˃': '>',
  '›': '>',
  '≦': '≤',
  '⩽': '≤',
  '=<': '≤',
  '≧': '≥',
  '⩾': '≥',
  '=>': '≥',
  '<>': '≠',
  '==': '=',
  '﹦': '=',
  '∶': '：',
  '﹕': '：',
  '︰': '：',
  '꞉': '：',
  '﹔': '；',
  '\u037E': '；',
  '‚': '，',
  '﹐': '，',
  '﹑': '、',
  '､': '、',
  '｡': '。',
  '–': '−',
  '—': '−',
  '‐': '−',
  '‑': '−',
  '‒': '−',
  '﹣': '−',
  '﹢': '+',
  '∗': '×',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⁄': '/',
  '∕': '/',
  '﹪': '%',
  '﹙': '（',
  '﹚': '）',
  '﹛': '｛',
  '﹜': '｝',
  '﹝': '〔',
  '﹞': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
}
