import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unpackOnce } from './unpack.ts'

const require = createRequire(import.meta.url)

/**
 * Makes a fontconfig folder holding Noto Sans SC (from npm) and returns the path of its fonts.conf.
 * The page ships no font, so the browser must know one by itself. Chromium's own font loader refuses WOFF files given by
 * fontconfig (tried: the text stays blank), so each slice is turned into plain TrueType: 102 files, about 0.1 s, once.
 */
export function chineseFonts(): string {
  const root = dirname(require.resolve('@fontsource/noto-sans-sc/package.json'))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = unpackOnce(`tiaoli-fonts-${version}`, (draft, final) => {
    mkdirSync(join(draft, 'fonts'))
    mkdirSync(join(draft, 'cache'))
    for (const file of readdirSync(join(root, 'files'))) {
      if (!file.endsWith('-400-normal.woff')) continue
      writeFileSync(join(draft, 'fonts', file.replace(/woff$/, 'ttf')), woffToTrueType(readFileSync(join(root, 'files', file))))
    }
    writeFileSync(join(draft, 'fonts.conf'), fontsConf(final))
  })
  return join(folder, 'fonts.conf')
}

// Only these fonts, so that screenshots look the same on every machine. Paths are absolute: a relative cache would be
// made below whatever directory the tests run in.
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`

/** Rewrites a WOFF 1.0 font as TrueType: the same tables, inflated, behind the older table directory. */
export function woffToTrueType(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const count = woff.readUInt16BE(12)
  const log = Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 * 2 ** log, 6)
  head.writeUInt16BE(log, 8)
  head.writeUInt16BE(16 * count - 16 * 2 ** log, 10)
  const parts: Uint8Array[] = [head]
  let offset = head.length
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(start, start + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    const row = 12 + 16 * i
    woff.copy(head, row, entry, entry + 4)
    woff.copy(head, row + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, row + 8)
    head.writeUInt32BE(length, row + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, padding)
    offset += length + padding.length
  }
  return Buffer.concat(parts)
}
