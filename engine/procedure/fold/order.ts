import type { Day } from '../../../dsl/value/date.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../../dsl/value/truth.ts'
import type { Standing } from './standing.ts'

/** Whether a step is settled, so that what comes after it may begin on a day. */
export function isSettled(standing: Standing, step: number, day: Day): boolean {
  const act = standing.held[step]
  if (act === undefined || act.curable || act.failed || act.completion === undefined) return false
  if (act.act.until === undefined ? act.completion > day : act.completion >= day) return false
  return standing.open === undefined || standing.open[step] === 0
}

/** Whether all that comes before a step is settled. A step that may not be needed leaves it open as long as those before it are settled. */
export function isInOrder(standing: Standing, step: number, day: Day): Truth {
  const { before } = standing.profile.steps[step]!
  let truth: Truth = TRUE
  for (let i = 0; i < before.length; i++) {
    if (isSettled(standing, before[i]!, day)) continue
    const one = whenUnsettled(standing, before[i]!, day, new Map())
    if (one === FALSE) return FALSE
    truth = one
  }
  return truth
}

function whenUnsettled(standing: Standing, step: number, day: Day, known: Map<number, Truth>): Truth {
  const { need, before } = standing.profile.steps[step]!
  if (need === TRUE) return FALSE
  const kept = known.get(step)
  if (kept !== undefined) return kept
  let truth: Truth = UNKNOWN
  for (const earlier of before) {
    if (!isSettled(standing, earlier, day) && whenUnsettled(standing, earlier, day, known) === FALSE) truth = FALSE
  }
  known.set(step, truth)
  return truth
}

/** The steps a step waits for. */
export function waitsFor(standing: Standing, step: number, day: Day): readonly number[] {
  return standing.profile.steps[step]!.before.filter((before) => !isSettled(standing, before, day))
}
