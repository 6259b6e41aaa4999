import type { Standard } from '../../dsl/lower/program.ts'
import { TRUE, type Truth, UNKNOWN } from '../../dsl/value/truth.ts'
import type { Element } from '../facts/element.ts'
import type { Blocked, Missing } from '../types.ts'
import { goals, type Lazy, type Search } from './needs.ts'
import type { Judgement } from './outcome.ts'
import type { Run } from './scope.ts'
import { ALWAYS, type Masks, NEVER, newLedger, shownSets } from './sets.ts'

/** What is still needed for a standard to be met, and to be unmet, on an element it has been decided on. */
export function missingOf(run: Run, standard: Standard, element: Element, judgement: Judgement): Missing {
  const search: Search = { run, ledger: newLedger(), blocked: new Map<string, Blocked>() }
  const { met, unmet } = goals(search, standard, element, judgement)
  const shownMet = shownSets(search.ledger, suffice(met))
  const shownUnmet = shownSets(search.ledger, suffice(unmet))
  const blocked = [...search.blocked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cause]) => cause)
  return { met: shownMet.sets, unmet: shownUnmet.sets, blocked, truncated: shownMet.cut || shownUnmet.cut || search.ledger.cut }
}

function suffice({ truth, needs }: Lazy): Masks {
  return truth === UNKNOWN ? needs().yes : known(truth)
}

function known(truth: Truth): Masks {
  return truth === TRUE ? ALWAYS : NEVER
}
