import type { Program } from '../../../dsl/lower/program.ts'
import type { Act, Counting, Line, Procedure, Step } from '../../../dsl/lower/program-procedure.ts'
import type { ActEvent, CaseEvent, CaseInput } from '../../../engine/procedure/types.ts'
import { programOf, term } from '../tiny.ts'
import { type JudgedCase, judgeCase } from './index.ts'

/** Small procedures by hand, for tests. */
type Bare<T> = T extends unknown ? Omit<T, keyof Line> & Partial<Line> : never

let lines = 0
export const line = (rest: Bare<Act>): Act => ({ id: `${rest.kind}.${++lines}`, under: [], cites: [], ...rest }) as Act
export const counts = (rest: Partial<Counting>): Counting => ({ id: 'counting', under: [], cites: [], ...rest })
export const position = (month: number, day: number | 'end', year: -1 | 0 | 1 = 0) =>
  ({ kind: 'position', year, month, day }) as const
export const days = (amount: number, unit: 'day' | 'workday' | 'week' | 'half_month' | 'month' | 'year' = 'day') =>
  ({ kind: 'duration', amount, unit }) as const

/** A step after the ones named. */
export const step = (id: string, after: readonly string[], acts: readonly Act[] = [], more: Partial<Step> = {}): Step => ({
  ...term(id),
  scope: 'each',
  cites: [],
  under: [],
  after,
  acts,
  ...more,
})

export function procedureOf(steps: readonly Step[], more: Partial<Procedure> = {}, rest: Partial<Program> = {}): Program {
  const procedure: Procedure = { ...term('leave'), entity: 'home', cites: [], counting: [], phases: [], steps, ...more }
  const papers = ['list', 'form'].map((id) => ({ ...term(id), given: false, notSupplied: false, cites: [] }))
  return programOf([], { procedures: [procedure], papers, places: [term('hall'), term('gate')], ...rest })
}

export const act = (of: string, on: string, more: Partial<ActEvent> = {}): ActEvent => ({ kind: 'act', step: of, on, ...more })

export const caseOf = (events: readonly CaseEvent[], more: Partial<CaseInput> = {}): CaseInput => ({
  procedure: 'leave',
  year: 2019,
  subjects: [{ id: 'a' }, { id: 'b' }],
  events,
  ...more,
})

type Judged = Extract<JudgedCase, { kind: 'judged' }>

export function judged(program: Program, input: CaseInput, on: string, readings: Record<string, string> = {}): Judged {
  const found = judgeCase(program, input, on, readings)
  if (found.kind === 'refused') throw new Error(found.why)
  return found
}

/** The states of a subject's steps, as text: `first done, second due`; then what was found. */
export function standing(program: Program, events: readonly CaseEvent[], on: string, subject = 'a'): string {
  const one = judged(program, caseOf(events), on).subjects.find((each) => each.id === subject)!
  const found = one.steps.flatMap((each) => each.breaches.map((breach) => `${breach.code}@${breach.event}`))
  const steps = one.steps.map((each) => `${each.step} ${each.state}`).join(', ')
  const codes = [...found, ...one.notes.map((note) => `${note.code}@${note.event}`)]
  return `${steps}: ${one.state}${codes.length === 0 ? '' : `; ${codes.join(' ')}`}`
}
