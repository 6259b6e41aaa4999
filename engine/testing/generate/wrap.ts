import type { Field, Program } from '../../../dsl/lower/program.ts'
import { addDays, formatDay } from '../../../dsl/value/date.ts'
import { chance, pick, type Random, whole } from './random.ts'
import type { Raw } from './spot.ts'
import type { Study } from './study.ts'

/** A plain value as a facts file has it; null is 无. */
export type Plain = boolean | number | string | null

const LAST_WEEKS = 60
/** Judgements that were made before, otherwise, and are superseded. */
const SUPERSEDED = 0.05

/** A field's fact from its plain values: with judge and date, with its channel, by year, as the field asks. */
export function wrapped(
  study: Study,
  field: Field,
  random: Random,
  value: (year: number | undefined) => Plain,
  years: readonly number[],
): unknown {
  if (!field.yearly) return dressed(study, field, random, value(undefined))
  return Object.fromEntries(years.map((year) => [String(year), dressed(study, field, random, value(year))]))
}

/** One value with judge and date or with its channel, where the field asks for them. */
export function dressed(study: Study, field: Field, random: Random, value: Plain): unknown {
  const plain = value === null ? { nothing: true } : value
  if (field.judgement !== undefined) {
    const made = judgement(study, field, random, plain, whole(random, 1, LAST_WEEKS))
    if (made === undefined) return null
    if (typeof value !== 'boolean' || !chance(random, SUPERSEDED)) return made
    return [judgement(study, field, random, !value, LAST_WEEKS + whole(random, 1, 200)), made]
  }
  return field.channel === undefined ? plain : { value: plain, source: field.channel }
}

/** A judgement by an entitled role some days before 评定日; undefined where nobody may judge. */
export function judgement(study: Study, field: Field, random: Random, value: unknown, daysBefore: number): Raw | undefined {
  const roles = field.judgement?.roles ?? []
  if (roles.length === 0) return undefined
  return {
    value,
    role: pick(random, roles),
    on: formatDay(addDays(study.run.asOf, -daysBefore)),
    ...(field.channel === undefined ? {} : { source: field.channel }),
  }
}

/** The plain value inside a fact; undefined for a blank, or for several judgements. */
export function plainIn(field: Field, fact: unknown, year: number): Plain | undefined {
  const own = field.yearly && isObject(fact) ? fact[String(year)] : fact
  if (own === undefined || own === null || Array.isArray(own)) return undefined
  const value = isObject(own) && Object.hasOwn(own, 'value') ? own['value'] : own
  if (isObject(value)) return value['nothing'] === true ? null : undefined
  return value as Plain
}

/** Puts a plain value where a field's fact stands, as the field asks. */
export function putPlain(study: Study, owner: Raw, field: Field, year: number | undefined, value: Plain, random: Random): void {
  const fact = dressed(study, field, random, value)
  if (!field.yearly) {
    owner[field.id] = fact
    return
  }
  const years = owner[field.id]
  owner[field.id] = { ...(isObject(years) ? years : {}), [String(year ?? study.run.year)]: fact }
}

/** Ids of the values of an enumeration field. */
export function plainValues(program: Program, field: Field): readonly string[] {
  const { type } = field
  if (type.kind !== 'enum') return []
  return program.enums.find((entry) => entry.id === type.enum)?.values.map((value) => value.id) ?? []
}

/** Whether a fact is an object and no list. */
export function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
