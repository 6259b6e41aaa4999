import { sha256 } from '../../dsl/value/sha256.ts'

const QUOTES = /[“”„‟"«»「」『』〝〞＂]/g
const APOSTROPHES = /[‘’‚‛'′]/g
const DASHES = /[-‐‑‒–—―−－─]+/g
const BLANK = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g

/** The text with all that printers and typists differ in taken out: white space, widths, kinds of quotes, dashes and angle brackets. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(BLANK, '')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(/[〈《]/g, '<')
    .replace(/[〉》]/g, '>')
    .replace(/[〔【]/g, '[')
    .replace(/[〕】]/g, ']')
    .replace(DASHES, '-')
}

/** SHA-256 (64 hex digits) of an article's words, and how many characters they are. The words themselves go nowhere. */
export function articleDigest(text: string): { readonly digest: string; readonly characters: number } {
  const plain = normalised(text)
  return { digest: sha256(plain), characters: [...plain].length }
}

const SHORTEST = 16

/** Whether a recorded 指纹 (whole, or its first 16 digits or more) is this digest. */
export function sameDigest(recorded: string, digest: string): boolean {
  const plain = recorded.trim().toLowerCase()
  return plain.length >= SHORTEST && digest.startsWith(plain)
}

/** Whether a text can be a 指纹 at all. */
export function isDigest(recorded: string): boolean {
  return new RegExp(`^[0-9a-f]{${SHORTEST},64}$`, 'i').test(recorded.trim())
}
