import type { Entity, Program } from '../../dsl/lower/program.ts'

type Json = Readonly<Record<string, unknown>>

/** The record with one fact taken away, for every fact it has: fields of the subject, whole lists, and fields of the elements below. */
export function withoutEachFact(
  program: Program,
  entity: string,
  facts: Json,
): { readonly path: string; readonly facts: Json }[] {
  return holes(
    program,
    program.entities.find((e) => e.id === entity),
    facts,
    '',
  )
}

function holes(program: Program, entity: Entity | undefined, node: Json, prefix: string): { path: string; facts: Json }[] {
  const found: { path: string; facts: Json }[] = []
  for (const [key, value] of Object.entries(node)) {
    const field = entity?.fields.find((f) => f.id === key || f.zh === key)
    if (!field || value === null) continue
    const path = `${prefix}${field.id}`
    const { [key]: _gone, ...others } = node
    found.push({ path, facts: others })
    if (field.type.kind !== 'list' && field.type.kind !== 'entity') continue
    const below = program.entities.find(
      (e) => field.type.kind !== 'boolean' && 'entity' in field.type && e.id === field.type.entity,
    )
    if (field.type.kind === 'entity' && isObject(value)) {
      for (const hole of holes(program, below, value, `${path}.`))
        found.push({ path: hole.path, facts: { ...node, [key]: hole.facts } })
    }
    if (field.type.kind === 'list' && Array.isArray(value)) {
      value.forEach((element, i) => {
        if (!isObject(element)) return
        for (const hole of holes(program, below, element, `${path}[${i}].`))
          found.push({ path: hole.path, facts: { ...node, [key]: value.with(i, hole.facts) } })
      })
    }
  }
  return found
}

function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
