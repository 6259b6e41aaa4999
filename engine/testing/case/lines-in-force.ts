import type { Program } from '../../../dsl/lower/program.ts'
import { FALSE } from '../../../dsl/value/truth.ts'
import { laidOut } from './laid-out.ts'
import type { ListCase } from './suite.ts'

/** The ids of the lines of a step that hold for a subject, `not-needed` where its guards are false, undefined where the step does not exist. */
export type LinesInForce = (subject: number, step: string) => readonly string[] | 'not-needed' | undefined

/** Answers for one case; undefined where it is refused. */
export function linesInForce(program: Program, one: ListCase): LinesInForce | undefined {
  const found = laidOut(program, one)
  if (!found) return undefined
  const standings = found.after(0)
  return (subject, step) => {
    const plan = standings[subject]?.profile.steps.find(({ at }) => at.step.id === step)
    if (!plan?.at.exists) return undefined
    return plan.need === FALSE ? 'not-needed' : plan.lines.map(({ act }) => act.id)
  }
}
