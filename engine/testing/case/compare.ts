import type { CaseFinding, CaseProblem, CaseStatus, Lawfulness, StepStatus, SubjectStatus } from '../../procedure/types.ts'
import type { Difference } from '../suite.ts'
import type { CaseExpectation, DutyExpectation, StepExpectation } from './suite.ts'

/** What a case came to. */
export type Came =
  | { readonly status: CaseStatus; readonly lawful?: readonly Lawfulness[] }
  | { readonly problems: readonly CaseProblem[] }

/** What has come otherwise than a case expects, in the order of the expectation. */
export function caseDifferences(expected: CaseExpectation, came: Came): Difference[] {
  if ('problems' in came) {
    const codes = [...new Set(came.problems.map(({ code }) => code))].sort()
    if (codes.join() === [...(expected.rejected ?? [])].sort().join()) return []
    const actual = came.problems.map(({ code, path }) => `${code} ${path}`).join(', ')
    return [{ what: 'rejected', name: 'rejected', expected: expected.rejected?.join(', ') ?? expected.state ?? 'judged', actual }]
  }
  const { status, lawful } = came
  if (expected.rejected)
    return [{ what: 'rejected', name: 'rejected', expected: expected.rejected.join(', '), actual: status.state }]
  return [
    ...differs('case', 'state', expected.state, status.state),
    ...subjectDifferences(expected, status),
    ...status.subjects.flatMap((subject) => stepDifferences(expected.steps, subject)),
    ...findingDifferences('findings', expected.findings, status.subjects.flatMap(allFindings)),
    ...nextDifferences(expected.next, status),
    ...lawfulDifferences(expected.lawful, lawful ?? [], status),
  ]
}

function differs(what: Difference['what'], name: string, expected: unknown, actual: unknown): Difference[] {
  return expected === undefined || expected === actual ? [] : [{ what, name, expected: String(expected), actual: String(actual) }]
}

function subjectDifferences({ subjects = {} }: CaseExpectation, status: CaseStatus): Difference[] {
  const { '*': everyone, ...named } = subjects
  const absent = Object.keys(named).filter((id) => !status.subjects.some((subject) => subject.id === id))
  return [
    ...absent.flatMap((id) => differs('subject', id, 'exists', 'absent')),
    ...status.subjects.flatMap((subject) => {
      const wanted = named[subject.id] ?? everyone
      if (wanted === undefined) return []
      return [
        ...differs('subject', subject.id, wanted.state, subject.state),
        ...differs('subject', `${subject.id}.returns`, wanted.returns, subject.returns),
        ...stepDifferences(wanted.steps, subject),
        ...findingDifferences(subject.id, wanted.findings, allFindings(subject)),
      ]
    }),
  ]
}

function stepDifferences(wanted: Readonly<Record<string, StepExpectation>> | undefined, subject: SubjectStatus): Difference[] {
  return Object.entries(wanted ?? {}).flatMap(([id, step]) => {
    const found = subject.steps.find((one) => one.step === id)
    const name = `${subject.id} ${id}`
    if (!found) return differs('step', name, step.state ?? 'exists', 'absent')
    return (Object.keys(step) as (keyof StepExpectation)[]).flatMap((key) =>
      differs('step', key === 'state' ? name : `${name}.${key}`, valueText(step[key]), valueText(found[key as keyof StepStatus])),
    )
  })
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? [...value].sort().join(' ') : value === undefined ? 'absent' : String(value)
}

function allFindings(subject: SubjectStatus): readonly CaseFinding[] {
  return [...subject.steps.flatMap(({ findings }) => findings), ...subject.notes]
}

/** Every finding is expected, and every expectation found. */
function findingDifferences(name: string, wanted: readonly string[] | undefined, found: readonly CaseFinding[]): Difference[] {
  if (wanted === undefined) return []
  const actual = [...new Set(found.map(({ step, code }) => (step === undefined ? code : `${step}.${code}`)))]
  const fits = (want: string, one: string) => want === one || one.endsWith(`.${want}`)
  const same =
    wanted.every((want) => actual.some((one) => fits(want, one))) && actual.every((one) => wanted.some((want) => fits(want, one)))
  return same ? [] : [{ what: 'findings', name, expected: listText(wanted), actual: listText(actual) }]
}

function listText(list: readonly string[]): string {
  return `[${[...list].sort().join(' ')}]`
}

function nextDifferences(wanted: readonly DutyExpectation[] | undefined, { next }: CaseStatus): Difference[] {
  if (wanted === undefined) return []
  const open = [...next]
  const missed = wanted.filter((duty) => {
    const at = open.findIndex((one) =>
      (Object.keys(duty) as (keyof DutyExpectation)[]).every((key) => valueText(duty[key]) === valueText(one[key])),
    )
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  if (missed.length === 0 && open.length === 0) return []
  const text = (duty: DutyExpectation) => {
    const { step, state, subjects, roles, from, to } = duty
    return [step, state, subjects?.join('+'), roles?.join('+'), from && `${from}…`, to && `…${to}`].filter((one) => one).join(' ')
  }
  return [{ what: 'next', name: 'next', expected: wanted.map(text).join('; ') || '—', actual: next.map(text).join('; ') || '—' }]
}

function lawfulDifferences(wanted: CaseExpectation['lawful'], found: readonly Lawfulness[], status: CaseStatus): Difference[] {
  const { '*': everyone, ...named } = wanted ?? {}
  return status.subjects.flatMap(({ id }) => {
    const expected = named[id] ?? everyone
    const one = found.find((other) => other.id === id)
    if (expected === undefined || expected === one?.lawful) return []
    const actual = one ? `${one.lawful} (${one.outcome ?? 'rejected'}, ${one.procedure})` : 'absent'
    return [{ what: 'lawful', name: id, expected, actual } as const]
  })
}
