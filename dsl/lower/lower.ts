import { isDefinition, type PolicySymbol, type SymbolKind, shownName } from '../bind/symbol.ts'
import type { Checked } from '../check/check.ts'
import { type Unit, usedUnits } from '../link/unit.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import { lowerCalendar, lowerPaper } from './calendar.ts'
import { lowerCites, lowerSource, lowerSources } from './cites.ts'
import { lowerDefinition } from './definition.ts'
import { digestOf } from './digest.ts'
import { lowerEffects } from './effects.ts'
import { compact, deepFreeze } from './freeze.ts'
import { type Lowerer, lowerer, termOf } from './lowerer.ts'
import { lowerParameter, lowerReading } from './parameter.ts'
import { lowerProcedure } from './procedure.ts'
import { LANGUAGE_EDITION, type PolicyHead, PROGRAM_SCHEMA, type Program } from './program.ts'
import { reachedSymbols } from './reached.ts'
import { lowerRegister } from './register.ts'
import { lowerStandard } from './standard.ts'
import { lowerRanking, lowerTarget } from './target.ts'
import { firstDay, lastDay, lowerEntity, lowerEnum, lowerExternal, lowerRelation } from './vocabulary.ts'

type Parts = Omit<Program, 'schema' | 'edition' | 'policy' | 'units' | 'digest' | 'sources'>
/** The digests of declarations, in the order in which the program lists them. */
type Digests = ReadonlyMap<PolicySymbol, string>

