import { parseDay } from '../../dsl/value/date.ts'
import { failure } from './failure.ts'
import { valuesOf } from './read-facts.ts'

/** One case of a file: the case itself, to be read against a program, and what stands beside it. */
export interface CaseInFile {
  readonly name?: string
  /** the day to look at it, where the file says one */
  readonly on?: string
  readonly incomePeriod?: { readonly from: string; readonly to: string }
  /** it says itself that it is made up */
  readonly invented?: true
  readonly raw: Readonly<Record<string, unknown>>
}

type Json = Readonly<Record<string, unknown>>

/** Keys beside those of the case: its name, the day to look at it, the income period, and the mark of invented data. */
const BESIDE = {
  name: ['name', '名称'],
  on: ['on', '查看日'],
  incomePeriod: ['income_period', '计算周期'],
  invented: ['invented', '模拟数据'],
} as const

/** Cases of a JSON, NDJSON or YAML file: one case, a list of them, one a line, or `{cases: […]}`, where what stands beside the list holds for each. */
export function readCases(text: string, path: string): readonly CaseInFile[] {
  const cases = valuesOf(text, path).flatMap((value) => casesOf(value, {}, path))
  if (cases.length === 0) throw failure('C811', { path })
  return cases
}

function casesOf(value: unknown, outer: Partial<CaseInFile>, path: string): CaseInFile[] {
  if (Array.isArray(value)) return value.flatMap((one) => casesOf(one, outer, path))
  if (value === null || typeof value !== 'object') throw failure('C811', { path })
  const object = value as Json
  const beside = { ...outer, ...besideOf(object) }
  const many = object['cases'] ?? object['案卷']
  if (Array.isArray(many)) return many.flatMap((one) => casesOf(one, { ...beside }, path))
  const own = new Set<string>(Object.values(BESIDE).flat())
  return [{ ...beside, raw: Object.fromEntries(Object.entries(object).filter(([key]) => !own.has(key))) }]
}

function periodOf(raw: unknown): NonNullable<CaseInFile['incomePeriod']> {
  const { from, to } = (typeof raw === 'object' ? raw : {}) as { readonly from?: unknown; readonly to?: unknown }
  const day = (one: unknown) => (typeof one === 'string' ? parseDay(one) : undefined)
  if ((day(from) ?? Number.NaN) <= (day(to) ?? Number.NaN)) return { from: String(from), to: String(to) }
  const wanted = '{from: YYYY-MM-DD, to: YYYY-MM-DD}'
  throw failure('C808', { option: 'income_period', value: JSON.stringify(raw), wanted })
}

function besideOf(object: Json): Partial<CaseInFile> {
  const text = (keys: readonly string[]) => keys.map((key) => object[key]).find((one) => typeof one === 'string')
  const name = text(BESIDE.name)
  const on = text(BESIDE.on)
  const period = BESIDE.incomePeriod.map((key) => object[key]).find((one) => one !== undefined && one !== null)
  return {
    ...(name === undefined ? {} : { name: name as string }),
    ...(on === undefined ? {} : { on: on as string }),
    ...(period === undefined ? {} : { incomePeriod: periodOf(period) }),
    ...(BESIDE.invented.some((key) => object[key] === true || object[key] === 'true') ? { invented: true as const } : {}),
  }
}
