import { type CompareOp, compareI, type Interval } from '../../value/interval.ts'
import { compare, equals, multiply, type Rational, rational } from '../../value/rational.ts'
import { FALSE } from '../../value/truth.ts'

/** A stretch of numbers; an absent end is infinite. */
export interface Piece {
  readonly kind: 'piece'
  readonly low?: Rational
  readonly high?: Rational
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** One class of values that no test in question tells apart. */
export type Cell =
  | Piece
  /** one enumeration value, truth or text */
  | { readonly kind: 'value'; readonly value: string }
  /** any text but those spoken of */
  | { readonly kind: 'other' }
  /** how two unfixed values stand to each other */
  | { readonly kind: 'sign'; readonly sign: -1 | 0 | 1 }
  | { readonly kind: 'nothing' }
  /** both sides are 无 */
  | { readonly kind: 'bothNothing' }
  /** a share over nobody */
  | { readonly kind: 'empty' }

/** All a value can be. `values` absent: any text. */
export type Universe =
  | {
      readonly kind: 'number'
      readonly range: Interval
      readonly step?: Rational
      readonly nothing: boolean
      readonly empty: boolean
    }
  | { readonly kind: 'values'; readonly values?: readonly string[]; readonly nothing: boolean }
  | { readonly kind: 'signs'; readonly signs: readonly (-1 | 0 | 1)[]; readonly nothing: 0 | 1 | 2 }

/** The cells a universe falls into when values are tested against these constants only. */
export function cellsOf(universe: Universe, numbers: readonly Rational[], texts: readonly string[]): readonly Cell[] {
  switch (universe.kind) {
    case 'number':
      return [
        ...pieces(universe.range, numbers).filter((piece) => hasValue(piece, universe.step)),
        ...(universe.nothing ? [{ kind: 'nothing' } as const] : []),
        ...(universe.empty ? [{ kind: 'empty' } as const] : []),
      ]
    case 'values':
      return [
        ...(universe.values ?? texts).map((value) => ({ kind: 'value', value }) as const),
        ...(universe.values ? [] : [{ kind: 'other' } as const]),
        ...(universe.nothing ? [{ kind: 'nothing' } as const] : []),
      ]
    case 'signs':
      return [
        ...universe.signs.map((sign) => ({ kind: 'sign', sign }) as const),
        ...(universe.nothing > 0 ? [{ kind: 'nothing' } as const] : []),
        ...(universe.nothing > 1 ? [{ kind: 'bothNothing' } as const] : []),
      ]
    default:
      return universe satisfies never
  }
}

function pieces(range: Interval, constants: readonly Rational[]): readonly Piece[] {
  const inside = constants.filter(
    (c) => (range.lo === null || compare(c, range.lo) > 0) && (range.hi === null || compare(c, range.hi) < 0),
  )
  const ends = [...(range.lo ? [range.lo] : []), ...inside, ...(range.hi ? [range.hi] : [])]
  const cuts = ends.sort(compare).filter((c, i, all) => i === 0 || !equals(c, all[i - 1]!))
  const found: Piece[] = range.lo === null ? [piece(undefined, cuts[0])] : []
  cuts.forEach((cut, i) => {
    found.push({ kind: 'piece', low: cut, high: cut, lowOpen: false, highOpen: false })
    const next = cuts[i + 1]
    if (next || range.hi === null) found.push(piece(cut, next))
  })
  return found
}

function piece(low: Rational | undefined, high: Rational | undefined): Piece {
  return { kind: 'piece', ...(low ? { low } : {}), ...(high ? { high } : {}), lowOpen: true, highOpen: true }
}

/** Whether a number of that fineness lies in the stretch. */
export function hasValue({ low, high, lowOpen, highOpen }: Piece, step: Rational | undefined): boolean {
  if (!low || !high) return true
  if (!step) return compare(low, high) < 0 || (!lowOpen && !highOpen)
  const quotient = rational(low.n * step.d, low.d * step.n)
  const floor = quotient.n / quotient.d - (quotient.n % quotient.d < 0n ? 1n : 0n)
  const onGrid = quotient.d === 1n
  const first = multiply(rational(onGrid && !lowOpen ? floor : floor + 1n), step)
  const order = compare(first, high)
  return order < 0 || (order === 0 && !highOpen)
}

/** Whether the comparison of a cell's values with a number holds. The cell must have been cut at that number. */
export function testNumber(cell: Cell, op: CompareOp, constant: Rational, whenEmpty: boolean): boolean {
  if (cell.kind === 'empty') return whenEmpty
  if (cell.kind !== 'piece') return op === 'ne'
  const { low, high } = cell
  const sign = low && high && equals(low, high) && equals(low, constant) ? 0 : high && compare(high, constant) <= 0 ? -1 : 1
  return holdsFor(op, sign)
}

/** Whether a comparison holds when its left side is less than, equal to or greater than its right side. */
export function holdsFor(op: CompareOp, sign: -1 | 0 | 1): boolean {
  switch (op) {
    case 'gt':
      return sign > 0
    case 'ge':
      return sign >= 0
    case 'lt':
      return sign < 0
    case 'le':
      return sign <= 0
    case 'eq':
      return sign === 0
    case 'ne':
      return sign !== 0
    default:
      return op satisfies never
  }
}

/** The ways two values of these ranges can stand to each other. */
export function possibleSigns(left: Interval, right: Interval): readonly (-1 | 0 | 1)[] {
  const can = (op: CompareOp) => compareI(op, left, right) !== FALSE
  return [...(can('lt') ? [-1 as const] : []), ...(can('eq') ? [0 as const] : []), ...(can('gt') ? [1 as const] : [])]
}
