import type { PolicySymbol } from '../bind/symbol.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr as Tree } from '../syntax/expression.ts'
import { lowerCites } from './cites.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Item, Standard } from './program.ts'

type Under = Item['under']

/** A standard with its items in the order of the text; those under a reading say which choice they belong to. */
export function lowerStandard(lower: Lowerer, symbol: PolicySymbol): Standard {
  const guard = clause(symbol.decl, 'when')
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    ...(guard ? { guard: lowerExpr(lower, guard) } : {}),
    cites: lowerCites(lower, symbol.decl, symbol.unit),
    items: lowerItems(lower, symbol.decl, []),
  }
}

function lowerItems(lower: Lowerer, decl: Decl, under: Under): readonly Item[] {
  return (decl.children ?? []).flatMap((child) => {
    if (child.kind !== 'by_reading') return lowerItem(lower, child, under) ?? []
    const ref = mainValue(child, 'by_reading')
    const reading = ref ? idOf(lower, lower.binding.symbolOf(ref)) : ''
    return childrenOf(child, 'arm').flatMap((arm) => {
      const choice = mainValue(arm, 'arm')
      return lowerItems(lower, arm, [...under, { reading, choice: choice ? idOf(lower, lower.binding.symbolOf(choice)) : '' }])
    })
  })
}

function lowerItem(lower: Lowerer, decl: Decl, under: Under): Item | undefined {
  const symbol = lower.binding.declared.ofDecl.get(decl)
  const { kind } = decl
  if (!symbol || (kind !== 'must' && kind !== 'bar' && kind !== 'suspend' && kind !== 'weigh' && kind !== 'part'))
    return undefined
  const when = clause(decl, 'when')
  const body = decl.body as Tree | undefined
  const group = body ? undefined : lowerGroup(lower, decl, under)
  return {
    ...termOf(lower, symbol),
    kind,
    inPrinciple: clause(decl, 'in_principle') === true,
    cites: lowerCites(lower, decl, symbol.unit),
    ...(when ? { when: lowerExpr(lower, when) } : {}),
    ...(body ? { condition: lowerExpr(lower, body) } : {}),
    ...(group ? { group } : {}),
    deemed: (clause(decl, 'deemed') ?? []).map((expr) => lowerExpr(lower, expr)),
    except: (clause(decl, 'except') ?? []).map((expr) => lowerExpr(lower, expr)),
    reviewers: (clause(decl, 'by') ?? []).map((role) => idOf(lower, lower.binding.symbolOf(role))),
    under,
  }
}

/** 全部 unless the text says otherwise. Parts belong to the readings their group belongs to. */
function lowerGroup(lower: Lowerer, decl: Decl, under: Under): NonNullable<Item['group']> {
  const combine = clause(decl, 'combine')
  const parts = childrenOf(decl, 'part').flatMap((part) => lowerItem(lower, part, under) ?? [])
  if (combine?.mode === 'at_least') return { mode: 'at_least', n: combine.n, parts }
  return { mode: combine?.mode ?? 'all', parts }
}
