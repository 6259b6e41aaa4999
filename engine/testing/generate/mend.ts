import type { Relation } from '../../../dsl/lower/program.ts'
import { FALSE } from '../../../dsl/value/truth.ts'
import type { Element } from '../../facts/element.ts'
import { readSubject } from '../../facts/read.ts'
import { holds } from '../../run/times.ts'
import { truthOf } from '../../run/truth.ts'
import { valuesOf } from './invent.ts'
import type { Kept } from './lever.ts'
import { pick, type Random } from './random.ts'
import { elementsAt, type Raw, rawOf } from './spot.ts'
import { steer } from './steer.ts'
import { kindOfEntity, type Study } from './study.ts'
import { FIELDS } from './vocabulary.ts'
import type { Lean } from './wish.ts'
import { putPlain } from './wrap.ts'

const MOST_ROUNDS = 24

/** Whether the engine takes the facts: they can be read, and break no relation. */
export function accepted(study: Study, facts: Raw): boolean {
  const { readable, broken } = inspect(study, facts)
  return readable && broken.length === 0
}

/**
 * Changes facts until they keep every relation, at most a fixed number of times: first by a value that helps, facts set on purpose last, else by making a
 * fact unknown. False where that was not enough.
 */
export function mend(study: Study, facts: Raw, kept: Kept, random: Random): boolean {
  let state = inspect(study, facts)
  if (!state.readable) {
    dropUnreadable(study, facts)
    state = inspect(study, facts)
  }
  for (let round = 0; round < MOST_ROUNDS && state.readable && state.broken.length > 0; round++) {
    const repaired = round < MOST_ROUNDS / 2 ? repair(study, facts, state, kept, random) : undefined
    if (repaired === undefined) forget(study, facts, state, kept)
    state = repaired ?? inspect(study, facts)
  }
  return state.readable && state.broken.length === 0
}

interface Broken {
  readonly relation: Relation
  /** which of the elements in order, so that it is found again after reading anew */
  readonly nth: number
}

interface State {
  readonly readable: boolean
  readonly elements: readonly Element[]
  readonly broken: readonly Broken[]
}

/** Reads the facts and tries every relation on every element, as the engine does. */
function inspect(study: Study, facts: Raw): State {
  const { run, model } = study
  const plan = model.schema.entities.get(study.standard.entity)!
  const { root, sink } = readSubject(facts, plan, { schema: model.schema, asOf: run.asOf, year: run.year }, true)
  const elements = allElements(root)
  const broken = elements.flatMap((element, nth) =>
    element.plan.relations.filter((relation) => brokenOn(study, relation, element)).map((relation) => ({ relation, nth })),
  )
  return { readable: sink.problems.length === 0, elements, broken }
}

