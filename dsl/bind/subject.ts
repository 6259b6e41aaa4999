import { clause } from '../syntax/access.ts'
import { lineage } from './adoption.ts'
import type { Binder, Context } from './binder.ts'
import { find } from './scope.ts'
import { isDefinition, memberNamed, type PolicySymbol } from './symbol.ts'

/**
 * The entity a definition, score, table, relation, standard, procedure, register, target or ranking is 适用于, by itself or by what it adopts; that of
 * effects without one is their procedure's. Undefined when none is written or it is unknown.
 */
export function subjectOf(binder: Pick<Binder, 'scopes'>, symbol: PolicySymbol): PolicySymbol | undefined {
  const scope = binder.scopes.get(symbol.unit)
  const ref = clause(symbol.decl, 'for')
  if (ref) {
    const found = scope && find(scope, ref.text, ['entity'])
    return found?.kind === 'one' ? found.symbol : undefined
  }
  const [, ...adopted] = lineage(binder, symbol)
  const base = adopted.find((other) => clause(other.decl, 'for'))
  if (base) return subjectOf(binder, base)
  const via = symbol.kind === 'effects' ? clause(symbol.decl, 'via') : undefined
  const procedure = via && scope && find(scope, via.text, ['procedure'])
  return procedure?.kind === 'one' ? subjectOf(binder, procedure.symbol) : undefined
}

/** The field of its subject that holds a procedure's list's own record, by itself or by what it adopts. */
export function rosterOf(binder: Pick<Binder, 'scopes'>, procedure: PolicySymbol): PolicySymbol | undefined {
  const subject = subjectOf(binder, procedure)
  const ref = lineage(binder, procedure).flatMap((level) => clause(level.decl, 'roster') ?? [])[0]
  return subject && ref ? memberNamed(subject, ref.text) : undefined
}

/** The context of a declaration's own expressions: the element it is 适用于, if any. */
export function subjectContext(binder: Binder, symbol: PolicySymbol): Context {
  const subject = subjectOf(binder, symbol)
  return { unit: symbol.unit, elements: subject ? [subject] : [] }
}

/** Whether a member of a path is a definition about that entity. */
export function isAbout(binder: Binder, symbol: PolicySymbol, entity: PolicySymbol): boolean {
  return isDefinition(symbol) && subjectOf(binder, symbol) === entity
}
