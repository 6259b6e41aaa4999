import type { CompareOp } from '../../value/interval.ts'
import { compare, type Rational, toNumber } from '../../value/rational.ts'
import { type Cell, cellsOf, hasValue, type Universe } from './domain.ts'

/** A place on the line of numbers just before or just after one of them. */
interface Edge {
  readonly at: Rational
  /** the nearest double: rounding keeps order, so doubles that differ settle a comparison */
  readonly near: number
  readonly after: 0 | 1
}

/** Some numbers: `inside` says whether the line begins among them, each edge turns that round. Edges rise strictly. */
interface Line {
  readonly inside: boolean
  readonly edges: readonly Edge[]
}

/** Some of the values an operand can have: numbers on a line, all else as bits. */
export interface ValueSet extends Line {
  readonly bits: number
}

const MOST_BITS = 30
/** Far more than a step, which is 1 at most, and than what doubles of money, dates and counts are off by. */
const WIDE = 1000
const EXACT = 2 ** 50
const NO_LINE: Line = { inside: false, edges: [] }
const EVERY_NUMBER: Line = { inside: true, edges: [] }

function edge(at: Rational, after: 0 | 1): Edge {
  return { at, near: toNumber(at), after }
}

function order(a: Edge, b: Edge): number {
  if (a.near !== b.near) return a.near < b.near ? -1 : 1
  return (a.at === b.at ? 0 : compare(a.at, b.at)) || a.after - b.after
}

const NOT_NUMBERS: readonly Cell[] = [{ kind: 'nothing' }, { kind: 'empty' }]

function notNumbers(universe: { readonly nothing: boolean; readonly empty: boolean }): readonly Cell[] {
  return NOT_NUMBERS.filter(({ kind }) => (kind === 'nothing' ? universe.nothing : universe.empty))
}

/** The cells that are no numbers and stay the same whatever is asked; undefined where they depend on the texts spoken of. */
function bitCells(universe: Universe): readonly Cell[] | undefined {
  if (universe.kind === 'values' && !universe.values) return undefined
  const cells = universe.kind === 'number' ? notNumbers(universe) : cellsOf(universe, [], [])
  return cells.length <= MOST_BITS ? cells : undefined
}

/** A universe as a set, with what its bits stand for. */
export interface Whole extends ValueSet {
  readonly cells: readonly Cell[]
  readonly step?: Rational
}

const WHOLES = new WeakMap<Universe, Whole>()

/** All a value can be as a set; undefined when it cannot be written as one. */
export function wholeOf(universe: Universe): Whole | undefined {
  const known = WHOLES.get(universe) ?? makeWhole(universe)
  if (known) WHOLES.set(universe, known)
  return known
}

function makeWhole(universe: Universe): Whole | undefined {
  const cells = bitCells(universe)
  if (!cells) return undefined
  const bits = 2 ** cells.length - 1
  if (universe.kind !== 'number') return { ...NO_LINE, bits, cells }
  const { lo, hi } = universe.range
  const edges = [...(lo ? [edge(lo, 0)] : []), ...(hi ? [edge(hi, 1)] : [])]
  return { inside: !lo, edges, bits, cells, ...(universe.step ? { step: universe.step } : {}) }
}

/** The numbers that stand so to a constant. */
export function lineOf(op: CompareOp, constant: Rational): Line {
  switch (op) {
    case 'gt':
    case 'le':
      return { inside: op === 'le', edges: [edge(constant, 1)] }
    case 'ge':
    case 'lt':
      return { inside: op === 'lt', edges: [edge(constant, 0)] }
    case 'eq':
    case 'ne':
      return { inside: op === 'ne', edges: [edge(constant, 0), edge(constant, 1)] }
    default:
      return op satisfies never
  }
}

/** The values of a universe for which a test holds; `line` are the numbers for which it does, all of them where it is not given. */
export function setOf(whole: Whole, holds: (cell: Cell) => boolean, line: Line = EVERY_NUMBER): ValueSet {
  let bits = 0
  whole.cells.forEach((cell, i) => {
    if (holds(cell)) bits |= 1 << i
  })
  return meet(whole, { ...line, bits })
}

/** What of the universe is not in the set. */
export function complement(whole: Whole, set: ValueSet): ValueSet {
  return meet(whole, { inside: !set.inside, edges: set.edges, bits: whole.bits & ~set.bits })
}

/** What two sets share. */
export function meet(a: ValueSet, b: ValueSet): ValueSet {
  const edges: Edge[] = []
  sweep(a, b, (at) => {
    edges.push(at)
    return false
  })
  return { inside: a.inside && b.inside, edges, bits: a.bits & b.bits }
}

/** What either of two sets holds. */
export function join(whole: Whole, a: ValueSet, b: ValueSet): ValueSet {
  return complement(whole, meet(complement(whole, a), complement(whole, b)))
}

/** Whether two sets share a value that can come out. */
export function overlap(whole: Whole, a: ValueSet, b: ValueSet): boolean {
  if ((a.bits & b.bits) !== 0) return true
  let open = a.inside && b.inside
  let low: Edge | undefined
  const found = sweep(a, b, (at) => {
    open = !open
    if (!open) return hasNumber(low, at, whole.step)
    low = at
    return false
  })
  return found || open
}

/** Whether a set holds a value that can come out. */
export function isInhabited(whole: Whole, set: ValueSet): boolean {
  if (set.bits !== 0 || set.inside) return true
  return whole.step ? overlap(whole, set, set) : set.edges.length > 0
}

/** Goes over the edges of what two lines share until `visit` gives true; gives whether it did. */
function sweep(a: Line, b: Line, visit: (at: Edge) => boolean): boolean {
  let [inA, inB] = [a.inside, b.inside]
  let i = 0
  let j = 0
  while (i < a.edges.length || j < b.edges.length) {
    const [x, y] = [a.edges[i], b.edges[j]]
    const which = !x ? 1 : !y ? -1 : x === y ? 0 : order(x, y)
    const before = inA && inB
    if (which <= 0) {
      inA = !inA
      i++
    }
    if (which >= 0) {
      inB = !inB
      j++
    }
    if ((inA && inB) !== before && visit((which <= 0 ? x : y)!)) return true
  }
  return false
}

function hasNumber(low: Edge | undefined, high: Edge, step: Rational | undefined): boolean {
  // Two edges of a line differ: without a grid there is always something between them.
  if (!low || !step || (Math.abs(high.near) < EXACT && high.near - low.near > WIDE)) return true
  return hasValue({ kind: 'piece', low: low.at, high: high.at, lowOpen: low.after === 1, highOpen: high.after === 0 }, step)
}

/** Sets in the order in which their numbers begin, then end. */
export function byStart(a: ValueSet, b: ValueSet): number {
  if (a.inside !== b.inside) return a.inside ? -1 : 1
  for (const [i, x] of a.edges.entries()) {
    const y = b.edges[i]
    const which = y ? order(x, y) : 1
    if (which !== 0) return which
  }
  return a.edges.length - b.edges.length || a.bits - b.bits
}
