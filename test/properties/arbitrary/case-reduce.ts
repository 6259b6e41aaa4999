import type { Procedure } from '../../../dsl/lower/program-procedure.ts'
import type { CaseInput } from '../../../engine/procedure/types.ts'
import type { ProcedureCase } from './case.ts'

export type { ProcedureCase }

const without = <T>(items: readonly T[], at: number): T[] => items.filter((_, i) => i !== at)

/** The object without each of its keys that may be left out, one at a time. */
function* lessOf<T extends object>(whole: T, keys: readonly string[]): Iterable<T> {
  for (const key of Object.keys(whole)) {
    if (keys.includes(key)) yield Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key)) as T
  }
}

const OF_EVENT =
  'until subjects by attended persons papers places failed present eligible ballots consents signatures replies notified archived filed sampled registered names'
const OF_LINE = 'when persons length exactly threshold quorum within share label'

function* smallerProcedures(procedure: Procedure): Iterable<Procedure> {
  const { steps, phases, counting } = procedure
  for (let i = 0; i < steps.length; i++) {
    const gone = steps[i]!
    // Whatever came after it comes after what it came after; lines that speak of it go too.
    const rest = without(steps, i).map((step) => ({
      ...step,
      after: [...new Set(step.after.flatMap((id) => (id === gone.id ? gone.after : [id])))],
      acts: step.acts.filter((line) => !JSON.stringify(line).includes(`"step":"${gone.id}"`)),
    }))
    const phasesLeft = phases.map((phase) => ({
      ...phase,
      acts: phase.acts.filter((line) => !JSON.stringify(line).includes(`"step":"${gone.id}"`)),
    }))
    yield { ...procedure, steps: rest, phases: phasesLeft }
  }
  for (let i = 0; i < phases.length; i++) {
    const rest = steps.map((step) => {
      const { phase, ...free } = step
      return phase === phases[i]!.id ? free : step
    })
    yield { ...procedure, phases: without(phases, i), steps: rest }
  }
  for (let i = 0; i < counting.length; i++) yield { ...procedure, counting: without(counting, i) }
  yield* lessOf(procedure, ['guard'])
  for (let i = 0; i < steps.length; i++) {
    const put = (step: (typeof steps)[number]): Procedure => ({ ...procedure, steps: steps.with(i, step) })
    const step = steps[i]!
    for (let j = 0; j < step.acts.length; j++) yield put({ ...step, acts: without(step.acts, j) })
    for (const less of lessOf(step, ['when'])) yield put(less)
    if (step.under.length > 0) yield put({ ...step, under: [] })
    for (let j = 0; j < step.acts.length; j++) {
      for (const less of lessOf(step.acts[j]!, OF_LINE.split(' '))) yield put({ ...step, acts: step.acts.with(j, less) })
    }
  }
  for (let i = 0; i < phases.length; i++) {
    const phase = phases[i]!
    for (let j = 0; j < phase.acts.length; j++) {
      yield { ...procedure, phases: phases.with(i, { ...phase, acts: without(phase.acts, j) }) }
    }
    for (const less of lessOf(phase, ['when'])) yield { ...procedure, phases: phases.with(i, less) }
  }
}

function* smallerInputs(input: CaseInput): Iterable<CaseInput> {
  const { events, subjects } = input
  for (let i = 0; i < events.length; i++) yield { ...input, events: without(events, i) }
  for (let i = 0; i < subjects.length && subjects.length > 1; i++) yield { ...input, subjects: without(subjects, i) }
  yield* lessOf(input, ['opened', 'list'])
  for (let i = 0; i < subjects.length; i++) {
    for (const less of lessOf(subjects[i]!, ['joined', 'facts'])) yield { ...input, subjects: subjects.with(i, less) }
  }
  for (let i = 0; i < events.length; i++) {
    for (const less of lessOf(events[i]!, OF_EVENT.split(' '))) yield { ...input, events: events.with(i, less) }
  }
}

function* smaller(one: ProcedureCase): Iterable<ProcedureCase> {
  for (let i = 0; i < one.days.length && one.days.length > 1; i++) yield { ...one, days: [one.days[i]!] }
  for (const input of smallerInputs(one.input)) yield { ...one, input }
  const [procedure] = one.program.procedures
  for (const less of procedure === undefined ? [] : smallerProcedures(procedure)) {
    yield { ...one, program: { ...one.program, procedures: [less] } }
  }
}

/** The smallest case found by leaving things out of procedure, facts and events while `differs` holds. */
export function reduceCase(one: ProcedureCase, differs: (candidate: ProcedureCase) => boolean): ProcedureCase {
  let best = one
  for (let found = true; found; ) {
    found = false
    for (const candidate of smaller(best)) {
      if (!holds(candidate, differs)) continue
      best = candidate
      found = true
      break
    }
  }
  return best
}

/** What throws is no use. */
function holds(candidate: ProcedureCase, differs: (candidate: ProcedureCase) => boolean): boolean {
  try {
    return differs(candidate)
  } catch {
    return false
  }
}
