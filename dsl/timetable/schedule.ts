import type { Expr } from '../lower/program.ts'
import type { Day } from '../value/date.ts'
import { fromParts } from '../value/date.ts'
import { beforeIn, fits, type Network, type Node, networkOf } from './network.ts'
import { dayOf, deadlineEnd, linesInForce, postingEnd, type Setting } from './terms.ts'

/** A last day a step must be over by, and the line that says so. */
export interface Limit {
  readonly line: string
  readonly day: Day
  /** counted from this step's end */
  readonly anchor?: string
}

/** When a step can be at the earliest, and must be over at the latest. Days that nothing fixes are absent. */
export interface Slot {
  readonly step: string
  readonly from: Day
  readonly to: Day
  /** the step whose end fixes the earliest day; absent: its own window or the beginning */
  readonly behind?: string
  /** earliest first */
  readonly limits: readonly Limit[]
  /** the latest day it may be over so that all that follow can still keep their days */
  readonly latest?: Day
}

export interface Schedule {
  readonly setting: Setting
  readonly network: Network
  readonly slots: ReadonlyMap<string, Slot>
}

/**
 * The earliest timetable of a procedure: every act is given a day of its own, a posting the days it demands, steps side by side share theirs. Each step is seen with those
 * before it that can be needed together with it. Without a start the first day is that of the windows, else 1 January of the year.
 */
export function schedule(setting: Setting, start?: Day): Schedule {
  const network = networkOf(setting)
  const floor = start ?? fromParts(setting.year, 1, 1) ?? 0
  const forward = new Forward(setting, network, floor)
  const slots = new Map<string, Slot>()
  for (const id of network.keys()) slots.set(id, forward.slot(id))
  return { setting, network, slots: withLatest(setting, network, slots) }
}

interface Reach {
  readonly from: Day
  readonly to: Day
  readonly behind?: string
}

const MOST_WAYS = 5000

/** Earliest days by going back from a step through what can be needed with it. */
export class Forward {
  private readonly known = new Map<string, Reach>()
  private readonly setting: Setting
  private readonly network: Network
  private readonly floor: Day
  private readonly fixed: ReadonlyMap<string, Day>

  /** `fixed`: ends of steps taken as given */
  constructor(setting: Setting, network: Network, floor: Day, fixed: ReadonlyMap<string, Day> = new Map()) {
    this.setting = setting
    this.network = network
    this.floor = floor
    this.fixed = fixed
  }

  slot(id: string): Slot {
    const node = this.network.get(id)!
    const reach = this.reach(node, [])
    const limits = this.limits(node).sort((a, b) => a.day - b.day)
    return { step: id, from: reach.from, to: reach.to, ...(reach.behind ? { behind: reach.behind } : {}), limits }
  }

  /** The earliest first and last day of a step beside the guards of what follows it. */
  reach(node: Node, beside: readonly Expr[]): Reach {
    const end = this.fixed.get(node.step.id)
    if (end !== undefined) return { from: end, to: end }
    // Every branch doubles the ways back: past a bound only the step's own guards are held against what comes before it.
    const guards = this.known.size < MOST_WAYS ? [...beside, ...node.guards] : node.guards
    const key = `${node.step.id} ${guards.map((guard) => guard.id).join(',')}`
    const known = this.known.get(key)
    if (known) return known
    let from = this.floor
    let behind: string | undefined
    for (const before of this.before(node.step.id, guards)) {
      const ready = this.reach(this.network.get(before)!, guards).to + 1
      if (ready > from) [from, behind] = [ready, before]
    }
    for (const { window } of node.windows) {
      const opens = dayOf(this.setting, window.from)
      if (opens !== undefined && opens > from) [from, behind] = [opens, undefined]
    }
    const reach = { from, to: this.end(node, from), ...(behind ? { behind } : {}) }
    this.known.set(key, reach)
    return reach
  }

  /** Steps directly before, those that cannot be needed together replaced by what comes before them. */
  private before(id: string, guards: readonly Expr[]): readonly string[] {
    return beforeIn(this.setting, this.network, id).flatMap((before) =>
      fits(this.network.get(before)!, guards) ? [before] : this.before(before, guards),
    )
  }

  private end(node: Node, from: Day): Day {
    let to = from
    for (const act of linesInForce(this.setting, node.step.acts)) {
      if ((act.kind !== 'posting' && act.kind !== 'announcement') || !act.length) continue
      to = Math.max(to, postingEnd(this.setting, from, act.length) ?? from)
    }
    return to
  }

  private limits(node: Node): Limit[] {
    const limits: Limit[] = []
    for (const line of node.windows) {
      const day = dayOf(this.setting, line.window.to)
      if (day !== undefined) limits.push({ line: line.id, day })
    }
    for (const line of node.dues) {
      const { deadline } = line
      if (deadline.kind === 'on') {
        const day = dayOf(this.setting, deadline.day)
        if (day !== undefined) limits.push({ line: line.id, day })
        continue
      }
      const anchor = this.network.get(deadline.step)
      const day = anchor && deadlineEnd(this.setting, this.reach(anchor, []).to, deadline.length)
      if (day !== undefined) limits.push({ line: line.id, day, anchor: deadline.step })
    }
    return limits
  }
}

/** Backwards: a step must leave those behind it the days they take. */
function withLatest(setting: Setting, network: Network, slots: ReadonlyMap<string, Slot>): ReadonlyMap<string, Slot> {
  const latest = new Map<string, Day>()
  for (const id of [...network.keys()].reverse()) {
    const slot = slots.get(id)!
    const own = slot.limits.find((limit) => !limit.anchor)?.day
    const bound = Math.min(own ?? Number.POSITIVE_INFINITY, latest.get(id) ?? Number.POSITIVE_INFINITY)
    if (bound === Number.POSITIVE_INFINITY) continue
    latest.set(id, bound)
    const begins = bound - (slot.to - slot.from)
    const node = network.get(id)!
    for (const before of beforeIn(setting, network, id)) {
      if (!fits(network.get(before)!, node.guards)) continue
      latest.set(before, Math.min(latest.get(before) ?? Number.POSITIVE_INFINITY, begins - 1))
    }
  }
  return new Map(
    [...slots].map(([id, slot]) => {
      const day = latest.get(id)
      return [id, day === undefined ? slot : { ...slot, latest: day }] as const
    }),
  )
}
