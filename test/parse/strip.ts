import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parseDsl, parseLeaf } from '../../dsl/parse/index.ts'
import type { Decl } from '../../dsl/syntax/declaration.ts'

const OK = new URL('../corpus/ok/', import.meta.url)

/** The DSL files of the corpus that must be read without any message. */
export const CORPUS: readonly (readonly [string, string])[] = readdirSync(OK)
  .filter((name) => name.endsWith('.policy'))
  .sort()
  .map((name) => [name, readFileSync(new URL(name, OK), 'utf8')] as const)

/** The tree without places and without empty comment lists. */
export function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, item]) => !/^span$|Span$|^file$/.test(key) && !(key === 'comments' && isQuiet(item)),
  )
  return Object.fromEntries(kept.map(([key, item]) => [key, strip(item)]))
}

function isQuiet(comments: unknown): boolean {
  return Array.isArray(comments) || Object.values(comments as Record<string, unknown[]>).every((list) => list.length === 0)
}

/** The expression that a text spells, without places; fails on any message. */
export function expr(text: string): unknown {
  const { value, diagnostics } = parseLeaf('expr', text, 'f', 0)
  expect(diagnostics.map(({ code, args }) => ({ code, args }))).toEqual([])
  return strip(value)
}

/** The first declaration of a text, without places; fails on any message. */
export function decl(text: string): unknown {
  const { document, diagnostics } = parseDsl(text, 'f')
  expect(diagnostics.map(({ code, args }) => ({ code, args }))).toEqual([])
  return strip(document.declarations[0])
}

/** The codes of a text's diagnostics, in order. */
export function codes(text: string): readonly string[] {
  return parseDsl(text, 'f').diagnostics.map(({ code }) => code)
}

/** Every declaration with its path of kinds and names, so that survivors can be counted. */
export function paths(declarations: readonly Decl[], above = ''): readonly string[] {
  return declarations.flatMap((one) => {
    const own = `${above}/${one.kind}:${one.name?.zh ?? one.name?.id ?? label(one)}`
    return [own, ...paths(one.children ?? [], own)]
  })
}

function label(one: Decl): string {
  return JSON.stringify(strip(one.value) ?? strip(one.clauses))
}

/** Calls `visit` with every span of a tree. */
export function spans(value: unknown, visit: (span: { start: number; end: number }) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (/^span$|Span$/.test(key)) visit(item as { start: number; end: number })
    else spans(item, visit)
  }
}
