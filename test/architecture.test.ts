import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const ROOMS = ['dsl', 'engine', 'editor', 'policies', 'examples', 'test']
const files = ROOMS.flatMap(sources)
const imports = files.flatMap(importsOf)
const ours = imports.filter((i) => !i.from.startsWith('test/'))

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry) && !entry.endsWith('.d.ts') ? [path] : []
  })
}

/** Imports and re-exports, static and dynamic; relative ones as paths from the top. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const found: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    const to = specifier.startsWith('.') ? normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))) : specifier
    found.push({ from: file, to, typeOnly })
  }
  for (const m of text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    const names = /\{([^}]*)\}/.exec(m[2] ?? '')?.[1]
    const allTypes =
      names !== undefined && names.trim() !== '' && names.split(',').every((n) => n.trim() === '' || n.trim().startsWith('type '))
    add(m[3]!, m[1] !== undefined || allTypes)
  }
  for (const m of text.matchAll(/(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) add(m[1]!, false)
  return found
}

/** The room a file belongs to: its first two folders (dsl/value); a file at the top of dsl, engine or editor is a room of its own. */
function room(path: string): string {
  const parts = path.split('/')
  return parts.length > 2 ? `${parts[0]}/${parts[1]}` : path
}

/** What the language promises to everyone who decides. */
const CONTRACT = /^dsl\/lower\/program(-[a-z]+)?\.ts$/
const atTop = (path: string) => path.split('/').length === 2
const within = (path: string, ...folders: readonly string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
const lines = (found: readonly Import[]) => found.map((i) => `${i.from} → ${i.to}`).sort()

describe('the rooms and who may enter them', () => {
  it('finds the program', () => {
    expect(files.length).toBeGreaterThan(150)
    expect(imports.length).toBeGreaterThan(500)
  })

  it('phases of dsl import only earlier ones', () => {
    const leaves = ['dsl/value', 'dsl/source', 'dsl/diagnostics']
    const order = [
      ['dsl/syntax'],
      ['dsl/lex'],
      ['dsl/parse'],
      ['dsl/link'],
      ['dsl/bind'],
      ['dsl/check'],
      ['dsl/lower'],
      ['dsl/timetable'],
      ['dsl/format'],
    ]
    const rank = (path: string) => (within(path, ...leaves) ? -1 : order.findIndex((group) => within(path, ...group)))
    const wrong = ours.filter((i) => {
      if (!i.from.startsWith('dsl/') || atTop(i.from)) return false
      if (!i.to.startsWith('dsl/')) return /^(engine|editor|policies|test)\//.test(i.to)
      if (atTop(i.to)) return true
      if (room(i.from) === room(i.to)) return false
      return rank(i.to) > rank(i.from)
    })
    expect(lines(wrong)).toEqual([])
  })

  it('value, source and diagnostics lean on nothing above them', () => {
    const wrong = ours.filter((i) => {
      if (within(i.from, 'dsl/value')) return !within(i.to, 'dsl/value')
      if (within(i.from, 'dsl/source')) return !within(i.to, 'dsl/source')
      if (within(i.from, 'dsl/diagnostics')) return !within(i.to, 'dsl/diagnostics', 'dsl/source')
      return false
    })
    expect(lines(wrong)).toEqual([])
  })

  it('only lex and parse import chevrotain; only named rooms import yaml, ajv, commander, monaco', () => {
    const allowed: Record<string, readonly string[]> = {
      chevrotain: ['dsl/lex', 'dsl/parse'],
      yaml: ['dsl/parse/yaml', 'engine/testing', 'engine/cli', 'editor/trial'],
      ajv: ['engine/testing'],
      commander: ['engine/cli'],
      'monaco-editor': ['editor/monaco'],
      preact: ['editor'],
      '@preact/signals': ['editor'],
    }
    const wrong = ours.filter((i) => {
      if (within(i.to, ...ROOMS)) return false
      if (i.to.startsWith('node:') || i.to.startsWith('..') || i.to === 'package.json') return false
      const library = i.to.startsWith('@') ? i.to.split('/').slice(0, 2).join('/') : i.to.split('/')[0]!
      return !within(i.from, ...(allowed[library] ?? []))
    })
    expect(lines(wrong)).toEqual([])
  })

  it('node stands only at the edge', () => {
    const edge = ['engine/cli', 'engine/entry/node.ts', 'editor/server']
    expect(
      lines(ours.filter((i) => i.to.startsWith('node:') && !within(i.from, ...edge) && !i.from.endsWith('.node.ts'))),
    ).toEqual([])
  })

  it('dsl reads no clock and no machine', () => {
    const wrong = files.filter(
      (f) =>
        f.startsWith('dsl/') &&
        /\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\.|\bconsole\.|\bIntl\.|toLocale/.test(readFileSync(f, 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('the engine sees of dsl the values and the program type; testing, cli and entry may see more', () => {
    const roofs = ['engine/testing', 'engine/cli', 'engine/entry']
    const wrong = ours.filter((i) => {
      if (!i.from.startsWith('engine/') || within(i.from, ...roofs) || !i.to.startsWith('dsl/')) return false
      return !(within(i.to, 'dsl/value') || (i.typeOnly && CONTRACT.test(i.to)))
    })
    expect(lines(wrong)).toEqual([])
  })

  it('nobody imports the command line but its own room and the node entry', () => {
    expect(lines(ours.filter((i) => within(i.to, 'engine/cli') && !within(i.from, 'engine/cli', 'engine/entry')))).toEqual([])
  })

  it('the editor imports no command line, and the engine no editor but the server the start command needs', () => {
    const wrong = ours.filter(
      (i) =>
        i.to.startsWith('editor/') &&
        !i.from.startsWith('editor/') &&
        !(i.from === 'engine/cli/start.ts' && within(i.to, 'editor/server')),
    )
    expect(lines(wrong)).toEqual([])
  })

  it('views import types only and talk through the worker', () => {
    const wrong = ours.filter(
      (i) =>
        within(i.from, 'editor/views') &&
        !i.typeOnly &&
        within(i.to, 'dsl', 'engine', 'editor/worker', 'editor/service', 'editor/trial'),
    )
    expect(lines(wrong)).toEqual([])
  })

  it('the oracle shares nothing with the engine but types', () => {
    const wrong = imports.filter(
      (i) =>
        within(i.from, 'test/oracle') &&
        !i.from.endsWith('.test.ts') &&
        !within(i.to, 'test/oracle') &&
        !(i.typeOnly && (CONTRACT.test(i.to) || /^engine\/(procedure\/|register\/)?types\.ts$/.test(i.to))),
    )
    expect(lines(wrong)).toEqual([])
  })

  it('policies and examples are data', () => {
    expect(lines(ours.filter((i) => within(i.from, 'policies', 'examples')))).toEqual([])
  })

  it('no cycles between rooms', () => {
    const edges = new Map<string, Set<string>>()
    for (const i of ours) {
      if (i.typeOnly || !/\.tsx?$/.test(i.to)) continue
      const [a, b] = [room(i.from), room(i.to)]
      if (a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b))
    }
    const cycles: string[] = []
    const walk = (at: string, path: readonly string[]) => {
      if (path.includes(at)) {
        cycles.push([...path.slice(path.indexOf(at)), at].join(' → '))
        return
      }
      if (path.length > 12) return
      for (const next of edges.get(at) ?? []) walk(next, [...path, at])
    }
    for (const start of edges.keys()) walk(start, [])
    expect([...new Set(cycles)]).toEqual([])
  })
})
