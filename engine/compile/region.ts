import { multiply, type Rational, rational } from '../../dsl/value/rational.ts'
import type { EntityPlan, FieldPlan, Schema } from '../facts/plan.ts'
import { type Flag, type Flags, growFlags, newFlags } from './flags.ts'
import { type Lookup, lookupOf } from './lookup.ts'
import * as OP from './op.ts'
import { type ShapeNode, shapeNode } from './shapes.ts'

/** How a field's value gets into its place: truths as a flag; others as a double in a slot: NaN unknown, Infinity 无. */
export interface Reader {
  readonly op: OP.Op
  readonly slot: number
  readonly plan: FieldPlan | undefined
  /** numbers are kept as whole multiples of 1/scale */
  readonly scale: number
  readonly low: number
  readonly high: number
  /** the most a bare JSON number may be: a ratio above 1 needs its sign */
  readonly bareHigh: number
  readonly nullable: boolean
  /** enumeration value → index */
  readonly indices: Lookup
  /** a judgement or a field with a channel: the value comes in an object */
  readonly wrapped: 'judgement' | 'channel' | undefined
  readonly child: Region | undefined
  readonly atMost: number
  /** for judgements: every spelling of a role, and whether it is entitled (1) or not (0) */
  readonly entitled: Lookup
  /** spellings of the channel a fact must come from; undefined: from anywhere */
  readonly channel: Lookup | undefined
  /** the flag a truth is kept as, or whether another value is one and not 无; undefined while nobody looks */
  flag: Flag | undefined
  /** flags of an enumeration value's being one of some */
  readonly choices: Map<string, Flag>
}

/** Slots for all elements that stand at one place of the tree of facts, row by row. */
export interface Region {
  readonly plan: EntityPlan
  readonly kind: 'root' | 'member' | 'list'
  readonly parent: Region | undefined
  readonly link: FieldPlan | undefined
  readonly readers: readonly Reader[]
  readonly byField: ReadonlyMap<string, Reader>
  readonly keys: ReadonlyMap<string, Reader>
  readonly width: number
  /** where records of this region begin among the shapes seen before */
  readonly shapes: ShapeNode
  shapeCount: number
  /** readers whose slots some closure looks at; the others are checked, never looked up, and need no resetting */
  readonly used: Set<Reader>
  readonly flags: Flags
  numbers: Float64Array
  /** per list slot: first row, row after the last, 0 complete / 2 unknown; per entity slot the third: 0 there / 2 not */
  lists: Int32Array
  /** row of the owner, for list regions */
  owners: Int32Array
  rows: number
  capacity: number
}

const DEEPEST = 6
const SOME_ROWS = 8
const NO_INDICES: ReadonlyMap<string, number> = new Map()
const EMPTY: Lookup = lookupOf([])
/** Scale of numbers without declared decimals. */
const FREE_DECIMALS = 6
const MOST_DECIMALS = 9
/** Up to this many multiples every double is the one decimal it prints as. */
const SAFE = 1e15

/** What compiling regions needs. */
export interface Layout {
  readonly schema: Schema
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Index of every value of every enumeration. */
export function enumIndices(schema: Schema): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const enums = new Map<string, ReadonlyMap<string, number>>()
  for (const plan of schema.entities.values()) {
    for (const { field, values } of plan.fields) {
      if (field.type.kind !== 'enum' || enums.has(field.type.enum)) continue
      const ids = [...new Set(values.values())]
      enums.set(field.type.enum, new Map(ids.map((id, index) => [id, index])))
    }
  }
  return enums
}

const BLANK: Omit<Reader, 'op' | 'slot' | 'choices'> = {
  plan: undefined,
  scale: 1,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  bareHigh: Number.POSITIVE_INFINITY,
  nullable: false,
  indices: EMPTY,
  wrapped: undefined,
  child: undefined,
  atMost: Number.POSITIVE_INFINITY,
  entitled: EMPTY,
  channel: undefined,
  flag: undefined,
}

/** Reads what no closure looks at. */
function blank(op: OP.Op): Reader {
  return { ...BLANK, op, slot: 0, choices: new Map() }
}

/** Lays out the slots of an entity's elements and of everything below them. */
export function regionOf(
  layout: Layout,
  plan: EntityPlan,
  kind: Region['kind'],
  parent?: Region,
  link?: FieldPlan,
  depth = 0,
): Region {
  const width = plan.fields.length
  const readers: Reader[] = []
  const keys = new Map<string, Reader>()
  const capacity = kind === 'list' ? SOME_ROWS : (parent?.capacity ?? 1)
  const start = shapeNode('', blank(OP.id), undefined)
  const region: Region = {
    plan,
    kind,
    parent,
    link,
    readers,
    byField: new Map(),
    keys,
    width,
    shapes: start,
    shapeCount: 1,
    used: new Set(),
    flags: newFlags(capacity),
    numbers: new Float64Array(capacity * width).fill(Number.NaN),
    lists: new Int32Array(capacity * width * 3).fill(2),
    owners: new Int32Array(capacity),
    rows: 0,
    capacity,
  }
  for (const field of plan.fields) readers.push(readerOf(layout, region, field, depth))
  const id: Reader = blank(OP.id)
  const acts: Record<'departures' | 'rechecks', Reader> = {
    departures: blank(OP.acts),
    rechecks: blank(OP.acts),
  }
  for (const [key, target] of plan.keys)
    keys.set(key, typeof target === 'object' ? readers[target.index]! : target === 'id' ? id : acts[target])
  for (const reader of readers) (region.byField as Map<string, Reader>).set(reader.plan!.field.id, reader)
  return region
}

