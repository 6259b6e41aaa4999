import type { Program } from '../../../dsl/lower/program.ts'
import type { Act, ActKind, Procedure, Step } from '../../../dsl/lower/program-procedure.ts'
import { branchesTaken } from './branches.ts'
import { linesInForce } from './lines-in-force.ts'
import type { ListResult } from './suite.ts'

/** What must be shown of something, and by how many cases it was. */
export interface Aim {
  /** done, broken, kept, taken, needed, not-needed */
  readonly aim: 'done' | 'broken' | 'kept' | 'taken' | 'needed' | 'not-needed'
  readonly cases: number
}

/** What the cases have shown of a step, or of one of its lines. */
export interface StepCoverage {
  readonly step: string
  /** id of the line; absent for the step itself */
  readonly line?: string
  readonly kind?: ActKind
  /** choices of readings the line (or step) stands under */
  readonly under: Step['under']
  readonly label: { readonly zh: string; readonly en: string }
  readonly aims: readonly Aim[]
  readonly complete: boolean
}

export interface ProcedureCoverage {
  readonly policy: string
  readonly procedure: string
  readonly steps: readonly StepCoverage[]
  readonly complete: boolean
}

/** Lines that say what follows rather than what must be done. */
const BRANCHES: readonly ActKind[] = ['on_objection', 'on_refusal', 'on_fail']

/**
 * Each step seen done and broken (breached or overdue), and where it has a guard seen needed and not; each line that can be broken seen kept by a step that is done and
 * seen broken; each 有异议, 不同意, 不通过 seen to be followed. Cases count under the readings they run under; refused cases count for nothing.
 */
export function procedureCoverage(program: Program, procedure: Procedure, results: readonly ListResult[]): ProcedureCoverage {
  const seen = new Map<string, Set<string>>()
  const note = (key: string, name: string) => {
    const cases = seen.get(key)
    if (cases) cases.add(name)
    else seen.set(key, new Set([name]))
  }
  for (const { name, case: one, standing } of results) {
    if (!standing) continue
    const inForce = linesInForce(program, one)
    standing.subjects.forEach((subject, i) => {
      for (const { step, state, findings, on } of subject.steps) {
        const lines = inForce?.(i, step)
        const broken = findings.filter(({ breach }) => breach)
        if (state === 'done') note(`${step} done`, name)
        if (state === 'breached' || state === 'overdue') note(`${step} broken`, name)
        if (lines) note(`${step} ${lines === 'not-needed' ? 'not-needed' : 'needed'}`, name)
        for (const { line } of broken) if (line !== undefined) note(`${step}/${line} broken`, name)
        if (state === 'overdue') for (const act of daysOf(procedure, step)) note(`${step}/${act.id} broken`, name)
        if (state !== 'done' || on === undefined || lines === undefined || lines === 'not-needed') continue
        for (const line of lines) if (!broken.some((finding) => finding.line === line)) note(`${step}/${line} kept`, name)
      }
    })
    for (const key of branchesTaken(program, procedure, one)) note(`${key} taken`, name)
  }
  const aimed = (key: string, aims: readonly Aim['aim'][]) =>
    aims.map((aim): Aim => ({ aim, cases: seen.get(`${key} ${aim}`)?.size ?? 0 }))
  const steps = procedure.steps.flatMap((step): StepCoverage[] => {
    const label = { zh: step.zh, en: step.en }
    const phase = procedure.phases.find(({ id }) => id === step.phase)
    const guarded = step.when !== undefined || phase?.when !== undefined || procedure.guard !== undefined
    const own = aimed(step.id, ['done', 'broken', ...(guarded ? (['needed', 'not-needed'] as const) : [])])
    const lines = [...step.acts, ...(phase?.acts ?? [])].filter(isJudged).map((act): StepCoverage => {
      const aims = aimed(`${step.id}/${act.id}`, BRANCHES.includes(act.kind) ? ['taken'] : ['kept', 'broken'])
      return { step: step.id, line: act.id, kind: act.kind, under: act.under, label, aims, complete: isShown(aims) }
    })
    return [{ step: step.id, under: step.under, label, aims: own, complete: isShown(own) }, ...lines]
  })
  return { policy: program.policy.id, procedure: procedure.id, steps, complete: steps.every(({ complete }) => complete) }
}

function isShown(aims: readonly Aim[]): boolean {
  return aims.every(({ cases }) => cases > 0)
}

/** Lines of days that say nothing of acts: a step overdue without an act has broken them. */
function daysOf({ steps, phases }: Procedure, id: string): readonly Act[] {
  const step = steps.find((one) => one.id === id)
  const phase = phases.find((one) => one.id === step?.phase)
  return [...(step?.acts ?? []), ...(phase?.acts ?? [])].filter(({ kind }) => kind === 'window' || kind === 'due')
}

/** Lines that can be broken, or followed. */
function isJudged(act: Act): boolean {
  switch (act.kind) {
    case 'posting':
    case 'announcement':
      return act.length !== undefined || act.places.length > 0
    case 'consult':
      return act.within !== undefined
    default:
      return true
  }
}
