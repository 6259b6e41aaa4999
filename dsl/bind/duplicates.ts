import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { appearance } from './confusable.ts'
import type { Declared } from './declare.ts'
import { declaredLabel } from './report.ts'
import { isDefinition, isField, type PolicySymbol, shownName, typedNames } from './symbol.ts'

/** Names that would be mistaken for one another: N203 twice, N204 one Chinese name with two ids, N205 look-alikes. Each scope by itself. */
export function duplicateNames(declared: Declared): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const look = (symbols: readonly PolicySymbol[]) => {
    if (symbols.length > 1) found.push(...inScope(symbols))
  }
  for (const own of declared.ofUnit.values()) look(own)
  for (const symbol of declared.all) look(symbol.members)
  return found
}

/** The names of one family that have come up, as typed and as they look. */
interface Seen {
  readonly byName: Map<string, PolicySymbol>
  readonly byLook: Map<string, PolicySymbol>
}

function inScope(symbols: readonly PolicySymbol[]): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const families = new Map<string, Seen>()
  for (const symbol of symbols) {
    const names = typedNames(symbol)
    const seen: Seen = families.get(family(symbol)) ?? { byName: new Map(), byLook: new Map() }
    families.set(family(symbol), seen)
    const first = earlier(symbol, names, seen.byName)
    if (first) {
      found.push(clash(first, symbol))
      continue
    }
    const looks = names.map(appearance)
    const like = earlier(symbol, looks, seen.byLook)
    if (like)
      found.push(
        finding(
          'N205',
          symbol.name.span,
          { name: shownName(symbol), other: shownName(like) },
          { labels: [declaredLabel(like, 'other')] },
        ),
      )
    for (const name of names) seen.byName.set(name, symbol)
    for (const look of looks) seen.byLook.set(look, symbol)
  }
  return found
}

function earlier(
  symbol: PolicySymbol,
  names: readonly string[],
  seen: ReadonlyMap<string, PolicySymbol>,
): PolicySymbol | undefined {
  for (const name of names) {
    const other = seen.get(name)
    if (other && !exclusive(other, symbol)) return other
  }
  return undefined
}

function clash(first: PolicySymbol, second: PolicySymbol): Diagnostic {
  const [a, b] = [first.name, second.name]
  const twoIds = a.zh !== undefined && a.zh === b.zh && a.id !== undefined && b.id !== undefined && a.id !== b.id
  const labels = [declaredLabel(first, 'first')]
  if (twoIds) return finding('N204', b.span, { name: a.zh ?? '', first: a.id ?? '', second: b.id ?? '' }, { labels })
  return finding('N203', b.span, { name: shownName(second) }, { labels })
}

/** Kinds that share one set of names. Roles, channels, sources and constraints are never looked up together with values. */
function family(symbol: PolicySymbol): string {
  if (isField(symbol)) return 'field'
  if (isDefinition(symbol)) return 'thing'
  switch (symbol.kind) {
    case 'entity':
    case 'enum':
    case 'parameter':
    case 'external':
    case 'reading':
    case 'standard':
      return 'thing'
    case 'must':
    case 'bar':
    case 'suspend':
    case 'weigh':
    case 'part':
      return 'item'
    case 'shall':
    case 'may':
    case 'ceases':
      return 'effect'
    case 'transition':
    case 'forbid':
      return 'transition'
    default:
      return symbol.kind
  }
}

/** Items, steps and strata under different choices of one 按 may share a name: only one of them ever counts. */
function exclusive(a: PolicySymbol, b: PolicySymbol): boolean {
  if (!UNDER_ARMS.includes(family(a))) return false
  const arms = armsAbove(a)
  return [...armsAbove(b)].some(([fork, arm]) => arms.has(fork) && arms.get(fork) !== arm)
}

const UNDER_ARMS: readonly string[] = ['item', 'phase', 'step', 'stratum']
const ARMS: readonly string[] = ['arm', 'arm_steps', 'arm_acts']

type Forks = ReadonlyMap<PolicySymbol['decl'], PolicySymbol['decl']>

/** The 按 an item stands under, each with the arm that holds the item. */
function armsAbove(symbol: PolicySymbol): Forks {
  return (symbol.parent && search(symbol.parent.decl, symbol.decl, new Map())) ?? new Map()
}

function search(within: PolicySymbol['decl'], wanted: PolicySymbol['decl'], above: Forks): Forks | undefined {
  for (const child of within.children ?? []) {
    if (child === wanted) return above
    const found = search(child, wanted, ARMS.includes(child.kind) ? new Map([...above, [within, child]]) : above)
    if (found) return found
  }
  return undefined
}
