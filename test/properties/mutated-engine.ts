import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compileFunction } from 'node:vm'
import { build } from 'vite'
import type { Engine } from './agreement.ts'

const root = resolve(import.meta.dirname, '..', '..')

/** One textual change of the sources. */
export interface Mutation {
  /** the folder below which exactly one file holds the text to change, once */
  readonly folder: string
  readonly before: string
  readonly after: string
}

/**
 * Bundles the engine in memory with one text changed, or as it is, and runs the bundle: nothing on disk is touched.
 * @throws Error unless the text to change stands below its folder exactly once, or when the bundle cannot be made
 */
export async function engineWith(mutation?: Mutation): Promise<Engine> {
  const path = mutation && placeOf(mutation)
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

function placeOf({ folder, before }: Mutation): string {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, folder, path))
  const places = paths.flatMap((path) => Array.from({ length: readFileSync(path, 'utf8').split(before).length - 1 }, () => path))
  const [place, ...others] = places
  if (place === undefined || others.length > 0) throw new Error(`below ${folder}, ${places.length} times and not once: ${before}`)
  return place
}