/** The frozen program of a policy whose files, and those they use, are without errors. */
export function lower(checked: Checked, policy: Unit): Program {
  const tool = lowerer(checked, policy)
  const head = lowerHead(tool, policy)
  const symbols = reachedSymbols(tool.binding, tool.units)
  const { parts, digests } = lowerParts(tool, symbols)
  const sources = lowerSources(
    tool,
    symbols.filter((symbol) => symbol.kind === 'source'),
  )
  const base = { schema: PROGRAM_SCHEMA, edition: LANGUAGE_EDITION } as const
  const units = tool.units
    .map((unit) => ({ id: unit.id, digest: unit === policy ? ownDigest(tool, unit, head, digests) : unitDigest(checked, unit) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const digest = digestOf({ ...base, policy: deciding(head), declarations: [...digests.values()], sources })
  return deepFreeze({ ...base, policy: compact(head), ...parts, sources: compact(sources), units, digest })
}

/** What a timetable is made from; a whole program has it too. */
export type Timed = Pick<Program, 'policy' | 'readings' | 'papers' | 'calendars' | 'procedures'>

/** A policy's procedures with what they name and nothing else: for those who look at timetables at every keystroke and decide nothing. */
export function lowerTimed(checked: Checked, policy: Unit): Timed {
  const tool = lowerer(checked, policy)
  const symbols = tool.units.flatMap((unit) => tool.binding.declared.ofUnit.get(unit) ?? [])
  const of = <V>(kind: SymbolKind, make: (tool: Lowerer, symbol: PolicySymbol) => V): V[] =>
    symbols.flatMap((symbol) => (symbol.kind === kind ? make(tool, symbol) : []))
  const own = symbols.filter((symbol) => symbol.unit === policy && symbol.kind === 'procedure')
  return {
    policy: lowerHead(tool, policy),
    readings: of('reading', lowerReading),
    papers: of('paper', lowerPaper),
    calendars: of('calendar', lowerCalendar),
    procedures: own.map((symbol) => lowerProcedure(tool, symbol)),
  }
}

/** What a used unit says is the same in every program that uses it with the same units below; editors compile at every keystroke. */
const USED = new WeakMap<Decl, { readonly rests: readonly (readonly Decl[])[]; readonly digest: string }>()

/** The digest of what one unit itself says, names as it sees them. */
function unitDigest(checked: Checked, unit: Unit): string {
  const rests = usedUnits(checked.binding.linked, unit).map((level) => level.map((used) => used.decl))
  const known = USED.get(unit.decl)
  if (known && sameLevels(known.rests, rests)) return known.digest
  const tool = lowerer(checked, unit)
  const head = unit.kind === 'policy' ? lowerHead(tool, unit) : undefined
  const digest = ownDigest(tool, unit, head, lowerParts(tool, checked.binding.declared.ofUnit.get(unit) ?? []).digests)
  USED.set(unit.decl, { rests, digest })
  return digest
}

function sameLevels(a: readonly (readonly Decl[])[], b: readonly (readonly Decl[])[]): boolean {
  return (
    a.length === b.length && a.every((level, i) => level.length === b[i]!.length && level.every((decl, k) => decl === b[i]![k]))
  )
}

function ownDigest(tool: Lowerer, unit: Unit, head: PolicyHead | undefined, digests: Digests): string {
  const { unitSymbol, ofUnit } = tool.binding.declared
  const own = ofUnit.get(unit) ?? []
  const itself = unitSymbol.get(unit)
  const sources = [...(itself?.kind === 'source' ? [itself] : []), ...own.filter((symbol) => symbol.kind === 'source')]
  return digestOf({
    head: head ? deciding(head) : { id: unit.id },
    declarations: [...digests].flatMap(([symbol, digest]) => (symbol.unit === unit ? [digest] : [])),
    sources: sources.map((symbol) => lowerSource(tool, symbol)),
  })
}

/** 替代. Like 上位 by the other's id where it was given too, else by the name written. */
function lowerSupersedes(tool: Lowerer, decl: Decl): PolicyHead['supersedes'] {
  const from = firstDay(clause(decl, 'from'))
  return (mainValue(decl, 'supersedes') ?? []).map((ref) => {
    const other = tool.binding.symbolOf(ref)
    return { policy: other ? (other.name.id ?? shownName(other)) : ref.text, ...(from === undefined ? {} : { from }) }
  })
}

/** The head without 上位 and 替代: they decide nothing, and their ids are known only where the other instruments were given too. */
function deciding(head: PolicyHead): Omit<PolicyHead, 'parent' | 'supersedes'> {
  const { parent: _above, supersedes: _earlier, ...rest } = head
  return rest
}

/** What a vocabulary says is the same object in every program that sees it alike: a process may hold thousands. */
const SHARED = new WeakMap<Decl, Map<string, unknown>>()
const SHARED_KINDS: ReadonlySet<SymbolKind> = new Set([
  'entity',
  'enum',
  'role',
  'channel',
  'relation',
  'parameter',
  'reading',
  'place',
  'paper',
  'calendar',
])

function shared<V extends object>(tool: Lowerer, symbol: PolicySymbol, value: V, digest: string): V {
  if (symbol.unit === tool.root || !SHARED_KINDS.has(symbol.kind)) return compact(value)
  const known = SHARED.get(symbol.decl) ?? new Map<string, unknown>()
  SHARED.set(symbol.decl, known)
  // INVARIANT: one declaration has one place and one note, and the nodes of an expression are numbered on from its first: equal keys are equal through and through.
  const node = 'condition' in value ? (value.condition as { readonly id: number }).id : 0
  const key = `${digest} ${node}`
  const kept = known.get(key)
  if (kept !== undefined) return kept as V
  const first = compact(value)
  known.set(key, first)
  return first
}

function lowerParts(tool: Lowerer, symbols: readonly PolicySymbol[]): { readonly parts: Parts; readonly digests: Digests } {
  const digests = new Map<PolicySymbol, string>()
  const take = <V extends object>(
    is: (symbol: PolicySymbol) => boolean,
    make: (tool: Lowerer, symbol: PolicySymbol) => V | undefined,
  ): V[] => {
    const made: V[] = []
    for (const symbol of symbols) {
      const value = is(symbol) ? make(tool, symbol) : undefined
      if (value === undefined) continue
      const digest = digestOf([symbol.kind, value])
      made.push(shared(tool, symbol, value, digest))
      digests.set(symbol, digest)
    }
    return made
  }
  const of = (kind: SymbolKind) => (symbol: PolicySymbol) => symbol.kind === kind
  const parts = {
    entities: take(of('entity'), lowerEntity),
    enums: take(of('enum'), lowerEnum),
    roles: take(of('role'), termOf),
    channels: take(of('channel'), termOf),
    relations: take(of('relation'), lowerRelation),
    parameters: take(of('parameter'), lowerParameter),
    readings: take(of('reading'), lowerReading),
    externals: take(of('external'), lowerExternal),
    definitions: take(isDefinition, lowerDefinition),
    standards: take(of('standard'), lowerStandard),
    papers: take(of('paper'), lowerPaper),
    places: take(of('place'), termOf),
    calendars: take(of('calendar'), lowerCalendar),
    procedures: take(of('procedure'), lowerProcedure),
    effects: take(of('effects'), lowerEffects),
    registers: take(of('register'), lowerRegister),
    targets: take(of('target'), lowerTarget),
    rankings: take(of('ranking'), lowerRanking),
  }
  return { parts, digests }
}

function lowerHead(tool: Lowerer, unit: Unit): PolicyHead {
  const symbol = tool.binding.declared.unitSymbol.get(unit)
  // INVARIANT: a unit has a name, and with it a symbol.
  if (!symbol) throw new RangeError('a unit without a name')
  const { decl } = unit
  const inForce = childrenOf(decl, 'in_force')[0]
  const from = inForce && firstDay(clause(inForce, 'from'))
  const to = inForce && lastDay(clause(inForce, 'to'))
  const parent = childrenOf(decl, 'parent').map((child) => mainValue(child, 'parent'))[0]
  const above = parent && tool.binding.symbolOf(parent)
  const level = childrenOf(decl, 'level').map((child) => mainValue(child, 'level')?.id)[0] as PolicyHead['level']
  const text = (kind: 'title' | 'jurisdiction' | 'version' | 'document') =>
    childrenOf(decl, kind).map((child) => mainValue(child, kind)?.text)[0]
  const put = <K extends string, V>(key: K, value: V | undefined) =>
    value === undefined ? {} : ({ [key]: value } as Record<K, V>)
  const note = childrenOf(decl, 'note').map((child) => mainValue(child, 'note')?.text)[0]
  return {
    ...termOf(tool, symbol),
    ...put('note', note),
    ...put('title', text('title')),
    ...put('jurisdiction', text('jurisdiction')),
    ...put('level', level),
    ...put('version', text('version')),
    ...put('document', text('document')),
    ...put('parent', above ? (above.name.id ?? above.name.zh) : parent?.text),
    supersedes: childrenOf(decl, 'supersedes').flatMap((child) => lowerSupersedes(tool, child)),
    inForce: { ...put('from', from), ...put('to', to) },
    cites: inForce ? lowerCites(tool, inForce, unit) : [],
  }
}
