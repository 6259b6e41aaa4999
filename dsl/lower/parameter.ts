import type { PolicySymbol } from '../bind/symbol.ts'
import { bodyOf, childrenOf, clause, mainValue } from '../syntax/access.ts'
import type { Decl, Option } from '../syntax/declaration.ts'
import { lowerCites } from './cites.ts'
import { literalOf } from './literal.ts'
import { idOf, type Lowerer, termOf } from './lowerer.ts'
import type { Parameter, ParameterEntry, Reading } from './program.ts'
import { valueType } from './value-type.ts'
import { firstDay, lastDay } from './vocabulary.ts'

/** A dated table. Without 按 it goes by 年度. */
export function lowerParameter(lower: Lowerer, symbol: PolicySymbol): Parameter {
  const { decl } = symbol
  const timed = clause(decl, 'timed')?.id === 'as_of' ? 'as_of' : 'year'
  const keyed = clause(decl, 'keyed')
  return {
    ...termOf(lower, symbol),
    type: valueType(lower, lower.checked.typeOfSymbol(symbol)),
    timed,
    ...(keyed ? { keyed: idOf(lower, lower.binding.symbolOf(keyed)) } : {}),
    cites: lowerCites(lower, decl, symbol.unit),
    entries: childrenOf(decl, 'entry').flatMap((entry) => lowerEntry(lower, entry, timed) ?? []),
  }
}

function lowerEntry(lower: Lowerer, decl: Decl, timed: 'year' | 'as_of'): ParameterEntry | undefined {
  const body = bodyOf(decl, 'entry')
  const value = body && literalOf(lower, body)
  if (!value) return undefined
  // check/ admits years only where the key is 年度.
  const from = timed === 'year' ? clause(decl, 'from')?.value : firstDay(clause(decl, 'from'))
  const to = timed === 'year' ? clause(decl, 'to')?.value : lastDay(clause(decl, 'to'))
  const area = clause(decl, 'area')?.text
  const category = clause(decl, 'category')
  const origin = clause(decl, 'origin')?.text
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(area === undefined ? {} : { area }),
    ...(category ? { category: idOf(lower, lower.binding.symbolOf(category)) } : {}),
    value,
    ...(origin === undefined ? {} : { origin }),
    span: decl.span,
  }
}

/** A reading with the choice in force for the root: its own 取, else that of the nearest unit that chooses, else （默认）, else the first. */
export function lowerReading(lower: Lowerer, symbol: PolicySymbol): Reading {
  const declared = bodyOf(symbol.decl, 'reading') ?? []
  const preset = declared.findIndex((option: Option) => option.isDefault === true)
  const chosen = chosenBy(lower, symbol) ?? symbol.members[Math.max(preset, 0)]
  return {
    ...termOf(lower, symbol),
    cites: lowerCites(lower, symbol.decl, symbol.unit),
    choices: symbol.members.map((choice) => termOf(lower, choice)),
    chosen: idOf(lower, chosen),
  }
}

function chosenBy(lower: Lowerer, reading: PolicySymbol): PolicySymbol | undefined {
  for (const unit of lower.units) {
    for (const choose of childrenOf(unit.decl, 'use').flatMap((use) => childrenOf(use, 'choose'))) {
      const ref = mainValue(choose, 'choose')
      const value = bodyOf(choose, 'choose')
      if (ref && value && lower.binding.symbolOf(ref) === reading) return lower.binding.symbolOf(value)
    }
  }
  return undefined
}
