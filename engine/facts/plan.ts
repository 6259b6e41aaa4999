import type { Entity, Field, Item, Program, Relation, Term } from '../../dsl/lower/program.ts'
import { parseRational, type Rational, ZERO } from '../../dsl/value/rational.ts'

/** What the checker needs to know of a field. */
export interface FieldPlan {
  readonly index: number
  readonly field: Field
  readonly kind: Field['type']['kind']
  readonly low: Rational | null
  readonly high: Rational | null
  /** enumeration value by id and by Chinese name */
  readonly values: ReadonlyMap<string, string>
  /** spellings of the channel the fact must come from */
  readonly channel: ReadonlySet<string> | undefined
  readonly roles: ReadonlySet<string> | undefined
}

export type ElementKey = FieldPlan | 'id' | 'departures' | 'rechecks'

/** What the checker needs to know of an entity. */
export interface EntityPlan {
  readonly entity: Entity
  readonly fields: readonly FieldPlan[]
  /** every key an element may have: field ids, Chinese names and the keys every element shares */
  readonly keys: ReadonlyMap<string, ElementKey>
  readonly byId: ReadonlyMap<string, FieldPlan>
  /** items a departure may name, and those a re-check may name, by id and Chinese name */
  readonly departable: ReadonlyMap<string, string>
  readonly items: ReadonlyMap<string, string>
  readonly relations: readonly Relation[]
}

/** The fact schema of a program. */
export interface Schema {
  readonly entities: ReadonlyMap<string, EntityPlan>
  readonly roles: ReadonlyMap<string, string>
}

/** The schema of a program's facts. */
export function schemaOf(program: Program): Schema {
  const entities = new Map(program.entities.map((entity) => [entity.id, planOf(program, entity)] as const))
  return { entities, roles: spellings(program.roles) }
}

function spellings(terms: readonly Term[]): Map<string, string> {
  const map = new Map(terms.map((term) => [term.zh, term.id] as const))
  // An id wins over another term's Chinese name.
  for (const term of terms) map.set(term.id, term.id)
  return map
}

function planOf(program: Program, entity: Entity): EntityPlan {
  const fields = entity.fields.map((field, index) => fieldPlan(program, field, index))
  const keys = new Map<string, ElementKey>([['id', 'id']])
  const standards = program.standards.filter((standard) => standard.entity === entity.id)
  if (standards.length > 0) {
    for (const key of ['departures', '偏离']) keys.set(key, 'departures')
    for (const key of ['rechecks', '复核']) keys.set(key, 'rechecks')
  }
  for (const plan of fields) keys.set(plan.field.zh, plan)
  for (const plan of fields) keys.set(plan.field.id, plan)
  const items = standards.flatMap((standard) => preorder(standard.items))
  return {
    entity,
    fields,
    keys,
    byId: new Map(fields.map((plan) => [plan.field.id, plan])),
    departable: spellings(items.filter((item) => item.inPrinciple)),
    items: spellings(items),
    relations: program.relations.filter((relation) => relation.entity === entity.id),
  }
}

function preorder(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...preorder(item.group?.parts ?? [])])
}

function fieldPlan(program: Program, field: Field, index: number): FieldPlan {
  const type = field.type
  const declared = type.kind === 'enum' ? program.enums.find((entry) => entry.id === type.enum) : undefined
  const channel = program.channels.find((entry) => entry.id === field.channel)
  return {
    index,
    field,
    kind: type.kind,
    low: field.low === undefined ? lowest(field) : (parseRational(field.low) ?? null),
    high: field.high === undefined ? null : (parseRational(field.high) ?? null),
    values: spellings(declared?.values ?? []),
    channel: field.channel === undefined ? undefined : new Set([field.channel, ...(channel ? [channel.id, channel.zh] : [])]),
    roles: field.judgement === undefined ? undefined : new Set(field.judgement.roles),
  }
}

/** A ratio is negative only where its range says it may be. */
function lowest(field: Field): Rational | null {
  return field.type.kind === 'number' && field.type.ratio === true ? ZERO : null
}
