import type { Expr } from '../../dsl/lower/program.ts'
import { armOf } from '../run/branches.ts'
import { type Flag, takeFlag, type Word } from './flags.ts'
import { entriesOf } from './lookup.ts'
import * as OP from './op.ts'
import type { Reader, Region } from './region.ts'
import { type Frame, type Shop, siteOf, slotOf, type TruthAt } from './site.ts'
import { enumAt } from './values.ts'

/** Tests of one row that must all hold: flags that must be true (`yes`) and false (`no`), word by word. */
export interface Tests {
  readonly word: Word
  readonly yes: number
  readonly no: number
  readonly all: number
  readonly more: Tests | undefined
}

/** A flag and the truth it must have. */
interface FlagTest {
  readonly flag: Flag
  readonly want: boolean
}

type Part = readonly [expr: Expr, negate: boolean]

/** Conditions (or their negations) that together are a conjunction of flags; undefined for other shapes. */
export function testsOf(shop: Shop, exprs: readonly Part[], frames: readonly Frame[]): Tests | undefined {
  const frame = frames[frames.length - 1]
  if (frame === undefined) return undefined
  const tests: FlagTest[] = []
  for (const [expr, negate] of exprs) if (!gather(shop, expr, negate, frames, tests)) return undefined
  return frame.region.flags.words.reduceRight<Tests | undefined>((more, word, index) => {
    const here = tests.filter(({ flag }) => flag.word === index)
    if (here.length === 0) return more
    const bits = (want: boolean) => here.reduce((mask, test) => (test.want === want ? mask | test.flag.bit : mask), 0)
    const yes = bits(true)
    const no = bits(false)
    return { word, yes, no, all: yes | no, more }
  }, undefined)
}

/** As `testsOf`, as one closure. */
export function compileTests(shop: Shop, exprs: readonly Part[], frames: readonly Frame[]): TruthAt | undefined {
  const tests = testsOf(shop, exprs, frames)
  return tests && ((row) => testRow(tests, row))
}

/** The conjunction of tests on a row. */
export function testRow(tests: Tests, row: number): number {
  const { word, yes, no, all, more } = tests
  const trues = word.trues[row]!
  const falses = word.falses[row]!
  if (((trues & no) | (falses & yes)) !== 0) return 0
  const truth = ((trues & yes) | (falses & no)) === all ? 1 : 2
  return more === undefined ? truth : joined(truth, testRow(more, row))
}

function joined(a: number, b: number): number {
  return b === 0 ? 0 : a === 1 ? b : 2
}

/** Whether some row from `first` up to `end` passes all tests: 1; none does: 0; none surely does but some may: 2. No closure is called. */
export function scan(tests: Tests, first: number, end: number): number {
  const { word, yes, no, all, more } = tests
  const { trues, falses } = word
  let found = 0
  for (let row = first; row < end; row++) {
    const t = trues[row]!
    const f = falses[row]!
    if (((t & no) | (f & yes)) !== 0) continue
    let truth = ((t & yes) | (f & no)) === all ? 1 : 2
    if (more !== undefined) truth = joined(truth, testRow(more, row))
    if (truth === 1) return 1
    if (truth === 2) found = 2
  }
  return found
}

function gather(shop: Shop, expr: Expr, negate: boolean, frames: readonly Frame[], into: FlagTest[]): boolean {
  const add = (flag: Flag | undefined, want: boolean): boolean => {
    if (flag !== undefined) into.push({ flag, want })
    return flag !== undefined
  }
  switch (expr.kind) {
    case 'field': {
      const found = ownSlot(expr, frames)
      return found?.reader.op === OP.bool && add(flagOf(found.region, found.reader), !negate)
    }
    case 'not':
      return gather(shop, expr.operand, !negate, frames, into)
    case 'and':
    case 'or':
      return (expr.kind === 'or') === negate && expr.items.every((item) => gather(shop, item, negate, frames, into))
    case 'compare': {
      const { left, right, op } = expr
      if (op !== 'eq' && op !== 'ne') return false
      const flag = memberFlag(shop, left, [right], frames)
      return add(flag, (op === 'eq') !== negate)
    }
    case 'in':
      return add(memberFlag(shop, expr.value, expr.items, frames), !negate)
    case 'has': {
      const found = ownSlot(expr.operand, frames)
      if (found === undefined || !found.reader.nullable) return false
      const { region, reader } = found
      switch (reader.op) {
        case OP.number:
        case OP.year:
        case OP.date:
          return add(flagOf(region, reader), !negate)
        case OP.choice:
          return add(
            choiceFlag(region, reader, 'has', (index) => index !== Number.POSITIVE_INFINITY),
            !negate,
          )
        default:
          return false
      }
    }
    case 'reading':
      return gather(shop, armOf(shop.run, expr), negate, frames, into)
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

/** The slot of a plain field of the innermost row. */
function ownSlot(expr: Expr, frames: readonly Frame[]): { readonly region: Region; readonly reader: Reader } | undefined {
  if (expr.kind !== 'field' || expr.year !== undefined || !isOwn(expr.place)) return undefined
  const found = slotOf(expr.place, expr.field, frames)
  return found && { region: found.site.region, reader: found.reader }
}

/** The flag of a truth, or of another field's having a value. */
export function flagOf({ flags }: Region, reader: Reader): Flag | undefined {
  // Only a truth can do with a word other than the first: the others' tests have another way.
  reader.flag ??= takeFlag(flags, reader.op !== OP.bool)
  return reader.flag
}

/** The flag of an enumeration field's being one of some values. */
function memberFlag(shop: Shop, value: Expr, items: readonly Expr[], frames: readonly Frame[]): Flag | undefined {
  const found = ownSlot(value, frames)
  if (found?.reader.op !== OP.choice) return undefined
  const wanted = items.map((item) => (item.kind === 'literal' ? enumAt(shop, item, frames)?.constant : undefined))
  if (wanted.some((index) => index === undefined)) return undefined
  const key = [...new Set(wanted)].sort().join()
  return choiceFlag(found.region, found.reader, key, (index) => wanted.includes(index))
}

function choiceFlag(region: Region, reader: Reader, key: string, holds: (index: number) => boolean): Flag | undefined {
  const known = reader.choices.get(key)
  if (known !== undefined) return known
  const flag = takeFlag(region.flags, true)
  if (flag === undefined) return undefined
  reader.choices.set(key, flag)
  for (const entry of entriesOf(reader.indices)) {
    if (holds(entry.value)) entry.trues |= flag.bit
    else entry.falses |= flag.bit
  }
  return flag
}
