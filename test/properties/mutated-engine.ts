import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compileFunction } from 'node:vm'
import { build } from 'vite'
import type { Engine } from './agreement.ts'

const root = resolve(import.meta.dirname, '..', '..')

/** One textual change of one source file. */
export interface Mutation {
  /** path from the project's root */
  readonly file: string
  readonly before: string
  readonly after: string
}

/**
 * Bundles the engine in memory with one text changed, or as it is, and runs the bundle: nothing on disk is touched.
 * @throws Error unless the text to change stands in its file exactly once, or when the bundle cannot be made
 */
export async function engineWith(mutation?: Mutation): Promise<Engine> {
  const path = mutation && join(root, mutation.file)
  if (mutation !== undefined && path !== undefined) {
    const found = readFileSync(path, 'utf8').split(mutation.before).length - 1
    if (found !== 1) throw new Error(`${mutation.file} holds ${found} times, not once: ${mutation.before}`)
  }
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'mutation',
        enforce: 'pre',
        transform: (code, id) =>
          mutation !== undefined && id === path ? code.replace(mutation.before, () => mutation.after) : undefined,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(root, 'engine', 'index.ts'), formats: ['iife'], name: 'engine' },
    },
  })
  const [output] = [result].flat()
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('no bundle was made')
  return compileFunction(`${chunk.code}\nreturn engine`)() as Engine
}
