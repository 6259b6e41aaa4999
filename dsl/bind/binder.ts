import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Linked, Unit } from '../link/unit.ts'
import type { Span } from '../source/span.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Declared } from './declare.ts'
import type { Scope } from './scope.ts'
import type { PolicySymbol, Resolution } from './symbol.ts'

/** Where an expression stands: its unit and the elements around it, innermost first. */
export interface Context {
  readonly unit: Unit
  readonly elements: readonly PolicySymbol[]
}

/** A stretch of text and the names that mean something there. */
export interface Region {
  readonly span: Span
  readonly context: Context
}

/** What the phase gathers while it walks. */
export interface Binder {
  readonly linked: Linked
  readonly declared: Declared
  readonly scopes: ReadonlyMap<Unit, Scope>
  readonly resolutions: Map<Ref, Resolution>
  readonly regions: Region[]
  readonly diagnostics: Diagnostic[]
}

/** The scope of a unit; every linked unit has one. */
export function scopeOf(binder: Binder, unit: Unit): Scope {
  return binder.scopes.get(unit) ?? { levels: [], byName: [] }
}

/** Notes what a reference means. */
export function resolve(binder: Binder, ref: Ref, resolution: Resolution): void {
  binder.resolutions.set(ref, resolution)
}
