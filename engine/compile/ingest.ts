import { clearFlags } from './flags.ts'
import { type Intake, isRecord, LOOK, MOST_ELEMENTS, READ, REFUSED, type Taken } from './intake.ts'
import { entryOf } from './lookup.ts'
import * as OP from './op.ts'
import { grow, type Reader, type Region } from './region.ts'
import { absentAt, CHOICE, JUDGEMENT, LIST, NUMBER, type ShapeNode, SOURCED, step, TEXT, TRUTH } from './shapes.ts'
import { forget, take } from './take.ts'
import { judge, sourced } from './wrapped.ts'

/**
 * Reads a record into its region's slots, checking as it goes. What is READ the exact reader accepts with the same values; what is
 * REFUSED it refuses; anything rarer it must LOOK at itself.
 */
export function ingest(intake: Intake, region: Region, row: number, raw: object): Taken {
  if (!isRecord(raw)) return LOOK
  const at = row * region.width
  const { numbers, flags } = region
  clearFlags(flags, row)
  let node = region.shapes
  // The first word of flags, in registers until the record is through.
  let trues = 0
  let falses = 0
  // for-in with raw[key] in the same loop follows the hidden class's own list of keys: several times as fast as looking keys up.
  for (const key in raw) {
    // Within for-in V8 folds this call, written out in full, into one comparison; Object.hasOwn, or the method kept in a variable, it really calls.
    // biome-ignore lint/suspicious/noPrototypeBuiltins: see above.
    if (!Object.prototype.hasOwnProperty.call(raw, key)) return LOOK
    const value = raw[key]
    const expected = node.next
    if (expected !== undefined && expected.key === key) node = expected
    else {
      const found: ShapeNode | undefined = step(region, node, key)
      if (found === undefined) return LOOK
      node = found
    }
    switch (node.fast) {
      case TRUTH:
        if (value === true) {
          trues |= node.bit
          continue
        }
        if (value === false) {
          falses |= node.bit
          continue
        }
        break
      case NUMBER:
        if (typeof value === 'number') {
          const { scale } = node
          const scaled = Math.round(value * scale)
          if (scaled / scale !== value || !(scaled >= node.low && scaled <= node.high)) return LOOK
          numbers[at + node.slot] = scaled
          trues |= node.bit
          continue
        }
        if (node.nullable && value === '无') {
          numbers[at + node.slot] = Number.POSITIVE_INFINITY
          falses |= node.bit
          continue
        }
        break
      case CHOICE:
        if (typeof value === 'string') {
          // Mostly the value of the last record again: one comparison, of pointers where the texts are short.
          let { entry } = node
          if (entry === undefined || entry.text !== value) {
            entry = entryOf(node.indices, value)
            if (entry === undefined) break
            node.entry = entry
          }
          numbers[at + node.slot] = entry.value
          trues |= entry.trues
          falses |= entry.falses
          continue
        }
        break
      case JUDGEMENT:
        if (typeof value === 'object' && value !== null) {
          const truth = judge(intake, node.reader, value)
          if (truth === LOOK || truth === REFUSED) return truth
          if (truth === 1) trues |= node.bit
          else if (truth === 0) falses |= node.bit
          continue
        }
        break
      case SOURCED:
        if (typeof value === 'object' && value !== null) {
          const truth = sourced(node, value, numbers, at + node.slot)
          if (truth === LOOK) return LOOK
          if (truth === 1) trues |= node.bit
          continue
        }
        break
      case TEXT:
        if (typeof value === 'string') continue
        break
      case LIST:
        if (Array.isArray(value)) {
          const taken = takeList(intake, region, row, node.reader, value)
          if (taken !== READ) return taken
          continue
        }
        break
      default:
    }
    const { reader } = node
    const taken =
      reader.op === OP.entity && typeof value === 'object' && value !== null
        ? takeEntity(intake, region, row, reader, value)
        : take(intake, region, row, reader, value)
    if (taken !== READ) return taken
  }
  const word = flags.words[0]!
  // What went the long way is there already.
  word.trues[row]! |= trues
  word.falses[row]! |= falses
  const absent = node.absent ?? absentAt(region, node)
  for (let i = 0; i < absent.length; i++) forget(region, row, absent[i]!)
  return READ
}

function takeEntity(intake: Intake, region: Region, row: number, reader: Reader, value: object): Taken {
  if (++intake.elements > MOST_ELEMENTS) return LOOK
  region.lists[(row * region.width + reader.slot) * 3 + 2] = 0
  return ingest(intake, reader.child!, row, value)
}

function takeList(intake: Intake, region: Region, row: number, reader: Reader, value: readonly unknown[]): Taken {
  const { length } = value
  if (length > reader.atMost) return REFUSED
  intake.elements += length
  if (intake.elements > MOST_ELEMENTS) return LOOK
  const child = reader.child!
  const first = child.rows
  if (first === 0 && length > 0) intake.touched[intake.touches++] = child
  const end = first + length
  child.rows = end
  if (end > child.capacity) grow(child, end)
  const { owners } = child
  const { lists } = region
  const at = (row * region.width + reader.slot) * 3
  lists[at] = first
  lists[at + 1] = end
  lists[at + 2] = 0
  for (let i = 0; i < length; i++) {
    const element: unknown = value[i]
    if (typeof element !== 'object' || element === null) return REFUSED
    owners[first + i] = row
    const taken = ingest(intake, child, first + i, element)
    if (taken !== READ) return taken
  }
  return READ
}
