import { addDays, formatDay } from '../../../dsl/value/date.ts'
import { valueFor } from './edge.ts'
import { jsonOf } from './grid.ts'
import { inventOne, type Scene, valuesOf } from './invent.ts'
import { chance, pick, type Random, whole } from './random.ts'
import { elementsAt, itemsOf, type Raw, rawOf, type Spot } from './spot.ts'
import { elementOf, isShared, steerAll } from './steer.ts'
import type { FieldStudy, FixedEdge, Study } from './study.ts'
import { WORDS } from './vocabulary.ts'
import type { Lean } from './wish.ts'
import { putPlain } from './wrap.ts'

/** Facts that were set on purpose: by object, the field ids. Mending leaves them alone where it can. */
export type Kept = Map<Raw, Set<string>>

/** Remembers a fact as set on purpose. */
export function keep(kept: Kept, owner: Raw, field: string): void {
  kept.set(owner, (kept.get(owner) ?? new Set()).add(field))
}

/** What works on one rule: the wishes it has and the comparisons it makes. */
interface Levers {
  readonly leans: readonly Lean[]
  readonly edges: readonly FixedEdge[]
}

/** Sets facts against a rule of the standard, given by its id (of an item; '' the guard): one of them, or all. False where nothing can be set. */
export function setAgainst(study: Study, root: Raw, rule: string, every: boolean, scene: Scene, kept: Kept): boolean {
  const { random } = scene
  const levers = leversOf(study, rule)
  const acts = [
    ...levers.leans.map((lean) => () => pushLean(study, root, lean, scene, kept)),
    ...levers.edges.map((entry) => () => pushEdge(study, root, entry, random, kept)),
    ...study.computed
      .filter((atom) => atom.source.id === rule && atom.wanted !== undefined)
      .map(
        (atom) => () =>
          steerAll(
            study,
            root,
            elementOf(study, study.standard.entity, root),
            atom,
            { kind: 'hold', value: !atom.wanted },
            random,
          ),
      ),
  ]
  if (every) return acts.map((act) => act()).some(Boolean)
  let done = false
  for (let tries = 0; tries < 4 && !done && acts.length > 0; tries++) done = pick(random, acts)()
  return done
}

function leversOf(study: Study, rule: string): Levers {
  return {
    leans: study.demand.leans.filter((lean) => lean.source.id === rule),
    edges: study.fixed.filter((entry) => entry.atom.source.id === rule && entry.atom.wanted !== undefined),
  }
}

function fieldAt(study: Study, spot: Spot, id: string): FieldStudy | undefined {
  return study.spots.get(spot.key)?.fields.find((entry) => entry.field.id === id)
}

/** JSON objects at a spot that are this subject's own. */
function ownersAt(study: Study, root: Raw, spot: Spot): readonly Raw[] {
  if (spot.parent === undefined) return [root]
  const element = elementOf(study, study.standard.entity, root)
  return elementsAt(element, spot).flatMap((one) => (isShared(study, one) ? [] : [rawOf(root, one)]))
}

function pushLean(study: Study, root: Raw, lean: Lean, scene: Scene, kept: Kept): boolean {
  const { random } = scene
  const field = fieldAt(study, lean.spot, lean.field.id)
  const owners = ownersAt(study, root, lean.spot)
  if (field === undefined || field.known?.fixed || owners.length === 0) return false
  const owner = pick(random, owners)
  const { want } = lean
  if (want.kind === 'elements') {
    const items = itemsOf(owner[lean.field.id])
    if (want.some) owner[lean.field.id] = []
    else if (items.length === 0 && field.below) owner[lean.field.id] = [inventOne(study, field, scene, 0)]
    keep(kept, owner, lean.field.id)
    return true
  }
  const value = against(study, field, lean, random)
  if (value === undefined) return false
  for (const year of field.field.yearly ? [study.run.year] : [undefined]) putPlain(study, owner, field.field, year, value, random)
  keep(kept, owner, lean.field.id)
  return true
}

function against(study: Study, field: FieldStudy, { want }: Lean, random: Random) {
  switch (want.kind) {
    case 'truth':
      return !want.value
    case 'values': {
      const values = valuesOf(study, field.field).filter((value) => want.values.includes(value) !== want.inside)
      return values.length > 0 ? pick(random, values) : undefined
    }
    case 'there': {
      if (want.value) return null
      if (field.grid) return jsonOf(field.grid, study.run[field.grid.kind === 'date' ? 'asOf' : 'year'])
      const values = valuesOf(study, field.field)
      return values.length > 0 ? pick(random, values) : undefined
    }
    case 'elements':
      return undefined
    default: {
      const unreachable: never = want
      return unreachable
    }
  }
}

function pushEdge(study: Study, root: Raw, entry: FixedEdge, random: Random, kept: Kept): boolean {
  const steps = valueFor(entry.edge, entry.atom.op, !entry.atom.wanted, random)
  return steps !== undefined && putAt(study, root, entry, steps, random, kept)
}

/** Sets the figure a comparison hangs on for one of the elements it is made for. */
export function putAt(study: Study, root: Raw, entry: FixedEdge, steps: number, random: Random, kept: Kept): boolean {
  const { pivot, edge, year } = entry
  const owners = ownersAt(study, root, pivot.spot)
  if (fieldAt(study, pivot.spot, pivot.field.id)?.known?.fixed || owners.length === 0) return false
  const owner = pick(random, owners)
  putPlain(study, owner, pivot.field, year, jsonOf(edge.grid, steps), random)
  keep(kept, owner, pivot.field.id)
  return true
}

/** A few households are let off, and a few suspensions have been looked at again. */
export function recordActs(study: Study, root: Raw, rule: string, random: Random): void {
  const item = study.standard.items.find((entry) => entry.id === rule)
  if (item === undefined) return
  const on = formatDay(addDays(study.run.asOf, -whole(random, 1, 30)))
  if (item.inPrinciple && chance(random, 0.25))
    root['departures'] = [{ item: item.id, reason: WORDS.reason, by: WORDS.clerk, on }]
  const role = item.reviewers[0] ?? study.model.program.roles[0]?.id
  if (item.kind === 'suspend' && role !== undefined && chance(random, 0.25))
    root['rechecks'] = [{ item: item.id, result: chance(random, 0.6) ? 'pass' : 'fail', role, on }]
}
