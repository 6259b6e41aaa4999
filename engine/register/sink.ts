import { parseDay } from '../../dsl/value/date.ts'
import { nearest } from '../facts/nearest.ts'
import { isBlank, isRecord, type ProblemArgs, shown } from '../facts/sink.ts'
import { HISTORY_KEYS, type HistoryRecord } from './keys.ts'
import type { HistoryProblem } from './types.ts'

/** Gathers what is wrong with a history file; at most a hundred. */
export interface HistorySink {
  readonly problems: HistoryProblem[]
}

const MOST = 100
const DATE_SHAPE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/** Notes a problem; gives undefined, so that readers can return it. */
export function refuse(sink: HistorySink, code: string, path: string, args: ProblemArgs = {}): undefined {
  if (sink.problems.length < MOST) sink.problems.push({ code, path, args })
  return undefined
}

/** A record's keys under their English spelling: unknown (K501) and doubled ones (K502) refused, blanks left out. Undefined for what is no record (K503). */
export function readKeys(
  sink: HistorySink,
  record: HistoryRecord,
  raw: unknown,
  path: string,
  more: readonly string[] = [],
): ReadonlyMap<string, unknown> | undefined {
  if (!isRecord(raw)) return refuse(sink, 'K503', path, { value: shown(raw), wanted: '{…}' })
  const spellings = new Map<string, string>(Object.entries(HISTORY_KEYS[record]))
  for (const name of [...spellings.values(), ...more]) spellings.set(name, name)
  const found = new Map<string, unknown>()
  for (const key of Object.keys(raw)) {
    const name = spellings.get(key)
    if (name === undefined) refuse(sink, 'K501', join(path, key), { name: key, nearest: nearest(key, spellings.keys()) })
    else if (found.has(name)) refuse(sink, 'K502', join(path, name), { name, other: key })
    else found.set(name, raw[key])
  }
  for (const [name, value] of found) if (isBlank(value)) found.delete(name)
  return found
}

/** Notes the keys that must be there and are not (K504). */
export function requireKeys(
  sink: HistorySink,
  found: ReadonlyMap<string, unknown>,
  names: readonly string[],
  path: string,
): boolean {
  const missing = names.filter((name) => !found.has(name))
  if (missing.length > 0) refuse(sink, 'K504', path, { missing })
  return missing.length === 0
}

/** A list, or nothing where the key is absent; K503 for anything else. */
export function readList(sink: HistorySink, raw: unknown, path: string): readonly unknown[] {
  if (raw === undefined || Array.isArray(raw)) return raw ?? []
  refuse(sink, 'K503', path, { value: shown(raw), wanted: '[…]' })
  return []
}

/** YYYY-MM-DD of a day there is: K505 for another shape, K506 for a day that never was. */
export function readDayText(sink: HistorySink, raw: unknown, path: string): string | undefined {
  if (typeof raw !== 'string' || !DATE_SHAPE.test(raw)) return refuse(sink, 'K505', path, { value: shown(raw) })
  return parseDay(raw) === undefined ? refuse(sink, 'K506', path, { value: raw }) : raw
}

/** A year of four digits; K507. */
export function readYearNumber(sink: HistorySink, raw: unknown, path: string): number | undefined {
  const year = typeof raw === 'string' && /^[0-9]{4}$/.test(raw) ? Number(raw) : raw
  const fits = typeof year === 'number' && Number.isInteger(year) && year >= 1 && year <= 9999
  return fits ? year : refuse(sink, 'K507', path, { value: shown(raw) })
}

/** A text; K503. */
export function readText(sink: HistorySink, raw: unknown, path: string): string | undefined {
  return typeof raw === 'string' ? raw : refuse(sink, 'K503', path, { value: shown(raw), wanted: '"…"' })
}

/** The id behind a name in either spelling; the code given, with the nearest and all known names, for one nobody declared. */
export function readName(
  sink: HistorySink,
  code: string,
  raw: unknown,
  names: ReadonlyMap<string, string>,
  path: string,
): string | undefined {
  const id = typeof raw === 'string' ? names.get(raw) : undefined
  if (id !== undefined) return id
  const known = [...names.keys()]
  return refuse(sink, code, path, { value: shown(raw), nearest: typeof raw === 'string' ? nearest(raw, known) : [], known })
}

/** Puts a step behind a path. */
export function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`
}
