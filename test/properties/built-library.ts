import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')
/** The built command line. */
export const cli = join(root, 'dist', 'cli.js')

const sources = ['dsl', 'engine', 'editor/server', 'vite.library.config.ts', 'package.json', 'package-lock.json']
const waitMs = 120_000

/**
 * Builds the library when dist/cli.js is absent or older than its sources; several test files may ask at once.
 * @throws Error with vite's output when the build fails
 */
export async function buildLibrary(): Promise<void> {
  const lock = join(tmpdir(), `tiaoli-library-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`)
  const giveUp = Date.now() + waitMs
  while (!isFresh()) {
    if (takeLock(lock)) {
      try {
        if (!isFresh()) build()
      } finally {
        rmSync(lock, { recursive: true, force: true })
      }
      return
    }
    if (Date.now() > giveUp) throw new Error(`Another build holds ${lock}; remove it if no build is running.`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

function build(): void {
  const started = new Date()
  // NODE_ENV=test of the test runner would select development code.
  const { NODE_ENV: _, ...env } = process.env
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', 'vite.library.config.ts', '--logLevel', 'warn']
  const run = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The library does not build:\n${run.stdout}${run.stderr}`)
  // A source saved while vite was running must count as newer than this build.
  utimesSync(cli, started, started)
}

function isFresh(): boolean {
  if (!existsSync(cli)) return false
  const then = statSync(cli).mtimeMs
  return sources.every((source) => newest(join(root, source)) <= then)
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    // A lock left by a run that was stopped would block for ever.
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > waitMs) rmSync(lock, { recursive: true, force: true })
    return false
  }
}
