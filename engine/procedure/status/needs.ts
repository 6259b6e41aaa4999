import type { Expr } from '../../../dsl/lower/program.ts'
import { UNKNOWN } from '../../../dsl/value/truth.ts'
import type { Element } from '../../facts/element.ts'
import { needsOf, type Search } from '../../run/needs.ts'
import { newLedger, shownSets } from '../../run/sets.ts'
import { walk } from '../../run/walk.ts'
import type { DayPlan } from '../clock.ts'
import type { Standing } from '../fold/standing.ts'
import type { Asked } from '../layout.ts'

/** What a step of a subject needs so that it is clear: paths of facts, those of the list's record under `list.`, and ids of what no fact can mend. */
export function stepNeeds(
  day: DayPlan,
  standing: Standing,
  step: number,
  element: (about: Asked['about'], subject?: number) => Element,
): readonly string[] {
  const { layout } = day
  const { vector, steps } = standing.profile
  const found = new Set<string>()
  const askGuard = (at: number, subject?: number) => {
    // A stratum is unknown of another subject, whose truths are not these.
    if (at < 0 || (subject === undefined && vector.truths[at] !== UNKNOWN)) return
    const { expr, about } = layout.guards[at]!
    collect(found, about, truthNeeds(day, expr, element(about, subject)))
  }
  const askStep = (at: number) => {
    for (const guard of [layout.guard, ...layout.steps[at]!.guards]) askGuard(guard)
  }
  if (steps[step]!.need === UNKNOWN) askStep(step)
  for (const doubt of standing.held[step]?.doubts ?? []) {
    switch (doubt.kind) {
      case 'guard':
        askGuard(doubt.at, doubt.subject)
        break
      case 'step':
        askStep(doubt.at)
        break
      case 'number': {
        const { expr, about } = layout.numbers[doubt.at]!
        collect(found, about, numberNeeds(day, expr, element(about)))
        break
      }
      case 'calendar':
        if (layout.days.calendarId !== undefined) found.add(layout.days.calendarId)
        break
      case 'unsaid':
        break
      default: {
        const unreachable: never = doubt
        return unreachable
      }
    }
  }
  return [...found].sort()
}

function collect(found: Set<string>, about: Asked['about'], paths: Iterable<string>): void {
  for (const path of paths) found.add(about === 'list' ? `list.${path}` : path)
}

function truthNeeds({ run }: DayPlan, expr: Expr, element: Element): readonly string[] {
  const search: Search = { run, ledger: newLedger(), blocked: new Map() }
  const { yes, no } = needsOf(search, expr, [element], '')
  const sets = [yes, no].flatMap((masks) => shownSets(search.ledger, masks).sets)
  return [...sets.flat(), ...[...search.blocked.values()].map(({ id }) => id)]
}

function numberNeeds({ run }: DayPlan, expr: Expr, element: Element): readonly string[] {
  const found: string[] = []
  walk(run, expr, [element], '', {
    openOnly: true,
    field: (read) => found.push(read.field.field.id),
    list: (list) => found.push(list.field.field.id),
    parameter: (parameter) => found.push(parameter.parameter),
    external: (external) => found.push(external.external),
    definition: () => {},
    blocked: ({ id }) => found.push(id),
  })
  return found
}
