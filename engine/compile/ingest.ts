import { type Day, parseDay } from '../../dsl/value/date.ts'
import { multiply, rational } from '../../dsl/value/rational.ts'
import { readScalar } from '../facts/scalar.ts'
import { grow, OP, type Reader, type Region, type ShapeNode } from './region.ts'

/** What reading a record into slots depends on. */
export interface Intake {
  readonly asOf: Day
  readonly asOfText: string
  readonly roles: ReadonlyMap<string, string>
}

const MOST_SHAPES = 4000
/** Below this many multiples every double is the one decimal it prints as. */
const SAFE = 1e15

/**
 * Reads a record into its region's slots, checking as it goes. False: something is unusual or wrong, and the exact reader must look.
 * A record for which this is true is one the exact reader accepts, with the same values.
 */
export function ingest(intake: Intake, region: Region, row: number, record: object): boolean {
  if (Object.getPrototypeOf(record) !== Object.prototype) return false
  const at = row * region.width
  const { truths, numbers } = region
  let node = region.shapes
  const raw = record as Readonly<Record<string, unknown>>
  for (const key in raw) {
    const expected = node.next
    if (expected !== undefined && expected.key === key) node = expected
    else {
      const found = step(region, node, key)
      if (found === undefined) return false
      node = found
    }
    const value = raw[key]
    const reader = node.reader
    if (reader.op === OP.bool && typeof value === 'boolean' && reader.wrapped === undefined) {
      truths[at + reader.slot] = value ? 1 : 0
    } else if (reader.op === OP.number && typeof value === 'number' && reader.wrapped === undefined) {
      const { scale } = reader
      const scaled = Math.round(value * scale)
      if (scaled / scale !== value || !(scaled >= reader.low && scaled <= reader.high) || scaled > SAFE || scaled < -SAFE) return false
      if (value > 1 && reader.plan!.field.type.kind === 'number' && reader.plan!.field.type.ratio === true) return false
      numbers[at + reader.slot] = scaled
    } else if (!take(intake, region, row, reader, value)) return false
  }
  const absent = node.absent ?? absentAt(region, node)
  for (let i = 0; i < absent.length; i++) forget(region, row, absent[i]!)
  return true
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
  for (let at: ShapeNode | undefined = node; at !== undefined && at.up !== undefined; at = at.up) if (at.reader === reader) return undefined
  const found: ShapeNode = { key, reader, up: node, next: undefined, others: undefined, absent: undefined }
  region.shapeCount++
  node.others ??= new Map()
  node.others.set(key, found)
  node.next = found
  return found
}

