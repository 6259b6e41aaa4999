import { dayOf } from './day.ts'
import { type Intake, isRecord, LOOK, REFUSED, type Taken } from './intake.ts'
import { find } from './lookup.ts'
import type { Reader, Region } from './region.ts'
import type { ShapeNode } from './shapes.ts'
import { store } from './take.ts'

/** A judgement of truth {value, role, on, by, basis, source} from whatever source: 0 false, 1 true, 2 where it does not count; LOOK or REFUSED as in `take`. */
export function judge(intake: Intake, reader: Reader, raw: object): number {
  if (!isRecord(raw)) return LOOK
  let inner: unknown
  let role: unknown
  let on: unknown
  for (const key in raw) {
    // biome-ignore lint/suspicious/noPrototypeBuiltins: as in `ingest`.
    if (!Object.prototype.hasOwnProperty.call(raw, key)) return LOOK
    const part = raw[key]
    if (key === 'value') inner = part
    else if (key === 'role') role = part
    else if (key === 'on') on = part
    else if (!(key === 'by' || key === 'basis' || key === 'source') || typeof part !== 'string') return LOOK
  }
  if (typeof inner !== 'boolean' || typeof role !== 'string' || typeof on !== 'string') return LOOK
  const entitled = find(reader.entitled, role)
  // Dates of judgements mostly repeat.
  if (entitled === undefined || (on !== intake.lastOn && !seeDay(intake, on))) return LOOK
  return entitled === 1 && intake.lastSeen ? (inner ? 1 : 0) : 2
}

/** A number {value, source} from a channel: 1 where it counts and was written, 2 where it does not; LOOK for anything rarer. */
export function sourced(node: ShapeNode, raw: object, numbers: Float64Array, at: number): number {
  if (!isRecord(raw)) return LOOK
  let inner: unknown
  let source: unknown
  for (const key in raw) {
    // biome-ignore lint/suspicious/noPrototypeBuiltins: as in `ingest`.
    if (!Object.prototype.hasOwnProperty.call(raw, key)) return LOOK
    const part = raw[key]
    if (key === 'value') inner = part
    else if (key === 'source') source = part
    else return LOOK
  }
  if (typeof inner !== 'number' || typeof source !== 'string') return LOOK
  const { scale } = node
  const scaled = Math.round(inner * scale)
  if (scaled / scale !== inner || !(scaled >= node.low && scaled <= node.high)) return LOOK
  const counts = find(node.reader.channel!, source) !== undefined
  numbers[at] = counts ? scaled : Number.NaN
  return counts ? 1 : 2
}

/** {value, source} and {value, source, role, on, by, basis}: nothing rarer. */
export function takeWrapped(intake: Intake, region: Region, row: number, reader: Reader, raw: object): Taken {
  if (!isRecord(raw)) return LOOK
  const judgement = reader.wrapped === 'judgement'
  let inner: unknown
  let source: unknown
  let role: unknown
  let on: unknown
  for (const key in raw) {
    // biome-ignore lint/suspicious/noPrototypeBuiltins: as in `ingest`.
    if (!Object.prototype.hasOwnProperty.call(raw, key)) return LOOK
    const part = raw[key]
    if (key === 'value') inner = part
    else if (key === 'source') source = part
    else if (!judgement) return LOOK
    else if (key === 'role') role = part
    else if (key === 'on') on = part
    else if (!(key === 'by' || key === 'basis') || typeof part !== 'string') return LOOK
  }
  if (inner === undefined || inner === null || inner === '' || typeof inner === 'object') return LOOK
  if (source !== undefined && typeof source !== 'string') return LOOK
  const { channel } = reader
  const sourced = channel === undefined || (source !== undefined && find(channel, source) !== undefined)
  if (!judgement) return store(region, row, reader, inner, sourced)
  if (typeof role !== 'string' || typeof on !== 'string') return LOOK
  const entitled = find(reader.entitled, role)
  if (entitled === undefined || (on !== intake.lastOn && !seeDay(intake, on))) return LOOK
  return store(region, row, reader, inner, sourced && entitled === 1 && intake.lastSeen)
}

/** A bare value where it should have come in an object: no judgement, and of no effect without its source. */
export function takeBare(region: Region, row: number, reader: Reader, value: unknown): Taken {
  return reader.wrapped === 'judgement' ? REFUSED : store(region, row, reader, value, false)
}

/** Remembers the date of an act and whether 评定日 sees it. False when the text names no day. */
function seeDay(intake: Intake, text: string): boolean {
  const day = dayOf(text)
  if (Number.isNaN(day)) return false
  intake.lastOn = text
  intake.lastSeen = day <= intake.asOf
  return true
}
