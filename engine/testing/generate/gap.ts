import type { Field } from '../../../dsl/lower/program.ts'
import type { Kept } from './lever.ts'
import { chance, pick, type Random, whole } from './random.ts'
import { itemsOf, type Raw } from './spot.ts'
import type { FieldStudy, SpotStudy, Study } from './study.ts'
import { isObject, judgement, plainIn } from './wrap.ts'

interface Place {
  readonly owner: Raw
  readonly field: FieldStudy
}

const ODD_JUDGEMENT = 0.5
const PARTIAL_LIST = 0.06

/** Makes facts unknown: each with probability `rate`, and at least one where `some`; of the latter, judgements also tie, lack the right role or come late. */
export function openGaps(study: Study, facts: Raw, rate: number, some: boolean, kept: Kept, random: Random): void {
  const places = placesBelow(study, study.root, facts).filter(
    ({ owner, field }) => field.known?.fixed !== true && kept.get(owner)?.has(field.field.id) !== true,
  )
  for (const { owner, field } of places) if (chance(random, rate)) delete owner[field.field.id]
  if (!some || places.length === 0) return
  const judged = places.filter(({ owner, field }) => field.field.judgement !== undefined && isObject(owner[field.field.id]))
  if (judged.length > 0 && chance(random, ODD_JUDGEMENT)) {
    const { owner, field } = pick(random, judged)
    owner[field.field.id] = oddJudgement(study, field.field, owner[field.field.id], random)
    return
  }
  const sourced = places.filter(({ owner, field }) => field.field.channel !== undefined && isObject(owner[field.field.id]))
  const other = study.model.program.channels.filter((channel) => sourced.every(({ field }) => field.field.channel !== channel.id))
  if (sourced.length > 0 && other.length > 0 && chance(random, 0.1)) {
    const { owner, field } = pick(random, sourced)
    if (!field.field.yearly) owner[field.field.id] = { ...(owner[field.field.id] as Raw), source: pick(random, other).id }
  }
  const read = places.filter(({ field }) => field.leans.length > 0 || field.edges.length > 0)
  for (let i = whole(random, 1, 2); i > 0; i--) {
    const { owner, field } = pick(random, read.length > 0 ? read : places)
    delete owner[field.field.id]
  }
}

/** The facts that are this subject's own: its fields, and those of the elements of its lists. */
function placesBelow(study: Study, spot: SpotStudy, owner: Raw): readonly Place[] {
  return spot.fields.flatMap((field): readonly Place[] => {
    const value = owner[field.field.id]
    if (value === undefined || value === null) return []
    if (field.below === undefined) return [{ owner, field }]
    const below = study.spots.get(field.below.key)!
    return field.field.type.kind === 'list' ? itemsOf(value).flatMap((item) => placesBelow(study, below, item)) : []
  })
}

/** Now and then a list is known to be incomplete. */
export function partialLists(study: Study, facts: Raw, random: Random): void {
  for (const { field } of study.root.fields) {
    if (field.type.kind !== 'list' || !Array.isArray(facts[field.id]) || !chance(random, PARTIAL_LIST)) continue
    facts[field.id] = { items: facts[field.id], partial: true }
  }
}

/** Two values on one day, a role that may not judge, or a judgement made after 评定日: each leaves the fact unknown. */
function oddJudgement(study: Study, field: Field, given: unknown, random: Random): unknown {
  const sound = field.yearly ? (given as Raw)[String(study.run.year)] : given
  const entry = Array.isArray(sound) ? sound.at(-1) : sound
  const value = plainIn({ ...field, yearly: false }, entry, study.run.year)
  if (!isObject(entry) || typeof value !== 'boolean') return null
  const others = study.model.program.roles.filter((role) => !field.judgement?.roles.includes(role.id))
  const strange: unknown[] = [
    [entry, { ...entry, value: !value, role: pick(random, field.judgement!.roles) }],
    judgement(study, field, random, value, -whole(random, 1, 20)),
    ...(others.length > 0 ? [{ ...entry, role: pick(random, others).id }] : []),
  ]
  const made = pick(random, strange)
  return field.yearly ? { ...(given as Raw), [String(study.run.year)]: made } : made
}
