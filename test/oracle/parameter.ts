import type { Literal, Parameter, ParameterEntry } from '../../dsl/lower/program.ts'
import type { World } from './world.ts'

function inPeriod(world: World, parameter: Parameter, entry: ParameterEntry): boolean {
  if (parameter.timed === 'year') {
    const from = entry.from === undefined || Number(entry.from) <= world.times.year
    return from && (entry.to === undefined || world.times.year <= Number(entry.to))
  }
  // A period given in years holds whole years.
  const from = entry.from?.length === 4 ? `${entry.from}-01-01` : entry.from
  const to = entry.to?.length === 4 ? `${entry.to}-12-31` : entry.to
  return (from === undefined || from <= world.times.asOf) && (to === undefined || world.times.asOf <= to)
}

/** The digits that matter: 410000 → 41. */
const region = (code: string): string => code.replace(/(00)+$/, '')

/** The entry for the category (undefined where the parameter has none), or undefined when nothing fits. */
export function entryOf(world: World, parameter: Parameter, category: string | undefined): Literal | undefined {
  const jurisdiction = world.program.policy.jurisdiction
  const fitting = parameter.entries.filter((entry) => {
    const here = entry.area === undefined || (jurisdiction !== undefined && region(jurisdiction).startsWith(region(entry.area)))
    return here && inPeriod(world, parameter, entry) && entry.category === category
  })
  const length = (entry: ParameterEntry): number => (entry.area === undefined ? -1 : region(entry.area).length)
  return [...fitting].sort((a, b) => length(b) - length(a))[0]?.value
}
