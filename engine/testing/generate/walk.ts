import type { Expr, ExprOf } from '../../../dsl/lower/program.ts'
import type { Model } from '../../run/model.ts'
import { fieldOf } from './behind.ts'
import { type Spot, spotAt, spotBelow } from './spot.ts'
import type { Atom, Lean, Source, Use } from './wish.ts'

/** What a walk over a standard or a relation gathers. */
export interface Walk {
  readonly model: Model
  readonly used: Map<string, Map<string, Use>>
  readonly spots: Map<string, Spot>
  readonly leans: Lean[]
  readonly hints: Lean[]
  readonly atoms: Atom[]
  source: Source
  /** under a reading that is not in force */
  idle: boolean
}

/** A walk that has seen nothing yet. */
export function newWalk(model: Model): Walk {
  return {
    model,
    used: new Map(),
    spots: new Map(),
    leans: [],
    hints: [],
    atoms: [],
    source: { id: '', kind: 'guard' },
    idle: false,
  }
}

/** Where wishes go: those of readings not in force are only hints. */
export function leansOf(walk: Walk): Lean[] {
  return walk.idle ? walk.hints : walk.leans
}

/** What the expressions about a list’s elements see; undefined where there is no such list. */
export function listEnv(walk: Walk, list: ExprOf<'count'>['list'], env: readonly Spot[]): readonly Spot[] | undefined {
  touch(walk, list.place, env)
  const owner = spotAt(walk.model, list.place, env)
  const below = owner && spotBelow(walk.model, owner, list.field)
  if (!owner || !below) return undefined
  note(walk, owner, list.field)
  walk.spots.set(below.key, below)
  return [...env, below]
}

/** Notes the fact a field expression reads; the spot it is read at. */
export function use(walk: Walk, expr: ExprOf<'field'>, env: readonly Spot[]): Spot | undefined {
  touch(walk, expr.place, env)
  const spot = spotAt(walk.model, expr.place, env)
  if (spot) note(walk, spot, expr.field, expr.year)
  return spot
}

/** Notes the entity fields a place passes through. */
export function touch(walk: Walk, place: ExprOf<'field'>['place'], env: readonly Spot[]): void {
  if (place.kind === 'element') return
  touch(walk, place.of, env)
  const owner = spotAt(walk.model, place.of, env)
  const below = owner && spotBelow(walk.model, owner, place.field)
  if (!owner || !below) return
  note(walk, owner, place.field)
  walk.spots.set(below.key, below)
}

function note(walk: Walk, spot: Spot, id: string, year?: Expr): void {
  const field = fieldOf(walk.model, spot, id)
  if (!field) return
  const fields = walk.used.get(spot.key) ?? new Map<string, Use>()
  const found = fields.get(id) ?? { field, years: [] }
  if (year) found.years.push(year)
  fields.set(id, found)
  walk.used.set(spot.key, fields)
}
