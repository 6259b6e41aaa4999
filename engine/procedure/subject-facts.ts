import type { Program } from '../../dsl/lower/program.ts'
import type { DecideOptions, Facts } from '../types.ts'
import { withRoster } from './clock.ts'
import { deskNamed } from './open.ts'
import { readCaseFile } from './read/case.ts'
import type { CaseInput } from './types.ts'

/** A subject's facts as the standard sees them: with the list's record where its roster field gives none. Undefined where it has none of its own. */
export interface SubjectFacts {
  readonly id: string
  readonly year: number
  readonly facts?: Facts
}

/** The facts of each subject of a case; nobody's where the case is refused. */
export function subjectFacts(program: Program, input: CaseInput, options: DecideOptions = {}): readonly SubjectFacts[] {
  const desk = deskNamed(program, input, options)
  if ('problems' in desk) return []
  const found = readCaseFile(desk.layout, input)
  if ('problems' in found) return []
  const { roster, entity } = desk.layout.procedure
  const field = program.entities.find(({ id }) => id === entity)?.fields.find(({ id }) => id === roster?.field)
  const { year, list } = found.read
  return found.read.subjects.map(({ id, facts }) =>
    facts === undefined ? { id, year } : { id, year, facts: withRoster(facts, list, field) as Facts },
  )
}
