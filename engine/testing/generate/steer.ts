import type { Element } from '../../facts/element.ts'
import { readSubject } from '../../facts/read.ts'
import type { Pivot } from './behind.ts'
import { envAt, factAt, factWith, findEdge, holdsAt, probed, sideOf, valueFor, valuesAt, yearOf } from './edge.ts'
import { gridOf, jsonOf } from './grid.ts'
import { pick, type Random } from './random.ts'
import { alongside, elementsAt, type Raw, rawOf } from './spot.ts'
import { kindOfEntity, type Study } from './study.ts'
import { FIELDS } from './vocabulary.ts'
import type { Atom } from './wish.ts'
import { plainIn, putPlain } from './wrap.ts'

/** What a comparison is to come to: as wished, against it, or just at its edge (the n-th of the values there). */
export type Aim = { readonly kind: 'hold'; readonly value: boolean } | { readonly kind: 'edge'; readonly nth: number }

/** The facts as the engine reads them, whether or not they keep the relations. */
export function elementOf(study: Study, entity: string, facts: Raw): Element {
  const { run, model } = study
  return readSubject(facts, model.schema.entities.get(entity)!, { schema: model.schema, asOf: run.asOf, year: run.year }, true)
    .root
}

/** Moves one figure of an element so that the comparison comes out as aimed at. False where none of its figures can do it. */
export function steer(study: Study, root: Raw, atom: Atom, element: Element, aim: Aim, random: Random): boolean {
  const { run } = study
  const env = envAt(atom, element)
  if (env === undefined) return false
  const now = sideOf(run, atom, env)
  if (aim.kind === 'hold' && now !== undefined && holdsAt(atom.op, now) === aim.value) return true
  let second: (() => boolean) | undefined
  for (const pivot of atom.pivots) {
    if (isFixed(study, pivot)) continue
    const holder = alongside(element, atom.env[atom.env.length - 1]!, pivot.spot)
    const grid = gridOf(pivot.field, run.asOf)
    const plan = holder?.plan.byId.get(pivot.field.id)
    if (!holder || !grid || !plan) continue
    if (atom.source.kind !== 'relation' && isShared(study, holder)) continue
    const owner = rawOf(root, holder)
    const year = yearOf(run, pivot)
    const given = plainIn(pivot.field, owner[pivot.field.id], year ?? run.year)
    if (given === undefined || given === null) continue
    const edge = findEdge(grid, (steps) => probed(holder, plan, year, factAt(grid, steps), () => sideOf(run, atom, env)))
    if (edge === undefined) continue
    const put = (steps: number | undefined) => {
      if (steps === undefined) return false
      putPlain(study, owner, pivot.field, year, jsonOf(grid, steps), random)
      holder.facts[plan.index] = factWith(holder, plan, year, factAt(grid, steps))
      return true
    }
    if (aim.kind === 'hold') {
      if (put(valueFor(edge, atom.op, aim.value, random))) return true
      continue
    }
    const values = valuesAt(edge)
    const attempt = () => put(values[aim.nth % Math.max(1, values.length)])
    // Prefer the figure with which both sides can be exactly equal.
    if (edge.after > edge.from && attempt()) return true
    second ??= attempt
  }
  return second?.() ?? false
}

/** The elements a comparison is made for. */
export function placesOf(atom: Atom, root: Element): readonly Element[] {
  const innermost = atom.env[atom.env.length - 1]
  return innermost === undefined ? [] : elementsAt(root, innermost)
}

/** Steers a comparison that hangs on several facts, for one element or for each; `tree` is the facts as read, and keeps up with them. */
export function steerAll(study: Study, root: Raw, tree: Element, atom: Atom, aim: Aim, random: Random): boolean {
  const places = placesOf(atom, tree)
  if (places.length === 0) return false
  if (aim.kind === 'edge' || !aim.value) return steer(study, root, atom, pick(random, places), aim, random)
  return places.map((place) => steer(study, root, atom, place, aim, random)).every(Boolean)
}

function isFixed(study: Study, pivot: Pivot): boolean {
  const kind = kindOfEntity(study.model, pivot.spot.entity)
  return kind !== undefined && FIELDS[kind][pivot.field.id]?.fixed === true
}

/** Whether an element belongs to the neighbours as well. */
export function isShared(study: Study, element: Element): boolean {
  for (let at: Element | undefined = element; at?.parent !== undefined; at = at.parent.element) {
    if (at.parent.index === undefined && kindOfEntity(study.model, at.plan.entity.id) === 'village') return true
  }
  return false
}
