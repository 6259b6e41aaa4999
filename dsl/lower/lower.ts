import { isDefinition, type PolicySymbol, type SymbolKind } from '../bind/symbol.ts'
import type { Checked } from '../check/check.ts'
import type { Unit } from '../link/unit.ts'
import { childrenOf, clause, mainValue } from '../syntax/access.ts'
import { lowerCites, lowerSources } from './cites.ts'
import { lowerDefinition } from './definition.ts'
import { digestOf } from './digest.ts'
import { deepFreeze } from './freeze.ts'
import { type Lowerer, lowerer, termOf } from './lowerer.ts'
import { lowerParameter, lowerReading } from './parameter.ts'
import { LANGUAGE_EDITION, type PolicyHead, PROGRAM_SCHEMA, type Program } from './program.ts'
import { reachedSymbols } from './reached.ts'
import { lowerStandard } from './standard.ts'
import { firstDay, lastDay, lowerEntity, lowerEnum, lowerExternal, lowerRelation } from './vocabulary.ts'

type Parts = Omit<Program, 'schema' | 'edition' | 'policy' | 'units' | 'digest'>

/** The frozen program of a policy whose files, and those they use, are without errors. */
export function lower(checked: Checked, policy: Unit): Program {
  const tool = lowerer(checked, policy)
  const meaning = {
    schema: PROGRAM_SCHEMA,
    edition: LANGUAGE_EDITION,
    policy: lowerHead(tool, policy),
    ...lowerParts(tool, reachedSymbols(tool.binding, tool.units)),
  } as const
  const units = tool.units
    .map((unit) => ({ id: unit.id, digest: unitDigest(checked, unit) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return deepFreeze({ ...meaning, units, digest: digestOf({ ...meaning, policy: deciding(meaning.policy) }) })
}

/** The digest of what one unit itself says, names as it sees them. */
export function unitDigest(checked: Checked, unit: Unit): string {
  const tool = lowerer(checked, unit)
  const head = unit.kind === 'policy' ? deciding(lowerHead(tool, unit)) : { id: unit.id }
  return digestOf({ head, ...lowerParts(tool, checked.binding.declared.ofUnit.get(unit) ?? []) })
}

/** The head without 上位: it decides nothing, and its id is known only where the instrument above was given too. */
function deciding(head: PolicyHead): Omit<PolicyHead, 'parent'> {
  const { parent: _above, ...rest } = head
  return rest
}

function lowerParts(tool: Lowerer, symbols: readonly PolicySymbol[]): Parts {
  const of = (kind: SymbolKind) => symbols.filter((symbol) => symbol.kind === kind)
  const parts = {
    entities: of('entity').map((symbol) => lowerEntity(tool, symbol)),
    enums: of('enum').map((symbol) => lowerEnum(tool, symbol)),
    roles: of('role').map((symbol) => termOf(tool, symbol)),
    channels: of('channel').map((symbol) => termOf(tool, symbol)),
    relations: of('relation').flatMap((symbol) => lowerRelation(tool, symbol) ?? []),
    parameters: of('parameter').map((symbol) => lowerParameter(tool, symbol)),
    readings: of('reading').map((symbol) => lowerReading(tool, symbol)),
    externals: of('external').map((symbol) => lowerExternal(tool, symbol)),
    definitions: symbols.filter(isDefinition).flatMap((symbol) => lowerDefinition(tool, symbol) ?? []),
    standards: of('standard').map((symbol) => lowerStandard(tool, symbol)),
  }
  return { ...parts, sources: lowerSources(tool, of('source')) }
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
    inForce: { ...put('from', from), ...put('to', to) },
    cites: inForce ? lowerCites(tool, inForce, unit) : [],
  }
}
