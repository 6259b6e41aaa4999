import type { Expr } from '../../dsl/lower/program.ts'
import type { Forbidden, Register, Transition } from '../../dsl/lower/program-register.ts'
import { FALSE, TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import { operandsOf } from '../run/operands.ts'
import type { Run } from '../run/scope.ts'
import type { Stood } from './case.ts'
import type { Change, HistoryFinding } from './types.ts'
import { holdsOn, needsFor, type Witness } from './witness.ts'

/** The states a subject may be in; null: none, it is not on the register. More than one: its state is open. */
export type Possible = readonly (string | null)[]

/** What judging a change leans on. */
export interface Judging {
  readonly register: Register
  readonly run: Run
  readonly witness: Witness
  readonly possible: Possible
}

/** Why a change is not to be taken (docs/register.md §1), in the order of the rules; nothing: it is. */
export function judgeChange(
  judging: Judging,
  transition: Transition,
  change: Change,
  stood: Stood | undefined,
): HistoryFinding[] {
  return [
    ...leaves(judging, transition),
    ...contradicts(judging, transition),
    ...judging.register.forbidden.flatMap((one) => forbids(judging, one, transition)),
    ...guarded(judging, transition),
    ...gone(transition, stood),
    ...labelled(transition, change),
  ]
}

/** Whether the subject is in a state the transition leaves from; without `from`: in none yet. */
export function leavesFrom(transition: Transition, possible: Possible): Truth {
  const leaves = (state: string | null) =>
    transition.from.length === 0 ? state === null : state !== null && transition.from.includes(state)
  return share(possible.filter(leaves).length, possible.length)
}

function share(hits: number, all: number): Truth {
  return hits === 0 ? FALSE : hits === all ? TRUE : UNKNOWN
}

/** Whether a 禁止 speaks of leaving the subject's state by this transition. */
export function fits(forbidden: Forbidden, transition: Transition, possible: Possible): Truth {
  if (forbidden.to !== undefined && forbidden.to !== transition.to) return FALSE
  if (forbidden.from.length === 0) return TRUE
  return share(possible.filter((state) => state !== null && forbidden.from.includes(state)).length, possible.length)
}

function shownStates(possible: Possible): readonly string[] {
  return possible.flatMap((state) => state ?? [])
}

function leaves({ possible }: Judging, transition: Transition): HistoryFinding[] {
  const truth = leavesFrom(transition, possible)
  const more = { rule: transition.id, cites: transition.cites, found: shownStates(possible), required: transition.from }
  if (truth === TRUE) return []
  return [truth === FALSE ? { code: 'from', ...more } : { code: 'unclear', about: 'from', ...more }]
}

/** The facts a change was taken on say in which state the subject was: another one than the register has is a contradiction. */
function contradicts({ witness, possible, register }: Judging, transition: Transition): HistoryFinding[] {
  const { given } = witness
  if (given === undefined || possible.includes(null) || possible.includes(given)) return []
  return [{ code: 'state', rule: transition.id, cites: register.cites, found: [given], required: shownStates(possible) }]
}

function forbids(judging: Judging, forbidden: Forbidden, transition: Transition): HistoryFinding[] {
  const fit = fits(forbidden, transition, judging.possible)
  if (fit === FALSE) return []
  const truth = holdsOn(judging, forbidden.when)
  if (truth === FALSE) return []
  const more = {
    rule: forbidden.id,
    cites: forbidden.cites,
    found: [...shownStates(judging.possible), transition.to],
    required: [],
  }
  const figures = { ...more, ...figuresOf(judging, forbidden.when, forbidden.id) }
  if (fit === TRUE && truth === TRUE) return [{ code: 'forbidden', ...figures }]
  return [{ code: 'unclear', about: 'forbidden', ...figures, ...needs(judging, forbidden.when) }]
}

function guarded(judging: Judging, transition: Transition): HistoryFinding[] {
  const truth = holdsOn(judging, transition.when)
  if (truth === TRUE) return []
  const more = {
    rule: transition.id,
    cites: transition.cites,
    found: [],
    required: [],
    ...figuresOf(judging, transition.when, transition.id),
  }
  if (truth === FALSE) return [{ code: 'guard', ...more }]
  return [{ code: 'unclear', about: 'guard', ...more, ...needs(judging, transition.when) }]
}

function figuresOf({ run, witness }: Judging, when: Expr | undefined, id: string): Pick<HistoryFinding, 'operands'> {
  return when === undefined ? {} : { operands: operandsOf(run, [when], [witness.element], id) }
}

function needs(judging: Judging, when: Expr | undefined): Pick<HistoryFinding, 'needs'> {
  return { needs: needsFor(judging, when) }
}

function gone({ id, via, cites }: Transition, stood: Stood | undefined): HistoryFinding[] {
  if (via === undefined) return []
  const more = { rule: id, cites, required: [via, 'conformant'] }
  if (stood === undefined) return [{ code: 'unclear', about: 'procedure', ...more, found: [] }]
  if (stood.procedure === via && stood.state === 'conformant') return []
  return [{ code: 'procedure', ...more, found: [stood.procedure, stood.state] }]
}

function labelled({ id, label, cites }: Transition, change: Change): HistoryFinding[] {
  if (label === undefined || change.label === label) return []
  return [{ code: 'label', rule: id, cites, found: change.label === undefined ? [] : [change.label], required: [label] }]
}
