import type { Day } from '../../dsl/value/date.ts'
import { multiply, rational } from '../../dsl/value/rational.ts'
import { readScalar } from '../facts/scalar.ts'
import { dayOf } from './day.ts'
import { find } from './lookup.ts'
import { grow, OP, type Reader, type Region, type ShapeNode, shapeNode } from './region.ts'

/** What reading a record into slots depends on. */
export interface Intake {
  /** list regions that hold rows of this record */
  readonly touched: Region[]
  readonly asOf: Day
  lastOn: string
  lastSeen: boolean
}

const MOST_SHAPES = 4000

/** What came of reading: the exact reader must look; it is in order; the exact reader would refuse it. */
export const LOOK = 0
export const READ = 1
export const REFUSED = 2
export type Taken = typeof LOOK | typeof READ | typeof REFUSED

/**
 * Reads a record into its region's slots, checking as it goes. What is READ the exact reader accepts with the same values; what is
 * REFUSED it refuses; anything rarer it must LOOK at itself.
 */
export function ingest(intake: Intake, region: Region, row: number, record: object): Taken {
  if (Object.getPrototypeOf(record) !== Object.prototype) return LOOK
  const at = row * region.width
  const { truths, numbers } = region
  let node = region.shapes
  const raw = record as Readonly<Record<string, unknown>>
  for (const key in raw) {
    const expected = node.next
    if (expected !== undefined && expected.key === key) node = expected
    else {
      const found = step(region, node, key)
      if (found === undefined) return LOOK
      node = found
    }
    const value = raw[key]
    const { op } = node
    if (op === OP.bool && value === true) truths[at + node.slot] = 1
    else if (op === OP.bool && value === false) truths[at + node.slot] = 0
    else if (op === OP.number && typeof value === 'number') {
      const { scale } = node
      const scaled = Math.round(value * scale)
      if (scaled / scale !== value || !(scaled >= node.low && scaled <= node.high)) return LOOK
      numbers[at + node.slot] = scaled
    } else if (op === OP.enum && typeof value === 'string' && value !== '') {
      const index = find(node.reader.indices, value)
      if (index === undefined) return LOOK
      numbers[at + node.slot] = index
    } else {
      const taken = take(intake, region, row, node.reader, value)
      if (taken !== READ) return taken
    }
  }
  const absent = node.absent ?? absentAt(region, node)
  for (let i = 0; i < absent.length; i++) forget(region, row, absent[i]!)
  return READ
}

/** The place in the shapes after one more key; undefined for an unknown key, a fact given twice, or too many shapes. */
function step(region: Region, node: ShapeNode, key: string): ShapeNode | undefined {
  const known = node.others?.get(key)
  if (known !== undefined) {
    node.next = known
    return known
  }
  const reader = region.keys.get(key)
  if (reader === undefined || region.shapeCount >= MOST_SHAPES) return undefined
  for (let at: ShapeNode | undefined = node; at !== undefined && at.up !== undefined; at = at.up)
    if (at.reader === reader) return undefined
  const found = shapeNode(key, reader, node)
  region.shapeCount++
  node.others ??= new Map()
  node.others.set(key, found)
  node.next = found
  return found
}

function absentAt(region: Region, node: ShapeNode): readonly Reader[] {
  const set = new Set<Reader>()
  for (let at: ShapeNode | undefined = node; at?.up !== undefined; at = at.up) set.add(at.reader)
  node.absent = [...region.used].filter((reader) => !set.has(reader))
  return node.absent
}

/** Makes a fact unknown. */
function forget(region: Region, row: number, reader: Reader): void {
  const at = row * region.width + reader.slot
  switch (reader.op) {
    case OP.bool:
      region.truths[at] = 2
      return
    case OP.list:
      region.lists[at * 3] = 0
      region.lists[at * 3 + 1] = 0
      region.lists[at * 3 + 2] = 2
      return
    case OP.entity:
      // One that was not there in the last record either has been forgotten since.
      if (region.lists[at * 3 + 2] === 2) return
      region.lists[at * 3 + 2] = 2
      for (const inner of reader.child!.used) forget(reader.child!, row, inner)
      return
    case OP.number:
    case OP.year:
    case OP.date:
    case OP.enum:
      region.numbers[at] = Number.NaN
      return
    default:
      return
  }
}

/** Takes a value of any key. */
function take(intake: Intake, region: Region, row: number, reader: Reader, value: unknown): Taken {
  if (value === undefined || value === null || value === '') {
    forget(region, row, reader)
    return READ
  }
  switch (reader.op) {
    case OP.id:
      return typeof value === 'string' ? READ : REFUSED
    case OP.acts:
      return Array.isArray(value) && value.length === 0 ? READ : LOOK
    case OP.list:
      return takeList(intake, region, row, reader, value)
    case OP.entity:
      region.lists[(row * region.width + reader.slot) * 3 + 2] = 0
      return typeof value === 'object' ? ingest(intake, reader.child!, row, value) : REFUSED
    case OP.giveUp:
      return LOOK
    default:
      if (typeof value === 'object') return takeWrapped(intake, region, row, reader, value)
      return reader.wrapped === undefined ? store(region, row, reader, value) : takeBare(region, row, reader, value)
  }
}

