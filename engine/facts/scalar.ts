import { parseDay } from '../../dsl/value/date.ts'
import { readFactNumber, readFactRatio } from '../../dsl/value/fact-number.ts'
import { compare, type Rational, toDecimalText } from '../../dsl/value/rational.ts'
import { NIL, type Scalar } from './element.ts'
import { nearest } from './nearest.ts'
import type { FieldPlan } from './plan.ts'
import { isRecord, type ProblemArgs, shown } from './sink.ts'

/** What a reader tells of a bad value: a code and, on demand, its arguments. */
export type Refuse = (code: string, args: () => ProblemArgs) => undefined

const DATE_SHAPE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const MOST_DECIMALS = 40

/** Reads one plain value that is not blank; undefined after a refusal. */
export function readScalar(plan: FieldPlan, raw: unknown, refuse: Refuse): Scalar | undefined {
  if (isNothing(plan, raw)) {
    return plan.field.nullable ? NIL : refuse('F614', () => ({ value: shown(raw) }))
  }
  switch (plan.kind) {
    case 'boolean':
      if (raw === true || raw === '是') return true
      if (raw === false || raw === '否') return false
      return refuse('F604', () => ({ value: shown(raw) }))
    case 'number':
      return readNumber(plan, raw, refuse)
    case 'year':
      return readYear(plan, raw, refuse)
    case 'date':
      return readDate(raw, refuse)
    case 'text':
      return typeof raw === 'string' ? raw : refuse('F615', () => ({ value: shown(raw) }))
    case 'enum':
      return readEnum(plan, raw, refuse)
    case 'entity':
    case 'list':
      return undefined
    default: {
      const unreachable: never = plan.kind
      return unreachable
    }
  }
}

/** 无 or {nothing: true}; in a field that is not 可无, the word itself may be a text or an enumeration value. */
function isNothing(plan: FieldPlan, raw: unknown): boolean {
  if (raw === '无') return plan.field.nullable || !(plan.kind === 'text' || plan.values.has(raw))
  if (!isRecord(raw)) return false
  const keys = Object.keys(raw)
  return keys.length === 1 && (keys[0] === 'nothing' || keys[0] === '无') && raw[keys[0]] === true
}

function readNumber(plan: FieldPlan, raw: unknown, refuse: Refuse): Rational | undefined {
  const type = plan.field.type
  if (type.kind !== 'number') return undefined
  const read = type.ratio === true ? readFactRatio(raw, type.decimals) : readFactNumber(raw, type.decimals)
  if (read.ok) return within(plan, read.value, raw, refuse)
  switch (read.why) {
    case 'not-a-number':
    case 'not-finite':
      return refuse('F605', () => ({ value: shown(raw) }))
    case 'too-precise':
      return refuse('F606', () => ({ value: shown(raw), decimals: type.decimals ?? 0 }))
    case 'inexact':
      return refuse('F607', () => ({ value: shown(raw) }))
    case 'ambiguous-ratio':
      return refuse('F608', () => ({ value: shown(raw), readings: read.readings }))
    case 'out-of-range':
      return refuse('F609', () => ({ value: shown(raw), range: '0…1' }))
    default: {
      const unreachable: never = read
      return unreachable
    }
  }
}

function within(plan: FieldPlan, value: Rational, raw: unknown, refuse: Refuse): Rational | undefined {
  const low = plan.low === null || compare(value, plan.low) >= 0
  const high = plan.high === null || compare(value, plan.high) <= 0
  return low && high ? value : refuse('F609', () => ({ value: shown(raw), range: rangeText(plan) }))
}

/** `0…100`, with an end left open where there is none. */
export function rangeText(plan: FieldPlan): string {
  const end = (bound: Rational | null) => (bound === null ? '' : toDecimalText(bound, MOST_DECIMALS))
  return `${end(plan.low)}…${end(plan.high)}`
}

function readYear(plan: FieldPlan, raw: unknown, refuse: Refuse): Rational | undefined {
  const year = typeof raw === 'string' && /^[0-9]{4}$/.test(raw) ? Number(raw) : raw
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1 || year > 9999)
    return refuse('F613', () => ({ value: shown(raw) }))
  return within(plan, { n: BigInt(year), d: 1n }, raw, refuse)
}

function readDate(raw: unknown, refuse: Refuse): number | undefined {
  if (typeof raw !== 'string' || !DATE_SHAPE.test(raw)) return refuse('F611', () => ({ value: shown(raw) }))
  return parseDay(raw) ?? refuse('F612', () => ({ value: raw }))
}

function readEnum(plan: FieldPlan, raw: unknown, refuse: Refuse): string | undefined {
  const value = typeof raw === 'string' ? plan.values.get(raw) : undefined
  if (value !== undefined) return value
  return refuse('F610', () => ({
    value: shown(raw),
    known: [...plan.values.keys()],
    nearest: typeof raw === 'string' ? nearest(raw, plan.values.keys()) : [],
  }))
}
