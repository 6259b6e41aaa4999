import type { Register, Transition } from '../../dsl/lower/program-register.ts'
import { and, FALSE, not, type Truth, truthName, UNKNOWN } from '../../dsl/value/truth.ts'
import type { Run } from '../run/scope.ts'
import { fits, type Judging, leavesFrom, type Possible } from './judge.ts'
import type { HistoryProblem, NextChange } from './types.ts'
import { holdsOn, needsFor, witnessOf } from './witness.ts'

/** What may be done next: the transitions that leave the state the subject is in, or may be in, each judged on the facts of the day. Wrong facts are noted. */
export function nextOf(
  run: Run,
  register: Register,
  possible: Possible,
  facts: unknown,
  problems: HistoryProblem[],
): readonly NextChange[] {
  const witness = witnessOf(run, register, facts, possible, 'facts')
  if ('problems' in witness) {
    problems.push(...witness.problems)
    return []
  }
  notContradicted(register, witness.given, possible, problems)
  const judging: Judging = { register, run, witness, possible }
  return register.transitions.flatMap((transition) => {
    const leaves = leavesFrom(transition, possible)
    return leaves === FALSE ? [] : [nextChange(judging, transition, leaves)]
  })
}

/** Notes facts that give another state than the history (K522). */
export function notContradicted(
  register: Register,
  given: string | undefined,
  possible: Possible,
  problems: HistoryProblem[],
  path = 'facts.',
): void {
  if (given === undefined || possible.includes(null) || possible.includes(given)) return
  problems.push({
    code: 'K522',
    path: `${path}${register.field}`,
    args: { state: possible.flatMap((state) => state ?? []), value: given },
  })
}

function nextChange(judging: Judging, transition: Transition, leaves: Truth): NextChange {
  const { register, possible } = judging
  const guard = holdsOn(judging, transition.when)
  const stops = register.forbidden
    .map((one) => ({ one, truth: and(fits(one, transition, possible), holdsOn(judging, one.when)) }))
    .filter(({ one }) => fits(one, transition, possible) !== FALSE)
  const allowed = stops.reduce<Truth>((truth, stop) => and(truth, not(stop.truth)), and(leaves, guard))
  const open = [
    ...(guard === UNKNOWN ? [transition.when] : []),
    ...stops.flatMap(({ one, truth }) => (truth === UNKNOWN ? [one.when] : [])),
  ]
  return {
    transition: transition.id,
    to: transition.to,
    ...(transition.label === undefined ? {} : { label: transition.label }),
    ...(transition.via === undefined ? {} : { via: transition.via }),
    cites: transition.cites,
    possible: truthName(allowed),
    leaves: truthName(leaves),
    guard: truthName(guard),
    forbidden: stops.map(({ one, truth }) => ({ rule: one.id, truth: truthName(truth), cites: one.cites })),
    needs: [...new Set(open.flatMap((when) => needsFor(judging, when)))].sort(),
  }
}