/** A bare value where it should have come in an object: no judgement, and of no effect without its source. */
function takeBare(region: Region, row: number, reader: Reader, value: unknown): Taken {
  if (reader.wrapped === 'judgement') return REFUSED
  const taken = store(region, row, reader, value)
  if (taken === READ) forget(region, row, reader)
  return taken
}

function takeList(intake: Intake, region: Region, row: number, reader: Reader, value: unknown): Taken {
  if (!Array.isArray(value)) return LOOK
  const { length } = value
  if (length > reader.atMost) return REFUSED
  const child = reader.child!
  const first = child.rows
  if (first === 0 && length > 0) intake.touched.push(child)
  child.rows = first + length
  if (child.rows > child.capacity) grow(child, child.rows)
  const { owners } = child
  const at = (row * region.width + reader.slot) * 3
  region.lists[at] = first
  region.lists[at + 1] = first + length
  region.lists[at + 2] = 0
  for (let i = 0; i < length; i++) {
    const element: unknown = value[i]
    if (typeof element !== 'object' || element === null) return REFUSED
    owners[first + i] = row
    const taken = ingest(intake, child, first + i, element)
    if (taken !== READ) return taken
  }
  return READ
}

/** {value, source} and {value, role, on, by, basis}: nothing rarer. */
function takeWrapped(intake: Intake, region: Region, row: number, reader: Reader, value: object): Taken {
  if (Object.getPrototypeOf(value) !== Object.prototype) return LOOK
  const raw = value as Readonly<Record<string, unknown>>
  let inner: unknown
  let source: unknown
  let role: unknown
  let on: unknown
  for (const key in raw) {
    const part = raw[key]
    if (key === 'value') inner = part
    else if (key === 'source') source = part
    else if (reader.wrapped !== 'judgement') return LOOK
    else if (key === 'role') role = part
    else if (key === 'on') on = part
    else if (!(key === 'by' || key === 'basis') || typeof part !== 'string') return LOOK
  }
  if (inner === undefined || inner === null || inner === '' || typeof inner === 'object') return LOOK
  if (source !== undefined && typeof source !== 'string') return LOOK
  const { channel } = reader
  const sourced = channel === undefined || (source !== undefined && find(channel, source) !== undefined)
  if (reader.wrapped === 'judgement') {
    if (typeof role !== 'string' || typeof on !== 'string') return LOOK
    const entitled = find(reader.entitled, role)
    if (entitled === undefined || (on !== intake.lastOn && !seeDay(intake, on))) return LOOK
    const taken = store(region, row, reader, inner)
    if (taken === READ && !(sourced && entitled === 1 && intake.lastSeen)) forget(region, row, reader)
    return taken
  }
  const taken = store(region, row, reader, inner)
  if (taken === READ && !sourced) forget(region, row, reader)
  return taken
}

/** Puts a bare value into its slot. */
function store(region: Region, row: number, reader: Reader, value: unknown): Taken {
  const at = row * region.width + reader.slot
  switch (reader.op) {
    case OP.bool:
      if (value === true || value === '是') region.truths[at] = 1
      else if (value === false || value === '否') region.truths[at] = 0
      else return LOOK
      return READ
    case OP.number: {
      const scaled = typeof value === 'number' ? scaledOf(reader, value) : undefined
      if (scaled === undefined) return storeExactly(region, at, reader, value)
      region.numbers[at] = scaled
      return READ
    }
    case OP.year:
      if (typeof value === 'number' && Number.isInteger(value) && value >= reader.low && value <= reader.high)
        region.numbers[at] = value
      else if (value === '无' && reader.nullable) region.numbers[at] = Number.POSITIVE_INFINITY
      else return LOOK
      return READ
    case OP.date: {
      const day =
        value === '无' && reader.nullable ? Number.POSITIVE_INFINITY : typeof value === 'string' ? dayOf(value) : Number.NaN
      region.numbers[at] = day
      return !Number.isNaN(day) ? READ : LOOK
    }
    case OP.enum: {
      const index = typeof value === 'string' ? find(reader.indices, value) : undefined
      if (index === undefined) return LOOK
      region.numbers[at] = index
      return READ
    }
    case OP.text:
      return typeof value === 'string' ? READ : LOOK
    default:
      return LOOK
  }
}

function scaledOf(reader: Reader, value: number): number | undefined {
  const { scale } = reader
  const scaled = Math.round(value * scale)
  return scaled / scale === value && scaled >= reader.low && scaled <= reader.bareHigh ? scaled : undefined
}

const IGNORE = () => undefined

/** A number given as text, or one too large for its slot. */
function storeExactly(region: Region, at: number, reader: Reader, value: unknown): Taken {
  const exact = readScalar(reader.plan!, value, IGNORE)
  if (exact === undefined) return REFUSED
  if (typeof exact === 'symbol') {
    region.numbers[at] = Number.POSITIVE_INFINITY
    return READ
  }
  if (typeof exact !== 'object') return LOOK
  const scaled = multiply(exact, rational(BigInt(reader.scale)))
  const number = Number(scaled.n)
  if (scaled.d !== 1n || number < reader.low || number > reader.high) return LOOK
  region.numbers[at] = number
  return READ
}

/** Remembers the date of an act and whether 评定日 sees it: such dates mostly repeat. False when the text names no day. */
function seeDay(intake: Intake, text: string): boolean {
  const day = dayOf(text)
  if (Number.isNaN(day)) return false
  intake.lastOn = text
  intake.lastSeen = day <= intake.asOf
  return true
}
