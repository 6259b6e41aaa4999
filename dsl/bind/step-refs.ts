import { clause } from '../syntax/access.ts'
import type { Decl } from '../syntax/declaration.ts'
import type { Ref } from '../syntax/expression.ts'

/** Every reference to a step in a step and its lines: 同, 承接, 同时, 转, 起算. */
export function stepRefs(decl: Decl): readonly Ref[] {
  const single = [clause(decl, 'same_as'), clause(decl, 'goto'), clause(decl, 'since')].filter((ref) => ref !== undefined)
  const several = [...(clause(decl, 'after') ?? []), ...(clause(decl, 'alongside') ?? [])]
  return [...single, ...several, ...(decl.children ?? []).flatMap(stepRefs)]
}
