import { isField, type PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, clause } from '../syntax/access.ts'
import type { Forms } from '../syntax/declaration.ts'
import { lowerCites } from './cites.ts'
import { lowerExpr } from './expression.ts'
import { figureOf } from './literal.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Entity, Enumeration, External, Field, Relation } from './program.ts'
import { valueType } from './value-type.ts'

/** An entity with its facts. */
export function lowerEntity(lower: Lowerer, symbol: PolicySymbol): Entity {
  return { ...termOf(lower, symbol), fields: symbol.members.filter(isField).map((field) => lowerField(lower, field)) }
}

function lowerField(lower: Lowerer, symbol: PolicySymbol): Field {
  const { decl } = symbol
  const range = clause(decl, 'range')
  const low = figureOf(lower, range?.low)
  const high = figureOf(lower, range?.high)
  const channel = clause(decl, 'channel')
  const roles = (clause(decl, 'by') ?? []).map((role) => idOf(lower, lower.binding.symbolOf(role)))
  return {
    ...termOf(lower, symbol),
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    nullable: clause(decl, 'nullable') === true,
    yearly: clause(decl, 'yearly') === true,
    ...(symbol.kind === 'judgement' ? { judgement: { roles } } : {}),
    ...(channel ? { channel: idOf(lower, lower.binding.symbolOf(channel)) } : {}),
  }
}

export function lowerEnum(lower: Lowerer, symbol: PolicySymbol): Enumeration {
  return { ...termOf(lower, symbol), values: symbol.members.map((value) => termOf(lower, value)) }
}

/** 约束. Its days in force are both included; a year stands for its first or last day. */
export function lowerRelation(lower: Lowerer, symbol: PolicySymbol): Relation | undefined {
  const body = bodyOf(symbol.decl, 'relation')
  if (!body) return undefined
  const from = firstDay(clause(symbol.decl, 'from'))
  const to = lastDay(clause(symbol.decl, 'to'))
  const origin = clause(symbol.decl, 'origin')?.text
  return {
    ...termOf(lower, symbol),
    entity: idOf(lower, lower.binding.subjectOf(symbol)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    condition: lowerExpr(lower, body),
    cites: lowerCites(lower, symbol.decl, symbol.unit),
    ...(origin === undefined ? {} : { origin }),
  }
}

export function lowerExternal(lower: Lowerer, symbol: PolicySymbol): External {
  const title = clause(symbol.decl, 'summary')?.text
  return {
    ...termOf(lower, symbol),
    ...(title === undefined ? {} : { title }),
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
    cites: lowerCites(lower, symbol.decl, symbol.unit),
  }
}

/** A day, or the first day of a year. */
export function firstDay(moment: Forms['moment'] | undefined): string | undefined {
  return moment?.kind === 'year' ? `${moment.value.padStart(4, '0')}-01-01` : moment?.value
}

/** A day, or the last day of a year. */
export function lastDay(moment: Forms['moment'] | undefined): string | undefined {
  return moment?.kind === 'year' ? `${moment.value.padStart(4, '0')}-12-31` : moment?.value
}
