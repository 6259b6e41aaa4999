import type fc from 'fast-check'
import type { Entity, Field, Program } from '../../../dsl/lower/program.ts'
import { type Draw, drawn, shuffle } from './draw.ts'
import { acts, judgement, sourcedValue, yearlyValue } from './fact-value.ts'

/** Facts as they would come from JSON. */
export type JsonObject = Record<string, unknown>

/** How many facts in a hundred are missing, and how deep lists go. */
interface Manner {
  readonly holes: number
  readonly depth: number
  readonly acts: boolean
}

const entityOf = (program: Program, id: string): Entity => program.entities.find((e) => e.id === id)!

/** One valid fact of the field. */
export function someFact(draw: Draw, program: Program, field: Field, manner: Manner): unknown {
  const { type } = field
  if (type.kind === 'entity') return someElement(draw, program, type.entity, { ...manner, depth: manner.depth - 1 })
  if (type.kind === 'list') {
    const most = Math.min(type.atMost ?? 3, manner.depth > 0 ? 4 : 0)
    const below: Manner = { ...manner, depth: manner.depth - 1 }
    const items = Array.from({ length: draw.int(0, most) }, () => someElement(draw, program, type.entity, below))
    if (!draw.chance(manner.holes / 2)) return draw.chance(95) ? items : { items, partial: false }
    return draw.chance(70) ? { items, partial: true } : { 项: items, 不全: true }
  }
  if (field.judgement !== undefined) return judgement(draw, program, field)
  const one = (): unknown => sourcedValue(draw, program, field, manner.holes === 0)
  return field.yearly ? yearlyValue(draw, one) : one()
}

function someElement(draw: Draw, program: Program, entity: string, manner: Manner): JsonObject {
  const out: JsonObject = draw.chance(15) ? { id: `no-${draw.int(1, 99)}` } : {}
  for (const field of entityOf(program, entity).fields) {
    if (draw.chance(manner.holes)) {
      if (draw.chance(30)) out[field.id] = draw.chance(50) ? null : ''
      continue
    }
    out[draw.chance(75) ? field.id : field.zh] = someFact(draw, program, field, manner)
  }
  return manner.acts ? { ...out, ...acts(draw, program, entity) } : out
}

/** Valid facts of a standard's subject. */
export function buildFacts(draw: Draw, program: Program, standard: string): JsonObject {
  const { entity } = program.standards.find((s) => s.id === standard)!
  const holes = draw.pick([0, 0, 10, 25, 60])
  return someElement(draw, program, entity, { holes, depth: 2, acts: draw.chance(60) })
}

export const facts = (program: Program, standard: string): fc.Arbitrary<JsonObject> =>
  drawn((draw) => buildFacts(draw, program, standard))

interface Hole {
  fill(): void
}

const PLENTY: Manner = { holes: 0, depth: 1, acts: false }

function holesOf(draw: Draw, program: Program, element: JsonObject, entity: string): Hole[] {
  const holes: Hole[] = []
  for (const field of entityOf(program, entity).fields) {
    const key = Object.hasOwn(element, field.id) ? field.id : Object.hasOwn(element, field.zh) ? field.zh : undefined
    const value = key === undefined ? undefined : element[key]
    if (value === undefined || value === null || value === '') {
      // A judgement is an act, and may change anything.
      if (field.judgement === undefined) {
        const manner: Manner = { ...PLENTY, holes: draw.pick([0, 50]) }
        holes.push({
          fill: () => {
            element[key ?? field.id] = someFact(draw, program, field, manner)
          },
        })
      }
      continue
    }
    holes.push(
      ...holesWithin(draw, program, field, value as JsonObject, (filled) => {
        element[key!] = filled
      }),
    )
  }
  return holes
}

function holesWithin(draw: Draw, program: Program, field: Field, value: JsonObject, put: (filled: unknown) => void): Hole[] {
  const { type } = field
  if (type.kind === 'entity') return holesOf(draw, program, value, type.entity)
  if (type.kind === 'list') {
    const wrapped = !Array.isArray(value)
    const items = (wrapped ? (value['items'] ?? value['项']) : value) as JsonObject[]
    const below = items.flatMap((one) => holesOf(draw, program, one, type.entity))
    const partial = wrapped && (value['partial'] ?? value['不全']) === true
    if (!partial) return below
    const room = Math.min(2, (type.atMost ?? 9) - items.length)
    const more = (): JsonObject[] =>
      Array.from({ length: draw.int(0, room) }, () =>
        someElement(draw, program, type.entity, { holes: 20, depth: 0, acts: false }),
      )
    return [...below, { fill: () => put(shuffle(draw, [...items, ...more()])) }]
  }
  if (field.judgement !== undefined) return []
  const keyed = field.yearly && typeof value === 'object' && Object.keys(value).every((key) => /^\d{4}$/.test(key))
  if (!keyed) return []
  const open = ['2017', '2018', '2019', '2020'].filter((year) => (value[year] ?? '') === '')
  return open.map((year) => ({
    fill: () => {
      value[year] = sourcedValue(draw, program, field, true)
    },
  }))
}

/** The same facts and one more: a hole filled, never an act. undefined when nothing is missing. */
export function addFact(draw: Draw, program: Program, standard: string, given: JsonObject): JsonObject | undefined {
  const copy = structuredClone(given)
  const { entity } = program.standards.find((s) => s.id === standard)!
  const holes = holesOf(draw, program, copy, entity)
  if (holes.length === 0) return undefined
  draw.pick(holes).fill()
  return copy
}

export const oneMoreFact = (program: Program, standard: string, given: JsonObject): fc.Arbitrary<JsonObject | undefined> =>
  drawn((draw) => addFact(draw, program, standard, given))

/** The same facts with keys and elements in another order. */
export function reorder(draw: Draw, json: unknown): unknown {
  if (Array.isArray(json)) return shuffle(draw, json).map((one) => reorder(draw, one))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(shuffle(draw, Object.entries(json)).map(([key, value]) => [key, reorder(draw, value)]))
}

export const shuffled = (given: JsonObject): fc.Arbitrary<JsonObject> => drawn((draw) => reorder(draw, given) as JsonObject)
