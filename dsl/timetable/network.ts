import type { Expr } from '../lower/program.ts'
import type { ActOf, Line, Phase, Step } from '../lower/program-procedure.ts'
import { exclusive } from './exclusive.ts'
import { inForce, linesInForce, type Setting } from './terms.ts'

/** A step that exists under the setting's readings, with the guards it stands under. */
export interface Node {
  readonly step: Step
  readonly phase?: Phase
  readonly guards: readonly Expr[]
  /** its own lines and its phase's */
  readonly windows: readonly ActOf<'window'>[]
  readonly dues: readonly ActOf<'due'>[]
}

/** The steps of a setting by id, in the order of the text. */
export type Network = ReadonlyMap<string, Node>

/** The steps that exist under the setting's readings. */
export function networkOf(setting: Setting): Network {
  const { procedure, readings } = setting
  const phases = new Map(procedure.phases.map((phase) => [phase.id, phase]))
  const nodes = new Map<string, Node>()
  for (const step of procedure.steps) {
    const phase = step.phase === undefined ? undefined : phases.get(step.phase)
    if (!inForce(step.under, readings) || (phase && !inForce(phase.under, readings))) continue
    const acts = linesInForce(setting, step.acts)
    const shared = phase ? linesInForce(setting, phase.acts) : []
    nodes.set(step.id, {
      step,
      ...(phase ? { phase } : {}),
      guards: [phase?.when, step.when].filter((guard) => guard !== undefined),
      windows: [...acts, ...shared].filter((act): act is ActOf<'window'> => act.kind === 'window' && !rulesOut(step, act)),
      dues: [...acts, ...shared].filter((act): act is ActOf<'due'> => act.kind === 'due' && !rulesOut(step, act)),
    })
  }
  return nodes
}

/** A line that never holds where the step does. */
const rulesOut = (step: Step, line: Line) => exclusive(line.when, step.when)

/** The steps of the text that come before, where those that do not exist are replaced by what comes before them. */
export function beforeIn(setting: Setting, network: Network, id: string): readonly string[] {
  const steps = new Map(setting.procedure.steps.map((step) => [step.id, step]))
  const found = new Set<string>()
  const seen = new Set<string>()
  const look = (at: string) => {
    for (const before of steps.get(at)?.after ?? []) {
      if (seen.has(before)) continue
      seen.add(before)
      if (network.has(before)) found.add(before)
      else look(before)
    }
  }
  look(id)
  return [...found]
}

/** Whether a step's guards leave room beside those of others. */
export function fits(node: Node, others: readonly Expr[]): boolean {
  return !node.guards.some((guard) => others.some((other) => exclusive(guard, other)))
}
