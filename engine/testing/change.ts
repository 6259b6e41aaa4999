import type { Entity, Program } from '../../dsl/lower/program.ts'

type Json = Readonly<Record<string, unknown>>

/** A step of a change path: a fact's name (either spelling) or a list index. */
type Step = string | number

/**
 * A copy of `facts` with the values at the given paths replaced: `村.有驻村工作队`, `成员[1].辍学`; null makes a fact unknown; `+成员` appends to a list.
 * Names may be in either spelling, whichever the base uses. Returns the first path that leads nowhere instead.
 */
export function changeFacts(
  program: Program,
  entity: string,
  facts: Json,
  changes: Json,
): { readonly facts: Json } | { readonly stuck: string } {
  let result: Json = facts
  for (const [path, value] of Object.entries(changes)) {
    const append = path.startsWith('+')
    const steps = pathSteps(append ? path.slice(1) : path)
    if (!steps) return { stuck: path }
    const next = replaceAt(
      program,
      program.entities.find((e) => e.id === entity),
      result,
      steps,
      value,
      append,
    )
    if (next === undefined) return { stuck: path }
    result = next as Json
  }
  return { facts: result }
}

/** `成员[1].辍学` → ['成员', 1, '辍学']; undefined when it is not a path. */
export function pathSteps(path: string): Step[] | undefined {
  const steps: Step[] = []
  for (const part of path.split('.')) {
    const found = /^([^[\]]+)((?:\[\d+\])*)$/.exec(part)
    if (!found) return undefined
    steps.push(found[1]!)
    for (const index of found[2]!.matchAll(/\d+/g)) steps.push(Number(index[0]))
  }
  return steps
}

function replaceAt(
  program: Program,
  entity: Entity | undefined,
  node: unknown,
  steps: readonly Step[],
  value: unknown,
  append: boolean,
): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return append ? appended(node, value) : value
  if (typeof step === 'number') {
    const items = Array.isArray(node) ? node : undefined
    if (!items || step >= items.length) return undefined
    const inner = replaceAt(program, entity, items[step], rest, value, append)
    return inner === undefined ? undefined : items.with(step, inner)
  }
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return undefined
  const object = node as Json
  const field = entity?.fields.find((f) => f.id === step || f.zh === step)
  const key = field ? ([field.id, field.zh].find((spelling) => Object.hasOwn(object, spelling)) ?? step) : step
  const target = field?.type.kind === 'list' || field?.type.kind === 'entity' ? field.type.entity : undefined
  const below = target === undefined ? undefined : program.entities.find((e) => e.id === target)
  if (rest.length === 0 && !append && (value === null || value === undefined)) {
    const { [key]: _gone, ...others } = object
    return others
  }
  const child = Object.hasOwn(object, key) ? object[key] : rest.length > 0 && typeof rest[0] === 'string' ? {} : undefined
  const inner = replaceAt(program, below, child, rest, value, append)
  return inner === undefined ? undefined : { ...object, [key]: inner }
}

function appended(list: unknown, value: unknown): unknown {
  if (list === undefined) return [value]
  return Array.isArray(list) ? [...list, value] : undefined
}
