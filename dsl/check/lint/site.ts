import { cellExprs } from '../../bind/resolve-decl.ts'
import { bodyOf, childrenOf, clause, mainValue } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import type { Expr } from '../../syntax/expression.ts'
import { partsOf } from './parts.ts'

/** What is taken as true (or false) where an expression stands. */
export interface Given {
  readonly expr: Expr
  readonly truth: boolean
  readonly level: number
}

/** An expression of a declaration, as a whole. */
export interface Site {
  readonly expr: Expr
  /** how many elements are around it */
  readonly level: number
  /** it decides something by itself: neither a value nor a table's cell or result */
  readonly decides: boolean
  readonly given: readonly Given[]
  /** choices of readings under which it stands, as written */
  readonly arms: readonly Decl[]
  /** kinds of expressions somewhere in it */
  readonly kinds: ReadonlySet<Expr['kind']>
}

function kindsIn(expr: Expr, found: Set<Expr['kind']> = new Set()): ReadonlySet<Expr['kind']> {
  found.add(expr.kind)
  for (const part of partsOf(expr)) kindsIn(part.expr, found)
  return found
}

const SITES = new WeakMap<Decl, readonly Site[]>()

/** Every expression a declaration holds, in order of the text; those in quantifiers and the like are parts of these. */
export function sitesOf(decl: Decl): readonly Site[] {
  const known = SITES.get(decl)
  if (known) return known
  const sites = gather(decl)
  SITES.set(decl, sites)
  return sites
}

function gather(decl: Decl): readonly Site[] {
  const level = clause(decl, 'for') || clause(decl, 'adopts') ? 1 : 0
  const put = (expr: Expr | undefined, decides: boolean, given: readonly Given[], arms: readonly Decl[]): readonly Site[] =>
    expr ? [{ expr, level, decides, given, arms, kinds: kindsIn(expr) }] : []
  const site = (expr: Expr | undefined) => put(expr, true, [], [])
  const value = (expr: Expr | undefined, given: readonly Given[] = []) => put(expr, false, given, [])
  const holding = (when: Expr | undefined): readonly Given[] => (when ? [{ expr: when, truth: true, level }] : [])
  switch (decl.kind) {
    case 'definition':
      return site(bodyOf(decl, 'definition'))
    case 'relation':
      return site(bodyOf(decl, 'relation'))
    case 'score':
      return childrenOf(decl, 'points').flatMap((line) => {
        const when = clause(line, 'when')
        return [...site(when), ...value(bodyOf(line, 'points'), holding(when))]
      })
    case 'table':
      return (decl.children ?? []).flatMap((child) => {
        if (child.kind === 'inputs') return (mainValue(child, 'inputs') ?? []).flatMap((input) => value(input))
        const cells = child.kind === 'row' ? (mainValue(child, 'row') ?? []) : []
        return [
          ...cells.flatMap((cell) => cellExprs(cell).flatMap((expr) => value(expr))),
          ...value(child.body as Expr | undefined),
        ]
      })
    case 'standard': {
      const guard = clause(decl, 'when')
      return [...site(guard), ...itemSites(decl, holding(guard), [])]
    }
    case 'procedure':
    case 'effects':
    case 'register':
    case 'target':
      return [
        ...conditionSites(decl, []),
        ...value(clause(decl, 'tally')),
        ...value(decl.kind === 'target' ? bodyOf(decl, 'target') : undefined),
      ]
    case 'ranking':
      return value(bodyOf(decl, 'ranking'))
    default:
      return []
  }

  /** Every 当 and 必含; what one asks of a village and another of a household are kept apart. */
  function conditionSites(holder: Decl, arms: readonly Decl[]): readonly Site[] {
    const stratum = holder.kind === 'stratum' ? (holder.body as Expr | undefined) : undefined
    const own = [clause(holder, 'when'), stratum].flatMap((expr) => put(expr, true, [], arms))
    const below = (holder.children ?? []).flatMap((child) =>
      conditionSites(child, child.kind === 'arm_steps' || child.kind === 'arm_acts' ? [...arms, child] : arms),
    )
    return [...own, ...below]
  }

  function itemSites(holder: Decl, given: readonly Given[], arms: readonly Decl[]): readonly Site[] {
    const found: Site[] = []
    addItems(holder, given, arms, found)
    return found
  }

  function addItems(holder: Decl, given: readonly Given[], arms: readonly Decl[], found: Site[]): void {
    const add = (expr: Expr | undefined, around: readonly Given[]) => {
      if (expr) found.push({ expr, level, decides: true, given: around, arms, kinds: kindsIn(expr) })
    }
    for (const item of holder.children ?? []) {
      if (item.kind === 'by_reading' || item.kind === 'arm') {
        addItems(item, given, item.kind === 'arm' ? [...arms, item] : arms, found)
        continue
      }
      const when = clause(item, 'when')
      const inside = when ? [...given, ...holding(when)] : given
      add(when, given)
      add(item.body as Expr | undefined, inside)
      for (const expr of clause(item, 'deemed') ?? []) add(expr, inside)
      for (const expr of clause(item, 'except') ?? []) add(expr, inside)
      addItems(item, inside, arms, found)
    }
  }
}
