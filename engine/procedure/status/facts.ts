import type { Element } from '../../facts/element.ts'
import { joinPath } from '../../facts/element.ts'
import { type Answers, type DayPlan, withRoster } from '../clock.ts'
import type { Asked } from '../layout.ts'
import type { CaseRead } from '../log.ts'
import type { Profile } from '../profile.ts'
import type { CaseProblem } from '../types.ts'

/** The subjects' profiles on a day, and what is wrong with the facts. */
export interface Profiles {
  readonly profiles: readonly Profile[]
  readonly problems: readonly CaseProblem[]
}

const NO_PROBLEMS: readonly CaseProblem[] = Object.freeze([])

/** Answers every guard about the list and its subjects. Guards that read refused facts stay unknown. */
export function profilesOf(day: DayPlan, read: CaseRead): Profiles {
  const { roster } = day.layout.procedure
  const field = roster && day.subject.plan.byId.get(roster.field)?.field
  const list = day.list?.answer(read.list)
  const problems: CaseProblem[] = []
  let attached: unknown
  if (list !== undefined && 'problems' in list) problems.push(...prefixed(list.problems, 'list', undefined))
  else attached = read.list
  let bare: Answers | undefined
  const profiles: Profile[] = []
  for (let i = 0; i < read.subjects.length; i++) {
    const { facts, id } = read.subjects[i]!
    let own: Answers
    if (facts === undefined) {
      bare ??= day.subject.answer(withRoster(undefined, attached, field))
      own = bare
    } else own = day.subject.answer(withRoster(facts, attached, field))
    if ('problems' in own) problems.push(...prefixed(own.problems, `subjects[${i}].facts`, id))
    profiles.push(day.profile(own, list))
  }
  return { profiles, problems: problems.length === 0 ? NO_PROBLEMS : problems }
}

/** Problems as of the whole file, naming the subject. */
export function prefixed(problems: readonly CaseProblem[], path: string, subject: string | undefined): readonly CaseProblem[] {
  return problems.map((problem) => ({
    code: problem.code,
    path: problem.path.startsWith('[') ? `${path}${problem.path}` : problem.path === '' ? path : joinPath(path, problem.path),
    args: subject === undefined ? problem.args : { ...problem.args, subject },
  }))
}

/** The element a guard is about, read again: only what is unclear asks for it. */
export function elementsOf(day: DayPlan, read: CaseRead): (about: Asked['about'], subject: number) => Element {
  const { roster } = day.layout.procedure
  const field = roster && day.subject.plan.byId.get(roster.field)?.field
  return (about, subject) =>
    about === 'list' && day.list !== undefined
      ? day.list.element(read.list)
      : day.subject.element(withRoster(read.subjects[subject]!.facts, read.list, field))
}
