import { clause } from '../syntax/access.ts'
import { type Binder, type Context, scopeOf } from './binder.ts'
import { builtinNamed } from './builtins.ts'
import { find, findValue } from './scope.ts'
import { isAbout, subjectOf } from './subject.ts'
import {
  DEFINITION_KINDS,
  isDefinition,
  isNamed,
  memberNamed,
  type PolicySymbol,
  type Resolution,
  type SymbolKind,
} from './symbol.ts'

export type Lookup =
  | { readonly kind: 'found'; readonly resolution: Resolution }
  /** several used units or enumerations declare it */
  | { readonly kind: 'many'; readonly symbols: readonly PolicySymbol[] }
  /** a definition about an element that is not around here */
  | { readonly kind: 'noElement'; readonly symbol: PolicySymbol; readonly entity: PolicySymbol }
  | { readonly kind: 'none' }

/** Kinds a bare name in an expression may mean, beside fields, elements and builtins. */
export const VALUE_KINDS: readonly SymbolKind[] = [...DEFINITION_KINDS, 'parameter', 'external']

/**
 * What a bare name means: a value of the expected enumeration; a field of the innermost element that has it; the nearest element of that entity; a
 * definition, parameter or external of the unit or its used units; a builtin time; a value only one enumeration has.
 */
export function lookupName(binder: Binder, text: string, context: Context, expected?: PolicySymbol): Lookup {
  const value = expected && memberNamed(expected, text)
  if (value) return found({ kind: 'symbol', symbol: value })
  for (const [depth, element] of context.elements.entries()) {
    const field = memberNamed(element, text)
    if (field) return found({ kind: 'field', symbol: field, depth })
  }
  const depth = context.elements.findIndex((element) => isNamed(element, text))
  if (depth >= 0) return found({ kind: 'element', symbol: context.elements[depth]!, depth })
  const scope = scopeOf(binder, context.unit)
  const declared = find(scope, text, VALUE_KINDS)
  if (declared.kind === 'many') return declared
  if (declared.kind === 'one')
    return isDefinition(declared.symbol)
      ? placed(binder, declared.symbol, context)
      : found({ kind: 'symbol', symbol: declared.symbol })
  const builtin = builtinNamed(text, 'time')
  if (builtin) return found({ kind: 'builtin', builtin })
  const only = findValue(scope, text)
  return only.kind === 'one' ? found({ kind: 'symbol', symbol: only.symbol }) : only
}

function found(resolution: Resolution): Lookup {
  return { kind: 'found', resolution }
}

function placed(binder: Binder, symbol: PolicySymbol, context: Context): Lookup {
  const entity = subjectOf(binder, symbol)
  // An unknown 适用于 has been reported where it stands.
  if (!entity) return found({ kind: 'definition', symbol, ...(clause(symbol.decl, 'for') ? { depth: 0 } : {}) })
  const depth = context.elements.indexOf(entity)
  return depth < 0 ? { kind: 'noElement', symbol, entity } : found({ kind: 'definition', symbol, depth })
}

/** What `X 的 text` means for an X of that entity: its field, or a definition about it. */
export function lookupMember(binder: Binder, text: string, entity: PolicySymbol, context: Context): Resolution | undefined {
  const field = memberNamed(entity, text)
  if (field) return { kind: 'field', symbol: field }
  const definition = find(scopeOf(binder, context.unit), text, DEFINITION_KINDS)
  return definition.kind === 'one' && isAbout(binder, definition.symbol, entity)
    ? { kind: 'definition', symbol: definition.symbol }
    : undefined
}
