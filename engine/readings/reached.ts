import type { Program, Reading, Standard } from '../../dsl/lower/program.ts'

/** The readings a standard's answer may depend on, in the program's order: those in its items, in what they are defined by, in standards they ask about, and in relations facts are checked by. */
export function readingsOf(program: Program, standard: Standard): readonly Reading[] {
  const reached = new Set<string>()
  const definitions = new Set<string>()
  const standards = new Set<string>()
  const open: unknown[] = [standard, ...program.relations.map((relation) => relation.condition)]
  const follow = <T extends { readonly id: string }>(list: readonly T[], id: unknown, seen: Set<string>) => {
    if (typeof id !== 'string' || seen.has(id)) return
    seen.add(id)
    open.push(list.find((one) => one.id === id))
  }
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (value === null || typeof value !== 'object') continue
    if (Array.isArray(value)) {
      open.push(...value)
      continue
    }
    const node = value as Readonly<Record<string, unknown>>
    // An arm of 按, and an item that stands under a choice, both name their reading.
    if (typeof node['reading'] === 'string') reached.add(node['reading'])
    if (node['kind'] === 'definition') follow(program.definitions, node['definition'], definitions)
    if (node['kind'] === 'meets') follow(program.standards, node['standard'], standards)
    open.push(...Object.values(node).filter((inner) => typeof inner === 'object' && inner !== null))
  }
  return program.readings.filter((reading) => reached.has(reading.id))
}
