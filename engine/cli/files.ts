import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { nearest } from '../../dsl/diagnostics/suggest.ts'
import { failure } from './failure.ts'
import type { Terminal } from './terminal.ts'

const LARGEST = 256 * 1024 * 1024

/** Reads a text file as UTF-8 (a byte order mark is dropped); `-` is standard input. Anything else is a failure the reader can act on. */
export function readText(terminal: Terminal, path: string): string {
  const text = decode(path, readBytes(path))
  terminal.texts.set(path, text)
  return text
}

function readBytes(path: string): Uint8Array {
  try {
    if (path !== '-') {
      const { size } = statSync(path)
      if (size > LARGEST)
        throw failure('C814', { path, size: `${Math.ceil(size / 1048576)} MB`, limit: `${LARGEST / 1048576} MB` })
    }
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw notFound(path)
    if (code === undefined) throw error
    throw failure('C802', { path, detail: code })
  }
}

/** A failure that names what stands in the folder under a similar name. */
export function notFound(path: string): Error {
  const folder = dirname(path)
  const siblings = existsSync(folder) ? readdirSync(folder) : []
  const near = nearest(basename(path), siblings)
  return failure('C801', { path, near: near.length > 0 ? near : ['—'] })
}

function decode(path: string, bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw failure('C803', { path, guess: 'UTF-16' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw failure('C803', { path, guess: looksLikeGb(bytes) ? 'GB18030/GBK' : '?' })
  }
}

function looksLikeGb(bytes: Uint8Array): boolean {
  try {
    return /[\u4e00-\u9fff]/.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

/** Replaces a file in one step, so that a failure leaves the old one whole. */
export function writeText(path: string, text: string | Iterable<string>): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    if (typeof text === 'string') writeFileSync(draft, text)
    else writePieces(draft, text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    // What went wrong while the pieces were made is not the file's fault.
    if (typeof text !== 'string' && (error as NodeJS.ErrnoException).code === undefined) throw error
    throw failure('C815', { path, detail: (error as NodeJS.ErrnoException).code ?? (error as Error).message })
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/** Files below the paths whose name ends in one of `endings`, sorted; folders named node_modules, dist or beginning with a dot are passed over. A file given by name is taken whatever its name. */
export function filesBelow(paths: readonly string[], endings: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (path: string, named: boolean) => {
    if (!existsSync(path)) throw notFound(path)
    if (!statSync(path).isDirectory()) {
      if (named || endings.some((ending) => path.endsWith(ending))) found.add(path)
      return
    }
    for (const entry of readdirSync(path)) {
      if (entry.startsWith('.') || entry === 'node_modules' || entry === 'dist') continue
      visit(join(path, entry), false)
    }
  }
  for (const path of paths) visit(path, true)
  return [...found].sort()
}