function readerOf(layout: Layout, region: Region, plan: FieldPlan, depth: number): Reader {
  const { field } = plan
  const type = field.type
  const { roles } = plan
  const entitled =
    roles === undefined
      ? EMPTY
      : lookupOf([...layout.schema.roles].map(([spelling, id]) => [spelling, roles.has(id) ? 1 : 0] as const))
  const channel = plan.channel && lookupOf([...plan.channel].map((spelling) => [spelling, 1] as const))
  const base: Reader = { ...blank(OP.giveUp), slot: plan.index, plan, nullable: field.nullable, entitled, channel }
  if (type.kind === 'list' || type.kind === 'entity') {
    const target = layout.schema.entities.get(type.entity)
    if (target === undefined || depth >= DEEPEST || field.channel !== undefined) return base
    const child = regionOf(
      layout,
      target,
      type.kind === 'list' ? 'list' : 'member',
      region,
      plan,
      depth + recursion(region, target),
    )
    if (type.kind === 'entity') return { ...base, op: OP.entity, child }
    return { ...base, op: OP.list, child, atMost: type.atMost ?? Number.POSITIVE_INFINITY }
  }
  const wrapped = field.judgement !== undefined ? 'judgement' : field.channel !== undefined ? 'channel' : undefined
  switch (type.kind) {
    case 'boolean':
      return { ...base, op: OP.bool, wrapped }
    case 'number': {
      const decimals = type.decimals ?? FREE_DECIMALS
      if (decimals > MOST_DECIMALS) return base
      const scale = 10 ** decimals
      const low = type.ratio === true && (plan.low === null || plan.low.n < 0n) ? 0 : bound(plan.low, scale, -1)
      const high = bound(plan.high, scale, 1)
      const bareHigh = Math.min(high, type.ratio === true ? scale : SAFE)
      return { ...base, op: OP.number, wrapped, scale, low: Math.max(low, -SAFE), high: Math.min(high, SAFE), bareHigh }
    }
    case 'year':
      return {
        ...base,
        op: OP.year,
        wrapped,
        low: Math.max(1, bound(plan.low, 1, -1)),
        high: Math.min(9999, bound(plan.high, 1, 1)),
      }
    case 'date':
      return { ...base, op: OP.date, wrapped }
    case 'enum': {
      const index = layout.enums.get(type.enum) ?? NO_INDICES
      const spellings = new Map([...plan.values].map(([spelling, id]) => [spelling, index.get(id)!] as const))
      if (field.nullable) spellings.set('无', Number.POSITIVE_INFINITY)
      return { ...base, op: OP.choice, wrapped, indices: lookupOf(spellings) }
    }
    case 'text':
      return { ...base, op: OP.text, wrapped }
    default: {
      const unreachable: never = type
      return unreachable
    }
  }
}

/** Entities that hold themselves are laid out a few levels deep only. */
function recursion(region: Region, target: EntityPlan): number {
  for (let at: Region | undefined = region; at !== undefined; at = at.parent) if (at.plan === target) return 3
  return 1
}

/** The whole multiple of 1/scale nearest to a bound from inside (side 1: below, −1: above). */
function bound(value: Rational | null, scale: number, side: 1 | -1): number {
  if (value === null) return side * Number.POSITIVE_INFINITY
  const scaled = multiply(value, rational(BigInt(scale)))
  const floor = scaled.n >= 0n ? scaled.n / scaled.d : -((-scaled.n + scaled.d - 1n) / scaled.d)
  const whole = side === 1 || scaled.d === 1n ? floor : floor + 1n
  return Number(whole)
}

/** Makes room for at least `rows` rows; what stands there is kept. */
export function grow(region: Region, rows: number): void {
  if (rows <= region.capacity) return
  const capacity = Math.max(rows, region.capacity * 2)
  const { width } = region
  growFlags(region.flags, capacity)
  const numbers = new Float64Array(capacity * width).fill(Number.NaN)
  numbers.set(region.numbers)
  const lists = new Int32Array(capacity * width * 3).fill(2)
  lists.set(region.lists)
  const owners = new Int32Array(capacity)
  owners.set(region.owners)
  region.numbers = numbers
  region.lists = lists
  region.owners = owners
  region.capacity = capacity
  for (const reader of region.readers) if (reader.op === OP.entity) grow(reader.child!, capacity)
}
