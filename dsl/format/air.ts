import type { Decl } from '../syntax/declaration.ts'
import { type DeclKind, declSpec } from '../syntax/table.ts'

/** Blocks short enough to stand on the line of their keyword. */
export const INLINE_BLOCKS: ReadonlySet<DeclKind> = new Set<DeclKind>(['use'])

/**
 * Whether an empty line stands between two neighbours of a block; `depth` 0 is the file's. Files and the blocks of a policy get air, what stands within
 * those is kept together, and an author's own empty line is kept anywhere.
 */
export function needsBlankLine(a: Decl, b: Decl, depth: number): boolean {
  if (depth === 0 || b.blankBefore) return true
  if (depth !== 1) return false
  if (a.kind === b.kind) return hasTallBlock(a) || hasTallBlock(b)
  return isTerm(a) || isTerm(b)
}

function hasTallBlock(decl: Decl): boolean {
  return decl.children !== undefined && !INLINE_BLOCKS.has(decl.kind)
}

function isTerm(decl: Decl): boolean {
  return declSpec(decl.kind).name !== undefined
}
