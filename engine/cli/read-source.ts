import { readFileSync, statSync } from 'node:fs'
import { failure } from './failure.ts'
import { notFound } from './files.ts'

const LARGEST = 16 * 1024 * 1024
const MB = 1024 * 1024
/** First bytes of files people take for texts. */
const KINDS: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Word .docx / ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['Word .doc', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/**
 * The text of an instrument as somebody attached it: UTF-8, UTF-16 with its mark, or GB18030. It is handed on and kept nowhere, not even for the frames of
 * messages. Files that are no plain text (C830) and too large ones (C814) are failures.
 */
export function readSourceText(path: string): string {
  const bytes = bytesOf(path)
  const kind = KINDS.find(([, head]) => head.every((byte, i) => bytes[i] === byte))
  if (kind) throw failure('C830', { path, guess: kind[0] })
  const text = decode(bytes)
  // Control characters other than blanks do not occur in plain text.
  if (text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, MB)))
    throw failure('C830', { path, guess: '?' })
  return text
}

function bytesOf(path: string): Uint8Array {
  try {
    if (path !== '-') {
      const { size } = statSync(path)
      if (size > LARGEST) throw failure('C814', { path, size: `${Math.ceil(size / MB)} MB`, limit: `${LARGEST / MB} MB` })
    }
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw notFound(path)
    if (code === undefined) throw error
    throw failure('C802', { path, detail: code })
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be')
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
