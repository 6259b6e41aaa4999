import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellsOf, holdsFor, possibleSigns, testNumber } from '../../../dsl/check/lint/domain.ts'
import { interval, point } from '../../../dsl/value/interval.ts'
import { compare, fromInteger, type Rational, rational } from '../../../dsl/value/rational.ts'

const half = (n: number) => rational(BigInt(n), 2n)
const OPS = ['gt', 'ge', 'lt', 'le', 'eq', 'ne'] as const

function lies(value: Rational, cell: Cell): boolean {
  if (cell.kind !== 'piece') return false
  const low = cell.low ? compare(value, cell.low) : 1
  const high = cell.high ? compare(value, cell.high) : -1
  return (low > 0 || (low === 0 && !cell.lowOpen)) && (high < 0 || (high === 0 && !cell.highOpen))
}

describe('cells', () => {
  const world = fc.record({
    low: fc.option(fc.integer({ min: -4, max: 4 })),
    length: fc.option(fc.integer({ min: 0, max: 8 })),
    constants: fc.array(fc.integer({ min: -12, max: 12 }), { maxLength: 5 }),
    whole: fc.boolean(),
  })

  it('hold every value once, and none is without values', () => {
    fc.assert(
      fc.property(world, ({ low, length, constants, whole }) => {
        const range = interval(low === null ? null : fromInteger(low), length === null ? null : fromInteger((low ?? 0) + length))
        const step = whole ? { step: fromInteger(1) } : {}
        const cells = cellsOf({ kind: 'number', range, ...step, nothing: false, empty: false }, constants.map(half), [])
        const values = Array.from({ length: 201 }, (_, i) => rational(BigInt(i - 100), whole ? 1n : 8n)).filter(
          (value) => (range.lo === null || compare(value, range.lo) >= 0) && (range.hi === null || compare(value, range.hi) <= 0),
        )
        for (const value of values) expect(cells.filter((cell) => lies(value, cell))).toHaveLength(1)
        for (const cell of cells) expect(values.some((value) => lies(value, cell))).toBe(true)
        for (const cell of cells) {
          for (const constant of constants.map(half)) {
            const inside = values.filter((value) => lies(value, cell))
            for (const op of OPS)
              for (const value of inside)
                expect(testNumber(cell, op, constant, false)).toBe(holdsFor(op, compare(value, constant)))
          }
        }
      }),
    )
  })

  it('tell 无 and an empty share from numbers', () => {
    const cells = cellsOf({ kind: 'number', range: point(fromInteger(3)), nothing: true, empty: true }, [], [])
    expect(cells.map((cell) => cell.kind)).toEqual(['piece', 'nothing', 'empty'])
    const [, nothing, empty] = cells
    expect(OPS.filter((op) => testNumber(nothing!, op, fromInteger(3), false))).toEqual(['ne'])
    expect(OPS.filter((op) => testNumber(empty!, op, fromInteger(3), true))).toEqual(OPS)
  })

  it('know texts no test speaks of', () => {
    expect(cellsOf({ kind: 'values', nothing: false }, [], ['a']).map((cell) => cell.kind)).toEqual(['value', 'other'])
  })

  it('know how two ranges can stand', () => {
    const to = (lo: number, hi: number) => interval(fromInteger(lo), fromInteger(hi))
    expect(possibleSigns(to(0, 1), to(2, 3))).toEqual([-1])
    expect(possibleSigns(to(0, 2), to(2, 3))).toEqual([-1, 0])
    expect(possibleSigns(to(0, 9), to(2, 3))).toEqual([-1, 0, 1])
  })
})
