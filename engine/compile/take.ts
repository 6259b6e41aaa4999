import { multiply, rational } from '../../dsl/value/rational.ts'
import { readScalar } from '../facts/scalar.ts'
import { dayOf } from './day.ts'
import { clearFlags, setFlag } from './flags.ts'
import { type Intake, LOOK, READ, REFUSED, type Taken } from './intake.ts'
import { entryOf } from './lookup.ts'
import * as OP from './op.ts'
import type { Reader, Region } from './region.ts'
import { takeBare, takeWrapped } from './wrapped.ts'

const NIL = Number.POSITIVE_INFINITY

/** Makes a fact unknown. Truths are unknown from the start of a row. */
export function forget(region: Region, row: number, reader: Reader): void {
  const at = row * region.width + reader.slot
  switch (reader.op) {
    case OP.list:
      region.lists[at * 3] = 0
      region.lists[at * 3 + 1] = 0
      region.lists[at * 3 + 2] = 2
      return
    case OP.entity:
      // One that was not there in the last record either has been forgotten since.
      if (region.lists[at * 3 + 2] === 2) return
      region.lists[at * 3 + 2] = 2
      clearFlags(reader.child!.flags, row)
      for (const inner of reader.child!.used) forget(reader.child!, row, inner)
      return
    case OP.number:
    case OP.year:
    case OP.date:
    case OP.choice:
      region.numbers[at] = Number.NaN
      return
    default:
      return
  }
}

/** Takes a value the loop over the keys does not take at once. */
export function take(intake: Intake, region: Region, row: number, reader: Reader, value: unknown): Taken {
  if (value === undefined || value === null || value === '') {
    forget(region, row, reader)
    return READ
  }
  switch (reader.op) {
    case OP.id:
      return typeof value === 'string' ? READ : REFUSED
    case OP.acts:
      return Array.isArray(value) && value.length === 0 ? READ : LOOK
    case OP.entity:
      return REFUSED
    case OP.list:
    case OP.giveUp:
      return LOOK
    default:
      if (typeof value === 'object') return takeWrapped(intake, region, row, reader, value)
      return reader.wrapped === undefined ? store(region, row, reader, value, true) : takeBare(region, row, reader, value)
  }
}

/** Puts a bare value into its place; checks it only, and leaves the fact unknown, where it does not count. */
export function store(region: Region, row: number, reader: Reader, value: unknown, counts: boolean): Taken {
  switch (reader.op) {
    case OP.bool: {
      const truth = value === true || value === '是' ? 1 : value === false || value === '否' ? 0 : 2
      if (truth === 2) return LOOK
      if (counts) setFlag(region.flags, row, reader.flag, truth)
      return READ
    }
    case OP.number:
      return typeof value === 'number'
        ? put(region, row, reader, scaledOf(reader, value) ?? exactlyScaled(reader, value), counts)
        : put(region, row, reader, exactlyScaled(reader, value), counts)
    case OP.year: {
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= reader.low && value <= reader.high
      return put(region, row, reader, fits ? value : value === '无' && reader.nullable ? NIL : LOOK_FOR, counts)
    }
    case OP.date: {
      const day = value === '无' && reader.nullable ? NIL : typeof value === 'string' ? dayOf(value) : Number.NaN
      return put(region, row, reader, Number.isNaN(day) ? LOOK_FOR : day, counts)
    }
    case OP.choice: {
      const entry = typeof value === 'string' ? entryOf(reader.indices, value) : undefined
      if (entry === undefined) return LOOK
      region.numbers[row * region.width + reader.slot] = counts ? entry.value : Number.NaN
      if (counts) {
        const word = region.flags.words[0]!
        word.trues[row]! |= entry.trues
        word.falses[row]! |= entry.falses
      }
      return READ
    }
    case OP.text:
      return typeof value === 'string' ? READ : LOOK
    default:
      return LOOK
  }
}

/** Stand for a number that is none: the exact reader must look, or would refuse. */
const LOOK_FOR = 'look'
const REFUSE = 'refuse'

function put(
  region: Region,
  row: number,
  reader: Reader,
  value: number | typeof LOOK_FOR | typeof REFUSE,
  counts: boolean,
): Taken {
  if (value === LOOK_FOR) return LOOK
  if (value === REFUSE) return REFUSED
  region.numbers[row * region.width + reader.slot] = counts ? value : Number.NaN
  if (counts) setFlag(region.flags, row, reader.flag, value === NIL ? 0 : 1)
  return READ
}

function scaledOf(reader: Reader, value: number): number | undefined {
  const { scale } = reader
  const scaled = Math.round(value * scale)
  return scaled / scale === value && scaled >= reader.low && scaled <= reader.bareHigh ? scaled : undefined
}

const IGNORE = () => undefined

/** A number given as text, or one too large for its slot. */
function exactlyScaled(reader: Reader, value: unknown): number | typeof LOOK_FOR | typeof REFUSE {
  const exact = readScalar(reader.plan!, value, IGNORE)
  if (exact === undefined) return REFUSE
  if (typeof exact === 'symbol') return NIL
  if (typeof exact !== 'object') return LOOK_FOR
  const scaled = multiply(exact, rational(BigInt(reader.scale)))
  const number = Number(scaled.n)
  return scaled.d !== 1n || number < reader.low || number > reader.high ? LOOK_FOR : number
}
