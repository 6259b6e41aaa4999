import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import type { Linked, Unit } from '../link/unit.ts'
import { clause } from '../syntax/access.ts'
import type { Name } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Binder, Context } from './binder.ts'
import { definitionCycles } from './cycles.ts'
import { type Declared, declare } from './declare.ts'
import { duplicateNames } from './duplicates.ts'
import { namesInSight } from './report.ts'
import { ownSources } from './resolve-cites.ts'
import { resolveUnit } from './resolve-decl.ts'
import { type Scope, unitScope } from './scope.ts'
import { shadowings } from './shadowing.ts'
import { subjectOf } from './subject.ts'
import { type PolicySymbol, type Resolution, shownName } from './symbol.ts'
import { unusedDeclarations } from './unused.ts'

/** What every name means. Made once per compilation; later phases, printers and the editor read it. */
export interface Binding {
  readonly linked: Linked
  readonly declared: Declared
  readonly scopes: ReadonlyMap<Unit, Scope>
  readonly symbols: readonly PolicySymbol[]
  readonly diagnostics: readonly Diagnostic[]
  /** what a reference means where it stands, with the element it is read from */
  resolutionOf(ref: Ref): Resolution | undefined
  /** the declared thing a reference means; undefined for builtins and unresolved names */
  symbolOf(ref: Ref): PolicySymbol | undefined
  /** both names of what a reference means, builtins too: what a printer writes */
  nameOf(ref: Ref): Name | undefined
  /** every reference to a symbol, in order of the files */
  references(symbol: PolicySymbol): readonly Ref[]
  /** the reference written at a place */
  refAt(file: string, offset: number): Ref | undefined
  /** the symbol declared or referred to at a place */
  symbolAt(file: string, offset: number): PolicySymbol | undefined
  /** names that mean something in an expression at a place, nearest first: what completion offers */
  scopeAt(file: string, offset: number): readonly string[]
  /** the unit and the elements (innermost first) around a place */
  contextAt(file: string, offset: number): Context | undefined
  /** the entity a declaration is 适用于 */
  subjectOf(symbol: PolicySymbol): PolicySymbol | undefined
  /** sources a citation of that unit need not name */
  sourcesOf(unit: Unit): readonly PolicySymbol[]
}

/** Gives every name its meaning. All findings are N2xx; what cannot be resolved stays without resolution and silent later on. */
export function bind(linked: Linked): Binding {
  const declared = declare(linked)
  const scopes = new Map(linked.units.map((unit) => [unit, unitScope(linked, declared, unit)] as const))
  const binder: Binder = { linked, declared, scopes, resolutions: new Map(), regions: [], diagnostics: [] }
  for (const unit of linked.units) resolveUnit(binder, unit)
  binder.diagnostics.push(
    ...duplicateNames(declared),
    ...shadowings(binder),
    ...definitionCycles(binder),
    ...unusedDeclarations(binder),
    ...policiesWithoutSource(binder),
  )
  return bindingOf(binder)
}

function policiesWithoutSource(binder: Binder): readonly Diagnostic[] {
  return binder.linked.units.flatMap((unit) => {
    const symbol = binder.declared.unitSymbol.get(unit)
    if (unit.kind !== 'policy' || !symbol || ownSources(binder, unit).length > 0) return []
    // A citation that names its source shows that the author has one elsewhere.
    const all = binder.declared.all.filter((other) => other.unit === unit).flatMap((other) => clause(other.decl, 'cite') ?? [])
    if (all.some((cite) => cite.source !== undefined)) return []
    return [finding('N216', symbol.name.span, { name: shownName(symbol) })]
  })
}

function bindingOf(binder: Binder): Binding {
  const { resolutions, declared } = binder
  const uses = new Map<PolicySymbol, Ref[]>()
  for (const [ref, resolution] of resolutions) {
    if (resolution.kind === 'builtin') continue
    const list = uses.get(resolution.symbol)
    if (list) list.push(ref)
    else uses.set(resolution.symbol, [ref])
  }
  const refs = [...resolutions.keys()]
  const holds = (span: Ref['span'], file: string, offset: number) =>
    span.file === file && span.start <= offset && offset <= span.end
  const symbolOf = (ref: Ref) => {
    const resolution = resolutions.get(ref)
    return resolution && resolution.kind !== 'builtin' ? resolution.symbol : undefined
  }
  const refAt = (file: string, offset: number) => refs.find((ref) => holds(ref.span, file, offset))
  const contextAt = (file: string, offset: number) => {
    let best: Binder['regions'][number] | undefined
    for (const region of binder.regions) {
      if (!holds(region.span, file, offset)) continue
      if (!best || region.span.end - region.span.start <= best.span.end - best.span.start) best = region
    }
    return best?.context
  }
  return {
    linked: binder.linked,
    declared,
    scopes: binder.scopes,
    symbols: declared.all,
    diagnostics: binder.diagnostics,
    resolutionOf: (ref) => resolutions.get(ref),
    symbolOf,
    nameOf: (ref) => {
      const resolution = resolutions.get(ref)
      return resolution?.kind === 'builtin' ? resolution.builtin.name : resolution?.symbol.name
    },
    references: (symbol) => uses.get(symbol) ?? [],
    refAt,
    symbolAt: (file, offset) => {
      const ref = refAt(file, offset)
      return ref ? symbolOf(ref) : declared.all.find((symbol) => holds(symbol.name.span, file, offset))
    },
    scopeAt: (file, offset) => {
      const context = contextAt(file, offset)
      return context ? namesInSight(binder, context) : []
    },
    contextAt,
    subjectOf: (symbol) => subjectOf(binder, symbol),
    sourcesOf: (unit) => ownSources(binder, unit),
  }
}
