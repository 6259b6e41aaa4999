import type { Unit } from '../link/unit.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import type { Declared } from './declare.ts'
import { type Found, find, type Scope } from './scope.ts'
import { type PolicySymbol, typedNames } from './symbol.ts'

/** What looking names up needs: a binder while it walks, a binding afterwards. */
export interface Sight {
  readonly declared: Declared
  readonly scopes: ReadonlyMap<Unit, Scope>
}

/** One choice of a reading under which something stands; `fork` is the 按 it was written in. */
export interface Arm {
  readonly fork: Decl
  readonly reading: Ref | undefined
  readonly choice: Ref | undefined
}

/** A declaration in its place: the choices it stands under, and the phase of a step. */
export interface Held {
  readonly symbol: PolicySymbol
  readonly arms: readonly Arm[]
  readonly phase?: PolicySymbol
}

/** Looks an adopted standard or procedure up; a declaration never means itself by its own name. */
export function lookupBase(sight: Pick<Sight, 'scopes'>, symbol: PolicySymbol): Found {
  const ref = clause(symbol.decl, 'adopts')
  const scope = sight.scopes.get(symbol.unit)
  if (!ref || !scope) return { kind: 'none' }
  const near = find(scope, ref.text, [symbol.kind])
  if (near.kind !== 'one' || near.symbol !== symbol) return near
  return find({ levels: scope.levels.slice(1), byName: scope.byName.slice(1) }, ref.text, [symbol.kind])
}

/** What a standard or procedure adopts by 沿用, if it can be found. */
export function baseOf(sight: Pick<Sight, 'scopes'>, symbol: PolicySymbol): PolicySymbol | undefined {
  if (symbol.kind !== 'standard' && symbol.kind !== 'procedure') return undefined
  const found = lookupBase(sight, symbol)
  return found.kind === 'one' ? found.symbol : undefined
}

/** A declaration and what it adopts, nearest first; a circle (reported elsewhere) is cut. */
export function lineage(sight: Pick<Sight, 'scopes'>, symbol: PolicySymbol): readonly PolicySymbol[] {
  const line: PolicySymbol[] = []
  for (let next: PolicySymbol | undefined = symbol; next && !line.includes(next); next = baseOf(sight, next)) line.push(next)
  return line
}

/** The 删去 of a declaration, as written. */
export function omissions(decl: Decl): readonly Ref[] {
  return childrenOf(decl, 'omit').flatMap((omit) => mainValue(omit, 'omit') ?? [])
}

/** Whether two declarations have a name in common: what merging goes by. */
export function sameName(a: PolicySymbol, b: PolicySymbol): boolean {
  return typedNames(a).some((name) => typedNames(b).includes(name))
}

/** Own declarations replace adopted ones of their name where these stood; what is new comes last; what is 删去 is left out. */
export function merged<T extends Held>(base: readonly T[], own: readonly T[], omitted: readonly Ref[]): readonly T[] {
  const placed = new Set<T>()
  const result: T[] = []
  for (const held of base) {
    const replacing = own.filter((candidate) => sameName(candidate.symbol, held.symbol))
    if (replacing.length > 0) {
      for (const one of replacing) {
        if (placed.has(one)) continue
        placed.add(one)
        result.push(one.phase || !held.phase ? one : { ...one, phase: held.phase })
      }
    } else if (!omitted.some((ref) => typedNames(held.symbol).includes(ref.text))) result.push(held)
  }
  for (const one of own) if (!placed.has(one)) append(result, one)
  return result
}

/** A new step of an adopted phase stands behind the steps of that phase. */
function append<T extends Held>(result: T[], held: T): void {
  const { phase } = held
  const last = phase ? result.findLastIndex((other) => other.phase !== undefined && sameName(other.phase, phase)) : -1
  if (last < 0) result.push(held)
  else result.splice(last + 1, 0, held)
}

/** Whether two things never count together: they stand under different choices of one reading. */
export function apart(a: Held, b: Held): boolean {
  return a.arms.some((one) =>
    b.arms.some((other) =>
      one.fork === other.fork
        ? one.choice !== other.choice
        : one.reading?.text === other.reading?.text && one.choice?.text !== other.choice?.text,
    ),
  )
}
