import { bodyOf } from '../../syntax/access.ts'
import type { Decl } from '../../syntax/declaration.ts'
import { formulaOf, newSpace, type Space } from './formula.ts'
import { isSound, type Linter } from './linter.ts'
import { type Assignment, conjunction, type Formula, holdsAt, operandsOf } from './logic.ts'
import { combinations } from './solve.ts'

/**
 * Whether a combination of a table's inputs agrees with the 约束 about its subject. To be made when the table's own tests are in the space: those of
 * relations that speak of the same facts are added to it. A relation counts whatever its dates: what it excludes is not called a gap.
 */
export function feasible(lint: Linter, space: Space, table: Decl, level: number): (at: Assignment) => boolean {
  const { binding } = lint.checked
  const symbol = binding.declared.ofDecl.get(table)
  const subject = symbol && binding.subjectOf(symbol)
  const formulas: Formula[] = []
  for (const relation of binding.symbols) {
    const body = relation.kind === 'relation' && isSound(lint, relation.decl) ? bodyOf(relation.decl, 'relation') : undefined
    if (!body || !subject || binding.subjectOf(relation) !== subject) continue
    const probe = formulaOf(newSpace(lint.checked), body, level)
    if (!probe || ![...operandsOf(probe)].some((key) => space.operands.has(key))) continue
    const formula = formulaOf(space, body, level)
    if (formula) formulas.push(formula)
  }
  if (formulas.length === 0) return () => true
  const together = conjunction(formulas)
  return (at) => {
    const rest = [...operandsOf(together)].filter((key) => !at.has(key))
    const ways = combinations(space, rest)
    if (!ways) return true
    for (const way of ways) if (holdsAt(together, new Map([...at, ...way]))) return true
    return false
  }
}
