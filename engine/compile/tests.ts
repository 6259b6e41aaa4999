import type { Expr } from '../../dsl/lower/program.ts'
import { armOf } from '../run/branches.ts'
import { OP, type Region } from './region.ts'
import { type Frame, type Shop, siteOf, slotOf, type TruthAt } from './site.ts'
import { enumAt } from './values.ts'

/** A test of one slot of a row: a truth, or an enumeration value against a constant. */
interface SlotTest {
  readonly number: boolean
  readonly slot: number
  /** the truth or index wanted */
  readonly want: number
  /** an enumeration value other than `want` */
  readonly unequal: boolean
}

const MOST = 24

/** Tests of one row that must all hold, as flat data. */
export interface Tests {
  readonly region: Region
  /** how many truths are tested, and whether those in `slot` and `slot2` are all there is to test */
  readonly flags: number
  readonly simple: boolean
  readonly slot: number
  readonly want: number
  readonly slot2: number
  readonly want2: number
  readonly slots: Int32Array
  readonly wants: Int32Array
  readonly choiceSlots: Int32Array
  readonly choiceWants: Float64Array
  readonly unequal: Int32Array
}

/** Conditions (or their negations) that together are a conjunction of slot tests; undefined for other shapes. */
export function testsOf(
  shop: Shop,
  exprs: readonly (readonly [expr: Expr, negate: boolean])[],
  frames: readonly Frame[],
): Tests | undefined {
  const frame = frames[frames.length - 1]
  if (frame === undefined) return undefined
  const tests: SlotTest[] = []
  for (const [expr, negate] of exprs) if (!gather(shop, expr, negate, frames, tests)) return undefined
  if (tests.length === 0 || tests.length > MOST) return undefined
  // Truths first: they are the cheapest to look at.
  const flags = tests.filter((test) => !test.number)
  const choices = tests.filter((test) => test.number)
  const [a, b] = flags
  return {
    region: frame.region,
    flags: flags.length,
    simple: flags.length <= 2 && choices.length === 0,
    slot: a?.slot ?? 0,
    want: a?.want ?? 0,
    slot2: b?.slot ?? 0,
    want2: b?.want ?? 0,
    slots: Int32Array.from(flags, (test) => test.slot),
    wants: Int32Array.from(flags, (test) => test.want),
    choiceSlots: Int32Array.from(choices, (test) => test.slot),
    choiceWants: Float64Array.from(choices, (test) => test.want),
    unequal: Int32Array.from(choices, (test) => (test.unequal ? 1 : 0)),
  }
}

/** As `testsOf`, as one closure. */
export function compileTests(
  shop: Shop,
  exprs: readonly (readonly [expr: Expr, negate: boolean])[],
  frames: readonly Frame[],
): TruthAt | undefined {
  const tests = testsOf(shop, exprs, frames)
  return tests && run(tests)
}

/** Whether some row from `first` up to `end` passes all tests: 1; none does: 0; none surely does but some may: 2. No closure is called. */
export function scan(tests: Tests, first: number, end: number): number {
  const { region, flags, simple, slot, want, slot2, want2 } = tests
  if (flags === 0) return scanRest(tests, first, end)
  const { truths, width } = region
  let found = 0
  for (let row = first, at = first * width; row < end; row++, at += width) {
    const p = truths[at + slot]!
    if (p !== want && p !== 2) continue
    let result = p === 2 ? 2 : 1
    if (flags > 1) {
      const q = truths[at + slot2]!
      if (q !== want2 && q !== 2) continue
      if (q === 2) result = 2
    }
    if (!simple) {
      const rest = scanRest(tests, row, row + 1)
      if (rest === 0) continue
      if (rest === 2) result = 2
    }
    if (result === 1) return 1
    found = 2
  }
  return found
}

/** As `scan`, by the tests after the first two. */
function scanRest(tests: Tests, first: number, end: number): number {
  const { region, slots, wants } = tests
  const { truths, width } = region
  let found = 0
  for (let row = first; row < end; row++) {
    const at = row * width
    let result = 1
    for (let i = 2; i < slots.length; i++) {
      const truth = truths[at + slots[i]!]!
      if (truth === 2) result = 2
      else if (truth !== wants[i]!) {
        result = 0
        break
      }
    }
    if (result !== 0) result = choose(tests, at, result)
    if (result === 1) return 1
    if (result === 2) found = 2
  }
  return found
}

function choose({ region, choiceSlots, choiceWants, unequal }: Tests, at: number, soFar: number): number {
  const { numbers } = region
  let result = soFar
  for (let i = 0; i < choiceSlots.length; i++) {
    const index = numbers[at + choiceSlots[i]!]!
    if (Number.isNaN(index)) result = 2
    else if ((index === choiceWants[i]!) === (unequal[i]! === 1)) return 0
  }
  return result
}

function gather(shop: Shop, expr: Expr, negate: boolean, frames: readonly Frame[], into: SlotTest[]): boolean {
  switch (expr.kind) {
    case 'field': {
      const found = expr.year === undefined && isOwn(expr.place) ? slotOf(expr.place, expr.field, frames) : undefined
      if (found === undefined || found.reader.op !== OP.bool) return false
      into.push({ number: false, slot: found.reader.slot, want: negate ? 0 : 1, unequal: false })
      return true
    }
    case 'not':
      return gather(shop, expr.operand, !negate, frames, into)
    case 'and':
    case 'or':
      return (expr.kind === 'or') === negate && expr.items.every((item) => gather(shop, item, negate, frames, into))
    case 'compare': {
      const { left, right, op } = expr
      if ((op !== 'eq' && op !== 'ne') || left.kind !== 'field' || left.year !== undefined || !isOwn(left.place)) return false
      const constant = right.kind === 'literal' ? enumAt(shop, right, frames)?.constant : undefined
      const found = constant === undefined ? undefined : slotOf(left.place, left.field, frames)
      if (constant === undefined || found?.reader.op !== OP.enum) return false
      into.push({ number: true, slot: found.reader.slot, want: constant, unequal: (op === 'ne') !== negate })
      return true
    }
    case 'has': {
      const { operand } = expr
      const found =
        operand.kind === 'field' && operand.year === undefined && isOwn(operand.place)
          ? slotOf(operand.place, operand.field, frames)
          : undefined
      if (found === undefined || found.reader.op === OP.bool || found.reader.op === OP.text || !found.reader.nullable)
        return false
      if (found.reader.op === OP.giveUp) return false
      into.push({ number: true, slot: found.reader.slot, want: Number.POSITIVE_INFINITY, unequal: !negate })
      return true
    }
    case 'reading': {
      return gather(shop, armOf(shop.run, expr), negate, frames, into)
    }
    case 'definition': {
      if (expr.place === undefined || !isOwn(expr.place)) return false
      const { region } = siteOf(expr.place, frames)!
      return gather(shop, shop.run.model.definitions.get(expr.definition)!.value, negate, [{ region, row: 0 }], into)
    }
    default:
      return false
  }
}

function isOwn(place: { readonly kind: string; readonly depth?: number }): boolean {
  return place.kind === 'element' && place.depth === 0
}

function run(tests: Tests): TruthAt {
  const { region, slot, want, flags, simple } = tests
  const { width } = region
  if (!simple || flags > 1) return (row) => scan(tests, row, row + 1)
  return (row) => {
    const truth = region.truths[row * width + slot]!
    return truth === 2 ? 2 : truth === want ? 1 : 0
  }
}
