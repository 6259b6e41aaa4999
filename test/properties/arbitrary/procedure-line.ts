import type { Expr } from '../../../dsl/lower/program.ts'
import type { Act, Combine } from '../../../dsl/lower/program-procedure.ts'
import { type Draw, shuffle } from './draw.ts'
import { type Drafting, dueLine, lineHead, perhapsChosen, someLength, windowLine } from './procedure-draft.ts'
import { amount, figure, guard } from './procedure-guard.ts'
import { term } from './vocabulary.ts'

interface Spot {
  readonly entity: string
  /** weeks since 1 September where the step is about to stand */
  readonly at: number
  readonly earlier: readonly string[]
  readonly self: string
}

const ROLES = ['county', 'town', 'village', 'home']
const PAPERS = ['list', 'form', 'plan', 'notice']
const some = (draw: Draw, from: readonly string[], most: number): string[] => shuffle(draw, from).slice(0, draw.int(1, most))

function combine(draw: Draw, count: number): Combine {
  return draw.pick([{ mode: 'all' }, { mode: 'all' }, { mode: 'any' }, { mode: 'at_least', n: draw.int(1, count) }] as const)
}

/** A share between none and all; now and then one that depends on a fact. */
function share(drafting: Drafting, entity: string): Expr {
  return drafting.draw.chance(6)
    ? amount(drafting, entity)
    : figure(drafting, drafting.draw.pick(['1/2', '2/3', '0.3', '1', '0']))
}

function vote(drafting: Drafting, spot: Spot): Act {
  const { draw } = drafting
  const base = draw.pick(['present', 'eligible', 'cast'] as const)
  const threshold = { strict: draw.chance(50), value: share(drafting, spot.entity) }
  return {
    ...lineHead(drafting, 'vote', spot.entity),
    kind: 'vote',
    bodies: some(draw, ROLES, 2),
    ...(draw.chance(85) ? { base, threshold } : {}),
    ...(draw.chance(60) ? { quorum: share(drafting, spot.entity) } : {}),
  }
}

function signatures(drafting: Drafting, spot: Spot): Act {
  const { draw } = drafting
  const parties = Array.from({ length: draw.int(1, 3) }, () => {
    const roles = some(draw, ROLES, 3)
    return { roles, combine: combine(draw, roles.length), proxy: draw.chance(50) }
  })
  return { ...lineHead(drafting, 'signatures', spot.entity), kind: 'signatures', parties }
}

function sample(drafting: Drafting, spot: Spot): Act {
  const { draw } = drafting
  const strata = Array.from({ length: draw.int(0, 2) }, (_, i) => ({
    ...term(`t${i}`, `层${i}`),
    condition: guard(drafting, 'household'),
    cites: [],
  }))
  return {
    ...lineHead(drafting, 'sample', spot.entity),
    kind: 'sample',
    strata,
    ...(draw.chance(70) ? { share: share(drafting, spot.entity) } : {}),
  }
}

function follows(drafting: Drafting, spot: Spot, kind: 'on_objection' | 'on_refusal' | 'on_fail'): Act {
  const { draw } = drafting
  const to = draw.pick([...spot.earlier, spot.self])
  const then = draw.pick([{ kind: 'goto', step: to }, { kind: 'goto', step: to }, { kind: 'drop' }, { kind: 'unsaid' }] as const)
  const roles = kind === 'on_objection' && draw.chance(60) ? some(draw, ROLES, 2) : []
  return { ...lineHead(drafting, kind, spot.entity), kind, roles, then }
}

function posting(drafting: Drafting, spot: Spot): Act {
  const { draw } = drafting
  const kind = draw.pick(['posting', 'posting', 'announcement'] as const)
  return {
    ...lineHead(drafting, kind, spot.entity),
    kind,
    places: draw.chance(70) ? some(draw, ['hall', 'gate', 'web'], 2) : [],
    ...(draw.chance(85) ? { length: perhapsChosen(draw, () => someLength(drafting)) } : {}),
    ...(draw.chance(20) ? { exactly: true as const } : {}),
  }
}

/** One line, or two that belong together. */
export function someLine(drafting: Drafting, spot: Spot): Act[] {
  const { draw } = drafting
  const head = (kind: string) => lineHead(drafting, kind, spot.entity)
  switch (draw.int(1, 24)) {
    case 1:
    case 2:
      return drafting.dated ? [windowLine(drafting, spot.at, spot.entity)] : [posting(drafting, spot)]
    case 3:
    case 4:
      return drafting.dated || spot.earlier.length > 0 ? [dueLine(drafting, spot.at, spot.earlier, spot.entity)] : []
    case 5:
    case 6: {
      const kind = draw.pick(['actor', 'attend'] as const)
      const roles = some(draw, ROLES, 3)
      const persons = draw.chance(30) ? { persons: draw.int(1, 4) } : {}
      return [{ ...head(kind), kind, roles, combine: combine(draw, roles.length), ...persons }]
    }
    case 7:
    case 23:
      return [{ ...head('uses'), kind: 'uses', papers: some(draw, PAPERS, 2), naming: draw.chance(60) }]
    case 8:
    case 24:
      return [{ ...head('produces'), kind: 'produces', papers: some(draw, PAPERS, 2) }]
    case 9:
    case 10:
    case 11:
      return [posting(drafting, spot), ...(draw.chance(50) ? [follows(drafting, spot, 'on_objection')] : [])]
    case 12:
      return [vote(drafting, spot), ...(draw.chance(60) ? [follows(drafting, spot, 'on_fail')] : [])]
    case 13:
      return [
        { ...head('consent'), kind: 'consent', roles: some(draw, ROLES, 2) },
        ...(draw.chance(60) ? [follows(drafting, spot, 'on_refusal')] : []),
      ]
    case 14:
      return [signatures(drafting, spot)]
    case 15:
    case 16: {
      const within = draw.chance(75) ? { within: perhapsChosen(draw, () => someLength(drafting)) } : {}
      return [{ ...head('consult'), kind: 'consult', roles: some(draw, ROLES, 2), ...within }]
    }
    case 17:
    case 22: {
      const kind = draw.pick(['notify', 'archive', 'filing'] as const)
      return [{ ...head(kind), kind, roles: some(draw, ROLES, 2) }]
    }
    case 18:
      return [sample(drafting, spot)]
    case 19: {
      const act = draw.pick(['label', 'remove', 'enter'] as const)
      const label = draw.chance(50) ? { label: '脱贫' } : {}
      return [
        { ...head('registers'), kind: 'registers', act, ...label, places: draw.chance(60) ? some(draw, ['hall', 'web'], 2) : [] },
      ]
    }
    case 20:
      return [follows(drafting, spot, 'on_fail')]
    default:
      return [follows(drafting, spot, draw.pick(['on_objection', 'on_fail', 'on_refusal'] as const))]
  }
}
