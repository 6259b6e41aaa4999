/** Text as it may stand in HTML and SVG, between tags and inside quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(CONTROL, '\u{FFFD}')
}
const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Finished markup: never escaped again. */
export interface Html {
  readonly markup: string
}

type Piece = Html | string | number | undefined | readonly Piece[]

/** Markup with what is put into it: text escaped, finished markup as it stands. */
export function html(pieces: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return { markup: pieces.map((piece, i) => piece + (i < values.length ? render(values[i]) : '')).join('') }
}

/** Pieces one after the other. */
export function join(pieces: readonly Piece[], between: Piece = ''): Html {
  return { markup: pieces.map(render).join(render(between)) }
}

function render(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  if (isList(piece)) return piece.map(render).join('')
  return piece.markup
}

function isList(piece: Piece): piece is readonly Piece[] {
  return Array.isArray(piece)
}

/** Text whose days (YYYY-MM-DD) are not broken at the end of a line. */
export function withDays(text: string): Html {
  return join(text.split(/(\d{4}-\d{2}-\d{2})/).map((part, i) => (i % 2 === 0 ? part : html`<span class="day">${part}</span>`)))
}

/** The name of a place within a page, made of ids; different ids give different names. */
export function anchor(...parts: readonly string[]): string {
  return parts.map((part) => [...part].map((c) => (SAFE.test(c) ? c : `.${c.codePointAt(0)!.toString(16)}.`)).join('')).join('-')
}
const SAFE = /[A-Za-z0-9_\p{Script=Han}]/u
