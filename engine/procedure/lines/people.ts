import type { ActOf, Combine } from '../../../dsl/lower/program-procedure.ts'
import type { LineAt } from '../layout.ts'
import { breach, type Scene, type Verdict } from '../verdict.ts'

/** Whether enough of the roles are among those there. */
export function enough(combine: Combine, roles: readonly number[], there: readonly number[]): boolean {
  let came = 0
  for (let i = 0; i < roles.length; i++) if (there.includes(roles[i]!)) came++
  switch (combine.mode) {
    case 'all':
      return came === roles.length
    case 'any':
      return came > 0
    case 'at_least':
      return came >= combine.n
    default: {
      const unreachable: never = combine
      return unreachable
    }
  }
}

/** 主体, 参加: the roles that did it or were there, and how many people. */
export function judgePeople(verdict: Verdict, scene: Scene, line: LineAt): void {
  const { combine, persons } = line.act as ActOf<'actor'>
  const { act } = scene
  const there = line.kind === 'actor' ? act.by : act.attended
  if (!enough(combine, line.roles, there)) {
    breach(
      verdict,
      scene,
      line,
      line.kind === 'actor' ? 'actor' : 'attend',
      named(scene, there),
      wanted(scene, combine, line.roles),
    )
  }
  const came = act.persons ?? 0
  if (persons !== undefined && came < persons) breach(verdict, scene, line, 'persons', [String(came)], [String(persons)])
}

/** Ids of roles. */
export function named(scene: Scene, roles: readonly number[]): readonly string[] {
  return roles.map((role) => scene.layout.roles.ids[role]!)
}

/** The roles, and before them how many are enough where not all are needed. */
export function wanted(scene: Scene, combine: Combine, roles: readonly number[]): readonly string[] {
  const ids = named(scene, roles)
  const needed = combine.mode === 'at_least' ? combine.n : 1
  return combine.mode === 'all' ? ids : [String(needed), ...ids]
}
