import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Decl, Document } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'

export type UnitKind = 'policy' | 'vocabulary' | 'source'

/** A top-level declaration: what 采用 takes in and what a program is made of. */
export interface Unit {
  readonly kind: UnitKind
  /** ascii id, else the Chinese name */
  readonly id: string
  readonly decl: Decl
  readonly document: Document
  /** found through `load`, not among the files given */
  readonly loaded: boolean
}

/** One 采用 that was found. */
export interface Use {
  readonly decl: Decl
  readonly ref: Ref
  readonly unit: Unit
}

/** All files read, their units and how these take one another in. */
export interface Linked {
  readonly documents: readonly Document[]
  readonly texts: ReadonlyMap<string, string>
  readonly units: readonly Unit[]
  readonly uses: ReadonlyMap<Unit, readonly Use[]>
  readonly diagnostics: readonly Diagnostic[]
}

/** The units a unit rests on, nearest first, level by level; each once, itself not among them. */
export function usedUnits(linked: Linked, unit: Unit): readonly (readonly Unit[])[] {
  const seen = new Set([unit])
  const levels: Unit[][] = []
  let level = [unit]
  for (;;) {
    const next: Unit[] = []
    for (const user of level) {
      const neighbours = (linked.uses.get(user) ?? []).map((use) => use.unit)
      for (const used of user === unit ? [...neighbours, ...sourcesBeside(linked, unit)] : neighbours) {
        if (seen.has(used)) continue
        seen.add(used)
        next.push(used)
      }
    }
    if (next.length === 0) return levels
    levels.push(next)
    level = next
  }
}

/** A 来源 standing at the top of the same file needs no 采用. */
function sourcesBeside(linked: Linked, unit: Unit): readonly Unit[] {
  return linked.units.filter((other) => other.kind === 'source' && other !== unit && other.document.file === unit.document.file)
}
