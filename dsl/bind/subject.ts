import { clause } from '../syntax/access.ts'
import { type Binder, type Context, scopeOf } from './binder.ts'
import { find } from './scope.ts'
import { isDefinition, type PolicySymbol } from './symbol.ts'

/** The entity a definition, score, table, relation or standard is 适用于; undefined when none is written or it is unknown. */
export function subjectOf(binder: Binder, symbol: PolicySymbol): PolicySymbol | undefined {
  const ref = clause(symbol.decl, 'for')
  const found = ref ? find(scopeOf(binder, symbol.unit), ref.text, ['entity']) : undefined
  return found?.kind === 'one' ? found.symbol : undefined
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
