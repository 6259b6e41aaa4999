import type { Item, Program, Standard } from '../../dsl/lower/program.ts'
import type { Decision, Facts } from '../types.ts'
import { collectOf } from './collect.ts'
import { conditionOf, labelOf, labelOfId } from './condition.ts'
import type { ConditionNode, Explanation, ItemNode, Label } from './explanation.ts'
import { citesOf, itemNode } from './item.ts'
import { traceStandard } from './standard.ts'
import { named, worldOf } from './world.ts'

export type * from './explanation.ts'
export { type ExplanationNode, explanationNodes } from './nodes.ts'
export { explanationText, type TextOptions } from './text.ts'

/** Ids of the readings that some condition, or the presence of some item, turns on. */
function readingsIn(standard: Standard, guard: ConditionNode | undefined, items: readonly ItemNode[]): ReadonlySet<string> {
  const found = new Set<string>()
  const look = (node: ConditionNode | undefined): void => {
    if (node === undefined) return
    if (node.kind === 'reading' && node.word !== undefined) found.add(node.word)
    for (const part of [...node.parts, node.filter, node.body]) look(part)
  }
  const lookIn = (item: ItemNode): void => {
    for (const node of [item.when, item.condition, ...item.deemed, ...item.except]) look(node)
    item.parts.forEach(lookIn)
  }
  const under = (item: Item): void => {
    for (const one of item.under) found.add(one.reading)
    item.group?.parts.forEach(under)
  }
  look(guard)
  items.forEach(lookIn)
  standard.items.forEach(under)
  return found
}

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
  const guard = traced.guard === undefined ? undefined : conditionOf(world, traced.guard, [world.subject])
  const items = traced.items.map((one) => itemNode(world, world.subject, one, records))
  const used = readingsIn(standard, guard, items)
  return {
    schema: 'tiaoli/explanation/1',
    kind: 'decided',
    policy,
    standard: labelOf(standard),
    cites: citesOf(world, standard.cites),
    subject: { label: labelOf(world.subject.entity), ...(record.subject.id === undefined ? {} : { id: record.subject.id }) },
    times: record.times,
    readings: program.readings
      .filter((reading) => used.has(reading.id))
      .map((reading) => ({
        label: labelOf(reading),
        choice: labelOfId(
          new Map(reading.choices.map((choice) => [choice.id, choice])),
          world.readings[reading.id] ?? reading.chosen,
        ),
      })),
    outcome: record.outcome,
    ...(guard === undefined ? {} : { guard }),
    items,
    collect: collectOf(world, record.missing, labels),
  }
}
