import type { Parameter, ParameterEntry } from '../../dsl/lower/program.ts'
import type { World } from './world.ts'

/** What of a region code says where: 410000 → 41, 410122 → 410122. The whole country is ''. */
function regionPrefix(code: string): string {
  return code.replace(/(?:00)+$/, '')
}

/** Whether `key` (a date or a year) lies in the entry's period; a bare year stands for all of it. */
function holds(entry: ParameterEntry, timed: Parameter['timed'], world: World): boolean {
  if (timed === 'year') {
    const year = world.times.year
    return (
      (entry.from === undefined || Number(entry.from.slice(0, 4)) <= year) &&
      (entry.to === undefined || year <= Number(entry.to.slice(0, 4)))
    )
  }
  const first = (text: string): string => (text.length === 4 ? `${text}-01-01` : text)
  const last = (text: string): string => (text.length === 4 ? `${text}-12-31` : text)
  const { asOf } = world.times
  return (entry.from === undefined || first(entry.from) <= asOf) && (entry.to === undefined || asOf <= last(entry.to))
}

/** The entry of a parameter in force for the decision's time, a category and the policy's own place; undefined when there is none. */
export function entryOf(world: World, parameter: Parameter, category: string | undefined): ParameterEntry | undefined {
  const here = regionPrefix(world.program.policy.jurisdiction ?? '')
  let best: ParameterEntry | undefined
  let length = -1
  for (const entry of parameter.entries) {
    if (parameter.keyed !== undefined && entry.category !== category) continue
    if (!holds(entry, parameter.timed, world)) continue
    const area = regionPrefix(entry.area ?? '')
    if (!here.startsWith(area) || area.length <= length) continue
    best = entry
    length = area.length
  }
  return best
}