function absentAt(region: Region, node: ShapeNode): readonly Reader[] {
  const set = new Set<Reader>()
  for (let at: ShapeNode | undefined = node; at?.up !== undefined; at = at.up) set.add(at.reader)
  node.absent = region.readers.filter((reader) => !set.has(reader))
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
      for (const inner of reader.child!.readers) forget(reader.child!, row, inner)
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

/** Takes a value of any key; false when the exact reader must look. */
function take(intake: Intake, region: Region, row: number, reader: Reader, value: unknown): boolean {
  if (value === undefined || value === null || value === '') {
    forget(region, row, reader)
    return true
  }
  switch (reader.op) {
    case OP.id:
      return typeof value === 'string'
    case OP.acts:
      return Array.isArray(value) && value.length === 0
    case OP.list:
      return takeList(intake, region, row, reader, value)
    case OP.entity:
      return typeof value === 'object' && ingest(intake, reader.child!, row, value)
    case OP.giveUp:
      return false
    default:
      return typeof value === 'object' ? takeWrapped(intake, region, row, reader, value) : reader.wrapped !== 'judgement' && takeBare(region, row, reader, value)
  }
}

function takeBare(region: Region, row: number, reader: Reader, value: unknown): boolean {
  if (!store(region, row, reader, value)) return false
  // Without its source the value was checked but does not count.
  if (reader.wrapped === 'channel') forget(region, row, reader)
  return true
}

function takeList(intake: Intake, region: Region, row: number, reader: Reader, value: unknown): boolean {
  if (!Array.isArray(value) || value.length > reader.atMost) return false
  const child = reader.child!
  const { length } = value
  const first = child.rows
  child.rows = first + length
  if (child.rows > child.capacity) grow(child, child.rows)
  const { owners } = child
  const at = (row * region.width + reader.slot) * 3
  region.lists[at] = first
  region.lists[at + 1] = first + length
  region.lists[at + 2] = 0
  for (let i = 0; i < length; i++) {
    const element: unknown = value[i]
    if (typeof element !== 'object' || element === null) return false
    owners[first + i] = row
    if (!ingest(intake, child, first + i, element)) return false
  }
  return true
}

/** {value, source} and {value, role, on, by, basis}: nothing rarer. */
function takeWrapped(intake: Intake, region: Region, row: number, reader: Reader, value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  const raw = value as Readonly<Record<string, unknown>>
  let inner: unknown
  let source: unknown
  let role: unknown
  let on: unknown
  let had = false
  for (const key in raw) {
    const part = raw[key]
    switch (key) {
      case 'value':
        inner = part
        had = true
        break
      case 'source':
        source = part
        break
      case 'role':
        role = part
        break
      case 'on':
        on = part
        break
      case 'by':
      case 'basis':
        if (typeof part !== 'string' && part !== null) return false
        if (reader.wrapped !== 'judgement') return false
        break
      default:
        return false
    }
  }
  if (!had || (source !== undefined && source !== null && typeof source !== 'string')) return false
  const sourced = reader.plan!.channel === undefined || (typeof source === 'string' && reader.plan!.channel.has(source))
  if (reader.wrapped !== 'judgement') {
    if (role !== undefined || on !== undefined || 'role' in raw || 'on' in raw) return false
    if (inner === undefined || inner === null || inner === '') {
      forget(region, row, reader)
      return true
    }
    if (typeof inner === 'object' || !store(region, row, reader, inner)) return false
    if (!sourced) forget(region, row, reader)
    return true
  }
  if (typeof role !== 'string' || typeof on !== 'string' || inner === undefined || inner === null || inner === '' || typeof inner === 'object') return false
  const known = intake.roles.get(role)
  if (known === undefined || dayOf(on) !== dayOf(on) || !store(region, row, reader, inner)) return false
  // Texts of the one shape dates have compare as dates do.
  if (!sourced || on > intake.asOfText || !reader.plan!.roles!.has(known)) forget(region, row, reader)
  return true
}

/** Puts a bare value into its slot; false when it is none of the plain spellings. */
function store(region: Region, row: number, reader: Reader, value: unknown): boolean {
  const at = row * region.width + reader.slot
  switch (reader.op) {
    case OP.bool:
      if (value === true || value === '是') region.truths[at] = 1
      else if (value === false || value === '否') region.truths[at] = 0
      else return false
      return true
    case OP.number: {
      const scaled = typeof value === 'number' ? scaledOf(reader, value) : exactly(reader, value)
      region.numbers[at] = scaled
      return scaled === scaled
    }
    case OP.year:
      if (value === '无' && reader.nullable) region.numbers[at] = Number.POSITIVE_INFINITY
      else if (typeof value === 'number' && Number.isInteger(value) && value >= reader.low && value <= reader.high) region.numbers[at] = value
      else return false
      return true
    case OP.date: {
      const day = value === '无' && reader.nullable ? Number.POSITIVE_INFINITY : typeof value === 'string' ? dayOf(value) : Number.NaN
      region.numbers[at] = day
      return day === day
    }
    case OP.enum: {
      if (typeof value !== 'string') return false
      const index = value === '无' && reader.nullable ? Number.POSITIVE_INFINITY : reader.indices.get(value)
      if (index === undefined) return false
      region.numbers[at] = index
      return true
    }
    case OP.text:
      return typeof value === 'string'
    default:
      return false
  }
}

function scaledOf(reader: Reader, value: number): number {
  const { scale } = reader
  const scaled = Math.round(value * scale)
  const exact = scaled / scale === value && scaled >= reader.low && scaled <= reader.high && scaled <= SAFE && scaled >= -SAFE
  const type = reader.plan!.field.type
  return exact && !(value > 1 && type.kind === 'number' && type.ratio === true) ? scaled : Number.NaN
}

const IGNORE = () => undefined

/** A number given as text; NaN when it is refused or does not fit. */
function exactly(reader: Reader, value: unknown): number {
  const exact = readScalar(reader.plan!, value, IGNORE)
  if (exact === undefined) return Number.NaN
  if (typeof exact === 'symbol') return Number.POSITIVE_INFINITY
  if (typeof exact !== 'object') return Number.NaN
  const scaled = multiply(exact, rational(BigInt(reader.scale)))
  const number = Number(scaled.n)
  return scaled.d === 1n && number <= SAFE && number >= -SAFE ? number : Number.NaN
}

const MONTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Days before the first of a month, counted from 1 March. */
const BEFORE = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275]

/** The day a YYYY-MM-DD text of an ordinary day names; the exact reader decides on days 29 to 31; NaN for none. */
export function dayOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const y = digits(text, 0) * 100 + digits(text, 2)
  const m = digits(text, 5)
  const d = digits(text, 8)
  // Comparisons with NaN are false.
  if (!(y >= 1 && m >= 1 && m <= 12 && d >= 1)) return Number.NaN
  if (d > 28) return d <= MONTHS[m]! ? plain(y, m, d) : (parseDay(text) ?? Number.NaN)
  return plain(y, m, d)
}

function plain(y: number, m: number, d: number): number {
  const years = m <= 2 ? y - 1 : y
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + BEFORE[m]! + d - 1 - 719_468
}

function digits(text: string, at: number): number {
  const a = text.charCodeAt(at) - 48
  const b = text.charCodeAt(at + 1) - 48
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN
}
