import type { PolicySymbol } from '../bind/symbol.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'
import { lowerCites } from './cites.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Cite, Expr } from './program.ts'
import type { Forbidden, Register, Transition } from './program-register.ts'

/** 登记册: its states, the ways between them, the changes of who belongs to a household. States and changes without 依据 have the register's. */
export function lowerRegister(lower: Lowerer, symbol: PolicySymbol): Register {
  const { decl, unit } = symbol
  const kept = clause(decl, 'kept_in')
  const field = kept && lower.binding.symbolOf(kept)
  const ty = field && lower.checked.typeOfSymbol(field)
  const cites = lowerCites(lower, decl, unit)
  const cited = (line: Decl): readonly Cite[] => {
    const own = lowerCites(lower, line, unit)
    return own.length > 0 ? own : cites
  }
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    field: idOf(lower, field),
    enum: ty?.kind === 'enum' ? idOf(lower, ty.enum) : '',
    cites,
    states: childrenOf(decl, 'state').flatMap((state) => {
      const ref = mainValue(state, 'state')
      return ref ? [{ id: valueId(lower, ref), ...labelOf(state), cites: cited(state) }] : []
    }),
    transitions: symbol.members.flatMap((way) => (way.kind === 'transition' ? lowerTransition(lower, way) : undefined) ?? []),
    forbidden: symbol.members.flatMap((way) => (way.kind === 'forbid' ? [lowerForbidden(lower, way)] : [])),
    changes: (decl.children ?? []).flatMap((change) => {
      if (change.kind !== 'gain' && change.kind !== 'loss') return []
      const values = ((change.value ?? []) as readonly Ref[]).map((ref) => valueId(lower, ref))
      const removes = clause(change, 'removes') === true
      return [
        {
          direction: change.kind === 'gain' ? (1 as const) : (-1 as const),
          values,
          ...labelOf(change),
          removes,
          cites: cited(change),
        },
      ]
    }),
  }
}

const valueId = (lower: Lowerer, ref: Ref) => idOf(lower, lower.binding.symbolOf(ref))

function labelOf(decl: Decl): { readonly label?: string } {
  const label = clause(decl, 'label')?.text
  return label === undefined ? {} : { label }
}

function guardOf(lower: Lowerer, decl: Decl): { readonly when?: Expr } {
  const when = clause(decl, 'when')
  return when ? { when: lowerExpr(lower, when) } : {}
}

function lowerTransition(lower: Lowerer, symbol: PolicySymbol): Transition | undefined {
  const { decl } = symbol
  const to = clause(decl, 'entering')
  const via = clause(decl, 'via')
  if (!to) return undefined
  return {
    ...termOf(lower, symbol),
    from: (clause(decl, 'leaving') ?? []).map((ref) => valueId(lower, ref)),
    to: valueId(lower, to),
    ...(via ? { via: idOf(lower, lower.binding.symbolOf(via)) } : {}),
    ...labelOf(decl),
    ...guardOf(lower, decl),
    cites: lowerCites(lower, decl, symbol.unit),
  }
}

function lowerForbidden(lower: Lowerer, symbol: PolicySymbol): Forbidden {
  const { decl } = symbol
  const to = clause(decl, 'entering')
  return {
    ...termOf(lower, symbol),
    from: (clause(decl, 'leaving') ?? []).map((ref) => valueId(lower, ref)),
    ...(to ? { to: valueId(lower, to) } : {}),
    ...guardOf(lower, decl),
    cites: lowerCites(lower, decl, symbol.unit),
  }
}
