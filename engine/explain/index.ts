import type { Program } from '../../dsl/lower/program.ts'
import type { Decision, Facts } from '../types.ts'
import { collectOf } from './collect.ts'
import { conditionOf, labelOf, labelOfId } from './condition.ts'
import type { Explanation, Label } from './explanation.ts'
import { citesOf, itemNode } from './item.ts'
import { traceStandard } from './standard.ts'
import { named, worldOf } from './world.ts'

export type * from './explanation.ts'
export { type ExplanationNode, explanationNodes } from './nodes.ts'
export { explanationText, type TextOptions } from './text.ts'

/**
 * The reasons for a decision as plain JSON: every condition with the figures put into it, what would change a failing item, and what is still to be collected.
 * `facts` are those the decision was made from. Throws RangeError when the record names a standard or entity the program does not have.
 */
export function explain(program: Program, facts: Facts, decision: Decision): Explanation {
  const policy = labelOf(program.policy)
  if (decision.kind === 'rejected')
    return { schema: 'tiaoli/explanation/1', kind: 'rejected', policy, problems: decision.problems }
  const { record } = decision
  const world = worldOf(program, record.subject.entity, facts, record.times, record.readings)
  const standard = named(world.standards, record.standard)
  const traced = traceStandard(standard, { world, elements: [world.subject] })
  const records = new Map(record.items.map((item) => [item.id, item]))
  const labels = new Map<string, Label>(record.items.map((item) => [item.id, item.label]))
  return {
    schema: 'tiaoli/explanation/1',
    kind: 'decided',
    policy,
    standard: labelOf(standard),
    cites: citesOf(world, standard.cites),
    subject: { label: labelOf(world.subject.entity), ...(record.subject.id === undefined ? {} : { id: record.subject.id }) },
    times: record.times,
    readings: program.readings.map((reading) => ({
      label: labelOf(reading),
      choice: labelOfId(
        new Map(reading.choices.map((choice) => [choice.id, choice])),
        world.readings[reading.id] ?? reading.chosen,
      ),
    })),
    outcome: record.outcome,
    ...(traced.guard === undefined ? {} : { guard: conditionOf(world, traced.guard, [world.subject]) }),
    items: traced.items.map((one) => itemNode(world, world.subject, one, records)),
    collect: collectOf(world, record.missing, labels),
  }
}
