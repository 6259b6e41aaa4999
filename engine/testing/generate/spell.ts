import type { Program } from '../../../dsl/lower/program.ts'
import { type EntityPlan, type FieldPlan, type Schema, schemaOf } from '../../facts/plan.ts'
import type { Facts } from '../../types.ts'
import type { Raw } from './spot.ts'
import { isObject } from './wrap.ts'

/** Spells facts keyed by ids in the Chinese names of fields, values, roles and channels, wherever those name nothing else. */
export function speller(program: Program, standard: string): (facts: Facts) => Raw {
  const schema = schemaOf(program)
  const channels = new Map(program.channels.map((channel) => [channel.id, channel.zh]))
  const roles = new Map(program.roles.filter((role) => schema.roles.get(role.zh) === role.id).map((role) => [role.id, role.zh]))
  const entity = program.standards.find((entry) => entry.id === standard)!.entity
  const spelling: Spelling = { schema, channels, roles, done: new WeakMap() }
  return (facts) => element(spelling, schema.entities.get(entity)!, facts)
}

interface Spelling {
  readonly schema: Schema
  readonly channels: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
  /** what neighbours share is spelled once */
  readonly done: WeakMap<object, Raw>
}

function element(spelling: Spelling, plan: EntityPlan, facts: Facts): Raw {
  const known = spelling.done.get(facts)
  if (known !== undefined) return known
  const out: Raw = {}
  for (const [key, value] of Object.entries(facts)) {
    const field = plan.byId.get(key)
    if (field === undefined)
      out[key] = key === 'rechecks' ? (value as unknown[]).map((act) => wrapped(spelling, undefined, act)) : value
    else out[plan.keys.get(field.field.zh) === field ? field.field.zh : key] = fact(spelling, field, value)
  }
  spelling.done.set(facts, out)
  return out
}

function fact(spelling: Spelling, field: FieldPlan, value: unknown): unknown {
  const { type } = field.field
  if (type.kind === 'entity')
    return isObject(value) ? element(spelling, spelling.schema.entities.get(type.entity)!, value) : value
  if (type.kind === 'list') {
    const below = spelling.schema.entities.get(type.entity)!
    const items = (list: unknown) => (list as Raw[]).map((one) => element(spelling, below, one))
    if (Array.isArray(value)) return items(value)
    return isObject(value) ? { ...value, items: items(value['items']) } : value
  }
  if (field.field.yearly && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([year, one]) => [year, wrapped(spelling, field, one)]))
  return wrapped(spelling, field, value)
}

function wrapped(spelling: Spelling, field: FieldPlan | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => wrapped(spelling, field, one))
  if (!isObject(value)) return plain(field, value)
  if (value['nothing'] === true) return '无'
  const out: Raw = { ...value }
  if (Object.hasOwn(value, 'value')) out['value'] = wrapped(spelling, field, value['value'])
  if (typeof value['role'] === 'string') out['role'] = spelling.roles.get(value['role']) ?? value['role']
  if (typeof value['source'] === 'string') out['source'] = spelling.channels.get(value['source']) ?? value['source']
  return out
}

function plain(field: FieldPlan | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || field === undefined || field.kind !== 'enum') return value
  for (const [spelling, id] of field.values) if (id === value && spelling !== id) return spelling
  return value
}
