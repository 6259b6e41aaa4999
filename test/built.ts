import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
/** The built command line. */
export const cli = join(root, 'dist', 'cli.js')

interface Target {
  /** its time says when the target was built */
  readonly stamp: string
  readonly sources: readonly string[]
  /** what builds it, run one after the other by this Node */
  readonly commands: readonly (readonly string[])[]
}

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const CONFIGURATION = ['package.json', 'package-lock.json']
const LIBRARY: Target = {
  stamp: cli,
  sources: ['dsl', 'engine', 'editor/server', 'vite.library.config.ts', 'tsconfig.json', 'tsconfig.types.json', ...CONFIGURATION],
  commands: [
    [vite, 'build', '--config', 'vite.library.config.ts', '--logLevel', 'warn'],
    [tsc, '-p', 'tsconfig.types.json'],
  ],
}
const EDITOR: Target = {
  stamp: join(root, 'dist', 'editor', 'index.html'),
  sources: ['editor', 'dsl', 'engine', 'policies', 'examples', 'vite.config.ts', ...CONFIGURATION],
  commands: [[vite, 'build', '--logLevel', 'warn']],
}
const WAIT_MS = 120_000

/** Builds the library, its types and the command line when they are absent or older than their sources. Throws with the compiler's output when that fails. */
export const builtLibrary = () => builtOnce(LIBRARY)

/** Builds the editor likewise and returns its folder. */
export async function builtEditor(): Promise<string> {
  await builtOnce(EDITOR)
  return join(root, 'dist', 'editor')
}

/** Several test files may ask at once: one builds, the others wait. */
async function builtOnce(target: Target): Promise<void> {
  const lock = join(tmpdir(), `tiaoli-build-${createHash('sha256').update(target.stamp).digest('hex').slice(0, 12)}`)
  const giveUp = Date.now() + WAIT_MS
  while (!isFresh(target)) {
    if (takeLock(lock)) {
      try {
        if (!isFresh(target)) build(target)
      } finally {
        rmSync(lock, { recursive: true, force: true })
      }
      return
    }
    if (Date.now() > giveUp) throw new Error(`Another build holds ${lock}; remove it if no build is running.`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

function build(target: Target): void {
  const started = new Date()
  // NODE_ENV=test of the test runner would select development code.
  const { NODE_ENV: _, ...env } = process.env
  for (const command of target.commands) {
    const run = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${run.stdout}${run.stderr}`)
  }
  // A source saved while the build was running must count as newer than it.
  utimesSync(target.stamp, started, started)
}

function isFresh(target: Target): boolean {
  if (!existsSync(target.stamp)) return false
  const then = statSync(target.stamp).mtimeMs
  return target.sources.every((source) => newest(join(root, source)) <= then)
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
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > WAIT_MS) rmSync(lock, { recursive: true, force: true })
    return false
  }
}
