import type fc from 'fast-check'
import type { Field, Program } from '../../../dsl/lower/program.ts'
import { type Draw, drawn } from './draw.ts'
import { buildFacts, type JsonObject } from './facts.ts'

/** What was done to make them bad. */
export type Harm =
  | 'unknown-key'
  | 'wrong-type'
  | 'too-precise'
  | 'out-of-range'
  | 'both-spellings'
  | 'no-such-date'
  | 'proto'
  | 'incomplete-act'
  | 'too-many'
  | 'nested'

export interface BadFacts {
  readonly facts: JsonObject
  readonly harm: Harm
}

const WRONG: Readonly<Record<Field['type']['kind'], unknown>> = {
  boolean: '也许',
  number: '三千',
  date: '明天',
  year: 2019.5,
  text: 7,
  enum: '没有的值',
  entity: 'x',
  list: 'x',
}

/** Finer than the field allows and within its range. */
function tooFine(field: Field): string | undefined {
  if (field.type.kind !== 'number' || field.type.decimals === undefined || field.judgement !== undefined) return undefined
  if (field.type.ratio === true) return '0.50001'
  return `1.${'0'.repeat(field.type.decimals)}1`
}

function outside(field: Field): number | string | undefined {
  if (field.type.kind !== 'number' || field.judgement !== undefined) return undefined
  if (field.type.ratio === true) return field.high === undefined ? 2.5 : '250%'
  if (field.low !== undefined) return Number(field.low) - 1
  return field.high === undefined ? undefined : Number(field.high) + 1
}

/** Valid facts of the subject with one thing wrong. */
export function buildBadFacts(draw: Draw, program: Program, standard: string): BadFacts {
  const given = buildFacts(draw, program, standard)
  const { entity } = program.standards.find((s) => s.id === standard)!
  const { fields } = program.entities.find((e) => e.id === entity)!
  const put = (field: Field, value: unknown, harm: Harm): BadFacts => {
    const copy = Object.fromEntries(Object.entries(given).filter(([key]) => key !== field.zh))
    return { facts: { ...copy, [field.id]: value }, harm }
  }
  const field = draw.pick(fields)
  const ways: (() => BadFacts | undefined)[] = [
    () => put(field, field.judgement === undefined ? WRONG[field.type.kind] : true, 'wrong-type'),
    () => {
      const fine = fields.find((f) => tooFine(f) !== undefined)
      return fine && put(fine, tooFine(fine), 'too-precise')
    },
    () => {
      const bounded = fields.find((f) => outside(f) !== undefined)
      return bounded && put(bounded, outside(bounded), 'out-of-range')
    },
    () => {
      const value = given[field.id] ?? given[field.zh]
      return { facts: { ...given, [field.id]: value, [field.zh]: value }, harm: 'both-spellings' }
    },
    () => {
      const date = fields.find((f) => f.type.kind === 'date' && f.judgement === undefined)
      return date && put(date, draw.pick(['2019-02-30', '2019-13-01', '2019-02-29']), 'no-such-date')
    },
    () => ({
      facts: JSON.parse(`{"__proto__": {"x": 1},${JSON.stringify(given).slice(1)}`.replace(/,\}$/, '}')) as JsonObject,
      harm: 'proto',
    }),
    () => {
      const item = draw.pick(program.standards.filter((s) => s.entity === entity).flatMap((s) => s.items)).id
      const departure: JsonObject = { item, reason: '偏远', by: '李四', on: '2019-05-01' }
      const recheck: JsonObject = { item, result: 'pass', role: 'team', on: '2019-05-01' }
      const [key, entry, needed] = draw.chance(50)
        ? (['departures', departure, ['item', 'reason', 'by', 'on']] as const)
        : (['rechecks', recheck, ['item', 'result', 'role', 'on']] as const)
      const { [draw.pick(needed)]: _, ...rest } = entry
      const others = Object.entries(given).filter(([k]) => !['departures', '偏离', 'rechecks', '复核'].includes(k))
      return { facts: { ...Object.fromEntries(others), [key]: [rest] }, harm: 'incomplete-act' }
    },
    () => {
      const list = fields.find((f) => f.type.kind === 'list' && f.type.atMost !== undefined)
      return list && put(list, [{}, {}, {}, {}, {}], 'too-many')
    },
    () => {
      const list = fields.find((f) => f.type.kind === 'list')
      return list && put(list, [{ nope: 1 }], 'nested')
    },
    () => ({ facts: { ...given, [draw.pick(['no_such_field', 'constructor', '没有此项'])]: 1 }, harm: 'unknown-key' }),
  ]
  return draw.pick(ways)() ?? { facts: { ...given, toString: 1 }, harm: 'unknown-key' }
}

export const invalidFacts = (program: Program, standard: string): fc.Arbitrary<BadFacts> =>
  drawn((draw) => buildBadFacts(draw, program, standard))
