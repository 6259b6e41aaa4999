import type { Entry, Lookup } from './lookup.ts'
import * as OP from './op.ts'
import type { Reader, Region } from './region.ts'

// What the loop over a record's keys does at once; anything else goes the long way. Constants as in `op.ts`.
export const OTHER = 0
export const TRUTH = 1
export const NUMBER = 2
export const CHOICE = 3
export const JUDGEMENT = 4
export const TEXT = 5
export const LIST = 6
export const SOURCED = 7

/** A place in a shape seen before: the key that led here and the one that mostly comes next. */
export interface ShapeNode {
  readonly key: string
  readonly reader: Reader
  /** how its value is read, and what reading it needs beside that: copied here, so that reading a value follows few pointers */
  readonly fast: number
  readonly slot: number
  readonly scale: number
  readonly low: number
  readonly high: number
  /** the reader's flag where it is in the first word, else 0 */
  readonly bit: number
  readonly nullable: boolean
  readonly indices: Lookup
  /** of an enumeration, what its value was last */
  entry: Entry | undefined
  readonly up: ShapeNode | undefined
  next: ShapeNode | undefined
  others: Map<string, ShapeNode> | undefined
  /** readers no key on the way here has set; worked out when a record first ends here */
  absent: readonly Reader[] | undefined
}

const MOST_SHAPES = 4000

/** A shape one key longer. */
export function shapeNode(key: string, reader: Reader, up: ShapeNode | undefined): ShapeNode {
  const { slot, scale, low, nullable, indices, flag } = reader
  return {
    key,
    reader,
    fast: fastOf(reader),
    slot,
    scale,
    low,
    high: Math.min(reader.high, reader.bareHigh),
    bit: flag?.word === 0 ? flag.bit : 0,
    nullable,
    indices,
    entry: undefined,
    up,
    next: undefined,
    others: undefined,
    absent: undefined,
  }
}

function fastOf({ op, wrapped, channel, flag }: Reader): number {
  if (flag !== undefined && flag.word > 0) return OTHER
  if (wrapped === 'judgement') return op === OP.bool && channel === undefined ? JUDGEMENT : OTHER
  if (wrapped === 'channel') return op === OP.number || op === OP.year ? SOURCED : OTHER
  switch (op) {
    case OP.bool:
      return TRUTH
    case OP.number:
    case OP.year:
      // A year is a number of scale 1.
      return NUMBER
    case OP.choice:
      return CHOICE
    case OP.text:
    case OP.id:
      return TEXT
    case OP.list:
      return LIST
    default:
      return OTHER
  }
}

/** The place in the shapes after one more key; undefined for an unknown key, a fact given twice, or too many shapes. */
export function step(region: Region, node: ShapeNode, key: string): ShapeNode | undefined {
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

/** What a record that ends here leaves unknown. Truths are not among it: a row's flags start out unknown. */
export function absentAt(region: Region, node: ShapeNode): readonly Reader[] {
  const set = new Set<Reader>()
  for (let at: ShapeNode | undefined = node; at?.up !== undefined; at = at.up) set.add(at.reader)
  node.absent = [...region.used].filter((reader) => reader.op !== OP.bool && !set.has(reader))
  return node.absent
}
