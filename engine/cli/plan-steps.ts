import type { Cite } from '../../dsl/lower/program.ts'
import type { Limit, Schedule } from '../../dsl/timetable/schedule.ts'
import { linesInForce } from '../../dsl/timetable/terms.ts'

/** A step of a timetable; days as numbers. */
export interface PlanStep {
  readonly step: string
  readonly zh: string
  readonly en: string
  readonly from: number
  readonly to: number
  /** the step whose end fixes the earliest day */
  readonly behind?: string
  /** last days, the earliest first, with the kind of line that says so */
  readonly limits: readonly (Limit & { readonly kind: 'window' | 'due'; readonly cites: readonly Cite[] })[]
  /** the latest day that leaves what follows its days */
  readonly latest?: number
  /** days between the earliest end and the latest one; negative: cannot be kept */
  readonly slack?: number
  readonly roles: readonly string[]
}

/** The steps of a timetable in the order of the text. */
export function planSteps({ setting, network, slots }: Schedule): readonly PlanStep[] {
  return [...slots.values()].map((slot) => {
    const { step, windows, dues } = network.get(slot.step)!
    const cites = new Map([...windows, ...dues].map((line) => [line.id, line.cites]))
    const lines = new Set(windows.map((line) => line.id))
    const limits = slot.limits.map((limit) => ({
      ...limit,
      kind: lines.has(limit.line) ? ('window' as const) : ('due' as const),
      cites: cites.get(limit.line) ?? [],
    }))
    const last = Math.min(...limits.map(({ day }) => day), slot.latest ?? Number.POSITIVE_INFINITY)
    const actors = linesInForce(setting, step.acts).flatMap((act) => (act.kind === 'actor' ? act.roles : []))
    return {
      step: step.id,
      zh: step.zh,
      en: step.en,
      from: slot.from,
      to: slot.to,
      ...(slot.behind === undefined ? {} : { behind: slot.behind }),
      limits,
      ...(slot.latest === undefined ? {} : { latest: slot.latest }),
      ...(last === Number.POSITIVE_INFINITY ? {} : { slack: last - slot.to }),
      roles: [...new Set(actors)],
    }
  })
}
