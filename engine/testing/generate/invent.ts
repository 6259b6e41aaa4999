import type { Field } from '../../../dsl/lower/program.ts'
import { valueFor } from './edge.ts'
import { jsonOf, parseSteps, stepsOf, within } from './grid.ts'
import { familyOf, type Trait, type Traits } from './household.ts'
import { countyOf, numbered, villageOf } from './place.ts'
import { chance, pick, type Random, skewed, whole } from './random.ts'
import type { Raw } from './spot.ts'
import { allHold, type FieldStudy, type SpotStudy, type Study } from './study.ts'
import { WORDS } from './vocabulary.ts'
import { type Plain, plainValues, wrapped } from './wrap.ts'

/** Who is being invented: what is known of it, the persons it has, the village it lies in, what it is called. */
export interface Scene {
  readonly random: Random
  readonly id: string
  readonly traits: Traits
  readonly persons: readonly Traits[]
  /** the village shared with the neighbours, where the entity has one */
  readonly village: Raw | undefined
  /** whether figures that alone decide an item are to be on its good side */
  readonly good: boolean
}

const HOUSEHOLDS_IN_VILLAGE = [14, 40] as const
const VILLAGES_IN_COUNTY = [3, 6] as const
const HOUSEHOLDS_IN_COUNTY_VILLAGE = [6, 14] as const
/** Of the registered households of a village, those that left before. */
const EXITED = 0.86

/** Who a subject is. */
export function sceneOf(study: Study, random: Random, id: string, village: Raw | undefined, good: boolean): Scene {
  const name = `${WORDS.village}-${id.slice(WORDS.id.length)}`
  return { ...invented(study, study.root, random, id, 0, name), id, village, good }
}

function invented(
  study: Study,
  spot: SpotStudy,
  random: Random,
  id: string,
  exited: number,
  name: string,
): Omit<Scene, 'id' | 'village' | 'good'> {
  const { run, line } = study
  switch (spot.kind) {
    case 'household': {
      const { persons, traits } = familyOf(random, { asOf: run.asOf, year: run.year, line }, id, { exited })
      return { random, traits, persons: persons.map((one) => one.traits) }
    }
    case 'village': {
      const lists = spot.fields.some((field) => field.known?.trait === 'households')
      const [least, most] = spot.spot.depth > 0 ? HOUSEHOLDS_IN_COUNTY_VILLAGE : HOUSEHOLDS_IN_VILLAGE
      const listed = lists ? whole(random, least, most) : 0
      return { random, traits: { ...villageOf(random, name, listed), id, listed }, persons: [] }
    }
    case 'county':
      return { random, traits: { ...countyOf(random, `${WORDS.county}-${id.slice(WORDS.id.length)}`), id }, persons: [] }
    case 'member': {
      const { persons, traits } = familyOf(random, { asOf: run.asOf, year: run.year, line }, id, { exited })
      return { random, traits: { ...traits, ...pick(random, persons).traits, id }, persons: [] }
    }
    case undefined:
      return { random, traits: { id }, persons: [] }
    default: {
      const unreachable: never = spot.kind
      return unreachable
    }
  }
}

/** The facts of one element: known names from the scene, the rest from type, range and what the standard wishes. */
export function inventElement(study: Study, spot: SpotStudy, scene: Scene): Raw {
  const plan = study.model.schema.entities.get(spot.spot.entity)!
  const out: Raw = plan.keys.get('id') === 'id' && scene.id !== '' ? { id: scene.id } : {}
  for (const field of spot.fields) out[field.field.id] = inventField(study, field, scene)
  return out
}

function inventField(study: Study, field: FieldStudy, scene: Scene): unknown {
  const { random } = scene
  const { type } = field.field
  if (field.below !== undefined && type.kind === 'entity') {
    if (field.known?.trait === 'village' && scene.village !== undefined) return scene.village
    return inventElement(study, study.spots.get(field.below.key)!, { ...below(study, field, scene, 0), village: undefined })
  }
  if (field.below !== undefined && type.kind === 'list') {
    const spot = study.spots.get(field.below.key)!
    const count = Math.min(lengthOf(field, spot, scene, random), type.atMost ?? Number.POSITIVE_INFINITY)
    return Array.from({ length: count }, (_, i) => inventElement(study, spot, below(study, field, scene, i)))
  }
  return wrapped(study, field.field, random, (year) => inventValue(study, field, scene, year), field.years)
}

/** A further element of a list, as its neighbours are. */
export function inventOne(study: Study, field: FieldStudy, scene: Scene, index: number): Raw {
  return inventElement(study, study.spots.get(field.below!.key)!, below(study, field, scene, index))
}

function below(study: Study, field: FieldStudy, scene: Scene, index: number): Scene {
  const spot = study.spots.get(field.below!.key)!
  const { random } = scene
  const member = field.known?.trait === 'members' ? scene.persons[index] : undefined
  if (member !== undefined) return { random, id: '', traits: member, persons: [], village: undefined, good: scene.good }
  const id = spot.kind === undefined || spot.kind === 'member' ? '' : `${scene.id}-${index + 1}`
  const found = invented(study, spot, random, id, EXITED, numbered(WORDS.village, index))
  return { ...found, id, village: undefined, good: scene.good }
}

function lengthOf(field: FieldStudy, spot: SpotStudy, scene: Scene, random: Random): number {
  if (field.known?.trait === 'members') return scene.persons.length
  if (spot.kind === 'village') return whole(random, ...VILLAGES_IN_COUNTY)
  if (field.known?.trait === 'households') return Number(scene.traits['listed'] ?? 0)
  const wish = field.leans.find((lean) => lean.want.kind === 'elements')
  if (wish?.want.kind === 'elements') return wish.want.some ? whole(random, 1, 4) : chance(random, 0.9) ? 0 : 1
  return whole(random, 0, 3)
}