/** Takes out the facts the engine cannot read. */
function dropUnreadable(study: Study, facts: Raw): void {
  const { run, model } = study
  const plan = model.schema.entities.get(study.standard.entity)!
  const { sink } = readSubject(facts, plan, { schema: model.schema, asOf: run.asOf, year: run.year }, false)
  for (const { path } of sink.problems) delete facts[/^[^.[@]*/.exec(path)![0]]
}

function allElements(root: Element): readonly Element[] {
  const out = [root]
  for (const element of out)
    for (const fact of element.facts) {
      if (fact?.kind === 'entity') out.push(fact.element)
      if (fact?.kind === 'list') out.push(...fact.elements)
    }
  return out
}

function brokenOn(study: Study, relation: Relation, element: Element): boolean {
  return holds(relation, study.run.asOfText) && truthOf(study.run, relation.condition, [element]) === FALSE
}

interface Remedy {
  readonly cost: number
  readonly apply: () => boolean
}

/** Tries the remedies for the first relation broken, cheapest first, and keeps the first after which fewer are broken. */
function repair(study: Study, facts: Raw, state: State, kept: Kept, random: Random): State | undefined {
  const remedies = remediesOf(study, facts, state, kept, random).sort((a, b) => a.cost - b.cost)
  const undo = snapshot(facts)
  for (const remedy of remedies) {
    const after = remedy.apply() ? inspect(study, facts) : undefined
    if (after?.readable && after.broken.length < state.broken.length) return after
    undo()
  }
  return undefined
}

function remediesOf(study: Study, facts: Raw, { elements, broken }: State, kept: Kept, random: Random): Remedy[] {
  const { relation, nth } = broken[0]!
  const demand = study.relations.get(relation.id)!
  const element = elements[nth]!
  const kind = kindOfEntity(study.model, relation.entity)
  const fixed = (id: string) => kind !== undefined && FIELDS[kind][id]?.fixed === true
  const set = (owner: Raw, id: string) => kept.get(owner)?.has(id) === true
  const leans = demand.leans.flatMap((lean, i): Remedy[] =>
    elementsAt({ ...element, parent: undefined }, lean.spot).map((one) => {
      // What follows stands after what it follows from.
      const cost =
        (set(ownerOf(facts, element, one), lean.field.id) ? 100 : 0) +
        (fixed(lean.field.id) ? 50 : 0) +
        (against(study, lean) ? 20 : 0) -
        i
      return { cost, apply: () => putLean(study, ownerOf(facts, element, one), lean, random) }
    }),
  )
  const atoms = demand.atoms
    .filter((atom) => atom.live && atom.wanted !== undefined)
    .map(
      (atom, i): Remedy => ({
        cost: 10 - i,
        apply: () =>
          steer(study, facts, atom, inspect(study, facts).elements[nth]!, { kind: 'hold', value: atom.wanted! }, random),
      }),
    )
  return [...leans, ...atoms]
}

function ownerOf(facts: Raw, element: Element, below: Element): Raw {
  return below === element || below.parent === undefined ? rawOf(facts, element) : rawOf(facts, below)
}

/** Whether the standard wishes the field to be otherwise. */
function against(study: Study, lean: Lean): boolean {
  const { want } = lean
  return study.demand.leans.some(
    (other) =>
      other.field.id === lean.field.id &&
      other.spot.entity === lean.spot.entity &&
      other.want.kind === 'truth' &&
      want.kind === 'truth' &&
      other.want.value !== want.value,
  )
}

function putLean(study: Study, owner: Raw, lean: Lean, random: Random): boolean {
  const { want, field } = lean
  const year = field.yearly ? study.run.year : undefined
  if (!Object.hasOwn(owner, field.id)) return false
  if (want.kind === 'truth') putPlain(study, owner, field, year, want.value, random)
  else if (want.kind === 'there' && !want.value && field.nullable) putPlain(study, owner, field, year, null, random)
  else if (want.kind === 'values') {
    const values = valuesOf(study, field).filter((value) => want.values.includes(value) === want.inside)
    if (values.length === 0) return false
    putPlain(study, owner, field, year, pick(random, values), random)
  } else if (want.kind === 'elements' && !want.some) owner[field.id] = []
  else return false
  return true
}

/** Makes a fact the relation reads unknown: an unknown relation is not broken. */
function forget(study: Study, facts: Raw, { elements, broken }: State, kept: Kept): void {
  const { relation, nth } = broken[0]!
  const element = elements[nth]!
  const owner = rawOf(facts, element)
  const fields = [...(study.relations.get(relation.id)!.used.get('')?.keys() ?? [])].filter((id) => Object.hasOwn(owner, id))
  const free = fields.filter((id) => kept.get(owner)?.has(id) !== true)
  const id = (free.length > 0 ? free : fields).at(-1)
  if (id !== undefined) delete owner[id]
}

/** Remembers every object of the facts; the function returned puts them back as they were. */
function snapshot(facts: Raw): () => void {
  const seen: (readonly [Raw, Raw])[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const object = value as Raw
    seen.push([object, { ...object }])
    Object.values(object).forEach(visit)
  }
  visit(facts)
  return () => {
    for (const [object, copy] of seen) {
      for (const key of Object.keys(object)) if (!Object.hasOwn(copy, key)) delete object[key]
      Object.assign(object, copy)
    }
  }
}
