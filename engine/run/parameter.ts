import type { Literal, Parameter } from '../../dsl/lower/program.ts'
import type { Run } from './scope.ts'
import { holds } from './times.ts'

/** The value in force for a category, or undefined when no entry fits. */
export function parameterValue(run: Run, parameter: Parameter, category: string | undefined): Literal | undefined {
  const jurisdiction = run.model.program.policy.jurisdiction
  let best: Literal | undefined
  let longest = -1
  for (const entry of parameter.entries) {
    if (!inPeriod(run, parameter, entry)) continue
    if (parameter.keyed !== undefined && entry.category !== undefined && entry.category !== category) continue
    const prefix = entry.area === undefined ? '' : region(entry.area)
    if (entry.area !== undefined && !(jurisdiction?.startsWith(prefix) ?? false)) continue
    const length = entry.area === undefined ? 0 : prefix.length + 1
    if (length <= longest) continue
    longest = length
    best = entry.value
  }
  return best
}

function inPeriod(run: Run, parameter: Parameter, entry: { readonly from?: string; readonly to?: string }): boolean {
  if (parameter.timed === 'as_of') return holds(entry, run.asOfText)
  const from = entry.from === undefined || Number(entry.from) <= run.year
  return from && (entry.to === undefined || run.year <= Number(entry.to))
}

/** The prefix all places of a region share: 410000 is 41, 410100 is 4101. */
function region(area: string): string {
  return area.replace(/(?:00)+$/, '')
}