/** One value: the scene's where it has one that fits, else one the standard wishes, else one of its type. */
export function inventValue(study: Study, field: FieldStudy, scene: Scene, year: number | undefined): Plain {
  const { random, traits } = scene
  const trait = field.known === undefined ? undefined : traits[field.known.trait]
  const fits = trait === undefined ? undefined : fitted(study, field, trait)
  const known = fits !== undefined && barred(field, fits) ? undefined : fits
  if (field.grid !== undefined) return inventFigure(study, field, scene, year, known)
  return known !== undefined ? known : wished(study, field, random)
}

function inventFigure(study: Study, field: FieldStudy, scene: Scene, year: number | undefined, known: Plain | undefined): Plain {
  const { random } = scene
  const grid = field.grid!
  if (known === null) return null
  const absent = field.leans.some((lean) => lean.want.kind === 'there' && lean.want.value)
  if (known === undefined && field.field.nullable && !absent && chance(random, 0.8)) return null
  let steps = known === undefined ? genericSteps(study, field, random) : parseSteps(grid, known)
  if (year !== undefined && year !== study.run.year && grid.kind === 'number') steps = within(grid, steps * 0.9)
  for (let tries = 0; scene.good && tries < 6; tries++) {
    const broken = allHold(field, year, steps)
    if (broken === undefined) break
    steps = valueFor(broken.edge, broken.atom.op, broken.atom.wanted!, random) ?? steps
  }
  return jsonOf(grid, steps)
}

function genericSteps(study: Study, field: FieldStudy, random: Random): number {
  const grid = field.grid!
  const first = field.edges[0]
  if (first !== undefined && grid.kind === 'number')
    return within(grid, first.edge.from === 0 ? random() * 10 * grid.scale : first.edge.from * skewed(random, 0.4))
  const { type } = field.field
  const unit = type.kind === 'number' ? type.unit : ''
  if (grid.kind === 'date') return within(grid, study.run.asOf - whole(random, 1, 1500))
  if (grid.kind === 'year') return within(grid, study.run.year - whole(random, 0, 6))
  if (type.kind === 'number' && type.ratio === true) return within(grid, grid.scale * (0.3 + 0.7 * random()))
  if (unit.includes('元')) return stepsOf(grid, (unit.includes('人') ? study.line * 1.3 : 12000) * skewed(random, 0.5))
  const range = Math.min(grid.high - grid.low, 100 * grid.scale)
  return grid.scale * Math.round((grid.low + range * random()) / grid.scale)
}

/** Whether the value would keep the subject out of the standard, or is 无 where something is asked for. */
function barred(field: FieldStudy, value: Plain): boolean {
  return field.leans.some(({ want, spot, source }) => {
    if (spot.depth > 0) return false
    if (want.kind === 'there') return want.value && value === null
    if (source.kind !== 'guard') return false
    if (want.kind === 'values') return want.values.includes(String(value)) !== want.inside
    return want.kind === 'truth' && want.value !== value
  })
}

/** A scene's value where it is one the field may have. */
function fitted(study: Study, field: FieldStudy, trait: Trait): Plain | undefined {
  const { type, nullable } = field.field
  if (trait === null) return nullable ? null : undefined
  switch (type.kind) {
    case 'boolean':
      return typeof trait === 'boolean' ? trait : undefined
    case 'number':
    case 'year':
      return typeof trait === 'number' ? jsonOf(field.grid!, stepsOf(field.grid!, trait)) : undefined
    case 'date':
      return typeof trait === 'string' && /^\d{4}-\d\d-\d\d$/.test(trait) ? trait : undefined
    case 'text':
      return typeof trait === 'string' ? trait : undefined
    case 'enum':
      return typeof trait === 'string' && valuesOf(study, field.field).includes(trait) ? trait : undefined
    case 'entity':
    case 'list':
      return undefined
    default: {
      const unreachable: never = type
      return unreachable
    }
  }
}

function wished(study: Study, field: FieldStudy, random: Random): Plain {
  const { type, nullable } = field.field
  // What the items wish counts before what lets a subject in: a guard may have other ways to be true.
  const [items, guards] = [
    field.leans.filter((lean) => lean.source.kind !== 'guard'),
    field.leans.filter((lean) => lean.source.kind === 'guard'),
  ]
  const wants = [...items, ...guards, ...field.hints].map((lean) => lean.want)
  const there = wants.find((want) => want.kind === 'there')
  if (nullable && (there?.kind === 'there' ? !there.value : chance(random, 0.7))) return null
  if (type.kind === 'boolean') {
    const truth = wants.find((want) => want.kind === 'truth')
    return truth?.kind === 'truth' ? truth.value : chance(random, 0.7)
  }
  if (type.kind !== 'enum') return WORDS.text
  const values = valuesOf(study, field.field)
  const allowed = values.filter((value) =>
    wants.every((want) => want.kind !== 'values' || want.values.includes(value) === want.inside),
  )
  if (allowed.length > 0) return pick(random, allowed)
  // Wishes that no one value grants, as for the elements of a list: each is granted somewhere.
  const liked = wants.flatMap((want) => (want.kind === 'values' && want.inside ? want.values : []))
  return pick(random, liked.length > 0 ? liked : values)
}

/** Ids of the values an enumeration field may have. */
export function valuesOf(study: Study, field: Field): readonly string[] {
  return plainValues(study.model.program, field)
}
