import { FALSE } from '../../dsl/value/truth.ts'
import { type Element, pathOf } from '../facts/element.ts'
import { report, type Sink } from '../facts/sink.ts'
import type { Run } from './scope.ts'
import { holds } from './times.ts'
import { truthOf } from './truth.ts'

/** Notes every relation in force that an element of the tree breaks. */
export function checkRelations(run: Run, element: Element, sink: Sink): void {
  for (const relation of element.plan.relations) {
    if (!holds(relation, run.asOfText) || truthOf(run, relation.condition, [element]) !== FALSE) continue
    const args = () => ({ relation: relation.id, zh: relation.zh, en: relation.en })
    report(sink, 'F625', () => pathOf(element), args)
  }
  for (const fact of element.facts) {
    if (sink.full) return
    if (fact?.kind === 'entity') checkRelations(run, fact.element, sink)
    if (fact?.kind === 'list') for (const child of fact.elements) checkRelations(run, child, sink)
  }
}
