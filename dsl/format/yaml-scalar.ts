// Words another YAML reader might take for something else than a text.
const TYPED = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+.]?[0-9].*|[-+]?\.(?:inf|nan))$/i
const PLAIN = /^[\p{L}\p{N}_（）「」《》〔〕、/.．·—－-]+(?: [\p{L}\p{N}_（）「」《》〔〕、/.．·—－-]+)*$/u

/** A text as a YAML scalar: plain where every reader takes it for a text, else in quotes. */
export function textScalar(text: string): string {
  return PLAIN.test(text) && !TYPED.test(text) && !text.startsWith('-') ? text : quotedScalar(text)
}

/** A text in double quotes, or in single ones where that saves escapes. */
export function quotedScalar(text: string): string {
  if (/["\\]/.test(text) && !/[\p{Cc}\u0085\u2028\u2029\uFEFF]/u.test(text)) return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
