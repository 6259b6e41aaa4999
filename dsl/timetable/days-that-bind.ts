import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { finding } from '../diagnostics/finding.ts'
import { type Day, formatDay } from '../value/date.ts'
import { Forward, type Limit, type Schedule, type Slot } from './schedule.ts'
import { dayOf, deadlineEnd, linesInForce, postingEnd, type Setting } from './terms.ts'

/** Days that cannot be kept, days that never bind, postings longer than their window: with the arithmetic. */
export function dayFindings(timetable: Schedule): readonly Diagnostic[] {
  const long = tooLong(timetable)
  // A posting that does not fit its own window is said once, and not again as a day missed.
  const said = new Set(long.map((found) => found.span.start))
  const kept = [...timetable.slots.values()]
    .flatMap((slot) => missed(timetable, slot))
    .filter((found) => !said.has(found.span.start))
  return [...long, ...firstOfEach(kept), ...[...timetable.slots.values()].flatMap((slot) => idle(timetable, slot))]
}

/** W701: over before it can be. */
function missed(timetable: Schedule, slot: Slot): readonly Diagnostic[] {
  const limit = slot.limits.find((one) => slot.to > one.day && !couldWait(timetable, slot, one))
  if (!limit) return []
  const { step } = timetable.network.get(slot.step)!
  return [
    finding('W701', step.span, {
      step: step.zh,
      stepEn: step.en,
      earliest: formatDay(slot.to),
      latest: formatDay(limit.day),
      chain: chain(timetable, slot, 'zh'),
      chainEn: chain(timetable, slot, 'en'),
    }),
  ]
}

/** Later steps miss their days because earlier ones do: only the first of a chain is said. */
function firstOfEach(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.slice(0, 1)
}

/** Whether the day counted from a step is kept when that step is done as late as it may be. */
function couldWait({ setting, network, slots }: Schedule, slot: Slot, limit: Limit): boolean {
  if (limit.anchor === undefined) return false
  const line = network.get(slot.step)!.dues.find((due) => due.id === limit.line)
  if (line?.deadline.kind !== 'after') return false
  const { length } = line.deadline
  const latest = slots.get(limit.anchor)!.limits.find((one) => one.anchor === undefined)?.day ?? Number.POSITIVE_INFINITY
  return [slot.from - 1, slot.to].some((wanted) => {
    const day = Math.min(wanted, latest)
    const last = deadlineEnd(setting, day, length)
    const forward = new Forward(setting, network, slot.from, new Map([[limit.anchor!, day]]))
    return last !== undefined && forward.slot(slot.step).to <= last
  })
}

/** The steps that lead to a step's earliest day, each with its days. */
function chain({ slots, network }: Schedule, slot: Slot, lang: 'zh' | 'en'): readonly string[] {
  const steps: string[] = []
  for (
    let at: Slot | undefined = slot;
    at && steps.length < CHAIN;
    at = at.behind === undefined ? undefined : slots.get(at.behind)
  ) {
    const days = at.from === at.to ? formatDay(at.from) : `${formatDay(at.from)}→${formatDay(at.to)}`
    steps.unshift(`${network.get(at.step)!.step[lang]} ${days}`)
  }
  return steps
}
const CHAIN = 40

/** W702: a day that another day of the same step always comes before. */
function idle({ setting, slots, network }: Schedule, slot: Slot): readonly Diagnostic[] {
  const { step, dues } = network.get(slot.step)!
  const fixed = slot.limits.filter((limit) => limit.anchor === undefined && dues.some((due) => due.id === limit.line))
  const latest = dues.flatMap((due) => {
    if (due.deadline.kind !== 'after' || due.when) return []
    const bound = slots.get(due.deadline.step)?.latest
    const last = bound === undefined ? undefined : deadlineEnd(setting, bound, due.deadline.length)
    return last === undefined ? [] : [{ line: due.id, anchor: due.deadline.step, bound: bound!, last }]
  })
  return fixed.flatMap((limit) => {
    const sooner = latest.find((other) => other.last < limit.day)
    if (!sooner) return []
    const anchor = network.get(sooner.anchor)!.step
    return [
      finding('W702', step.span, {
        step: step.zh,
        stepEn: step.en,
        day: formatDay(limit.day),
        anchor: anchor.zh,
        anchorEn: anchor.en,
        bound: formatDay(sooner.bound),
        last: formatDay(sooner.last),
      }),
    ]
  })
}

/** W703: the days a posting demands do not fit into its own window. */
function tooLong({ setting, network }: Schedule): readonly Diagnostic[] {
  return [...network.values()].flatMap(({ step, windows }) =>
    linesInForce(setting, step.acts).flatMap((act) => {
      if ((act.kind !== 'posting' && act.kind !== 'announcement') || !act.length) return []
      const { length } = act
      return windows.flatMap((line) => {
        const [from, to] = [dayOf(setting, line.window.from), dayOf(setting, line.window.to)]
        const last = from === undefined ? undefined : postingEnd(setting, from, length)
        if (from === undefined || to === undefined || last === undefined || last <= to) return []
        return [overrun(setting, step, { from, to, last })]
      })
    }),
  )
}

function overrun(
  setting: Setting,
  step: { readonly zh: string; readonly en: string; readonly span: Diagnostic['span'] },
  days: { readonly from: Day; readonly to: Day; readonly last: Day },
): Diagnostic {
  return finding('W703', step.span, {
    step: step.zh,
    stepEn: step.en,
    year: setting.year,
    from: formatDay(days.from),
    to: formatDay(days.to),
    last: formatDay(days.last),
  })
}
