import { type Element, everyElement } from './element.ts'
import { truthOf } from './evaluate.ts'
import { Refusal } from './problem.ts'
import type { World } from './world.ts'

/** Throws Refusal when a 约束 in force comes out false for an element of its entity that the facts hold. */
export function checkRelations(world: World, subject: Element): void {
  const { asOf } = world.times
  for (const relation of world.program.relations) {
    if ((relation.from !== undefined && asOf < relation.from) || (relation.to !== undefined && relation.to < asOf)) continue
    for (const element of everyElement(subject)) {
      if (element.entity !== relation.entity) continue
      if (truthOf(world, relation.condition, [element]) === 'false') throw new Refusal('relation', element.path)
    }
  }
}
