import { lineage } from '../bind/adoption.ts'
import { itemsOf } from '../bind/layout.ts'
import type { PolicySymbol } from '../bind/symbol.ts'
import { childrenOf, clause } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Expr as Tree } from '../syntax/expression.ts'
import { lowerCites } from './cites.ts'
import { lowerExpr } from './expression.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Item, Standard } from './program.ts'
import { underOf } from './under.ts'

type Under = Item['under']
type Writable<T> = { -readonly [K in keyof T]: T[K] }

const NONE: readonly never[] = []

/** A standard with its items in the order of the text, adopted ones included; those under a reading say which choice they belong to. */
export function lowerStandard(lower: Lowerer, symbol: PolicySymbol): Standard {
  const levels = lineage(lower.binding, symbol)
  const guard = levels.flatMap((level) => clause(level.decl, 'when') ?? [])[0]
  const citing = levels.find((level) => clause(level.decl, 'cite')?.length) ?? symbol
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    ...(guard ? { guard: lowerExpr(lower, guard) } : {}),
    cites: lowerCites(lower, citing.decl, citing.unit),
    items: itemsOf(lower.binding, symbol).flatMap((held) => lowerItem(lower, held.symbol.decl, underOf(lower, held.arms)) ?? []),
  }
}

function lowerItem(lower: Lowerer, decl: Decl, under: Under): Item | undefined {
  const symbol = lower.binding.declared.ofDecl.get(decl)
  const { kind } = decl
  if (!symbol || (kind !== 'must' && kind !== 'bar' && kind !== 'suspend' && kind !== 'weigh' && kind !== 'part'))
    return undefined
  const when = clause(decl, 'when')
  const body = decl.body as Tree | undefined
  const group = body ? undefined : lowerGroup(lower, decl, under)
  const all = (exprs: readonly Tree[] | undefined) => (exprs ? exprs.map((expr) => lowerExpr(lower, expr)) : NONE)
  const by = clause(decl, 'by')
  const item: Writable<Item> = {
    ...termOf(lower, symbol),
    kind,
    inPrinciple: clause(decl, 'in_principle') === true,
    cites: lowerCites(lower, decl, symbol.unit),
    deemed: all(clause(decl, 'deemed')),
    except: all(clause(decl, 'except')),
    reviewers: by ? by.map((role) => idOf(lower, lower.binding.symbolOf(role))) : NONE,
    under,
  }
  // Filled in place: items are most of a large program.
  if (when) item.when = lowerExpr(lower, when)
  if (body) item.condition = lowerExpr(lower, body)
  if (group) item.group = group
  return item
}

/** 全部 unless the text says otherwise. Parts belong to the readings their group belongs to. */
function lowerGroup(lower: Lowerer, decl: Decl, under: Under): NonNullable<Item['group']> {
  const combine = clause(decl, 'combine')
  const parts = childrenOf(decl, 'part').flatMap((part) => lowerItem(lower, part, under) ?? [])
  if (combine?.mode === 'at_least') return { mode: 'at_least', n: combine.n, parts }
  return { mode: combine?.mode ?? 'all', parts }
}
