import type {
  Definition,
  Entity,
  Enumeration,
  External,
  Parameter,
  Program,
  Reading,
  Standard,
  Term,
} from '../../dsl/lower/program.ts'
import type { Facts, Times } from '../types.ts'

/** One element of the tree of facts: the subject, an element of a list, or what an entity field holds. */
export interface Element {
  readonly entity: Entity
  /** '' for the subject, else `members[2]`, `village` */
  readonly path: string
  /** undefined: absent, everything about it is unknown */
  readonly facts: Facts | undefined
  readonly parent?: Element
  /** the field of `parent` it stands in */
  readonly via?: Term
  /** its place in a list, from 0 */
  readonly index?: number
}

/** A program, one subject's facts and the times: all a trace reads. */
export interface World {
  readonly program: Program
  readonly times: Times
  readonly readings: Readonly<Record<string, string>>
  readonly subject: Element
  readonly entities: ReadonlyMap<string, Entity>
  readonly enums: ReadonlyMap<string, Enumeration>
  readonly roles: ReadonlyMap<string, Term>
  readonly channels: ReadonlyMap<string, Term>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly readingById: ReadonlyMap<string, Reading>
  readonly externals: ReadonlyMap<string, External>
  readonly definitions: ReadonlyMap<string, Definition>
  readonly standards: ReadonlyMap<string, Standard>
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]))
}

/** What `id` names; throws RangeError when the program has no such thing, which a checked program never asks for. */
export function named<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id)
  if (found === undefined) throw new RangeError(`the program names nothing called ${id}`)
  return found
}

/** The world of one subject of the entity `entity`. Readings not given are the policy's own. */
export function worldOf(
  program: Program,
  entity: string,
  facts: Facts,
  times: Times,
  readings: Readonly<Record<string, string>>,
): World {
  const entities = byId(program.entities)
  const chosen = Object.fromEntries(program.readings.map((reading) => [reading.id, reading.chosen]))
  return {
    program,
    times,
    readings: { ...chosen, ...readings },
    subject: { entity: named(entities, entity), path: '', facts },
    entities,
    enums: byId(program.enums),
    roles: byId(program.roles),
    channels: byId(program.channels),
    parameters: byId(program.parameters),
    readingById: byId(program.readings),
    externals: byId(program.externals),
    definitions: byId(program.definitions),
    standards: byId(program.standards),
  }
}
